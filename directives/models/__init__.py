"""Documents as orders: whom they address, what they cite, what they ask for in numbers and in deeds."""

from .directive import Addressee, Citation, Directive, OwnReading
from .obligation import Fulfilment, Obligation
from .read_letter import ReadLetter
from .register import Delivery, LetterFile
from .share import Allocation, Distribution
from .target import Target

__all__ = [
    "Addressee",
    "Allocation",
    "Citation",
    "Delivery",
    "Directive",
    "Distribution",
    "Fulfilment",
    "LetterFile",
    "Obligation",
    "OwnReading",
    "ReadLetter",
    "Target",
]
