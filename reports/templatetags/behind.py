"""The address of the list behind a counted number, for templates, and whether somebody may open it."""

from urllib.parse import parse_qsl, urlsplit

from django import template
from django.template import Context
from django.urls import reverse

from candidates.enums import SENSITIVE_DIMENSIONS, SENSITIVE_GROUPS
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
    if any(_is_sensitive(name, value) for name, value in parse_qsl(parts.query)):
        needs.add(Deed.SEE_SENSITIVE)
    return address if own is None or all(own.grants(deed) for deed in needs) else ""


def _is_sensitive(name: str, value: str) -> bool:
    """A part of an address that narrows to people of an ethnic group or a religion."""
    if name == "nhom":
        return value in SENSITIVE_GROUPS
    return name == "dac_diem" and value.partition(":")[0] in SENSITIVE_DIMENSIONS
