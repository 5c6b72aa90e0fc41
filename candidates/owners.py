"""Reads whose turn it is: every open dossier has a next owner, whatever it waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from candidates import holds, seats, tracks
from candidates.enums import PROBATION, BallotBody, BallotOutcome, BallotSubject, HoldKind, Stage
from candidates.levels import Line
from candidates.models import Ballot, Dossier, Hold, Transfer
from organizations import tree
from organizations.enums import GRASSROOTS_KINDS, Deed, UnitKind
from organizations.formats import date_vn
from organizations.models import Unit, UnitVersion

WORDS: dict[str, str] = {
    Deed.MOVE_AS_CELL: "chi bộ",
    Deed.MOVE_AS_COMMITTEE: "đảng ủy cơ sở, đảng ủy bộ phận",
    Deed.MOVE_AS_BOARD: "Ban Tổ chức của cấp ủy có thẩm quyền",
    Deed.RETURN_DOSSIER: "cán bộ thẩm định",
    Deed.ADD_CANDIDATE: "chi bộ nơi đến",
}
# Whose organisation alone says who they are.
_BY_NAME = frozenset({Deed.MOVE_AS_CELL, Deed.MOVE_AS_COMMITTEE, Deed.ADD_CANDIDATE})


@dataclass(frozen=True)
class Owner:
    """Whose turn it is: the deed of the role, the role in words, the unit, what is awaited, and by which day if one is named.

    ``above_sections``: the grassroots committee itself, not a section below it. ``stands`` says beside the stage how the
    dossier stands ("Đang chuyển đơn vị"), empty on its plain way.
    """

    deed: str
    who: str
    unit: Unit
    awaited: str
    until: date | None = None
    stands: str = ""
    above_sections: bool = False

    @property
    def sentence(self) -> str:
        """One sentence that names the role."""
        return self.sentence_at("")

    def sentence_at(self, place: str) -> str:
        """One sentence for the head of the page; ``place`` is the name of the organisation whose turn it is."""
        stands = f"{self.stands}. " if self.stands else ""
        named = place if self.deed in _BY_NAME else f"{self.who} ({place})"
        return f"{stands}Đang chờ {named if place else self.who}: {self.awaited.removeprefix(f'{self.who} ')}"


def next_owner(dossier: Dossier, on: date, line: Line | None = None) -> Owner | None:
    """Return whose turn it is with a dossier at the end of a day; None where its way has ended.

    Needs ``holds`` with their comments, ``transfers`` and ``ballots``; asks for what was not fetched along.
    """
    entry = next((each for each in reversed(dossier.steps) if each.on <= on), None)
    if entry is None:
        return None
    if sent := _sent(dossier, on):
        return Owner(RECEIVER, WORDS[RECEIVER], sent.to_unit, "tiếp nhận hồ sơ", stands=_sent_words(sent))
    held = holds.open_on(dossier, on) if entry.stage in holds.WAITING else []
    if held:
        return _held(dossier, held[0])
    move = (line or Line(dossier, on)).next_move(Stage(entry.stage))
    if move is None:
        return None
    if failed := _failed(dossier, entry.stage, entry.on, on):
        return Owner(move.deed, WORDS[move.deed], dossier.unit, *failed)
    seat = seats.is_grassroots(move)
    return Owner(move.deed, WORDS[move.deed], dossier.unit, move.event, entry.term, above_sections=seat)


def where(owner: Owner, on: date, known: Sequence[UnitVersion] = ()) -> str:
    """Return the name of the organisation whose turn it is: the cell, or the nearest above it that does such deeds.

    ``known`` is the path of the owner's unit on the day where somebody asked for it already.
    """
    kinds = {
        Deed.MOVE_AS_COMMITTEE: {UnitKind.SECTION, *GRASSROOTS_KINDS},
        Deed.MOVE_AS_BOARD: {UnitKind.UPPER, UnitKind.PROVINCE},
        Deed.RETURN_DOSSIER: {UnitKind.UPPER, UnitKind.PROVINCE},
    }.get(owner.deed)
    path = known or tree.path(owner.unit, on)
    passed_over = {UnitKind.SECTION} if owner.above_sections else set()
    fitting = [each for each in path if kinds is None or each.kind in kinds - passed_over]
    return (fitting or path)[-1].name if path else ""


RECEIVER = Deed.ADD_CANDIDATE


def _held(dossier: Dossier, hold: Hold) -> Owner:
    track, deed = tracks.TRACKS[HoldKind(hold.kind)], holds.next_deed(hold)
    awaited = track.awaited if deed == track.waits else "xem phần đã sửa, bấm “Hoàn tất”"
    stands = f"{holds.OPENLY[hold.kind]} từ ngày {date_vn(hold.begun_on)}"
    return Owner(deed, WORDS[deed], dossier.unit, awaited, hold.expected_on, stands)


def _sent(dossier: Dossier, on: date) -> Transfer | None:
    known = (each for each in dossier.transfers.all() if each.to_unit_id and each.sent_on <= on)
    return next(
        (each for each in known if not any(day and day <= on for day in (each.received_on, each.refused_on))), None
    )


def _sent_words(sent: Transfer) -> str:
    return f"{holds.IN_TRANSIT_WORDS} từ ngày {date_vn(sent.sent_on)}"


def _failed(dossier: Dossier, stage: str, since: date, on: date) -> tuple[str, None, str] | None:
    """What may follow after the cell's last vote at this stage did not reach its share; None where it did, or none was held."""
    subject = BallotSubject.RECOGNITION if stage in PROBATION else BallotSubject.ADMISSION
    votes = [each for each in dossier.ballots.all() if _is_of(each, subject) and since <= each.held_on <= on]
    last = max(votes, key=lambda each: (each.held_on, each.pk), default=None)
    if last is None or last.outcome != BallotOutcome.FAILED or stage not in _VOTED_ON:
        return None
    stands = f"Chi bộ biểu quyết ngày {date_vn(last.held_on)} không đủ tỷ lệ ({last.in_favour}/{last.denominator})"
    return _VOTED_ON[Stage(stage)], None, stands


_VOTED_ON = {
    Stage.CONSULTING: "họp, biểu quyết lại; hoặc tạm dừng, đưa ra khỏi danh sách",
    Stage.ADMITTED: "họp, biểu quyết lại về công nhận hoặc xóa tên; đủ số lần họp mà không đủ tỷ lệ thì báo cáo cấp trên",
}


def _is_of(vote: Ballot, subject: BallotSubject) -> bool:
    return vote.subject == subject and vote.body == BallotBody.CELL
