"""Persons, their dossiers, stages and papers, and the dated rules that judge them."""

from .candidate import Dossier, Person
from .dossier import Paper
from .policy import Parameter, Regime
from .stage import StageEntry

__all__ = ["Dossier", "Paper", "Parameter", "Person", "Regime", "StageEntry"]
