"""Situations of the outline that a toy gets wrong, asked of the reports: a ceremony in another year, a base, two associations."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from candidates.enums import ParameterCode, Stage
from candidates.models import Membership, Parameter
from organizations.models import Figure
from organizations.periods import year
from reports.document import Report, Table
from tests import people
from tests.people import FOUNDED, TODAY
from tests.reports import asking

# Decided in one year, admitted in the next one.
ACROSS = {Stage.DECIDED: date(2020, 12, 28), Stage.ADMITTED: date(2021, 1, 8)}


def table(made: Report, title: str) -> Table:
    return next(each for section in made.sections for each in section.tables if each.title.startswith(title))


def row(found: Table, label: str) -> dict[str, object]:
    (figures,) = (each.figures for each in found.rows if each.label == label)
    return {column.key: figure.value for column, figure in zip(found.columns, figures, strict=True)}


@pytest.fixture
def by_decision(db) -> None:
    """ "Admitted" counts by the decision."""
    Parameter.objects.filter(code=ParameterCode.ADMITTED_BY).update(value="decision")


def admitted_in(cast: people.Cast, number: int) -> tuple[object, object]:
    """Who was admitted in a year, and in the same period before it, by Biểu 2."""
    made = asking.report("bieu-2", cast.bloc, date(number, 12, 31), period=year(number))
    found = row(table(made, "Đảng viên mới"), "I. Tổng số đảng viên mới kết nạp")
    return found["now"], found["before"]


def test_8_a_ceremony_after_new_year_counts_in_its_own_year_exactly_once(cast):
    people.dossier(cast, Stage.ADMITTED, days=ACROSS)
    assert [admitted_in(cast, number) for number in (2020, 2021)] == [(0, 0), (1, 0)]


def test_8_counted_by_the_decision_it_belongs_to_the_year_before(cast, by_decision):
    people.dossier(cast, Stage.ADMITTED, days=ACROSS)
    assert [admitted_in(cast, number) for number in (2020, 2021)] == [(1, 0), (0, 1)]


@pytest.mark.parametrize(
    ("fixture", "words"), [("cast", "ngày lễ kết nạp"), ("by_decision", "ngày quyết định kết nạp")]
)
def test_8_the_line_under_the_table_says_by_which_day(cast, request, fixture, words):
    request.getfixturevalue(fixture)
    people.dossier(cast, Stage.ADMITTED, days=ACROSS)
    made = asking.report("bieu-2", cast.bloc, TODAY)
    assert f"Kết nạp tính theo {words};" in table(made, "Đảng viên mới").counted


def test_9_a_base_is_rounded_up_and_the_words_of_the_letter_stand_beside_it(cast):
    asked = people.target(cast.bloc)
    type(asked).objects.filter(pk=asked.pk).update(letter_words="khoảng 150 đảng viên")
    people.declare(cast.office, date(2021, 1, 1), 5000, 6)
    people.declare(cast.single_cell, date(2021, 1, 1), 30)
    out = StringIO()
    call_command("build_report", "tien-do", "--unit", "B", "--on", "2021-05-31", "--json", stdout=out)
    told = json.loads(out.getvalue())
    words = [each["words"] for each in told["opening"]] + [
        each["words"] for section in told["sections"] for each in section["paragraphs"]
    ]
    assert any("152 đảng viên; 3 % của 5.036 đảng viên đầu năm = 151,08, làm tròn lên" in each for each in words)
    assert "Văn bản viết: “khoảng 150 đảng viên”." in words
    whole = next(each for each in told["tables"][0]["rows"] if each["label"] == "Cộng")
    assert (whole["values"]["base"], whole["values"]["quota"]) == (5036, 152)


def test_13_one_person_of_two_associations_is_two_turns_and_one_person(cast):
    people.nomination(cast)
    made = people.nomination(cast, organisation=cast.branch, full_name="Lê Thị Bông")
    same = people.nomination(cast, full_name="Đỗ Thị Cúc").person
    made.__class__.objects.filter(pk=made.pk).update(person=same)
    found = table(asking.report("hoi", cast.bloc, TODAY), "Giới thiệu")
    assert {label: row(found, label)["introduced"] for label in ("Cộng lượt", "Trừ trùng", "Số người")} == {
        "Cộng lượt": 3,
        "Trừ trùng": 1,
        "Số người": 2,
    }


def test_13_an_association_whose_members_are_all_over_age_has_no_sources_left(cast):
    made = people.dossier(cast)
    Membership.objects.create(person=made.person, organisation=cast.branch, valid_from=FOUNDED)
    Figure.objects.create(
        unit=cast.branch, kind="not_yet_of_age", on=date(2021, 1, 1), value=0, declared_by="thử nghiệm"
    )
    found = table(asking.report("hoi", cast.bloc, TODAY), "Hội chưa giới thiệu")
    assert (row(found, "Chi hội Một")["left"], row(found, "Hội Một")["left"]) == ("không còn nguồn", "chưa báo")
