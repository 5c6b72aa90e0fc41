"""A cell's review of its list: which cells reviewed when, the tick list, its summary, what was said, and taking it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import list_reviewing, list_reviews, undoing
from candidates.enums import Reviewed
from candidates.meeting_forms import UndoForm
from candidates.models import ListReview
from candidates.review_forms import ReviewForm
from candidates.views.trying import AGAIN, SURE, sent_before, tried
from organizations import clock, submission, tree
from organizations.enums import Deed
from organizations.gate import demand, gate
from organizations.handling import carry_out
from organizations.models import Unit


@gate(Deed.SEE_DOSSIERS)
def index(request: HttpRequest) -> HttpResponse:
    """The cells of the reach, those never or longest ago reviewed first; of one's own the way to its tick list."""
    cells = list_reviews.cells(request.reach, clock.today(request))
    mine = [cell for cell in cells if cell.may_review]
    return render(request, "candidates/reviews/cells.html", {"cells": cells, "mine": mine if len(mine) == 1 else []})


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def review(request: HttpRequest, code: str) -> HttpResponse:
    """The tick list of a cell; what was ticked is shown with numbers and names before it is recorded."""
    cell, own, today = (
        get_object_or_404(request.reach.units(Deed.SEE_DOSSIERS), code=code),
        request.reach,
        clock.today(request),
    )
    deed = list_reviews.deed_of(own, cell)
    demand(request, deed, cell)
    if done := sent_before(request):
        return done
    people = list(list_reviews.people(cell, today))
    form = ReviewForm(
        request.POST or None, people=people, instead=deed == Deed.ENTER_FOR_CELL, initial={"held_on": today}
    )

    def record() -> ListReview:
        return list_reviewing.review(cell, form.said(), own=own, today=today)

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        outcome = reverse("candidates:reviewed", args=[record().pk])
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    summary = None
    if request.method == "POST" and AGAIN not in request.POST and form.is_valid():
        if SURE in request.POST:
            done = carry_out(request, deed, form, work, "Đã ghi lần rà soát danh sách.")
            if done:
                return done
        elif tried(request, deed, form, record):
            summary = _summary(form)
    version = tree.version(cell, today)
    context = {"form": form, "cell": version, "summary": summary, "last": _last(cell, request)}
    return render(request, "candidates/reviews/review.html", context)


@gate(Deed.SEE_DOSSIERS)
def reviewed(request: HttpRequest, pk: int) -> HttpResponse:
    """What a review said of each person."""
    found = _found(request, pk)
    lines = list(list_reviews.lines(found, request.reach))
    context = {
        "review": found,
        "groups": [(said, [line for line in lines if line.said == said]) for said in reversed(Reviewed)],
        "beyond": found.lines.count() - len(lines),
        "may_undo": request.reach.covers(list_reviews.deed_of(request.reach, found.unit), found.unit),
    }
    return render(request, "candidates/reviews/reviewed.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a review back as a whole."""
    found, own, today = _found(request, pk), request.reach, clock.today(request)
    deed = list_reviews.deed_of(own, found.unit)
    demand(request, deed, found.unit)
    form = UndoForm(request.POST or None, instead=deed == Deed.ENTER_FOR_CELL)
    outcome = reverse("candidates:reviews")

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        list_reviewing.undo(found, given["reason"], own=own, today=today, basis=given.get("basis", ""))
        return outcome

    done = request.method == "POST" and carry_out(request, deed, form, work, "Đã hủy lần rà soát danh sách.")
    against = [] if form.is_bound else undoing.against_batch(found.batch, own, today)
    acts = undoing.shown(found.batch, own)
    context = {"form": form, "title": f"{found.batch.words}: {found.unit_name}", "acts": acts, "against": against}
    return done or render(
        request, "candidates/undo_batch.html", context | {"back": reverse("candidates:reviewed", args=[pk])}
    )


def _found(request: HttpRequest, pk: int) -> ListReview:
    return get_object_or_404(list_reviews.visible(request.reach, clock.today(request)), pk=pk)


def _last(cell: Unit, request: HttpRequest) -> ListReview | None:
    return list_reviews.visible(request.reach, clock.today(request)).filter(unit=cell).first()


def _summary(form: ReviewForm) -> list[dict]:
    """What would be recorded, with numbers and names: by what is said of people, then what is recorded beside it."""
    rows = {row.dossier: row for row in form.said().rows}
    names = {entry.dossier_id: entry.dossier.person.full_name for entry in form.people}
    groups = [
        {"label": said.label, "names": [names[key] for key, row in rows.items() if row.said == said]}
        for said in (Reviewed.ADD, Reviewed.DROP, Reviewed.KEEP)
    ]
    for label, part in (("Phân công giúp đỡ", "helper"), ("Giao nhiệm vụ", "task"), ("Ghi nhận xét", "remark")):
        groups.append({"label": label, "names": [names[key] for key, row in rows.items() if getattr(row, part)]})
    return [group for group in groups if group["names"]]
