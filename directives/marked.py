"""The text of a letter in pieces for the page: the sentences that hold something are marked and have a place to lead to."""

from collections.abc import Iterable
from dataclasses import dataclass

from directives.reading import Span


@dataclass(frozen=True)
class Piece:
    """A piece of text; ``number`` is that of the sentence it is, or None between them."""

    words: str
    number: int | None = None


def pieces(text: str, spans: Iterable[Span]) -> list[Piece]:
    """Cut a text at the spans, which are numbered from 1 in their order; of two that overlap the first is marked."""
    found, at = [], 0
    for number, span in enumerate(spans, start=1):
        if span.start < at:
            continue
        found += [Piece(text[at : span.start]), Piece(text[span.start : span.stop], number)]
        at = span.stop
    return [each for each in [*found, Piece(text[at:])] if each.words]
