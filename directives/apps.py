"""The app's place in Django, and where the changes of its rows belong."""

from django.apps import AppConfig

from organizations.traces import Trace

_OF_DIRECTIVE = Trace(("directive__document__number", "directive__document__subject"))


class DirectivesConfig(AppConfig):
    """Configuration of the app."""

    name = "directives"
    traces = {
        "directive": Trace(("document__number", "document__subject")),
        "addressee": _OF_DIRECTIVE,
        "citation": _OF_DIRECTIVE,
        "ownreading": _OF_DIRECTIVE,
        "obligation": _OF_DIRECTIVE,
        "fulfilment": Trace(("obligation__directive__document__number",), ("unit",)),
        "target": Trace(_OF_DIRECTIVE.subject, ("unit",)),
        "allocation": Trace(("target__directive__document__number",), ("unit",)),
        "distribution": Trace(("target__directive__document__number",), ("unit",)),
    }
