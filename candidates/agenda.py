"""Reads meetings and their agendas: who may hold which, what a meeting would do with a dossier, what waits for one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery

from candidates import levels, moves
from candidates.enums import MAY_BE_DELEGATED, UNSETTLED, BallotSubject, MeetingBody, MeetingState, Stage
from candidates.levels import Line
from candidates.models import AgendaItem, Batch, Dossier, Meeting, StageEntry
from candidates.moves import SUBSTITUTES, Move
from organizations import tree
from organizations.access import Reach
from organizations.audit_words import moment
from organizations.enums import Deed, UnitKind
from organizations.formats import date_vn, moment_vn
from organizations.models import UnitAncestry, UnitVersion

KINDS: dict[MeetingBody, tuple[UnitKind, ...]] = {
    MeetingBody.CELL: (UnitKind.CELL, UnitKind.GRASSROOTS_CELL),
    MeetingBody.SECTION_COMMITTEE: (UnitKind.SECTION,),
    MeetingBody.GRASSROOTS_COMMITTEE: (UnitKind.GRASSROOTS,),
    MeetingBody.GRASSROOTS_STANDING: (UnitKind.GRASSROOTS,),
    MeetingBody.UPPER_STANDING: (UnitKind.UPPER,),
    MeetingBody.PROVINCE_BUREAU: (UnitKind.PROVINCE,),
}
DECIDING = (Stage.DECIDED, Stage.OFFICIAL)
# To which stages a meeting of a body brings dossiers.
TARGETS: dict[MeetingBody, tuple[Stage, ...]] = {
    MeetingBody.CELL: (Stage.SYMPATHISER, Stage.PROPOSED, Stage.REVIEWED),
    MeetingBody.SECTION_COMMITTEE: (Stage.APPRAISED,),
    MeetingBody.GRASSROOTS_COMMITTEE: (Stage.ENDORSED,),
    MeetingBody.GRASSROOTS_STANDING: (Stage.ENDORSED,),
    MeetingBody.UPPER_STANDING: DECIDING,
    MeetingBody.PROVINCE_BUREAU: DECIDING,
}
OWNERS: dict[MeetingBody, Deed] = {
    MeetingBody.CELL: Deed.MOVE_AS_CELL,
    **dict.fromkeys((MeetingBody.SECTION_COMMITTEE, *MAY_BE_DELEGATED), Deed.MOVE_AS_COMMITTEE),
    **dict.fromkeys((MeetingBody.UPPER_STANDING, MeetingBody.PROVINCE_BUREAU), Deed.MOVE_AS_BOARD),
}
# What a meeting votes on to bring a dossier to a stage; the others are agreed without a vote of their own.
SUBJECTS: dict[Stage, BallotSubject] = {
    Stage.PROPOSED: BallotSubject.ADMISSION,
    Stage.ENDORSED: BallotSubject.ENDORSEMENT,
    Stage.DECIDED: BallotSubject.ADMISSION,
    Stage.REVIEWED: BallotSubject.RECOGNITION,
    Stage.OFFICIAL: BallotSubject.RECOGNITION,
}


@dataclass(frozen=True)
class Place:
    """A body of a unit that a person may hold meetings of; ``committee`` is how the unit's papers name it."""

    unit: UnitVersion
    body: MeetingBody

    @property
    def key(self) -> str:
        """How forms name it."""
        return f"{self.unit.unit_id}-{self.body.value}"

    @property
    def label(self) -> str:
        """How people name it."""
        return self.unit.name if self.body == MeetingBody.CELL else f"{self.body.label} – {self.unit.name}"


@dataclass(frozen=True)
class Aim:
    """What a meeting would do with a dossier: the step, or why there is none."""

    entry: StageEntry
    to: Stage | None
    against: str = ""


def places(own: Reach, on: date) -> list[Place]:
    """Return the bodies whose meetings a person may hold on a day, those of the own unit first."""
    roots, able = {root.pk for root in own.roots(Deed.HOLD_MEETING)}, _able(own)
    versions = UnitVersion.objects.on(on).filter(unit__in=own.units(Deed.HOLD_MEETING)).select_related("unit")
    found = [
        Place(version, body)
        for version in versions.order_by("unit__code")
        for body, kinds in KINDS.items()
        if version.kind in kinds and version.unit_id in able[OWNERS[body]]
    ]
    return sorted(found, key=lambda each: each.unit.unit_id not in roots)


def visible(own: Reach, on: date) -> QuerySet[Meeting]:
    """Return the meetings of the units that a person sees, with the unit's name and how many dossiers stand how."""
    waiting, applied = (Q(items__result=""), Q(items__result="applied"))
    return (
        Meeting.objects.filter(unit__in=own.units(Deed.SEE_DOSSIERS))
        .filter(Q(held_on__lte=on) | Q(state=MeetingState.PLANNED))
        .select_related("unit")
        .annotate(
            unit_name=tree.name_on(on),
            waiting=Count("items", filter=waiting),
            applied=Count("items", filter=applied),
            unsettled=Count("items", filter=Q(items__result__in=UNSETTLED)),
        )
        .order_by("-held_on", "-pk")
    )


def planned(own: Reach, on: date) -> QuerySet[Meeting]:
    """Return the meetings that a person may still put dossiers on the agenda of, the next one first."""
    found = visible(own, on).filter(state=MeetingState.PLANNED, unit__in=own.units(Deed.HOLD_MEETING))
    return found.order_by("held_on", "pk")


def items(meeting: Meeting, own: Reach, on: date) -> QuerySet[AgendaItem]:
    """Return the agenda of a meeting: those whose dossiers a person reaches, with the cell's name."""
    found = meeting.items.filter(dossier__unit__in=own.units(Deed.SEE_DOSSIERS))
    return found.select_related("dossier__person", "dossier__unit", "act", "by").annotate(
        cell_name=tree.name_on(on, "dossier__unit")
    )


def aims(codes: Iterable[str], own: Reach) -> QuerySet[StageEntry]:
    """Return the open entries of dossiers in reach by their codes, each knowing what stands above its cell."""
    reached = Dossier.objects.in_units(own.units(Deed.SEE_DOSSIERS)).filter(code__in=list(codes))
    entries = StageEntry.objects.filter(dossier__in=reached, until__isnull=True)
    entries = levels.annotated(entries, own.on).annotate(cell_name=tree.name_on(own.on, "dossier__unit"))
    found = entries.select_related("dossier__person", "dossier__unit").order_by("dossier__person__name_key", "pk")
    return with_waiting(found)


def aim(entry: StageEntry, meeting: Meeting, below: set[int], on: date) -> Aim:
    """Return what ``meeting`` would do with the dossier of an entry that ``aims`` read; ``below`` are the units under it."""
    dossier = entry.dossier
    if entry.waits_for:
        other = f"{MeetingBody(entry.waits_body).label} họp ngày {date_vn(entry.waits_on)}"
        return Aim(entry, None, f"Đã có trong chương trình: {other}.")
    if dossier.unit_id not in below:
        return Aim(entry, None, "Chi bộ của hồ sơ không thuộc tổ chức đảng họp.")
    move = next_step(Stage(entry.stage), meeting, levels.line_of(entry, on))
    if move is None:
        return Aim(
            entry,
            None,
            f"Hồ sơ đang ở bước “{entry.get_stage_display()}”, không có bước nào do cuộc họp này thông qua.",
        )
    return Aim(entry, move.to)


def next_step(stage: Stage, meeting: Meeting, line: Line) -> Move | None:
    """Return the step that a meeting makes from a stage; None where the next one is not its own."""
    if meeting.is_delegated:
        return moves.find(stage, Stage.DECIDED) if stage in (Stage.PROPOSED, Stage.APPRAISED) else None
    move = line.next_move(stage)
    return move if move and move.to in TARGETS[MeetingBody(meeting.body)] else None


def below(meeting: Meeting, on: date) -> set[int]:
    """Return the units at or under that of a meeting on a day."""
    return set(UnitAncestry.objects.on(on).filter(ancestor=meeting.unit_id).values_list("unit_id", flat=True))


def with_waiting(entries: QuerySet[StageEntry]) -> QuerySet[StageEntry]:
    """Let each entry know the meeting for which its dossier waits (``waits_for``, ``waits_on``, ``waits_body``), at no query."""
    waiting = AgendaItem.objects.filter(dossier=OuterRef("dossier"), result="")
    return entries.annotate(
        waits_for=Subquery(waiting.values("meeting")[:1]),
        waits_on=Subquery(waiting.values("meeting__held_on")[:1]),
        waits_body=Subquery(waiting.values("meeting__body")[:1]),
    )


def pending(lookup: str = "agenda") -> Prefetch:
    """Fetch along for dossiers what waits for a meeting, as ``waiting``: one query for all of them."""
    waiting = AgendaItem.objects.filter(result="", meeting__void=False).select_related("meeting__unit")
    return Prefetch(lookup, waiting, to_attr="waiting")


def waiting_for(dossier: Dossier) -> AgendaItem | None:
    """Return where a dossier waits for a meeting; None where it does not."""
    return AgendaItem.objects.filter(dossier=dossier, result="").select_related("meeting__unit").first()


def title(meeting: Meeting) -> str:
    """Name a meeting by its body and day."""
    return f"{meeting.get_body_display()} họp ngày {date_vn(meeting.held_on)}"


def changed(item: AgendaItem, dossier: Dossier) -> str:
    """Say who did what to a dossier, when, since it was marked; empty where nothing was done."""
    if dossier.version == item.version:
        return ""
    event = dossier.events.order_by("-pgh_id").select_related("pgh_context").first()
    context = (event.pgh_context.metadata if event and event.pgh_context else None) or {}
    act = dossier.acts.filter(made_at__gt=item.marked_at).order_by("-pk").first()
    done = act.words if act else _deed_words(context.get("deed", ""))
    when = f" lúc {moment_vn(moment(event.pgh_created_at))}" if event else ""
    return (
        f"Sau khi đưa vào chương trình ({moment_vn(moment(item.marked_at))}), {context.get('name', 'người khác')} đã thay đổi hồ "
        f"sơ{when}: “{done}”; hồ sơ hiện ở bước “{dossier.get_stage_display()}”."
    )


def last_batch(meeting: Meeting) -> Batch | None:
    """Return the newest results of a meeting that stand; None where there are none."""
    found = Batch.objects.filter(acts__agenda_items__meeting=meeting, acts__undone_at__isnull=True)
    return found.select_related("unit").order_by("-pk").first()


def committee_of(meeting: Meeting) -> UnitVersion | None:
    """Return what the unit of a meeting is on its day: how its papers name and sign it."""
    return tree.version(meeting.unit, meeting.held_on)


def _able(own: Reach) -> dict[Deed, set[int]]:
    """In which units a person makes the steps of each owner, or enters them for the owner."""
    return {
        owner: {*_units(own, owner), *(_units(own, SUBSTITUTES[owner]) if owner in SUBSTITUTES else ())}
        for owner in set(OWNERS.values())
    }


def _units(own: Reach, deed: Deed) -> Iterable[int]:
    return own.units(deed).values_list("pk", flat=True) if own.grants(deed) else ()


def _deed_words(value: str) -> str:
    return Deed(value).label if value in Deed.values else "thay đổi hồ sơ"
