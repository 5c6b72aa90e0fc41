"""Adding, confirming and ending the criterion of a local letter: by the committee over its unit, never from below."""

from datetime import date

import pytest

from candidates import criteria, local_criteria
from candidates.models import LocalCriterion
from organizations.acting import acting
from organizations.enums import Deed, Role
from organizations.errors import NotAllowed, Refused
from organizations.models import Clause, Document
from tests import pages, people
from tests.candidates import merits, provinces
from tests.test_query_costs import queries

NEW = "/quy-dinh/rieng/moi/"
LETTER = {
    "unit": "B", "kind": "letter", "number": "60-CV/BTCĐU", "issuer": "Ban Tổ chức Đảng ủy", "issued_on": "5/1/2020",
    "subject": "Về kết nạp đảng viên", "clause": "điểm 3", "summary": "Giấy tờ quá sáu tháng thì làm lại.",
    "code": "local_paper_months", "months": "6", "anchor": "cell_meeting", "valid_from": "5/1/2020",
}  # fmt: skip


@pytest.fixture
def browser(cast):
    return people.signed_in(cast.officer)


def errors(answer) -> str:
    assert answer.status_code == 200
    return " ".join(each for told in answer.context["form"].errors.values() for each in told)


def doing(user, work, *args, **said):
    with acting(user, Deed.KEEP_RULES):
        return work(*args, own=provinces.reach_of(user), **said)


def test_an_added_criterion_cites_its_clause_and_binds_everybody_where_no_group_is_named(cast, browser):
    answer = pages.send(browser, NEW, **LETTER)
    made = LocalCriterion.objects.get()
    assert answer.url == f"/quy-dinh/rieng/{made.pk}/"
    assert (made.unit, made.months, made.occupations, made.confirmed_by) == (cast.bloc, 6, [], None)
    assert (made.clause.label, made.clause.document.number) == ("điểm 3", "60-CV/BTCĐU")
    assert criteria.binding(people.dossier(cast), date(2020, 1, 5)) == [made]
    assert "mọi nhóm người" in pages.read(browser.get(answer.url)).words


def test_only_what_its_kind_says_is_stored(browser):
    pages.send(browser, NEW, **LETTER | {"years": "3", "words": "thừa"})
    made = LocalCriterion.objects.get()
    assert (made.months, made.years, made.words) == (6, None, "")


def test_a_second_criterion_of_the_same_clause_uses_the_clause_that_is_there(browser):
    pages.send(browser, NEW, **LETTER)
    pages.send(browser, NEW, **LETTER | {"unit": "B.1"})
    assert Document.objects.filter(number="60-CV/BTCĐU").count() == 1
    assert Clause.objects.filter(document__number="60-CV/BTCĐU").count() == 1


NUMBERLESS = LETTER | {"number": "", "issued_on": ""}


@pytest.mark.parametrize(
    ("first", "typed", "sentence"),
    [
        pytest.param(
            LETTER,
            {"subject": "Về giấy tờ"},
            "Công văn số 60-CV/BTCĐU ngày 05/01/2020 của Ban Tổ chức Đảng ủy đã được ghi với trích yếu "
            "“Về kết nạp đảng viên”",
            id="the subject",
        ),
        pytest.param(
            NUMBERLESS,
            {"subject": "Về giấy tờ"},
            "Công văn (bản giao không ghi số) (bản giao không ghi ngày) của Ban Tổ chức Đảng ủy đã được ghi với trích yếu "
            "“Về kết nạp đảng viên”. Nếu là văn bản đó, hãy ghi đúng trích yếu này; nếu là văn bản khác, hãy ghi số",
            id="of a letter without number and day",
        ),
        pytest.param(
            LETTER,
            {"summary": "Giấy tờ quá một năm thì làm lại."},
            "điểm 3, 60-CV/BTCĐU đã được ghi với nội dung “Giấy tờ quá sáu tháng thì làm lại.”",
            id="what the clause says",
        ),
    ],
)
def test_what_was_typed_of_a_known_letter_is_never_dropped(first, typed, sentence, browser):
    pages.send(browser, NEW, **first)
    assert sentence in errors(pages.send(browser, NEW, **first | {"unit": "B.1"} | typed))
    assert LocalCriterion.objects.count() == 1


def test_a_letter_without_number_and_day_is_used_again_where_the_same_was_typed(browser):
    for unit in ("B", "B.1"):
        pages.send(browser, NEW, **NUMBERLESS | {"unit": unit})
    assert LocalCriterion.objects.values("clause").distinct().count() == 1
    assert LocalCriterion.objects.count() == 2


def test_a_second_click_adds_nothing_anew(browser):
    opened = pages.read(browser.get(NEW)).form
    answers = [pages.send(browser, NEW, opened, **LETTER) for _ in range(2)]
    assert answers[0].url == answers[1].url
    assert LocalCriterion.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"months": ""}, "Hãy nhập số tháng"),
        ({"months": "nửa năm"}, "Hãy nhập một số nguyên từ 1"),
        ({"code": "stated"}, "Hãy ghi nội dung tiêu chuẩn"),
        ({"code": "rated_years", "years": "3", "least": "3"}, "Hãy chọn mức phải có ít nhất một năm"),
        ({"unit": "F"}, "Không có lựa chọn này trong danh sách"),
        ({"unit": "H.1"}, "Không có lựa chọn này trong danh sách"),
        ({"valid_from": ""}, "Hãy nhập ngày bắt đầu áp dụng"),
        ({"occupations": "pirate"}, "Không có lựa chọn này trong danh sách"),
    ],
    ids=["no months", "no number", "no words", "no top", "beyond the reach", "no party unit", "no day", "no group"],
)
def test_a_bad_criterion_is_told_and_not_stored(typed, sentence, browser):
    assert sentence in errors(pages.send(browser, NEW, **LETTER | typed))
    assert not LocalCriterion.objects.exists()


def test_two_of_a_kind_over_a_unit_at_once_are_refused_and_the_first_is_named(cast, browser):
    merits.criterion(cast.bloc)
    rated = {"code": "rated_years", "years": "2", "least": "3", "top": "4"}
    assert "điểm 2, 52-CV/BTCĐU đã đặt tiêu chuẩn này cho tổ chức đảng đó từ ngày 23/9/2019" in errors(
        pages.send(browser, NEW, **LETTER | rated)
    )


def test_a_confirmation_says_who_and_when_and_is_made_once(cast, browser):
    made = merits.criterion(cast.bloc)
    address = f"/quy-dinh/rieng/{made.pk}/xac-nhan/"
    assert pages.send(browser, address, basis="họp 23/9/2019").url == f"/quy-dinh/rieng/{made.pk}/"
    assert LocalCriterion.objects.get().confirmed_by == cast.officer
    event = LocalCriterion.pgh_event_model.objects.get(pgh_label="update")
    assert event.pgh_context.metadata["reason"] == "họp 23/9/2019"
    assert "đã được Lê Văn Cán" in errors(pages.send(browser, address))


def test_a_criterion_ends_on_a_day_with_its_reason(cast, browser):
    made = merits.criterion(cast.bloc)
    pages.send(browser, f"/quy-dinh/rieng/{made.pk}/thoi-ap-dung/", until="1/3/2020", reason="văn bản khác thay thế")
    assert LocalCriterion.objects.get().valid_until == date(2020, 3, 1)
    event = LocalCriterion.pgh_event_model.objects.get(pgh_label="update")
    assert event.pgh_context.metadata["reason"] == "văn bản khác thay thế"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            {"until": "23/9/2019", "reason": "thay thế"},
            "áp dụng từ ngày 23/9/2019; ngày thôi áp dụng 23/9/2019 phải sau",
        ),
        ({"until": "1/3/2020", "reason": ""}, "Hãy ghi lý do thôi áp dụng"),
    ],
)
def test_a_bad_end_is_told(typed, sentence, cast, browser):
    made = merits.criterion(cast.bloc)
    assert sentence in errors(pages.send(browser, f"/quy-dinh/rieng/{made.pk}/thoi-ap-dung/", **typed))


def test_an_ended_criterion_is_not_ended_again(cast):
    made = merits.criterion(cast.bloc, valid_until=date(2020, 3, 1))
    with pytest.raises(Refused, match="đã thôi áp dụng từ ngày 01/3/2020"):
        doing(cast.officer, local_criteria.end, made, date(2021, 1, 1), "thay thế")


def test_from_below_nobody_confirms_what_the_committee_above_set(cast):
    made = merits.criterion(cast.bloc)
    below = people.person("duoi", "Lê Thị Dưới", Role.BOARD_OFFICER, cast.office)
    assert people.signed_in(below).get(f"/quy-dinh/rieng/{made.pk}/").status_code == 200
    assert people.signed_in(below).get(f"/quy-dinh/rieng/{made.pk}/xac-nhan/").status_code == 403
    with pytest.raises(NotAllowed):
        doing(below, local_criteria.confirm, made, "", today=people.TODAY)


def test_the_form_costs_as_many_queries_for_three_units_more(cast, browser):
    once = queries(browser, NEW)
    for number in range(3):
        people.unit(f"B.9.{number}", f"Chi bộ {number}", "cell", cast.office)
    assert queries(browser, NEW) == once <= 12


@pytest.mark.parametrize("rest", ["moi/", "{pk}/", "{pk}/xac-nhan/", "{pk}/thoi-ap-dung/"])
def test_the_pages_have_labels_and_nothing_inline(rest, cast, browser):
    made = merits.criterion(cast.bloc)
    page = pages.read(browser.get(f"/quy-dinh/rieng/{rest.format(pk=made.pk)}"))
    assert (page.inline, page.unlabelled) == ([], [])
