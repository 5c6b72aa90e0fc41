"""The catalogue of papers: what is in force on a day, with its sources; one row, its confirmation and its correction."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import catalogue, cataloguing, regimes
from candidates.models import PaperForm
from candidates.paper_forms import ConfirmRowForm, CorrectRowForm
from candidates.regime_forms import DayForm
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import gate
from organizations.handling import carry_out
from organizations.inputs import DeedForm


@gate(Deed.SEE_RULES)
def index(request: HttpRequest) -> HttpResponse:
    """The papers of the edition in force on a day, by the step that needs them."""
    form = DayForm(request.GET)
    on = (form.is_valid() and form.cleaned_data["ngay"]) or clock.today(request)
    rows = catalogue.in_force(on)
    context = {
        "form": form if request.GET else DayForm({"ngay": on}),
        "on": on,
        "groups": catalogue.by_step(rows),
        "document": rows[0].document if rows else None,
        "confirmed": sum(row.confirmed_by_id is not None for row in rows),
        "all": len(rows),
        "may_keep": regimes.keeps_national(request.reach),
    }
    return render(request, "candidates/catalogue/index.html", context, status=200 if form.is_valid() else 400)


@gate(Deed.SEE_RULES)
def row(request: HttpRequest, pk: int) -> HttpResponse:
    """One row with everything that was stored of the paper in its edition."""
    found = _stored(pk)
    context = {"row": found, "history": catalogue.history(found), "may_keep": regimes.keeps_national(request.reach)}
    return render(request, "candidates/catalogue/row.html", context)


@gate(Deed.KEEP_RULES, "GET", "POST")
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm a row as it stands in the text."""
    _demand_province(request)
    found = _stored(pk)
    form = ConfirmRowForm(request.POST or None, version=found.pk)

    def act() -> PaperForm:
        given, day = form.cleaned_data, clock.real_today()
        cataloguing.confirm(found, given["basis"], own=request.reach, today=day, version=given["version"])
        return found

    done = _carried(request, form, act, "Đã xác nhận.")
    return done or render(request, "candidates/catalogue/change.html", {"form": form, "row": found, "confirms": True})


@gate(Deed.KEEP_RULES, "GET", "POST")
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Put another row in the place of a wrong one."""
    _demand_province(request)
    found = _stored(pk)
    form = CorrectRowForm(request.POST or None, row=found)

    def act() -> PaperForm:
        given = form.cleaned_data
        return cataloguing.correct(found, form.said, given["reason"], own=request.reach, version=given["version"])

    done = _carried(request, form, act, "Đã đính chính; dòng cũ được giữ lại.")
    return done or render(request, "candidates/catalogue/change.html", {"form": form, "row": found})


def _carried(request: HttpRequest, form: DeedForm, act: Callable[[], PaperForm], said: str) -> HttpResponse | None:
    """Do ``act`` once and go to the page of the row that stands then; None when the form must be shown."""
    if request.method != "POST":
        return None

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        outcome = reverse("regimes:catalogue_row", args=[act().pk])
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    return carry_out(request, Deed.KEEP_RULES, form, work, said)


def _demand_province(request: HttpRequest) -> None:
    if not regimes.keeps_national(request.reach):
        raise PermissionDenied(regimes.ONLY_THE_PROVINCE)


def _stored(pk: int) -> PaperForm:
    return get_object_or_404(catalogue.rows(), pk=pk)
