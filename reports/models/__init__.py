"""Reports put before a signer, those issued, texts being edited, and rounds in which figures are confirmed."""

from .draft import DraftVersion, ReportDraft
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
    "DraftVersion",
    "DroppedReport",
    "FiguresRuling",
    "FrozenList",
    "FrozenReport",
    "IssuedReport",
    "JobState",
    "LateReason",
    "PeriodRound",
    "PrintJob",
    "ReportDraft",
]
