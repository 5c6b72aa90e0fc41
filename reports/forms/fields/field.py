"""A field: what it is called, how it is read, how its blank looks, where it is typed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from reports.forms.places import Place
from reports.forms.subject import Subject

DOTS = "……"
SHORT = DOTS * 2
LONG = DOTS * 6
A_DAY = f"ngày {DOTS} tháng {DOTS} năm {DOTS}"
NUMBERED = f"{DOTS} ngày {DOTS} tháng {DOTS} năm {DOTS}"


@dataclass(frozen=True)
class Field:
    """A field of the forms; ``required``: nothing is printed without it, but for a draft to be filled by hand.

    ``sensitive`` ones are read only for those who may see them. ``place`` None: nobody types it in, it follows from others.
    """

    name: str
    label: str
    read: Callable[[Subject], str | None]
    place: Place | None = None
    required: bool = False
    sensitive: bool = False
    blank: str = LONG


def day_words(day: date | None) -> str | None:
    """Write a day as forms do: ngày 05 tháng 02 năm 2021; None stays None."""
    if day is None:
        return None
    return f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}" if day.month <= 2 else _later(day)


def _later(day: date) -> str:
    # Only January and February get a zero: the rule guards against a figure put before them.
    return f"ngày {day.day:02d} tháng {day.month} năm {day.year}"
