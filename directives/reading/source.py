"""The text of a letter in one spelling, with shadows of the same length that the patterns are matched against.

A place found in a shadow is a place in the text: everything that is proposed can show the very words it comes from.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from .lines import joined

_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x08\x0b\x0e-\x1f\x7f]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Marks of another layout (emphasis of Markdown, leaders of a form) count as spaces; dashes and quotes have one form each.
_FORMS = str.maketrans(
    {
        **dict.fromkeys("*_", " "),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`", "'"),
        **dict.fromkeys("•●○◦▪■□➢✓·", "•"),
        "…": ".",
        "⁄": "/",
        "∕": "/",
        "％": "%",
        "≥": "≥",
    }
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Two spellings of one word, each pair of the same length.
_SPELLINGS = (
    (re.compile(r"\bhàng(?=\s+(?:năm|quý|quí|tháng|tuần|kỳ))"), "hằng"),
    (re.compile(r"\bquí\b"), "quý"),
    (re.compile(r"\btỉ(?=\s+lệ)"), "tỷ"),
    (re.compile(r"\bsỹ\b"), "sĩ"),
    (re.compile(r"\bkì\b"), "kỳ"),
    (re.compile(r"\bcảm bảo\b"), "đảm bảo"),
)


def _tone_pairs() -> list[tuple[re.Pattern, str]]:
    """The tone of oa, oe, uy on either vowel: the older place becomes the newer one."""
    found = []
    for tone in _TONES:
        for first, second, before in (("o", "a", ""), ("o", "e", ""), ("u", "y", "(?<!q)")):
            late = first + unicodedata.normalize("NFC", second + tone)
            early = unicodedata.normalize("NFC", first + tone) + second
            found.append((re.compile(rf"{before}{late}(?!\w)"), early))
    return found


_PAIRS = (*_tone_pairs(), *_SPELLINGS)


def normalised(raw: str) -> str:
    """Return a text in composed letters, without unseen characters, with the lines of a paragraph on one line."""
    text = unicodedata.normalize("NFC", _BREAKS.sub("\n", raw))
    text = _UNSEEN.sub("", _SPACES.sub(" ", text))
    return joined(text)


@dataclass(frozen=True)
class Source:
    """A normalised text; ``low`` and ``bare`` are as long as it is."""

    text: str

    @cached_property
    def low(self) -> str:
        """In small letters, one spelling for what has several, emphasis marks as spaces."""
        low = "".join(map(_lower, self.text.translate(_FORMS)))
        for pattern, instead in _PAIRS:
            low = pattern.sub(instead, low)
        return low

    @cached_property
    def bare(self) -> str:
        """``low`` without any marks, for headings that lost theirs."""
        return "".join(map(_bare, self.low))

    def words(self, start: int, stop: int) -> str:
        """Return the words at a place as one line, without emphasis marks."""
        return " ".join(re.sub(r"[*_]+", "", self.text[start:stop]).split())


def _lower(char: str) -> str:
    small = char.lower()
    return small if len(small) == 1 else char


def _bare(char: str) -> str:
    if char == "đ":
        return "d"
    return unicodedata.normalize("NFD", char)[0]
