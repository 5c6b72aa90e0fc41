"""Acts and their undoing: what a step wrote is taken back whole, by its owner, while nothing was built on it."""

from datetime import date

import pytest

from candidates import acts, checks, moves, stages, statistics, undoing
from candidates.enums import ActKind, BatchKind, ExitReason, HoldKind, Stage, Way
from candidates.guards import Step
from candidates.models import Act, Dossier, Hold, Paper, StageEntry
from candidates.statistics import Cell
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.periods import year
from tests import people
from tests.candidates.walking import SITUATION_7, as_before, at, step, walked
from tests.people import DAYS, TODAY

REASON = "ghi nhầm hồ sơ"


def undo(made: Dossier, who, act: Act | None = None, reason: str = REASON, version: int | None = None) -> None:
    made.refresh_from_db()
    with acting(who, Deed.CORRECT_STEP):
        known = {"own": access.reach(who, TODAY), "today": TODAY, "version": version or made.version}
        undoing.undo(act or acts.last(made), reason, **known)


def take_back(made: Dossier) -> StageEntry:
    made.refresh_from_db()
    with acting(None, Deed.CORRECT_STEP):
        return stages.take_back(made, REASON, own=at(made.unit), today=date(2026, 11, 20), version=made.version)


def periods(made: Dossier) -> list[tuple]:
    return [(entry.stage, entry.on, entry.until) for entry in made.entries.order_by("position")]


def test_every_step_is_an_act_of_its_owner(cast):
    made = people.dossier(cast, Stage.OFFICIAL)
    assert [(each.kind, each.deed, each.on) for each in made.acts.all()] == [
        (ActKind.STEP, moves.made(entry.from_stage, entry.stage).deed, DAYS[Stage(entry.stage)])
        for entry in made.entries.order_by("position")[1:]
    ]
    assert acts.last(made).entries.get() == stages.open_entry(made)


def test_an_undone_step_stays_on_record_with_who_and_why(cast):
    made = people.dossier(cast, Stage.TRAINED)
    act = acts.last(made)
    undo(made, cast.secretary)
    act.refresh_from_db()
    entry = StageEntry.ever.get(act=act)
    assert (act.undone_by, act.undo_reason, entry.cancelled_by, entry.cancel_reason) == (
        cast.secretary, REASON, cast.secretary, REASON,
    )  # fmt: skip
    assert Paper.ever.get(entry=entry).void
    assert acts.last(made).entries.get().stage == stages.open_entry(made).stage == Stage.SYMPATHISER


def test_what_was_built_on_is_not_undone_and_the_later_act_is_named(cast):
    made = people.dossier(cast, Stage.PREPARING)
    trained = made.acts.get(entries__stage=Stage.TRAINED)
    before = periods(made)
    with pytest.raises(Refused) as refusal:
        undo(made, cast.secretary, trained)
    assert refusal.value.sentences == (
        f"Hồ sơ {made.code} đã có việc ghi sau: “Bắt đầu lập hồ sơ” ngày 05/8/2019. Hãy hủy việc đó trước.",
    )
    assert periods(made) == before


def test_an_act_is_undone_once(cast):
    made = people.dossier(cast, Stage.TRAINED)
    act = acts.last(made)
    undo(made, cast.secretary)
    act.refresh_from_db()
    with pytest.raises(Refused, match="đã được hủy trước đó"):
        undo(made, cast.secretary, act)


@pytest.mark.parametrize(
    ("upto", "who"),
    [(Stage.TRAINED, "officer"), (Stage.TRAINED, "leader"), (Stage.TRAINED, "stranger"), (Stage.DECIDED, "secretary")],
)
def test_only_the_owner_of_an_act_undoes_it(upto, who, cast):
    made = people.dossier(cast, upto)
    assert not undoing.may(access.reach(getattr(cast, who), TODAY), acts.last(made))
    with pytest.raises(NotAllowed):
        undo(made, getattr(cast, who))
    assert stages.open_entry(made).stage == upto


def test_undoing_needs_a_reason_and_the_state_that_was_read(cast):
    made = people.dossier(cast, Stage.TRAINED)
    with pytest.raises(Refused, match="Cần ghi lý do"):
        undo(made, cast.secretary, reason=" ")
    with pytest.raises(Conflict):
        undo(made, cast.secretary, version=made.version - 1)


def together(cast, *made: Dossier) -> object:
    """Recognise several people as sympathisers at one meeting."""
    with acting(cast.secretary, Deed.MOVE_AS_CELL):
        batch = acts.begin_batch(BatchKind.REVIEW, cast.cell, DAYS[Stage.SYMPATHISER])
        for each in made:
            own = access.reach(cast.secretary, TODAY)
            said = Step(on=DAYS[Stage.SYMPATHISER])
            stages.move(each, Stage.SYMPATHISER, said, own=own, today=TODAY, version=each.version, batch=batch)
    return batch


def undo_batch(cast, batch, who: str = "secretary") -> int:
    user = getattr(cast, who)
    with acting(user, Deed.CORRECT_STEP):
        return undoing.undo_batch(batch, REASON, own=access.reach(user, TODAY), today=TODAY)


def test_what_was_made_together_is_undone_together(cast):
    both = [people.dossier(cast, full_name=name) for name in ("Lê Văn An", "Lê Văn Bình")]
    assert undo_batch(cast, together(cast, *both)) == 2
    assert {stages.open_entry(each).stage for each in both} == {Stage.SOURCE}


def test_one_that_was_built_on_stops_all(cast):
    first, second = (people.dossier(cast, full_name=name) for name in ("Lê Văn An", "Lê Văn Bình"))
    batch = together(cast, first, second)
    people.advance(second, Stage.TRAINED, on=DAYS[Stage.TRAINED])
    with pytest.raises(Refused, match=f"Hồ sơ {second.code} đã có việc ghi sau"):
        undo_batch(cast, batch)
    assert [stages.open_entry(each).stage for each in (first, second)] == [Stage.SYMPATHISER, Stage.TRAINED]


def test_membership_reaches_back_before_the_review_and_its_undoing_restores_both_periods(cast):
    made = walked(cast, Stage.REVIEWED, SITUATION_7 | {Stage.REVIEWED: date(2024, 9, 9)})
    before = periods(made)
    assert before[-2:] == [
        (Stage.ADMITTED, date(2023, 8, 31), date(2024, 9, 9)),
        (Stage.REVIEWED, date(2024, 9, 9), None),
    ]
    step(made, Stage.OFFICIAL, date(2024, 10, 7))
    assert periods(made)[-3:] == [
        (Stage.ADMITTED, date(2023, 8, 31), date(2024, 8, 31)),
        (Stage.REVIEWED, date(2024, 9, 9), date(2024, 9, 9)),
        (Stage.OFFICIAL, date(2024, 8, 31), None),
    ]
    assert take_back(made).stage == Stage.REVIEWED
    assert periods(made) == before


def test_of_a_review_and_a_recognition_on_the_day_probation_ends_nothing_is_cut(cast):
    made = walked(
        cast, Stage.OFFICIAL, SITUATION_7 | {Stage.REVIEWED: date(2024, 8, 31), Stage.OFFICIAL: date(2024, 9, 9)}
    )
    take_back(made)
    assert periods(made)[-2:] == [
        (Stage.ADMITTED, date(2023, 8, 31), date(2024, 8, 31)),
        (Stage.REVIEWED, date(2024, 8, 31), None),
    ]


@pytest.mark.parametrize(
    ("upto", "to", "on"),
    [
        (Stage.PREPARING, Stage.PROPOSED, date(2022, 1, 5)),
        (Stage.ADMITTED, Stage.OFFICIAL, date(2024, 10, 7)),
    ],
)
def test_a_history_of_before_is_corrected_and_goes_on_by_the_line_of_today(upto, to, on, cast):
    made = walked(cast, upto, SITUATION_7)
    before = periods(made)
    as_before(made, to, on)
    assert acts.last(made) is None
    assert take_back(made).stage == upto
    assert periods(made) == before
    following = Stage.VERIFYING if upto == Stage.PREPARING else Stage.REVIEWED
    assert step(made, following, date(2024, 10, 7)).stage == following


def test_a_step_that_was_made_again_counts_once(cast):
    made = people.dossier(cast, Stage.ENDORSED)
    proposed = Cell((cast.bloc,), (Stage.PROPOSED,), TODAY, year(2019))
    people.make(made, Stage.PROPOSED, on=date(2019, 11, 4), by=cast.officer)
    entry = stages.open_entry(made)
    assert (entry.stage, entry.way, entry.from_stage) == (Stage.PROPOSED, Way.BACK, Stage.ENDORSED)
    assert StageEntry.objects.filter(dossier=made, stage=Stage.PROPOSED).count() == 2
    assert (statistics.count(proposed), list(statistics.by_month(proposed).items())) == (1, [((2019, 10), 1)])
    assert statistics.count(Cell((cast.bloc,), (Stage.PROPOSED,), TODAY)) == 1
    assert entry.due_on == made.entries.get(stage=Stage.PROPOSED, way=Way.STEP).due_on


def test_probation_that_goes_on_after_an_annulled_recognition_is_no_second_admission(cast):
    made = people.dossier(cast, Stage.OFFICIAL)
    people.make(made, Stage.ADMITTED, on=date(2021, 5, 10), by=cast.officer)
    entry = stages.open_entry(made)
    assert (entry.way, entry.ends_on) == (Way.BACK, date(2020, 12, 16))
    admitted = [statistics.count(Cell((cast.bloc,), (Stage.ADMITTED,), TODAY, year(number))) for number in (2019, 2021)]
    assert admitted == [1, 0]
    assert statistics.count(Cell((cast.bloc,), (Stage.OFFICIAL,), TODAY)) == 0


def test_whoever_is_recognised_again_is_a_member_since_the_same_day_and_its_undoing_restores_every_period(cast):
    made = people.dossier(cast, Stage.OFFICIAL)
    people.make(made, Stage.ADMITTED, on=date(2021, 3, 1), by=cast.officer)
    people.make(made, Stage.REVIEWED, on=date(2021, 4, 5), by=cast.secretary)
    before = periods(made)
    people.make(made, Stage.OFFICIAL, on=date(2021, 5, 10), by=cast.officer)
    ended = date(2020, 12, 16)
    assert periods(made)[-5:] == [
        (Stage.REVIEWED, date(2020, 12, 28), date(2020, 12, 28)),
        (Stage.OFFICIAL, ended, ended),
        (Stage.ADMITTED, date(2021, 3, 1), date(2021, 3, 1)),
        (Stage.REVIEWED, date(2021, 4, 5), date(2021, 4, 5)),
        (Stage.OFFICIAL, ended, None),
    ]
    assert list(checks.chains()) == []
    undo(made, cast.officer)
    assert periods(made) == before
    assert list(checks.chains()) == []


WAYS_OUT = [
    (Stage.CONSULTING, Stage.WITHDRAWN, "secretary"),
    (Stage.SUBMITTED, Stage.WITHDRAWN, "secretary"),
    (Stage.SOURCE, Stage.MOVED_OUT, "secretary"),
    (Stage.REVIEWED, Stage.MOVED_OUT, "secretary"),
    (Stage.DECIDED, Stage.ANNULLED, "officer"),
    (Stage.OFFICIAL, Stage.ANNULLED, "officer"),
    (Stage.REVIEWED, Stage.STRUCK_OFF, "officer"),
]


@pytest.mark.parametrize(("upto", "to", "who"), WAYS_OUT)
def test_a_way_out_is_made_and_undone_by_its_owner(upto, to, who, cast):
    made, owner = people.dossier(cast, upto), getattr(cast, who)
    before = periods(made)
    with acting(owner, Deed.MOVE_AS_CELL):
        known = {"own": access.reach(owner, TODAY), "today": TODAY, "version": made.version}
        entry = stages.move(made, to, Step(on=TODAY, number="9-QĐ/TN", note="thông báo kiểm tra"), **known)
    assert (entry.stage, entry.act.deed) == (to, moves.find(upto, to).deed)
    undo(made, owner)
    assert periods(made) == before


def test_an_open_side_track_stops_steps_forward_and_no_way_out(cast):
    made = people.dossier(cast, Stage.CONSULTING)
    Hold.objects.create(
        dossier=made,
        kind=HoldKind.PAUSED,
        stage=made.stage,
        unit=made.unit,
        reason="đi học",
        begun_on=date(2019, 9, 20),
    )
    with pytest.raises(Refused, match="Hồ sơ tạm dừng từ ngày 20/9/2019"):
        people.make(made, Stage.PROPOSED, on=DAYS[Stage.PROPOSED])
    people.make(made, Stage.REMOVED, on=TODAY, exit_reason=ExitReason.WISH)
    assert stages.open_entry(made).stage == Stage.REMOVED
