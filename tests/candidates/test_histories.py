"""Properties of random histories, made by the product's own acts: whatever was done, what is stored agrees with itself."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from candidates import acts, clocks, moves, owners, queries, records, stages, undoing
from candidates.enums import FINAL, OPEN, HoldKind, Stage
from candidates.guards import Step
from candidates.models import Comment, Dossier, Helper, Hold, Paper, StageEntry, Transfer
from candidates.tracks import TRACKS
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import DomainError
from tests import people
from tests.candidates import merits, sides

LATER = date(2024, 6, 28)
STARTS = [stage for stage in (*OPEN, Stage.OFFICIAL) if stage != Stage.APPRAISED]
TRIES = st.tuples(
    st.sampled_from(["step", "step", "hold", "release", "fix", "close", "send", "receive", "refuse"]),
    st.integers(0, 30),
    st.integers(0, 60),
    st.booleans(),
)
ROWS = (StageEntry, Hold, Comment, Transfer, Helper, Paper)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(start=st.sampled_from(STARTS), tries=st.lists(TRIES, min_size=4, max_size=9))
def test_whatever_is_done_the_rows_agree_and_undoing_gives_back_what_was(cast, start, tries):
    with transaction.atomic():
        made = people.dossier(cast, start)
        merits.help_with(made)
        for number, (what, choice, days, takes_back) in enumerate(tries):
            before = written(made)
            if not tried(cast, made, what, choice, days, number):
                assert written(made) == before
                continue
            if takes_back:
                undo(made)
                assert written(made) == before
            agrees(sides.fresh(made))
        transaction.set_rollback(True)


def tried(cast, made: Dossier, what: str, choice: int, days: int, number: int) -> bool:
    """Do something at random; False where the product refused, with a sentence, and wrote nothing."""
    made = sides.fresh(made)
    on = newest(made) + timedelta(days=days)
    try:
        with transaction.atomic():
            return ACTS[what](cast, made, choice, on, number) is not None
    except DomainError:
        return False


def newest(made: Dossier) -> date:
    """The last day on which anything happened; sometimes probation must be over by then."""
    entry = stages.open_entry(made)
    held = made.holds.order_by("-begun_on").first()
    sent = made.transfers.order_by("-sent_on").first()
    paper = getattr(entry, "paper", None)
    days = [entry.on, entry.ends_on, held and held.begun_on, sent and sent.sent_on, paper and paper.issued_on]
    return max(day for day in days if day)


def step(cast, made: Dossier, choice: int, on: date, number: int) -> bool | None:
    legal = moves.from_stage(Stage(made.stage))
    if not legal:
        return None
    move = legal[choice % len(legal)]
    said = {"number": f"{made.pk}-{number}/TN", "note": "Theo văn bản", "received_on": on if move.received else None}
    said |= {"exit_reason": "wish"} if move.to == Stage.REMOVED else {}
    with acting(None, move.deed):
        stages.move(made, move.to, Step(on=on, **said), **sides.known(made, LATER))
    return True


def hold(cast, made: Dossier, choice: int, on: date, number: int) -> Hold:
    kind = list(HoldKind)[choice % len(HoldKind)]
    return sides.hold(made, kind, on, today=LATER, comments=sides.COMMENTS if kind == HoldKind.RETURNED else ())


def release(cast, made: Dossier, choice: int, on: date, number: int) -> bool | None:
    held = made.holds.filter(ended_on=None).first()
    if held is None:
        return None
    outcomes = TRACKS[HoldKind(held.kind)].outcomes
    sides.release(held, on, outcomes[choice % len(outcomes)], today=LATER)
    return True


def comment_of(made: Dossier, choice: int) -> Comment | None:
    found = list(Comment.objects.filter(hold__dossier=made, hold__void=False))
    return found[choice % len(found)] if found else None


def fix(cast, made: Dossier, choice: int, on: date, number: int) -> bool | None:
    said = comment_of(made, choice)
    return None if said is None else sides.fix(said, on, today=LATER) or True


def close(cast, made: Dossier, choice: int, on: date, number: int) -> bool | None:
    said = comment_of(made, choice)
    return None if said is None else sides.close(said, on, today=LATER) or True


def send(cast, made: Dossier, choice: int, on: date, number: int) -> Transfer:
    cells = (cast.foreign_cell, cast.single_cell, cast.cell)
    return sides.send(made, cells[choice % 3], on, today=LATER)


def receive(cast, made: Dossier, choice: int, on: date, number: int) -> Dossier | None:
    sent = made.transfers.last()
    return sides.receive(sent, on, today=LATER) if sent else None


def refuse(cast, made: Dossier, choice: int, on: date, number: int) -> bool | None:
    sent = made.transfers.last()
    return sides.refuse(sent, on, today=LATER) or True if sent else None


ACTS = {each.__name__: each for each in (step, hold, release, fix, close, send, receive, refuse)}


def undo(made: Dossier) -> None:
    """Take back what was done last."""
    made = sides.fresh(made)
    act = acts.last(made)
    act.dossier = made
    reach = sides.at(made.unit, *(each.to_unit for each in made.transfers.all() if each.to_unit))
    with acting(None, Deed.CORRECT_STEP):
        undoing.undo(act, "Ghi nhầm", **sides.known(made, LATER, reach))


def written(made: Dossier) -> dict:
    """Everything of a dossier that counts, but for how often it was changed."""
    made = sides.fresh(made)
    rows = {model.__name__: list(model.objects.filter(**_of(model, made)).order_by("pk").values()) for model in ROWS}
    return rows | {"stage": made.stage, "unit": made.unit_id}


def _of(model: type, made: Dossier) -> dict:
    return {"hold__dossier": made, "hold__void": False} if model is Comment else {"dossier": made}


def agrees(made: Dossier) -> None:
    """What must always hold."""
    entries = list(made.entries.order_by("position"))
    last = entries[-1]
    assert (made.stage, made.unit_id, last.until) == (last.stage, last.unit_id, None)
    spans = [(each.on, each.until) for each in entries if each.until is None or each.until > each.on]
    assert all(until is not None and until <= on for (_, until), (on, _) in pairwise(spans))
    assert all((each.due_on is None) == (each.due_rule_id is None) for each in entries)
    assert all((each.ends_on is None) == (each.ends_rule_id is None) for each in entries)
    read = in_full(made)
    assert all(each.source for each in clocks.of(read, LATER) if each.due_on)
    owner = owners.next_owner(read, LATER)
    if made.stage not in FINAL:
        assert owner is not None
        assert (bool(owner.who), bool(owner.awaited), bool(owners.where(owner, LATER))) == (True, True, True)
    elif made.stage != Stage.OFFICIAL:
        assert owner is None


def in_full(made: Dossier) -> Dossier:
    return queries.in_full(sides.at(made.unit)).prefetch_related("papers", *records.PREFETCH).get(pk=made.pk)


WAITS = [(None, stage) for stage in STARTS[:-1]] + [("transit", stage) for stage in STARTS[:-1]]
WAITS += [
    (kind, stage)
    for kind, track in TRACKS.items()
    for stage in STARTS[:-1]
    if stage in track.stages and kind != HoldKind.REPORTED_UP  # needs votes: test_reported_up
]


@pytest.mark.parametrize(("kind", "stage"), WAITS)
def test_every_open_stage_has_a_next_owner_whatever_it_waits_for(cast, kind, stage):
    made = people.dossier(cast, stage)
    if kind == "transit":
        sides.send(made, cast.foreign_cell)
    elif kind:
        sides.hold(made, kind)
    owner = owners.next_owner(in_full(made), people.TODAY)
    deeds = {"transit": Deed.ADD_CANDIDATE} | {each: track.waits for each, track in TRACKS.items()}
    assert owner.deed == deeds.get(kind, stages_deed(made))
    assert owners.where(owner, people.TODAY)


def stages_deed(made: Dossier) -> str:
    return stages.Line(made, people.TODAY).next_move(Stage(made.stage)).deed
