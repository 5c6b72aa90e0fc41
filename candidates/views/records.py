"""Recording what stands around a dossier, a page for each kind of record; and taking back what was recorded by mistake."""

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import queries, record_forms, recording, records, vetting, vetting_forms
from candidates.models import Dossier, Helper
from candidates.record_words import in_full, line
from candidates.records import RecordKind
from candidates.views.record_pages import PAGES
from candidates.views.sensitive import sees_leaving
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import NothingHere, demand, gate
from organizations.handling import carry_out


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def record(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Record one thing of a kind; what is there already stands under the form."""
    shown = _kind(kind)
    found = _dossier(request, code, shown)
    page, today = PAGES[shown], clock.today(request)
    form = page.form(request.POST or None, about=found, on=today, initial={page.day: today} if page.day else {})
    outcome = reverse("candidates:record", args=[code, kind])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        page.write(found, form.given, own=request.reach, today=today)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.RECORD_PAPER, form, work, page.done)
    if done:
        return done
    sees = shown == RecordKind.FORMER and sees_leaving(request, found)
    context = {"form": form, "dossier": found, "page": page, "kinds": RecordKind, "kind": shown}
    context["section"] = records.section(found, shown, today, sees_sensitive=sees)
    return render(request, "candidates/records.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def correct(request: HttpRequest, code: str, kind: str, pk: int) -> HttpResponse:
    """Take back a mistaken record; the reason stays in the audit trail, and the right one is recorded anew."""
    shown = _kind(kind)
    found = _dossier(request, code, shown)
    row, today = get_object_or_404(PAGES[shown].rows(found), pk=pk), clock.today(request)
    form = record_forms.TakeBackForm(request.POST or None)
    outcome = reverse("candidates:record", args=[code, kind])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        recording.take_back(found, row, form.cleaned_data["reason"], own=request.reach)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.RECORD_PAPER, form, work, "Đã đính chính.")
    if done:
        return done
    told = in_full if shown == RecordKind.FORMER and sees_leaving(request, found) else line
    context = {"form": form, "dossier": found, "kind": shown, "line": told(row, today), "goes_on": _goes_on(row)}
    return render(request, "candidates/records_correct.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def end_help(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Let a helper help no more from a day on."""
    found = _dossier(request, code, RecordKind.HELPER)
    row, today = get_object_or_404(found.helpers, pk=pk), clock.today(request)
    form = record_forms.EndHelpForm(request.POST or None, initial={"until": today})
    outcome = reverse("candidates:record", args=[code, RecordKind.HELPER.value])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        recording.end_helper(row, form.cleaned_data["until"], own=request.reach, today=today)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.RECORD_PAPER, form, work, "Đã ghi thôi giúp đỡ.")
    if done:
        return done
    context = {"form": form, "dossier": found, "kind": RecordKind.HELPER, "line": line(row, today), "ends": True}
    return render(request, "candidates/records_correct.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def answer_check(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Record on which day the answer to a verification came."""
    found = _dossier(request, code, RecordKind.CHECK)
    row, today = get_object_or_404(found.checks, pk=pk), clock.today(request)
    form = vetting_forms.CheckAnswerForm(request.POST or None, initial={"answered_on": today})
    outcome = reverse("candidates:record", args=[code, RecordKind.CHECK.value])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        vetting.record_answer(row, form.given, own=request.reach, today=today)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.RECORD_PAPER, form, work, "Đã ghi kết quả thẩm tra.")
    if done:
        return done
    context = {"form": form, "dossier": found, "kind": RecordKind.CHECK, "line": line(row, today)}
    return render(request, "candidates/records_answer.html", context)


def _dossier(request: HttpRequest, code: str, kind: RecordKind) -> Dossier:
    found = get_object_or_404(queries.dossiers(request.reach), code=code)
    demand(request, Deed.RECORD_PAPER, found.unit)
    if kind == RecordKind.FORMER:
        demand(request, Deed.SEE_SENSITIVE, found.unit)
    return found


def _kind(value: str) -> RecordKind:
    if value not in RecordKind.values:
        raise NothingHere(f"Không có mục “{value}”.")
    return RecordKind(value)


def _goes_on(row: Model) -> Helper | None:
    """Who helps again once ``row`` is taken back."""
    return records.ended_by(row) if isinstance(row, Helper) else None
