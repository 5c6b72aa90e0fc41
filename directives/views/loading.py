"""Loading a registered document through what a person may know of and may keep."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from directives import register
from directives.models import Directive
from organizations import clock, tree
from organizations.enums import Deed
from organizations.models import Unit


def seen(request: HttpRequest, pk: int) -> Directive:
    """Return a document that the person may know of, or answer 404."""
    known = register.seen(request.reach).select_related("document", "issuing_unit", "kept_by")
    return get_object_or_404(known, pk=pk)


def keepers(request: HttpRequest) -> list[tuple[int, str]]:
    """The units for which the person keeps documents, with their names."""
    keys = {unit.pk for unit in request.reach.roots(Deed.KEEP_DOCUMENTS)}
    named = Unit.objects.filter(pk__in=keys).annotate(name=tree.name_on(clock.today(request), "pk"))
    return [(unit.pk, unit.name or unit.code) for unit in named.order_by("code")]


def kept(request: HttpRequest, pk: int) -> Directive:
    """Return a document that the person keeps; 404 for whoever may not know of it, 403 for a reader."""
    found = seen(request, pk)
    if not register.may_keep(request.reach, found):
        raise PermissionDenied(f"Vai trò của đồng chí không có quyền “{Deed.KEEP_DOCUMENTS.label}” với văn bản này.")
    return found
