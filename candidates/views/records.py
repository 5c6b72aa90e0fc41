"""Recording what stands around a dossier, a page for each kind of record; and taking back what was recorded by mistake."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import queries, record_forms, recording, records
from candidates.enums import LOOSE_PAPERS
from candidates.models import Dossier, Helper
from candidates.record_words import line
from candidates.records import RecordKind
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import NothingHere, demand, gate
from organizations.handling import carry_out


@dataclass(frozen=True)
class Page:
    """The page of a kind: its form, the act it does, the stored rows, the words of its button and of its success."""

    form: type[record_forms.RecordForm]
    write: Callable
    rows: Callable[[Dossier], QuerySet]
    verb: str
    done: str
    day: str = ""


PAGES = {
    RecordKind.RATING: Page(
        record_forms.RatingForm, recording.rate, lambda of: of.person.ratings, "Ghi xếp loại", "Đã ghi xếp loại."
    ),
    RecordKind.COMMENDATION: Page(
        record_forms.CommendationForm,
        recording.commend,
        lambda of: of.person.commendations,
        "Ghi khen thưởng",
        "Đã ghi khen thưởng.",
    ),
    RecordKind.OPINION: Page(
        record_forms.OpinionForm,
        recording.record_opinion,
        lambda of: of.papers.filter(kind__in=LOOSE_PAPERS),
        "Ghi ý kiến",
        "Đã ghi ý kiến nhận xét.",
    ),
    RecordKind.INTRODUCER: Page(
        record_forms.IntroducerForm,
        recording.introduce,
        lambda of: of.introducers,
        "Ghi người giới thiệu",
        "Đã ghi người giới thiệu.",
        day="on",
    ),
    RecordKind.HELPER: Page(
        record_forms.HelperForm,
        recording.assign_helper,
        lambda of: of.helpers,
        "Phân công giúp đỡ",
        "Đã ghi phân công giúp đỡ.",
        day="valid_from",
    ),
    RecordKind.TASK: Page(
        record_forms.TaskForm,
        recording.give_task,
        lambda of: of.given_tasks,
        "Ghi nhiệm vụ",
        "Đã ghi nhiệm vụ.",
        day="given_on",
    ),
}


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def record(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Record one thing of a kind; what is there already stands under the form."""
    found, shown = _dossier(request, code), _kind(kind)
    page, today = PAGES[shown], clock.today(request)
    form = page.form(request.POST or None, initial={page.day: today} if page.day else {})
    outcome = reverse("candidates:record", args=[code, kind])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        page.write(found, form.given, own=request.reach, today=today)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.RECORD_PAPER, form, work, page.done)
    if done:
        return done
    context = {"form": form, "dossier": found, "page": page, "kinds": RecordKind, "kind": shown}
    context["section"] = records.section(found, shown, today)
    return render(request, "candidates/records.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def correct(request: HttpRequest, code: str, kind: str, pk: int) -> HttpResponse:
    """Take back a mistaken record; the reason stays in the audit trail, and the right one is recorded anew."""
    found, shown = _dossier(request, code), _kind(kind)
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
    context = {"form": form, "dossier": found, "kind": shown, "line": line(row, today), "goes_on": _goes_on(row)}
    return render(request, "candidates/records_correct.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def end_help(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Let a helper help no more from a day on."""
    found = _dossier(request, code)
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


def _dossier(request: HttpRequest, code: str) -> Dossier:
    found = get_object_or_404(queries.dossiers(request.reach), code=code)
    demand(request, Deed.RECORD_PAPER, found.unit)
    return found


def _kind(value: str) -> RecordKind:
    if value not in RecordKind.values:
        raise NothingHere(f"Không có mục “{value}”.")
    return RecordKind(value)


def _goes_on(row: Model) -> Helper | None:
    """Who helps again once ``row`` is taken back."""
    return records.ended_by(row) if isinstance(row, Helper) else None
