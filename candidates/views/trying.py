"""A deed in two steps, without a script: it is tried and taken back to show what it does, then done."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from candidates import acts
from organizations import submission
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import AlreadySent, DomainError, NotAllowed
from organizations.inputs import DeedForm

Made = TypeVar("Made")
# The buttons: do what was shown, go back to the form.
SURE, AGAIN = "ghi", "sua_lai"


def sent_before(request: HttpRequest) -> HttpResponse | None:
    """Go to what the same form made when it was sent before: what it asked about may be gone from it by now."""
    outcome = submission.earlier_outcome(request.POST.get("form_token", ""))
    if outcome is None:
        return None
    messages.info(request, str(AlreadySent(outcome)))
    return redirect(outcome)


def tried(request: HttpRequest, deed: Deed, form: DeedForm, work: Callable[[], Made]) -> Made | None:
    """Return what ``work`` would make; None where it is refused, with the reasons in the form."""
    try:
        with acting(request.user, deed, form.late_reason):
            return acts.rehearsed(work)
    except NotAllowed as error:
        raise PermissionDenied(str(error)) from error
    except DomainError as error:
        form.add_refusal(error)
        return None
