"""Reads what units declared: the bases of quotas and rates, the figures of organisations, the reviews of sources.

A figure is known from the day on which it was reported (``said_on``, else ``on``). Looked at from a day before a correction
was reported, the figure that it replaced still stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from organizations import tree
from organizations.enums import GRASSROOTS_KINDS, MEMBER_FIGURES, REVIEW_FIGURES, FigureKind
from organizations.models import Figure, Unit, UnitAncestry, UnitVersion
from organizations.models.dated import valid_on

NAMED = 5


@dataclass(frozen=True)
class Base:
    """Party members of a unit as at a day; ``missing`` are grassroots organisations that declared nothing for it."""

    total: int | None
    missing: tuple[UnitVersion, ...]

    @property
    def missing_words(self) -> str:
        """The first few that declared nothing, by name, and how many more there are."""
        names = ", ".join(body.name for body in self.missing[:NAMED])
        more = len(self.missing) - NAMED
        return f"{names} và {more} tổ chức cơ sở đảng khác" if more > 0 else names


@dataclass(frozen=True)
class Told:
    """A figure as a unit told it: as at the day ``on``, reported on ``said_on``, by whom and after which paper."""

    value: int
    on: date
    said_on: date
    by: str
    source: str


@dataclass(frozen=True)
class Statement:
    """All that a unit told of some kinds as at one day; ``said_on``, ``by`` and ``source`` are those of what it told last."""

    on: date
    said_on: date
    by: str
    source: str
    values: dict[FigureKind, int]


def members(unit: Unit, on: date) -> Base:
    """Return the members of all grassroots organisations at or below ``unit`` as declared for the day ``on``."""
    bodies = tree.grassroots(unit, on).annotate(members=_members_on(on))
    known = [body.members for body in bodies if body.members is not None]
    return Base(sum(known) if known else None, tuple(body for body in bodies if body.members is None))


def members_by_unit(unit_ids: list[int], on: date) -> dict[int, int]:
    """Return declared members (official and probationary) per unit id; a unit lacking either figure is left out."""
    rows = _totals(on).filter(unit__in=unit_ids)
    return {row["unit"]: row["total"] for row in rows}


def members_under(unit_ids: Iterable[int], on: date) -> dict[int, int]:
    """Return per unit id the members of the grassroots organisations at or below it that declared them; none: left out.

    A unit of which one organisation declared nothing is left out, too: what is not complete is no size.
    """
    lines = UnitAncestry.objects.on(on).filter(ancestor__in=unit_ids, unit__versions__kind__in=GRASSROOTS_KINDS)
    lines = lines.filter(valid_on(on, "unit__versions__")).annotate(members=_members_on(on))
    found: dict[int, list[int | None]] = {}
    for ancestor, members in lines.values_list("ancestor", "members"):
        found.setdefault(ancestor, []).append(members)
    return {unit: sum(told) for unit, told in found.items() if None not in told}


def figures_by_unit(
    unit_ids: Iterable[int], kind: FigureKind, on: date, known_on: date, since: date = date.min
) -> dict[int, int]:
    """Return per unit id the newest figure of a kind as at a day from ``since`` to ``on``, as known on ``known_on``.

    A unit that had reported none is left out: it is not zero.
    """
    told = newest_by_unit(unit_ids, (kind,), on, known_on, since)
    return {unit: kinds[kind].value for unit, kinds in told.items()}


def newest_by_unit(
    unit_ids: Iterable[int], kinds: Iterable[FigureKind], on: date, known_on: date, since: date = date.min
) -> dict[int, dict[FigureKind, Told]]:
    """Return per unit id and kind what ``figures_by_unit`` returns for one kind, with its day and source."""
    rows = known(unit_ids, kinds, known_on).filter(on__range=(since, on))
    found: dict[int, dict[FigureKind, Told]] = {}
    for row in rows.order_by("unit_id", "kind", "-on", "-pk").distinct("unit_id", "kind"):
        found.setdefault(row.unit_id, {})[FigureKind(row.kind)] = _told(row)
    return found


def expected_by_unit(unit_ids: Iterable[int], quarter_last_day: date, known_on: date) -> dict[int, int]:
    """Return per unit id how many admissions it expects in the quarter that ends on a day, as known on ``known_on``."""
    return figures_by_unit(unit_ids, FigureKind.EXPECTED, quarter_last_day, known_on, since=quarter_last_day)


def reviews_by_unit(unit_ids: Iterable[int], first_day: date, known_on: date) -> dict[int, Statement]:
    """Return per unit id its newest review of sources as at ``first_day`` or later, whole: never figures of two days mixed."""
    said = statements(unit_ids, REVIEW_FIGURES, known_on, first_day)
    return {unit: found[0] for unit, found in said.items()}


def statements(
    unit_ids: Iterable[int], kinds: Iterable[FigureKind], known_on: date, since: date = date.min
) -> dict[int, list[Statement]]:
    """Return per unit id what it told of ``kinds`` day by day, the newest day first, as known on ``known_on``."""
    found: dict[int, list[Figure]] = {}
    for row in _last_of_each_day(known(unit_ids, kinds, known_on).filter(on__gte=since)):
        found.setdefault(row.unit_id, []).append(row)
    return {unit: _by_day(rows) for unit, rows in found.items()}


def statements_of(unit: Unit, groups: Iterable[Iterable[FigureKind]], known_on: date) -> list[list[Statement]]:
    """Return what one unit told, as ``statements`` does, apart for each group of kinds; one query for all of them."""
    groups = [frozenset(group) for group in groups]
    rows = list(_last_of_each_day(known([unit.pk], frozenset().union(*groups), known_on)))
    return [_by_day([row for row in rows if row.kind in group]) for group in groups]


def known(unit_ids: Iterable[int], kinds: Iterable[FigureKind], known_on: date) -> QuerySet[Figure]:
    """Return the figures that units had reported by a day, each with ``known_on``; of a unit, kind and day take the last."""
    stood = Q(in_force=True) | Q(replaced_by__isnull=False)
    reported = Figure.objects.annotate(known_on=Coalesce("said_on", "on"))
    return reported.filter(stood, unit__in=unit_ids, kind__in=tuple(kinds), known_on__lte=known_on)


def _told(row: Figure) -> Told:
    return Told(row.value, row.on, row.known_on, row.declared_by, row.source)


def _last_of_each_day(rows: QuerySet[Figure]) -> QuerySet[Figure]:
    return rows.order_by("unit_id", "kind", "on", "-pk").distinct("unit_id", "kind", "on")


def _by_day(rows: list[Figure]) -> list[Statement]:
    days: dict[date, list[Figure]] = {}
    for row in rows:
        days.setdefault(row.on, []).append(row)
    return [_statement(days[on]) for on in sorted(days, reverse=True)]


def _statement(rows: list[Figure]) -> Statement:
    last = max(rows, key=lambda row: row.pk)
    values = {FigureKind(row.kind): row.value for row in rows}
    return Statement(last.on, last.known_on, last.declared_by, last.source, values)


def _totals(on: date) -> QuerySet[Figure]:
    """Rows of unit and total, for the units that declared every kind of member for a day."""
    in_force = Figure.objects.filter(on=on, kind__in=MEMBER_FIGURES, in_force=True).order_by()
    totals = in_force.values("unit").annotate(total=Sum("value"), kinds=Count("kind"))
    return totals.filter(kinds=len(MEMBER_FIGURES))


def _members_on(on: date) -> Subquery:
    return Subquery(_totals(on).filter(unit=OuterRef("unit")).values("total"))
