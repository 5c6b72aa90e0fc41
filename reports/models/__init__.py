"""Reports put before a signer, those issued, texts being edited, saved parameters, and rounds that confirm figures."""

from .draft import DraftVersion, ReportDraft
from .frozen import FrozenList, FrozenReport
from .issued import DroppedReport, IssuedReport
from .job import JobState, PrintJob, Purpose
from .round import (
    Adjustment,
    AskedUnit,
    Confirmation,
    ConfirmedFigure,
    FiguresRuling,
    LateReason,
    PeriodRound,
)
from .saved import PeriodRule, SavedReport

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
    "PeriodRule",
    "PrintJob",
    "Purpose",
    "ReportDraft",
    "SavedReport",
]
