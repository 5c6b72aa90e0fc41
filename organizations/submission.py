"""Two clicks, one deed: each form carries a one-time token, spent in the transaction of what the form does."""

from uuid import UUID

from django.db import IntegrityError, transaction

from organizations import turns
from organizations.acting import current
from organizations.errors import AlreadySent
from organizations.models import SpentToken


def check_unspent(token: UUID) -> None:
    """Raise AlreadySent when ``token`` was used before: to be asked first where the outcome is known only at the end.

    The same form sent twice at once waits here for the first sending.
    """
    turns.take("form", token)
    if earlier := SpentToken.objects.filter(token=token).first():
        raise AlreadySent(earlier.outcome)


def earlier_outcome(token: str) -> str | None:
    """Return the address of what a form made that was sent before; None for one that is new or has no readable token."""
    try:
        found = SpentToken.objects.filter(token=UUID(token)).first()
    except ValueError:
        return None
    return found.outcome if found else None


def spend(token: UUID, outcome: str) -> None:
    """Mark ``token`` as used with the address of what it made; raises AlreadySent when it was used before."""
    try:
        with transaction.atomic():
            SpentToken.objects.create(token=token, user=current().by, outcome=outcome)
    except IntegrityError as error:
        earlier = SpentToken.objects.get(token=token)
        raise AlreadySent(earlier.outcome) from error
