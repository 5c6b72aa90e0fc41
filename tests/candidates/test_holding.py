"""Side tracks through the product's own acts: what may begin where, what stands against it, how it ends, how it is undone."""

from datetime import date

import pytest

from candidates import acts, holds, stages, undoing
from candidates.enums import OPEN, HoldKind, HoldOutcome, Stage
from candidates.guards import Step
from candidates.models import Act, Comment, Dossier, Hold
from candidates.tracks import TRACKS
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Conflict, NotAllowed, Refused
from tests import people
from tests.candidates import sides
from tests.people import TODAY

PLAIN = tuple(kind for kind in HoldKind if kind != HoldKind.REPORTED_UP)
BEGINNINGS = [(kind, stage) for kind in PLAIN for stage in Stage if stage in (*OPEN, Stage.OFFICIAL)]
ALLOWED = [(kind, stage) for kind, stage in BEGINNINGS if stage in TRACKS[kind].stages and stage != Stage.APPRAISED]
FORBIDDEN = [
    (kind, stage) for kind, stage in BEGINNINGS if stage not in TRACKS[kind].stages and stage != Stage.APPRAISED
]


def refusal(act, *args: object, **said: object) -> tuple[str, ...]:
    """The sentences of a refusal; nothing may be written then."""
    before = written()
    with pytest.raises(Refused) as refused:
        act(*args, **said)
    assert written() == before
    return refused.value.sentences


def written() -> list:
    return [list(model._base_manager.order_by("pk").values()) for model in (Dossier, Hold, Comment, Act)]


def undo(made: Dossier, reason: str = "Ghi nhầm") -> None:
    made = sides.fresh(made)
    act = acts.last(made)
    act.dossier = made
    with acting(None, Deed.CORRECT_STEP):
        undoing.undo(act, reason, **sides.known(made))


@pytest.mark.parametrize(("kind", "stage"), ALLOWED)
def test_a_side_track_begins_at_its_stages_and_changes_none(cast, kind, stage):
    made = people.dossier(cast, stage)
    held = sides.hold(made, kind)
    assert (held.stage, held.unit, held.begun_on) == (stage, cast.cell, sides.BEGUN)
    assert sides.fresh(made).stage == stage
    assert [each.kind for each in holds.open_on(made, TODAY)] == [kind]


@pytest.mark.parametrize(("kind", "stage"), FORBIDDEN)
def test_at_any_other_stage_it_is_refused_by_the_name_of_the_stage(cast, kind, stage):
    made = people.dossier(cast, stage)
    assert refusal(sides.hold, made, kind)[0].endswith(f"hồ sơ đang ở bước “{stage.label}”.")


def test_while_a_dossier_waits_it_takes_no_step_forward_but_may_leave(cast):
    made = people.dossier(cast, Stage.SUBMITTED)
    sides.hold(made, HoldKind.RETURNED)
    against = {each.to: each.against for each in options(made)}
    words = "Hồ sơ được trả về để bổ sung từ ngày 03/5/2021; hãy kết thúc việc đó trước khi ghi bước tiếp."
    assert words in against[Stage.DECIDED]
    assert words not in against[Stage.REMOVED]


@pytest.mark.parametrize(("on", "lies_within"), [(date(2021, 5, 10), True), (sides.ENDED, False)])
def test_a_step_is_not_dated_into_a_pause_that_has_ended(cast, on, lies_within):
    made = people.dossier(cast, Stage.TRAINED)
    sides.release(sides.hold(made, HoldKind.PAUSED))
    words = (
        "Ngày 10/5/2021 nằm trong thời gian hồ sơ tạm dừng (03/5/2021 – 20/5/2021). "
        "Hãy kiểm tra lại ngày của bước, hoặc đính chính việc đó trước."
    )
    if lies_within:
        assert refusal(people.make, sides.fresh(made), Stage.PREPARING, on=on) == (words,)
    else:
        people.make(made, Stage.PREPARING, on=on)
        assert sides.fresh(made).stage == Stage.PREPARING


def options(made: Dossier) -> list[stages.Option]:
    return stages.possible_moves(sides.fresh(made), sides.at(made.unit), TODAY)


@pytest.mark.parametrize(
    ("kind", "said", "sentence"),
    [
        (
            HoldKind.PAUSED,
            {"on": date(2021, 6, 1)},
            "Tạm dừng từ ngày 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)",
        ),
        (
            HoldKind.PAUSED,
            {"on": date(2019, 1, 1)},
            "Tạm dừng từ ngày 01/01/2019 trước bước “Đã trình cấp quyết định” ngày",
        ),
        (HoldKind.PAUSED, {"reason": " "}, "Cần ghi lý do."),
        (HoldKind.PAUSED, {"expected_on": sides.BEGUN}, "Ngày dự kiến 03/5/2021 phải sau ngày 03/5/2021."),
        (HoldKind.POLITICAL, {"number": ""}, "Cần ghi số của văn bản."),
        (HoldKind.RETURNED, {"code": ""}, "Cần chọn hồ sơ được trả vì việc gì."),
        (HoldKind.REPORTED_UP, {}, "Chỉ báo cáo cấp trên khi cấp ủy biểu quyết không đủ tỷ lệ"),
    ],
)
def test_what_stands_against_a_beginning_is_said_and_nothing_is_written(cast, kind, said, sentence):
    made = people.dossier(cast, Stage.SUBMITTED)
    assert refusal(sides.hold, made, kind, **said)[0].startswith(sentence)


def test_a_second_one_of_a_kind_is_refused_by_the_day_of_the_first(cast):
    made = people.dossier(cast, Stage.SOURCE)
    sides.hold(made, HoldKind.PAUSED)
    words = "Việc này đã ghi từ ngày 03/5/2021 và chưa kết thúc; hãy kết thúc việc đó trước."
    assert refusal(sides.hold, made, HoldKind.PAUSED) == (words,)


def test_two_of_different_kinds_may_last_at_once(cast):
    made = people.dossier(cast, Stage.SUBMITTED)
    sides.hold(made, HoldKind.RETURNED)
    sides.hold(made, HoldKind.POLITICAL, date(2021, 5, 4))
    assert [each.kind for each in holds.open_on(made, TODAY)] == [HoldKind.RETURNED, HoldKind.POLITICAL]


def test_whoever_was_slower_is_told(cast):
    made = people.dossier(cast, Stage.SOURCE)
    from_before = sides.known(made)
    sides.hold(made, HoldKind.PAUSED)
    with pytest.raises(Conflict), acting(None, Deed.MOVE_AS_CELL):
        stages.move(made, Stage.SYMPATHISER, Step(TODAY), **from_before)


def test_the_cell_does_not_return_its_own_dossier(cast):
    made = people.dossier(cast, Stage.SUBMITTED)
    said = sides.Beginning(TODAY, "Thiếu giấy tờ", "procedure")
    with pytest.raises(NotAllowed), acting(cast.secretary, Deed.RETURN_DOSSIER):
        sides.holding.begin(made, HoldKind.RETURNED, said, **sides.known(made, own=of_cell(cast)))


def of_cell(cast):
    return sides.access.reach(cast.secretary, TODAY)


class TestReturned:
    """A returned dossier: comments on single things, mended by the cell, accepted by the reviewer."""

    def test_ends_by_itself_with_the_last_thing_that_is_accepted(self, cast):
        made = people.dossier(cast, Stage.SUBMITTED)
        first, second = sides.returned(made)
        sides.fix(first)
        assert sides.close(first) is False
        assert sides.close(second) is True
        held = Hold.objects.get()
        assert (held.outcome, held.ended_on) == (HoldOutcome.COMPLETED, date(2021, 5, 12))

    def test_is_handed_in_again_by_the_cell_once_everything_is_mended(self, cast):
        made = people.dossier(cast, Stage.SUBMITTED)
        first, second = sides.returned(made)
        sides.fix(first)
        with pytest.raises(Refused) as refused:
            self.hand_in(cast, made)
        words = "Còn 1 mục chưa đánh dấu “Đã sửa”: “Kết quả biểu quyết” (nhận xét ngày 03/5/2021)."
        assert refused.value.sentences == (words,)
        sides.fix(second)
        self.hand_in(cast, made)
        assert Hold.objects.get().outcome == HoldOutcome.COMPLETED

    def hand_in(self, cast, made):
        held = Hold.objects.select_related("dossier__unit", "dossier__person").get()
        ending = sides.Ending(sides.ENDED, HoldOutcome.COMPLETED)
        with acting(cast.secretary, Deed.MOVE_AS_CELL):
            sides.holding.end(held, ending, **sides.known(held.dossier, own=of_cell(cast)))

    def test_is_taken_back_by_the_reviewer_only_when_everything_was_accepted(self, cast):
        made = people.dossier(cast, Stage.SUBMITTED)
        first, _ = sides.returned(made)
        sides.fix(first)
        assert refusal(sides.release, first.hold)[0].startswith("Còn 2 mục chưa bấm “Hoàn tất”")

    def test_a_thing_is_mended_once_and_not_before_it_was_said(self, cast):
        made = people.dossier(cast, Stage.SUBMITTED)
        first, _ = sides.returned(made)
        assert refusal(sides.fix, first, date(2021, 5, 1))[0].startswith("Ngày 01/5/2021 trước ngày bắt đầu 03/5/2021")
        sides.fix(first)
        assert refusal(sides.fix, first)[0].startswith("“Đơn xin vào Đảng” đã được ghi là đã sửa ngày 10/5/2021")

    def test_each_deed_is_undone_by_itself_in_turn(self, cast):
        made = people.dossier(cast, Stage.SUBMITTED)
        first, second = sides.returned(made)
        sides.fix(first)
        sides.close(first)
        sides.close(second)
        undo(made)
        assert Hold.objects.get().ended_on is None
        assert sides.again(second).closed_on is None
        undo(made)
        undo(made)
        assert sides.again(first).fixed_on is None
        undo(made)
        assert not Hold.objects.exists()
        assert Hold.ever.get().void


class TestPolitical:
    """The political standard: concluded by the competent body, told only to whoever may know."""

    def test_without_the_deed_one_reads_only_that_a_conclusion_is_awaited(self, cast):
        made = people.dossier(cast, Stage.PREPARING)
        sides.hold(made, HoldKind.POLITICAL, reason="Có vấn đề bí mật", number="77-CV/MAT")
        openly, fully = (holds.of(made, TODAY, sees_sensitive=sees)[0] for sees in (False, True))
        assert (openly.title, openly.words, openly.began) == (
            "Chờ kết luận của cấp có thẩm quyền", "", "Từ ngày 03/5/2021",
        )  # fmt: skip
        assert (fully.title, fully.words) == ("Chờ kết luận tiêu chuẩn chính trị", "Có vấn đề bí mật")

    def test_its_kind_and_reason_never_enter_the_audit_events(self, cast):
        made = people.dossier(cast, Stage.PREPARING)
        held = sides.hold(made, HoldKind.POLITICAL, reason="Có vấn đề bí mật")
        sides.conclude(held, HoldOutcome.NOT_QUALIFIED)
        rows = [*held.events.model.objects.values(), *Act.objects.values()]
        assert len(rows) > 2
        assert not [row for row in rows if any(word in str(row) for word in ("political", "not_qualified", "bí mật"))]

    def test_after_a_conclusion_against_there_is_no_step_forward(self, cast):
        made = people.dossier(cast, Stage.PREPARING)
        sides.conclude(sides.hold(made, HoldKind.POLITICAL), HoldOutcome.NOT_QUALIFIED)
        against = {each.to: each.against for each in options(made)}
        assert against[Stage.VERIFYING][0].startswith("Cấp có thẩm quyền đã kết luận ngày 20/5/2021")
        people.advance(made, Stage.REMOVED, on=TODAY, exit_reason="political")
        assert sides.fresh(made).stage == Stage.REMOVED

    def test_a_later_conclusion_for_the_person_opens_the_way_again(self, cast):
        made = people.dossier(cast, Stage.PREPARING)
        sides.conclude(sides.hold(made, HoldKind.POLITICAL), HoldOutcome.NOT_QUALIFIED)
        sides.conclude(sides.hold(made, HoldKind.POLITICAL, date(2021, 5, 21)), HoldOutcome.QUALIFIED, TODAY)
        people.advance(made, Stage.VERIFYING, on=TODAY)
        assert sides.fresh(made).stage == Stage.VERIFYING
