"""Handing a dossier on: its sheet for the national member database, the mark that it was entered, taking the mark back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import handing, handing_fields, handing_on, queries
from candidates.handing_fields import TypedAt
from candidates.handing_forms import HandOnForm
from candidates.handing_on import Line
from candidates.models import Dossier
from candidates.record_forms import TakeBackForm
from candidates.records import RecordKind
from organizations import clock, submission
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.gate import NothingHere, gate
from organizations.handling import carry_out

UNDECIDED = "Hồ sơ này chưa có quyết định kết nạp, nên chưa có phiếu dữ liệu."


@gate(Deed.HAND_ON)
def sheet(request: HttpRequest, code: str) -> HttpResponse:
    """The fields for the database: what is missing first, each with the way to where it is typed in; the reading is recorded."""
    found, today = _decided(request, code), clock.today(request)
    sees = request.reach.covers(Deed.SEE_SENSITIVE, found.unit)
    made = handing_on.sheet(found, today, sees_sensitive=sees)
    record_reading(request.user, Deed.HAND_ON, f"Phiếu dữ liệu của hồ sơ {found.code}", 1)
    context = {
        "dossier": found,
        "sheet": made,
        "missing": [(line, _address(found, line)) for line in made.missing],
        "not_held": handing_fields.NOT_HELD,
        "sees_sensitive": sees,
        "mark": found.handed_on_rows.select_related("by").first(),
    }
    return render(request, "candidates/handing/sheet.html", context)


@gate(Deed.HAND_ON, "GET", "POST")
def mark(request: HttpRequest, code: str) -> HttpResponse:
    """Record on which day the dossier was entered into the database."""
    found, today = _decided(request, code), clock.today(request)
    form = HandOnForm(request.POST or None, initial={"on": today})
    outcome = reverse("candidates:sheet", args=[code])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        handing.mark(found, form.cleaned_data["on"], own=request.reach, today=today)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.HAND_ON, form, work, "Đã ghi là đã nhập.")
    return done or render(request, "candidates/handing/mark.html", {"form": form, "dossier": found})


@gate(Deed.HAND_ON, "GET", "POST")
def correct(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take a mistaken mark back."""
    found = _decided(request, code)
    row = get_object_or_404(found.handed_on_rows.select_related("dossier__unit"), pk=pk)
    form, outcome = TakeBackForm(request.POST or None), reverse("candidates:sheet", args=[code])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        handing.take_back(row, form.cleaned_data["reason"], own=request.reach)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.HAND_ON, form, work, "Đã đính chính.")
    return done or render(request, "candidates/handing/mark.html", {"form": form, "dossier": found, "mark": row})


def _decided(request: HttpRequest, code: str) -> Dossier:
    """A dossier of the reach; 404 with a sentence before its decision."""
    rows = queries.dossiers(request.reach, Deed.HAND_ON).prefetch_related(*handing_on.ROWS)
    found = get_object_or_404(rows, code=code)
    if not handing_on.is_decided(found, clock.today(request)):
        raise NothingHere(UNDECIDED)
    return found


def _address(dossier: Dossier, line: Line) -> str:
    """Where a missing value is typed in; what a step brings is corrected from the page of the dossier."""
    records = {TypedAt.HELPER: RecordKind.HELPER, TypedAt.INTRODUCER: RecordKind.INTRODUCER}
    place = line.field.typed_at
    if place in records:
        return reverse("candidates:record", args=[dossier.code, records[place].value])
    if place == TypedAt.FACTS:
        return reverse("candidates:edit", args=[dossier.code])
    if place == TypedAt.UNIT:
        return reverse("organizations:unit", args=[dossier.unit.code])
    return reverse("candidates:dossier", args=[dossier.code])
