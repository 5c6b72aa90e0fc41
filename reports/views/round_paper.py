"""A confirmation of a round as a PDF file, which the organisation prints and keeps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from candidates import queries
from candidates.models import Dossier
from organizations import clock
from organizations.enums import Deed
from organizations.gate import gate
from reports import pdf as paper
from reports import round_paper
from reports.views import round_place


@gate(Deed.SEE_DOSSIERS)
def pdf(request: HttpRequest, pk: int, code: str, number: int) -> HttpResponse:
    """What an organisation confirmed, as it stood then; it names dossiers in reach, by their codes alone."""
    on, found = clock.today(request), round_place.asked_place(request, pk, code)
    kept = found.asked.confirmations.filter(on__lte=on).select_related("by").prefetch_related("figures")
    confirmed = get_object_or_404(kept, number=number)
    codes = {code for figure in confirmed.figures.all() for code in figure.members}
    seen = queries.within(Dossier.objects.filter(code__in=codes), request.reach).values_list("code", flat=True)
    made = round_paper.build(confirmed, found.asked, on, frozenset(seen))
    headers = {"Content-Disposition": f'inline; filename="chot-so-lieu-{pk}-{code}-{number}.pdf"'}
    return HttpResponse(paper.render_confirmation(made), content_type="application/pdf", headers=headers)
