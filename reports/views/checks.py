"""Verifications without an answer over a reach: the list, and the letters that ask for the answers again."""

from django import forms
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candidates import chased
from candidates.models import BackgroundCheck
from organizations import clock
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.gate import NothingHere, gate
from organizations.inputs import AskingForm
from organizations.paging import shown_page
from reports import pdf as paper
from reports.forms import catalogue, filling, subject
from reports.forms.subject import Subject

PAGE_SIZE = 50
MOST_LETTERS = 100
LETTER = "cv-don-doc"
NO_DAYS = "Hãy nhập số ngày bằng chữ số, từ 0 đến 3650, ví dụ 30."


class WaitingForm(AskingForm):
    """For how many days at least an answer has been waited for."""

    qua = forms.IntegerField(
        label="Đã gửi từ (số ngày) trở lên",
        min_value=0,
        max_value=3650,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "tiny"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NO_DAYS),
    )


@gate(Deed.SEE_DOSSIERS)
def waiting(request: HttpRequest) -> HttpResponse:
    """The verifications of the reach that have no answer on the day, the longest waiting first."""
    own, today, form = request.reach, clock.today(request), WaitingForm(request.GET)
    if not form.is_valid():
        return render(request, "reports/checks.html", {"form": form}, status=400)
    days = form.cleaned_data["qua"] or 0
    may = {name: Exists(own.units(deed).filter(pk=OuterRef("dossier__unit"))) for name, deed in _MAY.items()}
    found = chased.waiting(own, today, longer_than=days).annotate(**may)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "days": days,
        "rows": [{"check": each, "age": chased.age(each, today), "times": chased.known(each, today)} for each in page],
        "page": shown_page(page, request.GET, "thư thẩm tra"),
        "may_print": own.grants(Deed.PRINT_FORM),
        "letter": LETTER,
    }
    return render(request, "reports/checks.html", context)


@gate(Deed.PRINT_FORM)
def letters(request: HttpRequest) -> HttpResponse:
    """One chasing letter for each verification asked for so many days ago, in one file; 404 where there is none."""
    form = WaitingForm(request.GET)
    if not form.is_valid():
        return render(request, "reports/checks.html", {"form": form}, status=400)
    days = form.cleaned_data["qua"] or 0
    found = _subjects(request, days)
    if not found:
        raise NothingHere("Không có thư thẩm tra nào chờ kết quả lâu như vậy trong phần đồng chí được in.")
    words = f"Công văn đôn đốc thẩm tra, {days} ngày trở lên"
    record_reading(request.user, Deed.PRINT_FORM, words, len({each.dossier.pk for each in found}))
    headers = {"Content-Disposition": 'inline; filename="don-doc-tham-tra.pdf"'}
    file = paper.render_forms([filling.fill(each).paper for each in found])
    return HttpResponse(file, content_type="application/pdf", headers=headers)


_MAY = {"may_record": Deed.RECORD_PAPER, "may_print": Deed.PRINT_FORM}


def _subjects(request: HttpRequest, days: int) -> list[Subject]:
    """The waiting verifications whose dossiers the person may print, each as the letter sees it."""
    own, today = request.reach, clock.today(request)
    rows = chased.waiting(own, today, longer_than=days).filter(dossier__unit__in=own.units(Deed.PRINT_FORM))
    first: list[BackgroundCheck] = list(rows[:MOST_LETTERS])
    known = subject.dossiers(own).in_bulk([row.dossier_id for row in first])
    letter, paths = catalogue.find(LETTER), {}
    return [Subject(known[row.dossier_id], today, letter, chosen=row.pk, paths=paths) for row in first]
