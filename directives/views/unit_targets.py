"""The organisations behind a target that counts organisations: those that reached it, those left, those without sources."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directives import register, unit_progress
from directives.enums import UNIT_MEASURES
from directives.models import Target
from organizations import clock, tree
from organizations.enums import Deed
from organizations.gate import gate


@gate(Deed.SEE_STATISTICS)
def units(request: HttpRequest, pk: int) -> HttpResponse:
    """Each organisation under the target's unit with how it stands; none is ranked."""
    on = clock.today(request)
    seen = Target.objects.filter(measure__in=UNIT_MEASURES, unit__in=request.reach.units(Deed.SEE_STATISTICS))
    known = seen.filter(directive__in=register.seen(request.reach).values("pk"))
    cited = known.annotate(unit_name=tree.name_on(on)).select_related("directive__document", "unit")
    item = unit_progress.of_target(get_object_or_404(cited, pk=pk), on)
    groups = (
        ("Đã đạt", "done", item.units.met),
        ("Còn nguồn, chưa đạt", "soon", item.units.left),
        ("Không còn nguồn", "", item.units.without),
    )
    return render(request, "directives/unit_target.html", {"item": item, "target": item.target, "groups": groups})
