"""Reads the votes on a dossier as at a day, and how each reads on a page."""

from dataclasses import dataclass
from datetime import date

from candidates import votes_kept
from candidates.enums import EARLIER, PROBATION, SUBMITTED, BallotBody, BallotOutcome, BallotSubject, Stage
from candidates.models import Ballot, Dossier

# How an outcome reads in a word, and its state as a badge has it.
STATES = {
    BallotOutcome.PASSED: ("Đủ tỷ lệ", "done"),
    BallotOutcome.FAILED: ("Không đủ tỷ lệ", "late"),
    BallotOutcome.REPORT_UP: ("Báo cáo cấp trên", "late"),
    BallotOutcome.UNKNOWN: ("Chưa đủ căn cứ", "soon"),
}


# The stages in which a vote is waited for.
STAGES = (*EARLIER, *SUBMITTED, *PROBATION)
# The steps that a vote carries: what it is about, whether the cell votes, whether the form of the step asks for it.
CARRIED = {
    Stage.PROPOSED: (BallotSubject.ADMISSION, True, True),
    Stage.DECIDED: (BallotSubject.ADMISSION, False, True),
    Stage.REVIEWED: (BallotSubject.RECOGNITION, True, True),
    Stage.STRUCK_OFF: (BallotSubject.STRIKING_OFF, True, False),
}


@dataclass(frozen=True)
class Carrying:
    """The vote that carries a step: what it is about, who votes, whether the step asks for it, what is recorded already."""

    subject: BallotSubject
    of_cell: bool
    asked: bool
    recorded: tuple[Ballot, ...]

    def covers(self, day: date | None) -> bool:
        """Say whether a vote is recorded for a step on a day: that of the meeting, or any of a committee up to the decision."""
        days = [each.held_on for each in self.recorded]
        return day is not None and (day in days if self.of_cell else any(each <= day for each in days))

    @property
    def said(self) -> "list[Vote]":
        """How the recorded votes read."""
        return [vote(each) for each in self.recorded]

    @property
    def meeting_on(self) -> date | None:
        """The day of the newest meeting of the cell that voted for it."""
        passed = [each.held_on for each in self.recorded if each.outcome == BallotOutcome.PASSED]
        return passed[-1] if passed and self.of_cell and self.asked else None


@dataclass(frozen=True)
class Vote:
    """One vote: the sentence and the clause that were stored with it, its outcome, its state as a badge has it, its details."""

    pk: int
    sentence: str
    source: str
    outcome: str
    state: str
    detail: str


def of(dossier: Dossier, on: date) -> list[Vote]:
    """Return the votes on a dossier as known on a day, the newest first."""
    known = [each for each in dossier.ballots.all() if each.held_on <= on]
    return [vote(each) for each in sorted(known, key=lambda each: (each.held_on, each.pk), reverse=True)]


def vote(found: Ballot) -> Vote:
    """Return how a vote reads."""
    sentence = found.verdict.get("sentence", str(found))
    return Vote(found.pk, sentence, found.verdict.get("source", ""), *STATES[found.outcome], _detail(found))


def carrying(dossier: Dossier, to: Stage, on: date) -> Carrying | None:
    """Return what is known on a day of the vote that carries the step to a stage; None for a step without a vote."""
    if to not in CARRIED:
        return None
    subject, of_cell, asked = CARRIED[to]
    known = [each for each in votes_kept.counting(dossier) if each.subject == subject and each.held_on <= on]
    recorded = tuple(each for each in known if (each.body == BallotBody.CELL) == of_cell)
    return Carrying(subject, of_cell, asked, recorded)


def _detail(found: Ballot) -> str:
    parts = [f"có mặt {found.present}", f"không tán thành {found.against}", f"phiếu trắng, không hợp lệ {found.blank}"]
    parts += [found.get_form_display().lower()] if found.form else []
    parts += [f"biên bản số {found.number}"] if found.number else []
    parts += [f"nhập thay theo {found.basis}"] if found.basis else []
    return ", ".join(parts)
