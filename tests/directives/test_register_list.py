"""What is found in the register: by words without marks, by kind, year, issuer, by what holds and what was created."""

from datetime import date

import pytest
from django.test import Client

from directives.enums import CitationKind
from directives.models import Citation, Directive
from organizations.models import Clause, Document
from tests import duties, pages, people


@pytest.fixture
def leader(cast) -> Client:
    return people.signed_in(cast.leader)


@pytest.fixture
def several(cast) -> dict[str, Directive]:
    """Four documents: one with a target, one with a duty, one of another body and year, one of which no day is known."""
    made = {number: duties.letter(cast.bloc, number) for number in ("1-CV", "2-CV", "3-KH", "4-CV")}
    duties.own_target(cast.association, directive=made["1-CV"])
    duties.duty(cast.bloc, directive=made["2-CV"])
    Document.objects.filter(number="3-KH").update(kind="plan", issuer="Tỉnh ủy", issued_on=date(2019, 5, 29))
    Document.objects.filter(number="4-CV").update(issued_on=None)
    Clause.objects.filter(document__number="4-CV").update(summary="Quán triệt đến đảng viên.")
    return made


def numbers(browser: Client, query: str = "") -> list[str]:
    return [each.document.number for each in browser.get(f"/van-ban/?{query}").context["directives"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["2-CV", "1-CV", "3-KH", "4-CV"]),
        ("loai=plan", ["3-KH"]),
        ("nam=2021", ["2-CV", "1-CV"]),
        ("nam=2019&loai=letter", []),
        ("noi_ban_hanh=Tỉnh+ủy", ["3-KH"]),
        ("giao=chi-tieu", ["1-CV"]),
        ("giao=nhiem-vu", ["2-CV"]),
        ("tim=quan+triet+dang+vien", ["4-CV"]),
        ("tim=TINH+UY", ["3-KH"]),
        ("tim=cv&giao=chi-tieu&hieu_luc=con", ["1-CV"]),
    ],
)
def test_filters_narrow_together(several, leader, query, found):
    assert numbers(leader, query) == found


def replace(new: Directive, old: Directive) -> None:
    Citation.objects.create(directive=new, document=old.document, kind=CitationKind.REPLACES)


def begin_later(several):
    Document.objects.filter(number="1-CV").update(valid_from=date(2021, 7, 1))


def end(several):
    Document.objects.filter(number="1-CV").update(valid_until=date(2021, 5, 31))


def end_later(several):
    Document.objects.filter(number="1-CV").update(valid_until=date(2021, 6, 1))


def be_replaced(several):
    replace(several["2-CV"], several["1-CV"])


def be_replaced_later(several):
    Document.objects.filter(number="2-CV").update(valid_from=date(2021, 7, 1))
    replace(several["2-CV"], several["1-CV"])


def be_replaced_by_mistake(several):
    be_replaced(several)
    Citation.objects.update(void=True)


@pytest.mark.parametrize(
    ("happens", "is_in_force", "has_ended"),
    [
        (begin_later, False, False),
        (end, False, True),
        (end_later, True, False),
        (be_replaced, False, True),
        (be_replaced_later, True, False),
        (be_replaced_by_mistake, True, False),
    ],
)
def test_a_document_holds_from_its_day_until_it_ends_or_is_replaced(several, leader, happens, is_in_force, has_ended):
    happens(several)
    assert ("1-CV" in numbers(leader, "hieu_luc=con"), "1-CV" in numbers(leader, "hieu_luc=het")) == (
        is_in_force,
        has_ended,
    )


def test_a_document_of_which_no_day_is_known_is_taken_to_hold(several, leader):
    assert "4-CV" in numbers(leader, "hieu_luc=con")


def test_what_was_replaced_says_so_but_what_it_created_goes_on(several, leader, cast):
    replace(several["3-KH"], several["2-CV"])
    page = pages.read(leader.get(f"/van-ban/{several['2-CV'].pk}/"))
    said = ("Văn bản này đã bị thay thế.", "không tự kết thúc", "0/3 đã trả lời")
    assert [each for each in said if each not in page.words] == []


def test_what_will_be_replaced_later_does_not_say_that_it_is(several, leader):
    be_replaced_later(several)
    words = pages.read(leader.get(f"/van-ban/{several['1-CV'].pk}/")).words
    assert ("Bị thay thế bởi: 2-CV" in words, "đã bị thay thế" in words) == (True, False)


def test_the_page_tells_everything_that_was_created_and_its_state(cast, leader):
    made = duties.around(cast)
    page = pages.read(leader.get(f"/van-ban/{made.directive_id}/"))
    assert "Văn bản này đã tạo ra" in page.words
    assert (f"#nhiem-vu-{made.pk}", "Làm việc thử nghiệm") in page.links
    assert "1/3 đã trả lời" in page.words
    empty = pages.read(leader.get(f"/van-ban/{duties.letter(cast.bloc).pk}/"))
    assert "Chưa có chỉ tiêu, nhiệm vụ, tiêu chuẩn nào" in empty.words


@pytest.mark.parametrize(
    "query", ["loai=tho", "nam=x", "nam=1900", "noi_ban_hanh=Ai", "hieu_luc=x", "giao=x", "khac=1"]
)
def test_what_cannot_be_asked_is_refused(several, leader, query):
    assert leader.get(f"/van-ban/?{query}").status_code == 400


def test_documents_that_are_only_cited_have_a_list_and_a_page_that_names_who_cites_them(cast, leader):
    citing, stub = duties.letter(cast.bloc, "1-CV"), duties.stub("102-KL/TW")
    duties.citation(citing, stub)
    link = f"/van-ban/chua-vao-so/{stub.pk}/"
    assert (link, "Kết luận 102-KL/TW") in pages.read(leader.get("/van-ban/chua-vao-so/")).links
    page = pages.read(leader.get(link))
    assert ("Làm căn cứ của" in page.words, (f"/van-ban/{citing.pk}/", "1-CV") in page.links) == (True, True)
    assert "Vào sổ văn bản này" not in page.words
    assert link in [href for href, _ in pages.read(leader.get(f"/van-ban/{citing.pk}/")).links]
