"""Changing what the national texts say: for the board of a province alone; what it does to the dossiers is shown first."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import regimes, regulating
from candidates.models import Regime
from candidates.regime_forms import BorderForm, ConfirmForm, CorrectForm, NewRegimeForm
from candidates.views import previewed
from candidates.views.previewed import Wish
from candidates.views.regimes import shown, stored
from organizations import clock
from organizations.enums import Deed
from organizations.gate import gate


@gate(Deed.KEEP_RULES, "GET", "POST")
def confirm(request: HttpRequest, code: str, parameter: str) -> HttpResponse:
    """Confirm a value as it stands in the text."""
    _demand_province(request)
    row, on = stored(code, parameter), clock.today(request)
    form = ConfirmForm(request.POST or None, version=row.pk)

    def act() -> None:
        given = form.cleaned_data
        day, version = clock.real_today(), given["version"]
        regulating.confirm(row, given["basis"], own=request.reach, today=day, version=version)

    back = reverse("regimes:parameter", args=[code, parameter])
    wish = Wish(act, on, back, "Đã xác nhận giá trị.", only_confirms=True)
    done, preview = previewed.carried(request, form, wish)
    context = shown(row) | {"form": form, "preview": preview, "back": back}
    return done or render(request, "candidates/regimes/confirm.html", context)


@gate(Deed.KEEP_RULES, "GET", "POST")
def correct(request: HttpRequest, code: str, parameter: str) -> HttpResponse:
    """Put another value in the place of a wrong one."""
    _demand_province(request)
    row, on = stored(code, parameter), clock.today(request)
    form = CorrectForm(request.POST or None, row=row, version=row.pk)

    def act() -> None:
        reason, version = form.cleaned_data["reason"], form.cleaned_data["version"]
        regulating.correct(row, form.said, form.cited, reason, own=request.reach, version=version)

    back = reverse("regimes:parameter", args=[code, parameter])
    done, preview = previewed.carried(
        request, form, Wish(act, on, back, "Đã đính chính giá trị; giá trị cũ được giữ lại.")
    )
    context = shown(row) | {
        "form": form,
        "preview": preview,
        "in_force": _holds(row.regime, on),
        "on": on,
        "back": back,
    }
    if preview:
        context |= {"new_words": regimes.said(row.code, form.said.value), "new_cited": form.cited}
    return done or render(request, "candidates/regimes/correct.html", context)


@gate(Deed.KEEP_RULES, "GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Add a regime from a day on; its values begin as those of the newest one, or empty (``?trong=1``)."""
    _demand_province(request)
    newest, today = regimes.timeline().first(), clock.today(request)
    like = list(regimes.values([newest])) if newest and "trong" not in request.GET else []
    form = NewRegimeForm(request.POST or None, like=like)

    def act() -> None:
        regulating.add(form.new, own=request.reach)

    start = form.cleaned_data.get("valid_from") if form.is_bound and form.is_valid() else None
    wish = Wish(act, max(start or today, today), reverse("regimes:index"), "Đã thêm quy định.")
    done, preview = previewed.carried(request, form, wish)
    context = {"form": form, "preview": preview, "newest": newest, "like": like, "start": start}
    return done or render(request, "candidates/regimes/new.html", context)


@gate(Deed.KEEP_RULES, "GET", "POST")
def border(request: HttpRequest, code: str) -> HttpResponse:
    """Correct the day of effect of a regime."""
    _demand_province(request)
    found, today = get_object_or_404(Regime.objects.select_related("document"), code=code), clock.today(request)
    form = BorderForm(request.POST or None, initial={"valid_from": found.valid_from})

    def act() -> None:
        regulating.move_border(found, form.cleaned_data["valid_from"], form.cleaned_data["reason"], own=request.reach)

    start = form.cleaned_data.get("valid_from") if form.is_bound and form.is_valid() else None
    on = _moved_day(found.valid_from, start or found.valid_from, today)
    back = reverse("regimes:regime", args=[code])
    done, preview = previewed.carried(request, form, Wish(act, on, back, "Đã đính chính ngày hiệu lực."))
    before = Regime.objects.filter(kind=found.kind, valid_until=found.valid_from).first()
    context = {"form": form, "regime": found, "before": before, "preview": preview, "start": start, "back": back}
    return done or render(request, "candidates/regimes/border.html", context)


def _demand_province(request: HttpRequest) -> None:
    """Answer 403 with the sentence that says who may, to whoever holds the deed below a province."""
    if not regimes.keeps_national(request.reach):
        raise PermissionDenied(regimes.ONLY_THE_PROVINCE)


def _holds(regime: Regime, on: date) -> bool:
    return regime.valid_from <= on and (regime.valid_until is None or on < regime.valid_until)


def _moved_day(old: date, new: date, today: date) -> date:
    """The day on which a moved border shows: today where it lies in between or behind, else the first day that changes."""
    return max(min(old, new), today)
