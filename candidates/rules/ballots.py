"""Votes: which tallies cannot be, against which number a vote is measured, and what it amounts to by the rule of its day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from candidates.rules.facts import Tally
from candidates.rules.parameters import Parameter, Values, known
from candidates.rules.sources import Source
from candidates.rules.verdict import Answer, Verdict, day_vn

CELL, ENDORSEMENT = "cell", "endorsement"
PASSED, FAILED, REPORT_UP, UNTOLD = "passed", "failed", "report_up", "unknown"
VOTE_BASE = "vote_base"
SHARES = {
    CELL: "cell_share",
    "grassroots_committee": "committee_share",
    "grassroots_standing": "standing_share",
    "upper_standing": "standing_share",
    "province_bureau": "bureau_share",
}
BODIES = {
    CELL: "Chi bộ",
    "grassroots_committee": "Tập thể đảng ủy cơ sở",
    "grassroots_standing": "Ban thường vụ đảng ủy cơ sở",
    "upper_standing": "Ban thường vụ cấp ủy cấp trên trực tiếp",
    "province_bureau": "Tập thể thường trực cấp ủy tỉnh",
}
SUBJECTS = {
    "admission": "kết nạp đảng viên",
    ENDORSEMENT: "đề nghị kết nạp đảng viên",
    "recognition": "công nhận đảng viên chính thức",
    "striking_off": "xóa tên đảng viên dự bị",
}


@dataclass(frozen=True)
class Share:
    """The part of the members that must be in favour: at least ``part``, or more than it where ``beyond``."""

    part: Fraction
    beyond: bool

    @classmethod
    def read(cls, value: str) -> "Share":
        """Read a stored value: "2/3" is at least two thirds, ">1/2" more than half; ValueError on anything else."""
        return cls(Fraction(value.removeprefix(">")), value.startswith(">"))

    @property
    def words(self) -> str:
        """The share in words: ít nhất 2/3, quá 1/2."""
        return f"{'quá' if self.beyond else 'ít nhất'} {self.part}"

    def is_reached(self, in_favour: int, of: int) -> bool:
        """Say whether so many votes of so many members reach the share."""
        part = Fraction(in_favour, of)
        return part > self.part if self.beyond else part >= self.part

    def least(self, of: int) -> int:
        """Return the smallest number of votes that reaches the share of ``of`` members."""
        return next(votes for votes in range(of + 2) if self.is_reached(votes, of))


@dataclass(frozen=True)
class Measured:
    """What a vote amounts to: the number it is measured against, the outcome, and the sentence with its source."""

    denominator: int
    outcome: str
    verdict: Verdict


def impossible(tally: Tally) -> tuple[str, ...]:
    """Return a sentence for each thing about a tally that cannot be; empty for one that can."""
    return tuple(_impossible(tally))


def measure(tally: Tally, values: Values) -> Measured:
    """Measure a vote by the values of its day.

    A cell's vote counts against its official members without those in temporary activity elsewhere and those exempted and
    absent (294-QĐ/TW, point 9.3.2); where no text tells the base, both ways are tried. A committee's vote counts against
    all its members (HD 06-HD/TW, point 3.7.a); below the share its result is reported upward. Of a grassroots committee that
    only endorses, no text at hand tells a share.
    """
    share = None if tally.subject == ENDORSEMENT else values.get(SHARES[tally.body])
    of = denominators(tally, values)
    rule, votes = rule_of(tally), f"{_event(tally)}: {_votes(tally, of, values)}"
    if share is None or not share.is_known:
        words = f"{votes}; tỷ lệ phải đạt: chưa đủ căn cứ, hệ thống chưa có giá trị của quy định tại ngày này."
        return Measured(of[0], UNTOLD, Verdict(rule, Answer.UNKNOWN, words, share.source if share else None))
    needed, source = Share.read(share.value), _source(tally, share, values)
    reached = {needed.is_reached(tally.in_favour, each) for each in of}
    if len(reached) > 1:
        return Measured(of[0], UNTOLD, Verdict(rule, Answer.UNKNOWN, f"{votes}; {_either_way(needed, of)}", source))
    if reached == {True}:
        return Measured(of[0], PASSED, Verdict(rule, Answer.MET, f"{votes}, đạt mức {needed.words}.", source))
    outcome, rest = _below(tally)
    words = (
        f"{votes}, chưa đạt mức {needed.words} (cần {_all(needed.least(each) for each in of)} người tán thành){rest}."
    )
    return Measured(of[0], outcome, Verdict(rule, Answer.NOT_MET, words, source))


def denominators(tally: Tally, values: Values) -> tuple[int, ...]:
    """Return the number that a vote is measured against; all members and then the others where no text tells which."""
    less = tally.members - tally.away - tally.exempt_absent
    if tally.body != CELL or less == tally.members:
        return (tally.members,)
    return (less,) if known(values, VOTE_BASE) else (tally.members, less)


def rule_of(tally: Tally) -> str:
    """Name the criterion that a vote answers."""
    if tally.body != CELL:
        return "endorsement_ballot" if tally.subject == ENDORSEMENT else "committee_ballot"
    return "cell_ballot" if tally.subject == "admission" else f"{tally.subject}_ballot"


def percent(part: int, whole: int) -> str:
    """Say a part in percent as organizations.formats does, with one decimal, rounded half up: 63,2 %."""
    tenths = (part * 2000 + whole) // (whole * 2)
    return f"{tenths // 10},{tenths % 10} %"


def _impossible(tally: Tally) -> Iterator[str]:
    if tally.members < 1:
        yield f"{_everybody(tally)} là {tally.members}; phải có ít nhất 1 người."
        return
    left_out, of_cell = tally.away + tally.exempt_absent, tally.body == CELL
    if left_out and not of_cell:
        yield (
            f"Sinh hoạt tạm thời nơi khác {tally.away}, được miễn và vắng mặt {tally.exempt_absent}: chỉ chi bộ mới trừ; "
            "biểu quyết của cấp ủy tính trên tổng số thành viên, hãy bỏ trống hai ô này."
        )
    if of_cell and left_out >= tally.members:
        yield f"{_everybody(tally)} là {tally.members} mà trừ ra {left_out} người: không còn ai để tính; hãy kiểm tra lại."
    elif tally.present > tally.members - left_out:
        yield _too_many(tally, left_out)
    if tally.present < 1:
        yield "Không có ai dự họp (có mặt 0) thì không có biểu quyết; hãy kiểm tra lại số có mặt."
    if tally.in_favour + tally.against + tally.blank != tally.present:
        yield _does_not_add_up(tally)


def _too_many(tally: Tally, left_out: int) -> str:
    if not left_out:
        return f"Có mặt {tally.present} người, nhiều hơn {_everybody(tally).lower()} ({tally.members})."
    return (
        f"Có mặt {tally.present} người, nhiều hơn {tally.members - left_out} ({tally.members} đảng viên chính thức, trừ "
        f"{_left_out(tally)}). Người được miễn mà dự họp, biểu quyết thì không ghi vào số được miễn và vắng mặt."
    )


def _does_not_add_up(tally: Tally) -> str:
    total = tally.in_favour + tally.against + tally.blank
    return (
        f"Tán thành {tally.in_favour} + không tán thành {tally.against} + phiếu trắng, không hợp lệ {tally.blank} = {total}, "
        f"khác số có mặt {tally.present}; hãy kiểm tra lại."
    )


def _source(tally: Tally, share: Parameter, values: Values) -> Source:
    """Where the share comes from; confirmed only where what is left out by another clause is confirmed as well."""
    base = values.get(VOTE_BASE)
    firm = tally.body != CELL or not tally.away + tally.exempt_absent or (base is not None and base.source.confirmed)
    return replace(share.source, confirmed=share.source.confirmed and firm)


def _event(tally: Tally) -> str:
    return f"{BODIES[tally.body]} biểu quyết {SUBJECTS[tally.subject]} ngày {day_vn(tally.on)}"


def _votes(tally: Tally, of: tuple[int, ...], values: Values) -> str:
    counted = " hoặc ".join(f"{tally.in_favour}/{each} ({percent(tally.in_favour, each)})" for each in of)
    words = f"tán thành {counted} {'đảng viên chính thức' if tally.body == CELL else 'thành viên'}"
    if of == (tally.members,):
        return words
    if len(of) > 1:
        return f"{words} ({tally.members} người; chưa rõ có trừ {_left_out(tally)} hay không)"
    return f"{words} ({tally.members} người, đã trừ {_left_out(tally)} theo {values[VOTE_BASE].source.place})"


def _left_out(tally: Tally) -> str:
    parts = ((tally.away, "sinh hoạt tạm thời nơi khác"), (tally.exempt_absent, "được miễn và vắng mặt"))
    return ", ".join(f"{number} {words}" for number, words in parts if number)


def _either_way(needed: Share, of: tuple[int, ...]) -> str:
    return (
        f"chưa đủ căn cứ: tính trên {of[0]} người thì chưa đạt mức {needed.words}, tính trên {of[1]} người thì đạt; "
        "hệ thống chưa có giá trị của quy định về số làm căn cứ tính tại ngày này."
    )


def _below(tally: Tally) -> tuple[str, str]:
    """The outcome below the share, and what follows from it."""
    if tally.body == CELL:
        return FAILED, ""
    return REPORT_UP, f"; không ra quyết định {SUBJECTS[tally.subject]}, báo cáo kết quả lên cấp trên"


def _all(numbers: Iterator[int]) -> str:
    return " hoặc ".join(dict.fromkeys(str(each) for each in numbers))


def _everybody(tally: Tally) -> str:
    return "Số đảng viên chính thức" if tally.body == CELL else "Tổng số thành viên"
