"""Reports that were put before a signer, the lists behind their numbers, the reports that were issued; texts being edited."""

from .draft import DraftVersion, ReportDraft
from .frozen import FrozenList, FrozenReport
from .issued import DroppedReport, IssuedReport

__all__ = ["DraftVersion", "DroppedReport", "FrozenList", "FrozenReport", "IssuedReport", "ReportDraft"]
