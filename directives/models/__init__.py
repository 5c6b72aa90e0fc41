"""Documents as orders: whom they address, what they cite, what they ask for in numbers and in deeds."""

from .directive import Addressee, Citation, Directive, OwnReading
from .obligation import Fulfilment, Obligation
from .share import Allocation, Distribution
from .target import Target

__all__ = [
    "Addressee",
    "Allocation",
    "Citation",
    "Directive",
    "Distribution",
    "Fulfilment",
    "Obligation",
    "OwnReading",
    "Target",
]
