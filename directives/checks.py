"""Checks of stored targets and shares; each yields what is wrong, one sentence a finding."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef

from directives.models import Allocation
from organizations.models import UnitAncestry
from organizations.models.dated import valid_on


def shares() -> Iterator[str]:
    """A share is given to a unit that lies under the target's unit in that year."""
    for year in Allocation.objects.values_list("year", flat=True).distinct():
        last_day = date(year, 12, 31)
        under = UnitAncestry.objects.filter(
            valid_on(last_day), ancestor=OuterRef("target__unit"), unit=OuterRef("unit")
        )
        for share in Allocation.objects.filter(year=year).exclude(Exists(under)).select_related("unit", "target__unit"):
            yield f"Chỉ tiêu năm {year} giao cho {share.unit}, là đơn vị không thuộc {share.target.unit} trong năm đó."


CHECKS = (shares,)
