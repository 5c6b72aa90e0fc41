"""What became of units that ended: told from the dated tree by where that which lay directly under them lies later.

A unit that was split, or of which nothing is left, has no single heir and is left out: that is for a document to say.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, F, Max, OuterRef, Q

from organizations.enums import GRASSROOTS_KINDS
from organizations.models import UnitAncestry, UnitVersion


def heirs(units: Iterable[int], into: Iterable[int], since: date, on: date) -> dict[int, int]:
    """Return for each of ``units`` that ended or sank between ``since`` and ``on`` the one of ``into`` that took it in.

    Ended: all that lay directly under it, as far as it still exists, lies under that one now. Sunk: a grassroots
    organisation that is a part of that one now. What lay under it on ``since`` already took nothing in.
    """
    gone, into = set(units), set(into)
    if not gone or not into:
        return {}
    moved = _children(gone, since, on) | {unit: {unit} for unit in _sunk(gone, since, on)}
    nearest = _nearest({child for children in moved.values() for child in children}, into, on)
    above = set(UnitAncestry.objects.on(since).filter(unit__in=moved).values_list("unit", "ancestor"))
    found = {unit: {nearest.get(child) for child in children} for unit, children in moved.items()}
    single = {unit: tops.pop() for unit, tops in found.items() if len(tops) == 1}
    return {unit: top for unit, top in single.items() if top and (unit, top) not in above}


def continuing(first: Iterable[UnitVersion]) -> set[int]:
    """Return which units, given by their first versions, go on from others: nobody founded them on that day.

    They took in on their first day what lay elsewhere before, or a unit of the same sector ended on that very day in the
    same place: under the same superior, or under one that ended with it. A rename keeps the unit and begins none.
    """
    begun = {version.unit_id: version for version in first}
    return (_took_over(begun) | _came_after(begun)) if begun else set()


def _took_over(begun: dict[int, UnitVersion]) -> set[int]:
    """Those under which something lay on their first day that ended a place elsewhere on it."""
    before = UnitVersion.objects.filter(unit=OuterRef("unit"), valid_until=OuterRef("valid_from"))
    under = UnitVersion.objects.filter(parent__in=begun).annotate(
        moved=Exists(before.exclude(parent=OuterRef("parent")))
    )
    rows = under.filter(moved=True).values_list("parent", "valid_from")
    return {parent for parent, since in rows if since == begun[parent].valid_from}


def _came_after(begun: dict[int, UnitVersion]) -> set[int]:
    """Those that began where one of their sector ended on the same day."""
    goes_on = UnitVersion.objects.filter(unit=OuterRef("unit"), valid_from=OuterRef("valid_until"))
    days = {version.valid_from for version in begun.values()}
    ended = list(
        UnitVersion.objects.filter(~Exists(goes_on), valid_until__in=days).values(
            "unit", "parent", "sector", day=F("valid_until")
        )
    )
    gone = {(each["unit"], each["day"]) for each in ended}
    places = {(each["parent"], each["sector"], each["day"]) for each in ended}
    homeless = {(each["sector"], each["day"]) for each in ended if (each["parent"], each["day"]) in gone}
    return {
        unit
        for unit, version in begun.items()
        if (version.parent_id, version.sector, version.valid_from) in places
        or (version.sector, version.valid_from) in homeless
    }


def _children(gone: set[int], since: date, on: date) -> dict[int, set[int]]:
    """For each unit that ended in between, what lay directly under it to the end and still exists."""
    standing = UnitVersion.objects.on(on).values("unit")
    ends = dict(
        UnitVersion.objects.filter(unit__in=gone).exclude(unit__in=standing).order_by().values_list("unit")
        .annotate(end=Max("valid_until")).filter(end__gt=since)
    )  # fmt: skip
    rows = UnitVersion.objects.filter(parent__in=ends, unit__in=standing).values_list("parent", "unit", "valid_until")
    found: dict[int, set[int]] = {}
    for parent, child, until in rows:
        if until == ends[parent]:
            found.setdefault(parent, set()).add(child)
    return found


def _sunk(gone: set[int], since: date, on: date) -> set[int]:
    """Those that were grassroots organisations then and are parts of one now."""
    then = UnitVersion.objects.on(since).filter(kind__in=GRASSROOTS_KINDS).values("unit")
    now = UnitVersion.objects.on(on).filter(~Q(kind__in=GRASSROOTS_KINDS), unit__in=gone)
    return set(now.filter(unit__in=then).values_list("unit", flat=True))


def _nearest(units: set[int], into: set[int], on: date) -> dict[int, int]:
    lines = UnitAncestry.objects.on(on).filter(unit__in=units, ancestor__in=into, depth__gt=0)
    return dict(lines.order_by("-depth").values_list("unit", "ancestor"))
