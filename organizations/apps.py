"""The app's place in Django, and where the changes of its rows belong."""

from django.apps import AppConfig

from organizations.traces import Trace, unless_secret


class OrganizationsConfig(AppConfig):
    """Configuration of the app."""

    name = "organizations"
    traces = {
        "document": Trace(("number", "subject"), unless=unless_secret("")),
        "clause": Trace(("document__number", "label"), unless=unless_secret("document__")),
        "explanation": Trace(("unit__code",), ("unit",)),
        "figure": Trace(("unit__code",), ("unit",)),
        "oversight": Trace(("organisation__code",), ("unit", "organisation")),
        "standingoffice": Trace(("organisation__code",), ("organisation",)),
        "unitversion": Trace(("unit__code", "name"), ("unit",)),
        "user": Trace(("username", "full_name"), ("posts__unit",)),
        "post": Trace(("user__username", "user__full_name"), ("unit",)),
        "periodlock": Trace(("unit__code", "words"), ("unit",)),
    }
