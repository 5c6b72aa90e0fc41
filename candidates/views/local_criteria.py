"""The criteria of local letters: each with its source, and what the committee that issued it may do: add, confirm, end."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import local_criteria, regimes
from candidates.local_forms import EndForm, LocalForm
from candidates.models import LocalCriterion
from candidates.regime_forms import BasisForm
from organizations import clock, submission, tree
from organizations.enums import PARTY_KINDS, Deed
from organizations.gate import demand, gate
from organizations.handling import carry_out
from organizations.inputs import DeedForm
from organizations.models import UnitVersion


@gate(Deed.SEE_RULES)
def local(request: HttpRequest, pk: int) -> HttpResponse:
    """One criterion: what it asks for, of whom, by which clause, and whether the committee confirmed the reading."""
    found = _seen(request, pk)
    context = _context(found) | {"may_keep": request.reach.covers(Deed.KEEP_RULES, found.unit)}
    return render(request, "candidates/regimes/local.html", context)


@gate(Deed.KEEP_RULES, "GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Add a criterion of a letter over a unit of the reach."""
    units = request.reach.units(Deed.KEEP_RULES).annotate(name=tree.name_on(request.reach.on, "pk")).order_by("code")
    party = UnitVersion.objects.on(request.reach.on).filter(kind__in=PARTY_KINDS)
    form = LocalForm(request.POST or None, units=units.filter(pk__in=party.values("unit")))

    def act() -> str:
        made = local_criteria.add(form.given, own=request.reach)
        return reverse("regimes:local", args=[made.pk])

    done = _carried(request, form, act, "Đã thêm tiêu chuẩn riêng.")
    return done or render(request, "candidates/regimes/local_new.html", {"form": form})


@gate(Deed.SEE_RULES, "GET", "POST")
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm the reading of a criterion."""
    found, form = _kept(request, pk), BasisForm(request.POST or None)

    def act() -> str:
        basis = form.cleaned_data["basis"]
        local_criteria.confirm(found, basis, own=request.reach, today=clock.real_today())
        return reverse("regimes:local", args=[pk])

    done = _carried(request, form, act, "Đã xác nhận tiêu chuẩn.")
    context = _context(found) | {"form": form, "verb": "Xác nhận"}
    return done or render(request, "candidates/regimes/local_change.html", context)


@gate(Deed.SEE_RULES, "GET", "POST")
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a criterion hold no more from a day on."""
    found, form = _kept(request, pk), EndForm(request.POST or None, initial={"until": clock.today(request)})

    def act() -> str:
        local_criteria.end(found, form.cleaned_data["until"], form.cleaned_data["reason"], own=request.reach)
        return reverse("regimes:local", args=[pk])

    done = _carried(request, form, act, "Đã ghi ngày thôi áp dụng.")
    context = _context(found) | {"form": form, "verb": "Thôi áp dụng"}
    return done or render(request, "candidates/regimes/local_change.html", context)


def _carried(request: HttpRequest, form: DeedForm, act: Callable[[], str], done: str) -> HttpResponse | None:
    """Do ``act``, which returns the address to go to, once; None when the form must be shown."""
    if request.method != "POST":
        return None

    def work() -> str:
        token = form.cleaned_data["form_token"]
        submission.check_unspent(token)
        outcome = act()
        submission.spend(token, outcome)
        return outcome

    return carry_out(request, Deed.KEEP_RULES, form, work, done)


def _seen(request: HttpRequest, pk: int) -> LocalCriterion:
    found = regimes.local_seen(request.reach).annotate(unit_name=tree.name_on(clock.today(request)))
    return get_object_or_404(found, pk=pk)


def _kept(request: HttpRequest, pk: int) -> LocalCriterion:
    """A criterion that the person may change; 404 for a stranger, 403 for a reader and for whoever stands below."""
    found = _seen(request, pk)
    demand(request, Deed.KEEP_RULES, found.unit)
    return found


def _context(found: LocalCriterion) -> dict:
    return {"found": found, "wanted": regimes.wanted(found), "groups": regimes.bound(found)}
