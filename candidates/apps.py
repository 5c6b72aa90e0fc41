"""The app's place in Django, and where the changes of its rows belong."""

from dataclasses import replace

from django.apps import AppConfig
from django.db.models import Q

from organizations.traces import Partly, Trace, of_dossier

# Somebody belongs where their dossier lies; before there is one, to the cells to which they were nominated.
_OF_PERSON = Trace(
    ("person__full_name",),
    ("person__dossiers__unit",),
    Partly("person__nominations__cell", Q(person__dossiers__isnull=True)),
)
# What a cell answers beyond the outcome is for those who see its dossiers (see ``nomination_rows``).
_OF_THE_CELL = ("return_reason", "return_note", "dossier")


class CandidatesConfig(AppConfig):
    """Configuration of the app."""

    name = "candidates"
    traces = {
        "person": Trace(("full_name",), ("dossiers__unit",), Partly("nominations__cell", Q(dossiers__isnull=True))),
        "dossier": Trace(("code", "person__full_name"), ("unit",)),
        "paper": of_dossier(),
        "handover": of_dossier("number"),
        "stageentry": of_dossier(),
        "helper": of_dossier(),
        "giventask": of_dossier(),
        "introducer": of_dossier(),
        "ballot": of_dossier(),
        "backgroundcheck": of_dossier(),
        "chasing": Trace(
            ("verification__dossier__code", "verification__dossier__person__full_name"),
            ("verification__dossier__unit",),
        ),
        "consent": of_dossier(),
        "formermembership": of_dossier(),
        "localfinding": of_dossier(),
        "meeting": Trace(("held_on",), ("unit",)),
        "agendaitem": of_dossier(),
        "listreview": Trace(("held_on",), ("unit",)),
        "reviewedline": of_dossier(),
        "helperremark": of_dossier(),
        "handedon": of_dossier(),
        "scan": Trace(("paper__dossier__code", "paper__dossier__person__full_name"), ("paper__dossier__unit",)),
        "scanswitch": Trace(("on",)),
        "reconciliation": Trace(("first_day", "last_day"), ("unit",)),
        "difference": Trace(("reconciliation__first_day", "name"), ("reconciliation__unit",)),
        "batch": Trace(("words", "on"), ("unit",)),
        "act": of_dossier("words"),
        # The letters of a side track would tell what a conclusion is awaited about; the act beside it says what was done.
        "hold": replace(of_dossier(), hidden=("number", "issuer", "end_number")),
        "comment": Trace(
            ("hold__dossier__code", "hold__dossier__person__full_name", "field"), ("hold__dossier__unit",)
        ),
        "transfer": Trace(("dossier__code", "dossier__person__full_name"), ("dossier__unit", "from_unit")),
        "enrolment": of_dossier("training_class__name"),
        "membership": _OF_PERSON,
        "rating": _OF_PERSON,
        "commendation": _OF_PERSON,
        "nomination": Trace(("person__full_name",), ("cell",), Partly("organisation", hidden=_OF_THE_CELL)),
        "trainingclass": Trace(("name",), ("unit", "organisation")),
        "certificateissuer": Trace(("name",), ("unit",)),
        "localcriterion": Trace(("clause__label",), ("unit",)),
        "regime": Trace(("code",)),
        "holidayyear": Trace(("year",)),
        "daycorrection": Trace(("day",)),
        "paperform": Trace(("edition", "name")),
        "parameter": Trace(("regime__code", "code")),
    }
