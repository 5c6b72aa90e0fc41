"""Everything that happened to a dossier as at a day, in one row of events: steps, papers, votes, records, side tracks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from candidates import handovers, votes
from candidates.arrivals import Moved
from candidates.enums import PaperKind, Verification
from candidates.holds import Shown
from candidates.models import Dossier, Paper, StageEntry
from candidates.nomination_rows import Row
from candidates.record_words import Line, in_full, line
from organizations.formats import date_vn

# Events of one day stand in this order, the newest day first.
_STEP, _BESIDE = 1, 0


@dataclass(frozen=True)
class Event:
    """Something that happened on a day: what, with which details, of which kind; a step also as its ``entry``."""

    on: date
    kind: str
    words: str
    detail: str = ""
    entry: StageEntry | None = None

    @property
    def order(self) -> tuple:
        """How events stand in time; of one day the step comes last, of steps that with the later position."""
        return self.on, _STEP if self.entry else _BESIDE, self.entry.position if self.entry else 0


@dataclass(frozen=True)
class Around:
    """What the page has read already around a dossier, as this person may see it."""

    nominated: Sequence[Row] = ()
    held: Sequence[Shown] = ()
    moved: Sequence[Moved] = ()


def of(dossier: Dossier, on: date, around: Around, *, sees_sensitive: bool = False) -> list[Event]:
    """Return the events of a dossier as known on a day, the newest first.

    Asks for its classes and the hand-over of its papers; the rest ``queries.in_full`` and ``records.PREFETCH`` have fetched.
    """
    found = [*_steps(dossier), *_papers(dossier), *_votes(dossier, on), *_people(dossier, on)]
    found += [*_checks(dossier, on), *_merits(dossier, on), *_vetted(dossier, on, sees_sensitive)]
    found += [*_nominated(around.nominated), *_held(around.held), *_moved(around.moved)]
    found += [*_classes(dossier), *_handed(dossier, on)]
    return sorted((each for each in found if each.on <= on), key=lambda each: each.order, reverse=True)


def _steps(dossier: Dossier) -> Iterator[Event]:
    for entry in dossier.history:
        yield Event(entry.on, "Bước", entry.get_stage_display(), entry=entry)


def _papers(dossier: Dossier) -> Iterator[Event]:
    """Papers that no step brought; those of a step stand with it."""
    for paper in dossier.papers.all():
        if paper.entry_id is None:
            yield Event(paper.issued_on, "Giấy tờ", paper.get_kind_display(), _stated(paper))


def _stated(paper: Paper) -> str:
    number = f"số {paper.number}" if paper.number and paper.kind != PaperKind.BIOGRAPHY else ""
    kept = f"bản gốc: {paper.kept_at}" if paper.kept_at else ""
    return ", ".join(part for part in (number, paper.issuer, kept) if part)


def _votes(dossier: Dossier, on: date) -> Iterator[Event]:
    for ballot in dossier.ballots.all():
        read = votes.vote(ballot)
        yield Event(ballot.held_on, "Biểu quyết", read.sentence, f"{read.outcome}; {read.detail}")


def _people(dossier: Dossier, on: date) -> Iterator[Event]:
    for each in dossier.introducers.all():
        yield _told(each.on, "Giới thiệu theo Điều lệ", line(each, on))
    for each in dossier.helpers.all():
        yield _told(each.valid_from, "Phân công giúp đỡ", line(each, on))
        if each.valid_until:
            yield Event(each.valid_until, "Thôi giúp đỡ", each.name)
    for each in dossier.given_tasks.all():
        yield Event(each.given_on, "Giao nhiệm vụ", each.words)
    for each in dossier.helper_remarks.all():
        yield _told(each.on, "Nhận xét của người giúp đỡ", line(each, on))


def _held(held: Sequence[Shown]) -> Iterator[Event]:
    """Side tracks in the words that this person may read."""
    for each in held:
        yield Event(each.hold.begun_on, each.title, each.words or each.began, each.began if each.words else "")
        if each.ended:
            yield Event(each.hold.ended_on, f"{each.title} – kết thúc", each.ended)


def _moved(moved: Sequence[Moved]) -> Iterator[Event]:
    for each in moved:
        yield Event(each.row.sent_on, "Giới thiệu chuyển", f"{each.origin} → {each.target}", each.letter)
        if each.row.received_on:
            yield Event(each.row.received_on, "Tiếp nhận", each.target)


def _classes(dossier: Dossier) -> Iterator[Event]:
    for each in dossier.enrolments.select_related("training_class"):
        on = each.enrolled_on or each.training_class.starts_on
        if on:
            yield Event(on, "Vào lớp", each.training_class.name, each.get_result_display())


def _handed(dossier: Dossier, on: date) -> Iterator[Event]:
    for each in handovers.of(dossier, on):
        words = f"{each.unit_name or each.unit.code}: {each.counterpart}"
        yield Event(each.on, f"Hồ sơ giấy: {each.get_direction_display().lower()}", words, each.note)


def _nominated(nominated: Sequence[Row]) -> Iterator[Event]:
    for each in nominated:
        yield Event(each.nominated_on, "Giới thiệu nguồn", each.organisation, each.outcome)


def _checks(dossier: Dossier, on: date) -> Iterator[Event]:
    for each in dossier.checks.all():
        if each.asked_on:
            sent = f"công văn số {each.letter}" if each.letter else ""
            words = ", ".join(part for part in (each.place, sent) if part)
            yield Event(each.asked_on, "Gửi thẩm tra", each.get_relation_display(), words)
        for chasing in each.chasings.all():
            yield Event(chasing.on, "Đôn đốc thẩm tra", each.get_relation_display(), each.place)
        if each.state == Verification.ANSWERED:
            yield Event(each.answered_on, "Có kết quả thẩm tra", each.get_relation_display(), each.place)


def _merits(dossier: Dossier, on: date) -> Iterator[Event]:
    for kind, rows in (("Xếp loại", dossier.person.ratings), ("Khen thưởng", dossier.person.commendations)):
        for each in rows.all():
            if each.issued_on:
                yield _told(each.issued_on, kind, line(each, on))


def _vetted(dossier: Dossier, on: date, sees_sensitive: bool) -> Iterator[Event]:
    told = in_full if sees_sensitive else line
    for each in dossier.consents.all():
        yield _told(each.issued_on, "Văn bản đồng ý", line(each, on))
    for each in dossier.findings.all():
        yield _told(each.on, "Xét tiêu chuẩn riêng", line(each, on))
    for each in dossier.former_memberships.all():
        yield _told(each.left_on, "Lần ra khỏi Đảng trước đây", told(each, on))


def _told(on: date, kind: str, said: Line) -> Event:
    return Event(on, kind, said.words, said.detail.replace(f", ngày {date_vn(on)}", ""))
