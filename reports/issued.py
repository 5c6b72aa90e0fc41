"""Reads of frozen and issued reports, all starting from a reach: which one sees, what each says, whom its lists held."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from urllib.parse import parse_qsl, urlsplit

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse

from candidates import nominations, queries
from candidates.models import Dossier, Nomination, TrainingClass
from organizations import access, tree
from organizations.access import Reach
from organizations.enums import ORGANISATION_KINDS, Deed, Secrecy
from organizations.models import Unit, UnitAncestry, UnitVersion
from organizations.models.dated import valid_on
from reports import frozen, revisions
from reports.document import Report
from reports.models import FrozenList, FrozenReport, IssuedReport
from reports.models.frozen import ListKind
from reports.revisions import Change

SEAL_WORDS = "Dấu kiểm số liệu đã chốt (SHA-256): {seal}."
_NEEDS = {
    ListKind.DOSSIERS: Deed.SEE_DOSSIERS,
    ListKind.NOMINATIONS: Deed.SEE_NOMINATIONS,
    ListKind.UNITS: Deed.PRINT_REPORT,
    ListKind.CLASSES: Deed.PRINT_REPORT,
    ListKind.SEMINARS: Deed.PRINT_REPORT,
}
_BYTES = ("content", "draft", "issued__pdf")


class State(StrEnum):
    """How a frozen report stands."""

    DRAFT = "trinh-ky"
    ISSUED = "da-ban-hanh"
    CORRECTED = "da-dinh-chinh"
    DROPPED = "da-bo"


STATE_WORDS = {
    State.DRAFT: "Đang trình ký",
    State.ISSUED: "Đã ban hành",
    State.CORRECTED: "Đã được đính chính",
    State.DROPPED: "Đã bỏ",
}
_STATES = {
    State.DRAFT: Q(issued__isnull=True, dropped__isnull=True),
    State.ISSUED: Q(issued__isnull=False, issued__corrected_by__isnull=True),
    State.CORRECTED: Q(issued__corrected_by__isnull=False),
    State.DROPPED: Q(dropped__isnull=False),
}


def visible(own: Reach) -> QuerySet[FrozenReport]:
    """Return the reports that a person may know of; one with a degree of secrecy only those who issue for its unit."""
    open_to_all = Q(secrecy=Secrecy.NORMAL)
    return FrozenReport.objects.filter(
        _within(own, Deed.PRINT_REPORT) & (open_to_all | _within(own, Deed.ISSUE_REPORT))
    )


def register(own: Reach) -> QuerySet[FrozenReport]:
    """Return the rows of the register, newest first, without the bytes; each with the name of its unit on its day."""
    found = visible(own).select_related("issued__corrected_by", "issued__corrects", "dropped", "corrects", "unit")
    named = found.annotate(unit_name=tree.name_on(OuterRef("as_at")))
    return named.defer(*_BYTES, "issued__corrected_by__pdf", "issued__corrects__pdf", "corrects__pdf").order_by("-pk")


def standing(found: QuerySet[FrozenReport], state: State) -> QuerySet[FrozenReport]:
    """Narrow reports to those that stand so."""
    return found.filter(_STATES[state])


def state_of(report: FrozenReport) -> State:
    """Say how a report stands."""
    if hasattr(report, "dropped"):
        return State.DROPPED
    if not hasattr(report, "issued"):
        return State.DRAFT
    return State.CORRECTED if hasattr(report.issued, "corrected_by") else State.ISSUED


def check_may(own: Reach, deed: Deed, unit: Unit) -> None:
    """Raise NotAllowed when the person may not do ``deed`` for a unit, or an organisation, that the report is about."""
    ask = access.check_may_for if _is_organisation(unit, own.on) else access.check_may
    ask(own, deed, unit)


def covers(own: Reach, deed: Deed, unit: Unit) -> bool:
    """Say whether the person may do ``deed`` for the unit that a report is about."""
    return own.grants(deed) and (own.covers(deed, unit) or own.covers_organisation(deed, unit))


def said(report: FrozenReport) -> Report:
    """Return what a report says, with number and day where the registry gave them."""
    found = frozen.from_text(report.content)
    if not hasattr(report, "issued"):
        return found
    head = replace(found.letterhead, number=report.issued.number, issued_on=report.issued.issued_on)
    return replace(found, letterhead=head)


def slip(report: FrozenReport) -> Report:
    """Return what the control slip prints: the report with the hash of what was frozen."""
    found = said(report)
    seal = " ".join(report.seal[place : place + 8] for place in range(0, len(report.seal), 8))
    return replace(found, slip=(*found.slip, SEAL_WORDS.format(seal=seal)))


def changes(earlier: FrozenReport, later: FrozenReport) -> tuple[Change, ...]:
    """Return what a version says otherwise than the one that it corrects, and which of its numbers count others."""
    return revisions.changes(said(earlier), said(later)) + revisions.lists(earlier.lists.all(), later.lists.all())


def shown(report: FrozenReport, own: Reach) -> Report:
    """Return a report whose numbers open the lists that were frozen with it, those that the person may open."""
    kept = {
        each.address: reverse("reports:issued_list", args=[report.pk, each.place]) if opens(each, own) else ""
        for each in report.lists.defer("members")
    }
    return frozen.readdressed(said(report), lambda address: kept.get(address, _elsewhere(address)))


def opens(found: FrozenList, own: Reach) -> bool:
    """Say whether a person's deeds open a list: that of its rows, and the one for what is sensitive."""
    needs = {_NEEDS[ListKind(found.kind)]}
    if found.sensitive:
        needs.add(Deed.SEE_SENSITIVE)
    return all(own.grants(deed) for deed in needs)


@dataclass(frozen=True)
class Members:
    """Whom a frozen list held: the rows that the person sees today, and how many lie outside (None: that is not told)."""

    dossiers: QuerySet[Dossier] | None = None
    nominations: QuerySet[Nomination] | None = None
    units: QuerySet[Unit] | None = None
    classes: QuerySet[TrainingClass] | None = None
    beyond: int | None = None


def members(found: FrozenList, own: Reach, on: date) -> Members:
    """Return the members of a list within the reach, by name; units are named as on a day.

    A list of units, or of classes, names those that the report tells of, in reach or not, as the live list does.
    """
    if found.kind == ListKind.UNITS:
        named = Unit.objects.filter(code__in=found.members).annotate(name=tree.name_on(on, "pk"))
        return Members(units=named.order_by("code"))
    if found.kind in (ListKind.CLASSES, ListKind.SEMINARS):
        return Members(classes=_classes(found, on))
    if found.kind == ListKind.NOMINATIONS:
        return _nominated(found, own)
    rows = queries.within(Dossier.objects.filter(code__in=found.members), own)
    shown = rows.select_related("person", "unit").by_name().annotate(unit_name=tree.name_on(on))
    return Members(dossiers=shown, beyond=len(found.members) - rows.count())


def _classes(found: FrozenList, on: date) -> QuerySet[TrainingClass]:
    """Classes and seminars with who held each: the organisation, else the unit."""
    rows = TrainingClass.objects.filter(pk__in=[int(each) for each in found.members])
    named = rows.annotate(holder=Coalesce(tree.name_on(on, "organisation"), tree.name_on(on)))
    return named.order_by("planned_for", "pk")


def _nominated(found: FrozenList, own: Reach) -> Members:
    """As the live list does: of a reason only those whose cell's answers the person knows, and nothing about the others."""
    rows = nominations.within(Nomination.objects.filter(pk__in=[int(each) for each in found.members]), own)
    if "ly_do" in dict(parse_qsl(urlsplit(found.address).query)):
        return Members(nominations=_with_people(rows.filter(cell__in=own.units(Deed.SEE_DOSSIERS))))
    return Members(nominations=_with_people(rows), beyond=len(found.members) - rows.count())


def _with_people(rows: QuerySet[Nomination]) -> QuerySet[Nomination]:
    named = rows.select_related("person").order_by("person__name_key", "pk")
    return named.annotate(
        organisation_name=tree.name_on(OuterRef("nominated_on"), "organisation"),
        cell_name=tree.name_on(OuterRef("nominated_on"), "cell"),
    )


def chain(report: FrozenReport, own: Reach) -> tuple[IssuedReport | None, IssuedReport | None]:
    """Return the issued report that this one corrects, and the one that corrects it; None where one may not know of it."""
    later = getattr(report.issued, "corrected_by", None) if hasattr(report, "issued") else None
    found = [report.corrects, later]
    keys = [each.frozen_id for each in found if each]
    seen = set(visible(own).filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    earlier, later = (each if each and each.frozen_id in seen else None for each in found)
    return earlier, later


def _elsewhere(address: str) -> str:
    """An address that is no kept list stays where it leads to a page of its own, never to a list that counts anew."""
    path = urlsplit(address).path
    lists = {reverse(f"candidates:{name}") for name in ("list", "lacking", "nominations")}
    return "" if path in lists or path.startswith(reverse("reports:catalogue")) else address


def _within(own: Reach, deed: Deed) -> Q:
    """Units and organisations of the reach; a unit that exists no longer belongs to those above it on the report's day."""
    gone = ~Exists(UnitVersion.objects.on(own.on).filter(unit=OuterRef("unit")))
    above = UnitAncestry.objects.filter(
        valid_on(OuterRef("as_at")), unit=OuterRef("unit"), ancestor__in=own.roots(deed)
    )
    return Q(unit__in=own.units(deed)) | Q(unit__in=own.organisations(deed)) | (Q(gone) & Q(Exists(above)))


def _is_organisation(unit: Unit, on: date) -> bool:
    return UnitVersion.objects.on(on).filter(unit=unit, kind__in=ORGANISATION_KINDS).exists()
