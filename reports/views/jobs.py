"""Papers that are printed in the background: asking for one, seeing how far it is, fetching the file."""

from django.db.models import OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from organizations import clock, submission, tree
from organizations.acting import record_reading
from organizations.enums import PARTY_KINDS, Deed
from organizations.gate import demand, demand_for, gate
from organizations.handling import carry_out
from organizations.inputs import DeedForm
from reports import definitions, issued, jobs, large, tasks
from reports.models import JobState, PrintJob, Purpose
from reports.views import printed

SHOWN = 50
BADGES = {
    JobState.WAITING: "waiting",
    JobState.RUNNING: "waiting",
    JobState.DONE: "done",
    JobState.FAILED: "late",
    JobState.EXPIRED: "",
}


@gate(Deed.PRINT_REPORT, "GET", "POST")
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the paper of the report of the parameters of the address."""
    definition, parameters = printed.chosen(request, code)
    if not parameters.is_valid():
        return render(request, "reports/report.html", {"definition": definition, "form": parameters}, status=400)
    with_names = printed.named(request, definition, parameters)
    form = DeedForm(request.POST or None)

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        job = jobs.ask(parameters.asked, with_names=with_names, at=clock.now())
        tasks.print_report.defer(job=job.pk)
        outcome = reverse("reports:job", args=[job.pk])
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    sent = request.method == "POST" and carry_out(
        request, Deed.PRINT_REPORT, form, work, "Đã nhận yêu cầu; bản in đang được lập."
    )
    back = f"{reverse('reports:report', args=[code])}?{printed.query(parameters)}"
    context = {"definition": definition, "form": form, "back": back, "least": large.IN_BACKGROUND}
    return sent or render(request, "reports/jobs/ask.html", context, status=400 if form.errors else 200)


@gate(Deed.PRINT_REPORT)
def index(request: HttpRequest) -> HttpResponse:
    """The papers that the person asked for."""
    jobs.tidy_up(clock.now())
    found = jobs.of(request.user).annotate(unit_name=tree.name_on(OuterRef("on")))[:SHOWN]
    rows = [{"job": each, "name": _name(each), "badge": BADGES[JobState(each.state)]} for each in found]
    return render(request, "reports/jobs/index.html", {"rows": rows})


@gate(Deed.PRINT_REPORT)
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """How far one is; the page asks again by itself, and without a script when it is loaded anew."""
    found = _loaded(request, pk)
    unit = tree.version(found.unit, found.on)
    context = {"job": found, "name": _name(found), "unit": unit.name if unit else found.unit.code}
    context["under_way"] = found.state in jobs.UNDER_WAY
    return render(request, "reports/jobs/_state.html" if request.htmx else "reports/jobs/job.html", context)


@gate(Deed.PRINT_REPORT)
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The finished file; one that is not there yet, or no more, leads back to where that is said."""
    found = _loaded(request, pk)
    if found.state != JobState.DONE or found.purpose != Purpose.PRINT:
        return redirect("reports:job", pk)
    if found.named:
        record_reading(request.user, Deed.PRINT_NAMES, f"{jobs.definition_of(found).name}, {found.unit}", 0)
    name = f"{found.code}-{found.unit.code}-{found.on.isoformat()}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(bytes(found.pdf), content_type="application/pdf", headers=headers)


def _name(job: PrintJob) -> str:
    definition = jobs.definition_of(job)
    return definition.name if definition else job.code


def _loaded(request: HttpRequest, pk: int) -> PrintJob:
    """A paper that the person asked for, of a unit whose reports they still may print; else 404."""
    jobs.tidy_up(clock.now())
    found = get_object_or_404(jobs.of(request.user), pk=pk)
    if found.frozen_id:
        # What was put before its signer stays with those above a unit that ended; the page of its job names nobody.
        get_object_or_404(issued.visible(request.reach), pk=found.frozen_id)
        return found
    definition = jobs.definition_of(found)
    if (
        definition is None
        or not definitions.units(definition, request.reach, found.on).filter(pk=found.unit_id).exists()
    ):
        raise Http404
    if found.named:
        ask_for = demand if definition.kinds <= PARTY_KINDS else demand_for
        ask_for(request, Deed.PRINT_NAMES, found.unit)
    return found
