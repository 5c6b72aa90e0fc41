"""The story closes two periods by the product's own acts, and its numbers stay what they were."""

from datetime import date

import pytest

from candidates.models import Dossier, StageEntry
from organizations.models import PeriodLock, User
from reports.demo.khoi_2021 import closing
from reports.models import Adjustment, PeriodRound
from reports.rounds import standing
from reports.rounds.standing import State
from tests import people

AS_AT = date(2021, 5, 31)


def found(period) -> PeriodRound:
    return PeriodRound.objects.get(first_day=period.start, last_day=period.last_day)


def tally(period) -> dict[State, int]:
    places = found(period).places.select_related("round")
    told = standing.tally(list(standing.standings(places, AS_AT).values()))
    return {state: count for state, count in told.items() if count}


@pytest.mark.parametrize(
    ("period", "states"),
    [
        (closing.TRIAL, {State.ACCEPTED: 4}),
        (closing.QUARTER, {State.ACCEPTED: 11, State.CONFIRMED: 8, State.RETURNED: 1, State.LATE: 3}),
    ],
)
def test_organisations_stand_in_every_state(bloc, period, states):
    assert tally(period) == states
    assert PeriodLock.objects.filter(last_day=period.last_day).count() == states[State.ACCEPTED]


def test_a_late_change_was_taken_up_with_its_reason_and_the_dossier_stands_where_it_stood(bloc):
    rows = list(Adjustment.objects.select_related("of__place__round", "confirmation__place__round"))
    (code,) = {row.code for row in rows}
    assert {(row.words, row.of.place.round, row.confirmation.place.round) for row in rows} == {
        (words, found(closing.TRIAL), found(closing.QUARTER))
        for words in ("−1 Ra khỏi danh sách trong kỳ", "+1 Đang theo dõi, chưa có quyết định")
    }
    assert all(row.reason.startswith(closing.FOUND_OUT) for row in rows)
    dossier = Dossier.objects.get(code=code)
    assert (dossier.stage, StageEntry.objects.filter(dossier=dossier).count()) == ("source", 1)


def test_each_act_stands_in_the_audit_trail_under_whoever_did_it(bloc):
    events = PeriodRound.pgh_event_model.objects.filter(pgh_label="insert")
    assert {event.pgh_context.metadata["name"] for event in events} == {str(User.objects.get(username="canbo"))}


@pytest.mark.parametrize(
    ("username", "words"),
    [
        ("bithucs", "Chưa chốt, quá hạn 45 ngày"),
        ("danguy", "Bị trả lại, còn 4 ngày"),
        ("canbo", "8 tổ chức"),
    ],
)
def test_whoever_must_act_finds_it_on_the_desk(bloc, username, words):
    lines = people.signed_in(User.objects.get(username=username)).get("/").context["rounds"]
    assert words in [line.told for line in lines]
