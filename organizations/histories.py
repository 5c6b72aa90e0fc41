"""Reads of what was so from one day to another: the names of an organisation, who followed it, what its office had."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import OuterRef

from organizations import tree
from organizations.enums import OfficeBody
from organizations.models import Oversight, StandingOffice, Unit, UnitVersion
from organizations.models.dated import Dated


@dataclass(frozen=True)
class Spell:
    """What held from a day up to and including another; ``last`` is None while nobody knew of an end."""

    subject: str
    words: str
    since: date
    last: date | None
    source: str = ""


def of_organisation(unit: Unit, on: date) -> list[Spell]:
    """Return what an organisation was called, who followed it and what its office had up to a day, the newest first."""
    spells = [*_names(unit, on), *_followers(unit, on), *_offices(unit, on)]
    return sorted(spells, key=lambda spell: spell.since, reverse=True)


def _names(unit: Unit, on: date) -> list[Spell]:
    begun = UnitVersion.objects.filter(unit=unit, valid_from__lte=on)
    begun = begun.annotate(parent_name=tree.name_on(OuterRef("valid_from"), "parent"))
    return [Spell(each.name, _described(each), each.valid_from, _last(each, on)) for each in begun]


def _followers(unit: Unit, on: date) -> list[Spell]:
    begun = Oversight.objects.filter(organisation=unit, valid_from__lte=on)
    named = begun.annotate(name=tree.name_on(OuterRef("valid_from"), "unit"))
    return [Spell("Cấp ủy theo dõi", each.name or "", each.valid_from, _last(each, on)) for each in named]


def _offices(unit: Unit, on: date) -> list[Spell]:
    begun = StandingOffice.objects.filter(organisation=unit, valid_from__lte=on)
    named = begun.annotate(cell_name=tree.name_on(OuterRef("valid_from"), "cell"))
    return [Spell("Cơ quan thường trực", _met(each), each.valid_from, _last(each, on), each.source) for each in named]


def _described(row: UnitVersion) -> str:
    parts = [
        row.get_kind_display(),
        row.get_association_kind_display().lower(),
        row.get_level_display().lower(),
        f"thuộc {row.parent_name}" if row.parent_id else "",
    ]
    return ", ".join(filter(None, parts))


def _met(row: StandingOffice) -> str:
    cell = f": {row.cell_name}" if row.cell_name else " chi bộ" if row.cell_id is None else ""
    bodies = ", ".join(OfficeBody(body).label for body in row.bodies)
    return f"{row.get_arrangement_display()}{cell}{f'; có {bodies}' if bodies else ''}"


def _last(row: Dated, on: date) -> date | None:
    """The last day of a row, if its end had come by the day one looks from."""
    if row.valid_until is None or row.valid_until > on:
        return None
    return row.valid_until - timedelta(days=1)
