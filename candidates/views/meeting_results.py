"""What a meeting decided: asked for, shown as it would be, recorded, and taken back as a whole."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from candidates import agenda, instead, meeting_results, undoing
from candidates.enums import UNSETTLED, AgendaResult
from candidates.meeting_forms import MeetingResultsForm, UndoForm, day_of
from candidates.meeting_results import Outcome
from candidates.models import AgendaItem, Meeting
from candidates.views.meetings import held
from candidates.views.trying import AGAIN, SURE, tried
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import gate
from organizations.handling import carry_out

# How a result reads while it is only shown.
WOULD = {
    AgendaResult.APPLIED: "Sẽ ghi bước",
    AgendaResult.NOT_PASSED: "Không thông qua, chỉ ghi biểu quyết",
    AgendaResult.SKIPPED: "Sẽ bỏ qua",
}


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for days, numbers and votes; show what recording them does, row by row; then record them."""
    found, own, today = held(request, pk), request.reach, clock.today(request)
    form, outcome = _form(request, found), reverse("candidates:meeting", args=[pk])

    def record() -> list[Outcome]:
        version = form.cleaned_data["version"] or 0
        return meeting_results.record(found, form.said(), own=own, today=today, version=version)

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        record()
        return outcome

    outcomes = None
    if request.method == "POST" and AGAIN not in request.POST and form.is_valid():
        if SURE in request.POST:
            done = carry_out(request, Deed.HOLD_MEETING, form, work, "Đã ghi kết quả họp.")
            if done:
                return done
        else:
            outcomes = tried(request, Deed.HOLD_MEETING, form, record)
    context = {
        "form": form,
        "meeting": found,
        "title": agenda.title(found),
        "shown": outcomes and _shown(form, outcomes),
    }
    return render(request, "candidates/meetings/apply.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the newest results of a meeting: all of them, or none where one was built on."""
    found, own, today = held(request, pk), request.reach, clock.today(request)
    batch = agenda.last_batch(found)
    acts = undoing.shown(batch, own) if batch else []
    needed = _entered(request, found)
    form = UndoForm(request.POST or None, instead=needed, version=found.version)
    outcome = reverse("candidates:meeting", args=[pk])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        known = {"own": own, "today": today, "version": given["version"] or 0}
        meeting_results.undo(found, given["reason"], **known, basis=given.get("basis", ""))
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.HOLD_MEETING, form, work, "Đã hủy kết quả họp.")
    against = undoing.against_batch(batch, own, today) if batch and not form.is_bound else []
    context = {"form": form, "title": agenda.title(found), "acts": acts, "against": against, "back": outcome}
    return done or render(request, "candidates/undo_batch.html", context)


def _form(request: HttpRequest, found: Meeting) -> MeetingResultsForm:
    today = clock.today(request)
    waiting = agenda.items(found, request.reach, today).filter(result__in=UNSETTLED)
    items = sorted(waiting, key=lambda item: (item.dossier.person.name_key, item.pk))
    sent = _again(request.POST) if AGAIN in request.POST else request.POST
    return MeetingResultsForm(
        sent or None,
        meeting=found,
        items=items,
        instead=_entered(request, found),
        version=found.version,
        initial=_initial(found, items, request),
    )


def _initial(found: Meeting, items: Sequence[AgendaItem], request: HttpRequest) -> dict:
    unit = agenda.committee_of(found)
    decides = any(item.to in agenda.DECIDING for item in items)
    sign = unit.sign if unit else ""
    return {
        "ngay": day_of(found, clock.today(request)),
        "bien_ban": found.number,
        "noi_ban_hanh": (unit.committee or unit.name) if unit else "",
        "mau": f"{{n}}-QĐ/{sign}" if decides and sign else "",
    }


def _entered(request: HttpRequest, found: Meeting) -> bool:
    """Say whether the person only enters what the body decided, against a paper."""
    owner = Deed.MOVE_AS_BOARD if found.is_delegated else agenda.OWNERS[found.body]
    return instead.needs_basis(request.reach, found.unit, owner)


def _again(sent: QueryDict) -> QueryDict:
    """What was sent, without the numbers that the series gave: going back, the series may be changed."""
    data = sent.copy()
    for name in [name for name in data if name.startswith("so_") and data[name] == data.get(f"da_cho_{name[3:]}")]:
        data[name] = ""
    return data


def _shown(form: MeetingResultsForm, outcomes: list[Outcome]) -> dict:
    """The preview: each dossier with what would become of it, how many of each, and the whole form, hidden."""
    data = form.data.copy()
    for each in outcomes:
        data[f"ban_{each.item.pk}"] = each.version
        data[f"so_{each.item.pk}"] = each.number or data.get(f"so_{each.item.pk}", "")
    form.data = data
    open_names = {f"{name}_{each.item.pk}" for each in outcomes for name in _open_fields(each)}
    rows = [
        {"outcome": each, "number": _box(form, each), "accept": _accept(form, each), "label": WOULD[each.result]}
        for each in outcomes
        if not each.is_elsewhere
    ]
    counts = {result: sum(each.result == result for each in outcomes) for result in AgendaResult}
    return {
        "rows": rows,
        "applied": counts[AgendaResult.APPLIED],
        "not_passed": counts[AgendaResult.NOT_PASSED],
        "skipped": counts[AgendaResult.SKIPPED],
        "hidden": [field for field in form if field.name not in open_names],
    }


def _open_fields(each: Outcome) -> list[str]:
    """The fields of a row that the preview leaves open: its number, and the word that a change was looked at."""
    numbered = ["so"] if each.number else []
    return [*numbered, "nhan"] if each.changed else numbered


def _box(form: MeetingResultsForm, each: Outcome):
    return form[f"so_{each.item.pk}"] if each.number else None


def _accept(form: MeetingResultsForm, each: Outcome):
    return form[f"nhan_{each.item.pk}"] if each.changed else None
