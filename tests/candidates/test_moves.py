"""The table of moves: every open stage has a way on, every other pair is refused with a sentence. No database."""

from itertools import pairwise, product

import pytest

from candidates import moves, stages
from candidates.enums import BEFORE_DECISION, FINAL, MAIN_LINE, OPEN, Stage
from candidates.guards import Step
from candidates.models import Dossier
from organizations.access import DEEDS, Reach
from organizations.errors import Refused
from tests.people import TODAY

NOBODY = Reach((), TODAY)
ILLEGAL = [pair for pair in product(Stage, Stage) if pair not in moves.TABLE]


def refusal(stage: Stage, to: Stage) -> str:
    with pytest.raises(Refused) as refused:
        stages.check_move(Dossier(stage=stage), to, Step(TODAY), own=NOBODY, today=TODAY)
    return str(refused.value)


def test_every_open_stage_leads_on_and_no_final_one_does():
    assert {start for start, _ in moves.TABLE} == set(OPEN)
    assert set(OPEN) | FINAL == set(Stage)


def test_the_main_line_is_walked_step_by_step():
    assert [(move.start, move.to) for move in moves.MAIN] == list(pairwise(MAIN_LINE))


def test_one_leaves_the_list_before_the_decision_only():
    assert {start for start, to in moves.TABLE if to == Stage.REMOVED} == set(BEFORE_DECISION)


def test_the_main_line_comes_before_the_way_out():
    ways = [[move.to for move in moves.from_stage(stage)] for stage in (Stage.SOURCE, Stage.DECIDED, Stage.OFFICIAL)]
    assert ways == [[Stage.SYMPATHISER, Stage.REMOVED], [Stage.ADMITTED], []]


@pytest.mark.parametrize("move", moves.TABLE.values(), ids=lambda move: f"{move.start}-{move.to}")
def test_every_move_has_an_owner_and_its_words(move):
    assert [role for role, deeds in DEEDS.items() if move.deed in deeds]
    assert move.verb
    assert move.event
    assert move.day
    assert move.paper or not (move.needs_number or move.received)


@pytest.mark.parametrize(("stage", "to"), ILLEGAL)
def test_every_other_pair_is_refused_with_the_name_of_the_step(stage, to):
    assert f"“{to.label}”" in refusal(stage, to)


@pytest.mark.parametrize(
    ("stage", "to", "sentence"),
    [
        (
            Stage.SOURCE,
            Stage.PREPARING,
            "Chưa đến bước “Lập hồ sơ”: còn phải qua “Cảm tình Đảng”, “Đã học lớp nhận thức”.",
        ),
        (
            Stage.PROPOSED,
            Stage.ADMITTED,
            "Chưa đến bước “Đã kết nạp (dự bị)”: còn phải qua “Có quyết định”.",
        ),
        (
            Stage.PROPOSED,
            Stage.PREPARING,
            "Từ bước “Chi bộ đề nghị” không có bước nào sang “Lập hồ sơ”.",
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
def test_a_refusal_says_what_lies_between(stage, to, sentence):
    assert refusal(stage, to) == sentence
