"""Numbers given out in one go: a pattern with a place for the number, the first one, and numbers to leave out."""

import re
from collections.abc import Iterator
from itertools import count

PLACE = "{n}"
_PART = re.compile(r"^(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?$")


def left_out(text: str) -> frozenset[int]:
    """Read "012, 015-017" as the numbers to leave out; ValueError with a sentence for a part that is no number."""
    found: set[int] = set()
    for part in (part.strip() for part in re.split(r"[,;]", text)):
        if part:
            found |= set(_range(part))
    return frozenset(found)


def in_order(pattern: str, first: str, skipped: frozenset[int]) -> Iterator[str]:
    """Yield numbers in the shape of ``pattern``, from ``first`` on and as wide as it was typed, without those left out."""
    for number in count(int(first)):
        if number not in skipped:
            yield pattern.replace(PLACE, str(number).zfill(len(first)))


def _range(part: str) -> range:
    found = _PART.match(part)
    if found is None:
        raise ValueError(f"“{part}” không phải là số; hãy ghi như: 012, 015-017.")
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first:
        raise ValueError(f"“{part}”: số sau nhỏ hơn số trước; hãy ghi như: 015-017.")
    return range(first, last + 1)
