"""How a unit stands to its target: a word and a colour; who has nobody left is not late, and no percentage says it alone."""

from decimal import Decimal

import pytest

from directives import sources
from directives.sources import Sources
from directives.standing import Mark, Standing

LEFT, NONE, NOTHING = Sources.LEFT, Sources.NONE_LEFT, Sources.NOTHING_ENTERED


@pytest.mark.parametrize(
    ("goal", "actual", "missing", "elapsed", "state", "mark", "colour", "words"),
    [
        (None, 3, None, 41, LEFT, Mark.NO_GOAL, "", "Chưa giao chỉ tiêu"),
        (4, 4, 0, 41, LEFT, Mark.REACHED, "done", "Đã đạt"),
        (4, 5, 0, 41, NONE, Mark.REACHED, "done", "Đã đạt"),
        (0, 0, 0, 41, NONE, Mark.REACHED, "done", "Đã đạt"),
        (4, 2, 1, 50, LEFT, Mark.IN_TIME, "waiting", "Kịp thời gian"),
        (4, 2, 1, 51, LEFT, Mark.BEHIND, "late", "Chậm, thiếu 1"),
        (4, 2, 0, 51, LEFT, Mark.COVERED, "soon", "Chậm, hồ sơ đang làm đủ"),
        (4, 0, 4, 41, NONE, Mark.NO_SOURCES, "", "Không còn nguồn"),
        (4, 0, 4, 41, NOTHING, Mark.NOTHING_ENTERED, "", "Chưa nhập hồ sơ"),
        (4, 0, 4, 41, None, Mark.BEHIND, "late", "Chậm, thiếu 4"),
    ],
)
def test_a_unit_stands_to_its_target_by_people_sources_and_time(
    goal, actual, missing, elapsed, state, mark, colour, words
):
    found = Standing.of(goal, actual, missing, Decimal(elapsed), state)
    assert (found.mark, found.colour, found.words) == (mark, colour, words)


@pytest.mark.parametrize(
    ("on_the_way", "recorded", "state"), [(1, 1, LEFT), (0, 7, NONE), (0, 0, NOTHING), (3, 0, LEFT)]
)
def test_nobody_left_is_only_said_where_somebody_was_once_recorded(on_the_way, recorded, state):
    assert sources.state(on_the_way, recorded) == state


def test_every_state_has_a_word_and_a_meaning_of_its_own():
    words = [Standing(mark, 1).words for mark in Mark]
    assert len(set(words)) == len(list(Mark))
