"""The forecast of a target: what is expected at the end of its period, how sure that is, by when a candidate must pass a stage.

The mathematics stand in ``directives.forecast``, the method on one page in docs/forecast.md. What has been worked out is kept
until a step, a hold or the goal changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.core.cache import cache

from candidates import durations
from candidates.enums import MAIN_LINE, Stage
from candidates.statistics import Cell
from directives import observing, progress
from directives.forecast import reaching, timing
from directives.forecast.counting import Outlook
from directives.forecast.passing import Passing
from directives.forecast.reaching import Ahead
from directives.models import Target
from directives.observing import Asked, Observed
from directives.progress import Progress
from organizations import tree
from organizations.formats import number_vn
from organizations.models import Unit

# A forecast is made for a unit with so many people under way and so many who reached the goal in it within YEARS, where so many
# did in the whole party organisation to whose pace it is drawn.
LEAST_UNDER_WAY, LEAST_ENDED, LEAST_ENDED_ABOVE, YEARS = 10, 5, 30, 3
KEPT_FOR = timedelta(days=2)


@dataclass(frozen=True)
class Ground:
    """What a forecast rests on: people under way in the unit, who reached the goal in it and in the whole within YEARS."""

    under_way: int
    ended: int
    ended_above: int


@dataclass(frozen=True)
class StageDay:
    """By when a stage must be entered to be in time in half of all cases; None where no time looked at is long enough."""

    stage: Stage
    day: date | None
    has_passed: bool


@dataclass(frozen=True)
class More:
    """So many further people who enter ``stage`` on ``day`` let the expected number reach the goal; ``chance`` is of each."""

    stage: Stage
    day: date
    people: int
    chance: float


@dataclass(frozen=True)
class Forecast:
    """What is expected of one target at the end of its period; without ``outlook`` there is ``reason`` why there is none."""

    already: int
    goal: int | None
    last_day: date
    ground: Ground | None = None
    outlook: Outlook | None = None
    reason: str = ""
    days: tuple[StageDay, ...] = ()
    more: tuple[More, ...] = ()


def of_target(target: Target, unit: Unit, on: date) -> Forecast:
    """Forecast one target in ``unit`` as at the end of a day."""
    return of_progress(progress.of_target(target, unit, on))


def of_progress(item: Progress) -> Forecast:
    """Forecast the end of the period of a progress that was counted."""
    return of_many([item])[0]


def of_many(items: Iterable[Progress]) -> list[Forecast]:
    """Forecast several targets and units; what they share is read once, and nothing at all while nothing changed."""
    newest, shared = durations.newest_change(), {}
    return [_kept(item, newest, shared) for item in items]


def _kept(item: Progress, newest: tuple[int, int], shared: dict[Asked, Observed]) -> Forecast:
    told = (
        observing.EDITION,
        *newest,
        item.target.pk,
        item.unit.pk,
        item.on,
        item.period.stop,
        item.goal,
        item.actual.people,
    )
    key = "forecast:" + ":".join(map(str, told))
    found = cache.get(key)
    if found is None:
        found = _made(item, shared)
        cache.set(key, found, KEPT_FOR.total_seconds())
    return found


def _made(item: Progress, shared: dict[Asked, Observed]) -> Forecast:
    none = Forecast(item.actual.people, item.goal, item.period.last_day)
    if reason := _against(item):
        return replace(none, reason=reason)
    cell = item.actual.cell
    top = tree.path(item.unit, item.on)[0].unit
    asked = Asked(top, cell.stages[0], item.on, item.period.last_day, cell.among)
    if asked not in shared:
        shared[asked] = observing.observe(asked)
    return _worked_out(none, shared[asked], item.unit)


def _against(item: Progress) -> str:
    """Why a target cannot be forecast at all; empty where it can."""
    cell = item.actual.cell
    if not (isinstance(cell, Cell) and len(cell.stages) == 1 and cell.stages[0] in MAIN_LINE[1:]):
        return "Chỉ số này không đi theo các bước của hồ sơ nên không dự báo được."
    if not item.period.start <= item.on < item.period.last_day:
        return "Kỳ của chỉ tiêu chưa bắt đầu hoặc đã kết thúc nên không còn gì để dự báo."
    return ""


def _worked_out(none: Forecast, observed: Observed, unit: Unit) -> Forecast:
    ahead = observed.ahead(unit)
    ground = Ground(ahead.under_way, observed.ended(unit, YEARS), observed.ended(observed.asked.top, YEARS))
    if reason := _too_small(ground):
        return replace(none, ground=ground, reason=reason)
    spread = observed.spread(unit)
    outlook = reaching.outlook(ahead, none.already, none.goal, spread.value, spread.freedom)
    days = _days(ahead, observed.asked)
    gap = 0.0 if none.goal is None else none.goal - outlook.mean
    return replace(none, ground=ground, outlook=outlook, days=days, more=_more(ahead, observed.asked, gap, days))


def _too_small(ground: Ground) -> str:
    if ground.ended_above < LEAST_ENDED_ABOVE:
        return (
            f"Toàn đảng bộ mới có {number_vn(ground.ended_above)} hồ sơ đến đích trong {YEARS} năm qua, "
            f"cần ít nhất {LEAST_ENDED_ABOVE} để dự báo."
        )
    if ground.ended < LEAST_ENDED or ground.under_way < LEAST_UNDER_WAY:
        return (
            f"Đơn vị quá nhỏ để dự báo: {number_vn(ground.under_way)} hồ sơ đang theo dõi (cần ít nhất {LEAST_UNDER_WAY}), "
            f"{number_vn(ground.ended)} hồ sơ đến đích trong {YEARS} năm qua (cần ít nhất {LEAST_ENDED}). "
            "Hãy xem từng hồ sơ trong danh sách."
        )
    return ""


def _days(ahead: Ahead, asked: Asked) -> tuple[StageDay, ...]:
    """The latest day of each stage that dossiers of this unit pass."""
    until, rates = asked.until.toordinal(), ahead.passing.rates
    passing = Passing(rates.without_losses(), until - timing.LOOKED_BACK, until)
    found = timing.latest(passing, rates.passed())
    return tuple(_stage_day(each, asked.on) for each in found)


def _stage_day(each: timing.Latest, on: date) -> StageDay:
    day = date.fromordinal(each.day) if each.day else None
    return StageDay(MAIN_LINE[each.stage], day, day is None or day <= on)


def _more(ahead: Ahead, asked: Asked, gap: float, days: tuple[StageDay, ...]) -> tuple[More, ...]:
    told = [timing.Latest(MAIN_LINE.index(each.stage), each.day.toordinal() if each.day else None) for each in days]
    found = timing.needed(ahead.passing, gap, told, asked.on.toordinal())
    return tuple(More(MAIN_LINE[each.stage], date.fromordinal(each.day), each.people, each.chance) for each in found)
