"""The root address: leadership and officers see where things stand, whoever records steps sees what waits for them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from organizations import clock, tree
from organizations.enums import Deed
from organizations.gate import NothingHere, gate
from organizations.models import Unit
from reports import overview, worklist


@gate(Deed.SEE_DESK)
def desk(request: HttpRequest) -> HttpResponse:
    """The person's first page; ``don_vi`` chooses a unit of their reach."""
    own, on = request.reach, clock.today(request)
    unit = _unit(request)
    version = tree.version(unit, on)
    if version is None:
        raise NothingHere("Tổ chức đảng này không tồn tại tại ngày đang xem.")
    keeps_tasks = any(own.grants(deed) for deed in worklist.STEPS)
    leads = own.grants(Deed.SEE_STATISTICS) and not keeps_tasks
    context = {
        "version": version,
        "overview": overview.overview(unit, on) if own.grants(Deed.SEE_STATISTICS) else None,
        "late_units": overview.late_units(unit, on) if leads else (),
        "tasks": worklist.tasks(own, on),
        "keeps_tasks": keeps_tasks,
        "may_add": own.grants(Deed.ADD_CANDIDATE),
    }
    return render(request, "reports/desk.html", context)


def _unit(request: HttpRequest) -> Unit:
    if code := request.GET.get("don_vi", "").replace("\0", ""):
        return get_object_or_404(request.reach.units(Deed.SEE_STATISTICS), code=code)
    counted = request.reach.roots(Deed.SEE_STATISTICS)
    return counted[0] if counted else request.reach.first.unit
