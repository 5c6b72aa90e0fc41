"""Lines that a page broke are put together again: a paragraph is one line of the normalised text."""

import re

# Lines this long were broken by the page; a text with longer ones holds a paragraph on each line.
_WIDEST = 135
_FULL, _LONG_ENOUGH = 0.72, 38
_ENDS = (".", ";", ":", "!", "?", "/-", "/.", "./", "”.", "…")
_ROMAN = r"(?:[IVX]{1,5})[.)\-/]\s"
_MARK_END = r"(?:[.)\-:/]+\s*(?=[^\d\s%])|[.)/]+\s+(?=\d{1,4}(?:\s*%|\s[^\W\d])))"
_BEGINS = re.compile(
    rf"""\s*[*_“"]*(?:
        [-–—+•●○▪■➢]\s*\S | (?!\d+\s*-\s*[A-ZĐ]+[a-z]*\s*/)\(?\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}{_MARK_END}
        | {_ROMAN} | \(?[a-zđ]\)\s | [a-zđ]\.\s | Điều\s\d | Căn\scứ | (?i:kính\sgửi|kính\strình|nơi\snhận) | Thực\shiện\s
        | Số\s*:?\s*\d | [Vv]/v | (?i:phụ\slục) | [TK]/[MTL] | [TK][ML]\.
    )""",
    re.X,
)
_RANGE = re.compile(r"\s*[-–]\s*\d")


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


def _is_row(line: str) -> bool:
    return "\t" in line.strip() or "|" in line


def _goes_on(above: str, line: str, full: int) -> bool:
    """Whether a line goes on with the sentence of the line above it, which the page broke where it was full."""
    first, words = line.strip()[:1], above.rstrip(" *_")
    if not first or not words or line.startswith("\t") or _is_row(above) or _is_row(line):
        return False
    if _BEGINS.match(line) and not (words[-1].isdigit() and _RANGE.match(line)):
        return False
    if len(words) < max(full, _LONG_ENOUGH) or words.isupper() or line.isupper():
        return False
    return first.islower() or first in "(,%" or not words.endswith(_ENDS)
