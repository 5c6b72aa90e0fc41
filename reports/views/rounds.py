"""Rounds in which figures are confirmed: the list, opening one, its table, ending it, taking one back."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from organizations import clock, submission, tree
from organizations.enums import Deed
from organizations.gate import gate
from organizations.handling import carry_out
from organizations.inputs import DeedForm
from organizations.models import Unit
from organizations.periods import Period
from reports import opening
from reports.asked import period_words
from reports.models import PeriodRound
from reports.round_forms import OpenForm, ReasonForm, SpanForm, TableForm, proposed
from reports.rounds import adjusting, figures, late, reached, spans, standing
from reports.rounds.standing import Standing, State

MOST = 50


@gate(Deed.SEE_DOSSIERS)
def index(request: HttpRequest) -> HttpResponse:
    """The rounds that concern the person's units, each with how many have confirmed."""
    on = clock.today(request)
    found = list(reached.visible(request.reach, on)[:MOST])
    places = list(reached.places(request.reach, found))
    stands = standing.standings(places, on)
    rows = [_row(each, [stands[place.pk] for place in places if place.round_id == each.pk]) for each in found]
    context = {"rows": rows, "may_open": request.reach.grants(Deed.OPEN_ROUND)}
    context |= {"prints": request.reach.grants(Deed.PRINT_REPORT)}
    return render(request, "reports/rounds/index.html", context)


@gate(Deed.OPEN_ROUND, "GET", "POST")
def open_round(request: HttpRequest) -> HttpResponse:
    """Open a round: first the unit and the period (in the address), then the days and the organisations."""
    today = clock.today(request)
    units = request.reach.units(Deed.OPEN_ROUND).annotate(name=tree.name_on(today, "pk")).order_by("code")
    part, year = spans.last_ended(today)
    root = request.reach.roots(Deed.OPEN_ROUND)[0]
    span = SpanForm(request.GET or {"don_vi": root.code, "ky": part, "nam": year}, units=units)
    if not span.is_valid():
        return render(request, "reports/rounds/open.html", {"span": span}, status=400)
    unit, period = span.cleaned_data["don_vi"], span.period
    form = _open_form(request, unit, period)

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        asked = form.cleaned_data["bodies"]
        made = opening.open_round(unit, form.opening, asked, own=request.reach, today=today)
        outcome = reverse("reports:round", args=[made.pk])
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.OPEN_ROUND, form, work, "Đã mở đợt chốt số liệu.")
    before = opening.already(unit, period)
    context = {"span": span, "form": form, "unit": unit, "period": period_words(period)}
    context |= {"before": before, "told": opening.already_words(before) if before else ""}
    return done or render(request, "reports/rounds/open.html", context)


@gate(Deed.SEE_DOSSIERS)
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has confirmed, who was accepted or returned, who is late, in one table; with what changed since."""
    found, on, form = loaded(request, pk), clock.today(request), TableForm(request.GET)
    if not form.is_valid():
        return render(request, "reports/rounds/round.html", {"found": found, "form": form}, status=400)
    places = list(reached.places(request.reach, [found]))
    stands = list(standing.standings(places, on).values())
    wanted = form.cleaned_data["tinh_trang"]
    context = {
        "found": found,
        "form": form,
        "period": period_words(figures.period(found)),
        "rows": [
            _line(each, *changed) for each, changed in _with_changes(stands) if standing.is_wanted(each.state, wanted)
        ],
        "tally": _tally(stands, wanted),
        "total": len(stands),
        "waiting": standing.tally(stands)[State.CONFIRMED],
        "may_judge": reached.may_judge(request.reach, found),
        "may_take_back": not any(each.confirmed for each in stands),
    }
    return render(request, "reports/rounds/round.html", context)


@gate(Deed.OPEN_ROUND, "GET", "POST")
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a round: nobody confirms in it any more."""
    found = own(request, pk)

    def act(form: DeedForm) -> None:
        opening.end(found, own=request.reach, today=clock.today(request))

    return _done(request, found, DeedForm, act, "end", "Đã kết thúc đợt chốt số liệu.")


@gate(Deed.OPEN_ROUND, "GET", "POST")
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a round that was opened by mistake."""
    found = own(request, pk)

    def act(form: DeedForm) -> None:
        opening.take_back(found, form.cleaned_data["reason"], own=request.reach, today=clock.today(request))

    return _done(request, found, ReasonForm, act, "take_back", "Đã rút đợt chốt số liệu.", reverse("reports:rounds"))


def loaded(request: HttpRequest, pk: int) -> PeriodRound:
    """A round that the person may know of, else 404."""
    return get_object_or_404(reached.visible(request.reach, clock.today(request)), pk=pk)


def own(request: HttpRequest, pk: int) -> PeriodRound:
    """A round that the person leads: 404 where they see none, 403 where they see it alone."""
    found = loaded(request, pk)
    if not reached.may_judge(request.reach, found):
        raise PermissionDenied("Đợt chốt này do cấp ủy khác mở; đồng chí chỉ xem được.")
    return found


def _open_form(request: HttpRequest, unit: Unit, period: Period) -> OpenForm:
    bodies = list(tree.grassroots(unit, period.last_day))
    initial = proposed(period, clock.today(request)) | {"bodies": [body.unit.code for body in bodies]}
    return OpenForm(request.POST or None, bodies=bodies, initial=initial)


def _done(
    request: HttpRequest, found: PeriodRound, kind: type[DeedForm], act, page: str, words: str, to: str = ""
) -> HttpResponse:
    """Show a form about a round, or carry out what it asks for."""
    form, outcome = kind(request.POST or None), to or reverse("reports:round", args=[found.pk])

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        act(form)
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.OPEN_ROUND, form, work, words)
    context = {"form": form, "found": found, "period": period_words(figures.period(found))}
    return done or render(request, f"reports/rounds/{page}.html", context)


def _row(found: PeriodRound, stands: list[Standing]) -> dict:
    done = sum(each.state in standing.DONE for each in stands)
    told = standing.tally(stands)
    return {
        "round": found,
        "period": period_words(figures.period(found)),
        "asked": len(stands),
        "done": done,
        "told": told,
        "alone": stands[0] if len(stands) == 1 and not found.is_whole else None,
    }


def _tally(stands: list[Standing], wanted: str) -> list[dict]:
    """The states that anybody is in, each with how many and its words; first all without a confirmation, where asked for."""
    undone = sum(each.state not in standing.DONE for each in stands)
    whole = {"state": wanted, "words": "Chưa chốt", "count": undone, "colour": "soon", "on": True}
    return [whole] * (wanted == standing.UNCONFIRMED) + [
        {
            "state": state,
            "words": standing.WORDS[state],
            "count": count,
            "colour": standing.COLOURS[state],
            "on": state == wanted,
        }
        for state, count in standing.tally(stands).items()
        if count
    ]


def _with_changes(stands: list[Standing]) -> list[tuple[Standing, tuple[int, int]]]:
    """Each standing with how many dossiers changed its accepted figures since, and how many of them say no why."""
    found = late.since(adjusting.of_standings(stands))
    return [(each, _count([change for change in found if change.of.place_id == each.place.pk])) for each in stands]


def _count(changes: list[late.LateChange]) -> tuple[int, int]:
    return len(changes), sum(not each.told.reason for each in changes)


def _line(each: Standing, changed: int, unexplained: int) -> dict:
    return {"stands": each, "changed": changed, "unexplained": unexplained}
