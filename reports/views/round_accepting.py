"""Accepting what several organisations of a round confirmed, together; what differs is shown and left unticked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from organizations import clock, submission
from organizations.enums import Deed
from organizations.formats import number_vn
from organizations.gate import gate
from organizations.handling import carry_out
from reports import confirming
from reports.asked import period_words
from reports.round_forms import AcceptForm, MarkingForm
from reports.rounds import accepting, figures, reached, standing
from reports.views import rounds


@gate(Deed.OPEN_ROUND, "GET", "POST")
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """The confirmations that wait, each with what must be looked at; accept those that are ticked, all or none."""
    found, today = rounds.own(request, pk), clock.today(request)
    asking = MarkingForm(request.GET)
    if not asking.is_valid():
        return render(request, "reports/rounds/accept.html", {"found": found, "asking": asking}, status=400)
    stands = standing.standings(reached.places(request.reach, [found]), today)
    rows = accepting.waiting(list(stands.values()), request.user)
    form, outcome = AcceptForm(request.POST or None, rows=rows), reverse("reports:round", args=[pk])

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        confirming.accept_all(form.picked, own=request.reach, today=today)
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    words = f"Đã chấp nhận số liệu của {number_vn(len(form.data.getlist('chosen')))} tổ chức." if form.is_bound else ""
    done = request.method == "POST" and carry_out(request, Deed.OPEN_ROUND, form, work, words)
    nobody = asking.cleaned_data["chon"] == "khong"
    context = {
        "found": found,
        "asking": asking,
        "form": form,
        "rows": rows,
        "marked": form.marked(nobody=nobody),
        "nobody": nobody,
        "period": period_words(figures.period(found)),
    }
    return done or render(request, "reports/rounds/accept.html", context)
