"""How the page of a dossier leads somebody who was never trained: what is done now, until when what has to be met."""

import pytest
from django.urls import reverse

from candidates import judged
from candidates.enums import Stage
from tests import pages, people
from tests.candidates import holds

WORK = [
    (Stage.SOURCE, "nguoi-giup-do"),
    (Stage.PREPARING, "nguoi-gioi-thieu"),
    (Stage.VERIFYING, "tham-tra"),
    (Stage.CONSULTING, "y-kien"),
]
MARK = "Đưa vào chương trình họp"


def seen(user, made) -> pages.Page:
    return pages.read(people.signed_in(user).get(f"/ho-so/{made.code}/"))


@pytest.mark.parametrize(("stage", "kind"), WORK)
def test_a_stage_leads_its_keeper_to_what_is_recorded_in_it(cast, stage, kind):
    made = people.dossier(cast, stage)
    title = f"Việc trong bước “{stage.label}”"
    assert title in seen(cast.secretary, made).words
    assert reverse("candidates:record", args=[made.code, kind]) in dict(seen(cast.secretary, made).links)
    assert title not in seen(cast.leader, made).words


@pytest.mark.parametrize(
    ("stage", "moment"),
    [
        (Stage.SOURCE, judged.FOR_PROPOSAL),
        (Stage.SUBMITTED, judged.FOR_DECISION),
        (Stage.ADMITTED, judged.FOR_RECOGNITION),
    ],
)
def test_the_criteria_say_when_they_have_to_be_met(cast, stage, moment):
    assert f"Phải đủ {moment}." in seen(cast.secretary, people.dossier(cast, stage)).words


@pytest.mark.parametrize(
    ("stage", "offered"), [(Stage.SOURCE, True), (Stage.PREPARING, False), (Stage.CONSULTING, True)]
)
def test_a_meeting_is_offered_where_one_makes_the_next_step(cast, stage, offered):
    assert (MARK in seen(cast.secretary, people.dossier(cast, stage)).words) is offered


def test_what_a_return_asks_for_stands_before_the_next_steps(cast):
    made = people.dossier(cast, Stage.PREPARING)
    holds.held(made)
    words = seen(cast.secretary, made).words
    assert words.index("Trả hồ sơ, tạm dừng, chờ ý kiến") < words.index("Việc tiếp theo")


def test_a_cell_reads_who_writes_the_hand_over_book(cast):
    made = people.dossier(cast, Stage.PREPARING)
    page = pages.read(people.signed_in(cast.secretary).get(f"/ho-so/{made.code}/giao-nhan/"))
    assert "đề nghị người nhận ghi sổ" in page.words
