"""Who has received a document: said by the unit or by who keeps it, counted within the reach, corrected with a reason."""

from datetime import date

import pytest
from django.test import Client

from directives.enums import Bound
from directives.models import Delivery, Directive
from organizations.enums import Role
from tests import duties, pages, people


@pytest.fixture
def made(cast) -> Directive:
    """A letter of the bloc to its cells, to its associations, and to somebody outside the system."""
    letter = duties.letter(cast.bloc, "1-CV/TN")
    duties.addressee(letter, "Các chi bộ", Bound.CELLS, cast.bloc)
    duties.addressee(letter, "Các hội quần chúng", Bound.ASSOCIATIONS, cast.bloc)
    duties.addressee(letter, "Lưu")
    return letter


def address(made: Directive, code: str = "") -> str:
    return f"/van-ban/{made.pk}/noi-nhan/" + (f"{code}/" if code else "")


def say(browser: Client, made: Directive, code: str = "B.1.Một", **typed: object):
    return pages.send(browser, address(made, code), **({"on": "3/3/2021"} | typed))


def counted(browser: Client, made: Directive) -> list[str]:
    """What the page says of each addressee that is followed."""
    return [
        words for _, words in pages.read(browser.get(f"/van-ban/{made.pk}/")).links if "/" in words and "nhận" in words
    ]


def test_a_secretary_says_that_the_cell_received_it_and_everybody_counts_within_their_reach(cast, made):
    assert say(people.signed_in(cast.secretary), made, book_number="118").url == address(made)
    told = Delivery.objects.get()
    assert (told.unit, told.on, told.book_number, told.by) == (cast.cell, date(2021, 3, 3), "118", cast.secretary)
    assert counted(people.signed_in(cast.leader), made) == ["1/3 đã nhận", "0/2 đã nhận"]
    assert counted(people.signed_in(cast.secretary), made) == ["1/1 đã nhận"]
    assert counted(people.signed_in(cast.stranger), made) == []


@pytest.mark.parametrize(("who", "code"), [("officer", "B.1.Hai"), ("mass_officer", "H.1"), ("office_worker", "B.2")])
def test_the_keeper_and_the_officer_of_an_organisation_say_it_too(cast, made, who, code):
    assert say(people.signed_in(getattr(cast, who)), made, code).status_code == 302
    assert Delivery.objects.get().unit.code == code


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", ["B.1.Hai", "B.1.Một", "B.2", "H.1", "H.1.1"]),
        ("loc=xong", ["B.1.Một"]),
        ("loc=chua", ["B.1.Hai", "B.2", "H.1", "H.1.1"]),
        ("noi_nhan={0}&loc=chua", ["B.1.Hai", "B.2"]),
        ("noi_nhan={1}", ["H.1", "H.1.1"]),
    ],
)
def test_the_table_tells_who_has_received_it_and_who_has_not(cast, made, query, codes):
    Delivery.objects.create(directive=made, unit=cast.cell, on=people.TODAY)
    keys = [each.pk for each in made.addressees.all()]
    answer = people.signed_in(cast.leader).get(f"{address(made)}?{query.format(*keys)}")
    assert sorted(line.unit.code for line in answer.context["lines"]) == sorted(codes)


def test_what_is_received_later_than_the_day_one_looks_from_is_not_received_yet(cast, made):
    Delivery.objects.create(directive=made, unit=cast.cell, on=date(2021, 6, 1))
    assert counted(people.signed_in(cast.leader), made)[0] == "0/3 đã nhận"


@pytest.mark.parametrize("query", ["loc=x", "noi_nhan=99999", "la=1"])
def test_what_cannot_be_asked_is_refused(cast, made, query):
    assert people.signed_in(cast.leader).get(f"{address(made)}?{query}").status_code == 400


def test_a_letter_with_addressees_in_words_alone_says_how_to_go_on(cast):
    made = duties.letter(cast.bloc)
    duties.addressee(made, "Lưu")
    assert "Chưa có nơi nhận là đơn vị" in pages.read(people.signed_in(cast.leader).get(address(made))).words


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("28/2/2021", "trước ngày ban hành 01/3/2021"),
        ("1/6/2021", "chưa đến"),
        ("", "Hãy nhập ngày đơn vị nhận văn bản"),
    ],
)
def test_a_day_that_cannot_be_is_refused(cast, made, day, sentence):
    assert sentence in pages.read(say(people.signed_in(cast.secretary), made, on=day)).words
    assert not Delivery.objects.exists()


def test_it_is_corrected_with_a_reason_and_taken_back_and_what_was_said_stays(cast, made):
    secretary = people.signed_in(cast.secretary)
    say(secretary, made)
    assert "Hãy ghi lý do sửa." in pages.read(say(secretary, made, on="4/3/2021", reason=" ")).words
    say(secretary, made, on="4/3/2021", reason="nhầm ngày")
    assert Delivery.objects.get().on == date(2021, 3, 4)
    say(secretary, made, withdrawn="on", reason="chưa nhận")
    assert (Delivery.objects.count(), Delivery.ever.count()) == (0, 2)


def test_whoever_was_slower_is_told_who_was_faster(cast, made):
    officer, secretary = people.signed_in(cast.officer), people.signed_in(cast.secretary)
    form = pages.read(officer.get(address(made, "B.1.Một"))).form
    say(secretary, made)
    late = pages.send(officer, address(made, "B.1.Một"), form, on="5/3/2021")
    assert "Đỗ Thị Thư vừa ghi đơn vị đã nhận ngày 03/3/2021" in pages.read(late).words
    assert Delivery.objects.get().on == date(2021, 3, 3)


def test_the_same_form_sent_twice_says_it_once(cast, made):
    secretary = people.signed_in(cast.secretary)
    form = pages.read(secretary.get(address(made, "B.1.Một"))).form
    assert [pages.send(secretary, address(made, "B.1.Một"), form, on="3/3/2021").status_code for _ in "12"] == [
        302,
        302,
    ]
    assert Delivery.ever.count() == 1


@pytest.mark.parametrize(("who", "code", "answer"), [
    ("leader", "B.1.Một", 403), ("secretary", "B.1.Hai", 404), ("stranger", "B.1.Một", 404), ("officer", "B.1", 404),
    ("officer", "KHONG", 404),
])  # fmt: skip
def test_a_reader_may_not_and_a_stranger_finds_nothing(cast, made, who, code, answer):
    browser = people.signed_in(getattr(cast, who))
    assert [browser.generic(verb, address(made, code)).status_code for verb in ("GET", "POST")] == [answer] * 2


def test_every_party_organisation_under_a_unit_can_be_meant(cast):
    made = duties.letter(cast.bloc)
    duties.addressee(made, "Toàn Đảng bộ", Bound.ALL, cast.bloc)
    duties.addressee(made, "Các đảng bộ cấp trên cơ sở", Bound.UPPER, cast.bloc)
    browser = people.signed_in(people.person("lanhdao2", "Lãnh Đạo", Role.LEADERSHIP, cast.bloc))
    assert counted(browser, made) == ["0/4 đã nhận"]


def desk_lines(who) -> list[tuple[str, str]]:
    """The lines of a desk about documents that did not come yet, each with its address."""
    page = pages.read(people.signed_in(who).get("/"))
    return [(words, href) for href, words in page.links if "Chưa ghi nhận văn bản đến" in words]


@pytest.mark.parametrize("who", ["secretary", "mass_officer"])
def test_the_desk_of_an_addressee_names_the_documents_that_did_not_come_yet(cast, made, who):
    ((words, href),) = desk_lines(getattr(cast, who))
    assert "1-CV/TN" in words
    assert href == f"{address(made)}?loc=chua"
    assert desk_lines(cast.stranger) == []


def test_the_line_goes_once_the_unit_said_so_and_an_old_document_has_none(cast, made):
    old = duties.letter(cast.bloc, "2-CV/TN", date(2019, 3, 1))
    duties.addressee(old, "Các chi bộ", Bound.CELLS, cast.bloc)
    say(people.signed_in(cast.secretary), made)
    assert desk_lines(cast.secretary) == []
