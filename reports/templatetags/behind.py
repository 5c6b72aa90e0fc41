"""The address of the list behind a counted number, for templates, and whether somebody may open it."""

from collections.abc import Sequence
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
    """Return the address where the viewer may open it, else nothing: the number is shown, its list needs a deed or the reach."""
    own: Reach | None = getattr(context.get("request"), "reach", None)
    parts = urlsplit(address)
    asked = parse_qsl(parts.query)
    if own is None:
        return address
    if not all(own.grants(deed) for deed in _needs(parts.path, asked)):
        return ""
    if parts.path not in {reverse("candidates:list"), reverse("candidates:lacking")}:
        return address
    about = {value for name, value in asked if name == "don_vi"}
    return address if about <= own.codes_ever(Deed.SEE_DOSSIERS) else ""


def _needs(path: str, asked: Sequence[tuple[str, str]]) -> set[Deed]:
    """The deeds that open a list: that of dossiers, also for why nominations were returned, and the one for what is sensitive."""
    of_dossiers = path == reverse("candidates:list") or any(name == "ly_do" for name, _ in asked)
    needs = {Deed.SEE_DOSSIERS} if of_dossiers else set()
    return needs | ({Deed.SEE_SENSITIVE} if any(_is_sensitive(name, value) for name, value in asked) else set())


def _is_sensitive(name: str, value: str) -> bool:
    """A part of an address that narrows to people of an ethnic group or a religion."""
    if name == "nhom":
        return value in SENSITIVE_GROUPS
    return name == "dac_diem" and value.partition(":")[0] in SENSITIVE_DIMENSIONS
