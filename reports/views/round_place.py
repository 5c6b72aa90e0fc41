"""One organisation in a round: its figures with their lists, confirming them, the superior's word, late changes."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import queries
from candidates.models import Dossier
from organizations import clock, submission, tree
from organizations.enums import Deed
from organizations.gate import gate
from organizations.handling import carry_out
from organizations.models import UnitVersion
from reports import confirming
from reports.asked import period_words
from reports.models import AskedUnit, ConfirmedFigure
from reports.models.round import Word
from reports.round_forms import ConfirmForm, JudgeForm, LateForm, in_a_week
from reports.rounds import adjusting, advice, cells, figures, late, reached, standing
from reports.rounds.cells import CellFigures
from reports.rounds.figures import Counted
from reports.rounds.late import LateChange
from reports.rounds.standing import Standing, State


@dataclass(frozen=True)
class Place:
    """An organisation in a round, how it stands, where its page is."""

    asked: AskedUnit
    stands: Standing
    period: str

    @property
    def address(self) -> str:
        """The page."""
        return reverse("reports:round_place", args=[self.asked.round_id, self.asked.unit.code])

    @cached_property
    def now(self) -> list[Counted]:
        """The figures as counted now."""
        return self._counted[self.asked.unit_id]

    @property
    def cells(self) -> list[CellFigures]:
        """The cells of the organisation with their figures."""
        return cells.of(self._cells, self._counted, self.now)

    @cached_property
    def _cells(self) -> list[UnitVersion]:
        return cells.under(self.asked)

    @cached_property
    def _counted(self) -> dict[int, list[Counted]]:
        units = [self.asked.unit, *(cell.unit for cell in self._cells)]
        return figures.counted_each(self.asked.round, units)

    @cached_property
    def kept(self) -> dict[str, ConfirmedFigure]:
        """The figures that were confirmed last, by their keys."""
        confirmed = self.stands.confirmed
        return {each.key: each for each in confirmed.figures.all()} if confirmed else {}

    @property
    def differing(self) -> list[Counted]:
        """The figures whose people are not those that were confirmed last; none where nothing was confirmed."""
        found = ((each, self.kept.get(each.figure.key)) for each in self.now)
        return [each for each, kept in found if kept and set(kept.members) != each.members]

    @property
    def is_open(self) -> bool:
        """Say whether it may still be confirmed."""
        return self.stands.state in standing.OPEN and not self.asked.round.ended_on


@gate(Deed.SEE_DOSSIERS)
def place(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The figures as counted now beside those confirmed, each with its list; what may be done here."""
    found = asked_place(request, pk, code)
    may = reached.may_confirm(request.reach, found.asked.unit) and found.is_open
    form = _confirm_form(request, found) if may else None
    return render(request, "reports/rounds/place.html", _page(request, found) | {"confirm": form})


@gate(Deed.CONFIRM_FIGURES, "GET", "POST")
def confirm(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Confirm the figures as shown, with or without a comment."""
    found = asked_place(request, pk, code)
    _demand(reached.may_confirm(request.reach, found.asked.unit), Deed.CONFIRM_FIGURES)
    form = _confirm_form(request, found)

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        known = {"own": request.reach, "today": clock.today(request), "version": form.cleaned_data["version"] or 0}
        confirming.confirm(found.asked, form.said, **known)
        submission.spend(form.cleaned_data["form_token"], found.address)
        return found.address

    done = request.method == "POST" and carry_out(request, Deed.CONFIRM_FIGURES, form, work, "Đã xác nhận số liệu.")
    return done or render(request, "reports/rounds/place.html", _page(request, found) | {"confirm": form})


@gate(Deed.OPEN_ROUND, "GET", "POST")
def judge(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Accept what an organisation confirmed, or return it with a reason and a new term."""
    found = asked_place(request, pk, code)
    _demand(reached.may_judge(request.reach, found.asked.round), Deed.OPEN_ROUND)
    begin = {"kind": _likely(found) if found.stands.confirmed else None, "due_on": in_a_week(clock.today(request))}
    form = JudgeForm(request.POST or None, version=found.stands.key, initial=begin)

    def work() -> str:
        given = form.cleaned_data
        submission.check_unspent(given["form_token"])
        known = {"own": request.reach, "today": clock.today(request), "version": given["version"] or 0}
        if given["kind"] == Word.ACCEPTED:
            confirming.accept(found.asked, given["words"], **known)
        else:
            confirming.send_back(found.asked, given["words"], given["due_on"], **known)
        submission.spend(given["form_token"], found.address)
        return found.address

    done = request.method == "POST" and carry_out(
        request, Deed.OPEN_ROUND, form, work, "Đã ghi ý kiến về số liệu chốt."
    )
    return done or render(request, "reports/rounds/judge.html", _page(request, found) | {"form": form})


@gate(Deed.CONFIRM_FIGURES, "GET", "POST")
def explain(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Say why dossiers changed figures that were accepted."""
    found = asked_place(request, pk, code)
    _demand(reached.may_confirm(request.reach, found.asked.unit), Deed.CONFIRM_FIGURES)
    changes = [*_since(found), *adjusting.due(found.asked, clock.today(request))]
    form = LateForm(request.POST or None, changes=changes)

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        confirming.explain(found.asked, form.reasons, own=request.reach, today=clock.today(request))
        submission.spend(form.cleaned_data["form_token"], found.address)
        return found.address

    done = request.method == "POST" and carry_out(request, Deed.CONFIRM_FIGURES, form, work, "Đã ghi lý do thay đổi.")
    context = {"place": found, "form": form, "rows": form.rows(changes)}
    return done or render(request, "reports/rounds/explain.html", context)


@gate(Deed.SEE_DOSSIERS)
def members(request: HttpRequest, pk: int, code: str, number: int, key: str) -> HttpResponse:
    """Whom a confirmed number counted on the day of its confirmation: those in reach by name, the others by their number."""
    found = asked_place(request, pk, code)
    kept = get_object_or_404(
        ConfirmedFigure.objects.select_related("confirmation"),
        confirmation__place=found.asked,
        confirmation__number=number,
        key=key,
    )
    rows = queries.within(Dossier.objects.filter(code__in=kept.members), request.reach)
    named = rows.select_related("person", "unit").by_name().annotate(unit_name=tree.name_on(clock.today(request)))
    people = list(named)
    context = {"place": found, "kept": kept, "people": people, "beyond": kept.value - len(people)}
    return render(request, "reports/rounds/members.html", context)


def asked_place(request: HttpRequest, pk: int, code: str) -> Place:
    """An organisation of the reach in a round, else 404."""
    on = clock.today(request)
    seen = reached.visible(request.reach, on).values("pk")
    asked = get_object_or_404(reached.places(request.reach, seen), round=pk, unit__code=code)
    return Place(asked, standing.of_place(asked, on), period_words(figures.period(asked.round)))


def _demand(may: bool, deed: Deed) -> None:
    """Answer 403 where the person sees the organisation and may not do the deed there."""
    if not may:
        raise PermissionDenied(f"Vai trò của đồng chí không có quyền “{deed.label}” đối với tổ chức hoặc đợt chốt này.")


def _confirm_form(request: HttpRequest, found: Place) -> ConfirmForm:
    needs = reached.needs_basis(request.reach, found.asked.unit)
    digest = figures.digest(found.now)
    return ConfirmForm(request.POST or None, version=found.stands.key, needs_basis=needs, digest=digest)


def _page(request: HttpRequest, found: Place) -> dict:
    """What the page of an organisation shows, whoever looks."""
    own, asked, on = request.reach, found.asked, clock.today(request)
    confirmations = list(asked.confirmations.filter(on__lte=on).select_related("by").prefetch_related("rulings__by"))
    may_confirm = reached.may_confirm(own, asked.unit)
    known = {"may_confirm": may_confirm, "instead": reached.needs_basis(own, asked.unit)}
    adjustments = _adjustments(found, on)
    differs = bool(found.differing or (adjustments and found.stands.state == State.CONFIRMED))
    return {
        "place": found,
        "advice": advice.of(found.stands, differs=differs, **known),
        "rows": _rows(found),
        "cells": found.cells,
        "history": confirmations[::-1],
        "since": _since(found),
        "adjustments": adjustments,
        "taken_up": _taken_up(found),
        "may_judge": reached.may_judge(own, asked.round)
        and found.stands.state in standing.DONE
        and not asked.round.ended_on,
        "may_explain": may_confirm,
        "alone": not reached.sees_others(own, asked.round),
        "again": found.stands.state == State.CONFIRMED and not differs,
    }


def _likely(found: Place) -> Word | None:
    """What is proposed: what was accepted can only be returned; nothing where somebody must look first."""
    if found.stands.state == State.ACCEPTED:
        return Word.RETURNED
    return Word.ACCEPTED if not (found.differing or _comments(found)) else None


def _comments(found: Place) -> bool:
    """Say whether the organisation said anything about what it confirmed."""
    return bool(found.stands.confirmed.comment) or any(each.comment for each in found.kept.values())


def _rows(found: Place) -> list[dict]:
    """Each figure as counted now, beside what was confirmed last."""
    kept, differing = found.kept, {each.figure.key for each in found.differing}
    return [
        {"now": each, "kept": kept.get(each.figure.key), "differs": each.figure.key in differing} for each in found.now
    ]


def _since(found: Place) -> list[LateChange]:
    """What changed since the confirmation that stands accepted."""
    return late.since(adjusting.of_standings([found.stands]))


def _adjustments(found: Place, on: date) -> list[LateChange]:
    """What the next confirmation takes up; nothing where the one that waits for the superior took up just that."""
    if found.stands.state == State.ACCEPTED:
        return []
    due = adjusting.due(found.asked, on)
    is_told = found.stands.state == State.CONFIRMED and not adjusting.untold(found.stands.confirmed, due)
    return [] if is_told else due


def _taken_up(found: Place) -> list:
    if not found.stands.confirmed or found.stands.state not in standing.DONE:
        return []
    return list(found.stands.confirmed.adjustments.select_related("of__place__round"))
