"""Writes side tracks: a dossier begins to wait, is commented on, mended, and goes on.

All run inside ``acting``, each under an act of its own, so that each can be undone while nothing was built on it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from candidates import actions, acts, facts, guards, instead, moves, policy
from candidates.enums import ActKind, HoldKind, HoldOutcome
from candidates.models import Act, Comment, Dossier, Hold, Person, StageEntry
from candidates.rules import deciding
from candidates.tracks import RETURN, TRACKS, Track
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn, tidy


@dataclass(frozen=True)
class Beginning:
    """What a person says of a side track that begins; ``comments`` are pairs of a thing and what is wrong with it."""

    on: date
    reason: str
    code: str = ""
    number: str = ""
    issuer: str = ""
    expected_on: date | None = None
    basis: str = ""
    comments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Ending:
    """What a person says of a side track that ends."""

    on: date
    outcome: str
    number: str = ""
    note: str = ""
    basis: str = ""


def deed_of(own: Reach, deeds: Iterable[Deed], dossier: Dossier) -> Deed:
    """Return the deed by which a person may do what one of ``deeds`` allows: the owner's, else that of whoever enters it."""
    ways = [(deed, moves.SUBSTITUTES.get(deed)) for deed in deeds]
    for deed, entered in ways:
        found = next((each for each in (deed, entered) if each and own.covers(each, dossier.unit)), None)
        if found:
            return found
    return ways[0][0]


def may(own: Reach, deeds: Iterable[Deed], dossier: Dossier) -> bool:
    """Say whether a person may do what one of ``deeds`` allows, for its owner too."""
    return own.covers(deed_of(own, deeds, dossier), dossier.unit)


def begin(dossier: Dossier, kind: HoldKind, said: Beginning, *, own: Reach, today: date, version: int) -> Hold:
    """Let a dossier wait by a side track from a day on; refused with every reason that stands against it."""
    track = TRACKS[kind]
    owned = _hold(dossier, own, track.begins, said.basis, version)
    if against := _against_begin(dossier, track, said, today):
        raise Refused(*against)
    act = acts.begin(dossier, ActKind.HOLD, track.verb, said.on, deed=owned)
    given = {name: tidy(getattr(said, name)) for name in ("reason", "code", "number", "issuer", "basis")}
    days = {"begun_on": said.on, "expected_on": said.expected_on if track.expects else None}
    where = {"stage": dossier.stage, "unit": dossier.unit}
    hold = Hold.objects.create(dossier=dossier, kind=kind, **where, **given, **days, by=current().by, act=act)
    for field, words in said.comments:
        _comment(hold, field, words, said.on, act)
    actions.touch(dossier, version)
    return hold


def end(hold: Hold, said: Ending, *, own: Reach, today: date, version: int) -> None:
    """Let a dossier go on; of a returned one the reviewer ends it, or the cell hands it in again once all is mended."""
    track, dossier = TRACKS[HoldKind(hold.kind)], hold.dossier
    owned = _hold(dossier, own, track.ends, said.basis, version)
    if against := _against_end(hold, track, said, today, by_cell=owned == Deed.MOVE_AS_CELL):
        raise Refused(*against)
    instead.note(said.basis)
    _end(hold, said, acts.begin(dossier, ActKind.RELEASE, track.end_verb, said.on, deed=owned))
    actions.touch(dossier, version)


def comment(hold: Hold, field: str, words: str, on: date, *, own: Reach, today: date, version: int) -> Comment:
    """Say one more thing that a returned dossier must mend."""
    dossier = hold.dossier
    owned = _hold(dossier, own, (RETURN,), "", version)
    _check_open(hold, on, today)
    act = acts.begin(dossier, ActKind.HOLD, f"Nhận xét về “{field}”", on, deed=owned)
    actions.touch(dossier, version)
    return _comment(hold, field, words, on, act)


def fix(said: Comment, words: str, on: date, *, own: Reach, today: date, version: int, basis: str = "") -> None:
    """Mark one thing of a returned dossier as mended, and say how: the cell's."""
    hold = said.hold
    owned = _hold(hold.dossier, own, (Deed.MOVE_AS_CELL,), basis, version)
    _check_open(hold, on, today, said)
    if said.fixed_on:
        raise Refused(f"“{said.field}” đã được ghi là đã sửa ngày {date_vn(said.fixed_on)}; hãy tải lại trang.")
    if not words.strip():
        raise Refused(f"Cần ghi đã sửa “{said.field}” thế nào.")
    instead.note(basis)
    act = acts.begin(hold.dossier, ActKind.HOLD, f"Đã sửa “{said.field}”", on, deed=owned)
    given = {"fixed_on": on, "fixed_words": tidy(words), "fixed_by": current().by, "fix_act": act}
    Comment.objects.filter(pk=said.pk).update(**given)
    actions.touch(hold.dossier, version)


def close(said: Comment, on: date, *, own: Reach, today: date, version: int) -> bool:
    """Accept one thing of a returned dossier as mended; with the last one it is no longer returned, and True is returned."""
    hold = said.hold
    owned = _hold(hold.dossier, own, (RETURN,), "", version)
    _check_open(hold, on, today, said)
    if said.fixed_on and on < said.fixed_on:
        raise Refused(f"Ngày hoàn tất {date_vn(on)} trước ngày sửa {date_vn(said.fixed_on)}.")
    others = hold.comments.filter(closed_on__isnull=True).exclude(pk=said.pk).exists()
    kind = ActKind.HOLD if others else ActKind.RELEASE
    act = acts.begin(hold.dossier, kind, f"Hoàn tất “{said.field}”", on, deed=owned)
    Comment.objects.filter(pk=said.pk).update(closed_on=on, closed_by=current().by, close_act=act)
    if not others:
        _end(hold, Ending(on, HoldOutcome.COMPLETED), act)
    actions.touch(hold.dossier, version)
    return not others


def _hold(dossier: Dossier, own: Reach, deeds: tuple[Deed, ...], basis: str, version: int) -> Deed:
    """Check the deed, the paper and the version, and let what is done about one person come one after the other.

    Returns the deed of the owner for whom it is done.
    """
    current()
    done_by = deed_of(own, deeds, dossier)
    check_may(own, done_by, dossier.unit)
    owned = next(deed for deed in deeds if done_by in (deed, moves.SUBSTITUTES.get(deed)))
    instead.check_basis(own, dossier.unit, basis, owned)
    Person.objects.select_for_update().get(pk=dossier.person_id)
    actions.check_version(dossier, version)
    return owned


def _against_begin(dossier: Dossier, track: Track, said: Beginning, today: date) -> list[str]:
    if dossier.stage not in track.stages:
        stages = ", ".join(f"“{stage.label}”" for stage in track.stages)
        return [f"“{track.verb}” chỉ ghi ở bước {stages}; hồ sơ đang ở bước “{dossier.get_stage_display()}”."]
    there = dossier.holds.filter(kind=track.kind, ended_on__isnull=True).first()
    if there:
        return [f"Việc này đã ghi từ ngày {date_vn(there.begun_on)} và chưa kết thúc; hãy kết thúc việc đó trước."]
    entry = dossier.entries.get(until__isnull=True)
    against = [*_day(track.day, said.on, entry, today), *_in_transit(dossier), *_incomplete(track, said)]
    if track.kind == HoldKind.REPORTED_UP and not (against or reported_for(dossier, said.on)):
        against.append(NO_VOTE)
    return against


NO_VOTE = (
    "Chỉ báo cáo cấp trên khi cấp ủy biểu quyết không đủ tỷ lệ, hoặc chi bộ đã họp đủ số lần mà công nhận chính thức và xóa tên "
    "đều không đủ tỷ lệ; hãy ghi kết quả biểu quyết trước."
)


def reported_for(dossier: Dossier, on: date) -> str:
    """Return the sentence about the votes by which a report to the superior is called for on a day; empty where none is."""
    return deciding.must_report(facts.of(dossier, on), policy.in_force(on))


def _incomplete(track: Track, said: Beginning) -> list[str]:
    against = []
    if not said.reason.strip():
        against.append("Cần ghi lý do.")
    if track.kind == HoldKind.RETURNED and not said.code:
        against.append("Cần chọn hồ sơ được trả vì việc gì.")
    if track.needs_number and not said.number.strip():
        against.append("Cần ghi số của văn bản.")
    if said.expected_on and said.expected_on <= said.on:
        against.append(f"Ngày dự kiến {date_vn(said.expected_on)} phải sau ngày {date_vn(said.on)}.")
    return against


def _against_end(hold: Hold, track: Track, said: Ending, today: date, *, by_cell: bool) -> list[str]:
    if hold.ended_on:
        return [f"Việc này đã kết thúc ngày {date_vn(hold.ended_on)}; hãy tải lại trang."]
    against = _after(hold.begun_on, track.end_day, said.on, today)
    if said.outcome not in track.outcomes:
        against.append("Hãy chọn kết quả trong danh sách.")
    if track.ends_with_number and not said.number.strip():
        against.append("Cần ghi số của văn bản.")
    if track.kind == HoldKind.RETURNED:
        against += _unmended(hold, by_cell=by_cell)
    return against


def _unmended(hold: Hold, *, by_cell: bool) -> list[str]:
    """What must still be mended before the cell hands in again, or accepted before the reviewer takes the dossier back."""
    left = [each for each in hold.comments.all() if not (each.closed_on or (by_cell and each.fixed_on))]
    words = "đánh dấu “Đã sửa”" if by_cell else "bấm “Hoàn tất”"
    names = ", ".join(f"“{each.field}” (nhận xét ngày {date_vn(each.on)})" for each in left)
    return [f"Còn {len(left)} mục chưa {words}: {names}."] if left else []


def _day(label: str, on: date, entry: StageEntry, today: date) -> list[str]:
    if entry.on > today:
        return [
            f"Hồ sơ đã có bước ghi sau ngày đang xem ({date_vn(today)}). Muốn ghi tiếp, hãy chọn “xem tại ngày” muộn hơn."
        ]
    if on < guards.begun(entry):
        return [
            f"{label} {date_vn(on)} trước bước “{entry.get_stage_display()}” ngày {date_vn(guards.begun(entry))}; hãy kiểm tra "
            "lại ngày."
        ]
    return _future(label, on, today)


def _after(begun: date, label: str, on: date, today: date) -> list[str]:
    before = (
        [f"{label} {date_vn(on)} trước ngày bắt đầu {date_vn(begun)}; hãy kiểm tra lại ngày."] if on < begun else []
    )
    return [*before, *_future(label, on, today)]


def _future(label: str, on: date, today: date) -> list[str]:
    if on <= today:
        return []
    return [f"{label} {date_vn(on)} chưa đến (đang xem tại ngày {date_vn(today)}); hãy kiểm tra lại ngày."]


def _in_transit(dossier: Dossier) -> list[str]:
    sent = dossier.transfers.under_way().first()
    if sent is None:
        return []
    return [f"Hồ sơ đã được giới thiệu chuyển đi ngày {date_vn(sent.sent_on)}; nơi đến phải tiếp nhận trước."]


def _check_open(hold: Hold, on: date, today: date, said: Comment | None = None) -> None:
    """Raise Refused where a dossier is no longer returned, a comment was accepted before, or the day cannot be."""
    if hold.ended_on:
        raise Refused(f"Hồ sơ không còn bị trả từ ngày {date_vn(hold.ended_on)}; hãy tải lại trang.")
    if said and said.closed_on:
        raise Refused(f"“{said.field}” đã hoàn tất ngày {date_vn(said.closed_on)}; hãy tải lại trang.")
    if against := _after(said.on if said else hold.begun_on, "Ngày", on, today):
        raise Refused(*against)


def _comment(hold: Hold, field: str, words: str, on: date, act: Act) -> Comment:
    if not words.strip():
        raise Refused(f"Cần ghi nhận xét về “{field}”.")
    return Comment.objects.create(hold=hold, field=field, words=tidy(words), on=on, by=current().by, act=act)


def _end(hold: Hold, said: Ending, act: Act) -> None:
    given = {"ended_on": said.on, "outcome": said.outcome, "end_number": tidy(said.number), "end_note": tidy(said.note)}
    Hold.objects.filter(pk=hold.pk).update(**given, ended_by=current().by, end_act=act)
