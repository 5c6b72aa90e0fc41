"""Closed lists of the pipeline, with their Vietnamese labels and their groups."""

from .among import SENSITIVE_GROUPS, ClassTie, Group, Tie
from .facts import AcademicTitle, Occupation, Qualification, Schooling, Sex
from .merit import CommendationKind, Grade, Rater
from .nominating import Answer, IntroducerKind, ReturnReason, Standing
from .pipeline import (
    BEFORE_DECISION,
    EARLIER,
    EXITS,
    FINAL,
    LOOSE_PAPERS,
    MAIN_LINE,
    OPEN,
    SUBMITTED,
    ExitReason,
    PaperKind,
    Stage,
)
from .policy import Confidence, CriterionAnchor, CriterionCode, ParameterCode, RegimeKind
from .training import CLASS_PAPERS, ClassKind, ClassState, Result

__all__ = [
    "BEFORE_DECISION",
    "CLASS_PAPERS",
    "EARLIER",
    "EXITS",
    "FINAL",
    "LOOSE_PAPERS",
    "MAIN_LINE",
    "OPEN",
    "SENSITIVE_GROUPS",
    "SUBMITTED",
    "AcademicTitle",
    "Answer",
    "ClassKind",
    "ClassState",
    "ClassTie",
    "CommendationKind",
    "Confidence",
    "CriterionAnchor",
    "CriterionCode",
    "ExitReason",
    "Grade",
    "Group",
    "IntroducerKind",
    "Occupation",
    "PaperKind",
    "ParameterCode",
    "Qualification",
    "Rater",
    "RegimeKind",
    "Result",
    "ReturnReason",
    "Schooling",
    "Sex",
    "Stage",
    "Standing",
    "Tie",
]
