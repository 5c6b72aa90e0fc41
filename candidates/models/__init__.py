"""Persons, their dossiers, stages and papers, what they belong to and were taught, and the dated rules that judge them."""

from .act import Act, Batch
from .ballot import Ballot
from .calendar import DayCorrection, HolidayYear
from .candidate import Dossier, Person
from .catalogue import PaperForm
from .dossier import Paper
from .handing import HandedOn
from .handover import Handover
from .hold import Comment, Hold, Transfer
from .meeting import AgendaItem, Meeting
from .membership import Membership
from .merit import Commendation, Rating
from .nomination import Nomination
from .policy import LocalCriterion, Parameter, Regime
from .reconciliation import Difference, Reconciliation
from .review import HelperRemark, ListReview, ReviewedLine
from .scan import Scan, ScanSwitch
from .stage import StageEntry
from .support import GivenTask, Helper, Introducer
from .training import CertificateIssuer, Enrolment, TrainingClass
from .vetting import BackgroundCheck, Chasing, Consent, FormerMembership, LocalFinding

__all__ = [
    "Act",
    "AgendaItem",
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
    "Handover",
    "Helper",
    "HelperRemark",
    "Hold",
    "HolidayYear",
    "Introducer",
    "ListReview",
    "LocalCriterion",
    "LocalFinding",
    "Meeting",
    "Membership",
    "Nomination",
    "Paper",
    "PaperForm",
    "Parameter",
    "Person",
    "Rating",
    "Reconciliation",
    "Regime",
    "ReviewedLine",
    "Scan",
    "ScanSwitch",
    "StageEntry",
    "TrainingClass",
    "Transfer",
]
