"""Units through time, documents, people in posts, declared figures."""

from .dated import Dated, DatedQuerySet
from .document import Clause, Document
from .explanation import Explanation
from .figures import Figure
from .installation import Installation
from .lock import PeriodLock
from .organisation import Oversight, StandingOffice
from .people import Post, User
from .records import Reading, SpentToken
from .unit import Unit, UnitAncestry, UnitVersion

__all__ = [
    "Clause",
    "Dated",
    "DatedQuerySet",
    "Document",
    "Explanation",
    "Figure",
    "Installation",
    "Oversight",
    "PeriodLock",
    "Post",
    "Reading",
    "SpentToken",
    "StandingOffice",
    "Unit",
    "UnitAncestry",
    "UnitVersion",
    "User",
]
