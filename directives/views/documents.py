"""Documents that ask for something: the list, and one with its clauses, what they created, and how far it is met."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directives import contents, obligations, organisation_progress, progress, readings, unit_progress
from directives.forms import SearchForm
from directives.models import Directive
from directives.views.behind import Row, rows
from organizations import clock, tree
from organizations.enums import Deed
from organizations.gate import gate
from organizations.models import Unit, UnitAncestry
from organizations.paging import shown_page

PAGE_SIZE, SHOWN = 50, 20


@gate(Deed.SEE_DOCUMENTS)
def index(request: HttpRequest) -> HttpResponse:
    """The directives, the newest first, or those that hold the words looked for; marks need not be typed."""
    asked = SearchForm(request.GET)
    if not asked.is_valid():
        return render(request, "directives/list.html", {"form": asked}, status=400)
    words = asked.cleaned_data["tim"]
    page = Paginator(contents.directives(words), PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "form": asked,
        "words": words,
        "directives": page.object_list,
        "page": shown_page(page, request.GET, "văn bản"),
        "sees_organisations": request.reach.grants(Deed.SEE_ORGANISATIONS),
        "sees_rules": request.reach.grants(Deed.SEE_RULES),
    }
    return render(request, "directives/list.html", context)


@gate(Deed.SEE_DOCUMENTS)
def directive(request: HttpRequest, pk: int) -> HttpResponse:
    """One directive: what it says in our own words, what each clause created, and the progress within the person's reach."""
    on = clock.today(request)
    named = Directive.objects.select_related("document", "issuing_unit").annotate(
        unit_name=tree.name_on(on, "issuing_unit")
    )
    found = get_object_or_404(named, pk=pk)
    addressees, citations = list(found.addressees.all()), list(contents.cited(found))
    context = {
        "directive": found,
        "to_act": [each for each in addressees if each.to_act],
        "to_know": [each for each in addressees if not each.to_act],
        "parts": contents.parts(found, citations, on, obligations.within(request.reach, Deed.SEE_DOCUMENTS)),
        "citations": [each for each in citations if each.clause_id is None],
        "citing": contents.citing(found),
        "progress": _progress(request, found),
        "unit_progress": _unit_progress(request, found),
        "organisations": _organisations(request, found),
        "sees_organisations": request.reach.grants(Deed.SEE_ORGANISATIONS),
        "may_switch": readings.may_switch(request.reach, found),
        "may_add_target": request.reach.grants(Deed.KEEP_DOCUMENTS),
        "shares_targets_of": _shared(request, found),
        "may_declare": request.reach.grants(Deed.DECLARE_FIGURES),
        "keeps_targets_of": _kept(request, found),
    }
    return render(request, "directives/directive.html", context)


def _progress(request: HttpRequest, found: Directive) -> list[progress.Progress]:
    """Progress is counted only for those who may see statistics, and only of units in their reach."""
    own, on = request.reach, clock.today(request)
    targets = progress.targets_on(own.units(Deed.SEE_STATISTICS), on).filter(directive=found)
    return [progress.of_target(target, target.unit, on) for target in targets]


def _unit_progress(request: HttpRequest, found: Directive) -> list[unit_progress.UnitProgress]:
    """Progress of the targets that count organisations, of units in the person's reach."""
    own, on = request.reach, clock.today(request)
    targets = unit_progress.targets_on(own.units(Deed.SEE_STATISTICS), on).filter(directive=found)
    return [unit_progress.of_target(target, on) for target in targets]


def _kept(request: HttpRequest, found: Directive) -> set[int]:
    """The units with a target by this document whose documents the person keeps."""
    if not request.reach.grants(Deed.KEEP_DOCUMENTS):
        return set()
    kept = request.reach.units(Deed.KEEP_DOCUMENTS).filter(targets__directive=found)
    return set(kept.values_list("pk", flat=True))


def _shared(request: HttpRequest, found: Directive) -> set[int]:
    """The units with a target by this document that the person shares out, or of which the person shares a part out."""
    roots = request.reach.roots(Deed.SHARE_OUT)
    if not roots:
        return set()
    within = Q(pk__in=request.reach.units(Deed.SHARE_OUT).values("pk"))
    above = Q(pk__in=UnitAncestry.objects.on(request.reach.on).filter(unit__in=roots).values("ancestor"))
    return set(Unit.objects.filter(within | above, targets__directive=found).values_list("pk", flat=True))


def _organisations(request: HttpRequest, found: Directive) -> list[Row]:
    """The first targets that organisations of the reach set themselves by this document."""
    own, on = request.reach, clock.today(request)
    targets = organisation_progress.targets_on(own.organisations(Deed.SEE_STATISTICS), on).filter(directive=found)
    return rows(organisation_progress.of_organisations(list(targets[:SHOWN]), on), own)
