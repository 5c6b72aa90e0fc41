"""What a dossier waits for, and how its way looks as at a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from candidates import moves
from candidates.enums import MAIN_LINE, Stage
from candidates.models import StageEntry
from candidates.statistics import SOON_DAYS


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


def wait(entry: StageEntry, today: date) -> Wait:
    """Say what a dossier in the stage of ``entry`` waits for, looked at from ``today``."""
    ahead = [move for move in moves.from_stage(Stage(entry.stage)) if move.to in MAIN_LINE]
    if not ahead:
        return Wait(f"Đã kết thúc: {entry.get_stage_display().lower()}", None, "done", "Kết thúc")
    return Wait(f"Đang chờ {ahead[0].event}", entry.due_on, *_lateness(entry, today))


def due_words(entry: StageEntry, today: date) -> str:
    """Say in words how an entry stands to its due day; empty where nothing is due."""
    return _lateness(entry, today)[1] if entry.due_on else ""


def due_state(entry: StageEntry, today: date) -> str:
    """Name the colour of a due day: late, soon or waiting."""
    return _lateness(entry, today)[0]


def bar(entries: list[StageEntry]) -> list[BarStep]:
    """Return the step bar of the main line from the steps that happened, the oldest first."""
    happened = {Stage(entry.stage): entry.on for entry in entries}
    last = Stage(entries[-1].stage)
    steps = [BarStep(stage.label, _state(stage, last, happened), happened.get(stage)) for stage in MAIN_LINE]
    if last in MAIN_LINE:
        return steps
    return [step for step in steps if step.on] + [BarStep(last.label, "out", happened[last])]


def _state(stage: Stage, last: Stage, happened: dict[Stage, date]) -> str:
    if stage not in happened:
        return "todo"
    return "now" if stage == last and stage != Stage.OFFICIAL else "done"


def _lateness(entry: StageEntry, today: date) -> tuple[str, str]:
    """The state and its words; a term that nobody confirmed is never called late."""
    if entry.due_on is None:
        return "waiting", ""
    late = (today - entry.due_on).days
    if late > 0 and entry.due_rule.confirmed_by_id is None:
        return "soon", f"Cần kiểm tra: hạn chưa xác nhận đã qua {late} ngày"
    if late > 0:
        return "late", f"Quá hạn {late} ngày"
    if entry.due_on <= today + timedelta(days=SOON_DAYS):
        return "soon", "Đến hạn hôm nay" if late == 0 else f"Còn {-late} ngày"
    return "waiting", "Trong hạn"
