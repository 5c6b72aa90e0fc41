"""Choosing the day as at which one looks."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from organizations import clock
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.gate import gate
from organizations.inputs import DateField


class AsAtForm(forms.Form):
    """The day to look from; empty is refused, "clear" goes back to the default."""

    on = DateField(error_messages={"required": "Hãy nhập ngày cần xem."})

    def clean_on(self):
        """Refuse days that have not come."""
        day = self.cleaned_data["on"]
        if day > clock.real_today():
            raise forms.ValidationError(f"Ngày {date_vn(day)} chưa đến; hãy chọn từ hôm nay trở về trước.")
        return day


@gate(Deed.CHOOSE_DATE, "POST")
def as_at(request: HttpRequest) -> HttpResponse:
    """Remember or clear the day in the session, and go back to the page one came from."""
    form = AsAtForm(request.POST)
    if "clear" in request.POST:
        request.session.pop(clock.SESSION_KEY, None)
    elif form.is_valid():
        request.session[clock.SESSION_KEY] = form.cleaned_data["on"].isoformat()
    else:
        messages.error(request, form.errors["on"][0])
    return redirect(_page_before(request))


def _page_before(request: HttpRequest) -> str:
    before = request.headers.get("Referer", "")
    return before if url_has_allowed_host_and_scheme(before, {request.get_host()}) else "/"
