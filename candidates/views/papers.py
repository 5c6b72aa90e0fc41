"""The papers of a dossier: the checklist by step, recording one, taking a mistaken one back, and saying which were checked."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import catalogue, checklist, filing, handovers, queries, scans
from candidates.checklist import Checklist
from candidates.enums import PERSONAL_PAPERS, PaperKind
from candidates.models import Dossier, Paper
from candidates.paper_forms import CheckingForm, FilingForm
from candidates.record_forms import TakeBackForm
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import NothingHere, demand, gate
from organizations.handling import carry_out

_PAPERS = Prefetch("papers", Paper.objects.select_related("checked_by").prefetch_related("scans"))


@gate(Deed.SEE_DOSSIERS)
def papers(request: HttpRequest, code: str) -> HttpResponse:
    """Every paper that the steps of a dossier need, by step, and what else lies in it; what lacks has its form right there."""
    found, today = _found(request, code), clock.today(request)
    may_record = request.reach.covers(Deed.RECORD_PAPER, found.unit)
    listed = checklist.as_at(found, today)
    _show_scans(request, found, may_record)
    context = {
        "dossier": found,
        "checklist": listed,
        **_groups(found, listed, may_record),
        "loose": _loose(found, listed),
        "more": _more(found, listed, today) if may_record else [],
        "place": handovers.place(handovers.of(found, today)),
        "may_record": may_record,
        "may_check": request.reach.covers(Deed.RETURN_DOSSIER, found.unit),
        "correctable": _correctable(found),
    }
    return render(request, "candidates/papers.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def record(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Record one paper of a kind."""
    wanted, found = _kind(kind), _found(request, code)
    demand(request, Deed.RECORD_PAPER, found.unit)
    form, today = FilingForm(request.POST or None, kind=wanted), clock.today(request)
    outcome = f"{reverse('candidates:papers', args=[code])}#{wanted.value}"

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        filing.file(found, wanted, form.given, own=request.reach, today=today)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.RECORD_PAPER, form, work, f"Đã ghi: {wanted.label}.")
    if done:
        return done
    context = {"form": form, "dossier": found, "kind": wanted, "is_personal": wanted in PERSONAL_PAPERS}
    context |= {"name": catalogue.name_of(wanted, catalogue.in_force(today))}
    return render(request, "candidates/paper_record.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def correct(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take back a mistaken paper; the reason stays in the audit trail, and the right one is recorded anew."""
    found = _found(request, code)
    demand(request, Deed.RECORD_PAPER, found.unit)
    return _take_back(request, found, get_object_or_404(found.papers, pk=pk), checked=False)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def uncheck(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take back that a paper was checked, with a reason."""
    found = _found(request, code)
    demand(request, Deed.RETURN_DOSSIER, found.unit)
    return _take_back(request, found, get_object_or_404(found.papers, pk=pk), checked=True)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Say of which papers the person has seen the original."""
    found, today = _found(request, code), clock.today(request)
    demand(request, Deed.RETURN_DOSSIER, found.unit)
    unchecked = found.papers.filter(checked_by=None, issued_on__lte=today)
    form, outcome = CheckingForm(request.POST or None, papers=unchecked), reverse("candidates:papers", args=[code])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        filing.check(found, form.cleaned_data["papers"], own=request.reach, today=today)
        return outcome

    done = request.method == "POST" and carry_out(
        request, Deed.RETURN_DOSSIER, form, work, "Đã ghi giấy tờ đã kiểm tra."
    )
    if done:
        return done
    context = {"form": form, "dossier": found, "any": unchecked.exists()}
    return render(request, "candidates/papers_check.html", context)


def _take_back(request: HttpRequest, found: Dossier, row: Paper, *, checked: bool) -> HttpResponse:
    """Ask for the reason and take back the paper, or only that it was ``checked``."""
    form, outcome = TakeBackForm(request.POST or None), reverse("candidates:papers", args=[found.code])
    act = filing.uncheck if checked else filing.take_back

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        act(found, row, form.cleaned_data["reason"], own=request.reach)
        return outcome

    deed = Deed.RETURN_DOSSIER if checked else Deed.RECORD_PAPER
    done = request.method == "POST" and carry_out(request, deed, form, work, "Đã đính chính.")
    if done:
        return done
    context = {"form": form, "dossier": found, "paper": row, "checked": checked}
    return render(request, "candidates/paper_correct.html", context)


def _found(request: HttpRequest, code: str) -> Dossier:
    full = queries.dossiers(request.reach).prefetch_related(_PAPERS, "introducers")
    return get_object_or_404(full, code=code)


def _show_scans(request: HttpRequest, found: Dossier, may_record: bool) -> None:
    """Let each paper know its scans, for those who may see them; whoever may not sees no sign of them."""
    if not request.reach.covers(Deed.SEE_SCANS, found.unit):
        return
    are_on = scans.are_on()
    for paper in found.papers.all():
        paper.shown = scans.shown(paper, are_on=are_on, may_add=may_record)


def _kind(value: str) -> PaperKind:
    if value not in PaperKind.values:
        raise NothingHere(f"Không có loại giấy tờ “{value}”.")
    return PaperKind(value)


def _groups(found: Dossier, listed: Checklist, may_record: bool) -> dict:
    """The steps up to the next one, the next one first; and those that lie further ahead."""
    rows = [_group(found, group, may_record) for group in listed.groups]
    place = next((place for place, row in enumerate(rows) if listed.next and row["step"] == listed.next.step), -1)
    if place >= 0:
        return {"groups": rows[place::-1], "ahead": rows[place + 1 :]}
    return {"groups": [], "ahead": rows} if listed.is_early else {"groups": rows, "ahead": []}


def _group(found: Dossier, group: checklist.Group, may_record: bool) -> dict:
    """The papers of a step as rows: what is there, what lacks with its form or why it is recorded elsewhere."""
    return {
        "step": group.step,
        "words": group.words,
        "rows": [_row(found, item, group, may_record) for item in group.items],
    }


def _row(found: Dossier, item: checklist.Item, group: checklist.Group, may_record: bool) -> dict:
    kind, is_there = PaperKind(item.form.kind), item.is_there(group.day)
    elsewhere = filing.brought_by_step(found, kind) if not is_there else ""
    asks = may_record and not is_there and not elsewhere
    return {
        "item": item,
        "kind": kind,
        "words": item.words(group.day),
        "is_there": is_there,
        "held": [_held(each, group) for each in item.held],
        "elsewhere": elsewhere,
        "form": FilingForm(kind=kind, auto_id=f"id_{kind.value}_%s") if asks else None,
    }


def _held(held: checklist.Held, group: checklist.Group) -> dict:
    return {"held": held, "state": _state(held, group)}


def _state(held: checklist.Held, group: checklist.Group) -> str:
    if held.on > group.day:
        return "chưa đến ngày"
    return "hết hạn" if held.has_run_out(group.day) else ""


def _loose(found: Dossier, listed: Checklist) -> list[Paper]:
    """The papers that no step of the checklist asks for."""
    asked = {held.paper.pk for item in listed.items for held in item.held if held.paper}
    return [each for each in found.papers.all() if each.pk not in asked and each.issued_on <= listed.day]


def _more(found: Dossier, listed: Checklist, today) -> list[tuple[PaperKind, str]]:
    """The kinds that may be recorded besides: those of the catalogue that no row of the page asks for, and alternatives."""
    asked = {item.form.kind for item in listed.items if not item.is_there(today)}
    rows = catalogue.in_force(today)
    kinds = [row for row in rows if row.kind not in asked]
    return [(PaperKind(row.kind), row.name) for row in kinds if not filing.brought_by_step(found, PaperKind(row.kind))]


def _correctable(found: Dossier) -> set[int]:
    """The keys of the papers that are taken back by themselves."""
    rows = filing.with_class(Paper.objects.filter(dossier=found))
    return {paper.pk for paper in rows if filing.may_take_back(paper)}
