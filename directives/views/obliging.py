"""Recording a duty from a clause of a document, correcting it, ending it, taking it back."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from directives import keepers, obliging
from directives.duty_forms import DutyCorrectionForm, EndDutyForm, NewDutyForm, WhyForm
from directives.enums import Bound, ObligationKind
from directives.models import Directive, Obligation
from directives.views import loading, places
from organizations import clock, submission, tree
from organizations.access import Reach
from organizations.enums import PARTY_KINDS, Deed, UnitKind
from organizations.gate import gate
from organizations.handling import carry_out
from organizations.inputs import DeedForm
from organizations.models import Document, Unit, UnitVersion

WHOLE = PARTY_KINDS - {UnitKind.CELL}


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a duty from a clause (``diem`` names it) for units of the person's reach."""
    directive = loading.seen(request, pk)
    begun = directive.document.issued_on or directive.meeting_on or clock.today(request)
    initial = {"from_on": begun, "clause": _asked_clause(request, directive), "under": _first_root(request.reach)}
    initial["kind"] = ObligationKind.REPORT
    form = NewDutyForm(request.POST or None, initial=initial, **choices(request, directive))

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        made = obliging.record_obligation(directive, form.wanted(), own=request.reach)
        outcome = reverse("directives:obligation", args=[pk, made.pk])
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, "Đã ghi nhiệm vụ.")
    context = {"form": form, "directive": directive, "has_clauses": form.fields["clause"].queryset.exists()}
    return done or render(request, "directives/obliging/new.html", context)


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def correct(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Put right what a duty says, with the reason."""
    found = kept(request, pk, number)
    form = DutyCorrectionForm(
        request.POST or None, version=found.version, initial=_as_it_stands(found), **choices(request, found.directive)
    )

    def act() -> None:
        given = form.cleaned_data
        known = {"own": request.reach, "version": given["version"] or 0}
        obliging.correct(found, form.wanted(), given["reason"], **known)

    return _changed(request, found, form, act, "Đã sửa nhiệm vụ.", "Sửa nhiệm vụ")


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def end(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """From a day on the duty is no longer asked."""
    found = kept(request, pk, number)
    form = EndDutyForm(request.POST or None, version=found.version)

    def act() -> None:
        given = form.cleaned_data
        known = {"own": request.reach, "version": given["version"] or 0}
        obliging.end(found, given["until"], given["reason"], **known)

    return _changed(request, found, form, act, "Đã kết thúc nhiệm vụ.", "Kết thúc nhiệm vụ")


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def take_back(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A duty recorded by mistake, to which nobody replied, is taken back."""
    found = kept(request, pk, number)
    form = WhyForm(request.POST or None, version=found.version)

    def act() -> None:
        given = form.cleaned_data
        obliging.take_back(found, given["reason"], own=request.reach, version=given["version"] or 0)

    return _changed(request, found, form, act, "Đã gỡ nhiệm vụ.", "Gỡ nhiệm vụ ghi nhầm", gone=True)


def kept(request: HttpRequest, pk: int, number: int) -> Obligation:
    """Return a duty that the person follows; whoever only sees it is told 403."""
    found = places.duty(request, pk, number)
    if not keepers.keeps(request.reach, found):
        raise PermissionDenied(f"Vai trò của đồng chí không có quyền “{Deed.KEEP_DOCUMENTS.label}” với nhiệm vụ này.")
    return found


def choices(request: HttpRequest, directive: Directive) -> dict[str, QuerySet]:
    """Return what the form of a duty offers: clauses, documents to make known, units of the reach."""
    cited = Q(cited_by__directive=directive)
    documents = Document.objects.filter(cited).exclude(pk=directive.document_id).distinct().order_by("pk")
    return units(request) | {"clauses": directive.document.clauses.order_by("position"), "subjects": documents}


def units(request: HttpRequest) -> dict[str, QuerySet[Unit]]:
    """Return the units under which a duty may bind others, and those that may be bound by name: below the person's own, or
    organisations of the reach."""
    own, on = request.reach, clock.today(request)
    whole = UnitVersion.objects.on(on).filter(kind__in=WHOLE).values("unit")
    roots = own.roots(Deed.KEEP_DOCUMENTS)
    below = UnitVersion.objects.on(on).filter(Q(parent__in=roots) | Q(unit__in=roots)).values("unit")
    named = Q(pk__in=below) | Q(pk__in=own.organisations(Deed.KEEP_DOCUMENTS))
    return {
        "under": _with_names(own.units(Deed.KEEP_DOCUMENTS).filter(pk__in=whole), request),
        "units": _with_names(Unit.objects.filter(named), request),
    }


def _with_names(found: QuerySet[Unit], request: HttpRequest) -> QuerySet[Unit]:
    return found.annotate(name=tree.name_on(clock.today(request), "pk")).order_by("code")


def _first_root(own: Reach) -> str:
    return own.roots(Deed.KEEP_DOCUMENTS)[0].code


def _asked_clause(request: HttpRequest, directive: Directive) -> int | None:
    """The clause that the address names, else the first one of the document."""
    asked = request.GET.get("diem", "")
    keys = list(directive.document.clauses.order_by("position").values_list("pk", flat=True))
    return next((key for key in keys if str(key) == asked), keys[0] if keys else None)


def _as_it_stands(found: Obligation) -> dict:
    plain = ("kind", "words", "actor", "from_on", "due_on", "subject", "needs_accepting", "clause")
    pairs = [(found.unit, found.bound), *((each.unit, each.bound) for each in found.bindings.select_related("unit"))]
    whole = [(unit, bound) for unit, bound in pairs if bound != Bound.ITSELF]
    under = whole[0][0] if whole else found.unit
    return {name: getattr(found, name) for name in plain} | {
        "repeats": found.rhythm,
        "under": under.code,
        "bound": [bound for unit, bound in whole if unit == under],
        "units": [unit.code for unit, bound in pairs if bound == Bound.ITSELF],
    }


def _changed(
    request: HttpRequest,
    found: Obligation,
    form: DeedForm,
    act: Callable[[], None],
    words: str,
    title: str,
    *,
    gone=False,
) -> HttpResponse:
    """Carry a change of a duty out, or show its form."""
    page = "directives:directive" if gone else "directives:obligation"
    outcome = reverse(page, args=[found.directive_id] if gone else [found.directive_id, found.pk])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        act()
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, words)
    context = {"form": form, "obligation": found, "title": title}
    return done or render(request, "directives/obliging/change.html", context)
