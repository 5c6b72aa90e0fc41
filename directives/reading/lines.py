"""Lines that a page broke are put together again: a paragraph is one line of the normalised text."""

import re

# Lines this long were broken by the page; a text with longer ones holds a paragraph on each line.
_WIDEST = 135
_FULL, _LONG_ENOUGH = 0.72, 38
_ENDS = (".", ";", ":", "!", "?", "/-", "/.", "./", "”.", "…")
_ROMAN = r"(?:[IVX]{1,5})[.)\-/]\s"
_BEGINS = re.compile(
    rf"""\s*[*_“"]*(?:
        [-–—+•●○▪■➢]\s*\S | \(?\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[.)\-:/]+\s* \S | {_ROMAN} | \(?[a-zđ]\)\s | [a-zđ]\.\s
        | Điều\s\d | (?i:căn\scứ|kính\sgửi|kính\strình|nơi\snhận|thực\shiện\s|số\s*:?\s*\d|v/v
            |phụ\slục|t/m|k/t|t/l|tm\.|kt\.|tl\.)
    )""",
    re.X,
)


def joined(text: str) -> str:
    """Return the text with the lines of each paragraph on one line; tables and short lines stay as they are."""
    lines = [line.rstrip(" ") for line in text.split("\n")]
    longest = max(map(len, lines), default=0)
    if longest > _WIDEST:
        return "\n".join(_merge(lines, 0))
    return "\n".join(_merge(lines, int(longest * _FULL)))


def _merge(lines: list[str], full: int) -> list[str]:
    kept: list[str] = []
    last = ""
    for line in lines:
        if full and kept and _goes_on(last, line, full):
            kept[-1] = f"{kept[-1]} {line.strip()}"
        else:
            kept.append(line)
        last = line
    return kept


def _goes_on(above: str, line: str, full: int) -> bool:
    """Whether a line goes on with the sentence of the line above it, which the page broke where it was full."""
    first, words = line.strip()[:1], above.rstrip(" *_")
    if (
        not first
        or not words
        or line.startswith("\t")
        or "\t" in above.strip() + line.strip()
        or "|" in above + line
        or _BEGINS.match(line)
    ):
        return False
    if len(words) < max(full, _LONG_ENOUGH) or words.isupper() or line.isupper():
        return False
    return first.islower() or first in "(,%" or not words.endswith(_ENDS)
