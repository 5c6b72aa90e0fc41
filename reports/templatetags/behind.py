"""The address of the list behind a counted number, for templates, and whether somebody may open it."""

from urllib.parse import parse_qsl, urlsplit

from django import template
from django.template import Context
from django.urls import reverse

from candidates.enums import SENSITIVE_GROUPS
from organizations.access import Reach
from organizations.enums import Deed
from reports import links

register = template.Library()

register.filter("behind", links.behind)


@register.simple_tag(takes_context=True)
def openable(context: Context, address: str) -> str:
    """Return the address where the viewer's deeds open it, else nothing: the number is shown, its list needs a deed."""
    own: Reach | None = getattr(context.get("request"), "reach", None)
    parts = urlsplit(address)
    needs = {Deed.SEE_DOSSIERS} if parts.path == reverse("candidates:list") else set()
    if SENSITIVE_GROUPS.intersection(value for name, value in parse_qsl(parts.query) if name == "nhom"):
        needs.add(Deed.SEE_SENSITIVE)
    return address if own is None or all(own.grants(deed) for deed in needs) else ""
