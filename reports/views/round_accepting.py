"""Accepting what several organisations of a round confirmed, together; what differs is shown and left unticked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from organizations import clock, submission
from organizations.enums import Deed
from organizations.errors import AlreadySent
from organizations.formats import number_vn
from organizations.gate import gate
from organizations.handling import carry_out
from reports import confirming
from reports.asked import period_words
from reports.models import PeriodRound
from reports.round_forms import AcceptForm, MarkingForm
from reports.rounds import accepting, figures, reached, standing
from reports.rounds.standing import Standing
from reports.views import rounds


@gate(Deed.OPEN_ROUND, "GET", "POST")
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """The confirmations that wait, each with what must be looked at; accept those that are ticked, all or none."""
    found, today, outcome = rounds.own(request, pk), clock.today(request), reverse("reports:round", args=[pk])
    # After the first click nobody waits any more, so that the second one could choose nobody.
    if request.method == "POST" and submission.earlier_outcome(request.POST.get("form_token", "")):
        messages.info(request, str(AlreadySent(outcome)))
        return redirect(outcome)
    asking = MarkingForm(request.GET)
    if not asking.is_valid():
        return render(request, "reports/rounds/accept.html", {"found": found, "asking": asking}, status=400)
    rows = accepting.waiting(_stands(request, found), request.user)
    form = AcceptForm(request.POST or None, rows=rows)

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        confirming.accept_all(form.picked, own=request.reach, today=today)
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    words = f"Đã chấp nhận số liệu của {number_vn(len(form.data.getlist('chosen')))} tổ chức." if form.is_bound else ""
    done = request.method == "POST" and carry_out(request, Deed.OPEN_ROUND, form, work, words)
    return done or render(request, "reports/rounds/accept.html", _page(found, form, asking))


def _stands(request: HttpRequest, found: PeriodRound) -> list[Standing]:
    places = reached.places(request.reach, [found])
    return list(standing.standings(places, clock.today(request)).values())


def _page(found: PeriodRound, form: AcceptForm, asking: MarkingForm) -> dict:
    nobody = asking.cleaned_data["chon"] == "khong"
    shown = {"rows": form.rows.values(), "marked": form.marked(nobody=nobody), "nobody": nobody}
    return {"found": found, "asking": asking, "form": form, "period": period_words(figures.period(found))} | shown
