"""What is recorded besides changes: readings of sensitive lists, exports, and forms already sent."""

from django.db import models
from django.db.models.functions import Now

from organizations.enums import Deed


class Reading(models.Model):
    """Somebody read or exported something that leaves a trace: who, which deed, what, how many people."""

    user = models.ForeignKey("organizations.User", models.PROTECT)
    deed = models.CharField(max_length=30, choices=Deed)
    subject = models.CharField(max_length=400)
    people = models.PositiveIntegerField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
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
