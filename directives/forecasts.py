"""The forecast of a target: what is expected at the end of its period, how sure that is, by when a candidate must pass a stage.

The mathematics stand in ``directives.forecast``, the method on one page in docs/forecast.md. What has been worked out is kept
until a step, a hold, a class or the goal changes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.core.cache import cache

from candidates import durations, statistics
from candidates.enums import MAIN_LINE
from candidates.statistics import Cell
from directives import arriving, graduating, joining, observing, progress
from directives.enums import Comparison, Measure
from directives.forecast import reaching, timing
from directives.forecast.passing import Passing
from directives.forecast.reaching import Ahead
from directives.foreseen import (
    LEAST_ENDED,
    LEAST_ENDED_ABOVE,
    LEAST_UNDER_WAY,
    YEARS,
    Forecast,
    Ground,
    More,
    StageDay,
)
from directives.models import Target
from directives.observing import Asked, Observed
from directives.organisation_progress import OrganisationProgress
from directives.progress import Progress
from directives.progress_many import Met
from directives.unit_progress import UnitProgress
from organizations.formats import number_vn
from organizations.models import Unit, UnitAncestry

KEPT_FOR = timedelta(days=2)
OVER = "Kỳ của chỉ tiêu chưa bắt đầu hoặc đã kết thúc nên không còn gì để dự báo."
ENDED = "Tổ chức này không còn tại ngày đang xem nên không dự báo."
NO_PACE = (
    "Số đơn vị phổ biến văn bản phụ thuộc thời hạn của từng văn bản, không theo một nhịp quan sát được, nên không dự báo; "
    "hãy xem danh sách đơn vị chưa báo."
)
NO_NOMINATIONS = (
    "Số lượt giới thiệu do tổ chức quyết định, chưa có cách dự báo được thử trên số liệu cũ nên không dự báo; "
    "hãy xem số cùng kỳ."
)
# How a target was met in a unit, however it is counted.
AnyMet = Progress | Met | UnitProgress


@dataclass
class _Read:
    """What was read for several forecasts at once; ``tops`` leads from each unit to the one above all others."""

    tops: Mapping[int, Unit]
    whole: bool
    known: dict[object, Any] = field(default_factory=dict)

    def once(self, key: object, read: Callable[[], Any]) -> Any:
        """Return what was read under a key, read now where it is the first time."""
        if key not in self.known:
            self.known[key] = read()
        return self.known[key]


def of_target(target: Target, unit: Unit, on: date) -> Forecast:
    """Forecast one target in ``unit`` as at the end of a day."""
    return of_progress(progress.of_target(target, unit, on))


def of_progress(item: AnyMet) -> Forecast:
    """Forecast the end of the period of a progress that was counted."""
    return of_many([item])[0]


def of_many(items: Iterable[AnyMet]) -> list[Forecast]:
    """Forecast several targets and units; what they share is read once, and nothing at all while nothing changed."""
    return _kept(list(items), whole=True)


def of_organisations(items: Iterable[OrganisationProgress]) -> list[Forecast]:
    """Forecast targets that organisations outside the Party set themselves: their people on their way in the Party's cells."""
    items = list(items)
    if not items:
        return []
    known = [(item.target.pk, item.target.measure, item.on, item.whole.stop, item.goal, item.actual) for item in items]
    told = (observing.EDITION, "organisations", durations.newest_change(), known, [repr(item.cell) for item in items])
    key = f"forecast:{sha256(repr(told).encode()).hexdigest()}"
    found = cache.get(key)
    if found is None:
        read = _Read({}, whole=False)
        found = [_of_organisation(item, read) for item in items]
        cache.set(key, found, KEPT_FOR.total_seconds())
    return found


def _of_organisation(item: OrganisationProgress, read: _Read) -> Forecast:
    goal = None if item.target.comparison == Comparison.AT_MOST else item.goal
    none = Forecast(item.actual, goal, item.whole.last_day)
    if not item.whole.start <= item.on < item.whole.last_day:
        return replace(none, reason=OVER)
    if not isinstance(item.cell, Cell):
        return replace(none, reason=NO_NOMINATIONS)
    if len(item.cell.units) != 1:
        return replace(
            none, reason="Chưa ghi cấp ủy theo dõi tổ chức này nên chưa biết nhịp của đảng bộ nào để dự báo."
        )
    (top,) = item.cell.units
    asked = Asked(top, item.cell.stages[0], item.on, none.last_day, item.cell.among)
    observed = read.once(asked, lambda: observing.observe(asked))
    return _worked_out(none, observed, top, whole=False)


def in_short(items: Iterable[AnyMet]) -> list[Forecast]:
    """The same without the latest days and what is needed, for tables of many units: as many queries as for one."""
    return _kept(list(items), whole=False)


def _kept(items: Sequence[AnyMet], *, whole: bool) -> list[Forecast]:
    if not items:
        return []
    told = (observing.EDITION, whole, durations.newest_change(), [_told(item) for item in items])
    key = f"forecast:{sha256(repr(told).encode()).hexdigest()}"
    found = cache.get(key)
    if found is None:
        read = _Read(_tops(items), whole)
        found = [_made(item, read) for item in items]
        cache.set(key, found, KEPT_FOR.total_seconds())
    return found


def _told(item: AnyMet) -> tuple:
    """All that the forecast of one target in one unit depends on, beside what changes with a step."""
    target = item.target
    known = (target.pk, target.measure, target.comparison, item.unit.pk, item.on, item.period.stop, item.goal)
    return (*known, _reached(item), [body.unit.pk for body in item.units.left] if _counts_units(item) else None)


def _tops(items: Sequence[AnyMet]) -> dict[int, Unit]:
    """The unit above all others of each unit, in one query; units that are no more have none."""
    lines = UnitAncestry.objects.on(items[0].on).filter(unit__in={item.unit.pk for item in items})
    return {line.unit_id: line.ancestor for line in lines.select_related("ancestor").order_by("depth")}


def _made(item: AnyMet, read: _Read) -> Forecast:
    goal = None if item.target.comparison == Comparison.AT_MOST else item.goal
    none = Forecast(_reached(item), goal, item.period.last_day)
    if not item.period.start <= item.on < item.period.last_day:
        return replace(none, reason=OVER)
    if item.unit.pk not in read.tops:
        return replace(none, reason=ENDED)
    return _WAYS.get(Measure(item.target.measure), _of_dossiers)(none, item, read)


def _of_dossiers(none: Forecast, item: AnyMet, read: _Read) -> Forecast:
    """Of people who pass stages on their way to the goal."""
    cell = item.actual.cell
    if not (isinstance(cell, Cell) and len(cell.stages) == 1 and cell.stages[0] in MAIN_LINE[1:]):
        return replace(none, reason="Chỉ số này không đi theo các bước của hồ sơ nên không dự báo được.")
    asked = Asked(read.tops[item.unit.pk], cell.stages[0], item.on, item.period.last_day, cell.among)
    observed = read.once(asked, lambda: observing.observe(asked))
    return _worked_out(none, observed, item.unit, whole=read.whole)


def _of_sources(none: Forecast, item: AnyMet, read: _Read) -> Forecast:
    top = read.tops[item.unit.pk]
    came = read.once(("sources", top.pk, item.on), lambda: arriving.sources(top, item.on))
    return arriving.foreseen(none, came, item.unit, item.on, "người mới đưa vào nguồn")


def _of_foundings(none: Forecast, item: AnyMet, read: _Read) -> Forecast:
    top = read.tops[item.unit.pk]
    came = read.once(("foundings", top.pk, item.on), lambda: arriving.foundings(top, item.on))
    return arriving.foreseen(none, came, item.unit, item.on, "tổ chức đảng thành lập trong doanh nghiệp")


def _of_graduates(none: Forecast, item: AnyMet, read: _Read) -> Forecast:
    top = read.tops[item.unit.pk]
    known = read.once(("classes", top.pk, item.on), lambda: graduating.read(top, item.on))
    return graduating.foreseen(none, known, item.unit, item.on)


def _of_joining(none: Forecast, item: UnitProgress, read: _Read) -> Forecast:
    """Of units that admit at least one."""
    stage = read.once(("stage", item.on), lambda: statistics.admitted_stage(item.on))
    asked = Asked(read.tops[item.unit.pk], stage, item.on, item.period.last_day)
    observed = read.once(asked, lambda: observing.observe(asked))
    return joining.foreseen(none, observed, item.unit, item.units.left)


def _of_documents(none: Forecast, item: AnyMet, read: _Read) -> Forecast:
    return replace(none, reason=NO_PACE)


_WAYS: dict[Measure, Callable[[Forecast, AnyMet, _Read], Forecast]] = {
    Measure.NEW_SOURCES: _of_sources,
    Measure.GRADUATED: _of_graduates,
    Measure.UNITS_ADMITTING: _of_joining,
    Measure.UNITS_FOUNDED: _of_foundings,
    Measure.MADE_KNOWN: _of_documents,
}


def _counts_units(item: AnyMet) -> bool:
    return isinstance(item, UnitProgress)


def _reached(item: AnyMet) -> int:
    return item.units.reached if _counts_units(item) else item.actual.people


def _worked_out(none: Forecast, observed: Observed, unit: Unit, *, whole: bool) -> Forecast:
    under_way = len(observed.standing.get(unit.pk, ()))
    ground = Ground(under_way, observed.ended(unit, YEARS), observed.ended(observed.asked.top, YEARS))
    if reason := _too_small(ground):
        return replace(none, ground=ground, reason=reason)
    ahead, spread = observed.ahead(unit), observed.spread(unit)
    outlook = reaching.outlook(ahead, none.already, none.goal, spread.value, spread.freedom)
    found = replace(none, ground=ground, outlook=outlook)
    if not whole:
        return found
    days = _days(ahead, observed.asked)
    gap = 0.0 if none.goal is None else none.goal - outlook.mean
    return replace(found, days=days, more=_more(ahead, observed.asked, gap, days))


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
