"""The working calendar: a year as one sees it; correcting a day, taking that back, confirming a year (the province alone)."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import calendar_keeping, calendar_years, calendars, regimes
from candidates.calendar_years import YearShown
from candidates.clock_forms import AskedYearForm, DayForm, VoidForm, YearForm
from candidates.models import DayCorrection
from organizations import clock, submission
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.gate import NothingHere, gate
from organizations.handling import carry_out


@gate(Deed.SEE_RULES)
def index(request: HttpRequest) -> HttpResponse:
    """The days off and the make-up days of a year, which of them were corrected, and who confirmed the year."""
    asked = AskedYearForm(request.GET)
    if not asked.is_valid():
        return render(request, "candidates/calendar/year.html", {"form": asked}, status=400)
    year = asked.cleaned_data["nam"] or clock.today(request).year
    context = {
        "form": AskedYearForm(initial={"nam": year}),
        "shown": calendar_years.shown(year),
        "beside": [each for each in (year - 1, year + 1) if calendars.FIRST <= each <= calendars.LAST],
        "may_keep": regimes.keeps_national(request.reach),
    }
    return render(request, "candidates/calendar/year.html", context)


@gate(Deed.KEEP_RULES, "GET", "POST")
def correct_day(request: HttpRequest) -> HttpResponse:
    """Record a day that is off, or worked, against the calendar."""
    _demand_province(request)
    form = DayForm(request.POST or None)

    def work() -> str:
        given = form.cleaned_data
        outcome = _address(given["day"].year)
        submission.spend(given["form_token"], outcome)
        calendar_keeping.correct_day(given["day"], given["kind"], given["source"], own=request.reach)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_RULES, form, work, "Đã ghi vào lịch nghỉ.")
    words = {"title": "Sửa một ngày trong lịch nghỉ", "verb": "Ghi vào lịch nghỉ", "back": reverse("regimes:calendar")}
    return done or render(request, "candidates/calendar/change.html", {"form": form} | words)


@gate(Deed.KEEP_RULES, "GET", "POST")
def take_back_day(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a mistaken correction."""
    _demand_province(request)
    found = get_object_or_404(DayCorrection, pk=pk)
    form, outcome = VoidForm(request.POST or None), _address(found.day.year)

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        calendar_keeping.take_back_day(found, form.cleaned_data["reason"], own=request.reach)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_RULES, form, work, "Đã hủy dòng ghi nhầm.")
    title = f"Hủy dòng sửa ngày {date_vn(found.day)}: {found.get_kind_display().lower()}"
    words = {"title": title, "verb": "Hủy dòng này", "back": outcome, "is_danger": True, "said": found.source}
    return done or render(request, "candidates/calendar/change.html", {"form": form} | words)


@gate(Deed.KEEP_RULES, "GET", "POST")
def confirm_year(request: HttpRequest, year: int) -> HttpResponse:
    """Confirm the calendar of a year against its announcement; an unknown year is a 404 with a sentence."""
    _demand_province(request)
    shown, form, outcome = _known(year), YearForm(request.POST or None), _address(year)

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        calendar_keeping.confirm_year(year, given["source"], own=request.reach, today=clock.real_today())
        return outcome

    words = f"Đã xác nhận lịch nghỉ năm {year}."
    done = request.method == "POST" and carry_out(request, Deed.KEEP_RULES, form, work, words)
    said = "Hãy đối chiếu từng ngày nghỉ, ngày làm bù với văn bản công bố; ngày nào khác thì sửa trước khi xác nhận."
    context = {"title": f"Xác nhận lịch nghỉ năm {year}", "verb": "Xác nhận", "back": outcome, "said": said}
    return done or render(request, "candidates/calendar/change.html", {"form": form, "shown": shown} | context)


def _demand_province(request: HttpRequest) -> None:
    if not regimes.keeps_national(request.reach):
        raise PermissionDenied(regimes.ONLY_THE_PROVINCE)


def _known(year: int) -> YearShown:
    try:
        return calendar_years.shown(year)
    except Refused as refusal:
        raise NothingHere(str(refusal)) from refusal


def _address(year: int) -> str:
    return f"{reverse('regimes:calendar')}?nam={year}"
