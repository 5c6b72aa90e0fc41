"""Reads about organisations outside the Party as at a day: what they are, who follows them, what their standing office has."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery

from organizations import declared, tree
from organizations.access import Reach
from organizations.declared import Statement, Told
from organizations.enums import ORGANISATION_FIGURES, ORGANISATION_KINDS, Deed, FigureKind, OfficeBody, OfficeCell
from organizations.formats import plain
from organizations.models import Oversight, StandingOffice, Unit, UnitVersion
from organizations.models.dated import valid_on
from organizations.models.search import Plain


@dataclass(frozen=True)
class Office:
    """What a standing office has on a day; ``others`` are the organisations whose offices meet in the same cell."""

    arrangement: OfficeCell
    cell: Unit | None
    cell_name: str
    others: tuple[str, ...]
    bodies: tuple[OfficeBody, ...]
    since: date
    source: str

    @property
    def words(self) -> str:
        """Its cell in words: own, shared with which cell and whom, or none yet."""
        if self.cell is None:
            return OfficeCell.NONE.label
        kind = {OfficeCell.OWN: "Riêng: ", OfficeCell.SHARED: "Ghép với "}[self.arrangement]
        return f"{kind}{self.cell_name}{', cùng ' if self.others else ''}{', '.join(self.others)}"

    @property
    def bodies_words(self) -> str:
        """The socio-political organisations in the office."""
        return ", ".join(body.label for body in self.bodies)


@dataclass(frozen=True)
class Row:
    """An organisation of the list, with what is known of it on the day; what nobody told is None."""

    version: UnitVersion
    told: dict[FigureKind, Told]
    office: Office | None

    @property
    def figures(self) -> tuple[tuple[str, Told | None], ...]:
        """Its figures with their labels, in the order of the columns."""
        return tuple((kind.label, self.told.get(kind)) for kind in ORGANISATION_FIGURES)

    @property
    def told_on(self) -> date | None:
        """The day of its newest figure."""
        return max((told.on for told in self.told.values()), default=None)


def versions(own: Reach, on: date) -> QuerySet[UnitVersion]:
    """Return the organisations of a reach as they were on a day, by code, with the names of ``follower`` and ``parent``."""
    reached = own.organisations(Deed.SEE_ORGANISATIONS)
    found = UnitVersion.objects.on(on).filter(kind__in=ORGANISATION_KINDS, unit__in=reached)
    return with_follower(found, on).select_related("unit").order_by("unit__code")


def version(unit: Unit, on: date) -> UnitVersion | None:
    """Return one organisation as it was on a day, as ``versions`` does; None where it did not exist."""
    return with_follower(UnitVersion.objects.on(on).filter(unit=unit), on).select_related("unit").first()


def named(found: QuerySet[UnitVersion], text: str) -> QuerySet[UnitVersion]:
    """Narrow to those whose name or code holds every word of ``text``, with or without marks."""
    found = found.annotate(key=Plain(F("name")))
    for word in plain(text).split():
        found = found.filter(Q(key__contains=word) | Q(unit__code__icontains=word))
    return found


def followers(own: Reach, on: date) -> QuerySet[Unit]:
    """Return the party units that follow organisations of a reach on a day, named."""
    reached = own.organisations(Deed.SEE_ORGANISATIONS)
    following = Oversight.objects.on(on).filter(organisation__in=reached).values("unit")
    return Unit.objects.filter(pk__in=following).annotate(name=tree.name_on(on, "pk")).order_by("code")


def followed_by(unit: Unit, on: date) -> QuerySet[UnitVersion]:
    """Return the organisations that a party unit itself follows on a day, by code."""
    following = Oversight.objects.on(on).filter(unit=unit).values("organisation")
    return UnitVersion.objects.on(on).filter(unit__in=following).select_related("unit").order_by("unit__code")


def hosted_by(cell: Unit, on: date) -> QuerySet[StandingOffice]:
    """Return the standing offices that meet in a cell on a day, with the ``name`` of their organisations."""
    found = StandingOffice.objects.on(on).filter(cell=cell).select_related("organisation")
    return found.annotate(name=tree.name_on(on, "organisation")).order_by("organisation__code")


def rows(found: Iterable[UnitVersion], on: date) -> list[Row]:
    """Return the rows of a list in two queries: the newest figures known on the day, and the standing offices."""
    found = list(found)
    ids = [each.unit_id for each in found]
    told = declared.newest_by_unit(ids, ORGANISATION_FIGURES, on, on)
    offices = offices_on(ids, on)
    return [Row(each, told.get(each.unit_id, {}), offices.get(each.unit_id)) for each in found]


def offices_on(organisation_ids: Iterable[int], day: date) -> dict[int, Office]:
    """Return per organisation id what its standing office has on a day; one of which nothing was recorded is left out."""
    asked = set(organisation_ids)
    held = StandingOffice.objects.on(day)
    cells = held.filter(organisation__in=asked, cell__isnull=False).values("cell")
    found = held.filter(Q(organisation__in=asked) | Q(cell__in=cells)).select_related("cell")
    names = {"cell_name": tree.name_on(day, "cell"), "organisation_name": tree.name_on(day, "organisation")}
    offices = list(found.annotate(**names).order_by("organisation__code"))
    meeting = defaultdict(list)
    for office in offices:
        meeting[office.cell_id].append(office)
    return {each.organisation_id: _office(each, meeting) for each in offices if each.organisation_id in asked}


def statements(unit: Unit, on: date) -> list[Statement]:
    """Return the figures that an organisation declared up to a day, the newest day first."""
    return declared.statements([unit.pk], ORGANISATION_FIGURES, on).get(unit.pk, [])


def with_follower(found: QuerySet[UnitVersion], on: date) -> QuerySet[UnitVersion]:
    """Annotate who follows an organisation: directly, else whoever follows the nearest one above it."""
    above = Q(organisation__below__unit=OuterRef("unit")) & valid_on(on, "organisation__below__")
    nearest = Oversight.objects.on(on).filter(above).order_by("organisation__below__depth")
    return found.annotate(
        follower=Subquery(nearest.values("unit")[:1]),
        follower_code=Subquery(nearest.values("unit__code")[:1], output_field=CharField()),
        follower_name=tree.name_on(on, "follower"),
        parent_name=tree.name_on(on, "parent"),
    )


def _office(row: StandingOffice, meeting: dict[int, list[StandingOffice]]) -> Office:
    others = [each.organisation_name for each in meeting[row.cell_id] if row.cell_id and each.pk != row.pk]
    return Office(
        arrangement=OfficeCell(row.arrangement),
        cell=row.cell,
        cell_name=row.cell_name or (row.cell.code if row.cell else ""),
        others=tuple(filter(None, others)),
        bodies=tuple(OfficeBody(body) for body in row.bodies),
        since=row.valid_from,
        source=row.source,
    )
