"""Users, and the posts that give them a role in a unit for a period."""

import pghistory
from django.contrib.auth.models import AbstractUser
from django.db import models

from organizations.enums import Role
from organizations.models.kept import kept_for_ever

from .dated import Dated


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractUser):
    """A person who signs in by user name; what they may do comes from their posts alone."""

    full_name = models.CharField("họ và tên", max_length=120)
    password_is_temporary = models.BooleanField("phải đổi mật khẩu", default=False)
    sessions_ended = models.PositiveIntegerField(default=0, editable=False)

    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = "người dùng"

    def __str__(self) -> str:
        return self.full_name or self.username

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What every session carries: it stops fitting once the password or ``sessions_ended`` changes.

        Django asks it both for the present secret and for the former ones, so this one place serves them all.
        """
        return f"{super()._get_session_auth_hash(secret=secret)}.{self.sessions_ended}"


@pghistory.track()
class Post(Dated):
    """A person holds a role in a unit for a period; the role reaches the unit and everything under it."""

    user = models.ForeignKey(User, models.PROTECT, related_name="posts")
    role = models.CharField("vai trò", max_length=20, choices=Role)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="posts")

    class Meta(Dated.Meta):
        triggers = [kept_for_ever()]
        verbose_name = "phân công"

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.unit}"
