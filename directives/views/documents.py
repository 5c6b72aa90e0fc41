"""Documents that ask for something: the list, and one with its clauses, its targets and how far they are met."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directives import progress
from directives.models import Directive
from organizations import clock
from organizations.enums import Deed
from organizations.gate import gate


@gate(Deed.SEE_DOCUMENTS)
def index(request: HttpRequest) -> HttpResponse:
    """All directives, the newest first."""
    found = Directive.objects.select_related("document").order_by("-document__issued_on", "pk")
    return render(request, "directives/list.html", {"directives": found})


@gate(Deed.SEE_DOCUMENTS)
def directive(request: HttpRequest, pk: int) -> HttpResponse:
    """One directive: what it says in our own words, and the progress of its targets within the person's reach."""
    found = get_object_or_404(Directive.objects.select_related("document"), pk=pk)
    context = {
        "directive": found,
        "clauses": found.document.clauses.all(),
        "targets": found.targets.select_related("clause", "confirmed_by", "unit"),
        "progress": _progress(request, found),
    }
    return render(request, "directives/directive.html", context)


def _progress(request: HttpRequest, found: Directive) -> list[progress.Progress]:
    """Progress is counted only for those who may see statistics, and only of units in their reach."""
    own, on = request.reach, clock.today(request)
    targets = progress.targets_on(own.units(Deed.SEE_STATISTICS), on).filter(directive=found)
    return [progress.of_target(target, target.unit, on) for target in targets]
