"""Organisations set their own targets: who may, for whom, and what the form refuses."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from candidates.enums import Stage
from candidates.models import Membership
from directives.enums import Bound, Measure, NumberKind, ObligationKind, PeriodKind
from directives.models import Directive, Obligation, Target
from tests import duties, pages, people

LIST = "/van-ban/chi-tieu-doan-the/"


def asked(cast, where=None) -> Obligation:
    """The duty to set targets, of the bloc's associations unless another unit is named."""
    return duties.duty(where or cast.bloc, Bound.ASSOCIATIONS, ObligationKind.TARGETS, words="Đặt chỉ tiêu")


def address(duty: Obligation, code: str = "H.1") -> str:
    return f"/van-ban/{duty.directive_id}/chi-tieu-doan-the/{code}/"


YEARLY = {"measure": Measure.NOMINATED, "number": "12", "number_kind": NumberKind.ABSOLUTE, "period": "year"}
A_TERM = {"period": "term", "first_year": "", "term_first": "1/10/2020", "term_last": "30/9/2025"}


@pytest.fixture
def mass_officer(cast) -> Client:
    return people.signed_in(cast.mass_officer)


def test_an_organisation_sets_a_target_for_each_year(cast, mass_officer):
    duty = asked(cast)
    assert pages.send(mass_officer, address(duty), origin="Kế hoạch 12-KH/HM", **YEARLY).url == LIST
    made = Target.objects.get()
    assert (made.unit, made.measure, made.number, made.first_year, made.last_year) == (
        cast.association, Measure.NOMINATED, 12, 2021, None
    )  # fmt: skip
    assert (made.clause, made.period, made.base, made.origin) == (duty.clause, "year", "", "Kế hoạch 12-KH/HM")


def test_an_organisation_sets_a_share_of_its_members_for_its_own_term(cast, mass_officer):
    duty = asked(cast)
    pages.send(mass_officer, address(duty), **(YEARLY | A_TERM | {"number": "0,5", "number_kind": NumberKind.PERCENT}))
    made = Target.objects.get()
    assert (made.number, made.base, made.period) == (Decimal("0.5"), "organisation_members", PeriodKind.TERM)
    assert (made.term_start, made.term_stop) == (date(2020, 10, 1), date(2025, 10, 1))
    assert (made.first_year, made.last_year) == (2020, 2025)


def test_a_thousand_is_written_with_a_point(cast, mass_officer):
    pages.send(mass_officer, address(asked(cast)), **(YEARLY | {"number": "1.240"}))
    assert Target.objects.get().number == 1240


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"number": ""}, "Hãy nhập mức phấn đấu"),
        ({"number": "nhiều"}, "Hãy nhập một số"),
        ({"number": "0"}, "lớn hơn 0"),
        ({"number": "12,5"}, "Số người là số nguyên"),
        ({"number": "0,125"}, "hai chữ số sau dấu phẩy"),
        ({"number": "101", "number_kind": "percent"}, "không thể quá 100 %"),
        ({"first_year": ""}, "Hãy nhập “Từ năm”"),
        ({"first_year": "21"}, "Năm gồm bốn chữ số"),
        ({"last_year": "2020"}, "không trước “Từ năm”"),
        (A_TERM | {"term_first": ""}, "Hãy nhập “Nhiệm kỳ từ ngày”"),
        (A_TERM | {"term_last": "30/9/2020"}, "không trước “Nhiệm kỳ từ ngày”"),
        ({"measure": "admitted"}, "không phải là lựa chọn hợp lệ"),
        ({"clause": "0"}, "không phải là lựa chọn hợp lệ"),
    ],
)
def test_what_cannot_be_set_is_told_and_what_was_typed_stays(cast, mass_officer, typed, sentence):
    page = pages.read(pages.send(mass_officer, address(asked(cast)), **(YEARLY | {"origin": "KH 12"} | typed)))
    assert (sentence in page.words, page.form.fields["origin"], Target.objects.exists()) == (True, "KH 12", False)


def test_the_same_target_again_is_refused_and_a_second_click_says_so(cast, mass_officer):
    duty = asked(cast)
    opened = pages.read(mass_officer.get(address(duty))).form
    answers = [pages.send(mass_officer, address(duty), opened, **YEARLY) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    again = pages.read(pages.send(mass_officer, address(duty), **YEARLY))
    assert ("đã đặt chỉ tiêu này" in again.words, Target.objects.count()) == (True, 1)


@pytest.mark.parametrize(
    ("who", "code", "answer"),
    [
        ("mass_officer", "H.1.1", 200),
        ("officer", "H.1", 200),
        ("foreign_mass_officer", "H.1", 404),
        ("mass_officer", "H.2", 404),
        ("mass_officer", "D.1", 404),
        ("officer", "D.1", 404),
        ("officer", "B.1", 404),
        ("leader", "H.1", 403),
        ("secretary", "H.1", 403),
    ],
)
def test_who_sets_targets_of_whom(cast, who, code, answer):
    duty = asked(cast)
    browser = people.signed_in(getattr(cast, who))
    assert browser.get(address(duty, code)).status_code == answer


def test_a_document_that_asks_for_no_targets_has_no_form(cast, mass_officer):
    made = duties.duty(cast.bloc, Bound.ASSOCIATIONS)
    assert mass_officer.get(address(made)).status_code == 404


def test_the_list_shows_targets_with_what_is_reached_and_who_still_has_to_set_one(cast, mass_officer):
    duty = asked(cast)
    member = people.dossier(cast, Stage.ADMITTED, days={Stage.ADMITTED: date(2021, 3, 1)})
    Membership.objects.create(person=member.person, organisation=cast.association, valid_from=people.FOUNDED)
    duties.members(cast.association, 200)
    duties.own_target(cast.association, directive=Directive.objects.get(pk=duty.directive_id))
    page = pages.read(mass_officer.get(LIST))
    assert "Hội MộtH.1 Kết nạp đoàn viên, hội viên của tổ chức" in page.words
    assert "25,0 %" in page.words
    assert "0,50 %" in page.words
    assert [href for href, words in page.links if words == "Đặt chỉ tiêu"] == [address(duty, "H.1.1")]


def test_a_number_opens_its_list_for_those_who_may_see_all_the_people(cast, mass_officer):
    member = people.dossier(cast, Stage.ADMITTED, days={Stage.ADMITTED: date(2021, 3, 1)})
    Membership.objects.create(person=member.person, organisation=cast.association, valid_from=people.FOUNDED)
    duties.own_target(cast.association)
    officer = people.signed_in(cast.officer)
    (href,) = [
        href for href, words in pages.read(officer.get(LIST)).links if href.startswith("/ho-so/?") and words == "1"
    ]
    answer = officer.get(href)
    assert (answer.context["total"], answer.context["rows"][0]["entry"].dossier) == (1, member)
    assert [href for href, _ in pages.read(mass_officer.get(LIST)).links if href.startswith("/ho-so/?")] == []


def test_a_number_of_nominations_opens_them(cast, mass_officer):
    people.nomination(cast)
    duties.own_target(cast.association, Measure.NOMINATED)
    (href,) = [href for href, words in pages.read(mass_officer.get(LIST)).links if "/gioi-thieu/?" in href]
    assert mass_officer.get(href).status_code == 200


def test_nobody_sees_the_targets_of_organisations_elsewhere(cast):
    duties.own_target(cast.foreign_association)
    asked(cast, cast.foreign_bloc)
    seen = {
        who: duties.words_of(people.signed_in(getattr(cast, who)), LIST)
        for who in ("officer", "mass_officer", "leader")
    }
    assert {who: "Hội khác" in words for who, words in seen.items()} == dict.fromkeys(seen, False)
    assert "Hội khác" in duties.words_of(people.signed_in(cast.foreign_mass_officer), LIST)


def test_an_empty_list_says_so(cast, mass_officer):
    assert "Chưa có chỉ tiêu nào" in duties.words_of(mass_officer, LIST)
