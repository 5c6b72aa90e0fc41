"""What is recorded stays: rows that the database itself refuses to delete, or to change."""

import pgtrigger


def kept_for_ever() -> pgtrigger.Protect:
    """Return the trigger that refuses to delete a row: a mistake is corrected by a further record."""
    return pgtrigger.Protect(name="kept_for_ever", operation=pgtrigger.Delete)


def written_once() -> pgtrigger.Protect:
    """Return the trigger that refuses to change or delete a row."""
    return pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)
