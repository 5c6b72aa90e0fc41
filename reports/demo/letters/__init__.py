"""The four letters as data: each module records one, in our own words, for units that a story gives."""

from .conclusion_2014 import record_conclusion_2014
from .letter_52 import record_52
from .letter_259 import record_259
from .letter_2246 import record_2246

__all__ = ["record_52", "record_259", "record_2246", "record_conclusion_2014"]
