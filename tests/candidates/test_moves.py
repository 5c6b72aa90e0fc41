"""The table of moves: every open stage has a way on, every other pair is refused with a sentence."""

from itertools import product

import pytest

from candidates import moves, stages
from candidates.enums import (
    BEFORE_DECISION,
    BEFORE_MEETING,
    EARLIER,
    EXITS,
    FINAL,
    LOSSES,
    MAIN_LINE,
    OPEN,
    PROBATION,
    SUBMITTED,
    PaperKind,
    Stage,
    Way,
)
from candidates.guards import Step
from candidates.models import Dossier
from organizations.access import DEEDS, Reach
from organizations.enums import Deed
from organizations.errors import Refused
from tests import people
from tests.people import TODAY

NOBODY = Reach((), TODAY)
CELL, COMMITTEE, BOARD = Deed.MOVE_AS_CELL, Deed.MOVE_AS_COMMITTEE, Deed.MOVE_AS_BOARD


@pytest.fixture
def made(cast) -> Dossier:
    return people.dossier(cast)


def refusal(made: Dossier, stage: Stage, to: Stage) -> str:
    made.stage = stage
    with pytest.raises(Refused) as refused:
        stages.check_move(made, to, Step(TODAY), own=NOBODY, today=TODAY)
    return str(refused.value)


def test_every_open_stage_leads_on_and_no_way_out_does():
    leads_on = {start for start, _ in moves.TABLE}
    assert leads_on == {*OPEN, Stage.OFFICIAL}
    assert {move.way for move in moves.from_stage(Stage.OFFICIAL) if not move.is_exit} == {Way.BACK}
    assert set(OPEN) | FINAL == set(Stage)
    assert not leads_on & set(EXITS)


def test_the_groups_of_stages_cover_the_main_line_once():
    groups = (*BEFORE_MEETING, *SUBMITTED, Stage.DECIDED, *PROBATION, Stage.OFFICIAL)
    assert groups == MAIN_LINE
    assert (*BEFORE_MEETING, *SUBMITTED) == BEFORE_DECISION
    assert BEFORE_MEETING[-len(EARLIER) :] == EARLIER


OWNED = [
    (Stage.SOURCE, Stage.SYMPATHISER, CELL),
    (Stage.SYMPATHISER, Stage.TRAINED, CELL),
    (Stage.TRAINED, Stage.PREPARING, CELL),
    (Stage.PREPARING, Stage.VERIFYING, CELL),
    (Stage.VERIFYING, Stage.CONSULTING, CELL),
    (Stage.CONSULTING, Stage.PROPOSED, CELL),
    (Stage.PROPOSED, Stage.APPRAISED, COMMITTEE),
    (Stage.PROPOSED, Stage.ENDORSED, COMMITTEE),
    (Stage.APPRAISED, Stage.ENDORSED, COMMITTEE),
    (Stage.PROPOSED, Stage.SUBMITTED, CELL),
    (Stage.ENDORSED, Stage.SUBMITTED, COMMITTEE),
    (Stage.SUBMITTED, Stage.DECIDED, BOARD),
    (Stage.PROPOSED, Stage.DECIDED, BOARD),
    (Stage.APPRAISED, Stage.DECIDED, BOARD),
    (Stage.DECIDED, Stage.ADMITTED, CELL),
    (Stage.ADMITTED, Stage.REVIEWED, CELL),
    (Stage.REVIEWED, Stage.OFFICIAL, BOARD),
]


def test_the_main_line_is_walked_by_its_owners():
    assert [(move.start, move.to, move.deed) for move in moves.MAIN] == OWNED


def test_every_step_of_the_main_line_goes_forward():
    assert all(MAIN_LINE.index(move.start) < MAIN_LINE.index(move.to) for move in moves.MAIN)
    assert {move.way for move in moves.MAIN} == {Way.STEP}


@pytest.mark.parametrize(
    ("to", "starts", "owner", "needs_number"),
    [
        (Stage.REMOVED, BEFORE_DECISION, CELL, False),
        (Stage.WITHDRAWN, (*EARLIER, *SUBMITTED), CELL, False),
        (Stage.MOVED_OUT, OPEN, CELL, False),
        (Stage.STRUCK_OFF, PROBATION, BOARD, True),
        (Stage.ANNULLED, (Stage.DECIDED, *PROBATION, Stage.OFFICIAL), BOARD, True),
    ],
)
def test_each_way_out_has_its_stages_and_its_owner(to, starts, owner, needs_number):
    found = [move for move in moves.TABLE.values() if move.to == to]
    assert {move.start for move in found} == set(starts)
    assert {(move.deed, move.needs_number, move.is_exit, move.way) for move in found} == {
        (owner, needs_number, True, Way.STEP)
    }


def test_every_way_out_stands_in_the_table():
    assert {move.to for move in moves.TABLE.values() if move.is_exit} == set(EXITS)
    assert set(LOSSES) < set(EXITS)


@pytest.mark.parametrize(
    ("stage", "letter"),
    [
        (Stage.SOURCE, PaperKind.HELPED),
        (Stage.CONSULTING, PaperKind.HELPED),
        (Stage.PROPOSED, PaperKind.LETTER_CELL),
        (Stage.APPRAISED, PaperKind.LETTER_CELL),
        (Stage.ENDORSED, PaperKind.LETTER_COMMITTEE),
        (Stage.SUBMITTED, PaperKind.LETTER_COMMITTEE),
        (Stage.DECIDED, PaperKind.LETTER_DECIDED),
        (Stage.ADMITTED, PaperKind.LETTER_MEMBER),
        (Stage.REVIEWED, PaperKind.LETTER_MEMBER),
    ],
)
def test_whoever_moves_out_takes_the_letter_of_the_stage_along(stage, letter):
    assert moves.find(stage, Stage.MOVED_OUT).paper == moves.LETTERS[stage] == letter


@pytest.mark.parametrize("start", SUBMITTED)
def test_what_is_under_review_is_made_again_by_order_from_the_application_on(start):
    back = {move.to for move in moves.from_stage(start) if move.way == Way.BACK}
    between = MAIN_LINE[MAIN_LINE.index(Stage.PREPARING) : MAIN_LINE.index(start)]
    assert back == set(between) - {Stage.APPRAISED}


def test_going_back_is_the_order_of_the_board_against_a_number():
    back = [move for move in moves.TABLE.values() if move.way == Way.BACK]
    assert {(move.deed, move.needs_number) for move in back} == {(BOARD, True)}
    probation = {move.start: move.paper for move in back if move.to == Stage.ADMITTED}
    assert probation == {
        Stage.REVIEWED: PaperKind.REDO_RECOGNITION,
        Stage.OFFICIAL: PaperKind.ANNULMENT_RECOGNITION,
    }


def test_the_term_of_the_decision_begins_with_the_proposal_and_runs_on_until_the_decision():
    assert {move.to for move in moves.MAIN if move.goes_on} == set(SUBMITTED) - {Stage.PROPOSED}
    assert not [move for move in moves.TABLE.values() if move.goes_on and move.clock]


def test_the_main_line_comes_before_the_ways_out():
    ways = [[move.to for move in moves.from_stage(stage)] for stage in (Stage.SOURCE, Stage.DECIDED, Stage.OFFICIAL)]
    assert ways == [
        [Stage.SYMPATHISER, Stage.REMOVED, Stage.MOVED_OUT],
        [Stage.ADMITTED, Stage.MOVED_OUT, Stage.ANNULLED],
        [Stage.ANNULLED, Stage.ADMITTED],
    ]


@pytest.mark.parametrize("move", moves.TABLE.values(), ids=lambda move: f"{move.start}-{move.to}")
def test_every_move_has_an_owner_and_its_words(move):
    assert [role for role, deeds in DEEDS.items() if move.deed in deeds]
    assert move.verb
    assert move.event
    assert move.day
    assert move.paper or not (move.needs_number or move.received)


@pytest.mark.parametrize("stage", Stage)
def test_every_other_pair_is_refused_with_the_name_of_the_step(stage, made):
    illegal = [to for start, to in product([stage], Stage) if (start, to) not in moves.TABLE]
    assert illegal
    assert [to for to in illegal if f"“{to.label}”" not in refusal(made, stage, to)] == []


@pytest.mark.parametrize("move", moves.FORMER, ids=lambda move: f"{move.start}-{move.to}")
def test_a_step_that_was_legal_once_is_read_and_never_made_again(move, made):
    assert moves.made(move.start, move.to) is move
    assert moves.find(move.start, move.to) is None
    assert refusal(made, move.start, move.to).startswith(f"Chưa đến bước “{move.to.label}”: còn phải qua")


def test_the_first_entry_was_made_by_no_move():
    assert moves.made("", Stage.SOURCE) is None


@pytest.mark.parametrize(
    ("stage", "to", "sentence"),
    [
        (
            Stage.SOURCE,
            Stage.PREPARING,
            "Chưa đến bước “Lập hồ sơ”: còn phải qua “Cảm tình Đảng”, “Đã học lớp nhận thức”.",
        ),
        (
            Stage.SUBMITTED,
            Stage.ADMITTED,
            "Chưa đến bước “Đã kết nạp (dự bị)”: còn phải qua “Có quyết định”.",
        ),
        (
            Stage.CONSULTING,
            Stage.PREPARING,
            "Từ bước “Lấy ý kiến nhận xét” không có bước nào sang “Lập hồ sơ”.",
        ),
        (
            Stage.DECIDED,
            Stage.REMOVED,
            "Từ bước “Có quyết định” không có bước nào sang “Đưa ra khỏi danh sách”.",
        ),
        (
            Stage.REMOVED,
            Stage.SOURCE,
            "Từ bước “Đưa ra khỏi danh sách” không có bước nào sang “Nguồn”.",
        ),
    ],
    ids=["two steps between", "one step between", "backwards", "out after the decision", "back from the way out"],
)
def test_a_refusal_says_what_lies_between(stage, to, sentence, made):
    assert refusal(made, stage, to) == sentence
