"""The answer of a rule: met, not met, or cannot tell yet; each with a sentence for a clerk and its source."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candidates.rules.sources import Source


class Answer(StrEnum):
    """The three answers."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Verdict:
    """What one rule says about one dossier on one day; a ``passable`` one never stops whoever may go on with a reason."""

    rule: str
    answer: Answer
    sentence: str
    source: Source | None
    passable: bool = False

    def plain(self) -> dict:
        """The verdict as plain values, to be stored with the decision that it led to."""
        said = {"rule": self.rule, "answer": self.answer.value, "sentence": self.sentence}
        if self.source is None:
            return said
        cited = {"document": self.source.document, "clause": self.source.clause, "confirmed": self.source.confirmed}
        return said | cited | {"source": self.source.words}

    @property
    def is_firm(self) -> bool:
        """Say whether somebody competent confirmed what the answer rests on, so that nobody goes on against it."""
        return not self.passable and self.source is not None and self.source.confirmed


def met(rule: str, sentence: str, source: Source | None) -> Verdict:
    """The criterion is met."""
    return Verdict(rule, Answer.MET, sentence, source)


def not_met(rule: str, sentence: str, source: Source | None) -> Verdict:
    """The criterion is not met."""
    return Verdict(rule, Answer.NOT_MET, sentence, source)


def unknown(rule: str, sentence: str, source: Source | None = None) -> Verdict:
    """It cannot be told yet."""
    return Verdict(rule, Answer.UNKNOWN, sentence, source)


def day_vn(day: date) -> str:
    """Write a day as organizations.formats does; the rules stand on the standard library alone."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
