"""Subqueries in settled words.

Django resolves a nested query anew for every condition and every query that is put around it, all the way down: four levels of
"the units of which …" are copied hundreds of times before the first row is read. Settled words are copied as one text.
"""

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

Settled = RawSQL | list


def settled(rows: QuerySet) -> Settled:
    """Return what stands after ``__in``: the one column that ``rows`` select, else their keys; nothing for no row at all.

    The database still answers it within the query around it. ``rows`` must not refer to that query (no ``OuterRef``).
    """
    asked = rows if rows.query.has_select_fields else rows.values("pk")
    try:
        words, values = asked.order_by().query.sql_with_params()
    except EmptyResultSet:
        return []
    return RawSQL(words, values)
