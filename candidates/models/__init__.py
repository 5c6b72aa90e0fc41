"""Persons, their dossiers, stages and papers, what they belong to and were taught, and the dated rules that judge them."""

from .act import Act, Batch
from .ballot import Ballot
from .calendar import DayCorrection, HolidayYear
from .candidate import Dossier, Person
from .dossier import Paper
from .handing import HandedOn
from .hold import Comment, Hold, Transfer
from .membership import Membership
from .merit import Commendation, Rating
from .nomination import Nomination
from .policy import LocalCriterion, Parameter, Regime
from .reconciliation import Difference, Reconciliation
from .scan import Scan, ScanSwitch
from .stage import StageEntry
from .support import GivenTask, Helper, Introducer
from .training import CertificateIssuer, Enrolment, TrainingClass
from .vetting import BackgroundCheck, Chasing, Consent, FormerMembership, LocalFinding

__all__ = [
    "Act",
    "BackgroundCheck",
    "Ballot",
    "Batch",
    "CertificateIssuer",
    "Chasing",
    "Commendation",
    "Comment",
    "Consent",
    "DayCorrection",
    "Difference",
    "Dossier",
    "Enrolment",
    "FormerMembership",
    "GivenTask",
    "HandedOn",
    "Helper",
    "Hold",
    "HolidayYear",
    "Introducer",
    "LocalCriterion",
    "LocalFinding",
    "Membership",
    "Nomination",
    "Paper",
    "Parameter",
    "Person",
    "Rating",
    "Reconciliation",
    "Regime",
    "Scan",
    "ScanSwitch",
    "StageEntry",
    "TrainingClass",
    "Transfer",
]
