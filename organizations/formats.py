"""The one place for how dates, numbers, percentages and names are written, ordered and compared in Vietnamese."""

import re
import unicodedata
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

DASH = "–"

# Unicode categories of characters that nobody sees: control, format, private use, surrogates, unassigned.
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
# Order of the Vietnamese alphabet; F, J, W and Z occur in foreign and ethnic-minority names.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(ord("A") + place) for place, letter in enumerate(_LETTERS)}
# Order of the tones as dictionaries have it: level, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_NO_TONE = "0"


def date_vn(day: date | None) -> str:
    """Write a day as offices do: 05/02/2021, 31/5/2021 (months 1 and 2 with a zero, the others without)."""
    if day is None:
        return DASH
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def moment_vn(at: datetime | None) -> str:
    """Write a moment, given in the time of the house: 08:05 31/5/2021."""
    return DASH if at is None else f"{at:%H:%M} {date_vn(at)}"


def number_vn(value: int | Decimal | None) -> str:
    """Write a whole number with points between thousands: 1.669."""
    return DASH if value is None else f"{value:,}".replace(",", ".")


def percent_vn(value: Decimal | None, places: int = 1) -> str:
    """Write a percentage with a decimal comma: 36,3 %; ``value`` is in percent."""
    if value is None:
        return DASH
    figure = rounded(value, places)
    whole, _, rest = str(abs(figure)).partition(".")
    sign, decimals = "-" if figure < 0 else "", f",{rest}" if rest else ""
    return f"{sign}{number_vn(int(whole))}{decimals} %"


def rate_vn(value: Decimal) -> str:
    """Write a set percentage as exactly as it was set: 3 %, 2,5 %."""
    text = f"{Decimal(value).normalize():f}".replace(".", ",")
    return f"{text} %"


def decimal_vn(value: Decimal) -> str:
    """Write a number with points between thousands and as many decimals as it has: 146,13; 1.240."""
    whole, _, rest = f"{Decimal(value).normalize():f}".partition(".")
    return f"{number_vn(int(whole))},{rest}" if rest else number_vn(int(whole))


def rounded(value: Decimal, places: int = 1) -> Decimal:
    """Round half up, as offices round on paper."""
    return Decimal(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def percentage(part: int, whole: int | None) -> Decimal | None:
    """Return ``part`` of ``whole`` in percent, unrounded; None where there is no whole to compare with."""
    return Decimal(part) * 100 / Decimal(whole) if whole else None


def tidy(text: str) -> str:
    """Return text in composed letters with single spaces and no unseen characters, so that a name has one spelling only."""
    seen = (" " if char.isspace() else char for char in text)
    kept = (char for char in seen if unicodedata.category(char) not in UNSEEN)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def plain(text: str) -> str:
    """Return the search key of a text: no marks, đ as d, lower case (the database computes the same for stored names)."""
    stripped = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", tidy(text)))
    return stripped.replace("Đ", "d").replace("đ", "d").lower()


def name_key(full_name: str) -> str:
    """Return the sort key of a Vietnamese name: given name, family name, middle names; letters first, then tones.

    The key is meant for ``COLLATE "C"``: it is plain ASCII and sorts by its bytes.
    """
    words = tidy(full_name).lower().split(" ")
    parts = [words[-1], words[0] if len(words) > 1 else "", *words[1:-1]]
    return " ".join(_word_key(part) for part in parts)


def _word_key(word: str) -> str:
    letters, tones = [], []
    for letter, tone in _split(word):
        letters.append(_RANK.get(letter, letter if letter.isascii() else "~"))
        tones.append(tone)
    return "".join(letters) + "!" + "".join(tones)


def _split(word: str) -> list[tuple[str, str]]:
    """Part each letter from its tone; the marks of ă, â, ê, ô, ơ, ư belong to the letter."""
    result = []
    for char in unicodedata.normalize("NFC", word):
        marks = unicodedata.normalize("NFD", char)
        tone = next((mark for mark in marks if mark in _TONES), "")
        letter = unicodedata.normalize("NFC", marks.replace(tone, "")) if tone else char
        result.append((letter, _TONES.get(tone, _NO_TONE)))
    return result
