"""The audit: changes with who, when and why, and readings that leave a trace; only what lies in the auditor's reach.

It follows the day on which something was recorded, never the day one looks from.
"""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from organizations import audit, audit_words
from organizations.audit_forms import AuditForm
from organizations.enums import Deed
from organizations.gate import gate
from organizations.paging import shown_page


@gate(Deed.SEE_AUDIT)
def changes(request: HttpRequest) -> HttpResponse:
    """The newest changes, by one person or of one day where asked; older ones on the pages after."""
    form = AuditForm(request.GET, people=audit.people(request.reach))
    if not form.is_valid():
        return render(request, "organizations/audit.html", {"form": form}, status=400)
    rows = audit.changes(request.reach, form.asked())
    page = rows[: audit.PAGE_SIZE]
    context = {
        "form": form,
        "acts": audit_words.acts(page, request.reach.on),
        "is_first": not form.cleaned_data["sau"],
        "older": _address(request, str(audit.after(page[-1]))) if len(rows) > len(page) else "",
        "newest": _address(request, ""),
    }
    return render(request, "organizations/audit.html", context)


@gate(Deed.SEE_AUDIT)
def readings(request: HttpRequest) -> HttpResponse:
    """Who read or exported lists of people that leave a trace."""
    form = AuditForm(request.GET, people=audit.people(request.reach))
    if not form.is_valid():
        return render(request, "organizations/readings.html", {"form": form}, status=400)
    page = Paginator(audit.readings(request.reach, form.asked()), audit.PAGE_SIZE).get_page(request.GET.get("trang"))
    rows = [
        {"reading": each, "at": audit_words.moment(each.at), "deed": audit_words.deed_label(each.deed)} for each in page
    ]
    return render(
        request,
        "organizations/readings.html",
        {"form": form, "rows": rows, "page": shown_page(page, request.GET, "lượt đọc")},
    )


def _address(request: HttpRequest, after: str) -> str:
    changed = request.GET.copy()
    changed.pop("sau", None)
    if after:
        changed["sau"] = after
    return f"?{changed.urlencode()}"
