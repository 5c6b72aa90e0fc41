"""The forecast of one target in one unit: what is expected, how sure, by when a candidate must pass each stage."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directives import forecast_words as words
from directives import forecasts, progress, register
from directives.enums import ORGANISATION_MEASURES, UNIT_MEASURES
from directives.forecasts import Forecast
from directives.models import Target
from directives.progress import Progress
from organizations import clock, tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.gate import NothingHere, gate
from organizations.models import Unit

NOT_ASKED = "Chỉ tiêu này không giao cho tổ chức đảng đó, cũng không giao cho cấp trên của nó tại ngày đang xem."


@gate(Deed.SEE_STATISTICS)
def forecast(request: HttpRequest, pk: int) -> HttpResponse:
    """The forecast with the latest days and what is needed; ``don_vi`` chooses a unit of the reach under the target's."""
    asked = Target.objects.exclude(measure__in=ORGANISATION_MEASURES | UNIT_MEASURES)
    asked = asked.filter(directive__in=register.seen(request.reach))
    target = get_object_or_404(asked.select_related("directive__document", "clause__document", "unit"), pk=pk)
    on, code = clock.today(request), request.GET.get("don_vi", "").replace("\0", "")
    unit = _unit(request.reach, target, on, code)
    item = progress.of_target(target, unit, on)
    found = forecasts.of_progress(item)
    return render(request, "directives/forecast.html", {"target": target, "whole": True} | shown(item, found))


def shown(item: Progress, found: Forecast) -> dict:
    """What ``directives/_forecast.html`` shows of a forecast beside the progress that it goes on from."""
    return {
        "item": item,
        "forecast": found,
        "likely": words.likely(found),
        "rests_on": words.rests_on(found),
        "needed": [words.more(each) for each in found.more],
        "drawing": words.draw(found),
    }


def _unit(own: Reach, target: Target, on, code: str) -> Unit:
    """The unit asked for, else the target's own, else the first of the reach under it; 404 where it is asked of none."""
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
