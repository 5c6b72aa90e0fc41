"""Reads of handing on: the sheet of a dossier for the national member database, and which dossiers it has not got yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery

from candidates import handing_fields, queries
from candidates.enums import PaperKind, Stage, Way
from candidates.handing_fields import Field, Group, Known
from candidates.models import Dossier, HandedOn, Paper, StageEntry
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.models import Unit, UnitVersion
from organizations.periods import Period

# What the fields are read from: one query for each kind of row.
ROWS = (
    Prefetch("entries", StageEntry.objects.order_by("position")),
    Prefetch("papers", Paper.objects.order_by("issued_on", "pk")),
    "helpers",
    "introducers",
)


# The steps by which somebody was decided upon; going on with the stage in another unit is none.
STEPS = StageEntry.objects.filter(stage=Stage.DECIDED, way=Way.STEP)


@dataclass(frozen=True)
class Line:
    """A field of a sheet with its value as it is typed elsewhere; empty where it is missing."""

    field: Field
    value: str


@dataclass(frozen=True)
class Sheet:
    """What stands in a dossier for the database, and what is missing."""

    lines: tuple[Line, ...]

    @property
    def missing(self) -> tuple[Line, ...]:
        """The fields without a value."""
        return tuple(line for line in self.lines if not line.value)

    @property
    def groups(self) -> list[tuple[Group, list[Line]]]:
        """The fields with a value, by their heaps."""
        there = [line for line in self.lines if line.value]
        heaps = [(group, [line for line in there if line.field.group == group]) for group in Group]
        return [(group, lines) for group, lines in heaps if lines]


def decided(own: Reach, on: date) -> QuerySet[Dossier]:
    """Return the dossiers of the reach with a decision on admission by a day, the newest decision first.

    ``decided_on`` and ``decision_number`` are of the decision in force, ``handed_on`` is the day of the mark, ``is_annulled``
    says that the decision was annulled by then.
    """
    decision = STEPS.filter(dossier=OuterRef("pk"), on__lte=on).order_by("-position")
    paper = Paper.objects.filter(dossier=OuterRef("pk"), kind=PaperKind.ADMISSION, issued_on__lte=on)
    marked = HandedOn.objects.filter(dossier=OuterRef("pk"), on__lte=on)
    annulled = StageEntry.objects.filter(dossier=OuterRef("pk"), stage=Stage.ANNULLED).standing(on)
    found = queries.dossiers(own, Deed.HAND_ON).annotate(
        decided_on=Subquery(decision.values("on")[:1]),
        decision_number=Subquery(paper.order_by("-issued_on", "-pk").values("number")[:1]),
        handed_on=Subquery(marked.values("on")[:1]),
        is_annulled=Exists(annulled),
        unit_name=tree.name_on(on),
    )
    return found.filter(decided_on__isnull=False).order_by("-decided_on", "person__name_key", "pk")


def narrowed(found: QuerySet[Dossier], *, unit: Unit | None, period: Period | None, own: Reach) -> QuerySet[Dossier]:
    """Narrow dossiers to a unit and what is under it, and to decisions within a period."""
    if unit:
        found = found.filter(unit__in=tree.descendants([unit], own.on))
    return found.filter(decided_on__gte=period.start, decided_on__lt=period.stop) if period else found


def waiting(found: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """Those not yet in the database; whoever's decision was annulled does not go there."""
    return found.filter(handed_on__isnull=True, is_annulled=False)


def done(found: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """Those that somebody marked as entered."""
    return found.filter(handed_on__isnull=False)


def is_decided(dossier: Dossier, on: date) -> bool:
    """Say whether a dossier (fetched with ROWS) had its decision on admission by a day."""
    return Stage.DECIDED in Known(dossier, None, on).entries


def sheet(dossier: Dossier, on: date, *, sees_sensitive: bool) -> Sheet:
    """Return the sheet of a dossier (fetched with ROWS) as known on a day."""
    return _sheet(Known(dossier, tree.version(dossier.unit, on), on), sees_sensitive=sees_sensitive)


def sheets(dossiers: QuerySet[Dossier], own: Reach, on: date) -> Iterator[tuple[Dossier, Sheet]]:
    """Yield many sheets, each with ethnic group and religion only where the reach covers them."""
    sees = Exists(own.units(Deed.SEE_SENSITIVE).filter(pk=OuterRef("unit")))
    found = list(dossiers.annotate(sees_sensitive=sees).prefetch_related(*ROWS))
    versions = _versions(found, on)
    for each in found:
        known = Known(each, versions.get(each.unit_id), on)
        yield each, _sheet(known, sees_sensitive=each.sees_sensitive)


def _sheet(known: Known, *, sees_sensitive: bool) -> Sheet:
    asked = [field for field in handing_fields.fields_for(sees_sensitive=sees_sensitive) if field.asked(known)]
    return Sheet(tuple(Line(field, handing_fields.text(field.value(known))) for field in asked))


def _versions(dossiers: Iterable[Dossier], on: date) -> dict[int, UnitVersion]:
    units = {each.unit_id for each in dossiers}
    return {version.unit_id: version for version in UnitVersion.objects.on(on).filter(unit__in=units)}
