"""Switching one of our own readings on or off."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from directives import actions, readings, register
from directives.forms import SwitchForm
from directives.models import OwnReading
from organizations import submission
from organizations.enums import Deed
from organizations.gate import gate
from organizations.handling import carry_out


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def reading(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The words of a reading, who switched it when, and the switch, with a reason."""
    cited = OwnReading.objects.select_related("directive__document", "directive__issuing_unit", "clause")
    found = get_object_or_404(cited.filter(directive__in=register.seen(request.reach)), pk=number, directive=pk)
    if not readings.may_switch(request.reach, found.directive):
        raise PermissionDenied(f"Vai trò của đồng chí không có quyền “{Deed.KEEP_DOCUMENTS.label}” với văn bản này.")
    form = SwitchForm(request.POST or None, version=found.version)

    def work() -> str:
        given, outcome = form.cleaned_data, reverse("directives:directive", args=[pk])
        submission.spend(given["form_token"], outcome)
        wanted, version = not found.in_use, given["version"] or 0
        actions.switch_reading(found, wanted, given["reason"], own=request.reach, version=version)
        return outcome

    words = "Đã tắt cách hiểu." if found.in_use else "Đã bật lại cách hiểu."
    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, words)
    if done:
        return done
    return render(
        request, "directives/reading.html", {"form": form, "reading": found, "history": readings.history(found)}
    )
