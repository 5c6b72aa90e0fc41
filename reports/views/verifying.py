"""Whether a PDF is an issued report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from organizations.enums import Deed
from organizations.gate import gate
from reports import issued, verifying
from reports.issue_forms import VerifyForm

KINDS = {
    verifying.Outcome.ISSUED: "success",
    verifying.Outcome.APPENDED: "warning",
    verifying.Outcome.DRAFT: "warning",
    verifying.Outcome.UNKNOWN: "info",
}


@gate(Deed.PRINT_REPORT, "GET", "POST")
def verify(request: HttpRequest) -> HttpResponse:
    """Look a file up in the register; it is read and forgotten, and nothing is told of reports outside the reach."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = VerifyForm(*sent)
    context = {"form": form}
    if form.is_valid():
        found = verifying.verdict(form.cleaned_data["file"].read(), issued.visible(request.reach))
        context |= {"verdict": found, "kind": KINDS[found.outcome], "name": form.cleaned_data["file"].name}
    return render(request, "reports/issued/verify.html", context)
