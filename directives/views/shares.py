"""Sharing targets out over the units below: the grid, its sheet, and what a version gave."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from directives import register, share_basis, share_excel, share_grid, sharing, target_periods
from directives.enums import ORGANISATION_MEASURES, ShareState
from directives.models import Distribution, Target
from directives.share_basis import Asked, Typed, Way
from directives.share_forms import GridForm, ShareForm, typed_in
from directives.share_grid import Grid
from directives.share_text import Unreadable
from organizations import clock, submission, tree
from organizations.enums import Deed
from organizations.errors import DomainError
from organizations.gate import NothingHere, gate
from organizations.handling import carry_out
from organizations.models import Unit, UnitVersion

DEED = Deed.SHARE_OUT
# The buttons of the grid that write nothing: they show the grid again with more typed in it.
COUNT, PROPOSE, PASTE, SAVE, ISSUE = "tinh", "de-xuat", "dan", "luu", "giao"
SHOWN_LINES = 12


@dataclass(frozen=True)
class Place:
    """A grid that a person may share out, with its units."""

    target: Target
    chooser: GridForm
    asked: Asked
    bodies: tuple[UnitVersion, ...]


@gate(DEED, "GET", "POST")
def grid(request: HttpRequest, pk: int) -> HttpResponse:
    """The grid: count again, propose, paste, save as a draft, issue by a document."""
    place = _place(request, pk)
    if place is None:
        return render(request, "directives/shares_refused.html", {"form": _chooser(request, pk)}, status=400)
    button = request.POST.get("lam", COUNT)
    files = request.FILES or None
    started = {
        "version": share_basis.mark(place.asked),
        "initial": _initial(place, clock.today(request)),
        "targets": place.asked.targets,
    }
    form = ShareForm(request.POST or None, files, issuing=button == ISSUE, **started)
    if request.method == "GET":
        return _shown(request, place, form, None)
    typed = typed_in(request.POST, place.asked, place.bodies)
    if button in _WRITES:
        return _WRITES[button](request, place, form, typed) or _shown(request, place, form, typed)
    return _shown(request, place, form, _filled(request, place, form, typed, button))


@gate(DEED)
def excel(request: HttpRequest, pk: int) -> HttpResponse:
    """The grid as a sheet, with the draft in it."""
    place = _place(request, pk)
    if place is None:
        raise NothingHere("Không có bảng phân bổ như vậy.")
    made = share_excel.workbook(share_grid.build(place.asked, bodies=place.bodies))
    name = f"phan-bo-{place.asked.sharer.code}-{place.asked.turns[place.target.pk].year}.xlsx".replace("/", "-")
    headers = {"Content-Disposition": f'attachment; filename="{name.encode("ascii", "ignore").decode()}"'}
    return HttpResponse(made, content_type=share_excel.MIME, headers=headers)


@gate(Deed.SEE_STATISTICS)
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """What one issued version gave to whom, as it was issued."""
    issued = Distribution.objects.filter(state=ShareState.ISSUED, unit__in=request.reach.units(Deed.SEE_STATISTICS))
    known = issued.filter(target__directive__in=register.seen(request.reach).values("pk"))
    cited = known.select_related("target__directive__document", "unit", "document", "by")
    found = get_object_or_404(cited.annotate(unit_name=tree.name_on(clock.today(request))), pk=pk)
    rows = found.shares.select_related("unit").annotate(name=tree.name_on(found.valid_from)).order_by("unit__code")
    total = sharing.total_of(found, rows)
    words = target_periods.words(found.target, target_periods.Turn(found.year, found.part))
    return render(
        request, "directives/share_version.html", {"found": found, "rows": rows, "total": total, "words": words}
    )


def _place(request: HttpRequest, pk: int) -> Place | None:
    """Load through the reach: a target whose unit and everything under it lies outside is not found."""
    chooser = _chooser(request, pk)
    if not chooser.is_valid():
        return None
    sharer, on = chooser.cleaned_data["don_vi"] or _first(request, chooser), clock.today(request)
    asked = chooser.asked(sharer, on)
    return Place(chooser.target, chooser, asked, tuple(share_basis.units(asked)))


def _chooser(request: HttpRequest, pk: int) -> GridForm:
    known = register.seen(request.reach)
    cited = (
        Target.objects.filter(directive__in=known.values("pk"))
        .exclude(measure__in=ORGANISATION_MEASURES)
        .select_related("directive__document", "unit")
    )
    target = get_object_or_404(cited, pk=pk)
    return GridForm(request.GET, units=_sharers(request, target), target=target, known=known)


def _sharers(request: HttpRequest, target: Target) -> QuerySet[Unit]:
    """The units that may share the target out and of which the person does it: its own unit, and those under it."""
    on = clock.today(request)
    under = tree.descendants([target.unit], on).filter(child_versions__isnull=False).distinct()
    found = request.reach.units(DEED).filter(pk__in=under.values("pk"))
    return found.annotate(name=tree.name_on(on, "pk")).order_by("code")


def _first(request: HttpRequest, chooser: GridForm) -> Unit:
    """The target's own unit, else the top of the person's reach under it."""
    own, roots = chooser.target.unit, request.reach.roots(DEED)
    if request.reach.covers(DEED, own):
        return own
    under = tree.descendants([own], clock.today(request)).filter(pk__in=[root.pk for root in roots])
    first = under.order_by("code").first()
    if first is None:
        raise NothingHere("Chỉ tiêu này không thuộc phạm vi đồng chí giao cho đơn vị.")
    return first


def _initial(place: Place, on: date) -> dict:
    """A first version counts from the beginning of its turn, a later one from the day one looks from."""
    start = place.asked.period.start
    later = sharing.is_shared_out(place.asked, place.target)
    committee = tree.version(place.asked.sharer, on)
    return {"valid_from": on if later else start, "issuer": committee.committee if committee else ""}


def _shown(request: HttpRequest, place: Place, form: ShareForm, typed: Typed | None) -> HttpResponse:
    found: Grid = share_grid.build(place.asked, typed, place.bodies)
    context = {"form": form, "chooser": place.chooser, "grid": found, "target": place.target, "asked": place.asked}
    sharer = tree.version(place.asked.sharer, place.asked.on)
    return render(request, "directives/shares.html", context | {"sharer": sharer, "single": len(found.columns) == 1})


def _filled(request: HttpRequest, place: Place, form: ShareForm, typed: Typed, button: str) -> Typed:
    """What stands in the cells after a proposal or a paste; what cannot be done is said, and nothing is lost."""
    if not form.is_valid():
        return typed
    try:
        if button == PROPOSE:
            given = form.cleaned_data
            return share_basis.propose(place.asked, Way(given["way"] or Way.SIZE), typed, given["column"])
        return _pasted(request, place, form, typed) if button == PASTE else typed
    except Unreadable as error:
        form.add_error(None, str(error))
    except DomainError as error:
        form.add_refusal(error)
    return typed


def _pasted(request: HttpRequest, place: Place, form: ShareForm, typed: Typed) -> Typed:
    read = form.table(place.asked, place.bodies)
    for sentence in read.wrong[:SHOWN_LINES]:
        form.add_error(None, sentence)
    if len(read.wrong) > SHOWN_LINES:
        form.add_error(None, f"Còn {len(read.wrong) - SHOWN_LINES} dòng khác chưa đọc được.")
    messages.info(request, f"Đã đọc {len(read.cells)} dòng; chưa lưu. Hãy xem lại rồi lưu nháp hoặc giao.")
    found = {target: dict(cells) for target, cells in typed.items()}
    for unit, cells in read.cells.items():
        for target, text in cells.items():
            found[target][unit] = text
    return found


def _save(request: HttpRequest, place: Place, form: ShareForm, typed: Typed) -> HttpResponse | None:
    def work() -> str:
        outcome = request.get_full_path()
        submission.spend(form.cleaned_data["form_token"], outcome)
        version = form.cleaned_data["version"] or 0
        sharing.save_draft(place.asked, typed, own=request.reach, version=version)
        return outcome

    return carry_out(request, DEED, form, work, "Đã lưu nháp phân bổ; chưa giao.")


def _issue(request: HttpRequest, place: Place, form: ShareForm, typed: Typed) -> HttpResponse | None:
    def work() -> str:
        outcome = reverse("directives:directive", args=[place.target.directive_id])
        submission.spend(form.cleaned_data["form_token"], outcome)
        known = {"own": request.reach, "today": place.asked.on, "version": form.cleaned_data["version"] or 0}
        made = sharing.issue(place.asked, typed, form.issue(), **known)
        return reverse("directives:share_version", args=[made[0].pk]) if len(made) == 1 else outcome

    return carry_out(request, DEED, form, work, "Đã giao chỉ tiêu cho các đơn vị.")


_WRITES: dict[str, Callable[[HttpRequest, Place, ShareForm, Typed], HttpResponse | None]] = {SAVE: _save, ISSUE: _issue}
