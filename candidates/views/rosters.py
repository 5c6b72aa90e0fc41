"""The roster of a class: choosing who learns, taking somebody off, attendance and results, who was admitted when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import classes, enrolling, graduates, rosters
from candidates.models import StageEntry, TrainingClass
from candidates.roster_forms import ChoosingForm, ResultsForm, WithdrawalForm
from candidates.views.loading import carried, run, seen
from organizations import clock
from organizations.enums import Deed
from organizations.formats import tidy
from organizations.gate import gate

SHOWN, FOUND = 100, 20


@gate(Deed.SEE_CLASSES, "GET", "POST")
def choosing(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose those who wait longest, ticked up to the places left; the person changes the ticks, or looks for somebody."""
    found, own, today = run(request, pk), request.reach, clock.today(request)
    form = ChoosingForm(request.POST or None, version=found.version, initial={"ngay": today})

    def act() -> None:
        given = form.cleaned_data
        enrolling.enrol(found, given["nguoi"], given["ngay"], own=own, today=today, version=given["version"] or 0)

    outcome = reverse("classes:class", args=[pk])
    done = carried(request, form, outcome, act, "Đã ghi danh sách học viên.")
    return done or render(request, "candidates/classes/choosing.html", _choice(request, found, form))


@gate(Deed.SEE_CLASSES, "GET", "POST")
def withdrawal(request: HttpRequest, pk: int, enrolment: int) -> HttpResponse:
    """Take somebody off the roster; they stay in its history."""
    found, own, today = run(request, pk), request.reach, clock.today(request)
    student = get_object_or_404(rosters.roster(found, own, today), pk=enrolment, withdrawn=False)
    form = WithdrawalForm(request.POST or None, version=found.version, initial={"on": today})

    def act() -> None:
        given = form.cleaned_data
        enrolling.withdraw(student, given["on"], own=own, today=today, version=given["version"] or 0)

    back = reverse("classes:class", args=[pk])
    done = carried(request, form, back, act, "Đã rút khỏi danh sách học viên.")
    context = {"form": form, "training": found, "student": student, "back": back}
    return done or render(request, "candidates/classes/withdrawal.html", context)


@gate(Deed.SEE_CLASSES, "GET", "POST")
def results(request: HttpRequest, pk: int) -> HttpResponse:
    """Write attendance and results of the whole roster in one table."""
    found, own, today = run(request, pk), request.reach, clock.today(request)
    students = enrolling.open_results(found, own, today)
    form = ResultsForm(request.POST or None, version=found.version, students=students)

    def act() -> None:
        version = form.cleaned_data["version"] or 0
        enrolling.record_results(found, form.said(), own=own, today=today, version=version)

    done = carried(request, form, reverse("classes:class", args=[pk]), act, "Đã ghi kết quả học.")
    return done or render(request, "candidates/classes/results.html", {"form": form, "training": found})


@gate(Deed.SEE_CLASSES)
def graduation(request: HttpRequest, pk: int) -> HttpResponse:
    """The list of those with the certificate and who was admitted when."""
    found, own, on = seen(request, pk), request.reach, clock.today(request)
    view = classes.views_of([found], own)[found.pk]
    context = {
        "training": found,
        "graduates": graduates.graduates(found, own, on),
        "figures": graduates.figures(found, view, on),
        "others": rosters.others(found, own, on),
    }
    return render(request, "candidates/classes/graduates.html", context)


def _choice(request: HttpRequest, found: TrainingClass, form: ChoosingForm) -> dict:
    """Those waiting, or those found by name; ticked: what was sent, else as many of the longest waiting as there are places."""
    own, today, words = request.reach, clock.today(request), tidy(request.GET.get("tim", ""))
    if words:
        rows = list(rosters.found_by(words, found, own, today)[:FOUND])
    else:
        rows = list(rosters.proposed(found, own, today)[:SHOWN])
    left = rosters.places_left(found, today)
    ticked = _sent(form) if form.is_bound else _first(rows, 0 if words else left or 0)
    return {
        "training": found,
        "form": form,
        "rows": [{"entry": entry, "ticked": entry.dossier_id in ticked} for entry in rows],
        "left": left,
        "words": words,
        "shown": SHOWN,
    }


def _sent(form: ChoosingForm) -> set[int]:
    return set(getattr(form, "cleaned_data", {}).get("nguoi") or ())


def _first(rows: list[StageEntry], number: int) -> set[int]:
    return {entry.dossier_id for entry in rows[:number]}
