"""The list of organisations outside the Party as at a day, and the page of one."""

from datetime import date

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from organizations import clock, explained, histories, organisations, tree
from organizations.access import Reach
from organizations.enums import ORGANISATION_FIGURES, Deed
from organizations.gate import NothingHere, gate
from organizations.models import Unit, UnitVersion
from organizations.organisation_forms import OrganisationFilter
from organizations.paging import shown_page

PAGE_SIZE = 50
GONE = "Hội, đoàn thể này không tồn tại tại ngày đang xem."


@gate(Deed.SEE_ORGANISATIONS)
def index(request: HttpRequest) -> HttpResponse:
    """The organisations of the reach with the newest figures known on the day; an unknown filter is refused (400)."""
    own, on = request.reach, clock.today(request)
    form = OrganisationFilter(request.GET, followers=organisations.followers(own, on))
    may_add = own.grants(Deed.KEEP_ORGANISATIONS)
    if not form.is_valid():
        return render(request, "organizations/organisations.html", {"form": form, "may_add": may_add}, status=400)
    found = _narrowed(organisations.versions(own, on), form.cleaned_data)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "columns": [kind.label for kind in ORGANISATION_FIGURES],
        "rows": organisations.rows(page, on),
        "page": shown_page(page, request.GET, "hội, đoàn thể"),
        "may_add": may_add,
    }
    return render(request, "organizations/organisations.html", context)


@gate(Deed.SEE_ORGANISATIONS)
def organisation(request: HttpRequest, code: str) -> HttpResponse:
    """One organisation as at a day: what it is, its standing office, its figures by day, its branches, its history."""
    on = clock.today(request)
    shown = organisations.versions(request.reach, on).filter(unit__code=code).first()
    if shown is None:
        get_object_or_404(request.reach.organisations(Deed.SEE_ORGANISATIONS), code=code)
        raise NothingHere(GONE)
    return render(request, "organizations/organisation.html", _context(request.reach, shown, on))


def _context(reach: Reach, shown: UnitVersion, on: date) -> dict:
    own = shown.unit
    return {
        "shown": shown,
        "office": organisations.offices_on([own.pk], on).get(own.pk),
        "follower_open": reach.grants(Deed.SEE_UNITS)
        and reach.units(Deed.SEE_UNITS).filter(pk=shown.follower).exists(),
        "children": tree.children(own, on),
        "columns": [kind.label for kind in ORGANISATION_FIGURES],
        "statements": [
            {"said": said, "values": [said.values.get(kind) for kind in ORGANISATION_FIGURES]}
            for said in organisations.statements(own, on)
        ],
        "explanations": explained.of(own, on),
        "history": histories.of_organisation(own, on),
        "may_keep": _may(reach, Deed.KEEP_ORGANISATIONS, own),
        "may_declare": _may(reach, Deed.DECLARE_ORGANISATION, own),
    }


def _may(reach: Reach, deed: Deed, seen: Unit) -> bool:
    """Say whether an organisation that the person sees is theirs for ``deed``; asked of the database only where posts differ."""
    roots = set(reach.roots(deed))
    return bool(roots) and (roots >= set(reach.roots(Deed.SEE_ORGANISATIONS)) or reach.covers_organisation(deed, seen))


def _narrowed(found: QuerySet[UnitVersion], asked: dict) -> QuerySet[UnitVersion]:
    """The list, narrowed by what the filter asks for."""
    by = {
        "kind": asked["loai"],
        "association_kind": asked["loai_hoi"],
        "level": asked["cap"],
        "follower": asked["theo_doi"] and asked["theo_doi"].pk,
    }
    found = found.filter(**{name: value for name, value in by.items() if value})
    return organisations.named(found, asked["tim"]) if asked["tim"] else found
