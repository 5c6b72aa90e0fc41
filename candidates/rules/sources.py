"""Where a value or a criterion comes from."""

from dataclasses import dataclass

UNCONFIRMED = "chưa xác nhận"


@dataclass(frozen=True)
class Source:
    """A citation: document and clause as the text cites them, and whether somebody competent confirmed the reading.

    ``doubt`` says why it is not confirmed.
    """

    document: str
    clause: str
    confirmed: bool
    doubt: str = UNCONFIRMED

    @property
    def words(self) -> str:
        """The citation in Vietnamese, marked when it is not confirmed."""
        return self.place if self.confirmed else f"{self.place} ({self.doubt})"

    @property
    def place(self) -> str:
        """The citation alone."""
        return f"{self.clause}, {self.document}" if self.clause else self.document
