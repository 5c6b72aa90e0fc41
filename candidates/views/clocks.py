"""Extending the term of a decision: a thing that the board creates once."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import extending, queries
from candidates.clock_forms import ExtensionForm
from candidates.models import Dossier
from organizations import clock, submission
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.gate import demand, gate
from organizations.handling import carry_out


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def extension(request: HttpRequest, code: str) -> HttpResponse:
    """Say how far the term may be extended, or why not, and extend it."""
    found = get_object_or_404(queries.dossiers(request.reach), code=code)
    demand(request, Deed.MOVE_AS_BOARD, found.unit)
    today, outcome = clock.today(request), reverse("candidates:dossier", args=[code])
    form = ExtensionForm(request.POST or None, version=found.version)

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        known = {"own": request.reach, "today": today, "version": given["version"] or 0}
        extending.extend(found, form.asked, **known)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.MOVE_AS_BOARD, form, work, "Đã ghi kéo dài thời hạn.")
    context = {"form": form, "dossier": found}
    return done or render(request, "candidates/extension.html", context | _room(found, today))


def _room(found: Dossier, today: date) -> dict:
    """How far the term may be extended, or the sentences against it."""
    try:
        return {"room": extending.room(found, today)}
    except Refused as refusal:
        return {"against": refusal.sentences}
