"""What the criteria say of a dossier: kept with the steps that they led to, else as they stand on the day one looks from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from candidates import assessment, guards, papers_gate
from candidates.enums import BEFORE_MEETING, PROBATION, SUBMITTED, Stage, Way
from candidates.models import Dossier, StageEntry
from candidates.rules.verdict import Answer, Verdict
from organizations.formats import date_vn

# The steps at which the criteria are asked; what they said is stored with the step and never asked again.
STEPS = tuple(guards.MOMENTS)
STILL_JUDGED = BEFORE_MEETING

FOR_PROPOSAL = "khi chi bộ họp đề nghị kết nạp"
FOR_DECISION = "khi cấp ủy quyết định kết nạp"
FOR_RECOGNITION = "khi xét công nhận chính thức"


@dataclass(frozen=True)
class Judged:
    """What the criteria said on one occasion: its words, and the verdicts as plain values (``Verdict.plain``).

    ``is_live`` says that they are asked anew on each look, ``moment`` for which moment to come.
    """

    words: str
    verdicts: tuple[dict, ...]
    is_live: bool = False
    moment: str = ""

    @property
    def open(self) -> list[dict]:
        """What is not met, then what cannot be told yet."""
        return [
            each for answer in (Answer.NOT_MET, Answer.UNKNOWN) for each in self.verdicts if each["answer"] == answer
        ]

    @property
    def met(self) -> list[dict]:
        """What is met."""
        return [each for each in self.verdicts if each["answer"] == Answer.MET]


def of(dossier: Dossier, entries: list[StageEntry], today: date, known: Iterable[Verdict]) -> list[Judged]:
    """Return what is judged as at ``today``, then what was judged at each step of ``entries``, the newest first.

    ``known`` are the verdicts of the next step where somebody has asked for them already; its papers stand on the checklist.
    """
    steps = [entry for entry in reversed(entries) if entry.way == Way.STEP]
    kept = [_kept(entry) for entry in steps if entry.stage in STEPS or entry.verdicts]
    asked = [each for each in known if not papers_gate.speaks_of_papers(each.rule)]
    live = asked or _live(dossier, Stage(entries[-1].stage), today)
    return [_as_at(live, today, _moment(Stage(entries[-1].stage))), *kept] if live else kept


def _live(dossier: Dossier, stage: Stage, today: date) -> list[Verdict]:
    """The criteria that matter next: of the cell meeting before it, of the decision after it, of recognition in probation."""
    if stage in STILL_JUDGED:
        return assessment.before_proposal(dossier, today)
    if stage in SUBMITTED:
        return assessment.before_decision(dossier, today)
    return assessment.before_recognition(dossier, today) if stage in PROBATION else []


def _moment(stage: Stage) -> str:
    """The moment at which the criteria of ``_live`` have to be met, as people name it."""
    if stage in STILL_JUDGED:
        return FOR_PROPOSAL
    return FOR_DECISION if stage in SUBMITTED else FOR_RECOGNITION


def _as_at(found: Iterable[Verdict], today: date, moment: str) -> Judged:
    verdicts = tuple(verdict.plain() for verdict in found)
    return Judged(f"Xét tại ngày {date_vn(today)}.", verdicts, is_live=True, moment=moment)


def _kept(entry: StageEntry) -> Judged:
    step = f"bước “{entry.get_stage_display()}” ngày {date_vn(entry.on)}"
    words = f"Đã xét và lưu cùng {step}." if entry.verdicts else f"Không lưu kết quả xét cùng {step}."
    return Judged(words, tuple(entry.verdicts))
