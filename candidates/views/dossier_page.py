"""The page of one dossier: what it waits for, the next steps and why others are not open, and everything around its way."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import (
    acts,
    agenda,
    checklist,
    clocks,
    judged,
    memberships,
    moves,
    neighbours,
    nominations,
    owners,
    queries,
    records,
    stages,
    timeline,
    undoing,
    votes,
    voting,
)
from candidates import dossier as reading
from candidates.enums import SUBMITTED, Stage
from candidates.filters import DossierFilter
from candidates.levels import Line
from candidates.models import Dossier, Paper, StageEntry
from candidates.rules.verdict import Verdict
from candidates.views import beside
from candidates.views.sensitive import sees_leaving
from organizations import clock, tree
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.gate import NothingHere, gate
from organizations.models import UnitVersion

_PAPERS = Prefetch("papers", Paper.objects.select_related("expires_rule__document", "checked_by"))


@gate(Deed.SEE_DOSSIERS)
def dossier(request: HttpRequest, code: str) -> HttpResponse:
    """One dossier as at the day one looks from: what it waits for, its way, its next steps and why others are not."""
    found, today = _found(request, code), clock.today(request)
    entries = [entry for entry in found.steps if entry.on <= today]
    if not entries:
        raise NothingHere(f"Tại ngày {date_vn(today)} hồ sơ này chưa được lập. Hãy chọn ngày xem muộn hơn.")
    line, path = Line(found, today), tree.path(found.unit, today)
    options = stages.possible_moves(found, request.reach, today, line)
    said = judged.of(found, entries, today, _known(options))
    context = {
        "dossier": found,
        "entry": entries[-1],
        "wait": _wait(found, entries[-1], line, path, today),
        "steps": reading.bar(entries, line),
        "path": path,
        "judged": said,
        "open_criteria": sum(len(each.open) for each in said if each.is_live),
        "open_moment": next((each.moment for each in said if each.is_live), ""),
        "neighbours": _neighbours(request, found, today),
    }
    context["beside"] = aside = beside.around(request, found, entries[-1], today)
    context["next"] = _next_steps(found, options, aside)
    context |= (
        _around(request, found, today, aside)
        | _rights(request, found, entries[-1])
        | _links(request, found, entries, line)
    )
    return render(request, "candidates/dossier.html", context)


def _wait(found: Dossier, entry: StageEntry, line: Line, path: list[UnitVersion], today: date) -> reading.Wait:
    """The sentence under the name."""
    owner = owners.next_owner(found, today, line)
    known = path if owner and owner.unit.pk == found.unit_id else ()
    return reading.wait(entry, today, owner, owners.where(owner, today, known) if owner else "")


def _next_steps(found: Dossier, options: list[stages.Option], aside: dict) -> dict:
    """The steps forward that this person may make, the other ways, and why the rest is not open.

    Leaving for another unit, followed here or not, begins on one page of its own.
    """
    owned = [option for option in options if option.is_open or option.is_owned]
    forward = [option for option in owned if option.goes_forward]
    blocked = [option for option in options if not option.is_open and (option.goes_forward or option.is_owned)]
    return {
        "moves": [_link(found, option) for option in forward],
        "other": [*_side_links(found, aside), *(_link(found, each) for each in owned if _goes_aside(each))],
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
    full = queries.in_full(request.reach).prefetch_related(_PAPERS, agenda.pending(), *records.PREFETCH)
    found = get_object_or_404(full, code=code)
    request.reach.know(found.unit, found.above)
    return found


def _around(request: HttpRequest, found: Dossier, today: date, aside: dict) -> dict:
    """What stands around the way itself: records, memberships, nominations, and everything in the order of its days."""
    sees, nominated = sees_leaving(request, found), nominations.of(found.person, request.reach, today)
    known = timeline.Around(nominated, [each["shown"] for each in aside["rows"]], aside["moved"])
    return {
        "sections": records.sections(found, today, sees_sensitive=sees),
        "events": timeline.of(found, today, known, sees_sensitive=sees),
        "memberships": memberships.of(found.person, today),
        "nominations": nominated,
        "votes": votes.of(found, today),
        "clocks": _clocks(request, found, today),
        "papers": checklist.as_at(found, today),
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
        "may_undo": entry.until is None and _may_undo(request, found, entry),
        "awaits_receipt": _awaits_receipt(entry) and _may_receive(request, found),
    }


def _link(found: Dossier, option: stages.Option) -> dict:
    url = reverse("candidates:step", args=[found.code, option.to.value])
    return {"label": option.label, "url": url, "is_main": option.is_open and option.goes_forward}


def _goes_aside(option: stages.Option) -> bool:
    return not option.goes_forward and option.to != Stage.MOVED_OUT


def _side_links(found: Dossier, aside: dict) -> list[dict]:
    """What this person may begin beside the stage: a return, a pause, a question to the superior, the way to another unit."""
    begins = [(each.verb, reverse("candidates:hold", args=[found.code, each.kind.value])) for each in aside["begins"]]
    sends = (
        [("Giới thiệu chuyển đơn vị", reverse("candidates:transfer", args=[found.code]))] if aside["may_send"] else []
    )
    return [{"label": label, "url": url} for label, url in (*begins, *sends)]


def _known(options: list[stages.Option]) -> Sequence[Verdict]:
    """The verdicts that the next steps have asked for already."""
    return next((option.verdicts for option in options if option.verdicts), ())


def _links(request: HttpRequest, found: Dossier, entries: list[StageEntry], line: Line) -> dict:
    """Which pages about the papers of the dossier this person may open from here."""
    own, unit = request.reach, found.unit
    decided = any(entry.stage == Stage.DECIDED for entry in entries)
    return {
        "may_print": own.covers(Deed.PRINT_FORM, unit),
        "may_hand_on": decided and own.covers(Deed.HAND_ON, unit),
        "may_mark": not found.waiting and own.covers(Deed.HOLD_MEETING, unit) and _meets_next(request, found, line),
    }


def _meets_next(request: HttpRequest, found: Dossier, line: Line) -> bool:
    """Say whether a meeting makes the next step, and one that this person records."""
    move = line.next_move(Stage(found.stage))
    if move is None or move.to not in agenda.BROUGHT:
        return False
    return stages.owns(request.reach, move, found.unit)


def _may_undo(request: HttpRequest, found: Dossier, entry: StageEntry) -> bool:
    """Say whether this person may take back what was done last; of a history from before acts were kept, the last step."""
    if act := acts.last(found):
        act.dossier = found
        return undoing.may(request.reach, act)
    move = moves.made(entry.from_stage, entry.stage)
    if move is None:
        return False
    return stages.owns(request.reach, move, found.unit)


def _may_receive(request: HttpRequest, found: Dossier) -> bool:
    receiving = moves.find(Stage.DECIDED, Stage.ADMITTED)
    return stages.owns(request.reach, receiving, found.unit)


def _awaits_receipt(entry: StageEntry) -> bool:
    return entry.until is None and entry.stage == Stage.DECIDED and entry.brought.received_on is None
