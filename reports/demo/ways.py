"""Fills a story's ways with the steps between those that it draws: verification, opinions, the committees, the review.

Days are taken from the span between two drawn steps, so that nothing that the story counts moves.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from candidates.enums import Stage
from candidates.levels import Levels
from reports.demo.lives import Life, working_day

Step = tuple[Stage, date]
# Which steps lie between two drawn ones, and at which share of the span.
_BEFORE_MEETING = ((Stage.VERIFYING, 0.2), (Stage.CONSULTING, 0.65))
_UPWARDS = ((Stage.APPRAISED, 0.15), (Stage.ENDORSED, 0.3), (Stage.SUBMITTED, 0.45))
# After how many days the cell looks at a recognition, by turns; and how fast a dossier that stands still went on.
_REVIEWED_AFTER = (3, 6, 9, 12)
_PACE = 21


def whole(life: Life, levels: Levels, place: int) -> Life:
    """Return a way with every step that the cell's dossiers pass; ``place`` lets people differ without drawing anything."""
    steps = list(_filled(life, levels, place))
    if life.goes_on_until:
        steps += _went_on(steps[-1], levels, life.goes_on_until, place)
    return replace(life, steps=tuple(steps))


def _filled(life: Life, levels: Levels, place: int) -> Iterator[Step]:
    for before, (stage, on) in zip((None, *life.steps), life.steps, strict=False):
        if before and (before[0], stage) == (Stage.PREPARING, Stage.PROPOSED):
            yield from _between(before[1], on, _BEFORE_MEETING)
        if before and (before[0], stage) == (Stage.PROPOSED, Stage.DECIDED):
            yield from _between(before[1], on, _passed(levels))
        if before and (before[0], stage) == (Stage.ADMITTED, Stage.OFFICIAL):
            yield Stage.REVIEWED, _reviewed(on, place)
        yield stage, on


def _passed(levels: Levels) -> tuple[tuple[Stage, float], ...]:
    here = {Stage.APPRAISED: levels.section, Stage.ENDORSED: levels.committee, Stage.SUBMITTED: True}
    return tuple(each for each in _UPWARDS if here[each[0]])


def _between(start: date, stop: date, shares: tuple[tuple[Stage, float], ...]) -> Iterator[Step]:
    for stage, share in shares:
        yield stage, max(start, working_day(start + (stop - start) * share))


def _reviewed(official: date, place: int) -> date:
    return max(official, working_day(official + timedelta(days=_REVIEWED_AFTER[place % len(_REVIEWED_AFTER)])))


def _went_on(last: Step, levels: Levels, until: date, place: int) -> Iterator[Step]:
    """How far somebody went on who stands before the decision at the end of a story."""
    shares = {Stage.PREPARING: _BEFORE_MEETING, Stage.PROPOSED: _passed(levels)}.get(last[0], ())
    stage, on = last
    for stage, _ in shares[: place % (len(shares) + 1)]:
        on = working_day(on + timedelta(days=_PACE))
        if on > until or on < last[1]:
            return
        yield stage, on
