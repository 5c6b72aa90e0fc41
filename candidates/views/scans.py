"""Scans of a paper: those that are there, sending one, handing one out, taking one back; and the switch of the installation."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from candidates import queries, scanning, scans
from candidates.enums import ScanType
from candidates.models import Paper
from candidates.scan_forms import ScanForm, SwitchForm, TakeScanBackForm
from organizations import clock, submission
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.gate import demand, gate
from organizations.handling import carry_out


@gate(Deed.SEE_SCANS, "GET", "POST")
def index(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The scans of a paper, and the form that sends one more."""
    paper = _paper(request, code, pk)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form, outcome = ScanForm(*sent), reverse("candidates:scans", args=[code, pk])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        scanning.add(paper, form.sent, own=request.reach, on=clock.today(request))
        return outcome

    if request.method == "POST":
        demand(request, Deed.RECORD_PAPER, paper.dossier.unit)
        if done := carry_out(request, Deed.RECORD_PAPER, form, work, "Đã lưu bản quét."):
            return done
    may_add = request.reach.covers(Deed.RECORD_PAPER, paper.dossier.unit)
    context = {
        "form": form,
        "dossier": paper.dossier,
        "shown": scans.shown(paper, are_on=scans.are_on(), may_add=may_add),
    }
    return render(request, "candidates/scans/index.html", context)


@gate(Deed.SEE_SCANS)
def scan(request: HttpRequest, code: str, pk: int, number: int) -> HttpResponse:
    """Hand a scan out as a file to keep, never to be run by the browser; each reading is recorded."""
    paper = _paper(request, code, pk)
    found = get_object_or_404(scans.of(paper), pk=number)
    try:
        content = scans.content(found)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("candidates:scans", code, pk)
    record_reading(request.user, Deed.SEE_SCANS, f"Hồ sơ {code}: bản quét số {found.pk} của “{paper}”", 1)
    kind = ScanType(found.kind)
    headers = {
        "Content-Disposition": f'attachment; filename="{code}-ban-quet-{found.pk}.{kind.ending}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=kind.mime, headers=headers)


@gate(Deed.SEE_SCANS, "GET", "POST")
def correct(request: HttpRequest, code: str, pk: int, number: int) -> HttpResponse:
    """Take a scan back: its file is destroyed, the row stays with the reason."""
    paper = _paper(request, code, pk)
    demand(request, Deed.RECORD_PAPER, paper.dossier.unit)
    found = get_object_or_404(scans.of(paper).select_related("paper__dossier__unit"), pk=number)
    form, outcome = TakeScanBackForm(request.POST or None), reverse("candidates:scans", args=[code, pk])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        scanning.take_back(found, form.cleaned_data["reason"], own=request.reach)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.RECORD_PAPER, form, work, "Đã gỡ bản quét.")
    context = {"form": form, "dossier": paper.dossier, "paper": paper, "scan": found}
    return done or render(request, "candidates/scans/correct.html", context)


@gate(Deed.SWITCH_SCANS, "GET", "POST")
def switch(request: HttpRequest) -> HttpResponse:
    """Whether this installation keeps scans; switching it on or off, with the reason."""
    form, last, outcome = SwitchForm(request.POST or None), scans.switch(), reverse("scans:switch")
    turn_on = request.POST.get("bat") == "1" if request.method == "POST" else not scans.are_on()

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        scanning.switch(turn_on, form.cleaned_data["reason"], own=request.reach, on=clock.default_day(request))
        return outcome

    words = "Đã bật việc lưu bản quét." if turn_on else "Đã tắt việc lưu bản quét."
    done = request.method == "POST" and carry_out(request, Deed.SWITCH_SCANS, form, work, words)
    context = {"form": form, "last": last, "turn_on": turn_on, "history": scans.history()}
    return done or render(
        request, "candidates/scans/switch.html", context | {"may": scanning.may_switch(request.reach)}
    )


def _paper(request: HttpRequest, code: str, pk: int) -> Paper:
    """A paper of a dossier whose scans the person may see."""
    within = queries.dossiers(request.reach, Deed.SEE_SCANS).filter(code=code)
    return get_object_or_404(
        Paper.objects.filter(dossier__in=within).select_related("dossier__person", "dossier__unit"), pk=pk
    )
