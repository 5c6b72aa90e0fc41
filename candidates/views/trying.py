"""A deed in two steps, without a script: it is tried and taken back to show what it does, then done."""

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from candidates import acts
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import DomainError, NotAllowed
from organizations.inputs import DeedForm

Made = TypeVar("Made")
# The buttons: do what was shown, go back to the form.
SURE, AGAIN = "ghi", "sua_lai"


def tried(request: HttpRequest, deed: Deed, form: DeedForm, work: Callable[[], Made]) -> Made | None:
    """Return what ``work`` would make; None where it is refused, with the reasons in the form."""
    try:
        with acting(request.user, deed):
            return acts.rehearsed(work)
    except NotAllowed as error:
        raise PermissionDenied(str(error)) from error
    except DomainError as error:
        form.add_refusal(error)
        return None
