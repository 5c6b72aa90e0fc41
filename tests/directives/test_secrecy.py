"""A document with a degree of secrecy: known to whom it addresses and to who keeps it, to nobody else in any way."""

import pytest
from django.test import Client

from directives.enums import UNIT_MEASURES, Bound, CitationKind, NumberKind
from directives.models import Allocation, Binding, Citation, Directive, Fulfilment, Target
from organizations.enums import Role
from organizations.models import Document
from tests import duties, pages, people, registered
from tests.people import TODAY
from tests.registered import lines

WORD = "Zqmật"


def secret(made: Directive, degree: str = "secret") -> Directive:
    Document.objects.filter(pk=made.document_id).update(secrecy=degree, subject=WORD)
    return Directive.objects.get(pk=made.pk)


@pytest.fixture
def made(cast) -> Directive:
    """A secret letter of the bloc to one of its cells."""
    letter = duties.letter(cast.bloc, "1-CV/TN")
    duties.addressee(letter, "Chi bộ Một", unit=cast.cell)
    return secret(letter)


def sees(browser: Client, made: Directive) -> tuple[int, bool]:
    return browser.get(f"/van-ban/{made.pk}/").status_code, WORD in pages.read(browser.get("/van-ban/")).words


@pytest.mark.parametrize(
    ("who", "answer"),
    [
        ("officer", (200, True)),
        ("office_worker", (200, True)),
        ("secretary", (200, True)),
        ("leader", (200, True)),
        ("in_charge", (200, True)),
        ("stranger", (404, False)),
        ("mass_officer", (404, False)),
        ("foreign_mass_officer", (404, False)),
    ],
)
def test_it_is_known_to_the_addressee_to_those_above_and_to_who_keeps_it(cast, made, who, answer):
    assert sees(people.signed_in(getattr(cast, who)), made) == answer


@pytest.mark.parametrize("at", ["other_cell", "single_cell", "foreign_bloc"])
def test_a_unit_beside_the_addressee_knows_nothing_of_it(cast, made, at):
    assert sees(people.signed_in(people.person("khac", "Người Khác", Role.BOARD_OFFICER, getattr(cast, at))), made) == (
        404,
        False,
    )


@pytest.mark.parametrize("page", ["", "sua/", "tep/", "noi-nhan/", "noi-nhan/F.1/"])
@pytest.mark.parametrize("verb", ["GET", "POST"])
def test_no_page_of_it_opens_to_a_stranger(cast, made, page, verb):
    stranger = people.signed_in(people.person("khac", "Người Khác", Role.COMMITTEE_OFFICE, cast.foreign_bloc))
    answer = stranger.generic(verb, f"/van-ban/{made.pk}/{page}").status_code
    assert answer == 404 or (page in ("", "noi-nhan/") and verb == "POST" and answer == 405)


def test_neither_its_duty_nor_its_receipt_opens_to_a_stranger(cast, made):
    duty = duties.duty(cast.foreign_bloc, directive=made)
    address = f"/van-ban/{made.pk}/nhiem-vu/{duty.pk}/"
    stranger = people.signed_in(cast.stranger)
    assert [stranger.get(page).status_code for page in (address, f"{address}don-vi/F.1/")] == [404, 404]


@pytest.mark.parametrize(
    ("bound", "unit", "who", "sees_it"),
    [
        (Bound.CELLS, "bloc", "secretary", True),
        (Bound.GRASSROOTS, "bloc", "secretary", False),
        (Bound.GRASSROOTS, "bloc", "in_charge", True),
        (Bound.ALL, "bloc", "secretary", True),
        (Bound.UPPER, "bloc", "secretary", False),
        (Bound.CELLS, "foreign_bloc", "secretary", False),
        (Bound.ASSOCIATIONS, "bloc", "mass_officer", True),
        (Bound.ASSOCIATIONS, "bloc", "foreign_mass_officer", False),
        (Bound.SOCIO_POLITICAL, "bloc", "mass_officer", False),
    ],
)
def test_units_that_a_letter_names_by_their_kind_know_of_it(cast, bound, unit, who, sees_it):
    letter = duties.letter(cast.bloc)
    duties.addressee(letter, "Các đơn vị", bound, getattr(cast, unit))
    status, listed = sees(people.signed_in(getattr(cast, who)), secret(letter))
    assert (status == 200, listed) == (sees_it, sees_it)


@pytest.mark.parametrize("degree", ["confidential", "secret", "top_secret"])
def test_every_degree_but_the_lowest_narrows(cast, degree):
    made = secret(duties.letter(cast.bloc), degree)
    assert sees(people.signed_in(cast.secretary), made) == (404, False)


def test_a_relation_to_it_is_told_without_naming_it_and_one_of_it_not_at_all(cast, made):
    open_one, other = duties.letter(cast.bloc, "2-CV/TN"), duties.letter(cast.bloc, "3-CV/TN")
    Citation.objects.create(directive=open_one, document=made.document, kind=CitationKind.GROUNDS)
    Citation.objects.create(directive=made, document=other.document, kind=CitationKind.REPLACES)
    browsers = {who: people.signed_in(getattr(cast, who)) for who in ("stranger", "officer")}
    pages_of = {who: pages.read(each.get(f"/van-ban/{open_one.pk}/")).words for who, each in browsers.items()}
    assert ("một văn bản có độ mật" in pages_of["stranger"], "1-CV/TN" in pages_of["stranger"]) == (True, False)
    assert WORD in pages_of["officer"]
    replaced = {who: pages.read(each.get(f"/van-ban/{other.pk}/")).words for who, each in browsers.items()}
    assert {who: "1-CV/TN" in words for who, words in replaced.items()} == {"stranger": False, "officer": True}
    assert "Văn bản này đã bị thay thế bởi một văn bản có độ mật." in replaced["stranger"]


def test_its_words_find_nothing_for_a_stranger_even_through_who_cites_it(cast, made):
    open_one = duties.letter(cast.bloc, "2-CV/TN")
    Citation.objects.create(directive=open_one, document=made.document, kind=CitationKind.GROUNDS)
    for who, found in (("stranger", []), ("officer", [made])):
        answer = people.signed_in(getattr(cast, who)).get("/van-ban/", {"tim": WORD})
        assert list(answer.context["directives"]) == found


def test_whoever_registers_it_again_is_refused_without_being_told_what_it_is(cast, made):
    keeper = people.signed_in(people.person("khac", "Người Khác", Role.COMMITTEE_OFFICE, cast.foreign_bloc))
    typed = {"number": "1-CV/TN", "issuer": "Cấp ủy thử nghiệm", "issued_on": "1/3/2021"}
    page = pages.read(registered.send(keeper, **typed))
    assert ("Một văn bản có độ mật đã được vào sổ" in page.words, WORD in page.words) == (True, False)
    assert f"/van-ban/{made.pk}/" not in [href for href, _ in page.links]


def test_no_auditor_reads_its_words_in_the_audit(cast):
    auditor = people.signed_in(cast.auditor)
    officer = people.signed_in(cast.officer)
    for degree, number in (("normal", "7-CV"), ("secret", "8-CV")):
        registered.send(officer, number=number, secrecy=degree, subject=f"{WORD}{degree}",
                        **lines(clauses=[{"label": "Mục 1", "summary": f"{WORD}{degree}"}]))  # fmt: skip
    words = pages.read(auditor.get("/nhat-ky/")).words
    assert (f"{WORD}normal" in words, f"{WORD}secret" in words) == (True, False)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/van-ban/bang-diem/",
        "/van-ban/chi-tieu/{0}/",
        "/van-ban/chi-tieu/{0}/du-bao/",
        "/bao-cao/minh-chung/",
        "/bao-cao/tien-do/",
    ],
)
def test_its_target_is_told_to_nobody_who_may_not_know_of_it(cast, address):
    asked = people.target(cast.bloc, 37, NumberKind.ABSOLUTE)
    duties.addressee(asked.directive, "Chi bộ Một", unit=cast.cell)
    secret(asked.directive)
    page = address.format(asked.pk)
    above, beside = (people.signed_in(user) for user in (cast.leader, _leader_of(cast.single_cell)))
    assert (above.get(page).status_code, "37" in pages.read(above.get(page)).words) == (200, True)
    answer = beside.get(page)
    assert answer.status_code in (200, 404)
    assert asked.directive.document.number not in pages.read(answer).words


@pytest.mark.parametrize("measure", sorted(UNIT_MEASURES))
def test_its_target_of_units_is_told_to_nobody_who_may_not_know_of_it(cast, measure):
    asked = people.target(cast.bloc, 37, NumberKind.ABSOLUTE)
    Target.objects.filter(pk=asked.pk).update(measure=measure)
    duties.addressee(asked.directive, "Chi bộ Một", unit=cast.cell)
    Allocation.objects.create(
        target=asked, unit=cast.single_cell, year=2021, people=37, document=asked.directive.document
    )
    secret(asked.directive)
    above, beside = (people.signed_in(user) for user in (cast.leader, _leader_of(cast.single_cell)))
    for page in (f"/van-ban/chi-tieu/{asked.pk}/to-chuc/", "/van-ban/bang-diem/", "/bao-cao/minh-chung/"):
        assert (above.get(page).status_code, "37" in pages.read(above.get(page)).words) == (200, True)
        words = pages.read(beside.get(page)).words
        assert (asked.directive.document.number in words, asked.get_measure_display() in words) == (False, False)


def test_its_duty_stands_on_no_sheet_of_a_unit_whose_people_may_not_know_of_it(cast):
    asked = duties.duty(cast.foreign_bloc, Bound.ITSELF, words="Zqviệc")
    duties.addressee(asked.directive, "Chi bộ Một", unit=cast.cell)
    Binding.objects.create(obligation=asked, unit=cast.single_cell, bound=Bound.ITSELF)
    secret(asked.directive)
    readers = (_leader_of(cast.single_cell), cast.leader)
    told = ["Zqviệc" in pages.read(people.signed_in(who).get("/bao-cao/minh-chung/")).words for who in readers]
    assert told == [False, True]


def test_what_an_organisation_set_itself_by_it_is_listed_for_nobody_who_may_not_know_of_it(cast):
    asked = duties.own_target(cast.association)
    browser, number = people.signed_in(cast.mass_officer), asked.directive.document.number
    told = [number in pages.read(browser.get("/van-ban/chi-tieu-doan-the/")).words]
    secret(asked.directive)
    told.append(number in pages.read(browser.get("/van-ban/chi-tieu-doan-the/")).words)
    assert told == [True, False]


def test_what_hangs_on_it_stands_in_no_audit(cast):
    for number, degree in ((41, "normal"), (43, "secret")):
        asked = people.target(cast.bloc, number, NumberKind.ABSOLUTE)
        Target.objects.filter(pk=asked.pk).update(reading=f"Zqđọc{number}")
        given = {"target": asked, "unit": cast.office, "year": 2021, "document": asked.directive.document}
        Allocation.objects.create(people=number, **given)
        duty = duties.duty(cast.bloc, directive=asked.directive)
        Fulfilment.objects.create(obligation=duty, unit=cast.cell, on=TODAY, words=f"Zqxong{number}")
        Binding.objects.create(obligation=duty, unit=cast.office, bound=Bound.ITSELF)
        secret(asked.directive, degree)
    words = pages.read(people.signed_in(cast.auditor).get("/nhat-ky/")).words
    said = {each: (f"{each}41" in words, f"{each}43" in words) for each in ("Zqđọc", "Zqxong")}
    assert said == {"Zqđọc": (True, False), "Zqxong": (True, False)}
    assert ("41-CV/TN" in words, "43-CV/TN" in words) == (True, False)


def _leader_of(unit):
    return people.person("lanhdao-le", "Lãnh Đạo Lẻ", Role.LEADERSHIP, unit)
