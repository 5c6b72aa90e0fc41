"""A new case for somebody whose way ended: a page from the closed dossier."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import instead, queries, reopening
from candidates.hold_forms import ReopenForm
from candidates.views.people import cells
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import demand, gate
from organizations.handling import carry_out

DONE = {
    True: "Đã lập hồ sơ kết nạp lại. Hãy ghi lần ra khỏi Đảng trước đây.",
    False: "Đã lập hồ sơ mới, đưa vào nguồn.",
}


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def reopen(request: HttpRequest, code: str) -> HttpResponse:
    """Open a new dossier for the person of one that ended."""
    found, today = get_object_or_404(queries.dossiers(request.reach), code=code), clock.today(request)
    demand(request, Deed.ADD_CANDIDATE, found.unit)
    known = {"cells": cells(request.reach, today), "instead": instead.needs_basis(request.reach, found.unit)}
    form = ReopenForm(request.POST or None, **known, initial={"on": today, "unit": found.unit})
    again = reopening.is_readmission(found)

    def work() -> str:
        given = form.cleaned_data
        submission.check_unspent(given["form_token"])
        said = {"own": request.reach, "today": today, "basis": given.get("basis", "")}
        made = reopening.reopen(found, given["unit"], on=given["on"], **said)
        made.refresh_from_db(fields=["code"])
        outcome = reverse("candidates:dossier", args=[made.code])
        submission.spend(given["form_token"], outcome)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.ADD_CANDIDATE, form, work, DONE[again])
    return done or render(request, "candidates/reopen.html", {"form": form, "dossier": found, "again": again})
