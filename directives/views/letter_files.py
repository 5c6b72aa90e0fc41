"""Files of a document: sending one more, handing one out, taking one back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from directives import keeping_files, letter_files
from directives.enums import FileKind
from directives.file_forms import FileForm, TakeFileBackForm
from directives.views.loading import kept, seen
from organizations import clock, submission
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.gate import gate
from organizations.handling import carry_out


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Send one more file of a document."""
    found = kept(request, pk)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form, outcome = FileForm(*sent), reverse("directives:directive", args=[pk])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        keeping_files.add(found, form.sent, own=request.reach, on=clock.today(request))
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, "Đã lưu tệp văn bản.")
    context = {"form": form, "directive": found, "refused": letter_files.refused(found)}
    return done or render(request, "directives/register/file.html", context)


@gate(Deed.SEE_DOCUMENTS)
def file(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Hand a file out to keep, never to be run by the browser; each reading is recorded."""
    found = seen(request, pk)
    row = get_object_or_404(letter_files.of(found), pk=number)
    try:
        content = letter_files.content(row)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("directives:directive", pk)
    record_reading(request.user, Deed.SEE_DOCUMENTS, f"Tệp số {row.pk} của {found.document.citation}", 0)
    kind = FileKind(row.kind)
    headers = {
        "Content-Disposition": f'attachment; filename="van-ban-{pk}-tep-{row.pk}.{kind.ending}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=kind.mime, headers=headers)


@gate(Deed.KEEP_DOCUMENTS, "GET", "POST")
def take_back(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take a file back: it is destroyed, the row stays with the reason."""
    found = kept(request, pk)
    row = get_object_or_404(letter_files.of(found).select_related("directive__kept_by"), pk=number)
    form, outcome = TakeFileBackForm(request.POST or None), reverse("directives:directive", args=[pk])

    def work() -> str:
        submission.spend(form.cleaned_data["form_token"], outcome)
        keeping_files.take_back(row, form.cleaned_data["reason"], own=request.reach)
        return outcome

    done = request.method == "POST" and carry_out(request, Deed.KEEP_DOCUMENTS, form, work, "Đã gỡ tệp văn bản.")
    return done or render(request, "directives/register/file.html", {"form": form, "directive": found, "file": row})
