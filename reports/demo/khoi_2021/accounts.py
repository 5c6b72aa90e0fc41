"""The accounts of the story, one for each role, all with the same published password."""

from dataclasses import dataclass
from datetime import date

from organizations.enums import Role
from organizations.models import Post, Unit, User

PASSWORD = "ket-nap-minh-hoa"
SINCE = date(2016, 1, 1)


@dataclass(frozen=True)
class Account:
    """An account that a person may try."""

    username: str
    full_name: str
    role: Role
    where: str


ACCOUNTS = (
    Account("bithu", "Phạm Thị Hồng Diệp", Role.CELL_SECRETARY, "cell"),
    Account("canbo", "Nguyễn Minh Khánh", Role.BOARD_OFFICER, "bloc"),
    Account("lanhdao", "Trần Quang Vinh", Role.LEADERSHIP, "bloc"),
    Account("canbotinh", "Lê Thu Hạnh", Role.BOARD_OFFICER, "province"),
)


def open_accounts(places: dict[str, Unit]) -> dict[str, User]:
    """Create the accounts with their posts; return the users by user name."""
    users = {}
    for account in ACCOUNTS:
        user = User.objects.create_user(account.username, password=PASSWORD, full_name=account.full_name)
        Post.objects.create(user=user, role=account.role, unit=places[account.where], valid_from=SINCE)
        users[account.username] = user
    return users
