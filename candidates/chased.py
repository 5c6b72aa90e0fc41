"""Reads verifications that wait for an answer: how long, how often they were asked for again; the list over a reach."""

from datetime import date, timedelta

from django.db.models import Prefetch, Q, QuerySet

from candidates.enums import Verification
from candidates.models import BackgroundCheck, Chasing, Dossier
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed


def waiting(own: Reach, on: date, *, longer_than: int = 0) -> QuerySet[BackgroundCheck]:
    """Return the verifications of a reach that were asked for and had no answer on a day, the longest waiting first.

    ``longer_than`` leaves out those asked for less than so many days ago; each row carries the name of its unit.
    """
    asked = Q(state=Verification.ASKED) | Q(state=Verification.ANSWERED, answered_on__gt=on)
    lies = Dossier.objects.in_units(own.units(Deed.SEE_DOSSIERS))
    found = BackgroundCheck.objects.filter(asked, dossier__in=lies, asked_on__lte=on - timedelta(days=longer_than))
    rows = found.select_related("dossier__person", "dossier__unit").annotate(
        unit_name=tree.name_on(on, "dossier__unit")
    )
    return rows.prefetch_related(Prefetch("chasings", Chasing.objects.order_by("on"))).order_by("asked_on", "pk")


def age(check: BackgroundCheck, on: date) -> int:
    """Return for how many days an answer has been waited for."""
    return (on - check.asked_on).days


def known(check: BackgroundCheck, on: date) -> list[Chasing]:
    """Return how often the answer was asked for again by a day, the oldest first."""
    return [each for each in check.chasings.all() if each.on <= on]
