"""What the page of a document says of its targets: each by its name and period, nothing that was withdrawn."""

import pytest
from django.test import Client

from directives.enums import Measure, NumberKind, PeriodKind
from directives.models import Directive, Obligation, Target
from tests import duties, pages, people
from tests.quotas import TERM


@pytest.fixture
def leader(cast) -> Client:
    return people.signed_in(cast.leader)


def target(directive: Directive, measure: Measure, **more: object) -> Target:
    values = {"number_kind": NumberKind.ABSOLUTE, "number": 600, "first_year": 2021, "unit": directive.issuing_unit}
    clause = directive.document.clauses.get()
    return Target.objects.create(directive=directive, clause=clause, measure=measure, **(values | more))


def words_of(browser: Client, directive: Directive) -> str:
    return pages.read(browser.get(f"/van-ban/{directive.pk}/")).words


@pytest.mark.parametrize(
    ("measure", "more", "says"),
    [
        (Measure.NEW_SOURCES, {}, "Người mới đưa vào nguồn, đến ngày 31/5/2021{} Chỉ tiêu năm 2021 600 người"),
        (Measure.MADE_OFFICIAL, TERM, "chính thức, đến ngày 31/5/2021{} Chỉ tiêu nhiệm kỳ 01/8/2020 – 31/7/2025 600"),
        (
            Measure.ADMITTED_WORKERS,
            {"period": PeriodKind.HALF, "part": 1},
            "lao động trực tiếp, đến ngày 31/5/2021{} Chỉ tiêu 6 tháng đầu năm 2021 600 người",
        ),
    ],
)
def test_each_target_is_told_by_its_own_name_and_period(cast, leader, measure, more, says):
    made = duties.letter(cast.bloc)
    target(made, measure, **more)
    assert says.format("Từng đơn vị, chỗ vướng") in words_of(leader, made)


def test_what_counts_other_people_speaks_of_no_admissions(cast, leader):
    made = duties.letter(cast.bloc)
    target(made, Measure.NEW_SOURCES)
    assert "Đã kết nạp" not in words_of(leader, made)


@pytest.mark.parametrize(("part", "begun"), [(1, True), (2, False)])
def test_a_period_that_has_not_begun_is_not_measured(cast, leader, part, begun):
    made = duties.letter(cast.bloc)
    target(made, Measure.NEW_SOURCES, period=PeriodKind.HALF, part=part)
    said = words_of(leader, made)
    assert ("Đã đạt 0 người (0,0 %)" in said, "(kỳ chưa bắt đầu)" in said) == (begun, not begun)


@pytest.mark.parametrize(("more", "compares"), [({}, True), (TERM, False)])
def test_a_term_has_no_same_period_of_last_year(cast, leader, more, compares):
    made = duties.letter(cast.bloc)
    target(made, Measure.ADMITTED, **more)
    assert ("Cùng kỳ năm trước" in words_of(leader, made)) == compares


def test_the_register_counts_no_withdrawn_target_and_no_duty_that_was_taken_back(cast, leader):
    made = duties.letter(cast.bloc)
    kept, gone = target(made, Measure.ADMITTED), target(made, Measure.NEW_SOURCES)
    duty, mistake = duties.duty(cast.bloc, directive=made), duties.duty(cast.bloc, directive=made)
    Target.ever.filter(pk=gone.pk).update(void=True)
    Obligation.ever.filter(pk=mistake.pk).update(void=True, void_reason="ghi nhầm")
    page = leader.get("/van-ban/")
    assert "1 nhiệm vụ, 1 chỉ tiêu" in pages.read(page).words
    Target.ever.filter(pk=kept.pk).update(void=True)
    Obligation.ever.filter(pk=duty.pk).update(void=True, void_reason="ghi nhầm")
    assert "nhiệm vụ, " not in pages.read(leader.get("/van-ban/")).words


def test_a_clause_counts_no_target_that_an_organisation_took_back(cast, leader):
    made = duties.own_target(cast.association, directive=duties.letter(cast.bloc))
    again = duties.own_target(cast.association, measure=Measure.NOMINATED, directive=made.directive)
    Target.ever.filter(pk=again.pk).update(void=True)
    assert "1 chỉ tiêu do hội, đoàn thể tự đặt" in words_of(leader, made.directive)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (TERM, "Kỳ nhiệm kỳ từ 01/8/2020 đến hết 31/7/2025"),
        ({"period": PeriodKind.HALF, "part": 2}, "Kỳ 6 tháng cuối năm, 2021 trở đi"),
        ({"period": PeriodKind.QUARTER, "part": 3, "last_year": 2022}, "Kỳ quý III, 2021 – 2022"),
        ({"period": PeriodKind.QUARTER, "last_year": 2021}, "Kỳ quý (mỗi kỳ), 2021"),
    ],
)
def test_a_period_is_written_as_people_write_it(cast, leader, more, says):
    made = duties.letter(cast.bloc)
    target(made, Measure.ADMITTED, **more)
    assert says in words_of(leader, made)


def test_a_target_needs_a_clause_and_the_page_says_what_to_do_first(cast):
    made = duties.letter(cast.bloc)
    made.document.clauses.update(void=True)
    said = pages.read(people.signed_in(cast.officer).get(f"/van-ban/{made.pk}/chi-tieu/moi/"))
    assert "Văn bản chưa có điểm nào" in said.words
    assert "measure" not in {name for form in said.forms for name in form.fields}
