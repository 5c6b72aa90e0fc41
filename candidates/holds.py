"""Reads the side tracks of a dossier as at a day: what it waits for, and what may be told of that to whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from candidates.enums import EXITS, OPEN, HoldKind, HoldOutcome, Stage
from candidates.models import Comment, Dossier, Hold, StageEntry, Transfer
from candidates.models.stage import StageEntryQuerySet
from candidates.tracks import RETURN, TRACKS, Track
from organizations.enums import Deed
from organizations.formats import date_vn

# How a side track reads for everybody: what a conclusion is awaited about is for those with Deed.SEE_SENSITIVE alone.
OPENLY: dict[str, str] = {kind.value: kind.label for kind in HoldKind} | {
    HoldKind.POLITICAL.value: "Chờ kết luận của cấp có thẩm quyền"
}
# The stages at which somebody waits for something: a dossier that left the way waits for nothing.
WAITING = (*OPEN, Stage.OFFICIAL)
ANSWERED_OPENLY = "Cấp có thẩm quyền đã kết luận"
IN_TRANSIT = "transit"
IN_TRANSIT_WORDS = "Đang chuyển đơn vị"
# The word of the filter of the list, and how it reads.
# A conclusion is asked for by a word of its own: the address of a list does not say what it is about.
CONCLUSION = "conclusion"
STANDINGS = (
    *((CONCLUSION if kind == HoldKind.POLITICAL else kind, words) for kind, words in OPENLY.items()),
    (IN_TRANSIT, IN_TRANSIT_WORDS),
)


@dataclass(frozen=True)
class Shown:
    """A side track as a page shows it; ``hold`` for addresses, ``track`` for its words. ``ended`` is empty while it lasts."""

    hold: Hold
    track: Track
    title: str
    words: str
    began: str
    ended: str
    comments: tuple[Comment, ...]

    @property
    def is_open(self) -> bool:
        """Say whether the dossier still waits by it."""
        return not self.ended


def of(dossier: Dossier, on: date, *, sees_sensitive: bool = False) -> list[Shown]:
    """Return the side tracks of a dossier as known on a day, the newest first."""
    known = [each for each in dossier.holds.all() if each.begun_on <= on]
    return [_shown(each, on, sees_sensitive) for each in reversed(known)]


def open_on(dossier: Dossier, on: date) -> list[Hold]:
    """Return the side tracks by which a dossier waits at the end of a day, the oldest first."""
    return [each for each in dossier.holds.all() if each.begun_on <= on and not _ended(each, on)]


def next_deed(hold: Hold) -> str:
    """Return the deed of whoever's turn it is: of a returned dossier the reviewer's, once everything was mended."""
    comments = list(hold.comments.all()) if hold.kind == HoldKind.RETURNED else []
    mended = comments and all(each.fixed_on or each.closed_on for each in comments)
    return TRACKS[HoldKind.RETURNED].begins[0] if mended else TRACKS[HoldKind(hold.kind)].waits


def concluded_against(dossier: Dossier) -> Iterator[str]:
    """The sentence against going on after the last conclusion was that somebody does not meet the political standard."""
    concluded = [each for each in dossier.holds.all() if each.kind == HoldKind.POLITICAL and each.ended_on]
    if concluded and concluded[-1].outcome == HoldOutcome.NOT_QUALIFIED:
        yield (
            f"Cấp có thẩm quyền đã kết luận ngày {date_vn(concluded[-1].ended_on)}; hồ sơ không đi tiếp theo kết luận đó. "
            "Chi bộ đưa ra khỏi danh sách, hoặc chờ kết luận mới."
        )


def answered(dossier: Dossier, on: date) -> Hold | None:
    """Return the last answer of the superior to a reported vote, as known on a day; None without one."""
    reports = (each for each in dossier.holds.all() if each.kind == HoldKind.REPORTED_UP and _ended(each, on))
    return max(reports, key=lambda each: (each.ended_on, each.pk), default=None)


def superior_decides(dossier: Dossier, on: date) -> bool:
    """Say whether the superior's last answer leaves the decision to the competent committee, against the votes."""
    found = answered(dossier, on)
    return found is not None and found.outcome == HoldOutcome.SUPERIOR_DECIDES


def annotated(entries: QuerySet[StageEntry], on: date) -> StageEntryQuerySet:
    """Let each entry know how its dossier stands beside its stage on a day: ``standing_words``, empty where nowhere."""
    oldest = _held(on).filter(dossier=OuterRef("dossier")).order_by("begun_on", "pk")
    words = Case(
        When(stage__in=EXITS, then=Value("")),
        When(Exists(_sent(on)), then=Value(IN_TRANSIT_WORDS)),
        *(When(standing=Value(kind), then=Value(label)) for kind, label in OPENLY.items()),
        default=Value(""),
        output_field=CharField(),
    )
    known = entries.annotate(standing=Subquery(oldest.values("kind")[:1], output_field=CharField()))
    return known.annotate(standing_words=words)


def by_reason(dossiers: QuerySet[Dossier], on: date) -> dict[tuple[str, str], int]:
    """Count dossiers by how they stand beside their stage on a day (a key of STANDINGS) and the code of a return; two queries.

    A dossier that waits for two things is counted in both.
    """
    held = _held(on).filter(dossier__in=dossiers).order_by().values_list("kind", "code")
    found = {
        (CONCLUSION if kind == HoldKind.POLITICAL else kind, code): people
        for kind, code, people in held.annotate(people=Count("dossier", distinct=True))
    }
    sent = _transit(on).filter(dossier__in=dossiers).aggregate(people=Count("dossier", distinct=True))["people"]
    return found | ({(IN_TRANSIT, ""): sent} if sent else {})


def returned_for(entries: QuerySet[StageEntry], code: str, on: date) -> QuerySet[StageEntry]:
    """Narrow entries to those whose dossiers stand returned for a reason on a day (a ReturnCode)."""
    return entries.filter(Exists(_held(on).filter(dossier=OuterRef("dossier"), kind=HoldKind.RETURNED, code=code)))


def standing_so(entries: QuerySet[StageEntry], standing: str, on: date) -> QuerySet[StageEntry]:
    """Narrow entries to those whose dossiers stand so beside their stage on a day (a key of STANDINGS)."""
    if standing == IN_TRANSIT:
        return entries.filter(Exists(_sent(on)))
    kind = HoldKind.POLITICAL if standing == CONCLUSION else standing
    return entries.filter(Exists(_held(on).filter(dossier=OuterRef("dossier"), kind=kind)))


def turns(entries: QuerySet[StageEntry], on: date) -> QuerySet[StageEntry]:
    """Let each entry know by which side track its dossier waits longest on a day (``standing``), until when, and whether
    something of a returned one is still to be mended (``unmended``, ``commented``).
    """
    oldest = _held(on).filter(dossier=OuterRef("dossier")).order_by("begun_on", "pk")
    said = Comment.objects.filter(hold__in=_held(on), hold__dossier=OuterRef("dossier"))
    return entries.annotate(
        standing=Subquery(oldest.values("kind")[:1], output_field=CharField()),
        expected=Subquery(oldest.values("expected_on")[:1]),
        unmended=Exists(said.filter(fixed_on__isnull=True, closed_on__isnull=True)),
        commented=Exists(said),
        in_transit=Exists(_sent(on)),
    )


def turn_of(deed: Deed, on: date) -> Q:
    """Return the condition "waits by a side track for whoever does ``deed``", on entries that ``turns`` read.

    A paused dossier waits for nobody before the day on which it should go on.
    """
    mended = Q(standing=HoldKind.RETURNED, commented=True, unmended=False)
    rest = Q(standing=HoldKind.PAUSED, expected__gt=on)
    kinds = [kind for kind, track in TRACKS.items() if track.waits == deed]
    own = Q(standing__in=kinds) & ~mended & ~rest if kinds else Q(pk__in=())
    return (own | mended) if deed == RETURN else own


def may_begin(dossier: Dossier, on: date) -> Iterable[Track]:
    """Return the side tracks that could begin at the stage in force: those of the stage of which none is open."""
    there = {each.kind for each in open_on(dossier, on)}
    return [track for track in TRACKS.values() if dossier.stage in track.stages and track.kind not in there]


def field_choices(stage: Stage) -> list[tuple[str, str]]:
    """Return the things of a dossier on which a reviewer comments, as a list to choose from."""
    later = RECOGNITION_FIELDS if stage == Stage.REVIEWED else ADMISSION_FIELDS
    return [(each, each) for each in later]


ADMISSION_FIELDS = (
    "Đơn xin vào Đảng",
    "Lý lịch của người xin vào Đảng",
    "Thẩm tra, xác minh lý lịch",
    "Giấy chứng nhận lớp bồi dưỡng",
    "Giới thiệu theo Điều lệ",
    "Ý kiến nhận xét nơi công tác, nơi cư trú",
    "Biên bản, nghị quyết chi bộ",
    "Kết quả biểu quyết",
    "Thông tin cá nhân",
    "Mục khác",
)
RECOGNITION_FIELDS = (
    "Bản tự kiểm điểm",
    "Nhận xét của đảng viên giúp đỡ",
    "Ý kiến nhận xét nơi công tác, nơi cư trú",
    "Giấy chứng nhận lớp đảng viên mới",
    "Biên bản, nghị quyết chi bộ",
    "Kết quả biểu quyết",
    "Mục khác",
)


def _held(on: date) -> QuerySet[Hold]:
    lasts = Hold.objects.filter(ended_on__isnull=True) | Hold.objects.filter(ended_on__gt=on)
    return lasts.filter(begun_on__lte=on)


def _sent(on: date) -> QuerySet[Transfer]:
    """Transfers that were on their way at the end of a day."""
    return _transit(on).filter(dossier=OuterRef("dossier"))


def _transit(on: date) -> QuerySet[Transfer]:
    sent = Transfer.objects.filter(to_unit__isnull=False, sent_on__lte=on)
    return sent.exclude(received_on__lte=on).exclude(refused_on__lte=on)


def _ended(hold: Hold, on: date) -> bool:
    return hold.ended_on is not None and hold.ended_on <= on


def _shown(hold: Hold, on: date, sees_sensitive: bool) -> Shown:
    track = TRACKS[HoldKind(hold.kind)]
    hides = track.is_sensitive and not sees_sensitive
    title = OPENLY[hold.kind] if hides else hold.get_kind_display()
    words = "" if hides else ". ".join(part for part in (hold.get_code_display(), hold.reason) if part)
    ended = _ended_words(hold, hides) if _ended(hold, on) else ""
    return Shown(hold, track, title, words, _began_words(hold, hides), ended, tuple(hold.comments.all()))


def _began_words(hold: Hold, hides: bool) -> str:
    number = f", văn bản số {hold.number}" if hold.number and not hides else ""
    issuer = f" của {hold.issuer}" if hold.issuer and not hides else ""
    expected = f", dự kiến đến ngày {date_vn(hold.expected_on)}" if hold.expected_on else ""
    basis = f", nhập thay theo {hold.basis}" if hold.basis else ""
    return f"Từ ngày {date_vn(hold.begun_on)}{number}{issuer}{expected}{basis}"


def _ended_words(hold: Hold, hides: bool) -> str:
    if hides:
        return f"{ANSWERED_OPENLY} ngày {date_vn(hold.ended_on)}"
    number = f", văn bản số {hold.end_number}" if hold.end_number else ""
    note = f". {hold.end_note}" if hold.end_note else ""
    return f"{hold.get_outcome_display()} ngày {date_vn(hold.ended_on)}{number}{note}"
