"""Meetings about dossiers: the list, planning one, putting dossiers on an agenda, taking them off."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candidates import agenda, meetings
from candidates.agenda import Place
from candidates.enums import UNSETTLED, MeetingState
from candidates.meeting_forms import MarkForm, PlaceForm, WhyForm
from candidates.models import AgendaItem, Meeting
from candidates.views.paging import shown_page
from organizations import clock, submission
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.gate import demand, gate
from organizations.handling import carry_out

PAGE_SIZE = 50
# Parameters of the marking page: dossiers ticked in a list, those of its page, and the button that means all of these.
TICKED, ON_PAGE, WHOLE_PAGE = "ho_so", "trang_nay", "ca_trang"
MOST_MARKED = 200


@gate(Deed.SEE_DOSSIERS)
def index(request: HttpRequest) -> HttpResponse:
    """The meetings of the units that the person sees, the newest first."""
    own, today = request.reach, clock.today(request)
    page = Paginator(agenda.visible(own, today), PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "meetings": page.object_list,
        "page": shown_page(page, request.GET, "cuộc họp"),
        "may_hold": own.grants(Deed.HOLD_MEETING),
    }
    return render(request, "candidates/meetings/list.html", context)


@gate(Deed.HOLD_MEETING, "GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Plan a meeting."""
    own, today = request.reach, clock.today(request)
    places = agenda.places(own, today)
    form = PlaceForm(request.POST or None, places=places, initial=_first(places) | {"ngay": today})

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        made = _planned(request, form)
        outcome = reverse("candidates:meeting", args=[made.pk])
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.HOLD_MEETING, form, work, "Đã lập cuộc họp.")
    return done or render(request, "candidates/meetings/new.html", {"form": form})


@gate(Deed.HOLD_MEETING, "GET", "POST")
def mark(request: HttpRequest) -> HttpResponse:
    """Put the dossiers named in the address on the agenda of a meeting; whoever cannot be is shown with the reason."""
    own, today = request.reach, clock.today(request)
    places, planned = agenda.places(own, today), list(agenda.planned(own, today))
    form = MarkForm(
        request.POST or None,
        places=places,
        meetings=[(each, _label(each)) for each in planned],
        initial=_first(places) | {"ngay": today},
    )

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        chosen = next((each for each in planned if str(each.pk) == form.cleaned_data["cuoc_hop"]), None)
        meeting = chosen or _planned(request, form)
        meetings.mark(meeting, request.POST.getlist(TICKED), own=own, today=today)
        outcome = reverse("candidates:meeting", args=[meeting.pk])
        submission.spend(form.cleaned_data["form_token"], outcome)
        return outcome

    done = request.method == "POST" and carry_out(
        request, Deed.HOLD_MEETING, form, work, "Đã đưa vào chương trình họp."
    )
    return done or render(request, "candidates/meetings/mark.html", {"form": form, **_marked(request, form)})


@gate(Deed.SEE_DOSSIERS)
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda of a meeting, and what became of each dossier."""
    found, own, today = seen(request, pk), request.reach, clock.today(request)
    items = list(agenda.items(found, own, today))
    shown = [item for item in items if item.result != "taken_off"]
    context = {
        "meeting": found,
        "title": agenda.title(found),
        "items": shown,
        "taken_off": [item for item in items if item.result == "taken_off"],
        "beyond": found.items.count() - len(items),
        "unsettled": [item for item in shown if item.result in UNSETTLED],
        "is_planned": found.state == MeetingState.PLANNED,
        "may_hold": own.covers(Deed.HOLD_MEETING, found.unit),
        "batch": agenda.last_batch(found),
    }
    return render(request, "candidates/meetings/meeting.html", context)


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def take_off(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Take a dossier off an agenda."""
    found, own = held(request, pk), request.reach
    row = get_object_or_404(agenda.items(found, own, clock.today(request)), pk=item)
    form, outcome = WhyForm(request.POST or None), reverse("candidates:meeting", args=[pk])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        meetings.take_off(row, form.cleaned_data["reason"], own=own)
        return outcome

    done = request.method == "POST" and carry_out(
        request, Deed.HOLD_MEETING, form, work, "Đã đưa ra khỏi chương trình."
    )
    context = {"form": form, "meeting": found, "title": agenda.title(found), "heading": _off_words(row)}
    return done or render(request, "candidates/meetings/why.html", context | {"verb": "Đưa ra khỏi chương trình"})


@gate(Deed.SEE_DOSSIERS, "GET", "POST")
def call_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a planned meeting not take place."""
    found, own = held(request, pk), request.reach
    form, outcome = WhyForm(request.POST or None, version=found.version), reverse("candidates:meetings")

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        meetings.call_off(found, given["reason"], own=own, version=given["version"] or 0)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.HOLD_MEETING, form, work, "Đã bỏ cuộc họp.")
    title = agenda.title(found)
    context = {"form": form, "meeting": found, "title": title, "heading": f"Bỏ cuộc họp: {title}"}
    return done or render(request, "candidates/meetings/why.html", context | {"verb": "Bỏ cuộc họp"})


def seen(request: HttpRequest, pk: int) -> Meeting:
    """Return a meeting that the person sees, or answer 404."""
    return get_object_or_404(agenda.visible(request.reach, clock.today(request)), pk=pk)


def held(request: HttpRequest, pk: int) -> Meeting:
    """Return a meeting that the person holds; 404 for a stranger, 403 for a reader."""
    found = seen(request, pk)
    demand(request, Deed.HOLD_MEETING, found.unit)
    return found


def _planned(request: HttpRequest, form: PlaceForm) -> Meeting:
    place, given = form.place, form.cleaned_data
    delegated = given.get("uy_quyen", False)
    return meetings.plan(place.unit.unit, place.body, given["ngay"], own=request.reach, is_delegated=delegated)


def _first(places: list[Place]) -> dict:
    return {"noi_hop": places[0].key} if places else {}


def _label(meeting: Meeting) -> str:
    many = f", đã có {meeting.waiting} hồ sơ" if meeting.waiting else ""
    return f"{meeting.get_body_display()} – {meeting.unit_name or meeting.unit.code}, ngày {date_vn(meeting.held_on)}{many}"


def _marked(request: HttpRequest, form: MarkForm) -> dict:
    """The dossiers that were named, and which of them are ticked."""
    sent = request.POST if request.method == "POST" else request.GET
    whole = WHOLE_PAGE in sent
    ticked = set(sent.getlist(ON_PAGE if whole else TICKED)) - form.cannot
    named = list(dict.fromkeys([*sent.getlist(TICKED), *(sent.getlist(ON_PAGE) if whole or request.POST else ())]))
    entries = list(agenda.aims(named[:MOST_MARKED], request.reach))
    rows = [{"entry": entry, "ticked": entry.dossier.code in ticked and not entry.waits_for} for entry in entries]
    return {"rows": rows, "ticked": sum(row["ticked"] for row in rows)}


def _off_words(item: AgendaItem) -> str:
    return f"Đưa {item.dossier.person.full_name} ({item.dossier.code}) ra khỏi chương trình họp"
