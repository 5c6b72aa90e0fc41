"""How a list of the national member database and the dossiers here differ: a pure comparison, both ways.

Two rows are of one person where the names agree (letters and tones, whatever their case, spacing or place of the tone mark)
and the number of the decision or its day does. Anything less only may be: the difference says "có thể là".
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from candidates.enums import DifferenceKind
from candidates.member_list import Listed, MemberList
from organizations.formats import date_vn, name_key, plain

_SPACES = re.compile(r"\s+")
_ZEROS = re.compile(r"^0+(?=\d)")


@dataclass(frozen=True)
class Ours:
    """A dossier here; ``number`` and ``on`` are of its decision, ``is_expected`` says that the list should have it."""

    pk: int
    code: str
    name: str
    number: str = ""
    on: date | None = None
    is_expected: bool = False
    stage: str = ""


@dataclass(frozen=True)
class Found:
    """One difference, before it is stored."""

    kind: DifferenceKind
    row: Listed | None = None
    ours: Ours | None = None
    line: int | None = None
    text: str = ""
    words: str = ""


@dataclass(frozen=True)
class Compared:
    """How many lines agree, and every difference."""

    matched: int
    found: tuple[Found, ...]

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many differences of each kind, in words; kinds that do not occur are left out."""
        told = Counter(each.kind for each in self.found)
        return [(kind.label, told[kind]) for kind in DifferenceKind if told[kind]]


def same_number(number: str) -> str:
    """Return what two writings of one number share: no spaces, one case, one dash, no zeros before it."""
    return _ZEROS.sub("", _SPACES.sub("", plain(number)).replace("–", "-").replace("−", "-"))


def same_name(name: str) -> str:
    """Return what two writings of one name share; "Hòa" and "Hoà" are one name, "Ân" and "An" are two."""
    letters_and_tones = (part.partition("!") for part in name_key(name).split(" "))
    return " ".join(letters + "".join(sorted(tones)) for letters, _, tones in letters_and_tones)


def compare(listed: MemberList, ours: Sequence[Ours]) -> Compared:
    """Compare a list with dossiers; each line and each dossier is paired at most once."""
    pairs: list[tuple[Listed, Ours]] = []
    left, free = list(listed.rows), list(ours)
    for shared in (_whole, _name_and_number, _name_and_day):
        left, free = _paired(left, free, shared, pairs)
    near = _Near(ours, pairs)
    only_there = [near.of(row) for row in left]
    unreadable = [
        Found(DifferenceKind.UNREADABLE, line=each.line, text=each.text, words=each.words) for each in listed.unreadable
    ]
    differing = [found for row, dossier in pairs if (found := _differing(row, dossier))]
    only_here = [_only_here(each, only_there) for each in free if each.is_expected]
    return Compared(len(pairs) - len(differing), (*differing, *only_there, *only_here, *unreadable))


def _paired(
    rows: list[Listed], ours: list[Ours], shared: Callable[[Listed | Ours], Hashable], pairs: list
) -> tuple[list[Listed], list[Ours]]:
    """Pair what shares a key, in the order of both; return what is left of each."""
    waiting: dict[Hashable, list[Ours]] = defaultdict(list)
    for each in ours:
        waiting[shared(each)].append(each)
    left, taken = [], set()
    for row in rows:
        found = waiting.get(key) if (key := shared(row)) is not None else None
        if found:
            pairs.append((row, found.pop(0)))
            taken.add(pairs[-1][1].pk)
        else:
            left.append(row)
    return left, [each for each in ours if each.pk not in taken]


def _whole(row: Listed | Ours) -> Hashable:
    return same_name(row.name), same_number(row.number), row.on


def _name_and_number(row: Listed | Ours) -> Hashable:
    return (same_name(row.name), same_number(row.number)) if row.number else None


def _name_and_day(row: Listed | Ours) -> Hashable:
    return (same_name(row.name), row.on) if row.on else None


def _differing(row: Listed, ours: Ours) -> Found | None:
    if row.on != ours.on:
        return Found(DifferenceKind.DATE, row, ours, row.line)
    if same_number(row.number) != same_number(ours.number):
        return Found(DifferenceKind.NUMBER, row, ours, row.line)
    return None


class _Near:
    """Who may be meant by a line that no dossier answers: the same decision, or a name that differs in its marks alone."""

    def __init__(self, ours: Iterable[Ours], pairs: list[tuple[Listed, Ours]]) -> None:
        self.lines = {_whole(row): row.line for row, _ in pairs}
        self.meant = {dossier.pk for _, dossier in pairs}
        self.by_name, self.by_number = {}, {}
        for each in sorted(ours, key=lambda one: one.pk in self.meant):
            self.by_name.setdefault(plain(each.name), each)
            if each.number and each.pk not in self.meant:
                self.by_number.setdefault((same_number(each.number), each.on), each)

    def of(self, row: Listed) -> Found:
        """The difference that a line left over makes."""
        if line := self.lines.get(_whole(row)):
            return Found(DifferenceKind.REPEATED, row, line=row.line, words=f"Giống hệt dòng {line}.")
        near = self.by_name.get(plain(row.name)) or self.by_number.get((same_number(row.number), row.on))
        return Found(DifferenceKind.ONLY_THERE, row, near, row.line, words=_near_words(near) if near else "")


def _near_words(near: Ours) -> str:
    decided = f"quyết định {near.number} ngày {date_vn(near.on)}" if near.on else "chưa có quyết định ở đây"
    return f"Có thể là {near.code} ({near.stage}; {decided})."


def _only_here(ours: Ours, only_there: list[Found]) -> Found:
    lines = [str(each.line) for each in only_there if each.ours and each.ours.pk == ours.pk]
    words = f"Có thể là dòng {', '.join(lines)} của danh sách." if lines else ""
    return Found(DifferenceKind.ONLY_HERE, ours=ours, words=words)
