"""Choosing the day as at which one looks."""

from urllib.parse import parse_qsl, urlencode, urlsplit

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

# Parameters by which lists and reports name a day themselves.
OWN_DAYS = ("tai_ngay", "den_ngay", "tu", "den", "vao_buoc", "trang")


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
        clock.look_from_default(request)
    elif form.is_valid():
        request.session[clock.SESSION_KEY] = form.cleaned_data["on"].isoformat()
    else:
        messages.error(request, form.errors["on"][0])
    return redirect(_page_before(request))


def _page_before(request: HttpRequest) -> str:
    """The page one came from, without a day of its own in its address: that would hide the day just chosen."""
    before = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(before, {request.get_host()}):
        return "/"
    address = urlsplit(before)
    kept = [(name, value) for name, value in parse_qsl(address.query) if name not in OWN_DAYS]
    return address._replace(query=urlencode(kept)).geturl()
