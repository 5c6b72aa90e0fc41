"""The organisations outside the Party as rows: levels, who follows them, what their standing offices have, what they declared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from candidates.models import Nomination
from organizations.enums import ORGANISATION_FIGURES, FigureKind, Level, OfficeBody, OfficeCell, UnitKind
from organizations.models import Explanation, Figure, StandingOffice, Unit
from reports.demo import units
from reports.demo.hoi_2015 import bodies
from reports.demo.hoi_2015.associations import (
    ASSOCIATIONS,
    PENSIONERS,
    SOCIO_POLITICAL,
    WHY,
    Association,
    SocioPolitical,
)
from reports.demo.hoi_2015.tree import FOUNDED, Land

YEAR_END, BEFORE = date(2015, 12, 31), date(2014, 12, 31)
SOURCE = "Báo cáo năm của hội (số liệu minh họa); chỉ tính hội viên trực thuộc, không kể hội cấp dưới"
OFFICE_SINCE = date(2012, 1, 1)
# Branches that declared nothing: every so many-th.
SILENT_EVERY = 11


@dataclass(frozen=True)
class Organisation:
    """An organisation: the code of its kind, its area and commune where it is a branch, its level."""

    unit: Unit
    code: str
    level: Level
    area: str = ""
    commune: str = ""


@dataclass(frozen=True)
class Societies:
    """All organisations: associations, and by key the socio-political ones with their branches by area."""

    associations: tuple[Organisation, ...]
    tops: dict[str, Unit]
    branches: dict[str, dict[str, Unit]]

    def association(self, code: str) -> Unit:
        """The provincial association of a code."""
        return next(each.unit for each in self.associations if each.code == code and each.level == Level.PROVINCE)


def plant(land: Land) -> Societies:
    """Create every organisation; the caller rebuilds the closure table."""
    found = [each for known in ASSOCIATIONS for each in _association(land, known)]
    tops, branches = {}, {}
    for known in SOCIO_POLITICAL:
        tops[known.key], branches[known.key] = _socio_political(land, known)
    return Societies(tuple(found), tops, branches)


def furnish(land: Land, societies: Societies) -> None:
    """Record what the standing offices of associations have: own cells, shared ones, none."""
    known = {each.code: each for each in ASSOCIATIONS if each.arrangement}
    rows = [_office(land, each, known[each.code]) for each in societies.associations if each.code in known]
    StandingOffice.objects.bulk_create(rows)


def declare(random: Random, societies: Societies) -> None:
    """Record members at the end of both years, and everything else at the end of 2015; some branches are silent."""
    known = {each.code: each for each in ASSOCIATIONS}
    rows: list[Figure] = []
    for place, each in enumerate(societies.associations, start=1):
        values = _own(known[each.code]) if each.level == Level.PROVINCE else _of_branch(random, each)
        if values and not (each.level != Level.PROVINCE and place % SILENT_EVERY == 0):
            rows += _told(each.unit, values, known[each.code].members_before if each.level == Level.PROVINCE else None)
    for society in SOCIO_POLITICAL:
        rows += _of_society(random, society, societies)
    Figure.objects.bulk_create(rows)


def explain(societies: Societies) -> None:
    """Record why associations introduced nobody and what they will do; some of them are silent about it."""
    active = set(Nomination.objects.values_list("organisation", flat=True))
    Explanation.objects.bulk_create(
        Explanation(
            unit=each.unit,
            on=YEAR_END,
            reason=WHY[each.code][0],
            remedy=WHY[each.code][1],
            declared_by="Thường trực hội",
            source="Báo cáo năm của hội (số liệu minh họa)",
        )
        for each in societies.associations
        if each.code in WHY and each.unit.pk not in active
    )


def _association(land: Land, known: Association) -> list[Organisation]:
    code, kind = f"H.60.{known.code}", UnitKind.ASSOCIATION
    which = known.which
    top = units.organisation(code, f"{known.name} tỉnh", kind, Level.PROVINCE, None, land.province, FOUNDED, which)
    found = [Organisation(top, known.code, Level.PROVINCE)]
    for area in bodies.AREAS:
        if area.code not in known.areas:
            continue
        words = (f"{code}.{area.code[-2:]}", f"{known.name} {area.name}", kind, Level.DISTRICT)
        branch = units.organisation(*words, top, land.areas[area.code], FOUNDED, which)
        found.append(Organisation(branch, known.code, Level.DISTRICT, area.code))
        for place, name in enumerate((each for each in area.communes if each in known.communes), start=1):
            words = (f"{branch.code}.{place}", f"{known.name} {name}", kind, Level.COMMUNE)
            unit = units.organisation(*words, branch, land.communes[name], FOUNDED, which)
            found.append(Organisation(unit, known.code, Level.COMMUNE, area.code, name))
    return found


def _socio_political(land: Land, known: SocioPolitical) -> tuple[Unit, dict[str, Unit]]:
    code, kind = f"D.60.{known.code}", UnitKind.SOCIO_POLITICAL
    top = units.organisation(code, known.name, kind, Level.PROVINCE, None, land.province, FOUNDED)
    names = {area.code: known.branch.format(area.name) for area in bodies.AREAS}
    names |= {bodies.BLOC[0]: known.in_bloc} if known.in_bloc else {}
    return top, {
        area: units.organisation(f"{code}.{area[-2:]}", name, kind, Level.DISTRICT, top, land.areas[area], FOUNDED)
        for area, name in sorted(names.items())
    }


def _office(land: Land, each: Organisation, known: Association) -> StandingOffice:
    """The office at the province as it is known; in an area it shares the agency's cell or has none, in a commune none."""
    arrangement, cell, inside = OfficeCell.NONE, None, ()
    if each.level == Level.PROVINCE:
        arrangement, inside = known.arrangement, known.bodies
        cell = land.seat(known.cell).cell if known.cell else None
    elif each.level == Level.DISTRICT and known.arrangement != OfficeCell.NONE:
        arrangement, inside = OfficeCell.SHARED, (OfficeBody.TRADE_UNION,)
        area = next(area for area in bodies.AREAS if area.code == each.area)
        cell = land.seat(f"{bodies.HOST_CELL} {area.name}").cell
    return StandingOffice(
        organisation=each.unit,
        arrangement=arrangement,
        cell=cell,
        bodies=list(inside),
        source="Rà soát cơ quan thường trực hội (số liệu minh họa)",
        valid_from=OFFICE_SINCE,
    )


def _own(known: Association) -> dict[FigureKind, int]:
    return dict(zip(ORGANISATION_FIGURES, known.figures, strict=True)) if known.figures else {}


def _of_branch(random: Random, each: Organisation) -> dict[FigureKind, int]:
    """Invented figures: parts never exceed the whole, pensioners are over 60."""
    members = random.randint(140, 900) if each.level == Level.DISTRICT else random.randint(35, 160)
    inside = int(members * random.uniform(0.12, 0.3))
    left = 0 if each.code in PENSIONERS else int((members - inside) * random.uniform(0.5, 0.85))
    staff = random.randint(2, 4) if each.level == Level.DISTRICT else 1
    return dict(zip(ORGANISATION_FIGURES, (members, inside, left, staff, random.randint(0, staff)), strict=True))


def _told(unit: Unit, values: dict[FigureKind, int], before: int | None = None, source: str = SOURCE) -> list[Figure]:
    members = before if before is not None else values[FigureKind.ORGANISATION_MEMBERS] * 97 // 100
    rows = units.figures(unit, YEAR_END, values, "Thường trực hội", source)
    last_year = {FigureKind.ORGANISATION_MEMBERS: members}
    return [*units.figures(unit, BEFORE, last_year, "Thường trực hội", source), *rows]


def _of_society(random: Random, society: SocioPolitical, societies: Societies) -> list[Figure]:
    """Each branch declares its own; the organisation declares the sum of them."""
    source = "Báo cáo năm của tổ chức (số liệu minh họa)"
    branches = societies.branches[society.key]
    values = [_of_one(random, society) for _ in branches]
    rows = [
        row for unit, each in zip(branches.values(), values, strict=True) for row in _told(unit, each, None, source)
    ]
    return [*rows, *_told(societies.tops[society.key], _sum(values), None, source)]


def _of_one(random: Random, society: SocioPolitical) -> dict[FigureKind, int]:
    members = int(society.size * random.uniform(0.7, 1.3))
    inside = int(members * society.inside)
    numbers = (members, inside, int((members - inside) * 0.82), random.randint(5, 9), random.randint(3, 5))
    return dict(zip(ORGANISATION_FIGURES, numbers, strict=True))


def _sum(values: Sequence[dict[FigureKind, int]]) -> dict[FigureKind, int]:
    return {kind: sum(each[kind] for each in values) for kind in ORGANISATION_FIGURES}
