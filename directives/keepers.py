"""Who follows a duty: the committee that keeps its document judges the replies, asks again, and puts late ones higher up."""

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from directives.models import Obligation
from organizations.access import Reach
from organizations.enums import Deed
from organizations.errors import NotAllowed
from organizations.models import Unit


def kept_by(duty: Obligation) -> Unit:
    """Return the unit that follows a duty: the one named, else whoever issued or registered its document, else the bound one."""
    return duty.keeper or duty.directive.issuing_unit or duty.directive.kept_by or duty.unit


def keeps(own: Reach, duty: Obligation) -> bool:
    """Say whether a person keeps the documents of the unit that follows a duty."""
    return own.grants(Deed.KEEP_DOCUMENTS) and covers(own, Deed.KEEP_DOCUMENTS, kept_by(duty))


def check_keeps(own: Reach, duty: Obligation) -> None:
    """Raise NotAllowed with a sentence when somebody else follows a duty."""
    if not keeps(own, duty):
        raise NotAllowed(f"Vai trò của đồng chí không có quyền “{Deed.KEEP_DOCUMENTS.label}” đối với nhiệm vụ này.")


def kept(own: Reach, *, nearest: bool = False) -> QuerySet[Obligation]:
    """Return the duties that a person follows, with what naming them needs; ``nearest``: none that somebody nearer follows."""
    units = own.nearest_units(Deed.KEEP_DOCUMENTS) if nearest else own.units(Deed.KEEP_DOCUMENTS)
    following = Coalesce("keeper", "directive__issuing_unit", "directive__kept_by", "unit")
    return loaded(Obligation.objects.annotate(following=following).filter(following__in=units))


def loaded(found: QuerySet[Obligation]) -> QuerySet[Obligation]:
    """Return duties with their documents, clauses, units and everybody bound, in two queries for any number."""
    named = found.select_related(
        "directive__document",
        "directive__issuing_unit",
        "directive__kept_by",
        "clause",
        "subject__directive",
        "unit",
        "keeper",
    )
    return named.prefetch_related("bindings")


def covers(own: Reach, deed: Deed, unit: Unit) -> bool:
    """Say whether a person may do ``deed`` for a party unit or for an organisation outside the Party."""
    return own.covers(deed, unit) or own.covers_organisation(deed, unit)
