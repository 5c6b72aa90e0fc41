"""The report of a term: its target, its yearly rhythm, year by year; nothing is compared where the first years are not known."""

from datetime import date

import pytest

from candidates.enums import Stage
from organizations.errors import Refused
from reports.document import Report
from tests import people, quotas
from tests.people import TODAY
from tests.reports import asking

FIRST_YEAR = {Stage.DECIDED: date(2020, 9, 1), Stage.ADMITTED: date(2020, 9, 15)}
SECOND_YEAR = {Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 2, 3)}
BEFORE = {Stage.DECIDED: date(2020, 6, 1), Stage.ADMITTED: date(2020, 7, 31)}


def rows(made: Report, place: int) -> list[tuple[str, dict[str, object]]]:
    table = [table for section in made.sections for table in section.tables][place]
    keys = [column.key for column in table.columns]
    return [(row.label, dict(zip(keys, (figure.value for figure in row.figures), strict=True))) for row in table.rows]


@pytest.fixture
def admitted(cast) -> people.Cast:
    """One person admitted the day before the term begins, one in each of its first two years."""
    for days, place, name in (
        (BEFORE, cast.cell, "Lê Văn Trước"),
        (FIRST_YEAR, cast.cell, "Lê Văn Một"),
        (SECOND_YEAR, cast.single_cell, "Lê Văn Hai"),
    ):
        people.dossier(cast, Stage.ADMITTED, where=place, days=days, full_name=name)
    return cast


def test_the_years_of_a_term_add_up_from_its_first_day(admitted):
    quotas.people_asked(admitted.bloc, 20, each_year=4, **quotas.TERM)
    people.target(admitted.bloc, 5, "absolute")
    made = asking.report("nhiem-ky", admitted.bloc, TODAY)
    found = [(label, [row[key] for key in ("goal", "quota", "held", "total")]) for label, row in rows(made, 0)]
    assert found == [
        ("Năm 2020 từ 01/8/2020", [4, None, 1, 1]),
        ("Năm 2021 đến 31/5/2021", [4, 5, 1, 2]),
    ]
    assert made.opening[0].figures["held"].value == 2
    assert "đạt 10,0 % chỉ tiêu nhiệm kỳ" in made.opening[0].words
    assert "Còn phải kết nạp 18 đảng viên đến hết ngày 31/7/2025, bình quân mỗi năm còn lại 5 đảng viên." in (
        made.opening[1].words
    )


def test_units_are_held_against_what_the_term_gave_them(admitted):
    target = quotas.people_asked(admitted.bloc, 20, **quotas.TERM)
    quotas.issued(target, {admitted.office: 12, admitted.single_cell: 8}, since=date(2020, 8, 1))
    found = dict(rows(asking.report("nhiem-ky", admitted.bloc, TODAY), 1))
    assert {label: (row["quota"], row["held"], row["now"], row["missing"]) for label, row in found.items()} == {
        "Đ/c Mai Văn Trách (1 đơn vị)": (12, 1, 0, 11),
        "Đảng bộ Sở Một": (12, 1, 0, 11),
        "Chưa phân công (1 đơn vị)": (8, 1, 1, 7),
        "Chi bộ Sở Hai": (8, 1, 1, 7),
        "Cộng": (20, 2, 1, 18),
    }


def test_a_term_whose_first_years_were_not_recorded_is_compared_with_nothing(cast):
    days = {Stage.SOURCE: date(2021, 3, 1)}
    people.dossier(cast, Stage.SOURCE, days=days)
    quotas.people_asked(cast.bloc, 20, **quotas.TERM)
    made = asking.report("nhiem-ky", cast.bloc, TODAY)
    assert "Chưa có số liệu những năm đầu nhiệm kỳ (số liệu từ ngày 01/3/2021)" in made.opening[1].words
    assert {row["percent_term"] for _, row in rows(made, 0)} == {None}


def test_without_a_target_of_a_term_one_sentence_says_where_the_years_stand(cast):
    people.target(cast.bloc)
    with pytest.raises(Refused, match="chưa có chỉ tiêu nhiệm kỳ nào giao cho Đảng bộ Khối"):
        asking.report("nhiem-ky", cast.bloc, TODAY)


def test_the_report_of_the_year_is_held_against_the_target_of_the_year(cast):
    quotas.people_asked(cast.bloc, 20, **quotas.TERM)
    with pytest.raises(Refused, match="Năm 2021 chưa có chỉ tiêu kết nạp nào"):
        asking.report("tien-do", cast.bloc, TODAY)
