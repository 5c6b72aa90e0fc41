"""Words that set one figure beside another – last year, a whole, a quota, causes – with every number as a token.

Nothing here counts: figures come in and come back under the names by which the words call them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from organizations.formats import percentage
from reports.document import Figure

NO_LAST_YEAR = "chưa có số liệu cùng kỳ"
MOST, MORE = 6, "; còn lại là các nguyên nhân ít hơn"
NO_CAUSES = "chưa ghi nguyên nhân cụ thể"


@dataclass(frozen=True)
class Phrase:
    """Words and the figures that they name."""

    words: str
    figures: dict[str, Figure] = field(default_factory=dict)


def inside(words: str) -> str:
    """Return words as they stand inside a sentence: with a small first letter, names in them (Đảng) unchanged."""
    return f"{words[:1].lower()}{words[1:]}"


def opening(words: str) -> str:
    """Return words as a sentence or a head begins with them: with a capital first letter, the rest unchanged."""
    return f"{words[:1].upper()}{words[1:]}"


def some(token: str, figure: Figure, words: str, none: str) -> Phrase:
    """Say a number in ``words`` that name it by its token; of nobody ``none`` is said, for a paper does not say "0 người"."""
    return Phrase(words, {token: figure}) if figure.value else Phrase(none)


def together(*said: Phrase, joint: str = "; ") -> Phrase:
    """Say several phrases one after another."""
    figures = {token: figure for each in said for token, figure in each.figures.items()}
    return Phrase(joint.join(each.words for each in said), figures)


def against(now: Figure, before: Figure | None, *, last: str, noun: str = "người", mark: str = "") -> Phrase:
    """Say how a number stands to that of the same period, named by ``last``: rise or fall, by how many, what share.

    A period of which nothing is known is compared with nothing; of one that had nobody no share is told. ``mark`` goes before
    the tokens where a paragraph compares more than one number.
    """
    if before is None or before.value is None:
        return Phrase(f"{NO_LAST_YEAR} {last}".strip())
    token = f"{mark}before"
    known = {token: before}
    same = f"cùng kỳ {last} ({{{token}}} {noun})"
    difference = now.value - before.value
    if difference == 0:
        return Phrase(f"bằng {same}", known)
    change = f"{'tăng' if difference > 0 else 'giảm'} {{{mark}change}} {noun}"
    known |= {f"{mark}change": Figure(abs(difference))}
    if not before.value:
        return Phrase(f"{change} so với {same}", known)
    known |= {f"{mark}percent": Figure(percentage(now.value, before.value))}
    return Phrase(f"{change}, bằng {{{mark}percent}} so với {same}", known)


def share(part: Figure, whole: Figure, *, of: str, mark: str = "") -> Phrase:
    """Say what share of a whole a number is; nothing of a whole that is empty or not known. ``of`` may name ``{whole}``."""
    if not whole.value or part.value is None:
        return Phrase("")
    named = f"{mark}whole"
    words = f"chiếm {{{mark}share}} {of.replace('{whole}', f'{{{named}}}')}"
    figures = {f"{mark}share": Figure(percentage(part.value, whole.value)), named: whole}
    return Phrase(words, {token: figure for token, figure in figures.items() if f"{{{token}}}" in words})


def quota(now: Figure, goal: Figure | None, *, noun: str = "đảng viên") -> Phrase:
    """Say how a number stands to its quota: above it, met, or how many are left; that none was given."""
    if goal is None or goal.value is None:
        return Phrase("chưa được giao chỉ tiêu")
    difference = now.value - goal.value
    known = {"goal": goal} | ({"percent_of_goal": Figure(percentage(now.value, goal.value))} if goal.value else {})
    reached = "đạt {percent_of_goal} chỉ tiêu" if goal.value else "chỉ tiêu"
    words = f"{reached} ({{goal}} {noun})"
    if difference == 0:
        return Phrase(f"{words}, vừa đủ chỉ tiêu", known)
    token, said = ("over", "vượt") if difference > 0 else ("left", "còn thiếu")
    return Phrase(f"{words}, {said} {{{token}}} {noun}", known | {token: Figure(abs(difference), href=goal.href)})


def causes(found: Sequence[tuple[str, Figure]], last: str = "") -> Phrase:
    """Name causes with how many each concerns, the most frequent first, ``last`` (“other”) at the end; zeros are left out, and
    what comes after the first six is not named.

    Without any it is said that none was recorded, never that there is none.
    """
    told = sorted(
        (each for each in found if each[1].value), key=lambda each: (each[0] == last, -each[1].value, each[0])
    )
    if not told:
        return Phrase(NO_CAUSES)
    shown = told[:MOST]
    words = "; ".join(f"{inside(label)} ({{cause{place}}})" for place, (label, _) in enumerate(shown, 1))
    more = MORE if len(told) > MOST else ""
    return Phrase(f"{words}{more}", {f"cause{place}": figure for place, (_, figure) in enumerate(shown, 1)})
