"""Parameters of reports saved under a name: saving them, asking for the report again, changing them, withdrawing them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from organizations import clock, submission
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.gate import NothingHere, gate
from organizations.handling import carry_out
from organizations.inputs import DeedForm
from reports import definitions, period_rules, saved, saved_forms, saving
from reports.layout import Definition
from reports.models import SavedReport
from reports.progress import told
from reports.saved_forms import SaveForm
from reports.views import printed

NO_TERM = "Không còn nhiệm kỳ nào tính đến ngày đang xem; báo cáo dưới đây lập từ đầu năm."


@gate(Deed.PRINT_REPORT, "GET", "POST")
def save(request: HttpRequest, code: str) -> HttpResponse:
    """Save the parameters of the address under a name."""
    definition, parameters = printed.chosen(request, code)
    context = {"definition": definition, "form": parameters}
    if not parameters.is_valid():
        return render(request, "reports/report.html", context, status=400)
    try:
        asked = parameters.asked
    except Refused as error:
        return render(request, "reports/report.html", context | {"refused": str(error)}, status=409)
    named, today = printed.named(request, definition, parameters), clock.today(request)
    term = told.term(asked.unit, today, request.reach)
    known = {"own": request.reach, "today": today, "span": definition.span, "fixed": asked.period, "term": term}
    rule = period_rules.like(asked.period, definition.span, today, term)
    form = SaveForm(request.POST or None, initial={"name": definition.name[:120], "rule": rule}, **known)

    def act() -> None:
        saving.save(asked, form.told, named=named, own=request.reach, on=today)

    back = f"{reverse('reports:report', args=[code])}?{printed.query(parameters)}"
    context |= {"form": form, "back": back, "asked": asked}
    return _done(request, form, act, "Đã lưu tham số; lần sau mở từ trang Báo cáo.", context)


@gate(Deed.PRINT_REPORT)
def open_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a saved report with its period of the day one looks from."""
    found, _ = _loaded(request, pk)
    today = clock.today(request)
    if not saved.has_period(found, request.reach, today):
        messages.warning(request, NO_TERM)
    return redirect(saved.address(found, request.reach, today))


@gate(Deed.PRINT_REPORT, "GET", "POST")
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Rename saved parameters, change the rule of the period, share them or not."""
    found, definition = _own(request, pk)
    today = clock.today(request)
    known = {"own": request.reach, "today": today, "span": definition.span, "fixed": saved_forms.days(found)}
    known |= {"term": told.term(found.unit, today, request.reach)}
    form = SaveForm(request.POST or None, initial=saved_forms.initial(found), **known)

    def act() -> None:
        saving.change(found, form.told, own=request.reach)

    context = {"definition": definition, "form": form, "found": found, "back": reverse("reports:catalogue")}
    return _done(request, form, act, "Đã sửa tham số đã lưu.", context)


@gate(Deed.PRINT_REPORT, "GET", "POST")
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw saved parameters."""
    found, definition = _own(request, pk)
    form = DeedForm(request.POST or None)
    context = {"definition": definition, "form": form, "found": found, "back": reverse("reports:catalogue")}
    return _done(request, form, lambda: saving.withdraw(found), "Đã bỏ tham số đã lưu.", context, "drop")


def _loaded(request: HttpRequest, pk: int) -> tuple[SavedReport, Definition]:
    """Saved parameters that the person sees, of a report that there still is; else 404."""
    found = get_object_or_404(saved.visible(request.reach, request.user), pk=pk)
    definition, today = definitions.find(found.code), clock.today(request)
    if definition is None or not definitions.units(definition, request.reach, today).filter(pk=found.unit_id).exists():
        raise NothingHere("Báo cáo này không còn lập được cho đơn vị đã lưu.")
    return found, definition


def _own(request: HttpRequest, pk: int) -> tuple[SavedReport, Definition]:
    """The same, saved by the person; what others share is read alone (403)."""
    found, definition = _loaded(request, pk)
    if found.by_id != request.user.pk:
        raise PermissionDenied(saving.NOT_YOURS)
    return found, definition


def _done(request: HttpRequest, form: DeedForm, act, words: str, context: dict, page: str = "form") -> HttpResponse:
    """Show the form, or carry out what it asks for and go back to the catalogue."""
    outcome = reverse("reports:catalogue")

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        act()
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.PRINT_REPORT, form, work, words)
    return done or render(request, f"reports/saved/{page}.html", context)
