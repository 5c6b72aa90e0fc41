"""The tree of units as at a day, and one unit with its figures."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from organizations import clock, declared, organisations, reviewing, tree
from organizations.access import Reach
from organizations.declared import Statement
from organizations.enums import CELL_KINDS, GRASSROOTS_KINDS, MEMBER_FIGURES, REVIEW_FIGURES, Deed, FigureKind, UnitKind
from organizations.gate import NothingHere, gate
from organizations.models import UnitVersion
from organizations.periods import quarter_last_day


@gate(Deed.SEE_UNITS)
def index(request: HttpRequest) -> HttpResponse:
    """Go to the unit of the person's own post."""
    return redirect("organizations:unit", request.reach.roots(Deed.SEE_UNITS)[0].code)


@gate(Deed.SEE_UNITS)
def unit(request: HttpRequest, code: str) -> HttpResponse:
    """One unit as at a day: path, children, declared figures, review of sources, the organisations it follows or hosts."""
    own = get_object_or_404(request.reach.units(Deed.SEE_UNITS), code=code)
    on = clock.today(request)
    path = tree.path(own, on)
    if not path:
        raise NothingHere("Tổ chức đảng này không tồn tại tại ngày đang xem.")
    context = _context(request.reach, path, on) | _outside(request.reach, path[-1], on) | _told(path[-1], on)
    return render(request, "organizations/unit.html", context)


def _context(reach: Reach, path: list[UnitVersion], on: date) -> dict:
    *above, shown = path
    open_ones = set(
        reach.units(Deed.SEE_UNITS).filter(pk__in=[step.unit_id for step in above]).values_list("pk", flat=True)
    )
    declares = shown.kind in GRASSROOTS_KINDS
    return {
        "shown": shown,
        "path": [{"version": step, "open": step.unit_id in open_ones} for step in above],
        "children": tree.children(shown.unit, on),
        "members": declared.members(shown.unit, date(on.year, 1, 1)) if shown.kind not in CELL_KINDS else None,
        "may_declare": declares and reach.covers(Deed.DECLARE_FIGURES, shown.unit),
        "may_review": declares and reach.covers(Deed.REPORT_REVIEW, shown.unit),
        "sees_dossiers": reach.covers(Deed.SEE_DOSSIERS, shown.unit),
    }


def _outside(reach: Reach, shown: UnitVersion, on: date) -> dict:
    """The organisations outside the Party that the unit follows, or whose office meets in it, for those who may see them."""
    sees = reach.covers(Deed.SEE_ORGANISATIONS, shown.unit)
    return {
        "sees_organisations": sees,
        "followed": organisations.followed_by(shown.unit, on) if sees and shown.kind != UnitKind.CELL else (),
        "hosted": organisations.hosted_by(shown.unit, on) if sees and shown.kind in CELL_KINDS else (),
    }


def _told(shown: UnitVersion, on: date) -> dict:
    """Members day by day; of a grassroots organisation the newest review of the year and what it expects in its quarters."""
    groups = (MEMBER_FIGURES, REVIEW_FIGURES, (FigureKind.EXPECTED,))
    members, reviews, expected = declared.statements_of(shown.unit, groups, on)
    told = {
        "told": [{"said": said, "rows": [(kind.label, said.values[kind]) for kind in said.values]} for said in members]
    }
    if shown.kind not in GRASSROOTS_KINDS:
        return told
    review = next((said for said in reviews if said.on.year == on.year), None)
    rows = [(kind.label, review.values.get(kind)) for kind in REVIEW_FIGURES] if review else []
    return told | {"review": review, "review_rows": rows, "expected": _quarters(expected, on.year)}


def _quarters(expected: list[Statement], year: int) -> list[tuple[str, int]]:
    """What was expected in the quarters of a year, by numeral."""
    told = {said.on: said.values[FigureKind.EXPECTED] for said in expected}
    days = {numeral: quarter_last_day(year, number) for number, numeral in reviewing.QUARTERS.items()}
    return [(numeral, told[day]) for numeral, day in days.items() if day in told]
