"""What a duty of a read letter is as a duty of ours; chosen beforehand only where it is clear who does it and by when."""

import re

from directives import recognised
from directives.enums import Bound, ObligationKind, Repeats
from directives.proposed_targets import LEAVE, TAKE
from directives.reading import Duty, Letter
from directives.recognised import Known
from directives.unit_field import label

_WORDS, _ACTOR = 400, 300
# The first that fits the words of the action counts.
_KINDS = (
    (re.compile(r"quán triệt|phổ biến", re.I), ObligationKind.MAKE_KNOWN),
    (re.compile(r"rà soát", re.I), ObligationKind.REVIEW),
    (re.compile(r"báo cáo", re.I), ObligationKind.REPORT),
    (re.compile(r"mở[^.;]{0,20}lớp|lớp bồi dưỡng", re.I), ObligationKind.CLASSES),
    (re.compile(r"chỉ tiêu|kế hoạch", re.I), ObligationKind.TARGETS),
)


def row(duty: Duty, letter: Letter, unit: str, known: Known) -> dict:
    """The line of a duty; ``unit`` is how the form writes the unit for which the letter was read.

    An actor that names one of the ``known`` units is that unit.
    """
    named = known.named(duty.actor or "")
    bound = Bound.ITSELF if named else recognised.bound(duty.actor or "")
    begun = duty.from_on or letter.issued_on or letter.meeting_on
    is_timed = bool(duty.due_on or duty.repeats) and not (duty.due_on and begun and duty.due_on < begun)
    there = {"ai làm": bound, "từ ngày": begun, "hạn, hoặc bao lâu một lần": is_timed}
    lacks = [name for name, value in there.items() if not value]
    return {
        "kind": _kind(duty.action),
        "words": duty.action[:_WORDS],
        "actor": (duty.actor or "")[:_ACTOR],
        "bound": bound or Bound.ITSELF,
        "unit": label(named) if named else unit,
        "from_on": begun,
        "due_on": duty.due_on,
        "repeats": duty.repeats or Repeats.ONCE,
        "take": LEAVE if lacks else TAKE,
        "lacks": lacks,
    }


def _kind(action: str) -> ObligationKind:
    return next((kind for cue, kind in _KINDS if cue.search(action)), ObligationKind.OTHER)
