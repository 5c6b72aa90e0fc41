"""Transfers through the product's own acts: at each point of the way with the right letter, received or refused, undone."""

from datetime import date

import pytest

from candidates import acts, arrivals, assessment, statistics, undoing
from candidates.enums import MAIN_LINE, OPEN, HoldKind, PaperKind, Stage, Way
from candidates.models import Dossier, Helper, Introducer, StageEntry, Transfer
from candidates.moves import LETTERS
from candidates.rules.verdict import Answer
from candidates.statistics import Cell, Reading
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import NotAllowed, Refused
from organizations.periods import inclusive
from tests import people
from tests.candidates import merits, sides
from tests.candidates.sides import BEGUN, ENDED
from tests.people import TODAY

STAGES = [stage for stage in OPEN if stage != Stage.APPRAISED]
NUMBERS = {
    Stage.SOURCE: PaperKind.HELPED,
    Stage.CONSULTING: PaperKind.HELPED,
    Stage.PROPOSED: PaperKind.LETTER_CELL,
    Stage.ENDORSED: PaperKind.LETTER_COMMITTEE,
    Stage.SUBMITTED: PaperKind.LETTER_COMMITTEE,
    Stage.DECIDED: PaperKind.LETTER_DECIDED,
    Stage.ADMITTED: PaperKind.LETTER_MEMBER,
    Stage.REVIEWED: PaperKind.LETTER_MEMBER,
}


def refusal(act, *args: object, **said: object) -> tuple[str, ...]:
    """The sentences of a refusal; nothing may be written then."""
    before = [list(model._base_manager.order_by("pk").values()) for model in (Dossier, StageEntry, Transfer)]
    with pytest.raises(Refused) as refused:
        act(*args, **said)
    assert [list(model._base_manager.order_by("pk").values()) for model in (Dossier, StageEntry, Transfer)] == before
    return refused.value.sentences


@pytest.mark.parametrize(("stage", "letter"), NUMBERS.items())
def test_each_stage_has_the_letter_that_the_catalogue_names(stage, letter):
    assert LETTERS[stage] == letter


@pytest.mark.parametrize("stage", STAGES)
def test_a_dossier_goes_on_at_its_stage_in_the_other_cell_with_its_terms(cast, stage):
    made = people.dossier(cast, stage)
    before = made.entries.get(until__isnull=True)
    sent = sides.send(made, cast.foreign_cell)
    assert (sent.stage, sent.letter, sent.from_unit) == (stage, LETTERS[stage], cast.cell)
    moved = sides.receive(sent)
    entry = moved.entries.get(until__isnull=True)
    assert (moved.unit, moved.stage, entry.unit, entry.stage, entry.way) == (
        cast.foreign_cell, stage, cast.foreign_cell, stage, Way.MOVED,
    )  # fmt: skip
    assert (entry.due_on, entry.due_rule_id, entry.ends_on) == (before.due_on, before.due_rule_id, before.ends_on)
    before.refresh_from_db()
    assert (before.until, entry.on) == (ENDED, ENDED)


def test_a_probationary_member_who_moved_is_recognised_from_the_day_probation_ended(cast):
    made = people.dossier(cast, Stage.ADMITTED)
    moved = sides.receive(sides.send(made, cast.single_cell, date(2020, 12, 20)), date(2020, 12, 22))
    people.advance(moved, Stage.REVIEWED, on=date(2020, 12, 28))
    moved = sides.receive(sides.send(moved, cast.foreign_cell, date(2021, 1, 4)), date(2021, 1, 5))
    people.advance(moved, Stage.OFFICIAL, on=date(2021, 1, 11))
    entries = list(sides.fresh(made).entries.order_by("position"))
    assert (entries[-1].stage, entries[-1].on) == (Stage.OFFICIAL, date(2020, 12, 16))
    assert [each.until for each in entries[-5:-1]] == [
        date(2020, 12, 16), date(2020, 12, 22), date(2020, 12, 28), date(2021, 1, 5),
    ]  # fmt: skip
    before = undone(made)
    assert [each.until for each in before[-4:]] == [date(2020, 12, 22), date(2020, 12, 28), date(2021, 1, 5), None]


def undone(made: Dossier) -> list[StageEntry]:
    """Undo the last act; the entries as they stand then."""
    made = sides.fresh(made)
    act = acts.last(made)
    act.dossier = made
    with acting(None, Deed.CORRECT_STEP):
        undoing.undo(act, "Ghi nhầm", **sides.known(made))
    return list(sides.fresh(made).entries.order_by("position"))


def test_a_reception_is_undone_the_helper_helps_again_and_the_dossier_is_on_its_way(cast):
    made = people.dossier(cast, Stage.PREPARING)
    merits.help_with(made)
    sent = sides.send(made, cast.foreign_cell)
    sides.receive(sent)
    assert Helper.objects.get().valid_until == ENDED
    undone(made)
    made = sides.fresh(made)
    assert (made.unit, made.stage, Helper.objects.get().valid_until) == (cast.cell, Stage.PREPARING, None)
    assert Transfer.objects.under_way().get() == sent
    undone(made)
    assert not Transfer.objects.exists()


def test_while_under_way_no_step_is_made_by_anybody(cast):
    made = people.dossier(cast, Stage.PREPARING)
    sides.send(made, cast.foreign_cell)
    words = "Hồ sơ đã được giới thiệu chuyển đi ngày 03/5/2021; nơi đến phải tiếp nhận rồi mới ghi bước tiếp."
    with pytest.raises(Refused) as refused:
        people.advance(made, Stage.VERIFYING, on=TODAY)
    assert refused.value.sentences == (words,)
    assert refusal(sides.hold, made, HoldKind.PAUSED, TODAY)[0].startswith("Hồ sơ đã được giới thiệu chuyển đi ngày")


def test_a_refusal_leaves_the_dossier_where_it_was_and_it_may_be_sent_elsewhere(cast):
    made = people.dossier(cast, Stage.PREPARING)
    sides.refuse(sides.send(made, cast.foreign_cell))
    sent = Transfer.objects.get()
    assert (sent.is_under_way, sent.refused_on, sides.fresh(made).unit) == (False, ENDED, cast.cell)
    sides.send(made, cast.single_cell, TODAY)
    assert Transfer.objects.under_way().get().to_unit == cast.single_cell


@pytest.mark.parametrize(
    ("stage", "said", "sentence"),
    [
        (
            Stage.PREPARING,
            {"on": date(2021, 6, 1)},
            "Ngày giới thiệu 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021).",
        ),
        (Stage.PREPARING, {"on": date(2019, 8, 4)}, "Ngày giới thiệu 04/8/2019 trước bước “Lập hồ sơ” ngày 05/8/2019"),
        (Stage.PROPOSED, {"number": ""}, "Cần số của “Công văn giới thiệu người đã được chi bộ đề nghị kết nạp”"),
        (Stage.OFFICIAL, {}, "Hồ sơ đã kết thúc ở bước “Chính thức” nên không chuyển đơn vị."),
    ],
)
def test_what_stands_against_sending_is_said_and_nothing_is_written(cast, stage, said, sentence):
    made = people.dossier(cast, stage)
    assert refusal(sides.send, made, cast.foreign_cell, **said)[0].startswith(sentence)


def test_nobody_is_sent_to_where_they_are_or_to_what_does_not_exist_that_day_or_is_no_cell(cast):
    made = people.dossier(cast, Stage.PREPARING)
    people.close(cast.single_cell, date(2021, 5, 1))
    found = [refusal(sides.send, made, to)[0] for to in (cast.cell, cast.single_cell, cast.office)]
    assert found == [
        "Hồ sơ đang ở chính chi bộ này; hãy chọn chi bộ khác.",
        "Chi bộ này không tồn tại vào ngày 03/5/2021.",
        "“Đảng bộ Sở Một” không phải là chi bộ; người trong nguồn do chi bộ theo dõi.",
    ]


def test_a_dossier_is_sent_once_and_received_once_and_not_before_it_was_sent(cast):
    made = people.dossier(cast, Stage.PREPARING)
    sent = sides.send(made, cast.foreign_cell)
    assert "nơi đến chưa tiếp nhận" in refusal(sides.send, made, cast.single_cell, TODAY)[0]
    assert (
        "Ngày tiếp nhận 02/5/2021 trước ngày giới thiệu 03/5/2021" in refusal(sides.receive, sent, date(2021, 5, 2))[0]
    )
    sides.receive(sent)
    assert refusal(sides.receive, sent)[0].startswith("Hồ sơ này đã được tiếp nhận ngày 20/5/2021")
    assert refusal(sides.refuse, sent)[0].startswith("Hồ sơ này đã được tiếp nhận ngày 20/5/2021")


def test_only_the_cell_it_was_sent_to_receives_it(cast):
    sent = sides.send(people.dossier(cast, Stage.PREPARING), cast.foreign_cell)
    with pytest.raises(NotAllowed):
        sides.receive(sent, own=access.reach(cast.secretary, TODAY))


def test_out_of_what_is_followed_the_way_ends_with_the_same_letter_and_without_receipt(cast):
    made = people.dossier(cast, Stage.PROPOSED)
    sides.send_out(made)
    sent = Transfer.objects.get()
    assert sides.fresh(made).stage == Stage.MOVED_OUT
    assert (sent.place, sent.letter, sent.is_under_way) == ("Đảng ủy phường Bến Thành", PaperKind.LETTER_CELL, False)
    undone(made)
    assert (sides.fresh(made).stage, Transfer.objects.exists()) == (Stage.PROPOSED, False)


def test_before_it_is_received_both_sides_see_name_stage_and_letter_and_then_where_it_went(cast):
    made = people.dossier(cast, Stage.PREPARING)
    sent = sides.send(made, cast.foreign_cell)
    theirs, ours = access.reach(cast.stranger, TODAY), access.reach(cast.secretary, TODAY)
    assert [each.letter for each in arrivals.waiting(theirs, TODAY)] == [f"{PaperKind.HELPED.label} số 07-GGT"]
    assert not arrivals.waiting(ours, TODAY)
    sides.receive(sent)
    assert not arrivals.waiting(theirs, TODAY)
    assert [arrivals.moved(each).outcome for each in arrivals.gone(ours, TODAY)] == ["Đã tiếp nhận ngày 20/5/2021"]


def test_the_cell_that_it_left_still_counts_the_step_made_there_and_nobody_counts_it_twice(cast):
    made = people.dossier(cast, Stage.ADMITTED)
    sides.receive(sides.send(made, cast.foreign_cell))
    period = inclusive(date(2019, 1, 1), TODAY)
    counts = {
        (unit.code, reading): statistics.count(Cell((unit,), (Stage.ADMITTED,), TODAY, period, reading))
        for unit in (cast.cell, cast.foreign_cell)
        for reading in Reading
    }
    assert counts == {
        (cast.cell.code, Reading.THEN): 1,
        (cast.foreign_cell.code, Reading.THEN): 0,
        (cast.cell.code, Reading.NOW): 0,
        (cast.foreign_cell.code, Reading.NOW): 1,
    }


@pytest.mark.parametrize(
    ("said", "answer", "words"),
    [
        ({"number": "07-GCN"}, Answer.MET, "số 07-GCN nên không tính đủ 12 tháng"),
        (
            {"with_letter": False, "number": ""},
            Answer.UNKNOWN,
            "hãy ghi giấy chứng nhận đang được giúp đỡ của nơi chuyển đi",
        ),
    ],
    ids=["with the certificate", "without it"],
)
def test_situation_6_the_certificate_of_being_helped_waives_the_time_together_else_it_is_asked_for(
    cast, said, answer, words
):
    made = people.dossier(cast, Stage.PREPARING)
    certificate = made.papers.get(kind=PaperKind.CERTIFICATE)
    moved = sides.receive(sides.send(made, cast.foreign_cell, **said))
    for name in ("Trần Văn Bốn", "Lê Thị Năm"):
        since = {"together_since": BEGUN, "official_since": date(2010, 1, 1)}
        Introducer.objects.create(dossier=moved, kind="member", name=name, on=TODAY, **since)
    verdict = next(each for each in assessment.before_proposal(moved, TODAY) if each.rule == "introducers")
    assert (verdict.answer, words in verdict.sentence) == (answer, True)
    assert verdict.source
    assert moved.papers.get(kind=PaperKind.CERTIFICATE) == certificate
    assert list(MAIN_LINE[:4]) == [each.stage for each in moved.entries.filter(way=Way.STEP)]
