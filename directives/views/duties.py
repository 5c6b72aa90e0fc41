"""One duty: which units have done it, and a unit's own receipt."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from directives import fulfilling, obligations, receipts, register
from directives.forms import CorrectionForm, ReceiptForm, RoundForm
from directives.models import Fulfilment, Obligation
from directives.obligations import Round
from organizations import clock, submission, tree
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.gate import NothingHere, gate
from organizations.handling import carry_out
from organizations.models import Unit
from organizations.paging import shown_page

PAGE_SIZE = 50


@gate(Deed.SEE_DOCUMENTS)
def obligation(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A duty with the units of the reach that it binds: who has done it, when, by what paper; who has not."""
    found, on = _duty(request, pk, number), clock.today(request)
    asked = RoundForm(request.GET, asked=obligations.rounds(found, on))
    if not asked.is_valid():
        return render(request, "directives/obligation.html", {"obligation": found, "form": asked}, status=400)
    context = {"obligation": found, "form": asked, "asked": asked.round, "unit_name": _name(found.unit, on)}
    if asked.round:
        context |= _table(request, asked)
    return render(request, "directives/obligation.html", context)


@gate(Deed.MAKE_KNOWN, "GET", "POST")
def receipt(request: HttpRequest, pk: int, number: int, code: str) -> HttpResponse:
    """What a unit of the person says of a duty: recorded once, corrected with a reason."""
    place = _place(request, pk, number, code)
    form, today = _receipt_form(request, place), clock.today(request)

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], place.address)
        known = {"own": request.reach, "today": today, "version": given["version"] or 0}
        if "reason" in given:
            fulfilling.correct(place.asked, place.unit, form.told(), given["reason"], **known)
        else:
            fulfilling.record(place.asked, place.unit, form.told(), **known)
        return place.address

    words = "Đã sửa kết quả." if place.said else "Đã ghi kết quả thực hiện."
    done = request.method == "POST" and carry_out(request, Deed.MAKE_KNOWN, form, work, words)
    if done:
        return done
    return render(request, "directives/receipt.html", {"form": form, "place": place, **_around(request, place)})


@dataclass(frozen=True)
class Place:
    """A unit of the person before a round of a duty, and what it has said of it."""

    asked: Round
    unit: Unit
    said: Fulfilment | None

    @property
    def address(self) -> str:
        """Its own page, with the year of a yearly duty."""
        duty = self.asked.obligation
        page = reverse("directives:receipt", args=[duty.directive_id, duty.pk, self.unit.code])
        return f"{page}?nam={self.asked.year}" if self.asked.year else page


def _duty(request: HttpRequest, pk: int, number: int) -> Obligation:
    cited = Obligation.objects.select_related("directive__document", "clause", "subject__directive", "unit")
    return get_object_or_404(cited.filter(directive__in=register.seen(request.reach)), pk=number, directive=pk)


def _name(unit: Unit, on: date) -> str:
    version = tree.version(unit, on)
    return version.name if version else unit.code


def _table(request: HttpRequest, asked: RoundForm) -> dict:
    own, on = request.reach, clock.today(request)
    seen = obligations.within(own, Deed.SEE_DOCUMENTS)
    bound = obligations.bound_units(asked.round.obligation, on).filter(pk__in=seen.values("pk"))
    wanted = {True: obligations.done, False: obligations.not_done}.get(asked.is_done, lambda _, __, units: units)
    units = wanted(asked.round, on, bound).annotate(name=tree.name_on(on, "pk")).order_by("code")
    page = Paginator(units, PAGE_SIZE).get_page(request.GET.get("trang"))
    return {
        "lines": receipts.lines(asked.round, on, list(page.object_list)),
        "page": shown_page(page, request.GET, "đơn vị"),
        "tally": obligations.tally([asked.round], on, seen)[0],
        "may_tell": _may_tell(request, [unit.pk for unit in page.object_list]),
    }


def _may_tell(request: HttpRequest, keys: list[int]) -> set[int]:
    if not request.reach.grants(Deed.MAKE_KNOWN):
        return set()
    return set(obligations.within(request.reach, Deed.MAKE_KNOWN).filter(pk__in=keys).values_list("pk", flat=True))


def _place(request: HttpRequest, pk: int, number: int, code: str) -> Place:
    """Load through the reach: a unit of somebody else, or one that the duty does not bind, is not found."""
    duty, on = _duty(request, pk, number), clock.today(request)
    mine = obligations.within(request.reach, Deed.MAKE_KNOWN)
    bound = obligations.bound_units(duty, on).filter(pk__in=mine.values("pk")).annotate(name=tree.name_on(on, "pk"))
    unit = get_object_or_404(bound, code=code)
    chosen = RoundForm(request.GET, asked=obligations.rounds(duty, on))
    asked = chosen.round if chosen.is_valid() else None
    if asked is None:
        raise NothingHere(f"Tại ngày {date_vn(on)} nhiệm vụ này chưa bắt đầu. Hãy chọn ngày xem muộn hơn.")
    return Place(asked, unit, fulfilling.standing(asked, unit))


def _receipt_form(request: HttpRequest, place: Place) -> ReceiptForm:
    """A first receipt, or a correction of what the person had before them: a second click of the first is no correction."""
    said = place.said
    first = request.POST.get("version", "0") == "0" if request.method == "POST" else said is None
    if first:
        return ReceiptForm(request.POST or None, version=0, initial={"on": clock.today(request)})
    known = {"on": said.on, "words": said.words, "people": said.people} if said else {}
    return CorrectionForm(request.POST or None, version=said.pk if said else 0, initial=known)


def _around(request: HttpRequest, place: Place) -> dict:
    on = clock.today(request)
    (line,) = receipts.lines(place.asked, on, [place.unit])
    by_review = obligations.by_review(place.asked) and not place.said
    return {
        "line": line,
        "may_review": by_review and request.reach.covers(Deed.REPORT_REVIEW, place.unit),
        "corrected": receipts.corrected(place.asked, place.unit),
        "sees_document": request.reach.grants(Deed.SEE_DOCUMENTS),
    }
