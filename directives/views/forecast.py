"""The forecast of one target in one unit: what is expected, how sure, by when a candidate must pass each stage."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directives import forecast_words as words
from directives import forecasts, progress, register
from directives.enums import ORGANISATION_MEASURES, UNIT_MEASURES
from directives.forecasts import AnyMet
from directives.foreseen import Forecast
from directives.models import Target
from directives.views.asked_unit import asked_unit
from organizations import clock
from organizations.enums import Deed
from organizations.gate import gate


@gate(Deed.SEE_STATISTICS)
def forecast(request: HttpRequest, pk: int) -> HttpResponse:
    """The forecast with the latest days and what is needed; ``don_vi`` chooses a unit of the reach under the target's."""
    asked = Target.objects.exclude(measure__in=ORGANISATION_MEASURES | UNIT_MEASURES)
    asked = asked.filter(directive__in=register.seen(request.reach))
    target = get_object_or_404(asked.select_related("directive__document", "clause__document", "unit"), pk=pk)
    item = progress.of_target(target, asked_unit(request, target), clock.today(request))
    found = forecasts.of_progress(item)
    return render(request, "directives/forecast.html", {"target": target, "whole": True} | shown(item, found))


def shown(item: AnyMet, found: Forecast) -> dict:
    """What ``directives/_forecast.html`` shows of a forecast beside the progress that it goes on from."""
    return {
        "item": item,
        "forecast": found,
        "likely": words.likely(found),
        "how": words.how(item.target.measure),
        "rests_on": words.rests_on(found),
        "needed": [words.more(each) for each in found.more],
        "drawing": words.draw(found),
    }
