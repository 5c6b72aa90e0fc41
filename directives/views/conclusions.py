"""Recording a conclusion or a remark of a standing committee on a report of ours."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from directives import concluding, conclusions
from directives.concluding import Said
from directives.duty_forms import ConclusionForm
from directives.enums import ReportCode
from directives.views import obliging
from organizations import clock, submission, tree
from organizations.enums import Deed, DocumentKind
from organizations.formats import date_vn
from organizations.gate import NothingHere, gate
from organizations.handling import carry_out
from organizations.inputs import parse_date
from organizations.models import Unit


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def new(request: HttpRequest, report: str, code: str) -> HttpResponse:
    """What was said of a report of a unit as at a day (``den_ngay``, else the day one looks from), and its first duty."""
    report, unit, report_on = _report(request, report, code)
    form = _form(request, report, unit, report_on)

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        made = concluding.conclude(
            _said(form, report, unit, report_on), form.wanted(), own=request.reach, today=clock.today(request)
        )
        outcome = reverse("directives:directive", args=[made.directive_id])
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    words = "Đã ghi kết luận, ý kiến và nhiệm vụ. Có thể thêm nhiệm vụ khác ở văn bản này."
    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, words)
    context = {"form": form, "report": report, "unit": unit, "report_on": report_on}
    return done or render(request, "directives/conclude.html", context)


def _form(request: HttpRequest, report: ReportCode, unit: Unit, report_on: date) -> ConclusionForm:
    on, roots = clock.today(request), [root.pk for root in request.reach.roots(Deed.KEEP_DOCUMENTS)]
    issuing = Unit.objects.filter(pk__in=roots).annotate(name=tree.name_on(on, "pk")).order_by("code")
    first = issuing[0]
    committee = tree.version(first, on)
    initial = {
        "issuer": f"Thường trực {committee.committee or committee.name}" if committee else "",
        "unit": first.code,
        "document_kind": DocumentKind.CONCLUSION,
        "said_on": on,
        "from_on": on,
        "under": first.code,
        "units": [unit.code],
    }
    return ConclusionForm(
        request.POST or None, issuing=issuing, report_on=report_on, initial=initial, **obliging.units(request)
    )


def _said(form: ConclusionForm, report: ReportCode, unit: Unit, report_on: date) -> Said:
    given = form.cleaned_data
    return Said(
        unit=given["unit"],
        issuer=given["issuer"],
        kind=DocumentKind(given["document_kind"]),
        on=given["said_on"],
        words=given["conclusion"],
        subject=f"Ý kiến về {report.label.lower()} của {unit.name or unit.code}, số liệu đến {date_vn(report_on)}",
        report=report,
        report_unit=unit,
        report_on=report_on,
        number=given["number"],
    )


def _report(request: HttpRequest, report: str, code: str) -> tuple[ReportCode, Unit, date]:
    """The report that the address names, of a unit whose documents the person keeps; 404 for one that cannot be."""
    if report not in ReportCode.values:
        raise NothingHere(f"Không có báo cáo “{report}”. Hãy mở báo cáo rồi chọn “Ghi kết luận, ý kiến”.")
    own, on = request.reach, clock.today(request)
    of_organisation = conclusions.is_of_organisation(report)
    reached = own.organisations(Deed.KEEP_DOCUMENTS) if of_organisation else own.units(Deed.KEEP_DOCUMENTS)
    unit = get_object_or_404(reached.annotate(name=tree.name_on(on, "pk")), code=code)
    given = request.GET.get("den_ngay", "")
    try:
        return ReportCode(report), unit, parse_date(given) if given else on
    except ValueError as error:
        raise NothingHere(f"“{given}” không phải là ngày của báo cáo. Hãy mở báo cáo rồi chọn lại.") from error
