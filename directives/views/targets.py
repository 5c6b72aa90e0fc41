"""Targets of party units on the page of their document: recorded from a clause, corrected, confirmed, withdrawn."""

from collections.abc import Callable
from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from directives import goals, register, target_histories, targeting
from directives.enums import ORGANISATION_MEASURES
from directives.models import Directive, Target
from directives.target_forms import BasisForm, CorrectTargetForm, ReasonForm, TargetForm, as_typed
from directives.views import loading
from organizations import clock, submission, tree
from organizations.enums import PARTY_KINDS, Deed, UnitKind
from organizations.gate import demand, gate
from organizations.handling import carry_out
from organizations.inputs import DeedForm
from organizations.models import Unit, UnitVersion

DEED = Deed.KEEP_DOCUMENTS


@gate(DEED, "GET", "POST")
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a target from a clause of a document, for a unit of the person's reach."""
    directive = loading.seen(request, pk)
    on = clock.today(request)
    initial = {"first_year": on.year, "clause": request.GET.get("diem"), "unit": _first_unit(request, directive)}
    form = TargetForm(request.POST or None, directive=directive, units=_units(request), initial=initial)

    def work() -> str:
        outcome = _page(directive)
        submission.spend(form.cleaned_data["form_token"], outcome)
        targeting.record_target(directive, form.said(), own=request.reach, today=on)
        return outcome

    done = request.method == "POST" and carry_out(request, DEED, form, work, "Đã ghi chỉ tiêu; chờ xác nhận.")
    context = {"form": form, "directive": directive, "lacks_clauses": not directive.document.clauses.exists()}
    return done or render(request, "directives/target_form.html", context)


@gate(DEED, "GET", "POST")
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what was recorded of a target, with the reason."""
    target, on = load(request, pk), clock.today(request)
    shown = {"directive": target.directive, "units": _units(request), "but": target.pk}
    form = CorrectTargetForm(request.POST or None, version=target.version, initial=as_typed(target), **shown)

    def work(version: int) -> None:
        reason = form.cleaned_data["reason"]
        targeting.correct(target, form.said(), reason, own=request.reach, today=on, version=version)

    done = _done(request, target, form, work, "Đã đính chính chỉ tiêu; chờ xác nhận lại.")
    context = {"form": form, "target": target, "directive": target.directive, **_around(target, on)}
    return done or render(request, "directives/target_form.html", context)


@gate(DEED, "GET", "POST")
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a target is read as the document means it."""
    target, on = load(request, pk), clock.today(request)
    form = BasisForm(request.POST or None, version=target.version)

    def work(version: int) -> None:
        targeting.confirm(target, form.cleaned_data["reason"], own=request.reach, today=on, version=version)

    done = _done(request, target, form, work, "Đã xác nhận chỉ tiêu.")
    words = {"heading": "Xác nhận chỉ tiêu", "button": "Xác nhận"}
    return done or render(
        request, "directives/target_step.html", {"form": form, "target": target, **words, **_around(target, on)}
    )


@gate(DEED, "GET", "POST")
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a target that was recorded by mistake."""
    target, on = load(request, pk), clock.today(request)
    form = ReasonForm(request.POST or None, version=target.version)

    def work(version: int) -> None:
        targeting.withdraw(target, form.cleaned_data["reason"], own=request.reach, version=version)

    done = _done(request, target, form, work, "Đã rút chỉ tiêu; dòng đã ghi vẫn còn trong nhật ký.")
    words = {"heading": "Rút chỉ tiêu ghi nhầm", "button": "Rút chỉ tiêu"}
    return done or render(
        request, "directives/target_step.html", {"form": form, "target": target, **words, **_around(target, on)}
    )


def load(request: HttpRequest, pk: int) -> Target:
    """A target of a party unit by a document that the person may know of; whoever may not keep it there is told 403."""
    known = Target.objects.filter(directive__in=register.seen(request.reach).values("pk"))
    cited = known.exclude(measure__in=ORGANISATION_MEASURES).annotate(unit_name=tree.name_on(clock.today(request)))
    found = get_object_or_404(cited.select_related("directive__document", "clause", "unit", "confirmed_by"), pk=pk)
    demand(request, DEED, found.unit)
    return found


def _done(
    request: HttpRequest, target: Target, form: DeedForm, change: Callable[[int], None], words: str
) -> HttpResponse | None:
    def work() -> str:
        outcome = _page(target.directive)
        submission.spend(form.cleaned_data["form_token"], outcome)
        change(form.cleaned_data["version"] or 0)
        return outcome

    return carry_out(request, DEED, form, work, words) if request.method == "POST" else None


def _page(directive: Directive) -> str:
    return reverse("directives:directive", args=[directive.pk])


def _around(target: Target, on: date) -> dict:
    return {"goal": goals.of(target, target.unit, on), "history": target_histories.of(target)}


def _units(request: HttpRequest) -> QuerySet[Unit]:
    """The party organisations of the reach that can be given a target, down to grassroots ones; cells get theirs shared out."""
    on = clock.today(request)
    kinds = PARTY_KINDS - {UnitKind.CELL, UnitKind.SECTION}
    standing = UnitVersion.objects.on(on).filter(kind__in=kinds).values("unit")
    found = request.reach.units(DEED).filter(pk__in=standing)
    return found.annotate(name=tree.name_on(on, "pk")).order_by("code")


def _first_unit(request: HttpRequest, directive: Directive) -> int | None:
    """The committee that issued the document, where the person keeps its documents; else the top of the reach."""
    issuing = directive.issuing_unit
    if issuing and request.reach.covers(DEED, issuing):
        return issuing.pk
    return next((unit.pk for unit in request.reach.roots(DEED)), None)
