"""Numbers as letters write them: 03, 1.240, 0,5, ba mươi."""

from decimal import Decimal

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_TIMES, _THOUSAND = {"mười": 10, "mươi": 10, "trăm": 100}, ("nghìn", "ngàn")
_UNITS = "một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín"
_LAST = f"(?:{_UNITS}|mốt|lăm|nhăm|rưỡi)"
_BELOW_HUNDRED = rf"(?:(?:{_UNITS})\s+mươi(?:\s+{_LAST})?|mười(?:\s+{_LAST})?|(?:hai|ba)\s+rưỡi)"
_BELOW_THOUSAND = (
    rf"(?:(?:{_UNITS}|không)\s+trăm(?:\s+(?:linh|lẻ)\s+(?:{_UNITS})|\s+{_BELOW_HUNDRED})?|{_BELOW_HUNDRED}|{_UNITS})"
)
FIGURE = r"(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d{1,2}(?!\d))?)"
# Only what is one number: "mỗi năm ba mươi" is the year and a thirty.
WORDS = rf"(?:(?:{_BELOW_THOUSAND})\s+(?:nghìn|ngàn)(?:\s+(?:{_BELOW_THOUSAND}))?|{_BELOW_THOUSAND})"


def value(text: str) -> Decimal | None:
    """Read a figure or number words in small letters; None for what is neither."""
    text = text.strip()
    if not text:
        return None
    if text[0].isdigit():
        return _figure(text)
    return _spoken(text.split())


def plain_number(number: Decimal) -> int | float:
    """A number for JSON: whole ones as int."""
    return int(number) if number == number.to_integral_value() else float(number)


def _figure(text: str) -> Decimal:
    head, comma, rest = text.partition(",")
    whole = head.replace(".", "") if comma or _has_thousands(head) else head
    return Decimal(f"{whole}.{rest}" if comma else whole)


def _has_thousands(text: str) -> bool:
    first, *others = text.split(".")
    return bool(others) and all(len(part) == 3 for part in others) and len(first) <= 3


def _spoken(words: list[str]) -> Decimal | None:
    total, below, held = 0, 0, None
    for word in words:
        if word in _DIGITS:
            below, held = below + (held or 0), _DIGITS[word]
        elif word == "rưỡi":
            return Decimal(total + below + (held or 0)) + Decimal("0.5")
        elif word in _TIMES:
            below, held = below + (1 if held is None else held) * _TIMES[word], None
        elif word in _THOUSAND:
            total, below, held = (below + (held or 0)) * 1000, 0, None
    return Decimal(total + below + (held or 0))
