"""Putting a report before its signer, entering it in the registry, setting it aside, correcting an issued one."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candidates.statistics import Reading
from organizations import clock, submission
from organizations.enums import Deed
from organizations.errors import NotAllowed, Refused
from organizations.gate import NothingHere, gate
from organizations.handling import carry_out
from organizations.inputs import DeedForm
from organizations.models import Unit
from organizations.periods import inclusive
from reports import builder, definitions, freezing, issued, issuing, jobs, large, making, tasks
from reports.asked import Asked
from reports.freezing import Correcting
from reports.issue_forms import CorrectionForm, DropForm, NumberForm, SigningForm
from reports.making import Made
from reports.models import FrozenReport, PrintJob
from reports.views import printed
from reports.views.issued import loaded

SENT = "Đã nhận yêu cầu; việc xong khi bản in lập xong và được lưu. Trang này cho biết đã lập đến đâu."
FROZEN = "Đã chốt báo cáo để trình ký. In bản trình ký; khi văn thư cấp số và ngày thì vào sổ, ban hành."


@gate(Deed.ISSUE_REPORT, "GET", "POST")
def submit(request: HttpRequest, code: str) -> HttpResponse:
    """Freeze the report of the parameters of the address, with who signs it."""
    definition, parameters = printed.chosen(request, code)
    if not parameters.is_valid():
        context = {"definition": definition, "form": parameters}
        return render(request, "reports/report.html", context, status=400)
    may_issue(request, parameters.cleaned_data["don_vi"])
    back = f"{reverse('reports:report', args=[code])}?{printed.query(parameters)}"

    def built() -> tuple[Made, Asked]:
        return printed.built(request, definition, parameters), parameters.asked

    context = {"definition": definition, "back": back, "unit": parameters.cleaned_data["don_vi"].name}
    return _frozen(request, SigningForm, built, context)


@gate(Deed.ISSUE_REPORT, "GET", "POST")
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Freeze a further version of an issued report, about the same unit and days, with the reason."""
    earlier = loaded(request, pk)
    may_issue(request, earlier.unit)
    definition = definitions.find(earlier.code)
    if not hasattr(earlier, "issued") or definition is None:
        raise NothingHere("Báo cáo này chưa ban hành nên chưa có gì để đính chính; hãy bỏ bản trình ký rồi lập lại.")

    def built() -> tuple[Made, Asked]:
        period = inclusive(earlier.first_day, earlier.last_day)
        asked = builder.asked(
            definition, earlier.unit, earlier.as_at, period, Reading(earlier.reading), own=request.reach
        )
        made = making.make(definition, asked, with_names=earlier.named)
        made.check_text()
        return made, asked

    context = {"definition": definition, "back": reverse("reports:issued", args=[pk]), "earlier": earlier}
    return _frozen(request, CorrectionForm, built, context)


@gate(Deed.ISSUE_REPORT, "GET", "POST")
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue a frozen report with the number and the day of the registry."""
    found, today = loaded(request, pk), clock.today(request)
    may_issue(request, found.unit)
    initial = {"number": issuing.next_number(found, today.year), "on": today}
    form = NumberForm(request.POST or None, initial=initial)

    def work() -> PrintJob | None:
        number, on = form.cleaned_data["number"], form.cleaned_data["on"]
        if not large.is_large(issued.said(found)):
            issuing.issue(found, number, on, own=request.reach, today=today)
            return None
        jobs.take_turn(found)
        issuing.check(found, number, on, today)
        issuing.check_not_under_way(found)
        entry = {"number": number, "on": on.isoformat(), "today": today.isoformat()}
        return jobs.ask_to_issue(found, entry, at=clock.now())

    return _done(request, form, found, work, "Đã ban hành báo cáo; bản in lưu trong sổ không đổi nữa.", "enter")


@gate(Deed.ISSUE_REPORT, "GET", "POST")
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a frozen report aside that will not be issued."""
    found = loaded(request, pk)
    may_issue(request, found.unit)
    form = DropForm(request.POST or None)

    def work() -> None:
        issuing.drop(found, form.cleaned_data["reason"], own=request.reach, on=clock.today(request))

    return _done(request, form, found, work, "Đã bỏ bản trình ký; vẫn xem lại được trong sổ.", "drop")


def may_issue(request: HttpRequest, unit: Unit) -> None:
    """Answer 403 with the reason when the person sees the unit's reports but may not issue them."""
    try:
        issued.check_may(request.reach, Deed.ISSUE_REPORT, unit)
    except NotAllowed as error:
        raise PermissionDenied(str(error)) from error


def _frozen(request: HttpRequest, kind: type[SigningForm], built, context: dict) -> HttpResponse:
    """The form of who signs, with what the report proposes; sent, the report is built and frozen in one transaction."""
    if request.method != "POST":
        return render(request, "reports/issued/sign.html", context | _proposed(kind, built, context.get("earlier")))
    form, today = kind(request.POST), clock.today(request)

    def freeze() -> PrintJob | FrozenReport:
        made, asked = built()
        report, known = made.report, {"own": request.reach, "correcting": _correcting(form, context)}
        if not large.is_large(report):
            return freezing.freeze(report, asked, form.signing, on=today, **known)
        freezing.prepare(report, asked, form.signing, **known)
        told = form.told | {"frozen_on": today.isoformat()}
        earlier = context["earlier"].issued if context.get("earlier") else None
        with_names = report.annexe is not None
        return jobs.ask_to_sign(asked, told, with_names=with_names, at=clock.now(), correcting=earlier)

    done = _carried_out(request, form, freeze, lambda made: reverse("reports:issued", args=[made.pk]), FROZEN)
    return done or render(request, "reports/issued/sign.html", context | {"form": form})


def _carried_out(request: HttpRequest, form: DeedForm, act, address, words: str) -> HttpResponse | None:
    """Carry out an act once; where it became work in the background, hand it to the worker and go to where that is shown."""
    sent = []

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        made = act()
        if isinstance(made, PrintJob):
            tasks.print_report.defer(job=made.pk)
            sent.append(made)
        outcome = reverse("reports:job", args=[made.pk]) if sent else address(made)
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    return carry_out(request, Deed.ISSUE_REPORT, form, work, lambda: SENT if sent else words)


def _proposed(kind: type[SigningForm], built, earlier: FrozenReport | None) -> dict:
    """The form filled in with the signature of the report, in a correction that of the corrected one; why there is none."""
    try:
        made, _ = built()
    except Refused as error:
        return {"refused": str(error)}
    signature = issued.said(earlier).signature if earlier else made.report.signature
    return {"form": kind(signature=signature), "report": made.report, "gaps": made.gaps}


def _correcting(form: SigningForm, context: dict) -> Correcting | None:
    earlier: FrozenReport | None = context.get("earlier")
    return Correcting(earlier.issued, form.cleaned_data["reason"]) if earlier else None


def _done(request: HttpRequest, form: DeedForm, found: FrozenReport, act, words: str, page: str) -> HttpResponse:
    """Show a form about a frozen report, or why there is none; carry out what it asks for and go back to the report."""
    done = request.method == "POST" and _carried_out(
        request, form, act, lambda _: reverse("reports:issued", args=[found.pk]), words
    )
    context = {"form": form, "found": found, "refused": "" if form.is_bound else _closed(found)}
    return done or render(request, f"reports/issued/{page}.html", context)


def _closed(found: FrozenReport) -> str:
    """Why nothing can be done with a frozen report any more; empty while it waits for its number."""
    try:
        issuing.check_open(found)
        issuing.check_not_under_way(found)
    except Refused as error:
        return str(error)
    return ""
