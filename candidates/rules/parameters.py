"""A dated value as the rules see it, and the values of a regime together."""

from collections.abc import Mapping
from dataclasses import dataclass

from candidates.rules.sources import Source


@dataclass(frozen=True)
class Parameter:
    """A value in force on some day, with its source; an empty ``value`` means that no text at hand tells it.

    ``words`` is how a coded value reads; empty where the value reads as it stands.
    """

    code: str
    value: str
    source: Source
    words: str = ""

    @property
    def is_known(self) -> bool:
        """Say whether a text at hand tells the value."""
        return bool(self.value)

    @property
    def number(self) -> int | None:
        """The value as a whole number in the unit that its code names; None where it is unknown."""
        return int(self.value) if self.value else None

    @property
    def said(self) -> str:
        """The value in words."""
        return self.words or self.value


# The values in force on a day by their code; a code that no regime of that day has is not among them.
Values = Mapping[str, Parameter]


def known(values: Values, *codes: str) -> bool:
    """Say whether every one of ``codes`` has a value."""
    return all(code in values and values[code].is_known for code in codes)


def source_of(values: Values, *codes: str) -> Source | None:
    """Return where the first of ``codes`` that stands in the regime comes from; None where none does."""
    return next((values[code].source for code in codes if code in values), None)
