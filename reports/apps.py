"""The app's place in Django, and where the changes of its rows belong."""

from django.apps import AppConfig

from organizations.traces import Trace, unless_secret

_OF_FROZEN = ("frozen__kind", "frozen__subject")


class ReportsConfig(AppConfig):
    """Configuration of the app."""

    name = "reports"
    traces = {
        "draftversion": Trace(("number", "draft__code"), ("draft__unit",)),
        "frozenreport": Trace(("kind", "subject"), ("unit",), unless=unless_secret("")),
        "issuedreport": Trace(("number", *_OF_FROZEN), ("frozen__unit",), unless=unless_secret("frozen__")),
        "droppedreport": Trace(_OF_FROZEN, ("frozen__unit",), unless=unless_secret("frozen__")),
        "savedreport": Trace(("name", "code"), ("unit",)),
        "periodround": Trace(("unit__code", "words"), ("unit",)),
        "confirmation": Trace(("place__unit__code",), ("place__unit",)),
        "figuresruling": Trace(("confirmation__place__unit__code", "words"), ("confirmation__place__unit",)),
        "latereason": Trace(("code", "words"), ("of__place__unit",)),
    }
