"""Letters that were read and wait for an officer's word: who sees them."""

from django.db.models import QuerySet

from directives.models import ReadLetter
from organizations.access import Reach
from organizations.enums import Deed


def seen(own: Reach) -> QuerySet[ReadLetter]:
    """Return the read letters of the units for which a person keeps documents, those put aside left out."""
    kept = ReadLetter.objects.filter(unit__in=own.units(Deed.KEEP_DOCUMENTS), dropped=False)
    return kept.select_related("directive__document", "by", "unit")
