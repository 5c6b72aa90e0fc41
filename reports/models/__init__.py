"""Reports put before a signer with the lists behind their numbers, those issued, and rounds in which figures are confirmed."""

from .frozen import FrozenList, FrozenReport
from .issued import DroppedReport, IssuedReport
from .job import JobState, PrintJob
from .round import (
    Adjustment,
    AskedUnit,
    Confirmation,
    ConfirmedFigure,
    FiguresRuling,
    LateReason,
    PeriodRound,
)

__all__ = [
    "Adjustment",
    "AskedUnit",
    "Confirmation",
    "ConfirmedFigure",
    "DroppedReport",
    "FiguresRuling",
    "FrozenList",
    "FrozenReport",
    "IssuedReport",
    "JobState",
    "LateReason",
    "PeriodRound",
    "PrintJob",
]
