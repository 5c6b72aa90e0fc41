"""The search key of a text, as the database computes it."""

from django.db import models
from django.db.models import Func, Value
from django.db.models.functions import Concat


class Plain(Func):
    """SQL's search key of a text, equal to ``formats.plain``; people, documents and clauses have theirs stored, units do not."""

    template = (
        "lower(translate(regexp_replace(normalize(%(expressions)s, NFD), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'dd'))"
    )
    output_field = models.TextField()


def key_of(*columns: str) -> models.GeneratedField:
    """Return a stored column with the search key of several others together."""
    spaced = [part for column in columns for part in (column, Value(" "))][:-1]
    text = Concat(*spaced, output_field=models.TextField())
    return models.GeneratedField(
        expression=Plain(text), output_field=models.TextField(), db_persist=True, editable=False
    )
