"""Recording organisations outside the Party: a new one, another name or place, who follows it, its office, its end."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from organizations import clock, keeping, offices, organisations, submission, succession
from organizations.enums import Deed
from organizations.gate import NothingHere, demand_for, gate
from organizations.handling import carry_out
from organizations.inputs import DeedForm
from organizations.models import Oversight, StandingOffice, Unit, UnitVersion
from organizations.organisation_forms import DescribedForm, EndForm, FollowForm, NewOrganisationForm, OfficeForm
from organizations.views.organisations import GONE

NEWS = "Nội dung trước ngày này còn trong lịch sử. Ghi đúng ngày bắt đầu của nội dung đang có là sửa chính nội dung đó."


@dataclass(frozen=True)
class Words:
    """What a form page says: its title, the line below, its button, and what is told when it is done."""

    title: str
    lead: str
    button: str
    done: str


ADD = Words(
    "Thêm hội, đoàn thể", "Ghi từ ngày thành lập hoặc từ ngày bắt đầu theo dõi.", "Thêm", "Đã thêm hội, đoàn thể."
)
CHANGE = Words("Đổi tên, loại, cấp", NEWS, "Ghi thay đổi", "Đã ghi thay đổi.")
FOLLOW = Words("Cấp ủy theo dõi", NEWS, "Ghi cấp ủy theo dõi", "Đã ghi cấp ủy theo dõi.")
OFFICE = Words("Cơ quan thường trực", NEWS, "Ghi cơ quan thường trực", "Đã ghi cơ quan thường trực.")
END = Words(
    "Kết thúc",
    "Từ ngày này hội, đoàn thể không còn trong danh sách; lịch sử và số liệu đã ghi vẫn giữ.",
    "Kết thúc hội, đoàn thể này",
    "Đã ghi ngày kết thúc.",
)


@gate(Deed.KEEP_ORGANISATIONS, "GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Record a new organisation."""
    own, today = request.reach, clock.today(request)
    form = NewOrganisationForm(request.POST or None, own=own, today=today, initial={"since": today})

    def work() -> str:
        given = form.cleaned_data
        submission.check_unspent(given["form_token"])
        made = keeping.add(given["code"], form.said(), given["follower"], own=own, today=today)
        outcome = reverse("organizations:organisation", args=[made.code])
        submission.spend(given["form_token"], outcome)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_ORGANISATIONS, form, work, ADD.done)
    return done or render(request, "organizations/organisation_form.html", {"form": form, "words": ADD})


@gate(Deed.SEE_ORGANISATIONS, "GET", "POST")
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Give it another name, kind, level or parent from a day on."""
    shown, own, today = _loaded(request, code), request.reach, clock.today(request)
    stands = succession.newest(shown.unit.versions.all())
    known = {name: getattr(stands, name) for name in keeping.KEPT} | {"since": today}
    form = DescribedForm(request.POST or None, own=own, today=today, version=succession.mark(stands), initial=known)
    return _kept(request, shown, form, CHANGE, lambda words: keeping.change(shown.unit, form.said(), **words))


@gate(Deed.SEE_ORGANISATIONS, "GET", "POST")
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Let another party unit follow it from a day on."""
    shown, own, today = _loaded(request, code), request.reach, clock.today(request)
    stands = succession.newest(Oversight.objects.filter(organisation=shown.unit))
    known = {"follower": stands and stands.unit_id, "since": today}
    form = FollowForm(request.POST or None, own=own, today=today, version=succession.mark(stands), initial=known)

    def act(words: dict) -> None:
        keeping.follow(shown.unit, form.cleaned_data["follower"], form.cleaned_data["since"], **words)

    return _kept(request, shown, form, FOLLOW, act)


@gate(Deed.SEE_ORGANISATIONS, "GET", "POST")
def office(request: HttpRequest, code: str) -> HttpResponse:
    """Record what its standing office has from a day on."""
    shown, own, today = _loaded(request, code), request.reach, clock.today(request)
    stands = succession.newest(StandingOffice.objects.filter(organisation=shown.unit))
    known = {name: getattr(stands, name) for name in ("arrangement", "cell", "bodies")} if stands else {}
    form = OfficeForm(
        request.POST or None, own=own, today=today, version=succession.mark(stands), initial=known | {"since": today}
    )
    return _kept(request, shown, form, OFFICE, lambda words: offices.record_office(shown.unit, form.said(), **words))


@gate(Deed.SEE_ORGANISATIONS, "GET", "POST")
def end(request: HttpRequest, code: str) -> HttpResponse:
    """Record the day from which it exists no more."""
    shown = _loaded(request, code)
    stands = succession.newest(shown.unit.versions.all())
    form = EndForm(request.POST or None, version=succession.mark(stands))
    away = reverse("organizations:organisations")
    return _kept(
        request, shown, form, END, lambda words: keeping.end(shown.unit, form.cleaned_data["on"], **words), away
    )


def _loaded(request: HttpRequest, code: str) -> UnitVersion:
    """The organisation as it is on the day one looks from; 403 for whoever sees it but may not record anything about it."""
    found: Unit = get_object_or_404(request.reach.organisations(Deed.SEE_ORGANISATIONS), code=code)
    demand_for(request, Deed.KEEP_ORGANISATIONS, found)
    shown = organisations.version(found, clock.today(request))
    if shown is None:
        raise NothingHere(GONE)
    return shown


def _kept(
    request: HttpRequest, shown: UnitVersion, form: DeedForm, words: Words, act: Callable[[dict], None], away: str = ""
) -> HttpResponse:
    """Carry out one act about an organisation and go back to its page (or ``away``), or show the form."""
    page = reverse("organizations:organisation", args=[shown.unit.code])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], away or page)
        act({"own": request.reach, "today": clock.today(request), "seen": form.cleaned_data["version"] or 0})
        return away or page

    done = request.method == "POST" and carry_out(request, Deed.KEEP_ORGANISATIONS, form, work, words.done)
    context = {"form": form, "words": words, "shown": shown, "back": page}
    return done or render(request, "organizations/organisation_form.html", context)
