"""Correcting a registered document: with a reason, by who keeps it, and never over what somebody else has just written."""

import pytest
from django.test import Client

from directives.models import Addressee, Citation, Directive
from organizations.enums import Role
from organizations.models import Clause, Document
from tests import duties, pages, people, registered
from tests.registered import lines

REASON = {"reason": "ghi nhầm"}


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


@pytest.fixture
def made(cast, officer) -> Directive:
    """A letter with two addressees, three clauses and a relation, as the page records it."""
    registered.send(
        officer,
        issuing_unit="B",
        **lines(
            addressees=[{"words": "Các chi bộ", "unit": "B", "bound": "cells"}, {"words": "Lưu", "to_act": "0"}],
            clauses=[{"label": f"Mục {number}", "summary": "Lời."} for number in (1, 2)],
            citations=[{"kind": "grounds", "number": "28-CT/TW", "issuer": "Ban Bí thư", "clause": "Mục 2"}],
        ),
    )
    return Directive.objects.get()


def address(made: Directive) -> str:
    return f"/van-ban/{made.pk}/sua/"


def correct(browser: Client, made: Directive, **typed: object):
    return pages.send(browser, address(made), **(REASON | typed))


def test_sent_as_it_stands_a_form_changes_nothing_but_the_version(made, officer):
    before = [list(model.ever.values()) for model in (Addressee, Clause, Citation)], Document.objects.count()
    assert correct(officer, made).status_code == 302
    assert ([list(model.ever.values()) for model in (Addressee, Clause, Citation)], Document.objects.count()) == before
    assert Directive.objects.get().version == 2


def test_a_correction_is_told_with_who_and_why(made, officer):
    correct(officer, made, subject="V/v khác", reason="chép sót trích yếu")
    page = pages.read(officer.get(f"/van-ban/{made.pk}/"))
    assert ("V/v khác" in page.words, "Lê Văn Cán chép sót trích yếu" in page.words) == (True, True)


def test_without_a_reason_nothing_is_corrected(made, officer):
    answer = correct(officer, made, reason=" ", subject="V/v khác")
    assert "Hãy ghi lý do đính chính." in pages.read(answer).words
    assert Directive.objects.get().document.subject == registered.HEAD["subject"]


def test_a_line_said_no_more_is_void_and_another_keeps_its_place(made, officer):
    correct(officer, made, **lines(addressees=[{"words": "", "unit": "", "bound": "itself"}]))
    assert [each.words for each in made.addressees.all()] == ["Lưu"]
    assert list(Addressee.ever.values_list("words", "position", "void")) == [
        ("Các chi bộ", 1, True), ("Lưu", 2, False)
    ]  # fmt: skip


def test_a_new_clause_is_put_where_its_place_says(made, officer):
    new = {"label": "Mục 1a", "summary": "Chen vào.", "place": "2"}
    correct(officer, made, **lines(clauses=[{}, {}, new]))
    assert [each.label for each in made.document.clauses.all()] == ["Mục 1", "Mục 1a", "Mục 2"]
    assert made.citations.get().clause.label == "Mục 2"


def test_a_clause_from_which_something_followed_is_not_taken_back_but_may_be_said_otherwise(made, officer):
    clause = made.document.clauses.get(label="Mục 1")
    duties.OwnReading.objects.create(directive=made, clause=clause, code="still_has_sources", words="Cách hiểu.")
    answer = correct(officer, made, **lines(clauses=[{"label": "", "summary": ""}]))
    assert "Không bỏ được “Mục 1”: đã có 1 cách hiểu của Ban Tổ chức" in pages.read(answer).words
    correct(officer, made, **lines(clauses=[{"summary": "Lời khác."}]))
    assert Clause.objects.get(pk=clause.pk).summary == "Lời khác."


def test_a_clause_without_followers_is_taken_back_once_no_relation_names_it(made, officer):
    second = [{}, {"label": "", "summary": ""}]
    refused = correct(officer, made, **lines(clauses=second))
    assert "không có điểm, khoản nào mang tên đó" in pages.read(refused).words
    correct(officer, made, **lines(clauses=second, citations=[{"clause": ""}]))
    assert [each.label for each in made.document.clauses.all()] == ["Mục 1"]


def test_another_document_in_a_line_takes_the_place_of_the_first(made, officer):
    correct(officer, made, **lines(citations=[{"number": "29-CT/TW"}]))
    assert [each.document.number for each in made.citations.all()] == ["29-CT/TW"]
    assert Citation.ever.filter(void=True).get().document.number == "28-CT/TW"


def test_an_identity_is_corrected_but_not_to_that_of_another_document(made, officer):
    duties.letter(made.kept_by, "12-CV/TN")
    there = {"number": "12-CV/TN", "issuer": "Cấp ủy thử nghiệm", "issued_on": "1/3/2021"}
    assert "đã được vào sổ" in pages.read(correct(officer, made, **there)).words
    assert correct(officer, made, number="260-CV/ĐUK").status_code == 302
    assert Document.objects.get(pk=made.document_id).number == "260-CV/ĐUK"


def test_whoever_was_slower_is_told_who_was_faster_and_may_send_again(made, officer, cast):
    form = pages.read(officer.get(address(made))).form
    correct(people.signed_in(cast.office_worker), made, subject="V/v nhanh hơn")
    late = pages.read(pages.send(officer, address(made), form, subject="V/v chậm hơn", **REASON))
    assert "Bùi Văn Phòng vừa đính chính văn bản này" in late.words
    assert late.form.fields["subject"] == "V/v chậm hơn"
    assert Document.objects.get(pk=made.document_id).subject == "V/v nhanh hơn"
    assert pages.send(officer, address(made), late.form).status_code == 302
    assert Document.objects.get(pk=made.document_id).subject == "V/v chậm hơn"


def test_more_lines_can_be_asked_for(made, officer):
    page = pages.read(correct(officer, made, them="addressees", subject="V/v dở dang"))
    assert (page.form.fields["addressees-TOTAL_FORMS"], page.form.fields["subject"]) == ("7", "V/v dở dang")
    assert page.form.fields["version"] == "1"
    assert Directive.objects.get().version == 1


@pytest.mark.parametrize(("role", "at", "answer"), [
    (Role.BOARD_OFFICER, "foreign_bloc", 403), (Role.COMMITTEE_OFFICE, "office", 403),
    (Role.COMMITTEE_OFFICE, "bloc", 200), (Role.LEADERSHIP, "bloc", 403),
])  # fmt: skip
def test_only_who_keeps_documents_of_its_unit_corrects_it(made, cast, role, at, answer):
    browser = people.signed_in(people.person("nguoi", "Người Khác", role, getattr(cast, at)))
    assert browser.get(address(made)).status_code == answer
    assert browser.post(address(made)).status_code == answer


def test_the_body_that_issued_a_document_corrects_it_too(made, cast):
    Directive.objects.update(kept_by=cast.foreign_bloc)
    assert people.signed_in(cast.officer).get(address(made)).status_code == 200


def test_units_that_a_keeper_does_not_reach_or_that_are_no_more_stay_as_they_were(made, cast, officer):
    duties.addressee(made, "Chi bộ khác", unit=cast.foreign_cell)
    duties.addressee(made, "Chi bộ Hai", unit=cast.other_cell)
    people.close(cast.other_cell, people.TODAY)
    assert correct(officer, made, subject="V/v khác").status_code == 302
    units = [each.unit for each in made.addressees.all()]
    assert units == [cast.bloc, None, cast.foreign_cell, cast.other_cell]
