"""The app's place in Django, and where the changes of its rows belong."""

from django.apps import AppConfig

from organizations.traces import Trace, unless_secret

_OF_SECRET = unless_secret("directive__document__")
_DUTY, _TARGET = "obligation__directive__document__", "target__directive__document__"
_OF_SECRET_DUTY, _OF_SECRET_TARGET = unless_secret(_DUTY), unless_secret(_TARGET)
_OF_DIRECTIVE = Trace(("directive__document__number", "directive__document__subject"), unless=_OF_SECRET)


def _of_duty(place: str) -> Trace:
    """The trace of a row that hangs on a duty."""
    return Trace((f"{_DUTY}number",), (place,), unless=_OF_SECRET_DUTY)


class DirectivesConfig(AppConfig):
    """Configuration of the app."""

    name = "directives"
    traces = {
        "directive": Trace(("document__number", "document__subject"), unless=unless_secret("document__")),
        "addressee": _OF_DIRECTIVE,
        "citation": _OF_DIRECTIVE,
        "ownreading": _OF_DIRECTIVE,
        "obligation": _OF_DIRECTIVE,
        "fulfilment": _of_duty("unit"),
        "target": Trace(_OF_DIRECTIVE.subject, ("unit",), unless=_OF_SECRET),
        "letterfile": _OF_DIRECTIVE,
        "readletter": Trace(("name",), ("unit",)),
        "delivery": Trace(("directive__document__number",), ("unit",), unless=_OF_SECRET),
        "allocation": Trace((f"{_TARGET}number",), ("unit",), unless=_OF_SECRET_TARGET),
        "binding": _of_duty("unit"),
        "replyfile": Trace(
            (f"fulfilment__{_DUTY}number",), ("fulfilment__unit",), unless=unless_secret(f"fulfilment__{_DUTY}")
        ),
        "ruling": _of_duty("unit"),
        "reminder": Trace(_OF_DIRECTIVE.subject, ("unit",), unless=_OF_SECRET),
        "reminded": _of_duty("unit"),
        "escalation": _of_duty("unit"),
        "conclusion": Trace(_OF_DIRECTIVE.subject, ("unit",), unless=_OF_SECRET),
        "distribution": Trace((f"{_TARGET}number",), ("unit",), unless=_OF_SECRET_TARGET),
    }
