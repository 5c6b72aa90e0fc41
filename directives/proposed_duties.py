"""What a duty of a read letter is as a duty of ours; chosen beforehand only where it is clear who does it and by when."""

import re

from directives.enums import Bound, ObligationKind, Repeats
from directives.proposed_targets import LEAVE, TAKE
from directives.reading import Duty, Letter

_WORDS, _ACTOR = 400, 300
# The first that fits the words of the action counts.
_KINDS = (
    (re.compile(r"quán triệt|phổ biến", re.I), ObligationKind.MAKE_KNOWN),
    (re.compile(r"rà soát", re.I), ObligationKind.REVIEW),
    (re.compile(r"báo cáo", re.I), ObligationKind.REPORT),
    (re.compile(r"mở[^.;]{0,20}lớp|lớp bồi dưỡng", re.I), ObligationKind.CLASSES),
    (re.compile(r"chỉ tiêu|kế hoạch", re.I), ObligationKind.TARGETS),
)
_BOUNDS = (
    (re.compile(r"hội quần chúng|các hội\b|mỗi hội\b", re.I), Bound.ASSOCIATIONS),
    (re.compile(r"đoàn thể|mặt trận|đoàn thanh niên|công đoàn", re.I), Bound.SOCIO_POLITICAL),
    (re.compile(r"(?:đảng bộ|cấp ủy|đảng ủy|tổ chức) cơ sở|chi, đảng bộ|tổ chức cơ sở đảng", re.I), Bound.GRASSROOTS),
    (re.compile(r"(?:đảng bộ|đảng ủy) (?:các )?(?:xã|phường|thị trấn|đặc khu)", re.I), Bound.GRASSROOTS),
    (re.compile(r"chi bộ", re.I), Bound.CELLS),
    (re.compile(r"huyện|thị,|thành ủy|đảng ủy trực thuộc", re.I), Bound.UPPER),
    (re.compile(r"^(?:ban|văn phòng|ủy ban kiểm tra)\s", re.I), Bound.ITSELF),
)


def row(duty: Duty, letter: Letter, unit: str) -> dict:
    """The line of a duty; ``unit`` is how the form writes the unit for which the letter was read."""
    bound = _bound(duty.actor or "")
    begun = duty.from_on or letter.issued_on or letter.meeting_on
    is_timed = bool(duty.due_on or duty.repeats) and not (duty.due_on and begun and duty.due_on < begun)
    return {
        "kind": _kind(duty.action),
        "words": duty.action[:_WORDS],
        "actor": (duty.actor or "")[:_ACTOR],
        "bound": bound or Bound.ITSELF,
        "unit": unit,
        "from_on": begun,
        "due_on": duty.due_on,
        "repeats": duty.repeats or Repeats.ONCE,
        "take": TAKE if bound and begun and is_timed else LEAVE,
    }


def _kind(action: str) -> ObligationKind:
    return next((kind for cue, kind in _KINDS if cue.search(action)), ObligationKind.OTHER)


def _bound(actor: str) -> Bound | None:
    """Which units of ours the words for who acts mean; None where they leave it open."""
    return next((bound for cue, bound in _BOUNDS if cue.search(actor)), None)
