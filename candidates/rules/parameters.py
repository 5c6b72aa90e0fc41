"""A dated value as the rules see it."""

from dataclasses import dataclass

from candidates.rules.sources import Source


@dataclass(frozen=True)
class Parameter:
    """A value in force on some day, with its source; an empty ``value`` means that no text at hand tells it."""

    code: str
    value: str
    source: Source

    @property
    def number(self) -> int | None:
        """The value as a whole number in the unit that its code names; None where it is unknown."""
        return int(self.value) if self.value else None
