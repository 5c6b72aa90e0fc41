"""Reports as page and as PDF."""

from datetime import date
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candidates.lists import READING_WORDS
from candidates.statistics import Reading
from directives import conclusions, keepers, register
from organizations import clock
from organizations.access import Reach
from organizations.acting import record_reading
from organizations.enums import PARTY_KINDS, Deed
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.gate import NothingHere, demand, demand_for, gate
from organizations.inputs import DateField, UnitChoice
from organizations.models import Unit
from organizations.periods import inclusive
from reports import builder, definitions, issued, large, making, saved
from reports import excel as workbooks
from reports import pdf as paper
from reports.asked import Asked
from reports.layout import Definition, Family, Span
from reports.making import Made
from reports.period_choices import Choice, choices
from reports.progress import told

LATER = "sau ngày đang xem ({}); muốn muộn hơn, đổi “Xem tại ngày” ở đầu trang."
UNKNOWN_UNIT = "Không có đơn vị này trong phần đồng chí được xem; hãy chọn lại."


class ParametersForm(forms.Form):
    """What a report is about: the unit, the last day counted, and whether names are attached."""

    don_vi = UnitChoice(label="Đơn vị", queryset=Unit.objects.none(), to_field_name="code", empty_label=None)
    tu_ngay = DateField(label="Từ ngày", required=False, help_text="Để trống: từ đầu năm của ngày dưới đây.")
    tai_ngay = DateField(label="Nhìn từ ngày", required=False, widget=forms.HiddenInput)
    den_ngay = DateField(label="Số liệu đến hết ngày", error_messages={"required": "Hãy nhập ngày."})
    cach_tinh = forms.ChoiceField(
        label="Cách tính đơn vị",
        choices=[(reading.value, READING_WORDS[reading]) for reading in Reading],
        required=False,
    )
    ten = forms.BooleanField(label="Kèm danh sách tên", required=False)

    def __init__(self, *args: object, definition: Definition, own: Reach, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.definition, self.own, self.today = definition, own, today
        units = definitions.units(definition, own, today)
        self.fields["don_vi"].queryset = units
        self.fields["don_vi"].error_messages["invalid_choice"] = UNKNOWN_UNIT
        if definition.span == Span.YEAR:
            del self.fields["tu_ngay"]
        if not own.grants(Deed.PRINT_NAMES) or definition.listed or definition.names is None:
            del self.fields["ten"]

    def clean(self) -> dict:
        """Parameters that no report knows are refused, and a period that ends before it begins."""
        for name in sorted(set(self.data) - set(self.fields)):
            self.add_error(None, f"Báo cáo không có tham số “{name}”; hãy bỏ khỏi địa chỉ.")
        seen_from = self.cleaned_data.get("tai_ngay")
        if seen_from and seen_from > self.today:
            # The field is hidden: what is wrong with it is told above the others.
            self.add_error(None, f"Ngày {date_vn(seen_from)} {LATER.format(date_vn(self.today))}")
        first, last = self.cleaned_data.get("tu_ngay"), self.cleaned_data.get("den_ngay")
        if first and last and first > last:
            self.add_error("tu_ngay", f"Ngày {date_vn(first)} sau ngày cuối {date_vn(last)}; hãy nhập ngày sớm hơn.")
        return super().clean()

    @property
    def asked(self) -> Asked:
        """What a valid form asks for; raises Refused where there can be no such report."""
        given = self.cleaned_data
        last, first = given["den_ngay"], given.get("tu_ngay")
        on = given["tai_ngay"] or last
        period = inclusive(first or date(last.year, 1, 1), last) if first or on != last else None
        reading = Reading(given["cach_tinh"] or Reading.THEN)
        return builder.asked(self.definition, given["don_vi"], on, period, reading, self.own)

    def clean_den_ngay(self) -> date:
        """Nothing is counted for days that have not come."""
        day = self.cleaned_data["den_ngay"]
        if day > self.today:
            raise ValidationError(f"Ngày {date_vn(day)} {LATER.format(date_vn(self.today))}")
        return day


@gate(Deed.PRINT_REPORT)
def catalogue(request: HttpRequest) -> HttpResponse:
    """The reports one may print, by what they are for."""
    found = definitions.printable(request.reach, clock.today(request))
    families = [(family, [each for each in found if each.family == family]) for family in Family]
    kept = saved.shown(request.reach, request.user, clock.today(request))
    context = {"families": [(each, its) for each, its in families if its], "saved": kept}
    return render(request, "reports/catalogue.html", context)


@gate(Deed.PRINT_REPORT)
def report(request: HttpRequest, code: str) -> HttpResponse:
    """A report as a page, with its parameters; a wrong parameter is told and keeps what was typed (400)."""
    definition = _definition(code)
    form = _form(request, definition)
    context = {"definition": definition, "form": form}
    if not form.is_valid():
        return render(request, "reports/report.html", context, status=400)
    try:
        made = _built(request, definition, form)
        context |= {"report": made.report, "made": made}
    except Refused as error:
        context["refused"] = str(error)
    context |= {"query": _query(form), "periods": _periods(request, definition, form)}
    return render(request, "reports/report.html", context | _concluded(request, code, form))


@gate(Deed.PRINT_REPORT)
def units(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """The units behind a number of a report that counts units."""
    definition = _definition(code)
    form = _form(request, definition)
    context = {"definition": definition, "form": form}
    if not form.is_valid():
        return render(request, "reports/report.html", context, status=400)
    try:
        asked = form.asked
        found = next((each for each in definition.lists(asked) if each.key == key), None)
    except Refused as error:
        return render(request, "reports/report.html", context | {"refused": str(error)}, status=409)
    if found is None:
        raise NothingHere(f"Báo cáo “{definition.name}” không có danh sách “{key}”.")
    listed = {"heading": found.heading(asked), "noun": found.noun, "units": found.entries(asked), "query": asked.query}
    return render(request, "reports/units.html", context | listed)


@gate(Deed.PRINT_REPORT)
def pdf(request: HttpRequest, code: str) -> HttpResponse:
    """The same report as a PDF file."""
    return _file(request, code, paper.render_pdf, "")


@gate(Deed.PRINT_REPORT)
def slip(request: HttpRequest, code: str) -> HttpResponse:
    """The control slip of the same report, a file of its own."""
    return _file(request, code, paper.render_slip, "-phieu-kiem-soat")


@gate(Deed.PRINT_REPORT)
def excel(request: HttpRequest, code: str) -> HttpResponse:
    """The tables of the same report as a workbook, with a sheet that explains them."""
    return _file(request, code, workbooks.workbook, "", ("xlsx", workbooks.MIME, "attachment"))


PDF = ("pdf", "application/pdf", "inline")


def _file(request: HttpRequest, code: str, render_file, suffix: str, kind: tuple[str, str, str] = PDF) -> HttpResponse:
    definition = _definition(code)
    form = _form(request, definition)
    if not form.is_valid():
        return render(request, "reports/report.html", {"definition": definition, "form": form}, status=400)
    try:
        built = _built(request, definition, form).report
    except Refused as error:
        context = {"definition": definition, "form": form, "refused": str(error)}
        return render(request, "reports/report.html", context, status=409)
    if render_file is paper.render_pdf and large.is_large(built):
        return redirect(f"{reverse('reports:job_ask', args=[code])}?{_query(form)}")
    ending, mime, shown = kind
    name = f"{code}-{form.cleaned_data['don_vi'].code}-{built.as_at.isoformat()}{suffix}.{ending}"
    headers = {"Content-Disposition": f'{shown}; filename="{name}"'}
    return HttpResponse(render_file(built), content_type=mime, headers=headers)


def _definition(code: str) -> Definition:
    found = definitions.find(code)
    if found is None:
        raise NothingHere(f"Không có báo cáo “{code}”.")
    return found


def _form(request: HttpRequest, definition: Definition) -> ParametersForm:
    """The parameters of the address; what it leaves out is the person's own unit and the day one looks from."""
    own, today = request.reach, clock.today(request)
    units = definitions.units(definition, own, today)
    given = {"don_vi": _own_unit(own, units), "den_ngay": date_vn(today)}
    return ParametersForm(given | request.GET.dict(), definition=definition, own=own, today=today)


def _own_unit(own: Reach, units: QuerySet[Unit]) -> str:
    """The unit of the person's own post, else the first of whom there is such a report; 404 where there is none."""
    roots = [root.pk for root in own.roots(Deed.PRINT_REPORT)]
    found = units.filter(pk__in=roots).first() or units.first()
    if found is None:
        raise NothingHere("Không có đơn vị nào trong phần đồng chí được xem lập báo cáo này.")
    return found.code


def named(request: HttpRequest, definition: Definition, form: ParametersForm) -> bool:
    """Say whether valid parameters ask for names, which needs a deed (403)."""
    asked = form.cleaned_data
    with_names = bool(asked.get("ten")) or definition.listed
    if with_names:
        ask = demand if definition.kinds <= PARTY_KINDS else demand_for
        ask(request, Deed.PRINT_NAMES, asked["don_vi"])
    return with_names


def _built(request: HttpRequest, definition: Definition, form: ParametersForm) -> Made:
    asked, with_names = form.cleaned_data, named(request, definition, form)
    made = making.make(definition, form.asked, with_names=with_names)
    if names := made.report.annexe:
        record_reading(request.user, Deed.PRINT_NAMES, f"{definition.name}, {asked['don_vi']}", len(names.names))
    return made


def _concluded(request: HttpRequest, code: str, form: ParametersForm) -> dict:
    """What was concluded on reports of this unit, and whether the person may record it."""
    unit = form.cleaned_data["don_vi"]
    return {
        "concluded": register.of_known(conclusions.on_report(code, unit, clock.today(request)), request.reach),
        "may_conclude": keepers.covers(request.reach, Deed.KEEP_DOCUMENTS, unit),
        "sees_documents": request.reach.grants(Deed.SEE_DOCUMENTS),
        "may_issue": issued.covers(request.reach, Deed.ISSUE_REPORT, unit),
    }


def _periods(request: HttpRequest, definition: Definition, form: ParametersForm) -> list[tuple[Choice, str]]:
    """The periods that people name, each with the address of this report for it; the unit and the rest stay."""
    asked, today = form.cleaned_data, clock.today(request)
    last = asked["den_ngay"]
    period = inclusive(asked.get("tu_ngay") or date(last.year, 1, 1), last)
    kept = {"don_vi": asked["don_vi"].code}
    kept |= {"cach_tinh": asked["cach_tinh"]} if asked["cach_tinh"] == Reading.NOW else {}
    kept |= {"ten": "on"} if asked.get("ten") else {}
    term = told.term(asked["don_vi"], today, request.reach)
    return [(each, urlencode(kept | each.days)) for each in choices(definition.span, period, today, term)]


def _query(form: ParametersForm) -> str:
    asked = form.cleaned_data
    given = {"don_vi": asked["don_vi"].code}
    given |= {name: asked[name].isoformat() for name in ("tu_ngay", "tai_ngay", "den_ngay") if asked.get(name)}
    given |= {"cach_tinh": asked["cach_tinh"]} if asked["cach_tinh"] == Reading.NOW else {}
    return urlencode(given | ({"ten": "on"} if asked.get("ten") else {}))


def chosen(request: HttpRequest, code: str) -> tuple[Definition, ParametersForm]:
    """A report of the catalogue, and the parameters of the address; 404 for a report that is not there."""
    definition = _definition(code)
    return definition, _form(request, definition)


def built(request: HttpRequest, definition: Definition, form: ParametersForm) -> Made:
    """The report of valid parameters, to be signed; its names need a deed, and the reading is recorded."""
    made = _built(request, definition, form)
    made.check_text()
    return made


def query(form: ParametersForm) -> str:
    """The address of valid parameters."""
    return _query(form)
