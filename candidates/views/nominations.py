"""The list of nominations, a new one, the answer of the cell, and its correction."""

from datetime import date

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import answering, nominated, nomination_rows, nominations, nominees
from candidates.models import Nomination
from candidates.nominating import nominate as record
from candidates.nomination_filter import NominatedFilter
from candidates.nomination_forms import AnswerForm, NominationForm, TakeBackForm
from candidates.views.paging import shown_page
from organizations import clock, submission, tree
from organizations.acting import acting
from organizations.enums import Deed
from organizations.gate import demand, gate
from organizations.handling import carry_out
from organizations.models import Unit

PAGE_SIZE = 50


@gate(Deed.SEE_NOMINATIONS)
def index(request: HttpRequest) -> HttpResponse:
    """The list behind every number of nominations, as at the day; an unknown filter is refused (400)."""
    own = request.reach
    asked = NominatedFilter(request.GET, own=own, today=clock.today(request))
    if not asked.is_valid():
        return render(request, "candidates/nominations/list.html", {"form": asked}, status=400)
    on = asked.cell.on
    page = Paginator(nomination_rows.described(asked.rows, own, on), PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "form": asked,
        "words": nominated.in_words(asked.cell),
        "rows": [nomination_rows.row(each, on) for each in page],
        "page": shown_page(page, request.GET, "lượt giới thiệu"),
        "total": page.paginator.count,
        "people": asked.rows.order_by().values("person").distinct().count(),
        "is_by_reason": bool(asked.cell.reason),
        "may_nominate": own.grants(Deed.NOMINATE),
    }
    return render(request, "candidates/nominations/list.html", context)


@gate(Deed.NOMINATE, "GET", "POST")
def nominate(request: HttpRequest) -> HttpResponse:
    """Name somebody to a cell for an organisation of the reach."""
    today, outcome = clock.today(request), reverse("candidates:nominations")
    organisations = _organisations(request, today)
    initial = {"on": today, "organisation": _first(request, organisations)}
    choices = {"organisations": organisations, "cells": nominees.cells(organisations.values("pk"), today)}
    form = NominationForm(request.POST or None, today=today, initial=initial, **choices)

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        record(form.letter(), given, given["whom"], own=request.reach, today=today)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.NOMINATE, form, work, "Đã ghi giới thiệu.")
    return done or render(request, "candidates/nominations/new.html", {"form": form})


@gate(Deed.SEE_NOMINATIONS, "GET", "POST")
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """The cell takes the nomination up, with a new dossier or one that is there, or returns it with a coded reason."""
    found, today = _found(request, number), clock.today(request)
    demand(request, Deed.ANSWER_NOMINATION, found.cell)
    own, initial = request.reach, {"on": today}
    known = {"nomination": found, "own": own, "today": today, "version": found.version, "initial": initial}
    form = AnswerForm(request.POST or None, **known)

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        outcome = _answered(form, found, own, today)
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.ANSWER_NOMINATION, form, work, "Đã ghi trả lời.")
    return done or render(request, "candidates/nominations/answer.html", _page_of(request, found) | {"form": form})


@gate(Deed.SEE_NOMINATIONS, "GET", "POST")
def correction(request: HttpRequest, number: int) -> HttpResponse:
    """Take an answer back that was given wrongly; the reason stands in the audit trail."""
    found, today = _found(request, number), clock.today(request)
    demand(request, Deed.ANSWER_NOMINATION, found.cell)
    form = TakeBackForm(request.POST or None, version=found.version)
    outcome = reverse("candidates:answer", args=[number])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        with acting(request.user, Deed.ANSWER_NOMINATION, given["reason"]):
            answering.take_back(found, own=request.reach, today=today, version=given["version"] or 0)
        return outcome

    words = "Đã đính chính: giới thiệu trở lại chờ trả lời."
    done = request.method == "POST" and carry_out(request, Deed.ANSWER_NOMINATION, form, work, words)
    return done or render(request, "candidates/nominations/correction.html", _page_of(request, found) | {"form": form})


def _organisations(request: HttpRequest, today: date) -> QuerySet[Unit]:
    named = request.reach.organisations(Deed.NOMINATE).annotate(name=tree.name_on(today, "pk"))
    return named.filter(name__isnull=False).order_by("code")


def _first(request: HttpRequest, organisations: QuerySet[Unit]) -> Unit | None:
    """The organisation of the person's own post, which nominates unless another one is chosen."""
    roots = request.reach.roots(Deed.NOMINATE)
    return organisations.filter(pk__in=[root.pk for root in roots]).first()


def _found(request: HttpRequest, number: int) -> Nomination:
    made = Nomination.objects.filter(nominated_on__lte=clock.today(request)).select_related("person", "cell", "dossier")
    return get_object_or_404(nominations.within(made, request.reach), pk=number)


def _page_of(request: HttpRequest, found: Nomination) -> dict:
    today = clock.today(request)
    described = nomination_rows.described(Nomination.objects.filter(pk=found.pk), request.reach, today).get()
    return {"row": nomination_rows.row(described, today), "person": found.person}


def _answered(form: AnswerForm, found: Nomination, own, today: date) -> str:
    """Do what the form says and return the address of what it made."""
    given = form.cleaned_data
    known = {"own": own, "today": today, "version": given["version"] or 0, "basis": given.get("basis", "")}
    if form.returns:
        answering.send_back(found, given["on"], given["return_reason"], given["return_note"], **known)
        return reverse("candidates:nominations")
    taken = answering.accept(found, given["on"], dossier=form.dossier, **known)
    taken.refresh_from_db(fields=["code"])
    return reverse("candidates:dossier", args=[taken.code])
