"""Rounds by reach: which a person sees, which organisations of them, in which they confirm or judge."""

from datetime import date

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from organizations import tree
from organizations.access import Reach, check_may
from organizations.enums import Deed
from organizations.models import Unit
from reports.models import AskedUnit, PeriodRound

SEES = Deed.SEE_DOSSIERS


def visible(own: Reach, on: date) -> QuerySet[PeriodRound]:
    """Return the rounds of units of the reach and those that ask one of them, newest first, named as on their day.

    ``is_whole`` says whether the person sees the unit that asks, and so everybody who is asked.
    """
    seen = own.units(SEES)
    asked = AskedUnit.objects.filter(round=OuterRef("pk"), unit__in=seen)
    found = PeriodRound.objects.filter(Q(unit__in=seen) | Exists(asked), opened_on__lte=on)
    whole = ExpressionWrapper(Q(unit__in=seen), BooleanField())
    named = found.select_related("unit").annotate(unit_name=tree.name_on(OuterRef("as_at")), is_whole=whole)
    return named.order_by("-last_day", "-pk")


def places(own: Reach, rounds: QuerySet[PeriodRound] | list[PeriodRound]) -> QuerySet[AskedUnit]:
    """Return the organisations of rounds that lie in the reach, by code, named as on the day of their round."""
    found = AskedUnit.objects.filter(round__in=rounds, unit__in=own.units(SEES))
    return named(found)


def named(found: QuerySet[AskedUnit]) -> QuerySet[AskedUnit]:
    """Return places with round and unit, by code, each with its name on the day of its round, and that of who asks."""
    day = OuterRef("round__as_at")
    names = {"name": tree.name_on(day), "asked_by": tree.name_on(day, "round__unit")}
    told = found.select_related("round__unit", "unit").annotate(**names)
    return told.order_by("unit__code", "pk")


def sees_others(own: Reach, found: PeriodRound) -> bool:
    """Say whether a person sees the whole of a round, not single organisations of it."""
    return own.covers(SEES, found.unit)


def may_judge(own: Reach, found: PeriodRound) -> bool:
    """Say whether a person accepts and returns in a round: whoever may open it."""
    return own.grants(Deed.OPEN_ROUND) and own.covers(Deed.OPEN_ROUND, found.unit)


def check_judges(own: Reach, found: PeriodRound) -> None:
    """Raise NotAllowed when the round is not this person's."""
    check_may(own, Deed.OPEN_ROUND, found.unit)


def may_confirm(own: Reach, unit: Unit) -> bool:
    """Say whether a person confirms figures of an organisation."""
    return own.grants(Deed.CONFIRM_FIGURES) and own.covers(Deed.CONFIRM_FIGURES, unit)


def needs_basis(own: Reach, unit: Unit) -> bool:
    """Say whether somebody above confirms for the organisation, against its paper."""
    return unit.pk not in {root.pk for root in own.roots(Deed.CONFIRM_FIGURES)}
