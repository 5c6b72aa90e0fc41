"""Errors of the domain: each carries Vietnamese sentences that a person can act upon."""


class DomainError(Exception):
    """A wish that the domain refuses; ``sentences`` are all the reasons, in Vietnamese."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


class Refused(DomainError):
    """A rule of the procedure stands against it."""


class PeriodLocked(Refused):
    """What is to be recorded changes figures that were confirmed and accepted: it is done with a reason alone."""


class Conflict(DomainError):
    """Somebody else changed the same thing meanwhile; ``version`` is the one that stands now."""

    def __init__(self, sentence: str, version: int) -> None:
        super().__init__(sentence)
        self.version = version


class NotAllowed(DomainError):
    """The person may see this but not do that."""


class AlreadySent(DomainError):
    """The same form came twice; ``outcome`` is the address of what the first sending made."""

    def __init__(self, outcome: str) -> None:
        super().__init__("Biểu mẫu này đã được gửi và ghi nhận một lần; không ghi thêm lần nữa.")
        self.outcome = outcome
