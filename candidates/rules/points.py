"""A criterion that has several points: what is said of each, and what they amount to together."""

from collections.abc import Iterable
from dataclasses import dataclass

from candidates.rules.sources import Source
from candidates.rules.verdict import Answer, Verdict, met


@dataclass(frozen=True)
class Point:
    """What is said of one point; ``words`` have neither a capital at the beginning nor a stop at the end."""

    answer: Answer
    words: str
    source: Source | None


def summed(rule: str, points: Iterable[Point], if_met: str, source: Source | None) -> Verdict:
    """Return NOT_MET with every point that is not met, else UNKNOWN with every open one, else MET with ``if_met``.

    The verdict rests on a confirmed source if one of the points that it names does, so that nobody passes it by.
    """
    told = list(points)
    for answer in (Answer.NOT_MET, Answer.UNKNOWN):
        if found := [point for point in told if point.answer == answer]:
            return Verdict(rule, answer, sentence(point.words for point in found), _firmest(found) or source)
    return met(rule, if_met, source)


def sentence(parts: Iterable[str]) -> str:
    """Join parts into one sentence."""
    words = "; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."


def _firmest(points: Iterable[Point]) -> Source | None:
    sources = [point.source for point in points if point.source]
    return max(sources, key=lambda source: source.confirmed, default=None)
