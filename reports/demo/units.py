"""The units and organisations of a story as rows; the closure table is rebuilt once all of them stand."""

from datetime import date

from organizations.enums import AssociationKind, FigureKind, Level, Sector, UnitKind
from organizations.models import Document, Figure, Oversight, Unit, UnitVersion


def party(
    code: str,
    name: str,
    kind: UnitKind,
    parent: Unit | None,
    since: date,
    *,
    committee: str = "",
    sign: str = "",
    place: str = "",
    sector: Sector | str = "",
    document: Document | None = None,
) -> Unit:
    """Create a party organisation that has existed since a day, under the same name and parent ever since."""
    unit = Unit.objects.create(code=code)
    words = {"name": name, "committee": committee, "sign": sign, "place": place, "sector": sector}
    where = {"kind": kind, "parent": parent, "founding_document": document}
    UnitVersion.objects.create(unit=unit, valid_from=since, **words, **where)
    return unit


def organisation(
    code: str,
    name: str,
    kind: UnitKind,
    level: Level,
    parent: Unit | None,
    follower: Unit,
    since: date,
    which: AssociationKind | str = "",
) -> Unit:
    """Create an organisation outside the Party, an association of a kind, that ``follower`` has followed since the same day."""
    unit = Unit.objects.create(code=code)
    words = {"name": name, "kind": kind, "level": level, "association_kind": which}
    UnitVersion.objects.create(unit=unit, parent=parent, valid_from=since, **words)
    Oversight.objects.create(organisation=unit, unit=follower, valid_from=since)
    return unit


def figures(
    unit: Unit, on: date, values: dict[FigureKind, int], by: str, source: str, said_on: date | None = None
) -> list[Figure]:
    """Return the figures that a unit declares as at a day, not yet saved."""
    words = {"declared_by": by, "source": source, "said_on": said_on}
    return [Figure(unit=unit, kind=kind, on=on, value=value, **words) for kind, value in values.items()]
