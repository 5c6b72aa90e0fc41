"""The list of dossiers: the people behind every number."""

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from candidates import (
    checklist,
    lists,
    queries,
    statistics,
)
from candidates import dossier as reading
from candidates.enums import EXITS, MAIN_LINE, OPEN, Stage
from candidates.filters import DossierFilter
from candidates.models import Paper, StageEntry
from candidates.views.paging import shown_page
from organizations import clock
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.gate import demand, gate

PAGE_SIZE = 50
_PAPERS = Prefetch("papers", Paper.objects.select_related("expires_rule__document", "checked_by"))


@gate(Deed.SEE_DOSSIERS)
def index(request: HttpRequest) -> HttpResponse:
    """The list behind every number: filters build the cell, its people are shown; an unknown filter is refused (400)."""
    own, today = request.reach, clock.today(request)
    asked = DossierFilter(request.GET, own=own, today=today)
    if not asked.form.is_valid():
        return render(request, "candidates/list.html", {"filter": asked}, status=400)
    if asked.is_sensitive:
        _record_sensitive(request, asked)
    page = Paginator(checklist.with_papers(asked.rows, asked.cell.on), PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "filter": asked,
        "words": lists.in_words(asked.cell),
        "chips": _chips(asked, request.GET),
        "beyond": 0 if asked.narrows else queries.beyond(asked.cell, own),
        "rows": _rows(list(page), asked.cell.on),
        "page": shown_page(page, request.GET),
        "total": page.paginator.count,
        "came_from": urlencode({"ds": _without_page(request.GET)}),
        "may_add": own.grants(Deed.ADD_CANDIDATE),
    }
    return render(request, "candidates/list.html", context)


def _record_sensitive(request: HttpRequest, asked: DossierFilter) -> None:
    """A list by ethnic group or religion opens only with its deed in every unit asked for, and leaves a trace."""
    for unit in asked.cell.units:
        demand(request, Deed.SEE_SENSITIVE, unit)
    people = statistics.count(asked.cell)
    record_reading(request.user, Deed.SEE_SENSITIVE, lists.in_words(asked.cell), people)


def _chips(asked: DossierFilter, state: QueryDict) -> list[dict]:
    """One chip per stage with its count under the same filters; none beside a list of a period."""
    if asked.cell.period:
        return []
    every = replace(asked.cell, stages=(*MAIN_LINE, *EXITS), from_stages=())
    counts = statistics.by_stage(asked.narrowed(every))
    chips = [("Đang theo dõi", OPEN)] + [(stage.label, (stage,)) for stage in every.stages]
    return [
        {
            "label": label,
            "count": sum(counts.get(stage, 0) for stage in stages),
            "query": _with_stages(state, stages),
            "current": stages == asked.cell.stages,
        }
        for label, stages in chips
    ]


def _without_page(state: QueryDict) -> str:
    kept = state.copy()
    kept.pop("trang", None)
    return kept.urlencode()


def _with_stages(state: QueryDict, stages: tuple[Stage, ...]) -> str:
    changed = state.copy()
    for name in ("trang", "buoc", "tu_buoc"):
        changed.pop(name, None)
    changed.setlist("buoc", [] if stages == OPEN else [stage.value for stage in stages])
    return changed.urlencode()


def _rows(entries: list[StageEntry], on: date) -> list[dict]:
    papers = checklist.of_rows(entries, on)
    return [_row(entry, on) | {"papers": papers[entry.dossier_id]} for entry in entries]


def _row(entry: StageEntry, on: date) -> dict:
    return {"entry": entry, "due_words": reading.due_words(entry, on), "due_state": reading.due_state(entry, on)}
