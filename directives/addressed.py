"""Whether a document speaks to a unit: the units among its addressees, and what lies under them."""

from datetime import date

from directives import deliveries
from directives.models import Directive
from organizations import tree
from organizations.models import Unit


def not_addressing(directive: Directive, unit: Unit, on: date) -> tuple[str, ...]:
    """Return to whom a document speaks, in its words, where ``unit`` is certainly not among them; else nothing.

    An addressee in words alone ("các chi bộ trực thuộc") may be anybody: then nothing is certain. Whoever issued the
    document sets targets for itself, too.
    """
    acting = list(directive.addressees.filter(to_act=True).select_related("unit"))
    if not acting or unit.pk == directive.issuing_unit_id or any(each.unit_id is None for each in acting):
        return ()
    reached = tree.ancestors(unit, on).filter(pk__in=deliveries.units(acting, on).values("pk"))
    return () if reached.exists() else tuple(each.words for each in acting)
