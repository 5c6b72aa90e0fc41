"""Recording that an unanswered verification was asked for again, and taking a mistaken row back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import chasing, queries, recording, vetting_forms
from candidates.models import BackgroundCheck, Dossier
from candidates.record_forms import TakeBackForm
from candidates.record_words import chasing as chasing_words
from candidates.record_words import line
from candidates.records import RecordKind
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import demand, gate
from organizations.handling import carry_out


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def chase(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Record one time at which the answer was asked for again."""
    found = _dossier(request, code)
    row, today = get_object_or_404(found.checks, pk=pk), clock.today(request)
    form = vetting_forms.ChaseForm(request.POST or None, initial={"on": today})

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], _outcome(code))
        chasing.chase(row, form.given, own=request.reach, today=today)
        return _outcome(code)

    done = request.method == "POST" and carry_out(request, Deed.RECORD_PAPER, form, work, "Đã ghi đôn đốc.")
    if done:
        return done
    context = {"form": form, "dossier": found, "kind": RecordKind.CHECK, "line": line(row, today)}
    return render(request, "candidates/chase.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def correct(request: HttpRequest, code: str, pk: int, number: int) -> HttpResponse:
    """Take back a time of asking again that was recorded by mistake."""
    found = _dossier(request, code)
    row: BackgroundCheck = get_object_or_404(found.checks, pk=pk)
    chased = get_object_or_404(row.chasings, pk=number)
    form = TakeBackForm(request.POST or None)

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], _outcome(code))
        recording.take_back(found, chased, form.cleaned_data["reason"], own=request.reach)
        return _outcome(code)

    done = request.method == "POST" and carry_out(request, Deed.RECORD_PAPER, form, work, "Đã đính chính.")
    if done:
        return done
    told = {"words": chasing_words(chased), "detail": line(row, clock.today(request)).words}
    context = {"form": form, "dossier": found, "kind": RecordKind.CHECK, "line": told}
    return render(request, "candidates/records_correct.html", context)


def _outcome(code: str) -> str:
    return reverse("candidates:record", args=[code, RecordKind.CHECK.value])


def _dossier(request: HttpRequest, code: str) -> Dossier:
    found = get_object_or_404(queries.dossiers(request.reach), code=code)
    demand(request, Deed.RECORD_PAPER, found.unit)
    return found
