"""What a dossier waits for, and how its way looks as at a day."""

from dataclasses import dataclass
from datetime import date

from candidates import lateness
from candidates.enums import MAIN_LINE, Stage
from candidates.levels import Line
from candidates.models import StageEntry
from candidates.owners import Owner


@dataclass(frozen=True)
class Wait:
    """The sentence under the name: what the dossier waits for, until when, and how late that is."""

    sentence: str
    due_on: date | None
    state: str
    words: str


@dataclass(frozen=True)
class BarStep:
    """One step of the step bar: done, now, todo, or out."""

    label: str
    state: str
    on: date | None


def wait(entry: StageEntry, today: date, owner: Owner | None, place: str = "") -> Wait:
    """Say what a dossier in the stage of ``entry`` waits for, from whom and until when, looked at from ``today``.

    ``owner`` is whose turn it is (None where the way has ended), ``place`` the name of their organisation.
    """
    if owner is None:
        return Wait(f"Đã kết thúc: {entry.get_stage_display().lower()}", None, "done", "Kết thúc")
    if owner.stands:
        return Wait(owner.sentence_at(place), owner.until, "soon", owner.stands)
    stand = lateness.of_entry(entry, today)
    return Wait(owner.sentence_at(place), owner.until, stand.colour, stand.words)


def due_words(entry: StageEntry, today: date) -> str:
    """Say in words how an entry stands to its due day; empty where nothing is due."""
    return lateness.of_entry(entry, today).words


def due_state(entry: StageEntry, today: date) -> str:
    """Name the colour of a due day: late, soon or waiting."""
    return lateness.of_entry(entry, today).colour


def bar(entries: list[StageEntry], line: Line) -> list[BarStep]:
    """Return the step bar of the main line that a dossier passes, from the steps that happened, the oldest first."""
    happened = {Stage(entry.stage): entry.on for entry in entries}
    last = Stage(entries[-1].stage)
    steps = [
        BarStep(stage.label, state := _state(stage, last, happened), happened.get(stage) if state != "todo" else None)
        for stage in MAIN_LINE
        if stage in happened or line.passes(stage)
    ]
    if last in MAIN_LINE:
        return steps
    return [step for step in steps if step.on] + [BarStep(last.label, "out", happened[last])]


def _state(stage: Stage, last: Stage, happened: dict[Stage, date]) -> str:
    is_ahead = last in MAIN_LINE and MAIN_LINE.index(stage) > MAIN_LINE.index(last)
    if stage not in happened or is_ahead:
        return "todo"
    return "now" if stage == last and stage != Stage.OFFICIAL else "done"
