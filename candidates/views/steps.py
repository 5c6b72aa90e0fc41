"""Making a move: a step of a dossier is a thing that its owner creates."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from candidates import clocks, guards, moves, queries, stages, votes, voting
from candidates.enums import Stage
from candidates.models import Dossier, StageEntry
from candidates.rules.verdict import Answer
from candidates.step_forms import ReceiptForm, StepForm
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import NothingHere, demand, gate
from organizations.handling import carry_out

# The button that records the vote alone, where it does not carry the step.
ALONE = "only_ballot"
VOTE_RECORDED = "Đã ghi kết quả biểu quyết; chưa ghi bước của hồ sơ."


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def step(request: HttpRequest, code: str, stage: str) -> HttpResponse:
    """Show the form of a move and make it; an unknown stage is a 404, a wrong role a 403, an illegal move a sentence."""
    found = get_object_or_404(queries.dossiers(request.reach), code=code)
    to = _stage(stage)
    if to == Stage.MOVED_OUT:
        return redirect("candidates:transfer", code)
    legal = moves.find(Stage(found.stage), to)
    move = legal or _by_target(to)
    deed = stages.deed_of(request.reach, move, found.unit)
    demand(request, deed, found.unit)
    form = _step_form(request, found, move, deed)
    entry = stages.open_entry(found)
    done = request.method == "POST" and _carried_out(request, found, form, move, deed)
    if done:
        _warn_of_lateness(request, found, entry, form)
        return done
    context = {"form": form, "dossier": found, "move": move, "legal": legal is not None}
    if request.method == "GET":
        context |= _beforehand(request, found, to, form)
    today = clock.today(request)
    context |= {"due_on": entry.term, "late": clocks.late_ceremony(found, entry, today, today)}
    return render(request, "candidates/step.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Record the day on which the cell received the decision, from which the term of the ceremony may count."""
    found = get_object_or_404(queries.dossiers(request.reach), code=code)
    receiving = moves.find(Stage.DECIDED, Stage.ADMITTED)
    deed = stages.deed_of(request.reach, receiving, found.unit)
    demand(request, deed, found.unit)
    today = clock.today(request)
    instead = deed != receiving.deed
    form = ReceiptForm(request.POST or None, instead=instead, version=found.version)

    def work() -> str:
        given, outcome = form.cleaned_data, reverse("candidates:dossier", args=[code])
        submission.spend(given["form_token"], outcome)
        known = {"own": request.reach, "today": today, "version": given["version"] or 0}
        stages.record_receipt(found, given["received_on"], **known, basis=given.get("basis", ""))
        return outcome

    done = request.method == "POST" and carry_out(request, deed, form, work, "Đã ghi ngày nhận quyết định.")
    if done:
        return done
    return render(request, "candidates/receipt.html", {"form": form, "dossier": found})


def _step_form(request: HttpRequest, found: Dossier, move: moves.Move, deed: Deed) -> StepForm:
    """The form of a move, with the vote that carries it."""
    today = clock.today(request)
    carrying = votes.carrying(found, move.to, today) if found.stage == move.start else None
    meeting = carrying.meeting_on if carrying else None
    return StepForm(
        request.POST or None,
        move=move,
        deed=deed,
        carrying=carrying,
        committees=voting.committees(request.reach, found.unit) if carrying and not carrying.of_cell else (),
        alone=ALONE in request.POST,
        may_override=request.reach.covers(Deed.OVERRIDE, found.unit),
        version=found.version,
        # A day that stands on a paper is typed: one tap must not record a ceremony or a decision of today.
        initial={"on": meeting or (today if move.paper is None else None)},
    )


def _carried_out(
    request: HttpRequest, found: Dossier, form: StepForm, move: moves.Move, deed: Deed
) -> HttpResponse | None:
    """Record the vote that was typed along and make the move, both or neither; or, where so asked, the vote alone."""
    alone, vote, own, today = ALONE in request.POST, form.vote, request.reach, clock.today(request)
    if vote and not alone and (sentence := voting.below_share(vote)):
        form.refuse_below_share(sentence)

    def work() -> str:
        given = form.cleaned_data
        outcome = reverse("candidates:ballots" if alone else "candidates:dossier", args=[found.code])
        submission.spend(given["form_token"], outcome)
        if vote:
            voting.record(found, vote, own=own, today=today, basis=given.get("basis", ""))
        if not alone:
            stages.move(found, move.to, form.step(), own=own, today=today, version=given["version"] or 0)
        return outcome

    return carry_out(request, deed, form, work, VOTE_RECORDED if alone else f"Đã ghi: {move.event}.")


def _warn_of_lateness(request: HttpRequest, found: Dossier, entry: StageEntry, form: StepForm) -> None:
    """Say at once what a ceremony after its term still needs."""
    held_on = form.is_valid() and form.cleaned_data.get("on")
    if held_on and (sentence := clocks.late_ceremony(found, entry, held_on, clock.today(request))):
        messages.warning(request, sentence)


def _stage(value: str) -> Stage:
    if value not in Stage.values:
        raise NothingHere(f"Không có bước “{value}”.")
    return Stage(value)


def _beforehand(request: HttpRequest, found: Dossier, to: Stage, form: StepForm) -> dict:
    """What stands against the move today, and what cannot be told yet; the form remembers which criteria were shown."""
    options = stages.possible_moves(found, request.reach, clock.today(request))
    option = next((option for option in options if option.to == to), None)
    if option is None:
        return {}
    form.initial["seen"] = ",".join(sorted(guards.unconfirmed(option.verdicts)))
    untold = [verdict.sentence for verdict in option.verdicts if verdict.answer == Answer.UNKNOWN]
    return {"against": option.against, "untold": untold}


def _by_target(to: Stage) -> moves.Move:
    """A move to this stage from anywhere: it names the owner of an illegal wish, so that the right person is told why not."""
    found = next((move for move in moves.TABLE.values() if move.to == to), None)
    if found is None:
        raise NothingHere("Không có bước nào sang “Nguồn”: người mới được thêm vào nguồn ở trang danh sách.")
    return found
