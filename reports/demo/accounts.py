"""The accounts of a story: one published password for all of them, one account for each role that can be tried."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password

from organizations.enums import Role
from organizations.models import Post, Unit, User

PASSWORD = "ket-nap-minh-hoa"


@dataclass(frozen=True)
class Account:
    """An account that a person may try; ``where`` is the story's own word for the unit of its post."""

    username: str
    full_name: str
    role: Role
    where: str


def open_all(accounts: Iterable[Account], places: Mapping[str, Unit], since: date) -> dict[str, User]:
    """Create the accounts with their posts; return the users by user name."""
    hashed, users = make_password(PASSWORD), {}
    for account in accounts:
        user = User.objects.create(username=account.username, password=hashed, full_name=account.full_name)
        Post.objects.create(user=user, role=account.role, unit=places[account.where], valid_from=since)
        users[account.username] = user
    return users
