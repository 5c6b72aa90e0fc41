"""The list of dossiers that lack something: what, and where it is filled in."""

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from candidates import checklist, lacking, queries
from candidates.lacking import Lack
from candidates.models import StageEntry
from candidates.record_forms import LackingForm
from candidates.records import RecordKind
from candidates.statistics import Cell
from candidates.views.paging import shown_page
from organizations import clock
from organizations.enums import Deed
from organizations.gate import gate

PAGE_SIZE = 50
# Where each thing is recorded; what is not here belongs to a step, or to what is known of the person.
RECORDED_AT = {
    Lack.WORKPLACE: RecordKind.OPINION,
    Lack.RESIDENCE: RecordKind.OPINION,
    Lack.CHECKS: RecordKind.CHECK,
    Lack.INTRODUCERS: RecordKind.INTRODUCER,
    Lack.HELPER: RecordKind.HELPER,
    Lack.RATINGS: RecordKind.RATING,
    Lack.COMMENDATION: RecordKind.COMMENDATION,
}
KNOWN_OF_PERSON = (Lack.BIRTH_DATE, Lack.OCCUPATION)


@gate(Deed.SEE_DOSSIERS)
def index(request: HttpRequest) -> HttpResponse:
    """Open dossiers from the class up to the proposal that lack something as at the day; an unknown filter is a 400."""
    own, today = request.reach, clock.today(request)
    units = queries.units_to_choose(own, today, request.GET.getlist("don_vi"))
    form = LackingForm(request.GET, units=units, last=clock.real_today())
    if not form.is_valid():
        return render(request, "candidates/lacking.html", {"form": form}, status=400)
    asked, lack = form.cleaned_data["don_vi"], form.cleaned_data["thieu"]
    on = form.cleaned_data["tai_ngay"] or today
    cell = Cell((asked,) if asked else tuple(own.roots(Deed.SEE_DOSSIERS)), lacking.STAGES, on)
    found = lacking.listed(cell, own)
    rows = lacking.only(found, Lack(lack) if lack else None).order_by("dossier__person__name_key", "pk")
    page = Paginator(checklist.with_papers(rows, on), PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "chips": _chips(lacking.counts(found), lack, request.GET),
        "rows": _rows(list(page), on),
        "on": on,
        "page": shown_page(page, request.GET),
        "total": page.paginator.count,
    }
    return render(request, "candidates/lacking.html", context)


def _chips(counts: dict[Lack, int], current: str, state: QueryDict) -> list[dict]:
    """One chip for each thing that somebody lacks, with how many; the chip in force leads back to all."""
    return [
        {
            "label": lack.label,
            "count": count,
            "query": _query(state, "" if lack == current else lack),
            "current": lack == current,
        }
        for lack, count in counts.items()
        if count or lack == current
    ]


def _query(state: QueryDict, lack: str) -> str:
    changed = state.copy()
    for name in ("trang", "thieu"):
        changed.pop(name, None)
    if lack:
        changed["thieu"] = lack
    return changed.urlencode()


def _rows(entries: list[StageEntry], on: date) -> list[dict]:
    papers = checklist.of_rows(entries, on)
    return [_row(entry) | {"papers": papers[entry.dossier_id]} for entry in entries]


def _row(entry: StageEntry) -> dict:
    return {"entry": entry, "lacked": [(each.words, _address(entry, each.lack)) for each in lacking.lacked(entry)]}


def _address(entry: StageEntry, lack: Lack) -> str:
    """Where a thing is filled in, for whoever may; else the dossier, whose next steps bring the papers of the steps."""
    code = entry.dossier.code
    if lack in KNOWN_OF_PERSON and entry.may_edit:
        return reverse("candidates:edit", args=[code])
    if lack in RECORDED_AT and entry.may_record:
        return reverse("candidates:record", args=[code, RECORDED_AT[lack].value])
    return reverse("candidates:dossier", args=[code])
