"""Side tracks of a dossier: begun, ended; what a returned one must mend, mended and accepted one by one."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import holding, holds, queries
from candidates.enums import HoldKind, Stage
from candidates.hold_forms import CloseForm, CommentForm, EndForm, FixForm, HoldForm
from candidates.models import Comment, Dossier, Hold
from candidates.tracks import RETURN, TRACKS
from candidates.views.sensitive import sees_political
from organizations import clock, submission
from organizations.enums import Deed
from organizations.gate import NothingHere, demand, gate
from organizations.handling import carry_out
from organizations.inputs import DeedForm

CELL = (Deed.MOVE_AS_CELL,)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def begin(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Let a dossier wait by a side track."""
    if kind not in HoldKind.values:
        raise NothingHere(f"Không có việc “{kind}”.")
    found, track, today = _dossier(request, code), TRACKS[HoldKind(kind)], clock.today(request)
    deed = _demand(request, track.begins, found)
    known = {"track": track, "stage": Stage(found.stage), "instead": _enters(deed, track.begins)}
    form = HoldForm(request.POST or None, **known, version=found.version, initial={"on": today})

    def act(given: dict) -> None:
        holding.begin(found, track.kind, form.beginning(), **_known(request, given))

    done = _carried(request, found, deed, form, act, f"Đã ghi: {track.event}.")
    context = {"form": form, "dossier": found, "track": track, "paper": track.paper(Stage(found.stage))}
    if track.kind == HoldKind.REPORTED_UP:
        context["votes"] = holding.reported_for(found, today)
    return done or render(request, "candidates/holds/begin.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def end(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Let a dossier go on."""
    found, today = _dossier(request, code), clock.today(request)
    hold = get_object_or_404(Hold.objects.select_related("dossier__unit"), dossier=found, pk=pk)
    track = TRACKS[HoldKind(hold.kind)]
    deed = _demand(request, track.ends, found)
    known = {"track": track, "instead": _enters(deed, track.ends)}
    form = EndForm(request.POST or None, **known, version=found.version, initial={"on": today})

    def act(given: dict) -> None:
        holding.end(hold, form.ending(), **_known(request, given))

    done = _carried(request, found, deed, form, act, f"Đã ghi: {track.end_event}.")
    context = {"form": form, "dossier": found, "track": track, "paper": track.end_paper(Stage(hold.stage))}
    context["shown"] = _shown(request, found, hold)
    return done or render(request, "candidates/holds/end.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def comment(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Say one more thing that a returned dossier must mend."""
    found, today = _dossier(request, code), clock.today(request)
    hold = get_object_or_404(Hold, dossier=found, pk=pk, kind=HoldKind.RETURNED)
    _demand(request, (RETURN,), found)
    known = {"stage": Stage(hold.stage), "version": found.version, "initial": {"on": today}}
    form = CommentForm(request.POST or None, **known)

    def act(given: dict) -> None:
        holding.comment(hold, given["field"], given["words"], given["on"], **_known(request, given))

    done = _carried(request, found, RETURN, form, act, "Đã ghi nhận xét.")
    context = {"form": form, "dossier": found, "shown": _shown(request, found, hold)}
    return done or render(request, "candidates/holds/comment.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def fix(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Mark one thing of a returned dossier as mended."""
    found, said = _said(request, code, pk)
    deed = _demand(request, CELL, found)
    form = FixForm(request.POST or None, instead=_enters(deed, CELL), version=found.version, initial=_today(request))

    def act(given: dict) -> None:
        basis = given.get("basis", "")
        holding.fix(said, given["words"], given["on"], **_known(request, given), basis=basis)

    done = _carried(request, found, deed, form, act, f"Đã ghi: đã sửa “{said.field}”.")
    context = {"form": form, "dossier": found, "said": said, "verb": "Đã sửa"}
    return done or render(request, "candidates/holds/answer.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def close(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Accept one thing of a returned dossier as mended; with the last one the dossier goes on."""
    found, said = _said(request, code, pk)
    _demand(request, (RETURN,), found)
    form = CloseForm(request.POST or None, version=found.version, initial=_today(request))

    def act(given: dict) -> None:
        holding.close(said, given["on"], **_known(request, given))

    done = _carried(request, found, RETURN, form, act, f"Đã hoàn tất “{said.field}”.")
    context = {"form": form, "dossier": found, "said": said, "verb": "Hoàn tất"}
    return done or render(request, "candidates/holds/answer.html", context)


def _dossier(request: HttpRequest, code: str) -> Dossier:
    return get_object_or_404(queries.dossiers(request.reach), code=code)


def _said(request: HttpRequest, code: str, pk: int) -> tuple[Dossier, Comment]:
    found = _dossier(request, code)
    comments = Comment.objects.select_related("hold__dossier__unit")
    return found, get_object_or_404(comments, hold__dossier=found, hold__void=False, pk=pk)


def _demand(request: HttpRequest, deeds: tuple[Deed, ...], found: Dossier) -> Deed:
    """Answer 403 for whoever may not; return the deed by which the person may."""
    deed = holding.deed_of(request.reach, deeds, found)
    demand(request, deed, found.unit)
    return deed


def _enters(deed: Deed, deeds: tuple[Deed, ...]) -> bool:
    """Say whether the person enters it for its owner, against a paper."""
    return deed not in deeds


def _today(request: HttpRequest) -> dict:
    return {"on": clock.today(request)}


def _known(request: HttpRequest, given: dict) -> dict:
    return {"own": request.reach, "today": clock.today(request), "version": given["version"] or 0}


def _shown(request: HttpRequest, found: Dossier, hold: Hold) -> holds.Shown:
    sees = sees_political(request, found)
    return next(each for each in holds.of(found, hold.begun_on, sees_sensitive=sees) if each.hold.pk == hold.pk)


def _carried(
    request: HttpRequest, found: Dossier, deed: Deed, form: DeedForm, act: Callable[[dict], None], done: str
) -> HttpResponse | None:
    """Do ``act`` once and go to the page of the dossier; None when the form must be shown."""
    if request.method != "POST":
        return None
    outcome = reverse("candidates:dossier", args=[found.code])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        act(form.cleaned_data)
        return outcome

    return carry_out(request, deed, form, work, done)
