"""Letters that ask late units again: choosing the units, the drafted letter with its number, taking one back."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from directives import keepers, obligations, overdue, reminders, reminding
from directives.duty_forms import WhyForm
from directives.models import Directive, Obligation, Reminder
from directives.reply_forms import IssueForm, RemindForm
from directives.views import loading
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import NothingHere, gate
from organizations.handling import carry_out


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is late with the duties of a document (or with one, ``nhiem_vu``): choose them, and a letter is drafted."""
    directive, on = loading.seen(request, pk), clock.today(request)
    duties = _duties(request, directive)
    lines = overdue.overdue(duties, on, obligations.within(request.reach, Deed.KEEP_DOCUMENTS))
    nobody = request.GET.get("chon") == "khong"
    form = RemindForm(request.POST or None, lines=lines, nobody=nobody)

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        given = {"own": request.reach, "today": on}
        made = reminding.draft(directive, form.picked(), form.cleaned_data["reply_by"], **given)
        outcome = reverse("directives:reminder", args=[pk, made.pk])
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    words = "Đã soạn công văn đôn đốc; hệ thống không tự gửi."
    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, words)
    context = {"form": form, "directive": directive, "duties": duties, "parts": _parts(lines), "nobody": nobody}
    return done or render(request, "directives/reminders/new.html", context)


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def reminder(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One letter: whom it asks for what, its PDF, and the number once the registry gave it."""
    found = kept(request, pk, number)
    form, outcome = _issue_form(request, found), reverse("directives:reminder", args=[pk, number])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        known = {"own": request.reach, "today": clock.today(request), "version": given["version"] or 0}
        reminding.record_issue(found, given["number"], given["issued_on"], **known)
        return outcome

    words = "Đã ghi số, ngày của công văn."
    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, words)
    context = {"form": form, "reminder": found, "items": reminders.items(found), "directive": found.directive}
    return done or render(request, "directives/reminders/reminder.html", context)


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def take_back(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take a letter back with the reason; it counts no more."""
    found = kept(request, pk, number)
    form, outcome = WhyForm(request.POST or None, version=found.version), reverse("directives:remind", args=[pk])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        reminding.take_back(found, given["reason"], own=request.reach, version=given["version"] or 0)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, "Đã hủy công văn.")
    context = {"form": form, "reminder": found, "directive": found.directive}
    return done or render(request, "directives/reminders/take_back.html", context)


def kept(request: HttpRequest, pk: int, number: int) -> Reminder:
    """Return a letter of the person's reach; of another committee it is not found."""
    mine = Reminder.objects.filter(unit__in=request.reach.units(Deed.KEEP_DOCUMENTS))
    named = mine.select_related("directive__document", "unit", "by")
    return get_object_or_404(named, pk=number, directive=pk)


def _duties(request: HttpRequest, directive: Directive) -> list[Obligation]:
    """The duties of a document that the person follows, or the one asked for; 403 where all are somebody else's."""
    found = list(keepers.kept(request.reach).filter(directive=directive))
    if not found:
        raise PermissionDenied("Đồng chí không theo dõi nhiệm vụ nào của văn bản này nên không soạn công văn đôn đốc.")
    if asked := request.GET.get("nhiem_vu", ""):
        found = [each for each in found if str(each.pk) == asked]
        if not found:
            raise NothingHere("Không có nhiệm vụ này trong các nhiệm vụ đồng chí theo dõi.")
    return found


def _parts(lines: list[overdue.Overdue]) -> list[tuple]:
    """Rounds of duties, each with its late units by cause."""
    asked = list(dict.fromkeys(each.asked for each in lines))
    return [(each, overdue.by_cause(line for line in lines if line.asked == each)) for each in asked]


def _issue_form(request: HttpRequest, found: Reminder) -> IssueForm:
    known = {"number": found.number, "issued_on": found.issued_on}
    return IssueForm(request.POST or None, version=found.version, initial=known)
