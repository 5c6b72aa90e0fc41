"""The address of the evidence sheet by unit and year: it leads to the report as at the last day of the year that has come."""

from datetime import date
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from organizations import clock
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.gate import gate
from organizations.inputs import AskingForm
from reports import definitions
from reports.evidence import report as evidence

NO_YEAR = "Hãy nhập năm bằng bốn chữ số, ví dụ 2021."


class YearForm(AskingForm):
    """Of which unit and year a sheet is asked for."""

    don_vi = forms.CharField(label="Mã đơn vị", required=False, max_length=30)
    nam = forms.IntegerField(
        label="Năm",
        required=False,
        min_value=1990,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "tiny"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NO_YEAR),
    )

    def __init__(self, *args: object, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_nam(self) -> int:
        """The year; the one that one looks from where none was typed. Nothing is known of one that has not come."""
        year = self.cleaned_data["nam"] or self.today.year
        if year > self.today.year:
            raise ValidationError(f"Năm {year} chưa đến; năm đang xem là {self.today.year}.")
        return year


@gate(Deed.PRINT_REPORT)
def sheet(request: HttpRequest) -> HttpResponse:
    """Go to the sheet of a unit for a year; which units one may print is asked there."""
    today = clock.today(request)
    form = YearForm(request.GET, today=today)
    if not form.is_valid():
        context = {"definition": definitions.find(evidence.CODE), "form": form}
        return render(request, "reports/report.html", context, status=400)
    asked = form.cleaned_data
    day = {"den_ngay": date_vn(min(date(asked["nam"], 12, 31), today))}
    unit = {"don_vi": asked["don_vi"]} if asked["don_vi"] else {}
    return redirect(f"{reverse('reports:report', args=[evidence.CODE])}?{urlencode(unit | day)}")
