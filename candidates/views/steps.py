"""Making a move: a step of a dossier is a thing that its owner creates."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import moves, queries, stages
from candidates.enums import Stage
from candidates.forms import StepForm
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import NothingHere, demand, gate
from organizations.handling import carry_out


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def step(request: HttpRequest, code: str, stage: str) -> HttpResponse:
    """Show the form of a move and make it; an unknown stage is a 404, a wrong role a 403, an illegal move a sentence."""
    found = get_object_or_404(queries.dossiers(request.reach), code=code)
    if stage not in Stage.values:
        raise NothingHere(f"Không có bước “{stage}”.")
    to, today = Stage(stage), clock.today(request)
    move = moves.find(Stage(found.stage), to) or _by_target(to)
    demand(request, move.deed, found.unit)
    form = StepForm(request.POST or None, move=move, version=found.version, initial={"on": today})
    outcome = reverse("candidates:dossier", args=[code])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        stages.move(found, to, form.step(), own=request.reach, today=today, version=given["version"] or 0)
        return outcome

    if request.method == "POST" and form.is_valid():
        done = carry_out(request, move.deed, form, work, f"Đã ghi: {move.event}.")
        if done:
            return done
    against = next(
        (option.against for option in stages.possible_moves(found, request.reach, today) if option.to == to), ()
    )
    context = {"form": form, "dossier": found, "move": move, "against": against if request.method == "GET" else ()}
    return render(request, "candidates/step.html", context)


def _by_target(to: Stage) -> moves.Move:
    """A move to this stage from anywhere: it names the owner of an illegal wish, so that the right person is told why not."""
    found = next((move for move in moves.TABLE.values() if move.to == to), None)
    if found is None:
        raise NothingHere("Không có bước nào sang “Nguồn”: người mới được thêm vào nguồn ở trang danh sách.")
    return found
