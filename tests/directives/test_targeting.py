"""Targets of party units on the pages of their document: recorded, corrected, confirmed, withdrawn; what is refused."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from directives import addressed, target_histories
from directives.models import Addressee, Directive, Target
from organizations.enums import Role
from organizations.models import Document
from tests import duties, pages, people, quotas

TYPED = {
    "measure": "admitted",
    "number_kind": "percent",
    "number": "3",
    "base": "members_year_start",
    "period": "year",
    "first_year": "2021",
    "last_year": "2025",
    "letter_words": "khoảng 150 đảng viên/năm",
}
TERM = {"period": "term", "first_year": "", "last_year": "", "term_first": "1/10/2020", "term_last": "30/9/2025"}


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


@pytest.fixture
def letter(cast) -> Directive:
    return duties.letter(cast.bloc)


def address(letter: Directive) -> str:
    return f"/van-ban/{letter.pk}/chi-tieu/moi/"


def chosen(cast, letter: Directive, **typed: object) -> dict:
    return {"clause": letter.document.clauses.get().pk, "unit": cast.bloc.pk} | TYPED | typed


def change(target: Target, work: str) -> str:
    return f"/van-ban/chi-tieu/{target.pk}/{work}/"


def recorded(cast, officer: Client, letter: Directive, **typed: object) -> Target:
    assert pages.send(officer, address(letter), **chosen(cast, letter, **typed)).url == f"/van-ban/{letter.pk}/"
    return Target.objects.order_by("-pk").first()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (
            {},
            {
                "number": 3,
                "base": "members_year_start",
                "first_year": 2021,
                "last_year": 2025,
                "comparison": "at_least",
            },
        ),
        ({"number": "2,5", "number_max": "3,5"}, {"number": Decimal("2.5"), "number_max": Decimal("3.5")}),
        (
            {"number_kind": "absolute", "number": "1.240", "comparison": "about"},
            {"number": 1240, "base": "", "comparison": "about"},
        ),
        ({"number_kind": "none", "number": "7"}, {"number": None, "number_max": None, "base": ""}),
        ({"period": "quarter", "part": "3"}, {"period": "quarter", "part": 3}),
        ({"period": "year", "part": "3"}, {"part": None}),
        (
            TERM | {"each_year": "120", "number_kind": "absolute", "number": "600"},
            {"term_start": date(2020, 10, 1), "term_stop": date(2025, 10, 1), "each_year": 120, "first_year": 2020},
        ),
        (
            {"base": "members_term_start", "base_on": "1/10/2020"},
            {"base": "members_term_start", "base_on": date(2020, 10, 1)},
        ),
        ({"base_on": "1/10/2020"}, {"base_on": None}),
        (
            {"measure": "units_admitting", "base": "units_with_sources", "number": "80"},
            {"measure": "units_admitting", "base": "units_with_sources"},
        ),
    ],
)
def test_a_target_is_recorded_as_the_clause_has_it(cast, officer, letter, typed, stored):
    made = recorded(cast, officer, letter, **typed)
    assert {name: getattr(made, name) for name in stored} == stored
    assert (made.unit, made.clause, made.confirmed_by) == (cast.bloc, letter.document.clauses.get(), None)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"number": ""}, "Hãy nhập mức giao"),
        ({"number": "nhiều"}, "Hãy nhập một số"),
        ({"number": "101"}, "không thể quá 100 %"),
        ({"number_kind": "absolute", "number": "1,5"}, "Số người là số nguyên"),
        ({"number_max": "2"}, "phải lớn hơn mức dưới"),
        ({"base": ""}, "Hãy chọn đúng số mà văn bản lấy để tính tỷ lệ"),
        ({"base": "units_with_sources"}, "không tính theo số tổ chức cơ sở đảng còn nguồn"),
        ({"base": "members_term_start"}, "cần ngày bắt đầu của nhiệm kỳ"),
        ({"first_year": ""}, "Hãy nhập “Từ năm”"),
        ({"last_year": "2020"}, "không trước “Từ năm”"),
        ({"period": "half", "part": "3"}, "Một năm chỉ có 2 kỳ"),
        (TERM | {"term_last": ""}, "Hãy nhập “Nhiệm kỳ đến hết ngày”"),
        ({"measure": "nominated"}, "không phải là lựa chọn hợp lệ"),
        ({"unit": ""}, "Hãy chọn đơn vị được giao"),
        ({"clause": "0"}, "không phải là lựa chọn hợp lệ"),
        pytest.param(
            {"first_year": "2020", "last_year": "2020"},
            "Kỳ của chỉ tiêu kết thúc ngày 31/12/2020, trước ngày 01/3/2021",
            id="the period ended before the document's date",
        ),
        pytest.param(
            {"period": "half", "part": "1", "last_year": "2020", "first_year": "2019"},
            "kết thúc ngày 30/6/2020",
            id="the half ended before the document's date",
        ),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(cast, officer, letter, typed, sentence):
    page = pages.read(pages.send(officer, address(letter), **chosen(cast, letter, **typed)))
    kept = page.form.fields["letter_words"]
    assert (sentence in page.words, kept, Target.objects.exists()) == (True, TYPED["letter_words"], False)


def test_a_clause_of_another_document_is_no_choice(cast, officer, letter):
    other = duties.letter(cast.bloc).document.clauses.get()
    page = pages.read(pages.send(officer, address(letter), **chosen(cast, letter, clause=other.pk)))
    assert "không phải là lựa chọn hợp lệ" in page.words


@pytest.mark.parametrize(
    ("typed", "free"),
    [
        ({}, False),
        ({"first_year": "2024", "last_year": ""}, False),
        ({"first_year": "2026", "last_year": "2030"}, True),
        ({"measure": "admitted_women"}, True),
        ({"period": "quarter"}, True),
    ],
)
def test_the_same_number_is_asked_once_at_a_time(cast, officer, letter, typed, free):
    recorded(cast, officer, letter)
    page = pages.send(officer, address(letter), **chosen(cast, letter, **typed))
    assert (page.status_code == 302, Target.objects.count()) == (free, 2 if free else 1)
    if not free:
        assert "từ 01/01/2021 đến 31/12/2025" in pages.read(page).words


def test_a_part_stands_under_its_whole_and_is_shown_as_one(cast, officer, letter):
    whole = recorded(cast, officer, letter)
    part = recorded(cast, officer, letter, measure="admitted_women", part_of=whole.pk)
    said = pages.read(officer.get(f"/van-ban/{letter.pk}/")).words
    assert part.part_of == whole
    assert "Trong đó của Kết nạp đảng viên mới" in said


def test_a_unit_that_the_document_does_not_address_is_asked_for_a_reason(cast, officer, letter):
    Addressee.objects.create(directive=letter, position=1, words="Chi bộ Sở Hai", unit=cast.single_cell)
    typed = chosen(cast, letter, unit=cast.office.pk)
    page = pages.read(pages.send(officer, address(letter), **typed))
    assert "không thuộc nơi nhận để thực hiện của 1-CV/TN (Chi bộ Sở Hai)" in page.words
    made = recorded(cast, officer, letter, unit=cast.office.pk, outside_reason="Có ý kiến của Thường trực")
    assert made.outside_reason == "Có ý kiến của Thường trực"
    assert "Có ý kiến của Thường trực" in pages.read(officer.get(f"/van-ban/{letter.pk}/")).words


@pytest.mark.parametrize("which", ["single_cell", "bloc"])
def test_an_addressee_and_whoever_issued_it_may_be_set_a_target(cast, officer, letter, which):
    Addressee.objects.create(directive=letter, position=1, words="Chi bộ Sở Hai", unit=cast.single_cell)
    assert recorded(cast, officer, letter, unit=getattr(cast, which).pk)


def test_addressees_in_words_alone_may_be_anybody(cast, officer, letter):
    Addressee.objects.create(directive=letter, position=1, words="Các cấp ủy trực thuộc")
    assert recorded(cast, officer, letter, unit=cast.office.pk)


def test_a_correction_says_why_and_leaves_the_target_unconfirmed(cast, officer, letter):
    made = recorded(cast, officer, letter)
    pages.send(officer, change(made, "xac-nhan"), reason="Bản gốc")
    pages.send(officer, change(made, "sua"), number="4", reason="Nhập nhầm 3 %")
    made.refresh_from_db()
    assert (made.number, made.confirmed_by, made.version) == (4, None, 3)
    assert [(each.what, each.by, each.reason) for each in target_histories.of(made)] == [
        ("Đính chính", "Lê Văn Cán", "Nhập nhầm 3 %"),
        ("Xác nhận", "Lê Văn Cán", "Bản gốc"),
        ("Ghi chỉ tiêu", "Lê Văn Cán", ""),
    ]
    assert "từ 4 % trở lên" in pages.read(officer.get(change(made, "sua"))).words


def test_a_correction_without_a_reason_is_asked_for_one(cast, officer, letter):
    made = recorded(cast, officer, letter)
    page = pages.read(pages.send(officer, change(made, "sua"), number="4", reason=""))
    assert ("Hãy ghi lý do đính chính" in page.words, page.form.fields["number"]) == (True, "4")


def test_a_target_is_confirmed_once_by_whoever_keeps_the_documents(cast, officer, letter):
    made = recorded(cast, officer, letter)
    pages.send(officer, change(made, "xac-nhan"))
    made.refresh_from_db()
    assert (made.confirmed_by, made.confirmed_on) == (cast.officer, people.TODAY)
    again = pages.read(pages.send(officer, change(made, "xac-nhan")))
    assert "đã được Lê Văn Cán xác nhận ngày 31/5/2021" in again.words


def test_what_was_withdrawn_is_asked_no_more_and_stays_on_record(cast, officer, letter):
    made = recorded(cast, officer, letter)
    pages.send(officer, change(made, "rut"), reason="Ghi nhầm văn bản")
    assert (Target.objects.exists(), Target.ever.get().void) == (False, True)
    assert officer.get(change(made, "sua")).status_code == 404
    assert recorded(cast, officer, letter)


@pytest.mark.parametrize("what", ["part", "shares"])
def test_what_others_hang_on_is_not_withdrawn(cast, officer, letter, what):
    made = recorded(cast, officer, letter)
    if what == "part":
        recorded(cast, officer, letter, measure="admitted_women", part_of=made.pk)
    else:
        quotas.issued(made, {cast.office: 3})
    page = pages.read(pages.send(officer, change(made, "rut"), reason="Nhầm"))
    assert ("Hãy" in page.words, Target.objects.filter(pk=made.pk).exists()) == (True, True)


def test_somebody_who_was_faster_is_named(cast, officer, letter):
    made = recorded(cast, officer, letter)
    opened = pages.read(officer.get(change(made, "sua"))).form
    clerk = people.signed_in(cast.office_worker)
    pages.send(clerk, change(made, "sua"), number="5", reason="Đọc lại")
    page = pages.read(pages.send(officer, change(made, "sua"), opened, number="4", reason="Nhầm"))
    assert "đã được thay đổi bởi Bùi Văn Phòng" in page.words
    assert page.form.fields["number"] == "4"
    assert pages.send(officer, change(made, "sua"), page.form).status_code == 302


def test_a_second_click_records_nothing_more(cast, officer, letter):
    opened = pages.read(officer.get(address(letter))).form
    typed = chosen(cast, letter)
    assert [pages.send(officer, address(letter), opened, **typed).status_code for _ in range(2)] == [302, 302]
    assert Target.objects.count() == 1


def test_a_unit_beyond_the_reach_is_no_choice(cast, officer, letter):
    page = pages.read(pages.send(officer, address(letter), **chosen(cast, letter, unit=cast.foreign_bloc.pk)))
    assert ("không nằm trong" in page.words or "hợp lệ" in page.words, Target.objects.exists()) == (True, False)


def test_whoever_keeps_other_documents_is_refused(cast, letter, officer):
    made = recorded(cast, officer, letter)
    foreign = people.signed_in(people.person("xa", "Người Xa", Role.BOARD_OFFICER, cast.foreign_bloc))
    assert [foreign.get(change(made, work)).status_code for work in ("sua", "xac-nhan", "rut")] == [403] * 3


@pytest.mark.parametrize(("which", "free"), [("office", True), ("cell", True), ("single_cell", True), ("bloc", False)])
def test_all_those_under_an_addressee_are_addressed(cast, officer, which, free):
    letter = duties.letter(cast.foreign_bloc)
    Addressee.objects.create(directive=letter, position=1, words="Các cơ sở", unit=cast.bloc, bound="grassroots")
    said = addressed.not_addressing(letter, getattr(cast, which), people.TODAY)
    assert said == (() if free else ("Các cơ sở",))


def test_a_target_of_a_secret_letter_to_others_is_not_found(cast, officer):
    letter = duties.letter(cast.foreign_bloc)
    made = quotas.people_asked(cast.bloc, 5, directive=letter, clause=letter.document.clauses.get())
    Document.objects.filter(pk=letter.document_id).update(secrecy="secret")
    pages_of_it = [change(made, work) for work in ("sua", "xac-nhan", "rut", "phan-bo")]
    assert [officer.get(page).status_code for page in [*pages_of_it, address(letter)]] == [404] * 5


def test_what_counts_other_people_is_no_part_of_admissions(cast, officer, letter):
    whole = recorded(cast, officer, letter)
    answer = pages.send(officer, address(letter), **chosen(cast, letter, measure="made_official", part_of=whole.pk))
    assert (
        "“Công nhận đảng viên chính thức” không phải là một phần của “Kết nạp đảng viên mới”"
        in pages.read(answer).words
    )
    assert Target.objects.count() == 1


def test_the_same_measure_twice_names_what_is_there_and_its_clause(cast, officer, letter):
    recorded(cast, officer, letter)
    answer = pages.send(officer, address(letter), **chosen(cast, letter, number="4"))
    assert (
        "“Kết nạp đảng viên mới” (từ 3 % trở lên của tổng số đảng viên đầu năm (01/01), làm tròn lên, theo Điểm 1)"
        in (pages.read(answer).words)
    )
