"""Adding a person to the sources of a cell, and correcting what is known of one."""

from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import actions, queries
from candidates.actions import DOSSIER_FIELDS, PERSON_FIELDS
from candidates.forms import CandidateForm, NewCandidateForm
from candidates.models import Dossier
from candidates.models.candidate import SENSITIVE
from organizations import clock, submission, tree
from organizations.access import Reach
from organizations.acting import record_reading
from organizations.enums import CELL_KINDS, Deed
from organizations.gate import demand, gate
from organizations.handling import carry_out
from organizations.models import Unit, UnitVersion


@gate(Deed.ADD_CANDIDATE, "GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Open a dossier at nguồn."""
    today = clock.today(request)
    reached = cells(request.reach, today)
    initial = {"on": today} | ({"unit": reached[0]} if len(reached) == 1 else {})
    form = NewCandidateForm(request.POST or None, today=today, cells=reached, own=request.reach, initial=initial)

    def work() -> str:
        given = form.cleaned_data
        submission.check_unspent(given["form_token"])
        if not given["not_the_same"]:
            actions.check_new(request.reach, given["full_name"], given["birth_year"])
        known = {"own": request.reach, "today": today, "basis": given["basis"]}
        made = actions.add_candidate(given["unit"], given, on=given["on"], **known)
        made.refresh_from_db(fields=["code"])
        outcome = reverse("candidates:dossier", args=[made.code])
        submission.spend(given["form_token"], outcome)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.ADD_CANDIDATE, form, work, "Đã thêm vào nguồn.")
    if done:
        return done
    return render(request, "candidates/new.html", {"form": form})


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Correct what is known of a person; sensitive fields only for those with the deed, and their reading is recorded."""
    found = get_object_or_404(queries.dossiers(request.reach), code=code)
    demand(request, Deed.EDIT_CANDIDATE, found.unit)
    form = CandidateForm(request.POST or None, today=clock.today(request), version=found.version, initial=_known(found))
    _guard_sensitive(request, form, found)
    outcome = reverse("candidates:dossier", args=[code])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        actions.edit_candidate(found, given, own=request.reach, version=given["version"] or 0)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.EDIT_CANDIDATE, form, work, "Đã lưu thông tin.")
    if done:
        return done
    return render(request, "candidates/edit.html", {"form": form, "dossier": found})


def cells(own: Reach, on: date) -> QuerySet[Unit]:
    """Return the cells of a reach in which somebody may be added, with their names of a day."""
    of_cells = UnitVersion.objects.on(on).filter(kind__in=CELL_KINDS).values("unit")
    reached = own.units(Deed.ADD_CANDIDATE).filter(pk__in=of_cells)
    return reached.annotate(name=tree.name_on(on, "pk")).order_by("code")


def _known(found: Dossier) -> dict:
    known = {name: getattr(found.person, name) for name in PERSON_FIELDS}
    return known | {name: _as_choice(getattr(found, name)) for name in DOSSIER_FIELDS}


def _as_choice(value: object) -> object:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else value


def _guard_sensitive(request: HttpRequest, form: CandidateForm, found: Dossier) -> None:
    if request.reach.covers(Deed.SEE_SENSITIVE, found.unit):
        record_reading(request.user, Deed.SEE_SENSITIVE, f"Hồ sơ {found.code}", 1)
        return
    for name in SENSITIVE:
        del form.fields[name]
