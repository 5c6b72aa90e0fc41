"""Reports that were put before a signer, the lists behind their numbers, and the reports that were issued."""

from .frozen import FrozenList, FrozenReport
from .issued import DroppedReport, IssuedReport
from .job import JobState, PrintJob

__all__ = ["DroppedReport", "FrozenList", "FrozenReport", "IssuedReport", "JobState", "PrintJob"]
