"""The app's place in Django, and where the changes of its rows belong."""

from django.apps import AppConfig

from organizations.traces import Trace, of_dossier

_OF_PERSON = Trace(("person__full_name",), ("person__dossiers__unit", "person__nominations__cell"))


class CandidatesConfig(AppConfig):
    """Configuration of the app."""

    name = "candidates"
    traces = {
        "person": Trace(("full_name",), ("dossiers__unit", "nominations__cell")),
        "dossier": Trace(("code", "person__full_name"), ("unit",)),
        "paper": of_dossier(),
        "stageentry": of_dossier(),
        "helper": of_dossier(),
        "giventask": of_dossier(),
        "introducer": of_dossier(),
        "enrolment": of_dossier("training_class__name"),
        "membership": _OF_PERSON,
        "rating": _OF_PERSON,
        "commendation": _OF_PERSON,
        "nomination": Trace(("person__full_name",), ("cell", "organisation")),
        "trainingclass": Trace(("name",), ("unit", "organisation")),
        "certificateissuer": Trace(("name",), ("unit",)),
        "localcriterion": Trace(("clause__label",), ("unit",)),
        "regime": Trace(("code",)),
        "parameter": Trace(("regime__code", "code")),
    }
