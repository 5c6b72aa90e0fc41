"""How every view carries out a deed: one act, refusals back into the form, a second click told, then on to the outcome."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import AlreadySent, DomainError, NotAllowed
from organizations.inputs import DeedForm


def carry_out(
    request: HttpRequest, deed: Deed, form: DeedForm, work: Callable[[], str], done: str | Callable[[], str]
) -> HttpResponse | None:
    """Do ``work`` (which returns the address to go to) as ``deed`` of the person; None when the form must be shown again.

    ``done`` says what was done; a function where only the work knows.
    """
    if not form.is_valid():
        return None
    try:
        with acting(request.user, deed, form.late_reason):
            outcome = work()
    except AlreadySent as error:
        messages.info(request, str(error))
        return redirect(error.outcome)
    except NotAllowed as error:
        raise PermissionDenied(str(error)) from error
    except DomainError as error:
        form.add_refusal(error)
        return None
    messages.success(request, done() if callable(done) else done)
    return redirect(outcome)
