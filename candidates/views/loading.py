"""Classes as views load them: through the reach, as at the day one looks from; and one deed done to one of them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from candidates import classes
from candidates.models import TrainingClass
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import demand
from organizations.handling import carry_out
from organizations.inputs import DeedForm


def seen(request: HttpRequest, pk: int) -> TrainingClass:
    """Return a class that the person sees, or answer 404."""
    found = classes.as_at(classes.visible(request.reach), clock.today(request))
    return get_object_or_404(found, pk=pk)


def run(request: HttpRequest, pk: int) -> TrainingClass:
    """Return a class that the person runs; 404 for a stranger, 403 for a reader."""
    found = seen(request, pk)
    demand(request, Deed.RUN_CLASSES, found.unit)
    return found


def carried(
    request: HttpRequest, form: DeedForm, outcome: str, act: Callable[[], object], done: str
) -> HttpResponse | None:
    """Do ``act`` once as the deed of running classes and go to ``outcome``; None when the form must be shown."""
    if request.method != "POST":
        return None

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        act()
        return outcome

    return carry_out(request, Deed.RUN_CLASSES, form, work, done)
