"""What this installation is: a real one, or a demo story with its own "today"."""

from django.db import models


class Installation(models.Model):
    """At most one row; ``story`` names the demo that was loaded, ``as_at`` the date from which its screens look."""

    story = models.CharField(max_length=40)
    as_at = models.DateField()
    only = models.BooleanField(default=True, editable=False, unique=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="organizations_installation_one")]

    def __str__(self) -> str:
        return self.story
