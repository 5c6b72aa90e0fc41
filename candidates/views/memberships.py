"""Memberships of the person of a dossier in organisations: begun, ended from a day, and taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import memberships, queries
from candidates.nomination_forms import EndForm, MembershipForm
from candidates.record_forms import TakeBackForm
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import demand, gate
from organizations.handling import carry_out


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Record that the person belongs to an organisation."""
    found, today = get_object_or_404(queries.dossiers(request.reach), code=code), clock.today(request)
    demand(request, Deed.EDIT_CANDIDATE, found.unit)
    choices = memberships.choices(request.reach, found.unit, today)
    form = MembershipForm(request.POST or None, organisations=choices, version=found.version)
    outcome = reverse("candidates:dossier", args=[code])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        memberships.begin(found, given, own=request.reach, today=today, version=given["version"] or 0)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.EDIT_CANDIDATE, form, work, "Đã ghi tư cách hội viên.")
    return done or render(request, "candidates/memberships/new.html", {"form": form, "dossier": found})


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def end(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Record the last day on which the person belonged to an organisation."""
    found, today = get_object_or_404(queries.dossiers(request.reach), code=code), clock.today(request)
    demand(request, Deed.EDIT_CANDIDATE, found.unit)
    membership = get_object_or_404(memberships.of(found.person, today), pk=number)
    form = EndForm(request.POST or None, version=found.version, initial={"last": today})
    outcome = reverse("candidates:dossier", args=[code])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        known = {"own": request.reach, "today": today, "version": given["version"] or 0}
        memberships.end(found, membership, given["last"], **known)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.EDIT_CANDIDATE, form, work, "Đã ghi ngày kết thúc.")
    context = {"form": form, "dossier": found, "membership": membership}
    return done or render(request, "candidates/memberships/end.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def correct(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take back a membership recorded by mistake; the reason stays in the audit trail."""
    found, today = get_object_or_404(queries.dossiers(request.reach), code=code), clock.today(request)
    demand(request, Deed.EDIT_CANDIDATE, found.unit)
    membership = get_object_or_404(memberships.of(found.person, today), pk=number)
    form = TakeBackForm(request.POST or None, version=found.version)
    outcome = reverse("candidates:dossier", args=[code])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        memberships.take_back(found, membership, given["reason"], own=request.reach, version=given["version"] or 0)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.EDIT_CANDIDATE, form, work, "Đã đính chính.")
    context = {"form": form, "dossier": found, "membership": membership}
    return done or render(request, "candidates/memberships/correct.html", context)
