"""A unit's reply as its superior reads it: the words, the file, what was said of it; accepting, returning, letting off."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from candidates.enums import ScanType
from directives import attaching, fulfilling, judging, keepers, receipts, ruling
from directives.duty_forms import WhyForm
from directives.enums import RulingKind
from directives.models import ReplyFile
from directives.reply_forms import AcceptForm, ExemptForm, ReturnForm
from directives.views.places import Place, place
from organizations import clock, submission
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.gate import NothingHere, gate
from organizations.handling import carry_out
from organizations.paging import shown_page

PAGE_SIZE = 50
# The words of an address for what the superior may say, each with its form, the name of the page and what is said when done.
WORDS = {
    "chap-nhan": (AcceptForm, "Chấp nhận trả lời", "Đã chấp nhận trả lời."),
    "tra-lai": (ReturnForm, "Trả lại để làm lại", "Đã trả lại trả lời; đơn vị làm lại theo hạn mới."),
    "mien": (ExemptForm, "Miễn thực hiện cho đơn vị", "Đã ghi miễn cho đơn vị."),
}


@gate(Deed.SEE_DOCUMENTS)
def reply(request: HttpRequest, pk: int, number: int, code: str) -> HttpResponse:
    """What a unit replied, what became of it, and what the person may do next."""
    found = place(request, pk, number, code, Deed.SEE_DOCUMENTS)
    context = {"place": found, "may_tell": fulfilling.may_tell(request.reach, found.unit), **around(request, found)}
    return render(request, "directives/reply.html", context)


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def word(request: HttpRequest, pk: int, number: int, code: str, said: str) -> HttpResponse:
    """The superior accepts, returns, or lets a unit off."""
    if said not in WORDS:
        raise NothingHere(f"Không có việc “{said}” với trả lời.")
    found = _judged(request, pk, number, code)
    make, title, words = WORDS[said]
    version = found.said.pk if found.said else 0
    form = make(request.POST or None, version=version, initial={"on": clock.today(request)})

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], found.reply)
        known = {"own": request.reach, "today": clock.today(request), "version": form.cleaned_data["version"] or 0}
        ruling.judge(found.asked, found.unit, form.word(), **known)
        return found.reply

    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, words)
    context = {"form": form, "place": found, "title": title, **around(request, found)}
    return done or render(request, "directives/word.html", context)


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def withdraw(request: HttpRequest, pk: int, number: int, code: str, row: int) -> HttpResponse:
    """The superior takes its word back."""
    found = _judged(request, pk, number, code)
    spoken = get_object_or_404(
        found.asked.obligation.rulings.select_related("obligation", "unit"), pk=row, unit=found.unit
    )
    form = WhyForm(request.POST or None)

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], found.reply)
        ruling.withdraw(spoken, form.cleaned_data["reason"], own=request.reach)
        return found.reply

    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, "Đã rút ý kiến.")
    title = f"Rút ý kiến: {RulingKind(spoken.kind).label.lower()}"
    context = {"form": form, "place": found, "title": title, **around(request, found)}
    return done or render(request, "directives/word.html", context)


@gate(Deed.SEE_DOCUMENTS)
def file(request: HttpRequest, pk: int, number: int, code: str, row: int) -> HttpResponse:
    """Hand a file of a reply out as a file to keep, never to be run by the browser; each reading is recorded."""
    found = place(request, pk, number, code, Deed.SEE_DOCUMENTS)
    kept = get_object_or_404(_files(found), pk=row)
    try:
        content = attaching.opened(kept)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(found.reply)
    record_reading(request.user, Deed.SEE_DOCUMENTS, f"{code}: tệp số {kept.pk} trả lời “{found.asked.obligation}”", 0)
    kind = ScanType(kept.kind)
    headers = {
        "Content-Disposition": f'attachment; filename="tra-loi-{kept.pk}.{kind.ending}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=kind.mime, headers=headers)


@gate(Deed.MAKE_KNOWN, "GET", "POST")
def take_file_back(request: HttpRequest, pk: int, number: int, code: str, row: int) -> HttpResponse:
    """A file sent by mistake: what lies on disk is destroyed, the row stays with the reason."""
    found = place(request, pk, number, code, Deed.MAKE_KNOWN)
    kept = get_object_or_404(_files(found).filter(fulfilment=found.said), pk=row)
    form = WhyForm(request.POST or None)

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], found.address)
        attaching.take_back(kept, form.cleaned_data["reason"])
        return found.address

    done = request.method == "POST" and carry_out(request, Deed.MAKE_KNOWN, form, work, "Đã gỡ tệp.")
    context = {"form": form, "place": found, "title": f"Gỡ tệp {kept}", **around(request, found)}
    return done or render(request, "directives/word.html", context)


@gate(Deed.KEEP_DOCUMENTS)
def to_accept(request: HttpRequest) -> HttpResponse:
    """The replies that wait for this person's word, the longest waiting first."""
    own, on = request.reach, clock.today(request)
    page = Paginator(judging.waiting(own, on), PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {"rows": judging.shown(page.object_list), "page": shown_page(page, request.GET, "trả lời")}
    return render(request, "directives/to_accept.html", context)


def around(request: HttpRequest, found: Place) -> dict:
    """Return what every page about a unit's reply shows beside its form."""
    on = clock.today(request)
    (line,) = receipts.lines(found.asked, on, [found.unit])
    return {
        "line": line,
        "corrected": receipts.corrected(found.asked, found.unit),
        "ruled": receipts.ruled(found.asked, found.unit, on),
        "keeps": keepers.keeps(request.reach, found.asked.obligation),
        "sees_document": request.reach.grants(Deed.SEE_DOCUMENTS),
    }


def _files(found: Place):
    """The files of every reply of this unit to this round, returned ones too."""
    key = {f"fulfilment__{name}": value for name, value in found.asked.key.items()}
    return ReplyFile.objects.filter(**key, fulfilment__unit=found.unit, fulfilment__void=False)


def _judged(request: HttpRequest, pk: int, number: int, code: str) -> Place:
    """A unit whose reply the person judges; whoever does not follow the duty is told 403."""
    found = place(request, pk, number, code, Deed.KEEP_DOCUMENTS)
    if not keepers.keeps(request.reach, found.asked.obligation):
        raise PermissionDenied(f"Vai trò của đồng chí không có quyền “{Deed.KEEP_DOCUMENTS.label}” với nhiệm vụ này.")
    return found
