"""The app's place in Django, and where the changes of its rows belong."""

from django.apps import AppConfig

from organizations.traces import Trace, unless_secret

_OF_SECRET = unless_secret("directive__document__")
_OF_DIRECTIVE = Trace(("directive__document__number", "directive__document__subject"), unless=_OF_SECRET)


class DirectivesConfig(AppConfig):
    """Configuration of the app."""

    name = "directives"
    traces = {
        "directive": Trace(("document__number", "document__subject"), unless=unless_secret("document__")),
        "addressee": _OF_DIRECTIVE,
        "citation": _OF_DIRECTIVE,
        "ownreading": _OF_DIRECTIVE,
        "obligation": _OF_DIRECTIVE,
        "fulfilment": Trace(("obligation__directive__document__number",), ("unit",)),
        "target": Trace(_OF_DIRECTIVE.subject, ("unit",)),
        "letterfile": _OF_DIRECTIVE,
        "readletter": Trace(("name",), ("unit",)),
        "delivery": Trace(("directive__document__number",), ("unit",), unless=_OF_SECRET),
        "allocation": Trace(("target__directive__document__number",), ("unit",)),
        "binding": Trace(("obligation__directive__document__number",), ("unit",)),
        "replyfile": Trace(("fulfilment__obligation__directive__document__number",), ("fulfilment__unit",)),
        "ruling": Trace(("obligation__directive__document__number",), ("unit",)),
        "reminder": Trace(_OF_DIRECTIVE.subject, ("unit",)),
        "reminded": Trace(("obligation__directive__document__number",), ("unit",)),
        "escalation": Trace(("obligation__directive__document__number",), ("unit",)),
        "conclusion": Trace(_OF_DIRECTIVE.subject, ("unit",)),
        "distribution": Trace(("target__directive__document__number",), ("unit",)),
    }
