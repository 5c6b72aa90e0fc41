"""The root address: leadership and officers see where things stand, everybody what waits for them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from candidates import arrivals, nominations
from directives import pressing, register, waiting
from organizations import clock, tree
from organizations.access import Reach
from organizations.enums import PARTY_KINDS, Deed
from organizations.gate import NothingHere, gate
from organizations.models import Unit
from reports import overview, worklist
from reports.rounds import desk as closing


@gate(Deed.SEE_DESK)
def desk(request: HttpRequest) -> HttpResponse:
    """The person's first page; ``don_vi`` chooses a unit of their reach."""
    on = clock.today(request)
    unit = _unit(request)
    version = tree.version(unit, on)
    if version is None:
        raise NothingHere("Tổ chức này không tồn tại tại ngày đang xem.")
    context = {"version": version, "is_party": version.kind in PARTY_KINDS}
    return render(request, "reports/desk.html", context | _numbers(request, unit) | _waiting(request))


def _numbers(request: HttpRequest, unit: Unit) -> dict:
    """What is counted for those who lead, and for an organisation what became of whom it nominated."""
    own, on = request.reach, clock.today(request)
    leads = own.grants(Deed.SEE_STATISTICS) and not _keeps_tasks(request)
    nominates = own.grants(Deed.NOMINATE)
    return {
        "overview": overview.overview(unit, on, register.seen(own)) if own.grants(Deed.SEE_STATISTICS) else None,
        "late_units": overview.late_units(unit, on) if leads and not own.grants(Deed.MAKE_KNOWN) else (),
        "nominated": nominations.own_overview(own, on) if nominates else (),
        "may_nominate": nominates,
    }


def _waiting(request: HttpRequest) -> dict:
    """What waits for this person: dossiers, nominations to answer, duties to do."""
    own, on = request.reach, clock.today(request)
    return {
        "tasks": worklist.tasks(own, on) if _has_turns(request) else worklist.NOTHING,
        "keeps_tasks": _has_turns(request),
        "arriving": arrivals.waiting(own, on) if _receives(own) else (),
        "to_answer": nominations.waiting(own, on) if own.grants(Deed.ANSWER_NOMINATION) else None,
        "duties": waiting.waiting(own, on) if own.grants(Deed.MAKE_KNOWN) else (),
        "pressing": pressing.lines(own, on),
        "rounds": closing.lines(own, on),
        "closes": own.grants(Deed.CONFIRM_FIGURES) or own.grants(Deed.OPEN_ROUND),
        "may_add": own.grants(Deed.ADD_CANDIDATE),
        "runs_classes": own.grants(Deed.RUN_CLASSES) and not own.grants(Deed.SEE_DOSSIERS),
        "keeps_accounts": own.grants(Deed.MANAGE_ACCOUNTS),
        "audits": own.grants(Deed.SEE_AUDIT),
        "prints": own.grants(Deed.PRINT_FORM),
        "appraises": own.grants(Deed.RETURN_DOSSIER),
        "reviews": own.grants(Deed.MOVE_AS_CELL),
        "holds_meetings": own.grants(Deed.HOLD_MEETING),
    }


def _keeps_tasks(request: HttpRequest) -> bool:
    return any(request.reach.grants(deed) for deed in worklist.STEPS)


def _receives(own: Reach) -> bool:
    """Say whether dossiers that come from elsewhere are this person's to receive: for a cell, or entered for one."""
    return own.grants(Deed.MOVE_AS_CELL) or own.grants(Deed.ENTER_FOR_CELL)


def _has_turns(request: HttpRequest) -> bool:
    return any(request.reach.grants(deed) for deed in worklist.TURNS)


def _unit(request: HttpRequest) -> Unit:
    if code := request.GET.get("don_vi", "").replace("\0", ""):
        return get_object_or_404(request.reach.units(Deed.SEE_STATISTICS), code=code)
    counted = request.reach.roots(Deed.SEE_STATISTICS)
    return counted[0] if counted else request.reach.first.unit
