"""The tree of units as at a date, read from the dated closure table."""

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery

from organizations.enums import GRASSROOTS_KINDS
from organizations.models import Unit, UnitAncestry, UnitVersion
from organizations.models.dated import valid_on
from organizations.settled import Settled, settled

_REBUILD = """
WITH RECURSIVE walk (ancestor_id, unit_id, depth, period) AS (
    SELECT unit_id, unit_id, 0, daterange(valid_from, valid_until) FROM organizations_unitversion
    UNION ALL
    SELECT v.parent_id, w.unit_id, w.depth + 1, w.period * daterange(v.valid_from, v.valid_until)
    FROM walk w
    JOIN organizations_unitversion v ON v.unit_id = w.ancestor_id
    WHERE v.parent_id IS NOT NULL AND w.period && daterange(v.valid_from, v.valid_until)
)
SELECT ancestor_id, unit_id, depth, lower(part), upper(part)
FROM (SELECT ancestor_id, unit_id, depth, unnest(range_agg(period)) AS part
      FROM walk GROUP BY ancestor_id, unit_id, depth) merged
"""
_TABLE = "organizations_unitancestry"
_COLUMNS = "(ancestor_id, unit_id, depth, valid_from, valid_until)"


def rebuild() -> None:
    """Derive the whole closure table anew from the versions; periods that touch are merged."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {_TABLE}")
        cursor.execute(f"INSERT INTO {_TABLE} {_COLUMNS} {_REBUILD}")


def differences() -> int:
    """Count the rows by which the stored closure table differs from what the versions say; 0 is healthy."""
    stored = f"SELECT ancestor_id, unit_id, depth, valid_from, valid_until FROM {_TABLE}"
    derived = f"SELECT * FROM ({_REBUILD}) derived"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM (({stored} EXCEPT {derived}) UNION ALL ({derived} EXCEPT {stored})) different"
        )
        return cursor.fetchone()[0]


def descendants(units: Iterable[Unit] | Settled, on: date) -> QuerySet[Unit]:
    """Return the units at or below ``units`` on a day, each once."""
    below = UnitAncestry.objects.on(on).filter(ancestor__in=units)
    return Unit.objects.filter(pk__in=settled(below.values("unit")))


def ancestors(unit: Unit, on: date) -> QuerySet[Unit]:
    """Return ``unit`` and the units above it on a day."""
    above = UnitAncestry.objects.on(on).filter(unit=unit)
    return Unit.objects.filter(pk__in=settled(above.values("ancestor")))


def path(unit: Unit, on: date) -> list[UnitVersion]:
    """Return the versions from the root down to ``unit`` itself as they were on a day."""
    lines = Q(unit__below__unit=unit) & valid_on(on, "unit__below__")
    return list(UnitVersion.objects.on(on).filter(lines).select_related("unit").order_by("-unit__below__depth"))


def children(unit: Unit, on: date) -> QuerySet[UnitVersion]:
    """Return the versions of the units directly under ``unit`` on a day, by code."""
    return UnitVersion.objects.on(on).filter(parent=unit).select_related("unit").order_by("unit__code")


def version(unit: Unit, on: date) -> UnitVersion | None:
    """Return what ``unit`` was on a day, or None where it did not exist."""
    return UnitVersion.objects.on(on).filter(unit=unit).select_related("unit", "founding_document").first()


def grassroots(unit: Unit, on: date) -> QuerySet[UnitVersion]:
    """Return the grassroots organisations at or below ``unit`` on a day, by code."""
    return (
        UnitVersion.objects.on(on)
        .filter(unit__in=descendants([unit], on), kind__in=GRASSROOTS_KINDS)
        .select_related("unit")
        .order_by("unit__code")
    )


def name_on(day: date | OuterRef, reference: str = "unit") -> Subquery:
    """Return the name on ``day`` (or a day column of each row) of the unit behind ``reference``, to annotate a list with."""
    named = UnitVersion.objects.filter(valid_on(day), unit=OuterRef(reference))
    return Subquery(named.values("name")[:1], output_field=CharField())


def last_name(reference: str = "unit") -> Subquery:
    """Return the last name of the unit behind ``reference``: that of a unit which exists no longer."""
    named = UnitVersion.objects.filter(unit=OuterRef(reference)).order_by("-valid_from")
    return Subquery(named.values("name")[:1], output_field=CharField())


def kind_on(day: date | OuterRef, reference: str = "unit") -> Subquery:
    """Return the kind on ``day`` of the unit behind ``reference``, to annotate a list with."""
    found = UnitVersion.objects.filter(valid_on(day), unit=OuterRef(reference))
    return Subquery(found.values("kind")[:1], output_field=CharField())
