"""The tree of units as at a day, and one unit with its figures."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from organizations import clock, declared, tree
from organizations.enums import CELL_KINDS, GRASSROOTS_KINDS, Deed
from organizations.gate import NothingHere, gate
from organizations.models import Figure, Unit, UnitVersion


@gate(Deed.SEE_UNITS)
def index(request: HttpRequest) -> HttpResponse:
    """Go to the unit of the person's own post."""
    return redirect("organizations:unit", request.reach.roots(Deed.SEE_UNITS)[0].code)


@gate(Deed.SEE_UNITS)
def unit(request: HttpRequest, code: str) -> HttpResponse:
    """One unit as at a day: path, children, declared figures."""
    own = get_object_or_404(request.reach.units(Deed.SEE_UNITS), code=code)
    on = clock.today(request)
    shown = tree.version(own, on)
    if shown is None:
        raise NothingHere("Tổ chức đảng này không tồn tại tại ngày đang xem.")
    return render(request, "organizations/unit.html", _context(own, shown, on, request))


def _context(own: Unit, shown: UnitVersion, on: date, request: HttpRequest) -> dict:
    reached = set(request.reach.units(Deed.SEE_UNITS).values_list("pk", flat=True))
    return {
        "shown": shown,
        "path": [{"version": step, "open": step.unit_id in reached} for step in tree.path(own, on)[:-1]],
        "children": tree.children(own, on),
        "members": declared.members(own, date(on.year, 1, 1)) if shown.kind not in CELL_KINDS else None,
        "may_declare": shown.kind in GRASSROOTS_KINDS and request.reach.covers(Deed.DECLARE_FIGURES, own),
        "figures": Figure.objects.filter(unit=own, in_force=True, on__lte=on).order_by("-on", "kind"),
    }
