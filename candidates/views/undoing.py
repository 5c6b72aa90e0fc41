"""Taking back what was done last to a dossier: what that takes back is shown, the reason is asked for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import acts, certifying, moves, queries, stages, undoing
from candidates.meeting_forms import UndoForm
from candidates.models import Act, Dossier, StageEntry
from candidates.views.loading import carried, run
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import demand, gate
from organizations.handling import carry_out

ENTERED = (Deed.ENTER_FOR_CELL, Deed.ENTER_FOR_COMMITTEE)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def undo(request: HttpRequest, code: str) -> HttpResponse:
    """Take back what was done last; of a history from before acts were kept, the last step."""
    found = get_object_or_404(queries.dossiers(request.reach), code=code)
    act, entry, today = acts.last(found), stages.open_entry(found), clock.today(request)
    deed = _demanded(request, found, act, entry)
    form = UndoForm(request.POST or None, instead=deed in ENTERED, version=found.version)
    outcome = reverse("candidates:dossier", args=[code])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        known = {
            "own": request.reach,
            "today": today,
            "version": given["version"] or 0,
            "basis": given.get("basis", ""),
        }
        if act:
            undoing.undo(act, given["reason"], **known)
        else:
            stages.take_back(found, given["reason"], **known)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.CORRECT_STEP, form, work, "Đã hủy việc vừa ghi.")
    context = {"form": form, "dossier": found, "act": act, "entry": entry, **_told(act, entry, today)}
    return done or render(request, "candidates/undo.html", context)


@gate(Deed.SEE_CLASSES, "GET", "POST")
def certificates(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the certificates of a class issued last in one go."""
    found, own, today = run(request, pk), request.reach, clock.today(request)
    batch = certifying.last_batch(found)
    form, back = (
        UndoForm(request.POST or None, instead=False, version=found.version),
        reverse("classes:class", args=[pk]),
    )

    def act() -> None:
        given = form.cleaned_data
        certifying.undo(found, given["reason"], own=own, today=today, version=given["version"] or 0)

    done = carried(request, form, back, act, "Đã hủy đợt cấp giấy chứng nhận.")
    acts_made = list(batch.acts.select_related("dossier__person", "dossier__unit")) if batch else []
    against = undoing.against_batch(batch, own, today) if batch and not form.is_bound else []
    context = {"form": form, "title": f"Cấp giấy chứng nhận: {found.name}", "acts": acts_made, "against": against}
    return done or render(request, "candidates/undo_batch.html", context | {"back": back})


def _demanded(request: HttpRequest, found: Dossier, act: Act | None, entry: StageEntry) -> Deed:
    """Answer 403 to whoever neither owns what was done last nor enters it for the owner; return their deed."""
    if act:
        deed = undoing.deed_of(request.reach, act)
    else:
        move = moves.made(entry.from_stage, entry.stage)
        deed = stages.deed_of(request.reach, move, found.unit) if move else Deed.MOVE_AS_CELL
    if not (act and undoing.may(request.reach, act)):
        for each in (deed, Deed.CORRECT_STEP):
            demand(request, each, found.unit)
    return deed


def _told(act: Act | None, entry: StageEntry, today) -> dict:
    """What would be taken back, what stands against it, and how many other dossiers it was recorded together with."""
    if act:
        others = act.batch.acts.count() - 1 if act.batch else 0
        return {"what": undoing.what(act), "against": undoing.against(act, today), "others": others}
    words = f"Bước “{entry.get_stage_display()}” thôi được tính; hồ sơ trở về bước “{entry.get_from_stage_display()}”."
    return {"what": [words] if entry.from_stage else [], "against": [], "others": 0}
