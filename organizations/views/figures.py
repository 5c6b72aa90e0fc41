"""Declaring figures: the members of a grassroots organisation, its review of sources, the figures of an organisation."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from organizations import actions, clock, declared, declaring, explained, organisations, reviewing, submission, tree
from organizations.enums import ORGANISATION_FIGURES, REVIEW_FIGURES, Deed, FigureKind
from organizations.figure_forms import OrganisationFiguresForm, ReviewForm
from organizations.forms import MembersForm
from organizations.gate import demand, demand_for, gate
from organizations.handling import carry_out
from organizations.inputs import parse_date
from organizations.models import Unit
from organizations.periods import quarter_last_day


@gate(Deed.SEE_UNITS, "GET", "POST")
def declare(request: HttpRequest, code: str) -> HttpResponse:
    """Record members as at a day; a second record for the same day corrects the first, which stays in the history."""
    own = get_object_or_404(request.reach.units(Deed.SEE_UNITS), code=code)
    demand(request, Deed.DECLARE_FIGURES, own)
    today = clock.today(request)
    form = MembersForm(request.POST or None, initial={"on": _day(request) or date(today.year, 1, 1)})

    def work() -> str:
        outcome = reverse("organizations:unit", args=[code])
        submission.spend(form.cleaned_data["form_token"], outcome)
        actions.declare_members(own, form.said(), own=request.reach, today=today)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.DECLARE_FIGURES, form, work, "Đã ghi số đảng viên.")
    if done:
        return done
    return render(request, "organizations/declare.html", {"form": form, "unit": own, "shown": tree.version(own, today)})


@gate(Deed.SEE_ORGANISATIONS, "GET", "POST")
def declare_organisation(request: HttpRequest, code: str) -> HttpResponse:
    """Record what an organisation says of itself as at a day."""
    found = get_object_or_404(request.reach.organisations(Deed.SEE_ORGANISATIONS), code=code)
    demand_for(request, Deed.DECLARE_ORGANISATION, found)
    today = clock.today(request)
    form = OrganisationFiguresForm(request.POST or None, initial=_figures_of(found, _day(request), today))

    def work() -> str:
        outcome = reverse("organizations:organisation", args=[code])
        submission.spend(form.cleaned_data["form_token"], outcome)
        said = form.said()
        declaring.declare_organisation(found, said, own=request.reach, today=today)
        for sentence in declaring.doubts(said.values):
            messages.warning(request, sentence)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.DECLARE_ORGANISATION, form, work, "Đã ghi số liệu.")
    context = {"form": form, "unit": found, "shown": organisations.version(found, today)}
    return done or render(request, "organizations/organisation_figures.html", context)


@gate(Deed.SEE_UNITS, "GET", "POST")
def review(request: HttpRequest, code: str) -> HttpResponse:
    """Record a review of sources as at a day, and what is expected for the rest of the year."""
    own = get_object_or_404(request.reach.units(Deed.SEE_UNITS), code=code)
    demand(request, Deed.REPORT_REVIEW, own)
    today = clock.today(request)
    form = ReviewForm(request.POST or None, initial=_review_of(own, _day(request), today))

    def work() -> str:
        outcome = reverse("organizations:unit", args=[code])
        submission.spend(form.cleaned_data["form_token"], outcome)
        reviewing.report_review(own, form.said(), own=request.reach, today=today)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.REPORT_REVIEW, form, work, "Đã ghi rà soát nguồn.")
    context = {"form": form, "unit": own, "shown": tree.version(own, today)}
    return done or render(request, "organizations/review.html", context)


def _day(request: HttpRequest) -> date | None:
    """The day whose figures are to be corrected, if the address names one."""
    try:
        return parse_date(request.GET.get("ngay", ""))
    except ValueError:
        return None


def _figures_of(found: Unit, day: date | None, today: date) -> dict:
    said = _said(found, day, today, ORGANISATION_FIGURES)
    why = explained.standing(found, day) if day and day <= today else None
    told = {name: getattr(why, name) for name in ("reason", "words", "remedy", "source")} if why else {}
    return {"on": day if said or told else today} | told | said


def _review_of(unit: Unit, day: date | None, today: date) -> dict:
    """What stands for a day with the expectations of its year, to be corrected; else an empty form of today."""
    said = _said(unit, day, today, REVIEW_FIGURES)
    if not said:
        return {"on": today, "said_on": today}
    quarters = {number: quarter_last_day(day.year, number) for number in reviewing.QUARTERS}
    found = declared.statements([unit.pk], (FigureKind.EXPECTED,), today, day).get(unit.pk, [])
    expected = {each.on: each.values[FigureKind.EXPECTED] for each in found}
    return {"on": day} | said | {f"quarter_{number}": expected.get(last) for number, last in quarters.items()}


def _said(unit: Unit, day: date | None, today: date, kinds: tuple[FigureKind, ...]) -> dict:
    """The fields of what a unit told as at a day; nothing where it told nothing."""
    found = declared.statements([unit.pk], kinds, today, day).get(unit.pk, []) if day else []
    for said in found:
        if said.on == day:
            return dict(said.values) | {"said_on": said.said_on, "source": said.source}
    return {}
