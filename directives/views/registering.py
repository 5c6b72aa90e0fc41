"""Registering a document, completing one that was only cited, correcting one: one page that works without a script."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from directives import keeping_files, letter_files, letter_shown, register, registering
from directives.letter_forms import LetterForm
from directives.models import Directive
from directives.unit_field import Units
from directives.views.loading import kept
from organizations import clock, submission, tree
from organizations.enums import Deed
from organizations.gate import gate
from organizations.handling import carry_out
from organizations.models import Document, Unit

CITED = "tu"
MOST_NUMBERS, MOST_DIGITS = 300, 15


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Register a document; ``?tu=`` names one that is only cited so far, of which this completes what is known."""
    stub = _stub(request)
    form = _form(request, known=letter_shown.known(stub) if stub else {})
    if request.method == "POST" and letter_shown.added(request.POST):
        return _shown(request, form, stub=stub)

    def work() -> str:
        given = form.cleaned_data
        submission.check_unspent(given["form_token"])
        told = {"own": request.reach, "today": clock.today(request), "is_other": given["is_other"]}
        made = registering.register_letter(form.letter(), stub=stub, **told)
        outcome = reverse("directives:directive", args=[made.pk])
        submission.spend(given["form_token"], outcome)
        if sent := form.sent:
            keeping_files.add(made, sent, own=request.reach, on=clock.today(request))
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, "Đã vào sổ văn bản.")
    return done or _shown(request, form, stub=stub)


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a registered document, with the reason."""
    found = kept(request, pk)
    form = _form(request, stored=found)
    if request.method == "POST" and letter_shown.added(request.POST):
        return _shown(request, form, directive=found)
    outcome = reverse("directives:directive", args=[pk])

    def work() -> str:
        given = form.cleaned_data
        submission.spend(given["form_token"], outcome)
        told = {"own": request.reach, "today": clock.today(request), "is_other": given["is_other"]}
        registering.correct(found, form.letter(), given["reason"], version=given["version"] or 0, **told)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, "Đã đính chính văn bản.")
    return done or _shown(request, form, directive=found)


def _form(request: HttpRequest, *, known: dict | None = None, stored: Directive | None = None) -> LetterForm:
    """The form as it was sent; as it was typed so far, with more lines; or as it stands to be filled in."""
    units = Units(request.reach, clock.today(request), _named(stored) if stored else ())
    fixed = {"units": units, "keepers": _keepers(request, stored), "stored": stored}
    if request.method == "POST" and letter_shown.added(request.POST):
        head, rows = letter_shown.typed(request.POST)
        return LetterForm(initial=head, rows=rows, empty=0, **fixed)
    if stored is None:
        data = (request.POST, request.FILES) if request.method == "POST" else ()
        return LetterForm(*data, initial=known, **fixed)
    head, rows = letter_shown.stored(stored, units.labels)
    return LetterForm(request.POST or None, initial=head, rows=rows, version=stored.version, **fixed)


def _named(stored: Directive) -> set[int]:
    addressed = stored.addressees.exclude(unit=None).values_list("unit", flat=True)
    return {*addressed, *([stored.issuing_unit_id] if stored.issuing_unit_id else [])}


def _keepers(request: HttpRequest, stored: Directive | None) -> list[tuple[int, str]]:
    """The units for which the person keeps documents: those of the posts, and the one that keeps this document."""
    keys = {unit.pk for unit in request.reach.roots(Deed.KEEP_DOCUMENTS)}
    if stored and stored.kept_by_id and request.reach.covers(Deed.KEEP_DOCUMENTS, stored.kept_by):
        keys.add(stored.kept_by_id)
    named = Unit.objects.filter(pk__in=keys).annotate(name=tree.name_on(clock.today(request), "pk"))
    return [(unit.pk, unit.name or unit.code) for unit in named.order_by("code")]


def _stub(request: HttpRequest) -> Document | None:
    if not (typed := request.GET.get(CITED, "")):
        return None
    if not typed.isdecimal() or len(typed) > MOST_DIGITS:
        raise Http404
    return get_object_or_404(register.completable(request.reach), pk=typed)


def _shown(request: HttpRequest, form: LetterForm, **about: object) -> HttpResponse:
    numbers = register.seen(request.reach).exclude(document__number="").order_by("-pk")
    context = {
        "form": form,
        "numbers": numbers.values_list("document__number", flat=True)[:MOST_NUMBERS],
        "suggestions": form.units.suggestions,
        "alikes": form.alikes,
        "files_off": letter_files.off(),
    }
    return render(request, "directives/register/form.html", context | about)
