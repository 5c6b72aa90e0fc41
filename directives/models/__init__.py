"""Documents as orders: whom they address, what they cite, what they ask for in numbers and in deeds."""

from .conclusion import Conclusion
from .directive import Addressee, Citation, Directive, OwnReading
from .obligation import Binding, Fulfilment, Obligation
from .read_letter import ReadLetter
from .register import Delivery, LetterFile
from .reminder import Escalation, Reminded, Reminder
from .reply import ReplyFile, Ruling
from .share import Allocation, Distribution
from .target import Target

__all__ = [
    "Addressee",
    "Allocation",
    "Binding",
    "Citation",
    "Conclusion",
    "Delivery",
    "Directive",
    "Distribution",
    "Escalation",
    "Fulfilment",
    "LetterFile",
    "Obligation",
    "OwnReading",
    "ReadLetter",
    "Reminded",
    "Reminder",
    "ReplyFile",
    "Ruling",
    "Target",
]
