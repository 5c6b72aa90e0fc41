"""The list of dossiers and the page of one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import (
    checklist,
    clocks,
    judged,
    lists,
    memberships,
    moves,
    neighbours,
    nominations,
    queries,
    records,
    stages,
    statistics,
    timeline,
    votes,
    voting,
)
from candidates import dossier as reading
from candidates.enums import EXITS, MAIN_LINE, OPEN, SUBMITTED, Stage
from candidates.filters import DossierFilter
from candidates.levels import Line
from candidates.models import Dossier, Paper, StageEntry
from candidates.rules.verdict import Verdict
from candidates.views.paging import shown_page
from candidates.views.sensitive import sees_leaving
from organizations import clock, tree
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.gate import NothingHere, demand, gate

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


@gate(Deed.SEE_DOSSIERS)
def dossier(request: HttpRequest, code: str) -> HttpResponse:
    """One dossier as at the day one looks from: what it waits for, its way, its next steps and why others are not."""
    found, today = _found(request, code), clock.today(request)
    entries = [entry for entry in found.steps if entry.on <= today]
    if not entries:
        raise NothingHere(f"Tại ngày {date_vn(today)} hồ sơ này chưa được lập. Hãy chọn ngày xem muộn hơn.")
    options = stages.possible_moves(found, request.reach, today)
    line = Line(found, today)
    said = judged.of(found, entries, today, _known(options))
    context = {
        "dossier": found,
        "entry": entries[-1],
        "wait": reading.wait(entries[-1], today, line),
        "steps": reading.bar(entries, line),
        "path": tree.path(found.unit, today),
        "judged": said,
        "open_criteria": sum(len(each.open) for each in said if each.is_live),
        "next": _next_steps(found, options),
        "neighbours": _neighbours(request, found, today),
    }
    context |= _around(request, found, today) | _rights(request, found, entries[-1])
    return render(request, "candidates/dossier.html", context)


def _next_steps(found: Dossier, options: list[stages.Option]) -> dict:
    """The steps forward that this person may make, the other ways, and why the rest is not open."""
    owned = [option for option in options if option.is_open or option.is_owned]
    forward = [option for option in owned if option.goes_forward]
    blocked = [option for option in options if not option.is_open and (option.goes_forward or option.is_owned)]
    return {
        "moves": [_link(found, option) for option in forward],
        "other": [_link(found, option) for option in owned if option not in forward],
        "blocked": [{"label": option.label, "reasons": option.against} for option in blocked],
    }


def _neighbours(request: HttpRequest, found: Dossier, today: date) -> dict | None:
    """Where one stands in the list from which one came, as the address of the list tells it; None without one."""
    if "ds" not in request.GET:
        return None
    asked = DossierFilter(QueryDict(request.GET["ds"]), own=request.reach, today=today)
    if not asked.form.is_valid() or asked.is_sensitive:
        return None
    return {"place": neighbours.of(asked.rows, found.code), "list": request.GET["ds"]}


def _found(request: HttpRequest, code: str) -> Dossier:
    """The dossier with everything that its page shows: one query for each kind of row."""
    full = queries.in_full(request.reach).prefetch_related(_PAPERS, *records.PREFETCH)
    found = get_object_or_404(full, code=code)
    request.reach.know(found.unit, found.above)
    return found


def _around(request: HttpRequest, found: Dossier, today: date) -> dict:
    """What stands around the way itself: records, memberships, nominations, and everything in the order of its days."""
    sees, nominated = sees_leaving(request, found), nominations.of(found.person, request.reach, today)
    return {
        "sections": records.sections(found, today, sees_sensitive=sees),
        "events": timeline.of(found, today, nominated, sees_sensitive=sees),
        "memberships": memberships.of(found.person, today),
        "nominations": nominated,
        "votes": votes.of(found, today),
        "clocks": _clocks(request, found, today),
        "papers": checklist.of(found, today),
    }


def _clocks(request: HttpRequest, found: Dossier, today: date) -> dict:
    """The clocks that run and those of the past, and whether this person may extend the one that runs."""
    every = clocks.of(found, today)
    entry = next(each for each in found.steps if each.until is None)
    is_open = entry.stage in SUBMITTED and entry.on <= today and entry.due_on and not entry.extended_to
    return {
        "running": [each for each in every if each.is_running],
        "past": [each for each in every if not each.is_running],
        "member_since": clocks.member_since(each for each in found.steps if each.on <= today),
        "may_extend": bool(is_open) and request.reach.covers(Deed.MOVE_AS_BOARD, found.unit),
    }


def _rights(request: HttpRequest, found: Dossier, entry: StageEntry) -> dict:
    """What this person may do on the page besides the next steps."""
    return {
        "may_edit": request.reach.covers(Deed.EDIT_CANDIDATE, found.unit),
        "may_record": request.reach.covers(Deed.RECORD_PAPER, found.unit),
        "may_vote": entry.stage in votes.STAGES and voting.may_record(request.reach, found.unit),
        "may_correct": _may_correct(request, found, entry),
        "awaits_receipt": _awaits_receipt(entry) and _may_receive(request, found),
    }


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


def _link(found: Dossier, option: stages.Option) -> dict:
    url = reverse("candidates:step", args=[found.code, option.to.value])
    return {"label": option.label, "url": url, "is_main": option.is_open and option.goes_forward}


def _known(options: list[stages.Option]) -> Sequence[Verdict]:
    """The verdicts that the next steps have asked for already."""
    return next((option.verdicts for option in options if option.verdicts), ())


def _may_correct(request: HttpRequest, found: Dossier, entry: StageEntry) -> bool:
    move = moves.made(entry.from_stage, entry.stage)
    if move is None or entry.until is not None:
        return False
    return request.reach.covers(stages.deed_of(request.reach, move, found.unit), found.unit)


def _may_receive(request: HttpRequest, found: Dossier) -> bool:
    receiving = moves.find(Stage.DECIDED, Stage.ADMITTED)
    return request.reach.covers(stages.deed_of(request.reach, receiving, found.unit), found.unit)


def _awaits_receipt(entry: StageEntry) -> bool:
    return entry.until is None and entry.stage == Stage.DECIDED and entry.brought.received_on is None
