"""Whether a stored value is firm: the one place that says so, for Python and for SQL.

A value that was confirmed stays confirmed for whatever it set, also where a correction changed only its citation. A value
that was corrected to another one is firm no more. Corrections keep regime and code, so these two name the row in force now.
"""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import TruncDate

from candidates.models import Parameter
from candidates.rules.sources import UNCONFIRMED, Source
from organizations.formats import date_vn


def rules() -> QuerySet[Parameter]:
    """Return the values, void ones among them; each knows whether it still stands, was confirmed, and when it changed."""
    of_value = Parameter.ever.filter(regime=OuterRef("regime"), code=OuterRef("code"))
    same = of_value.filter(value=OuterRef("value"))
    written = Parameter.pgh_event_model.objects.filter(pgh_label="insert", pgh_obj=OuterRef("pk"))
    now = of_value.filter(void=False).annotate(written_on=Subquery(written.values(day=TruncDate("pgh_created_at"))[:1]))
    return Parameter.ever.select_related("document").annotate(
        stands=Exists(same.filter(void=False)),
        was_confirmed=Exists(same.filter(confirmed_by__isnull=False, pk__gte=OuterRef("pk"))),
        changed_on=Subquery(now.values("written_on")[:1]),
    )


def is_firm(rule: Parameter | None) -> bool:
    """Say whether somebody competent confirmed a value, and nobody corrected it to another one since."""
    return not doubt(rule)


def firm(rule: str) -> Q:
    """Return the condition that ``rule``, a reference to a value, is firm: the same as ``is_firm`` says of each row."""
    return Q(**{f"{rule}__in": rules().filter(stands=True, was_confirmed=True).values("pk")})


def doubt(rule: Parameter | None) -> str:
    """Say why a value is not firm; empty where it is. Asks the database only for a void row that nothing read (``read``)."""
    if rule is None or not rule.void:
        return "" if rule and rule.confirmed_by_id else UNCONFIRMED
    read([rule])
    if rule.stands:
        return "" if rule.was_confirmed else UNCONFIRMED
    return f"đã được đính chính ngày {date_vn(rule.changed_on)}" if rule.changed_on else "đã được đính chính"


def read(found: Iterable[Parameter | None]) -> None:
    """Let values know what ``doubt`` needs: one query for all void ones, none where there is no such row."""
    unread = [each for each in found if each and each.void and not hasattr(each, "stands")]
    known = rules().in_bulk({each.pk for each in unread}) if unread else {}
    for each in unread:
        now = known[each.pk]
        each.stands, each.was_confirmed, each.changed_on = now.stands, now.was_confirmed, now.changed_on


def source(rule: Parameter) -> Source:
    """Return what a value cites, marked where it is not firm."""
    against = doubt(rule)
    return Source(rule.document.short, rule.clause, not against, against or UNCONFIRMED)
