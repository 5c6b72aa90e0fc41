"""Reads what units declared: the bases of quotas and rates, the figures of organisations, the reviews of sources.

A figure is known from the day on which it was reported (``said_on``, else ``on``). Looked at from a day before a correction
was reported, the figure that it replaced still stands.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
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


@dataclass(frozen=True)
class Expected:
    """Admissions that a unit itself expects: its own word, else the sum of the grassroots organisations under it that spoke.

    ``speakers`` is how many units spoke. It is their figure: nothing of it was counted here.
    """

    people: int
    speakers: int


def members(unit: Unit, on: date) -> Base:
    """Return the members of all grassroots organisations at or below ``unit`` as declared for the day ``on``."""
    return _base(list(tree.grassroots(unit, on).annotate(members=_members_on(on))))


def bases_under(unit_ids: Iterable[int], on: date) -> dict[int, Base]:
    """Return what ``members`` returns for each of many units, in one query; one without grassroots organisations is left out."""
    below = UnitVersion.objects.on(on).filter(
        valid_on(on, "unit__ancestry__"), unit__ancestry__ancestor__in=unit_ids, kind__in=GRASSROOTS_KINDS
    )
    found: dict[int, list[UnitVersion]] = {}
    for body in below.annotate(top=F("unit__ancestry__ancestor"), members=_members_on(on)).order_by("unit__code"):
        found.setdefault(body.top, []).append(body)
    return {top: _base(bodies) for top, bodies in found.items()}


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


def expected_under(unit_ids: Iterable[int], quarters: Collection[date], known_on: date) -> dict[int, Expected]:
    """Return per unit what is expected in the quarters that end on these days, as known on a day; one query.

    Where neither a unit nor a grassroots organisation under it spoke, it is left out: silence is not zero.
    """
    own, below = {}, {}
    for top, unit, depth, end, value in _expectations(unit_ids, quarters, known_on):
        (below if depth else own).setdefault(top, {})[unit, end] = value
    return {top: _expected(values) for top, values in (below | own).items()}


def reviews_by_unit(unit_ids: Iterable[int], first_day: date, known_on: date) -> dict[int, Statement]:
    """Return per unit id its newest review of sources as at ``first_day`` or later, whole: never figures of two days mixed."""
    said = statements(unit_ids, REVIEW_FIGURES, known_on, first_day)
    return {unit: found[0] for unit, found in said.items()}


def half_year_before(on: date) -> date:
    """Return the last day of the half-year before the one of ``on``: the earliest day of a review that is still of use."""
    return date(on.year, 6, 30) if (on.month, on.day) > (6, 30) else date(on.year - 1, 12, 31)


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


def _base(bodies: list[UnitVersion]) -> Base:
    """The base of grassroots organisations annotated with their ``members``."""
    told = [body.members for body in bodies if body.members is not None]
    return Base(sum(told) if told else None, tuple(body for body in bodies if body.members is None))


def _expectations(unit_ids: Iterable[int], quarters: Collection[date], known_on: date) -> QuerySet:
    """Rows of top, unit, depth, quarter and value, a correction after what it replaced."""
    under = Figure.objects.filter(valid_on(known_on, "unit__ancestry__"), unit__ancestry__ancestor__in=unit_ids)
    grassroots = UnitVersion.objects.on(known_on).filter(unit=OuterRef("unit"), kind__in=GRASSROOTS_KINDS)
    named = under.annotate(top=F("unit__ancestry__ancestor"), depth=F("unit__ancestry__depth"))
    told = named.filter(_known(known_on), kind=FigureKind.EXPECTED, on__in=quarters)
    speaking = told.filter(Q(depth=0) | Q(Exists(grassroots))).order_by("pk")
    return speaking.values_list("top", "unit", "depth", "on", "value")


def _expected(values: dict[tuple[int, date], int]) -> Expected:
    return Expected(sum(values.values()), len({unit for unit, _ in values}))


def _known(known_on: date) -> Q:
    """The condition "reported by a day", whether or not it was corrected later."""
    stood = Q(in_force=True) | Q(replaced_by__isnull=False)
    said = Q(said_on__lte=known_on) | Q(said_on__isnull=True, on__lte=known_on)
    return stood & said


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
