"""Members of the bloc's standing committee: each is in charge of some grassroots organisations, none of which has two."""

from collections.abc import Sequence
from datetime import date

from organizations.enums import Role
from organizations.models import Post, User
from reports.demo.khoi_2021.tree import Body

SINCE = date(2020, 8, 17)
# The eighth member is the published account "phutrach", whose post at the first of its organisations stands already.
OTHERS = (
    ("uyvien1", "Phạm Quang Sơn"), ("uyvien2", "Trần Thị Minh Hạnh"), ("uyvien3", "Đỗ Đức Toàn"),
    ("uyvien4", "Lê Xuân Trường"), ("uyvien5", "Bùi Thanh Thủy"), ("uyvien6", "Nguyễn Việt Dũng"),
    ("uyvien7", "Hoàng Thị Thu Oanh"),
)  # fmt: skip


def share(found: Sequence[Body]) -> list[list[Body]]:
    """Share the organisations out, one after the other; the first lot is that of the published account."""
    lots = len(OTHERS) + 1
    return [list(found[place::lots]) for place in range(lots)]


def appoint(found: Sequence[Body], published: User) -> None:
    """Give each organisation its one member in charge; the others of the committee have accounts that nobody can open."""
    members = [published, *(_member(*named) for named in OTHERS)]
    lots = share(found)
    lots[0] = lots[0][1:]
    Post.objects.bulk_create(
        Post(user=user, role=Role.MEMBER_IN_CHARGE, unit=body.unit, valid_from=SINCE)
        for user, lot in zip(members, lots, strict=True)
        for body in lot
    )


def _member(username: str, full_name: str) -> User:
    user = User(username=username, full_name=full_name)
    user.set_unusable_password()
    user.save()
    return user
