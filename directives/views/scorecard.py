"""The scorecard on the page and as a workbook."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directives import register, scorecard, scorecard_excel
from directives import scorecard_words as words
from directives.scorecard import Order, Row, Scorecard
from directives.scorecard_form import ScorecardForm
from organizations import clock
from organizations.enums import Deed
from organizations.gate import NothingHere, gate
from organizations.models import Unit

HOME = "directives/scorecard/index.html"


@gate(Deed.SEE_STATISTICS)
def index(request: HttpRequest) -> HttpResponse:
    """Units × targets of a unit of the reach; a parameter that the page does not know is told (400)."""
    form = ScorecardForm(request.GET)
    if not form.is_valid():
        return render(request, HOME, {"form": form}, status=400)
    card = _card(request, form)
    reached = _reached(request, card)
    column = _column(form, card)
    context = {
        "form": form,
        "card": card,
        "above": [(step, step.unit_id in reached) for step in card.path[:-1]],
        "rows": [(row, row.unit.pk in reached) for row in card.rows],
        "total": card.total,
        "sorted_by": column + 1 if form.cleaned_data["xep"] in (Order.MISSING, Order.SOURCES) else None,
        "counted": words.counted(card) if card.columns else "",
        "not_ranked": words.NOT_RANKED,
        "meanings": words.MEANINGS,
        "states": words.states(),
        "query": request.GET.urlencode(),
    }
    return render(request, HOME, context)


@gate(Deed.SEE_STATISTICS)
def excel(request: HttpRequest) -> HttpResponse:
    """The same numbers as a workbook."""
    form = ScorecardForm(request.GET)
    if not form.is_valid():
        return render(request, HOME, {"form": form}, status=400)
    card = _card(request, form)
    name = f"bang-theo-doi-chi-tieu-{card.version.unit.code}-{card.on:%Y%m%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(scorecard_excel.workbook(card), content_type=scorecard_excel.MIME, headers=headers)


def _card(request: HttpRequest, form: ScorecardForm) -> Scorecard:
    """The scorecard that the address asks for, its rows in the order asked for."""
    found = scorecard.build(
        _unit(request, form),
        clock.today(request),
        reading=form.reading,
        known=register.seen(request.reach),
        foresee=True,
    )
    if found is None:
        raise NothingHere("Tổ chức này không tồn tại tại ngày đang xem.")
    order = Order(form.cleaned_data["xep"] or Order.UNIT)
    return replace(found, rows=_arranged(found, order, _column(form, found)))


def _arranged(card: Scorecard, order: Order, column: int) -> tuple[Row, ...]:
    return scorecard.arranged(card.rows, order, column)


def _column(form: ScorecardForm, card: Scorecard) -> int:
    """The place of the column that the order looks at; the first where the address names none that is there."""
    asked = (form.cleaned_data["cot"] or 1) - 1
    return asked if asked < len(card.columns) else 0


def _unit(request: HttpRequest, form: ScorecardForm) -> Unit:
    """The unit asked for, 404 outside the reach; else the one of the person's own post."""
    roots, code = request.reach.roots(Deed.SEE_STATISTICS), form.cleaned_data["don_vi"]
    mine = next((root for root in roots if root.code == code), None)
    if code and mine is None:
        return get_object_or_404(request.reach.units(Deed.SEE_STATISTICS), code=code)
    return mine or roots[0]


def _reached(request: HttpRequest, card: Scorecard) -> set[int]:
    """Those of the units shown that the person reaches today: their pages and lists open."""
    shown = [step.unit_id for step in card.path] + [row.unit.pk for row in card.rows]
    return set(request.reach.units(Deed.SEE_STATISTICS).filter(pk__in=shown).values_list("pk", flat=True))
