"""Targets that organisations outside the Party set themselves: all of a reach with their progress, and a new one."""

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404, render
from django.urls import reverse

from directives import actions, obligations, organisation_progress, organisation_targets, register
from directives.forms import OrganisationTargetForm
from directives.models import Obligation
from directives.views.behind import rows
from organizations import clock, submission, tree
from organizations.enums import Deed
from organizations.gate import NothingHere, gate
from organizations.handling import carry_out
from organizations.models import Unit
from organizations.paging import shown_page

PAGE_SIZE = 50


@gate(Deed.SEE_ORGANISATIONS)
def index(request: HttpRequest) -> HttpResponse:
    """Targets in force on the day with what is reached, and the organisations that still have to set one."""
    own, on = request.reach, clock.today(request)
    reached = _reached(request)
    known = register.of_known(organisation_progress.targets_on(reached, on), own)
    page = Paginator(known, PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "rows": rows(organisation_progress.of_organisations(list(page.object_list), on), own),
        "page": shown_page(page, request.GET, "chỉ tiêu"),
        "unset": organisation_targets.unset(reached, own.organisations(Deed.DECLARE_ORGANISATION), on, own),
        "sees_documents": own.grants(Deed.SEE_DOCUMENTS),
    }
    return render(request, "directives/organisation_targets.html", context)


@gate(Deed.DECLARE_ORGANISATION, "GET", "POST")
def new(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """An organisation sets itself a target, citing the clause that asks it to."""
    on = clock.today(request)
    mine = request.reach.organisations(Deed.DECLARE_ORGANISATION).annotate(name=tree.name_on(on, "pk"))
    organisation = get_object_or_404(mine, code=code)
    duty = _duty(pk, organisation, request)
    clauses = duty.directive.document.clauses.all()
    initial = {"clause": duty.clause_id, "first_year": on.year}
    form = OrganisationTargetForm(request.POST or None, clauses=clauses, initial=initial)

    def work() -> str:
        outcome = reverse("directives:organisation_targets")
        submission.spend(form.cleaned_data["form_token"], outcome)
        actions.set_target(duty.directive, organisation, form.said(), own=request.reach)
        return outcome

    words = "Đã ghi chỉ tiêu của tổ chức."
    done = request.method == "POST" and carry_out(request, Deed.DECLARE_ORGANISATION, form, work, words)
    if done:
        return done
    return render(
        request, "directives/set_target.html", {"form": form, "organisation": organisation, "obligation": duty}
    )


def _reached(request: HttpRequest) -> QuerySet[Unit]:
    """Organisations whose numbers the person may see: by statistics, or as those for which they declare."""
    own = request.reach
    counted, declared = (own.organisations(deed) for deed in (Deed.SEE_STATISTICS, Deed.DECLARE_ORGANISATION))
    return Unit.objects.filter(Q(pk__in=counted.values("pk")) | Q(pk__in=declared.values("pk")))


def _duty(pk: int, organisation: Unit, request: HttpRequest) -> Obligation:
    """The duty of the document by which this organisation sets targets."""
    on = clock.today(request)
    found = get_list_or_404(organisation_targets.asked(on, request.reach), directive=pk)
    bound = (each for each in found if obligations.bound_units(each, on).filter(pk=organisation.pk).exists())
    duty = next(bound, None)
    if duty is None:
        raise NothingHere("Văn bản này không yêu cầu tổ chức đặt chỉ tiêu.")
    return duty
