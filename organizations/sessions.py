"""Sessions ended: a counter that every session carries in its hash; raising it signs the person out everywhere at once."""

from django.db.models import F

from organizations.acting import current
from organizations.models import User


def end_all(user: User) -> None:
    """End every session of ``user``, inside ``acting``; whoever keeps their own renews its hash afterwards."""
    current()
    User.objects.filter(pk=user.pk).update(sessions_ended=F("sessions_ended") + 1)
    user.refresh_from_db(fields=["sessions_ended"])
