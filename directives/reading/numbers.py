"""Numbers as letters write them: 03, 1.240, 0,5, ba mươi."""

from decimal import Decimal

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_TENS = {"mười": 10, "mươi": 10}
_ALL = "|".join([*_DIGITS, *_TENS, "trăm", "linh", "lẻ", "rưỡi"])
FIGURE = r"(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d{1,2}(?!\d))?)"
WORDS = rf"(?:(?:{_ALL})(?:\s+(?:{_ALL}))*)"


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
    total, held = 0, None
    for word in words:
        if word in _DIGITS:
            if held is not None and word not in {"không"}:
                total += held
            held = _DIGITS[word]
        elif word == "mười":
            total, held = total + (held or 0) + 10, None
        elif word == "mươi":
            total, held = total + (held or 1) * 10, None
        elif word == "trăm":
            total, held = total + (held or 1) * 100, None
        elif word == "rưỡi":
            return Decimal(total + (held or 0)) + Decimal("0.5")
    return Decimal(total + (held or 0))
