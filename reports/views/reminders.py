"""The letter that asks late units again, as a PDF file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from directives.models import Reminder
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.gate import gate
from reports import pdf as paper
from reports.reminders import letter


@gate(Deed.KEEP_DOCUMENTS)
def pdf(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A letter of the person's reach, as it was drafted."""
    mine = Reminder.objects.filter(unit__in=request.reach.units(Deed.KEEP_DOCUMENTS))
    found = get_object_or_404(mine.select_related("directive__document", "unit"), pk=number, directive=pk)
    record_reading(request.user, Deed.KEEP_DOCUMENTS, f"Công văn đôn đốc số {found.pk}: {found.directive}", 0)
    headers = {"Content-Disposition": f'inline; filename="don-doc-{found.pk}.pdf"'}
    return HttpResponse(paper.render_reminder(letter.build(found)), content_type="application/pdf", headers=headers)
