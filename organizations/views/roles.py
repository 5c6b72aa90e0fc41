"""Roles × deeds, as the table in the code has them: what one may do here, and who may do what one may not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from organizations.access import DEEDS
from organizations.enums import Deed, Role
from organizations.gate import gate


@gate(Deed.SEE_UNITS)
def roles(request: HttpRequest) -> HttpResponse:
    """One row per deed that any role has, one column per role; nothing here is typed."""
    granted = [deed for deed in Deed if any(deed in deeds for deeds in DEEDS.values())]
    rows = [{"deed": deed, "roles": [(role, deed in DEEDS[role]) for role in Role]} for deed in granted]
    own = {post.role for post in request.reach.posts}
    return render(request, "organizations/roles.html", {"roles": list(Role), "rows": rows, "own": own})
