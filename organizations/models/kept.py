"""What is recorded stays: rows that the database itself refuses to delete, or to change; those taken back are left out."""

import pgtrigger
from django.db import models


def kept_for_ever() -> pgtrigger.Protect:
    """Return the trigger that refuses to delete a row: a mistake is corrected by a further record."""
    return pgtrigger.Protect(name="kept_for_ever", operation=pgtrigger.Delete)


def written_once() -> pgtrigger.Protect:
    """Return the trigger that refuses to change or delete a row."""
    return pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)


class Standing(models.Manager):
    """Rows that no correction took back; the other manager of such a model, ``ever``, finds them all."""

    def get_queryset(self) -> models.QuerySet:
        """Leave out what was corrected."""
        return super().get_queryset().filter(void=False)
