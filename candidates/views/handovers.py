"""The hand-over book: the lines of the reach, those of one dossier with a new one, and taking a mistaken one back."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import catalogue, handing_over, handovers, queries
from candidates.enums import PaperKind
from candidates.models import Dossier, Handover
from candidates.paper_forms import BookForm, HandoverForm
from candidates.record_forms import TakeBackForm
from candidates.views.paging import shown_page
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import demand, gate
from organizations.handling import carry_out

PAGE_SIZE = 50


@gate(Deed.SEE_DOSSIERS)
def index(request: HttpRequest) -> HttpResponse:
    """The books as far as the person sees the dossiers in them; an unknown filter is refused (400)."""
    own, today = request.reach, clock.today(request)
    form = BookForm(request.GET, units=handovers.books(own, today))
    if not form.is_valid():
        return render(request, "candidates/handovers/index.html", {"form": form}, status=400)
    found = form.narrow(handovers.lines(own, today))
    if form.cleaned_data["dang_giu"]:
        found = handovers.held(found, today)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "rows": [(line, handovers.kinds_words(line.kinds)) for line in page],
        "page": shown_page(page, request.GET, "dòng"),
        "is_asked": any(form.cleaned_data.values()),
    }
    return render(request, "candidates/handovers/index.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def dossier(request: HttpRequest, code: str) -> HttpResponse:
    """Where one dossier lies and all its lines; whoever keeps a book over it writes the next one."""
    found, today = get_object_or_404(queries.dossiers(request.reach), code=code), clock.today(request)
    if request.method == "POST":
        demand(request, Deed.KEEP_HANDOVER, found.unit)
    form = _form(request, found)
    outcome = reverse("candidates:handover", args=[code])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        handing_over.record(found, form.line(), own=request.reach, today=today)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_HANDOVER, form, work, "Đã ghi sổ giao nhận.")
    if done:
        return done
    lines = handovers.of(found, today)
    keeps = {unit.pk for unit in handovers.keepers(request.reach, found)} if form else set()
    context = {
        "form": form,
        "dossier": found,
        "place": handovers.place(lines),
        "rows": [(line, handovers.kinds_words(line.kinds)) for line in lines],
        "correctable": lines[0].pk if lines and lines[0].unit_id in keeps else None,
    }
    return render(request, "candidates/handovers/dossier.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the newest line about a dossier; it keeps its number, the reason stays in the audit trail."""
    row = get_object_or_404(handovers.lines(request.reach, clock.today(request)), pk=pk)
    demand(request, Deed.KEEP_HANDOVER, row.dossier.unit)
    form, outcome = TakeBackForm(request.POST or None), reverse("candidates:handover", args=[row.dossier.code])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        handing_over.take_back(row, form.cleaned_data["reason"], own=request.reach)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_HANDOVER, form, work, "Đã đính chính.")
    if done:
        return done
    return render(request, "candidates/handovers/correct.html", {"form": form, "line": row})


def _form(request: HttpRequest, found: Dossier) -> HandoverForm | None:
    """The form for whoever keeps a book over the dossier; its papers of today are ticked."""
    units = handovers.keepers(request.reach, found)
    if not units or not request.reach.covers(Deed.KEEP_HANDOVER, found.unit):
        return None
    today = clock.today(request)
    held = {paper.kind for paper in found.papers.all() if paper.issued_on <= today}
    rows = catalogue.in_force(today)
    names = {kind: catalogue.name_of(kind, rows) for kind in PaperKind.values}
    kinds = [kind for kind in PaperKind.values if kind in held]
    initial = {"on": today, "kinds": kinds, "direction": _next_way(found)}
    offered = [*kinds, *(row.kind for row in rows if row.kind not in held)]
    return HandoverForm(request.POST or None, units=units, kinds=offered, names=names, initial=initial)


def _next_way(found: Dossier) -> str:
    """What comes next: a dossier that lies here goes out, any other comes in."""
    last = Handover.objects.filter(dossier=found).first()
    return {"in": "out"}.get(last.direction, "in") if last else "in"
