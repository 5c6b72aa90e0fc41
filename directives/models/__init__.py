"""Documents as orders: whom they address, what they cite, what they ask for in numbers and in deeds."""

from .directive import Addressee, Citation, Directive, OwnReading
from .obligation import Fulfilment, Obligation
from .read_letter import ReadLetter
from .register import Delivery, LetterFile
from .target import Allocation, Target

__all__ = [
    "Addressee",
    "Allocation",
    "Citation",
    "Delivery",
    "Directive",
    "Fulfilment",
    "LetterFile",
    "Obligation",
    "OwnReading",
    "ReadLetter",
    "Target",
]
