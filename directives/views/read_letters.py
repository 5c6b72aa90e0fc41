"""Reading a letter: sending it, and saying of each thing that was read whether it is recorded."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from directives import (
    keeping_read,
    letter_files,
    marked,
    proposals,
    proposed_duties,
    proposed_shares,
    proposed_targets,
    read_letters,
    read_page,
)
from directives.models import ReadLetter
from directives.proposals import Passage
from directives.reading import Letter, read
from directives.reading_forms import DropForm, ReadForm, SendForm
from directives.recognised import Known
from directives.unit_field import Units, label
from directives.views.loading import keepers
from organizations import clock, submission, tree
from organizations.enums import Deed
from organizations.gate import gate
from organizations.handling import carry_out
from organizations.models import Unit
from organizations.paging import shown_page

PAGE_SIZE = 30


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def index(request: HttpRequest) -> HttpResponse:
    """Send a letter to be read; below, those that were read and wait."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SendForm(*sent, keepers=keepers(request))

    def work() -> str:
        given = form.cleaned_data
        submission.check_unspent(given["form_token"])
        unit = Unit.objects.get(pk=given["unit"])
        kept = keeping_read.keep(
            given["text"], form.name, unit, own=request.reach, on=clock.today(request), content=form.content
        )
        outcome = reverse("directives:read_letter", args=[kept.pk])
        submission.spend(given["form_token"], outcome)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, "Đã đọc văn bản.")
    if done:
        return done
    page = Paginator(read_letters.seen(request.reach), PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "off": letter_files.off(),
        "drafts": page.object_list,
        "page": shown_page(page, request.GET, "văn bản"),
    }
    return render(request, "directives/reading/index.html", context)


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """What was read of a letter beside its text; one button registers it."""
    found = get_object_or_404(read_letters.seen(request.reach), pk=pk)
    if found.directive_id:
        return redirect("directives:directive", found.directive_id)
    seen = read(found.text)
    form = _form(request, found, seen)

    def work() -> str:
        given = form.cleaned_data
        submission.check_unspent(given["form_token"])
        told = {"own": request.reach, "today": clock.today(request), "is_other": given["is_other"]}
        targets, duties = (
            tuple((name, line.said) for name, line in form.hanging(each)) for each in ("targets", "duties")
        )
        shares = tuple(line.cleaned_data["shares"] for _, line in form.hanging("targets"))
        said = keeping_read.Told(form.letter(), targets, duties, shares)
        made = keeping_read.record(found, said, version=given["version"] or 0, **told)
        outcome = reverse("directives:directive", args=[made.pk])
        submission.spend(given["form_token"], outcome)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, "Đã vào sổ văn bản.")
    return done or render(request, "directives/reading/letter.html", _shown(found, seen, form))


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a read letter aside."""
    found = get_object_or_404(read_letters.seen(request.reach), pk=pk)
    form, outcome = DropForm(request.POST or None, version=found.version), reverse("directives:read_letters")

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        keeping_read.drop(found, own=request.reach, version=form.cleaned_data["version"] or 0)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, "Đã bỏ bản đọc.")
    return done or render(request, "directives/reading/drop.html", {"form": form, "found": found})


def _form(request: HttpRequest, found: ReadLetter, seen: Letter) -> ReadForm:
    passages, units = proposals.passages(seen), Units(request.reach, clock.today(request))
    known = Known(units.versions)
    rows = {
        "addressees": proposals.addressees(seen, known),
        "clauses": proposals.clauses(passages),
        "citations": proposals.citations(seen),
        **_hanging(request, found, seen, passages, known),
    }
    made = ReadForm(
        request.POST or None,
        units=units,
        keepers=keepers(request),
        rows=rows,
        initial=proposals.head(seen, known) | {"kept_by": found.unit_id},
        version=found.version,
    )
    made.passages = passages
    return made


def _hanging(
    request: HttpRequest, found: ReadLetter, seen: Letter, passages: list[Passage], known: Known
) -> dict[str, list[dict]]:
    """A line for each quota and each duty, with the number of the sentence under which it stands."""
    version = tree.version(found.unit, clock.today(request))
    unit, numbered = label(version) if version else "", list(enumerate(passages, start=1))
    return {
        "targets": [
            {"place": place, "said": proposals.target_words(told)}
            | proposed_targets.row(told.quota, seen, unit)
            | proposed_shares.row(told, known)
            for place, each in numbered
            for told in each.quotas
        ],
        "duties": [
            {"place": place, "said": proposals.duty_words(duty)} | proposed_duties.row(duty, seen, unit, known)
            for place, each in numbered
            for duty in each.duties
        ],
    }


def _shown(found: ReadLetter, seen: Letter, form: ReadForm) -> dict:
    return {
        "found": found,
        "form": form,
        "alikes": form.alikes,
        "suggestions": form.units.suggestions,
        "pieces": marked.pieces(seen.text, [each.span for each in form.passages]),
        "groups": read_page.groups(form),
    }
