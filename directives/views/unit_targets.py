"""The organisations behind a target that counts organisations: those that reached it, those left, those without sources."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directives import forecasts, register, unit_progress
from directives.enums import UNIT_MEASURES, Measure
from directives.models import Target
from directives.views.asked_unit import asked_unit
from directives.views.forecast import shown
from organizations import clock, tree
from organizations.enums import Deed
from organizations.gate import gate

REACHED = {
    Measure.UNITS_ADMITTING: ("Đã có kết nạp", "Còn nguồn, chưa kết nạp", "Không còn nguồn: không tính vào mẫu số"),
    Measure.UNITS_FOUNDED: (
        "Thành lập mới",
        "",
        "Kế thừa tổ chức đã có (sáp nhập, chia tách): không tính",
    ),
    Measure.MADE_KNOWN: ("Đã phổ biến", "Chưa báo phổ biến", "Được miễn: không tính vào mẫu số"),
}
STATES = (("Đã đạt", "done"), ("Chưa đạt", "soon"), ("Không tính", ""))


@gate(Deed.SEE_STATISTICS)
def units(request: HttpRequest, pk: int) -> HttpResponse:
    """Each organisation behind the numbers, with how it stands; none is ranked. ``don_vi`` chooses a unit under the target's."""
    on, seen = clock.today(request), register.seen(request.reach)
    known = Target.objects.filter(measure__in=UNIT_MEASURES, directive__in=seen.values("pk"))
    target = get_object_or_404(known.select_related("directive__document", "unit"), pk=pk)
    item = unit_progress.of_target(target, on, asked_unit(request, target))
    words = REACHED[Measure(target.measure)]
    held = (item.units.met, item.units.left, item.units.without)
    groups = list(zip(words, STATES, held, strict=True))
    duties = {body.duty.directive_id for _, _, bodies in groups for body in bodies if body.duty}
    version = tree.version(item.unit, on)
    context = {
        "item": item,
        "target": target,
        "name": version.name if version else item.unit.code,
        "groups": groups,
        "known": set(seen.filter(pk__in=duties).values_list("pk", flat=True)),
    }
    return render(
        request, "directives/unit_target.html", context | shown(item, forecasts.of_progress(item)) | {"whole": True}
    )
