"""Checks of stored dossiers and their histories; each yields what is wrong, one sentence a finding."""

from collections.abc import Iterator

from django.db.models import CharField, Exists, F, Min, OuterRef, Q, QuerySet, RowRange, Subquery, Window
from django.db.models.functions import Lag

from candidates import class_checks, moves, paper_checks, scan_checks
from candidates.enums import SUBMITTED, ParameterCode, Stage, Way
from candidates.models import Dossier, Membership, Nomination, Paper, Person, StageEntry
from organizations.enums import CELL_KINDS, ORGANISATION_KINDS
from organizations.formats import name_key
from organizations.models import UnitVersion
from organizations.models.dated import valid_on


def stages() -> Iterator[str]:
    """A dossier's stage and unit are those of its open entry."""
    open_entry = StageEntry.objects.filter(dossier=OuterRef("pk"), until__isnull=True)
    found = Dossier.objects.annotate(
        last=Subquery(open_entry.values("stage")[:1], output_field=CharField()),
        last_unit=Subquery(open_entry.values("unit")[:1]),
    )
    for dossier in found.exclude(last=F("stage"), last_unit=F("unit")):
        yield f"Hồ sơ {dossier.code} ghi bước “{dossier.get_stage_display()}”, lịch sử ghi “{dossier.last or 'không có'}”."


def chains() -> Iterator[str]:
    """Each entry comes from the stage before it, and ends where what followed begins: recognition may reach back beyond it."""
    for entry in _with_neighbours():
        broken = entry.followed_on and entry.until != max(entry.on, entry.followed_on)
        if entry.before != (entry.from_stage or None) or broken:
            yield f"Hồ sơ {entry.dossier.code}: bước thứ {entry.position} không nối với bước liền trước hoặc liền sau."


def steps() -> Iterator[str]:
    """Each entry is a legal move of its way, or goes on with its stage in another unit, or is the first at nguồn."""
    ways = StageEntry.objects.values_list("from_stage", "stage", "way").distinct()
    for start, to, way in ways.order_by("from_stage", "stage", "way"):
        if not _is_legal(start, to, way):
            count = StageEntry.objects.filter(from_stage=start, stage=to, way=way).count()
            yield f"{count} bước đi từ “{start or 'không có'}” sang “{to}”, ngoài bảng các bước."


def _is_legal(start: str, to: str, way: str) -> bool:
    if not start:
        return (to, way) == (Stage.SOURCE, Way.STEP)
    if start == to:
        return way == Way.MOVED
    move = moves.made(start, to)
    return move is not None and move.way == way


def papers() -> Iterator[str]:
    """Each move that brings a paper has it."""
    for move in moves.TABLE.values():
        if move.paper:
            paper = Paper.objects.filter(entry=OuterRef("pk"), kind=move.paper)
            bare = StageEntry.objects.filter(from_stage=move.start, stage=move.to).exclude(Exists(paper))
            for entry in bare.select_related("dossier"):
                yield f"Hồ sơ {entry.dossier.code}: bước “{move.to.label}” thiếu {move.paper.label}."


def places() -> Iterator[str]:
    """Each entry happened in a unit that existed on its day."""
    there = UnitVersion.objects.filter(valid_on(OuterRef("on")), unit=OuterRef("unit"))
    for entry in StageEntry.objects.exclude(Exists(there)).select_related("dossier", "unit"):
        yield f"Hồ sơ {entry.dossier.code}: bước ngày {entry.on} ở {entry.unit}, đơn vị không tồn tại vào ngày đó."


def names() -> Iterator[str]:
    """Each person's sort key is that of the name."""
    for person in Person.objects.only("full_name", "name_key").iterator():
        if person.name_key != name_key(person.full_name):
            yield f"Khóa sắp xếp của người số {person.pk} không khớp với họ tên."


def deadlines() -> Iterator[str]:
    """No term is stored before the step that starts it; one that runs on from an earlier step may have passed."""
    earlier = StageEntry.objects.filter(
        dossier=OuterRef("dossier"), position__lt=OuterRef("position"), due_on=OuterRef("due_on")
    )
    for entry in StageEntry.objects.exclude(Exists(earlier)).filter(due_on__lt=F("on")).select_related("dossier"):
        yield f"Hồ sơ {entry.dossier.code}: hạn {entry.due_on} trước ngày ghi bước {entry.on}."
    right = Q(due_from__isnull=True) | Q(stage=Stage.DECIDED, due_from__code=ParameterCode.CEREMONY_FROM)
    wrong = ~right | Q(due_provisional=True, due_on__isnull=True)
    for entry in StageEntry.objects.filter(wrong).select_related("dossier"):
        yield f"Hồ sơ {entry.dossier.code}: bước “{entry.get_stage_display()}” ngày {entry.on} ghi cách tính hạn không đúng chỗ."


def probations() -> Iterator[str]:
    """The end of probation is stored with the ceremony alone, and official membership begins on that very day."""
    ended = StageEntry.objects.filter(ends_on__isnull=False).select_related("dossier")
    right = Q(stage=Stage.ADMITTED) & (Q(ends_on__gt=F("on")) | ~Q(way=Way.STEP))
    for entry in ended.exclude(right):
        where = f"bước “{entry.get_stage_display()}” ngày {entry.on}"
        yield f"Hồ sơ {entry.dossier.code}: ngày hết dự bị {entry.ends_on} ghi sai ở {where}."
    official = StageEntry.objects.filter(dossier=OuterRef("dossier"), stage=Stage.OFFICIAL)
    for entry in ended.annotate(official_on=Subquery(official.values("on")[:1])).exclude(official_on=F("ends_on")):
        if entry.official_on:
            yield f"Hồ sơ {entry.dossier.code}: chính thức từ {entry.official_on}, nhưng hết dự bị ngày {entry.ends_on}."


def extensions() -> Iterator[str]:
    """Only the term of a decision is extended, by the value that says how far."""
    right = Q(stage__in=SUBMITTED, extension_rule__code=ParameterCode.EXTENSION_DAYS)
    extended = StageEntry.objects.filter(extended_to__isnull=False)
    for entry in extended.exclude(right).select_related("dossier"):
        yield f"Hồ sơ {entry.dossier.code}: bước “{entry.get_stage_display()}” ngày {entry.on} ghi kéo dài không đúng chỗ."


def expiries() -> Iterator[str]:
    """No paper expires before it was issued."""
    for paper in Paper.objects.filter(expires_on__lte=F("issued_on")).select_related("dossier"):
        yield f"Hồ sơ {paper.dossier.code}: {paper.get_kind_display()} ngày {paper.issued_on} hết giá trị từ {paper.expires_on}."


def nominated_people() -> Iterator[str]:
    """A nomination that a cell took up names the person of its dossier."""
    wrong = Nomination.objects.filter(dossier__isnull=False).exclude(person=F("dossier__person"))
    for made in wrong.select_related("dossier"):
        yield f"Giới thiệu số {made.pk} ghi một người, hồ sơ {made.dossier.code} gắn với nó là của người khác."


def nominated_places() -> Iterator[str]:
    """A nomination goes from an organisation to a cell that both existed on its day."""
    that_day = UnitVersion.objects.filter(valid_on(OuterRef("nominated_on")))
    maker = that_day.filter(unit=OuterRef("organisation"), kind__in=ORGANISATION_KINDS)
    cell = that_day.filter(unit=OuterRef("cell"), kind__in=CELL_KINDS)
    for made in Nomination.objects.exclude(Exists(maker) & Exists(cell)).select_related("organisation", "cell"):
        yield (
            f"Giới thiệu số {made.pk} ngày {made.nominated_on}: {made.organisation} không phải hội, đoàn thể, hoặc {made.cell} "
            "không phải chi bộ, vào ngày đó."
        )


def nominated_answers() -> Iterator[str]:
    """No answer ties a nomination to a dossier that begins after it."""
    first = StageEntry.objects.filter(dossier=OuterRef("dossier"), position=1, on__gt=OuterRef("answered_on"))
    for made in Nomination.objects.filter(Exists(first)).select_related("dossier"):
        yield f"Giới thiệu số {made.pk} trả lời ngày {made.answered_on}, trước khi có hồ sơ {made.dossier.code}."


def memberships() -> Iterator[str]:
    """A membership begins in an organisation outside the Party that exists on that day."""
    version = UnitVersion.objects.filter(valid_on(OuterRef("valid_from")), unit=OuterRef("organisation"))
    lost = Membership.objects.exclude(Exists(version.filter(kind__in=ORGANISATION_KINDS)))
    for membership in lost.select_related("organisation"):
        yield (
            f"Tư cách hội viên số {membership.pk} từ {membership.valid_from}: {membership.organisation} không phải hội, đoàn thể "
            "vào ngày đó."
        )


def _with_neighbours() -> QuerySet[StageEntry]:
    """The entries with the stage before each, and the earliest day on which any that followed it begins."""
    window = {"partition_by": F("dossier"), "order_by": F("position").asc()}
    after = Window(Min("on"), **window, frame=RowRange(start=1))
    return StageEntry.objects.select_related("dossier").annotate(
        before=Window(Lag("stage"), **window), followed_on=after
    )


CHECKS = (
    stages,
    chains,
    steps,
    papers,
    places,
    names,
    deadlines,
    probations,
    extensions,
    expiries,
    nominated_people,
    nominated_places,
    nominated_answers,
    memberships,
    *class_checks.CHECKS,
    *paper_checks.CHECKS,
    *scan_checks.CHECKS,
)
