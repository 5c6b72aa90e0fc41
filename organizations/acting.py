"""``acting``: the one context in which the product writes; it makes one transaction and names who, what and why.

pghistory's triggers copy the context into every audit event, so that bulk writes and raw SQL are covered too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

import pghistory
from django.db import transaction

from organizations.enums import Deed
from organizations.models import Reading, User


@dataclass(frozen=True)
class Act:
    """Who does which deed, and why; ``by`` is None for the installation itself (set-up, demo)."""

    by: User | None
    deed: Deed
    reason: str = ""


_current: ContextVar[Act | None] = ContextVar("act", default=None)


@contextmanager
def acting(by: User | None, deed: Deed, reason: str = "") -> Iterator[Act]:
    """Open one transaction in which ``by`` does ``deed``; every audit event in it carries both and the reason."""
    act = Act(by, deed, reason)
    mark = _current.set(act)
    try:
        with transaction.atomic(), pghistory.context(**_plain(act)):
            yield act
    finally:
        _current.reset(mark)


def current() -> Act:
    """Return the act under way; a write outside ``acting`` is a programming error."""
    act = _current.get()
    if act is None:
        raise RuntimeError("Writes happen inside acting(...) only.")
    return act


def record_reading(by: User | None, deed: Deed, subject: str, people: int) -> None:
    """Leave a trace of a reading or an export: what was read and how many people it named."""
    Reading.objects.create(user=by, deed=deed, subject=subject[:400], people=people)


def _plain(act: Act) -> dict:
    who = {"user": act.by.pk, "name": str(act.by)} if act.by else {"user": None, "name": "hệ thống"}
    return {**who, "deed": act.deed.value, "reason": act.reason}
