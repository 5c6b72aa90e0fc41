"""Reads of reconciliations: trying a list against the dossiers of a reach, the stored ones, and their differences."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, Count, DateField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from candidates import differences, member_list
from candidates.differences import Compared, Found, Ours
from candidates.enums import DifferenceKind, PaperKind, Stage, Way
from candidates.member_list import MemberList
from candidates.models import Difference, Dossier, Paper, Reconciliation, StageEntry
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.formats import plain
from organizations.models import Unit
from organizations.periods import Period


@dataclass(frozen=True)
class Asked:
    """What is compared: the list for a unit and what is under it, and the days of the decisions."""

    unit: Unit
    period: Period
    text: str


@dataclass(frozen=True)
class Tried:
    """What a comparison would store."""

    asked: Asked
    listed: MemberList
    compared: Compared


@dataclass(frozen=True)
class Line:
    """A difference as a page shows it, stored or not: what the list says, what stands here, what may be meant."""

    kind: DifferenceKind
    line: int | None
    name: str
    number: str
    on: date | None
    code: str
    our_name: str
    our_number: str
    our_day: date | None
    words: str
    stored: Difference | None = None

    @property
    def state(self) -> str:
        """The state of the badge."""
        if self.stored and self.stored.settled_on:
            return "done"
        return "" if self.kind in (DifferenceKind.REPEATED, DifferenceKind.UNREADABLE) else "soon"

    @property
    def is_same_person(self) -> bool:
        """Whether the list and the dossier are of one person, not only maybe."""
        return self.kind not in (DifferenceKind.ONLY_THERE, DifferenceKind.REPEATED)


def tried(asked: Asked, own: Reach) -> Tried:
    """Compare a list with the dossiers of the reach; nothing is stored. Refused where the list cannot be read."""
    listed = member_list.read(asked.text)
    return Tried(asked, listed, differences.compare(listed, _ours(asked, listed, own)))


def visible(own: Reach) -> QuerySet[Reconciliation]:
    """Return the stored reconciliations of the units that the reach covers, the newest period first."""
    open_ones = Count("differences", filter=Q(differences__settled_on__isnull=True))
    found = Reconciliation.objects.filter(unit__in=own.units(Deed.HAND_ON)).select_related("unit", "by")
    return found.annotate(
        unit_name=tree.name_on(own.on), found_count=Count("differences"), open_count=open_ones
    ).order_by("-last_day", "-pk")


def of(stored: Reconciliation, own: Reach) -> QuerySet[Difference]:
    """Return the differences of a reconciliation, those to settle first; ``is_reached`` says whose dossier may be named."""
    reached = Exists(own.units(Deed.HAND_ON).filter(pk=OuterRef("dossier__unit")))
    settled = Case(When(settled_on__isnull=True, then=Value(0)), default=Value(1))
    found = stored.differences.select_related("dossier__person", "settled_by").annotate(is_reached=reached)
    return found.order_by(settled, "pk")


def found_line(found: Found) -> Line:
    """Return a difference of a dry run as a page shows it."""
    there, here = found.row, found.ours
    listed = (there.name, there.number, there.on) if there else (found.text, "", None)
    ours = (here.code, here.name, here.number, here.on) if here else ("", "", "", None)
    return Line(found.kind, found.line, *listed, *ours, found.words)


def stored_line(row: Difference) -> Line:
    """Return a stored difference (of ``of``) as a page shows it; who lies outside the reach today is not named."""
    named = (row.dossier.code, row.dossier.person.full_name) if row.is_reached else ("", "")
    listed, ours = (row.name, row.number, row.on), (*named, row.our_number, row.our_day)
    words = row.words if row.is_reached or row.dossier_id is None else ""
    return Line(DifferenceKind(row.kind), row.line, *listed, *ours, words, row)


def _ours(asked: Asked, listed: MemberList, own: Reach) -> list[Ours]:
    """Every dossier under the unit that had a decision, and those whose name stands in the list."""
    decision = StageEntry.objects.filter(dossier=OuterRef("pk"), stage=Stage.DECIDED, way=Way.STEP)
    decision = decision.order_by("-position")
    paper = Paper.objects.filter(dossier=OuterRef("pk"), kind=PaperKind.ADMISSION).order_by("-issued_on", "-pk")
    names = {plain(row.name) for row in listed.rows}
    found = Dossier.objects.in_units(_units(asked.unit, own)).annotate(
        decided=Subquery(decision.values("on")[:1], output_field=DateField()),
        decision_number=Subquery(paper.values("number")[:1], output_field=CharField()),
        decision_day=Subquery(paper.values("issued_on")[:1], output_field=DateField()),
    )
    rows = found.filter(Q(decided__isnull=False) | Q(person__search_key__in=names)).select_related("person")
    return [_one(dossier, asked.period) for dossier in rows.order_by("pk")]


def _units(unit: Unit, own: Reach) -> QuerySet[Unit]:
    return own.units(Deed.HAND_ON).filter(pk__in=tree.descendants([unit], own.on))


def _one(dossier: Dossier, period: Period) -> Ours:
    """Whoever's decision was annulled is not expected in the list any more."""
    day = dossier.decision_day or dossier.decided
    expected = bool(day) and period.start <= day < period.stop and dossier.stage != Stage.ANNULLED
    stage = dossier.get_stage_display()
    return Ours(dossier.pk, dossier.code, dossier.person.full_name, dossier.decision_number or "", day, expected, stage)
