"""An answer that was given wrongly is taken back: the nomination waits again, and the reason stays."""

from datetime import date

import pytest
from django.test import Client

from candidates import nominated
from candidates.enums import Answer, ReturnReason, Stage
from candidates.models import Dossier, Membership
from candidates.nominated import Nominated, Outcome
from tests import pages, people
from tests.candidates.test_nominations_answered import ANSWERED, TAKEN, correction_of, namesake, of, options, stored
from tests.people import TODAY


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def test_a_return_given_wrongly_waits_again_and_the_reason_stays_in_the_audit_trail(cast, secretary):
    made = people.nomination(cast)
    people.send_back(made, ANSWERED, ReturnReason.AGE, "Nhầm")
    answer = pages.send(secretary, correction_of(made), reason="Ghi nhầm người")
    now = stored(made)
    assert answer.url == of(made)
    assert (now.answer, now.answered_on, now.answered_by, now.return_reason, now.return_note) == (
        Answer.WAITING,
        None,
        None,
        "",
        "",
    )
    context = now.events.order_by("-pgh_id").first().pgh_context.metadata
    assert (context["reason"], context["name"]) == ("Ghi nhầm người", "Đỗ Thị Thư")
    assert pages.send(secretary, of(made), **TAKEN).status_code == 302


def test_an_acceptance_taken_back_leaves_the_dossier_to_which_alone_it_can_be_tied_again(cast, secretary):
    made = people.nomination(cast)
    taken = people.accept(made, ANSWERED)
    assert f"Hồ sơ {taken.code} vẫn ở trong nguồn" in pages.read(secretary.get(correction_of(made))).words
    pages.send(secretary, correction_of(made), reason="Ghi nhầm ngày")
    assert (stored(made).dossier, Dossier.objects.count()) == (None, 1)
    assert options(secretary, made) == [taken.code, "return"]
    pages.send(secretary, of(made), how=taken.code, on="16/3/2021")
    assert stored(made).dossier == taken


def test_whom_a_wrong_link_made_one_person_are_two_again(cast, secretary):
    made = people.nomination(cast, member_since=date(2018, 5, 1))
    dossier = namesake(cast)
    kept = Membership.objects.create(person=dossier.person, organisation=cast.youth_union, valid_from=date(2019, 1, 1))
    people.accept(made, ANSWERED, dossier)
    pages.send(secretary, correction_of(made), reason="Gắn nhầm hồ sơ của người khác")
    now = stored(made)
    assert (now.person, now.dossier, now.answer) == (made.person, None, Answer.WAITING)
    held = set(Membership.objects.values_list("person", "organisation"))
    assert held == {(made.person_id, cast.association.pk), (kept.person_id, cast.youth_union.pk)}


def test_an_acceptance_whose_dossier_moved_on_stays(cast, secretary):
    made = people.nomination(cast)
    people.advance(people.accept(made, ANSWERED), Stage.SYMPATHISER, on=date(2021, 4, 2))
    page = pages.read(pages.send(secretary, correction_of(made), reason="Nhầm"))
    assert (
        "đã đi tiếp: “Cảm tình Đảng” ngày 02/4/2021. Muốn đính chính câu trả lời, hãy đính chính các bước đó trước."
        in page.words
    )
    assert (stored(made).answer, page.form.fields["reason"]) == (Answer.ACCEPTED, "Nhầm")


@pytest.mark.parametrize(
    ("answered", "reason", "sentence"),
    [
        (True, "", "Hãy ghi lý do đính chính."),
        (False, "Nhầm", "Giới thiệu này chưa được trả lời, không có gì để đính chính."),
    ],
)
def test_a_correction_needs_an_answer_and_a_reason(answered, reason, sentence, cast, secretary):
    made = people.nomination(cast)
    if answered:
        people.send_back(made, ANSWERED)
    assert sentence in pages.read(pages.send(secretary, correction_of(made), reason=reason)).words


def test_a_correction_counts_no_return(cast, secretary):
    made = people.nomination(cast)
    people.send_back(made, ANSWERED)
    pages.send(secretary, correction_of(made), reason="Nhầm")
    found = [
        nominated.count(Nominated((cast.association,), TODAY, outcome=each))
        for each in (Outcome.RETURNED, Outcome.WAITING)
    ]
    assert found == [0, 1]
