"""What the rules say: on a day, two regimes side by side, one regime, one value with everything that was stored of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from candidates import regimes
from candidates.enums import RegimeKind
from candidates.models import Parameter, Regime
from candidates.regime_forms import DayForm, PairForm, of_kind
from organizations import clock, tree
from organizations.enums import Deed
from organizations.gate import gate


@gate(Deed.SEE_RULES)
def index(request: HttpRequest) -> HttpResponse:
    """What is in force on a day: the values with their sources, the regimes one after the other, the local criteria."""
    form = DayForm(request.GET)
    on = (form.is_valid() and form.cleaned_data["ngay"]) or clock.today(request)
    in_force = list(regimes.in_force(on))
    applying = [each for each in in_force if each.kind == RegimeKind.APPLYING]
    sections = regimes.sections(regimes.values(in_force)) if applying else []
    local = regimes.local_seen(request.reach).on(on).annotate(unit_name=tree.name_on(on))
    context = {
        "form": form if request.GET else DayForm({"ngay": on}),
        "on": on,
        "in_force": in_force,
        "sections": sections,
        "counts": regimes.counts(sections),
        "timeline": regimes.timeline(),
        "local": [(each, regimes.wanted(each), regimes.bound(each)) for each in local],
        "may_keep": regimes.keeps_national(request.reach),
        "may_keep_local": request.reach.grants(Deed.KEEP_RULES),
    }
    return render(request, "candidates/regimes/index.html", context, status=200 if form.is_valid() else 400)


@gate(Deed.SEE_RULES)
def compare(request: HttpRequest) -> HttpResponse:
    """Two regimes side by side; without any named, the newest beside the one before it."""
    among = of_kind(RegimeKind.APPLYING)
    newest = list(among.values_list("code", flat=True)[:2])
    form = PairForm(request.GET or {"a": newest[-1], "b": newest[0]}, among=among.select_related("document"))
    if not form.is_valid():
        return render(request, "candidates/regimes/compare.html", {"form": form}, status=400)
    left, right, only = (form.cleaned_data[name] for name in ("a", "b", "khac"))
    sections = regimes.side_by_side(left, right)
    pairs = [pair for section in sections for pair in section.lines]
    context = {
        "form": form,
        "left": left,
        "right": right,
        "only": only,
        "sections": regimes.differing(sections) if only else sections,
        "different": sum(pair.differs for pair in pairs),
        "all": len(pairs),
    }
    return render(request, "candidates/regimes/compare.html", context)


@gate(Deed.SEE_RULES)
def regime(request: HttpRequest, code: str) -> HttpResponse:
    """One regime with all its values, each with its source and whether somebody confirmed it."""
    found = get_object_or_404(Regime.objects.select_related("document"), code=code)
    stored = list(regimes.values([found]))
    sections = regimes.sections(stored, [row.code for row in stored])
    context = {
        "regime": found,
        "sections": sections,
        "counts": regimes.counts(sections),
        "before": Regime.objects.filter(kind=found.kind, valid_until=found.valid_from).first(),
        "may_keep": regimes.keeps_national(request.reach),
    }
    return render(request, "candidates/regimes/regime.html", context)


@gate(Deed.SEE_RULES)
def parameter(request: HttpRequest, code: str, parameter: str) -> HttpResponse:
    """One value of a regime: what stands there, where it comes from, and what stood there before it was corrected."""
    row = stored(code, parameter)
    before = [(each, regimes.said(each.code, each.value)) for each in regimes.history(row)]
    context = shown(row) | {"history": before, "may_keep": regimes.keeps_national(request.reach)}
    return render(request, "candidates/regimes/parameter.html", context)


def stored(code: str, parameter: str) -> Parameter:
    """Return the value of a regime that the address names, or answer 404."""
    rows = Parameter.objects.select_related("regime", "document", "confirmed_by")
    return get_object_or_404(rows, regime__code=code, code=parameter)


def shown(row: Parameter) -> dict:
    """What every page about one value says of it."""
    return {
        "row": row,
        "regime": row.regime,
        "name": regimes.name_of(row.code),
        "words": regimes.said(row.code, row.value),
    }
