"""The list of classes, the page of one, and its life: planned, opened, closed, not held."""

from datetime import date

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candidates import classes, graduates, rosters, training
from candidates.class_forms import CancelForm, ClassFilter, EndingForm, OpeningForm, PlanForm
from candidates.enums import ClassKind, ClassState
from candidates.models import TrainingClass
from candidates.views.loading import carried, run, seen
from candidates.views.paging import shown_page
from organizations import clock, submission, tree
from organizations.enums import CELL_KINDS, Deed
from organizations.gate import gate
from organizations.handling import carry_out
from organizations.models import Unit, UnitVersion

# Each class is three or four counts: ten keep the page within a third of a second.
PAGE_SIZE = 10
# Of a class, and of a seminar.
VERBS = {False: ("Ghi khai giảng", "Ghi bế giảng"), True: ("Ghi hội nghị bắt đầu", "Ghi hội nghị kết thúc")}
PLANNED = ("kind", "name", "unit", "planned_for", "plan", "places", "organisation")
OPENED = ("opening_number", "opening_on", "starts_on", "place", "sessions")


@gate(Deed.SEE_CLASSES)
def index(request: HttpRequest) -> HttpResponse:
    """The classes that the person sees, the newest first; an unknown filter is refused (400)."""
    own, on = request.reach, clock.today(request)
    asked = ClassFilter(request.GET)
    if not asked.is_valid():
        return render(request, "candidates/classes/list.html", {"form": asked}, status=400)
    found = asked.narrow(classes.as_at(classes.visible(own), on)).order_by("-year", "-planned_for", "-pk")
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "form": asked,
        "rows": classes.rows(list(page), own, on),
        "page": shown_page(page, request.GET, "lớp"),
        "may_run": own.grants(Deed.RUN_CLASSES),
    }
    return render(request, "candidates/classes/list.html", context)


@gate(Deed.SEE_CLASSES)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One class: its facts, its numbers, its roster with results and certificates."""
    found, own, on = seen(request, pk), request.reach, clock.today(request)
    view = classes.views_of([found], own)[found.pk]
    context = {
        "training": found,
        "state": ClassState(found.standing),
        "month": classes.month_vn(found.planned_for),
        "figures": graduates.figures(found, view, on),
        "students": list(rosters.roster(found, own, on)),
        "others": rosters.others(found, own, on),
        "certified": found.certified_on is not None and found.certified_on <= on,
        "may_run": (may_run := found.standing == found.state and own.covers(Deed.RUN_CLASSES, found.unit)),
        "may_withdraw": may_run and found.state in (ClassState.PLANNED, ClassState.OPENED),
        "is_seminar": found.kind == ClassKind.SEMINAR,
    }
    return render(request, "candidates/classes/class.html", context)


@gate(Deed.RUN_CLASSES, "GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Put a class into the plan."""
    today = clock.today(request)
    initial = {"kind": ClassKind.AWARENESS, "unit": request.reach.roots(Deed.RUN_CLASSES)[0]}
    form = PlanForm(request.POST or None, initial=initial, **_choices(request))

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        made = training.plan(form.said(), own=request.reach, today=today)
        outcome = reverse("classes:class", args=[made.pk])
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.RUN_CLASSES, form, work, "Đã đưa lớp vào kế hoạch.")
    return done or _form(request, form, "Đưa lớp vào kế hoạch")


@gate(Deed.SEE_CLASSES, "GET", "POST")
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the plan of a class that is not open yet."""
    found, own, today = run(request, pk), request.reach, clock.today(request)
    form = PlanForm(request.POST or None, version=found.version, initial=_known(found, PLANNED), **_choices(request))

    def act() -> None:
        training.change_plan(found, form.said(), own=own, today=today, version=form.cleaned_data["version"] or 0)

    done = carried(request, form, _page(found), act, "Đã lưu kế hoạch của lớp.")
    return done or _form(request, form, "Sửa kế hoạch", found)


@gate(Deed.SEE_CLASSES, "GET", "POST")
def opening(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a class began."""
    found, own, today = run(request, pk), request.reach, clock.today(request)
    known = _known(found, OPENED)
    form = OpeningForm(request.POST or None, kind=found.kind, version=found.version, initial=known)

    def act() -> None:
        training.begin(found, form.said(), own=own, today=today, version=form.cleaned_data["version"] or 0)

    done = carried(request, form, _page(found), act, "Đã ghi ngày bắt đầu.")
    return done or _form(request, form, VERBS[found.kind == ClassKind.SEMINAR][0], found)


@gate(Deed.SEE_CLASSES, "GET", "POST")
def ending(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a class ended."""
    found, own, today = run(request, pk), request.reach, clock.today(request)
    known = _known(found, ("ends_on", "participants"))
    form = EndingForm(request.POST or None, kind=found.kind, version=found.version, initial=known)

    def act() -> None:
        given = form.cleaned_data
        said = {"ends_on": given["ends_on"], "participants": given.get("participants")}
        training.end(found, **said, own=own, today=today, version=given["version"] or 0)

    done = carried(request, form, _page(found), act, "Đã ghi ngày kết thúc.")
    return done or _form(request, form, VERBS[found.kind == ClassKind.SEMINAR][1], found)


@gate(Deed.SEE_CLASSES, "GET", "POST")
def cancellation(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a planned class is not held, and why."""
    found, own, today = run(request, pk), request.reach, clock.today(request)
    form = CancelForm(request.POST or None, version=found.version, initial={"on": today})

    def act() -> None:
        given = form.cleaned_data
        training.cancel(found, given["reason"], given["on"], own=own, today=today, version=given["version"] or 0)

    done = carried(request, form, _page(found), act, "Đã ghi lớp không mở.")
    return done or _form(request, form, "Ghi không mở lớp", found)


def class_units(request: HttpRequest) -> QuerySet[Unit]:
    """The party units for whose people the person may hold a class: those with cells under them, named as on the day."""
    on = clock.today(request)
    cells = UnitVersion.objects.on(on).filter(kind__in=CELL_KINDS).values("unit")
    return named(request.reach.units(Deed.RUN_CLASSES).exclude(pk__in=cells), on)


def named(units: QuerySet[Unit], on: date) -> QuerySet[Unit]:
    """Units with their names on a day, by code."""
    return units.annotate(name=tree.name_on(on, "pk")).order_by("code")


def _form(request: HttpRequest, form, verb: str, found: TrainingClass | None = None) -> HttpResponse:
    context = {
        "form": form,
        "verb": verb,
        "training": found,
        "back": _page(found) if found else reverse("classes:list"),
    }
    return render(request, "candidates/classes/form.html", context)


def _page(found: TrainingClass) -> str:
    return reverse("classes:class", args=[found.pk])


def _known(found: TrainingClass, names: tuple[str, ...]) -> dict:
    return {name: getattr(found, name) for name in names}


def _choices(request: HttpRequest) -> dict[str, QuerySet[Unit]]:
    """The units that may have a class, and the bodies that may hold a seminar."""
    units, bodies = class_units(request), request.reach.organisations(Deed.RUN_CLASSES)
    return {"units": units, "organisations": named(units | bodies, clock.today(request))}
