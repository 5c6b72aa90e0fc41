"""What is recorded besides changes: readings of sensitive lists, exports, and forms already sent."""

from django.db import models
from django.db.models.functions import Now

from organizations.enums import Deed
from organizations.models.kept import written_once


class Reading(models.Model):
    """Somebody read or exported something that leaves a trace: who, which deed, what, how many people.

    Without a user it was the installation itself, from the command line.
    """

    user = models.ForeignKey("organizations.User", models.PROTECT, null=True)
    deed = models.CharField(max_length=30, choices=Deed)
    subject = models.CharField(max_length=400)
    people = models.PositiveIntegerField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        triggers = [written_once()]
        indexes = [models.Index(fields=["user", "at"], name="organizations_reading_who")]

    def __str__(self) -> str:
        return f"{self.deed}: {self.subject}"


class SpentToken(models.Model):
    """A one-time form token that was used, with the address of what the form made."""

    token = models.UUIDField(primary_key=True)
    user = models.ForeignKey("organizations.User", models.PROTECT)
    outcome = models.CharField(max_length=400)
    at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return str(self.token)
