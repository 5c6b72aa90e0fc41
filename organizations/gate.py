"""The gate before every view: allowed verbs, the deed it needs, the reach of who asks. A view without a gate fails a test."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.loader import render_to_string

from organizations import access, clock, entrance
from organizations.enums import Deed
from organizations.errors import NotAllowed
from organizations.models import Unit

View = Callable[..., HttpResponse]


class NothingHere(Http404):
    """A 404 with a sentence of ours that the page may show."""


def gate(deed: Deed, *methods: str) -> Callable[[View], View]:
    """Let through signed-in people whose posts grant ``deed`` somewhere, with GET or the given ``methods``.

    Sets ``request.reach``. A wrong verb is answered 405, a person without the deed 403; whoever may do it elsewhere only
    finds no object here and is answered 404 by the view. Whoever must settle their sign-in first is sent there.
    """

    allowed = ("HEAD", *(methods or ("GET",)))

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            return _turned_away(request, deed, allowed) or view(request, *args, **kwargs)

        guarded.deed = deed
        return guarded

    return decorate


def demand(request: HttpRequest, deed: Deed, unit: Unit) -> None:
    """Answer 403 with the reason when the person sees ``unit`` but may not do ``deed`` there."""
    try:
        access.check_may(request.reach, deed, unit)
    except NotAllowed as error:
        raise PermissionDenied(str(error)) from error


def demand_for(request: HttpRequest, deed: Deed, organisation: Unit) -> None:
    """Answer 403 with the reason when the person sees an organisation outside the Party but may not do ``deed`` for it."""
    try:
        access.check_may_for(request.reach, deed, organisation)
    except NotAllowed as error:
        raise PermissionDenied(str(error)) from error


def _turned_away(request: HttpRequest, deed: Deed, allowed: tuple[str, ...]) -> HttpResponse | None:
    """Where somebody is sent instead of the view; None, with the reach set, for whoever may go on."""
    if request.method not in allowed:
        return HttpResponseNotAllowed(allowed, render_to_string("405.html", request=request))
    own = access.reach(request.user, clock.real_today())
    if needed := entrance.first_needed(request, own):
        return redirect(needed)
    request.reach = own
    if not own.grants(deed):
        raise PermissionDenied(f"Vai trò của đồng chí không có quyền “{deed.label}”.")
    return None
