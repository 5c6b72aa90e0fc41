"""The table of a document (units × rounds of its duties), and everything that one unit is asked."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directives import following, keepers, obligations
from directives.reply_forms import FollowForm
from directives.views import loading
from organizations import clock, tree
from organizations.enums import Deed
from organizations.gate import gate
from organizations.models import Unit
from organizations.paging import shown_page

PAGE_SIZE = 50


@gate(Deed.SEE_DOCUMENTS)
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """Units of the reach that the document binds, and how each stands to each round."""
    directive = loading.seen(request, pk)
    form, on = FollowForm(request.GET), clock.today(request)
    context = {"directive": directive, "form": form}
    if not form.is_valid():
        return render(request, "directives/follow.html", context, status=400)
    seen = obligations.within(request.reach, Deed.SEE_DOCUMENTS)
    columns = following.columns(directive, on, seen)
    units = following.units(columns, on, seen, form.cleaned_data["loc"])
    page = Paginator(units, PAGE_SIZE).get_page(request.GET.get("trang"))
    shown = list(page.object_list)
    context |= {
        "columns": columns,
        "rows": following.rows(columns, on, shown),
        "page": shown_page(page, request.GET, "đơn vị"),
        "may_tell": _may_tell(request, [unit.pk for unit in shown]),
        "keeps": any(keepers.keeps(request.reach, each.asked.obligation) for each in columns),
    }
    return render(request, "directives/follow.html", context)


@gate(Deed.SEE_DOCUMENTS)
def of_unit(request: HttpRequest) -> HttpResponse:
    """What one unit of the reach (``don_vi``, else the person's own) is asked across documents."""
    on, seen = clock.today(request), obligations.within(request.reach, Deed.SEE_DOCUMENTS)
    code = request.GET.get("don_vi", "").replace("\0", "") or request.reach.roots(Deed.SEE_DOCUMENTS)[0].code
    unit = get_object_or_404(seen.annotate(name=tree.name_on(on, "pk")), code=code)
    page = Paginator(following.of_unit(unit, request.reach, on), PAGE_SIZE).get_page(request.GET.get("trang"))
    context = {
        "unit": unit,
        "rows": page.object_list,
        "page": shown_page(page, request.GET, "nhiệm vụ"),
        "may_tell": _may_tell(request, [unit.pk]),
    }
    return render(request, "directives/of_unit.html", context)


def _may_tell(request: HttpRequest, keys: list[int]) -> set[int]:
    """The units for which the person may reply: their cells lead to the receipt, the others to the reply as it reads."""
    if not request.reach.grants(Deed.MAKE_KNOWN):
        return set()
    mine = obligations.within(request.reach, Deed.MAKE_KNOWN)
    return set(Unit.objects.filter(pk__in=mine.values("pk")).filter(pk__in=keys).values_list("pk", flat=True))
