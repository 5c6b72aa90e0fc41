"""The register of documents: the list, one document with its clauses, what they created, and how far it is met."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directives import (
    contents,
    created,
    deliveries,
    letter_files,
    obligations,
    organisation_progress,
    progress,
    readings,
    register,
    unit_progress,
)
from directives.models import Directive
from directives.register_filter import RegisterForm
from directives.views.behind import Row, rows
from organizations import clock, tree
from organizations.enums import Deed
from organizations.gate import gate
from organizations.models import Unit, UnitAncestry
from organizations.paging import shown_page

PAGE_SIZE, SHOWN = 50, 20


@gate(Deed.SEE_DOCUMENTS)
def index(request: HttpRequest) -> HttpResponse:
    """The documents of the register, the newest first, or those asked for; marks need not be typed."""
    own, on = request.reach, clock.today(request)
    asked = RegisterForm(request.GET, years=register.years(own), issuers=register.issuers(own))
    if not asked.is_valid():
        return render(request, "directives/list.html", {"form": asked}, status=400)
    page = Paginator(register.found(own, asked.asked, on), PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "form": asked,
        "directives": page.object_list,
        "page": shown_page(page, request.GET, "văn bản"),
        "sees_organisations": own.grants(Deed.SEE_ORGANISATIONS),
        "sees_rules": own.grants(Deed.SEE_RULES),
        "sees_statistics": own.grants(Deed.SEE_STATISTICS),
        "may_register": own.grants(Deed.KEEP_DOCUMENTS),
    }
    return render(request, "directives/list.html", context)


@gate(Deed.SEE_DOCUMENTS)
def directive(request: HttpRequest, pk: int) -> HttpResponse:
    """One document: what it says in our own words, what each clause created, and the progress within the person's reach."""
    on, own = clock.today(request), request.reach
    named = (
        register.seen(own)
        .select_related("document", "issuing_unit", "kept_by")
        .annotate(
            unit_name=tree.name_on(on, "issuing_unit"),
            keeper_name=tree.name_on(on, "kept_by"),
            is_replaced=register.is_replaced(on),
        )
    )
    found = get_object_or_404(named, pk=pk)
    within = obligations.within(own, Deed.SEE_DOCUMENTS)
    citations, met, units_met = (
        list(contents.cited(found, own)),
        _progress(request, found),
        _unit_progress(request, found),
    )
    parts = contents.parts(found, citations, on, within)
    context = {
        "directive": found,
        "parts": parts,
        "created": created.created(parts, [*met, *units_met]),
        "citations": [each for each in citations if each.clause_id is None],
        "progress": met,
        "unit_progress": units_met,
        "organisations": _organisations(request, found),
        "sees_organisations": own.grants(Deed.SEE_ORGANISATIONS),
        "may_switch": any(part.readings for part in parts) and readings.may_switch(own, found),
        "may_oblige": own.grants(Deed.KEEP_DOCUMENTS),
        "may_keep": register.may_keep(own, found),
    }
    return render(request, "directives/directive.html", context | _register(request, found) | _targets(request, found))


@gate(Deed.SEE_DOCUMENTS)
def stubs(request: HttpRequest) -> HttpResponse:
    """The documents that are only cited so far."""
    found = register.seen_stubs(request.reach).order_by("-issued_on", "number", "pk")
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {"documents": page.object_list, "page": shown_page(page, request.GET, "văn bản")}
    return render(request, "directives/register/stubs.html", context)


@gate(Deed.SEE_DOCUMENTS)
def stub(request: HttpRequest, pk: int) -> HttpResponse:
    """A document that is only cited so far: what is known of it, and which documents cite it."""
    found = get_object_or_404(register.seen_stubs(request.reach), pk=pk)
    context = {
        "document": found,
        "citing": contents.citing(found, request.reach),
        "may_register": request.reach.grants(Deed.KEEP_DOCUMENTS),
    }
    return render(request, "directives/register/stub.html", context)


def _register(request: HttpRequest, found: Directive) -> dict:
    """What the register knows besides: whom it reached, its files, its neighbours, what was corrected."""
    on, own = clock.today(request), request.reach
    addressees = list(found.addressees.select_related("unit"))
    named = [each for each in addressees if each.unit_id]
    within = obligations.within(own, Deed.SEE_DOCUMENTS)
    tallies = dict(zip(named, deliveries.tallies(found, named, on, within), strict=True))
    lines = [(each, tallies.get(each)) for each in addressees]
    citing = list(contents.citing(found.document, own))
    return {
        "to_act": [line for line in lines if line[0].to_act],
        "to_know": [line for line in lines if not line[0].to_act],
        "is_tracked": bool(named),
        "files": letter_files.of(found),
        "files_off": letter_files.off(),
        "citing": citing,
        "changes": register.changing(citing, on),
        "same_number": register.same_number(found.document, own),
        "corrections": register.corrections(found),
        "has_ended": bool(found.document.valid_until and found.document.valid_until <= on),
    }


def _targets(request: HttpRequest, found: Directive) -> dict:
    """What may be done with the targets of the document, and those that count units instead of people."""
    return {
        "may_add_target": request.reach.grants(Deed.KEEP_DOCUMENTS),
        "shares_targets_of": _shared(request, found),
        "may_declare": request.reach.grants(Deed.DECLARE_FIGURES),
        "keeps_targets_of": _kept(request, found),
    }


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
