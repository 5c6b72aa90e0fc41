"""Where a value or a criterion comes from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """A citation: document and clause as the text cites them, and whether somebody competent confirmed the reading."""

    document: str
    clause: str
    confirmed: bool

    @property
    def words(self) -> str:
        """The citation in Vietnamese, marked when nobody confirmed it."""
        return self.place if self.confirmed else f"{self.place} (chưa xác nhận)"

    @property
    def place(self) -> str:
        """The citation alone."""
        return f"{self.clause}, {self.document}" if self.clause else self.document
