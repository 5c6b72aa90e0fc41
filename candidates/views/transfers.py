"""Dossiers on their way between cells: sent with a letter, seen by name only until received, received or refused."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import arrivals, instead, moves, queries, transfers
from candidates.models import Transfer
from candidates.transfer_forms import ReceiveForm, RefuseForm, TransferForm
from candidates.views.paging import shown_page
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import demand, gate
from organizations.handling import carry_out
from organizations.inputs import DeedForm

PAGE_SIZE = 50


@gate(Deed.SEE_DOSSIERS)
def index(request: HttpRequest) -> HttpResponse:
    """What is on its way to cells of the reach, and what left them."""
    own, on = request.reach, clock.today(request)
    page = Paginator(arrivals.gone(own, on), PAGE_SIZE).get_page(request.GET.get("trang"))
    may = set(own.units(Deed.ADD_CANDIDATE).values_list("pk", flat=True)) if own.grants(Deed.ADD_CANDIDATE) else set()
    context = {
        "coming": [(arrivals.moved(each), each.to_unit_id in may) for each in arrivals.coming(own, on)],
        "gone": [arrivals.moved(each) for each in page],
        "page": shown_page(page, request.GET, "lượt chuyển đi"),
    }
    return render(request, "candidates/transfers/list.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def send(request: HttpRequest, code: str) -> HttpResponse:
    """Send a dossier to another cell, or out of what is followed here."""
    found, today = get_object_or_404(queries.dossiers(request.reach), code=code), clock.today(request)
    entered = instead.needs_basis(request.reach, found.unit)
    deed = moves.SUBSTITUTES[transfers.SEND] if entered else transfers.SEND
    demand(request, deed, found.unit)
    letter, needed = transfers.letter_of(found), transfers.letter_is_needed(found)
    known = {"cells": arrivals.cells(today), "needs_letter": needed, "instead": entered}
    form = TransferForm(request.POST or None, **known, version=found.version, initial={"on": today})
    outcome = reverse("candidates:dossier", args=[code])

    def work() -> str:
        given, said = form.cleaned_data, form.sending()
        submission.spend(given["form_token"], outcome)
        known = {"own": request.reach, "today": today, "version": given["version"] or 0}
        act = transfers.send if given["to"] else transfers.send_out
        act(found, given["to"] or given["place"], said, **known)
        return outcome

    done = request.method == "POST" and carry_out(request, deed, form, work, "Đã ghi giới thiệu chuyển đơn vị.")
    context = {"form": form, "dossier": found, "letter": letter, "needed": needed}
    return done or render(request, "candidates/transfers/send.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def receive(request: HttpRequest, number: int) -> HttpResponse:
    """Receive a dossier in the cell to which it was sent."""
    sent, today = _sent(request, number), clock.today(request)
    entered = instead.needs_basis(request.reach, sent.to_unit)
    form = ReceiveForm(request.POST or None, instead=entered, version=sent.dossier.version, initial={"on": today})
    outcome = reverse("candidates:dossier", args=[sent.dossier.code])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        known = {"own": request.reach, "today": today, "version": given["version"] or 0}
        transfers.receive(sent, given["on"], **known, basis=given.get("basis", ""))
        return outcome

    words = "Đã tiếp nhận hồ sơ. Hãy phân công đảng viên giúp đỡ mới."
    done = request.method == "POST" and carry_out(request, transfers.RECEIVE, form, work, words)
    return done or render(request, "candidates/transfers/answer.html", _context(request, form, sent, "Tiếp nhận"))


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def refuse(request: HttpRequest, number: int) -> HttpResponse:
    """Refuse to receive a dossier: it stays with the cell that sent it."""
    sent, today = _sent(request, number), clock.today(request)
    entered = instead.needs_basis(request.reach, sent.to_unit)
    form = RefuseForm(request.POST or None, instead=entered, version=sent.dossier.version, initial={"on": today})
    outcome = reverse("candidates:arrivals")

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        known = {"own": request.reach, "today": today, "version": given["version"] or 0}
        transfers.refuse(sent, given["on"], given["reason"], **known, basis=given.get("basis", ""))
        return outcome

    words = "Đã trả lời không tiếp nhận; hồ sơ ở lại chi bộ nơi đi."
    done = request.method == "POST" and carry_out(request, transfers.RECEIVE, form, work, words)
    return done or render(request, "candidates/transfers/answer.html", _context(request, form, sent, "Không tiếp nhận"))


def _sent(request: HttpRequest, number: int) -> Transfer:
    """A transfer to a cell of the reach, which this person receives."""
    sent = get_object_or_404(arrivals.visible(request.reach), pk=number)
    demand(request, transfers.RECEIVE, sent.to_unit)
    return sent


def _context(request: HttpRequest, form: DeedForm, sent: Transfer, verb: str) -> dict:
    """What stands on the page: name, stage and letter, nothing more before it is received."""
    named = arrivals.coming(request.reach, clock.today(request)).filter(pk=sent.pk).first()
    return {"form": form, "sent": sent, "moved": arrivals.moved(named) if named else None, "verb": verb}
