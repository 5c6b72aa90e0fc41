"""Rows that a correction took back: they stay on record, and no read or count sees them."""

from django.db import models


class NotVoid(models.Manager):
    """Rows that no correction took back; the other manager of such a model, ``ever``, finds them all."""

    def get_queryset(self) -> models.QuerySet:
        """Leave out what was corrected."""
        return super().get_queryset().filter(void=False)
