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
    """What one rule says about one dossier on one day."""

    rule: str
    answer: Answer
    sentence: str
    source: Source | None

    def plain(self) -> dict:
        """The verdict as plain values, to be stored with the decision that it led to."""
        cited = {"source": self.source.words, "confirmed": self.source.confirmed} if self.source else {}
        return {"rule": self.rule, "answer": self.answer.value, "sentence": self.sentence, **cited}


def day_vn(day: date) -> str:
    """Write a day as organizations.formats does; the rules stand on the standard library alone."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
