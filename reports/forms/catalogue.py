"""All forms, in the order of the way, and which of them can be used for a dossier."""

from collections.abc import Iterable

from candidates.enums import Stage
from reports.forms.definitions import admission, checking, introducing, recognition, sides
from reports.forms.parts import Form

FORMS: tuple[Form, ...] = (
    *introducing.FORMS,
    *checking.FORMS,
    *admission.FORMS,
    *recognition.FORMS,
    *sides.FORMS,
)


def find(slug: str) -> Form | None:
    """Return the form of an address; None where there is none."""
    return next((form for form in FORMS if form.slug == slug), None)


def split(forms: Iterable[Form], stage: str) -> tuple[list[Form], list[Form]]:
    """Part forms into those used at a stage and the others, each in the order of the way."""
    every = list(forms)
    now = [form for form in every if Stage(stage) in form.stages]
    return now, [form for form in every if form not in now]
