"""The forms of a dossier: which can be used now, each with what it lacks and how it reads, and as a PDF file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from candidates import levels
from candidates.models import Dossier
from organizations import clock
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.gate import NothingHere, demand, gate
from reports import pdf as paper
from reports.forms import catalogue, filling, subject
from reports.forms.filling import Filled
from reports.forms.parts import Form
from reports.forms.subject import Subject


@gate(Deed.PRINT_FORM)
def index(request: HttpRequest, code: str) -> HttpResponse:
    """The forms of a dossier: those of its stage first, the others folded."""
    found, today = _dossier(request, code), clock.today(request)
    over = levels.of_unit(found.unit_id, today)
    useful = [form for form in catalogue.FORMS if subject.means_something(form, found, over)]
    now, later = catalogue.split(useful, found.stage)
    return render(request, "reports/forms/index.html", {"dossier": found, "now": now, "later": later, "on": today})


@gate(Deed.PRINT_FORM)
def form(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """What a form lacks, each with where it is typed in; then how it reads."""
    return _shown(request, _subject(request, code, slug))


@gate(Deed.PRINT_FORM)
def pdf(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """A form as a PDF file; where something required lacks, only as a draft for the pen (``trong=1``)."""
    found = _subject(request, code, slug)
    filled, as_draft = filling.fill(found), request.GET.get("trong") == "1"
    if filled.against or (filled.lacks_required and not as_draft):
        return _shown(request, found, status=409)
    record_reading(request.user, Deed.PRINT_FORM, f"{found.form.official_name}, hồ sơ {code}", 1)
    _record_sensitive(request, found, filled)
    headers = {"Content-Disposition": f'inline; filename="{slug}-{code}.pdf"'}
    return HttpResponse(paper.render_forms([filled.paper]), content_type="application/pdf", headers=headers)


def _shown(request: HttpRequest, found: Subject, status: int = 200) -> HttpResponse:
    filled = filling.fill(found)
    if status == 200:
        _record_sensitive(request, found, filled)
    chosen = f"?dong={found.row.pk}" if found.row else ""
    context = {"subject": found, "dossier": found.dossier, "form": found.form, "filled": filled, "chosen": chosen}
    context |= {"refused": status == 409, "draft": f"{chosen}{'&' if chosen else '?'}trong=1"}
    return render(request, "reports/forms/form.html", context, status=status)


def _record_sensitive(request: HttpRequest, found: Subject, filled: Filled) -> None:
    """Ethnic group and religion of one person leave a trace when they are shown."""
    if filled.shows_sensitive:
        record_reading(request.user, Deed.SEE_SENSITIVE, f"{found.form.name}, hồ sơ {found.dossier.code}", 1)


def _subject(request: HttpRequest, code: str, slug: str) -> Subject:
    asked, found = _form(slug), _dossier(request, code)
    row = request.GET.get("dong", "")
    chosen = int(row) if row.isdecimal() and len(row) < 12 else None
    sees = request.reach.covers(Deed.SEE_SENSITIVE, found.unit)
    made = Subject(found, clock.today(request), asked, sees_sensitive=sees, chosen=chosen)
    if row and (made.row is None or made.row.pk != chosen):
        raise NothingHere(f"Không có dòng “{row}” để in “{asked.name}”.")
    return made


def _dossier(request: HttpRequest, code: str) -> Dossier:
    found = get_object_or_404(subject.dossiers(request.reach), code=code)
    demand(request, Deed.PRINT_FORM, found.unit)
    return found


def _form(slug: str) -> Form:
    found = catalogue.find(slug)
    if found is None:
        raise NothingHere(f"Không có biểu mẫu “{slug}”.")
    return found
