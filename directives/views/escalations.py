"""Late duties on their way up: what waits for a person, what was decided, and the decision itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from directives import escalating, escalations
from directives.reply_forms import EscalateForm
from directives.views.places import place
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import NothingHere, gate
from organizations.handling import carry_out

NOTHING = "Chưa có đơn vị nào quá hạn sau hai lần đôn đốc mà hạn trả lời đã hết, trong phần đồng chí được xem."
NOTHING_TO_SEE = (
    "Việc chờ duyệt hiện ở trang của lãnh đạo cấp ủy; ở đây là những việc đã được duyệt, và chưa có việc nào."
)


@gate(Deed.SEE_DOCUMENTS)
def index(request: HttpRequest) -> HttpResponse:
    """What is proposed, what was put before this person, what was decided of units of the reach."""
    own, on = request.reach, clock.today(request)
    may_release = own.grants(Deed.ESCALATE)
    context = {
        "nothing": NOTHING if may_release else NOTHING_TO_SEE,
        "proposals": escalations.proposals(own, on) if may_release else (),
        "released": escalations.released(own, on),
        "decided": escalations.decided(own, on),
    }
    return render(request, "directives/escalations/index.html", context)


@gate(Deed.ESCALATE, "GET", "POST")
def decide(request: HttpRequest, pk: int, number: int, code: str) -> HttpResponse:
    """Release a late duty to the superior, or drop it with a reason; 404 where nothing is proposed."""
    found, on = place(request, pk, number, code, Deed.ESCALATE), clock.today(request)
    outcome = reverse("directives:escalations")
    item = escalations.proposal(request.reach, found.asked, found.unit, on)
    if item is None and not _was_sent(request):
        raise NothingHere("Việc này không còn chờ duyệt: đơn vị đã trả lời, hoặc đã có người duyệt.")
    form = EscalateForm(request.POST or None)

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        escalating.decide(item, given["released"] == "1", given["words"], own=request.reach, today=on)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.ESCALATE, form, work, "Đã ghi quyết định.")
    context = {"form": form, "place": found, "item": item}
    return done or render(request, "directives/escalations/decide.html", context)


def _was_sent(request: HttpRequest) -> bool:
    """Say whether this very form was sent before: its second click is told so instead of a 404."""
    token = request.POST.get("form_token", "")
    return request.method == "POST" and submission.earlier_outcome(token) is not None
