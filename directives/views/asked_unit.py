"""In which unit a target is looked at: the one that the address names, else the nearest of the person's own."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from directives.models import Target
from organizations import clock, tree
from organizations.enums import Deed
from organizations.gate import NothingHere
from organizations.models import Unit

NOT_ASKED = "Chỉ tiêu này không giao cho tổ chức đảng đó, cũng không giao cho cấp trên của nó tại ngày đang xem."


def asked_unit(request: HttpRequest, target: Target) -> Unit:
    """The unit that ``don_vi`` names, else the target's own, else the first of the reach under it; 404 where it is not asked."""
    own, on, code = request.reach, clock.today(request), request.GET.get("don_vi", "").replace("\0", "")
    reached = own.units(Deed.SEE_STATISTICS).filter(pk__in=tree.descendants([target.unit], on))
    if code:
        get_object_or_404(own.units(Deed.SEE_STATISTICS), code=code)
        found = reached.filter(code=code).first()
    else:
        roots = [target.unit_id, *(root.pk for root in own.roots(Deed.SEE_STATISTICS))]
        known = {unit.pk: unit for unit in reached.filter(pk__in=roots)}
        found = next((known[root] for root in roots if root in known), None)
    if found is None:
        raise NothingHere(NOT_ASKED)
    return found
