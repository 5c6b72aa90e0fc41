"""The votes on a dossier: what is recorded, recording one more, and taking back a mistaken one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import queries, votes, voting
from candidates.ballot_forms import RecordBallotForm, TakeBallotBackForm
from candidates.enums import PROBATION, BallotBody, BallotSubject
from candidates.models import Dossier
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import demand, gate
from organizations.handling import carry_out


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def ballots(request: HttpRequest, code: str) -> HttpResponse:
    """Record a vote of a body that the person speaks for; the votes recorded before stand beside the form."""
    found = get_object_or_404(queries.dossiers(request.reach), code=code)
    form, today, outcome = _form(request, found), clock.today(request), reverse("candidates:ballots", args=[code])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        basis = form.cleaned_data.get("basis", "")
        voting.record(found, form.given, own=request.reach, today=today, basis=basis)
        return outcome

    if request.method == "POST" and form.is_valid():
        deed = voting.deed_of(request.reach, form.body, found.unit)
        if done := carry_out(request, deed, form, work, "Đã ghi kết quả biểu quyết."):
            return done
    speaks = bool(voting.bodies(request.reach, found.unit))
    context = {"form": form, "dossier": found, "votes": votes.of(found, today), "speaks": speaks}
    return render(request, "candidates/ballots.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def correct(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take back a mistaken vote; the reason stays in the audit trail, and the right one is recorded anew."""
    found = get_object_or_404(queries.dossiers(request.reach), code=code)
    row, outcome = get_object_or_404(found.ballots, pk=pk), reverse("candidates:ballots", args=[code])
    deed = voting.deed_of(request.reach, row.body, found.unit, row.subject)
    demand(request, deed, found.unit)
    instead = deed in (Deed.ENTER_FOR_CELL, Deed.ENTER_FOR_COMMITTEE)
    form = TakeBallotBackForm(request.POST or None, instead=instead)

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        voting.take_back(found, row, given["reason"], own=request.reach, basis=given.get("basis", ""))
        return outcome

    done = request.method == "POST" and carry_out(request, deed, form, work, "Đã đính chính.")
    if done:
        return done
    return render(request, "candidates/ballot_correct.html", {"form": form, "dossier": found, "vote": votes.vote(row)})


def _form(request: HttpRequest, found: Dossier) -> RecordBallotForm:
    """The form for the bodies whose votes the person records; 403 for whoever records none."""
    bodies = voting.bodies(request.reach, found.unit)
    if not voting.may_record(request.reach, found.unit):
        demand(request, Deed.MOVE_AS_CELL, found.unit)
    instead = voting.deed_of(request.reach, BallotBody.CELL, found.unit) == Deed.ENTER_FOR_CELL
    subject = BallotSubject.RECOGNITION if found.stage in PROBATION else BallotSubject.ADMISSION
    initial = {"subject": subject, "held_on": clock.today(request)}
    return RecordBallotForm(request.POST or None, bodies=bodies, instead=instead, initial=initial)
