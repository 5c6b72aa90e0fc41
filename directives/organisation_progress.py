"""How far an organisation outside the Party has met a target of its own, as at a day; all counted, nothing typed.

Its own members count, with those of its branches, wherever in the Party they were admitted; the base is what it declared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from candidates import statistics
from candidates.nominated import Nominated
from candidates.statistics import Cell
from directives import measures
from directives.enums import ORGANISATION_MEASURES, NumberKind, PeriodKind
from directives.goals import in_people
from directives.models import Target
from organizations import declared, tree
from organizations.declared import Told
from organizations.enums import PARTY_KINDS, FigureKind
from organizations.formats import percentage
from organizations.models import Unit, UnitAncestry, UnitVersion
from organizations.models.dated import valid_on
from organizations.periods import Period, inclusive, year

_FOLLOWER = "ancestor__oversights__"
_ABOVE = f"{_FOLLOWER}unit__ancestry__"


@dataclass(frozen=True)
class OrganisationProgress:
    """One target of an organisation as at a day.

    ``whole`` is the year or the term, ``period`` the part of it that is gone. ``base`` is the newest number of members that
    the organisation had declared, None where it declared none; ``goal`` is in people, None without its base.
    """

    target: Target
    organisation: Unit
    name: str
    on: date
    whole: Period
    period: Period
    base: Told | None
    goal: int | None
    actual: int
    cell: Cell | Nominated

    @property
    def percent(self) -> Decimal | None:
        """Actual in percent of the goal."""
        return percentage(self.actual, self.goal)

    @property
    def percent_of_members(self) -> Decimal | None:
        """Actual in percent of the declared members: the rate that the conclusion of 2014 finds low."""
        return percentage(self.actual, self.base.value if self.base else None)

    @property
    def left(self) -> int | None:
        """People still missing; 0 once the goal is reached."""
        return None if self.goal is None else max(0, self.goal - self.actual)


def targets_on(organisations: QuerySet[Unit], on: date) -> QuerySet[Target]:
    """Return the targets of organisations whose year or term holds ``on``, with what they cite."""
    in_year = Q(period=PeriodKind.YEAR, first_year__lte=on.year)
    in_year &= Q(last_year__isnull=True) | Q(last_year__gte=on.year)
    in_term = Q(period=PeriodKind.TERM, term_start__lte=on, term_stop__gt=on)
    found = Target.objects.filter(in_year | in_term, unit__in=organisations, measure__in=ORGANISATION_MEASURES)
    cited = found.select_related("directive__document", "clause__document", "unit", "confirmed_by")
    return cited.order_by("unit__code", "-period", "measure", "pk")


def of_organisation(target: Target, on: date) -> OrganisationProgress:
    """Count one target as at the end of the day ``on``."""
    return of_organisations([target], on)[0]


def of_organisations(targets: Sequence[Target], on: date) -> list[OrganisationProgress]:
    """Count targets as at the end of a day, in as many queries for many as for one."""
    units = {target.unit_id: target.unit for target in targets}
    if not units:
        return []
    branches = _with_branches(units, on)
    cells = _cells(targets, branches, on)
    bases = declared.newest_by_unit(units, (FigureKind.ORGANISATION_MEMBERS,), on, on)
    counted = zip(targets, cells, measures.counts(cells), strict=True)
    return [_progress(target, branches[target.unit_id][0], cell, people, bases, on) for target, cell, people in counted]


def _progress(
    target: Target, organisation: Unit, cell: Cell | Nominated, actual: int, bases: dict, on: date
) -> OrganisationProgress:
    base = bases.get(target.unit_id, {}).get(FigureKind.ORGANISATION_MEMBERS)
    return OrganisationProgress(
        target=target,
        organisation=organisation,
        name=getattr(organisation, "name", None) or organisation.code,
        on=on,
        whole=_whole(target, on),
        period=cell.period,
        base=base,
        goal=in_people(target, _exact(target, base)),
        actual=actual,
        cell=cell,
    )


def _exact(target: Target, base: Told | None) -> Decimal | None:
    if target.number is None or target.number_kind == NumberKind.ABSOLUTE:
        return target.number
    return target.number * base.value / 100 if base else None


def _whole(target: Target, on: date) -> Period:
    return year(on.year) if target.period == PeriodKind.YEAR else Period(target.term_start, target.term_stop)


def _cells(targets: Sequence[Target], branches: dict[int, tuple[Unit, ...]], on: date) -> list[Cell | Nominated]:
    stages, tops = (statistics.admitted_stage(on),), _tops(set(branches), on)
    admissions = [Cell((), stages, on, inclusive(_whole(target, on).start, on)) for target in targets]
    return [
        measures.organisation_cell(target.measure, tops[target.unit_id], branches[target.unit_id], each)
        for target, each in zip(targets, admissions, strict=True)
    ]


def _with_branches(units: dict[int, Unit], on: date) -> dict[int, tuple[Unit, ...]]:
    """Each organisation, named, with what is under it; one that does not exist on the day stands alone."""
    found: dict[int, tuple[Unit, ...]] = dict.fromkeys(units, ())
    below = UnitAncestry.objects.on(on).filter(ancestor__in=units).select_related("unit")
    for line in below.annotate(name=tree.name_on(on)).order_by("depth", "unit__code"):
        line.unit.name = line.name
        found[line.ancestor_id] += (line.unit,)
    return {key: below or (units[key],) for key, below in found.items()}


def _tops(units: set[int], on: date) -> dict[int, tuple[Unit, ...]]:
    """The top of the party tree in which an organisation is followed; every top for one that nobody follows."""
    followed = UnitAncestry.objects.on(on).filter(valid_on(on, _FOLLOWER) & valid_on(on, _ABOVE), unit__in=units)
    nearest = followed.order_by("unit", "depth", f"-{_ABOVE}depth").distinct("unit")
    rows = nearest.values_list("unit", f"{_ABOVE}ancestor", f"{_ABOVE}ancestor__code")
    found = {unit: (Unit(pk=top, code=code),) for unit, top, code in rows}
    missing = units - set(found)
    return found | dict.fromkeys(missing, _every_top(on) if missing else ())


def _every_top(on: date) -> tuple[Unit, ...]:
    tops = UnitVersion.objects.on(on).filter(parent__isnull=True, kind__in=PARTY_KINDS).values("unit")
    return tuple(Unit.objects.filter(pk__in=tops).order_by("code"))
