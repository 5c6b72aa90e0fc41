"""Finding people by name: without marks everything that sounds alike, with marks the exact ones first."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from organizations.formats import plain, tidy

NAME = "dossier__person__full_name"
KEY = "dossier__person__search_key"


def matching(entries: QuerySet, words: str) -> QuerySet:
    """Narrow stage entries to people whose name, or dossier whose code, holds ``words``; exact marks rank first."""
    typed = tidy(words)
    found = entries.filter(Q(**{f"{KEY}__contains": plain(typed)}) | Q(dossier__code__iexact=typed))
    exact = When(**{f"{NAME}__icontains": typed}, then=Value(0))
    return found.annotate(rank=Case(exact, default=Value(1), output_field=IntegerField()))
