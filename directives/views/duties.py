"""One duty: which units have done it, and a unit's own receipt."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from directives import conclusions, fulfilling, histories, keepers, obligations, receipts
from directives.forms import CorrectionForm, ReceiptForm, RoundForm
from directives.obligations import DONE, EXEMPT, LATE, LEFT
from directives.views.places import Place, duty, name, place
from organizations import clock, submission, tree
from organizations.enums import Deed
from organizations.gate import gate
from organizations.handling import carry_out
from organizations.paging import shown_page

PAGE_SIZE = 50
_SHOWN = {
    DONE: obligations.done,
    LEFT: obligations.not_done,
    LATE: obligations.late,
    EXEMPT: obligations.exempt,
}


@gate(Deed.SEE_DOCUMENTS)
def obligation(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A duty with the units of the reach that it binds: who has done it, when, by what paper; who has not."""
    found, on = duty(request, pk, number), clock.today(request)
    asked = RoundForm(request.GET, asked=obligations.rounds(found, on))
    if not asked.is_valid():
        return render(request, "directives/obligation.html", {"obligation": found, "form": asked}, status=400)
    context = {"obligation": found, "form": asked, "asked": asked.round, "unit_name": name(found.unit, on)}
    keeps = keepers.keeps(request.reach, found)
    context |= {"keeps": keeps, "history": histories.of_duty(found) if keeps else ()}
    if asked.round:
        context |= _table(request, asked)
    return render(request, "directives/obligation.html", context)


@gate(Deed.MAKE_KNOWN, "GET", "POST")
def receipt(request: HttpRequest, pk: int, number: int, code: str) -> HttpResponse:
    """What a unit of the person says of a duty: recorded once, corrected with a reason."""
    found = place(request, pk, number, code, Deed.MAKE_KNOWN)
    form, today = _receipt_form(request, found), clock.today(request)

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], found.address)
        known = {"own": request.reach, "today": today, "version": given["version"] or 0}
        if "reason" in given:
            fulfilling.correct(found.asked, found.unit, form.told(), given["reason"], **known)
        else:
            fulfilling.record(found.asked, found.unit, form.told(), **known)
        return found.address

    words = "Đã sửa trả lời." if found.said else "Đã ghi trả lời."
    done = request.method == "POST" and carry_out(request, Deed.MAKE_KNOWN, form, work, words)
    if done:
        return done
    return render(request, "directives/receipt.html", {"form": form, "place": found, **_around(request, found)})


def _table(request: HttpRequest, asked: RoundForm) -> dict:
    own, on = request.reach, clock.today(request)
    seen = obligations.within(own, Deed.SEE_DOCUMENTS)
    bound = obligations.bound_units(asked.round.obligation, on).filter(pk__in=seen.values("pk"))
    wanted = _SHOWN.get(asked.shows, lambda _, __, units: units)
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


def _receipt_form(request: HttpRequest, found: Place) -> ReceiptForm:
    """A first receipt, or a correction of what the person had before them: a second click of the first is no correction."""
    said, sent = found.said, (request.POST, request.FILES) if request.method == "POST" else ()
    version = tree.version(found.unit, clock.today(request))
    reports = conclusions.of_kind(version.kind) if version and request.reach.grants(Deed.PRINT_REPORT) else []
    first = request.POST.get("version", "0") == "0" if sent else said is None
    if first:
        return ReceiptForm(*sent, version=0, initial={"on": clock.today(request)}, reports=reports)
    columns = ("on", "words", "people", "report", "report_on")
    known = {column: getattr(said, column) for column in columns} if said else {}
    return CorrectionForm(*sent, version=said.pk if said else 0, initial=known, reports=reports)


def _around(request: HttpRequest, found: Place) -> dict:
    on = clock.today(request)
    (line,) = receipts.lines(found.asked, on, [found.unit])
    by_review = obligations.by_review(found.asked) and not found.said
    return {
        "line": line,
        "may_review": by_review and request.reach.covers(Deed.REPORT_REVIEW, found.unit),
        "corrected": receipts.corrected(found.asked, found.unit),
        "ruled": receipts.ruled(found.asked, found.unit, on),
        "sees_document": request.reach.grants(Deed.SEE_DOCUMENTS),
        "is_own": True,
    }
