"""Declaring the members of a grassroots organisation."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from organizations import actions, clock, submission, tree
from organizations.enums import Deed
from organizations.forms import MembersForm
from organizations.gate import demand, gate
from organizations.handling import carry_out


@gate(Deed.SEE_UNITS, "GET", "POST")
def declare(request: HttpRequest, code: str) -> HttpResponse:
    """Record members as at a day; a second record for the same day corrects the first, which stays in the history."""
    own = get_object_or_404(request.reach.units(Deed.SEE_UNITS), code=code)
    demand(request, Deed.DECLARE_FIGURES, own)
    today = clock.today(request)
    form = MembersForm(request.POST or None, initial={"on": date(today.year, 1, 1)})

    def work() -> str:
        outcome = reverse("organizations:unit", args=[code])
        submission.spend(form.cleaned_data["form_token"], outcome)
        actions.declare_members(own, form.said(), own=request.reach, today=today)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.DECLARE_FIGURES, form, work, "Đã ghi số đảng viên.")
    if done:
        return done
    return render(request, "organizations/declare.html", {"form": form, "unit": own, "shown": tree.version(own, today)})
