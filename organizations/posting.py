"""Writes about accounts, inside ``acting``: opened, given posts, locked, reset; nothing is deleted.

``own`` is the administrator's reach; None stands for the installation itself, from the command line. ``version`` is the one
of ``accounts.version`` that the administrator saw.
"""

import secrets
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q

from organizations import accounts, second_factor, sessions, tree
from organizations.access import Reach
from organizations.acting import current
from organizations.enums import Role
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.formats import date_vn
from organizations.models import Post, Unit, UnitVersion, User

# Letters and digits that nobody mistakes for one another on paper.
CLEAR = "abcdefghjkmnpqrstuvwxyz23456789"
KINDS_IN_WORDS = {
    Role.CELL_SECRETARY: "một chi bộ",
    Role.MASS_OFFICER: "một hội hoặc tổ chức chính trị – xã hội",
}


@dataclass(frozen=True)
class Given:
    """A post that is given: which role, where, from which day."""

    role: Role
    unit: Unit
    since: date


def open_account(username: str, full_name: str, given: Given, *, own: Reach | None) -> tuple[User, str]:
    """Create an account with its first post; return it with the temporary password, of which the account keeps the hash only.

    Whoever calls shows the password once; until then it stands in the clear where they keep it (the page: in the
    administrator's own session).
    """
    if User.objects.filter(username__iexact=username).exists():
        raise _taken(username)
    _check_place(given, own)
    password = _temporary_password()
    user = _created(username, password, full_name)
    Post.objects.create(user=user, role=given.role, unit=given.unit, valid_from=given.since)
    return user, password


def give_post(user: User, given: Given, *, own: Reach | None, version: int | None = None) -> None:
    """Give ``user`` a further post; the same one twice at a time is refused."""
    _take(user, own, version)
    _check_place(given, own)
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gt=given.since)
    if held := Post.objects.filter(lasting, user=user, role=given.role, unit=given.unit).first():
        raise Refused(f"Đã có phân công này từ ngày {date_vn(held.valid_from)}; không cần ghi thêm.")
    Post.objects.create(user=user, role=given.role, unit=given.unit, valid_from=given.since)


def end_post(post: Post, since: date, *, own: Reach, version: int | None) -> None:
    """End a post from a day on; with the last one of the real day every session ends."""
    _take(post.user, own, version)
    if post.valid_until and post.valid_until <= own.on:
        raise Refused(f"Phân công này đã thôi từ ngày {date_vn(post.valid_until)}.")
    if since <= post.valid_from:
        began = date_vn(post.valid_from)
        raise Refused(f"Phân công bắt đầu ngày {began}; ngày thôi phải sau ngày đó. Cần dừng ngay thì khóa tài khoản.")
    post.valid_until = since
    post.save(update_fields=["valid_until"])
    if not Post.objects.on(own.on).filter(user=post.user).exists():
        sessions.end_all(post.user)


def lock(user: User, *, own: Reach | None, version: int | None = None) -> None:
    """Close the account: no sign-in, every session ends at once; posts and history stay."""
    _take(user, own, version)
    if not user.is_active:
        raise Refused("Tài khoản này đang bị khóa rồi.")
    _open(user, False)
    sessions.end_all(user)


def unlock(user: User, *, own: Reach | None, version: int | None = None) -> None:
    """Open a closed account again, with the password and the posts it has."""
    _take(user, own, version)
    if user.is_active:
        raise Refused("Tài khoản này không bị khóa.")
    _open(user, True)


def reset_password(user: User, *, own: Reach | None, version: int | None = None) -> str:
    """Give ``user`` a temporary password, to be changed at the next sign-in; every session ends. Returns it."""
    _take(user, own, version)
    password = _temporary_password()
    user.set_password(password)
    user.password_is_temporary = True
    user.save(update_fields=["password", "password_is_temporary"])
    sessions.end_all(user)
    return password


def reset_second_factor(user: User, *, own: Reach | None, version: int | None = None) -> None:
    """Take the second factor off, for somebody who lost the telephone and the spare codes; every session ends."""
    _take(user, own, version)
    if not second_factor.take_off(user):
        raise Refused("Tài khoản này chưa bật bước xác thực thứ hai.")
    sessions.end_all(user)


def _created(username: str, password: str, full_name: str) -> User:
    """The new account; refused when somebody else took the name at this moment."""
    words = {"full_name": full_name, "password_is_temporary": True}
    try:
        with transaction.atomic():
            return User.objects.create_user(username, password=password, **words)
    except IntegrityError as error:
        raise _taken(username) from error


def _taken(username: str) -> Refused:
    return Refused(f"Tên đăng nhập “{username}” đã có người dùng; hãy chọn tên khác.")


def _take(user: User, own: Reach | None, version: int | None) -> None:
    """Hold the account's row, and check that it is somebody else's, managed from here, as it was seen."""
    User.objects.select_for_update().get(pk=user.pk)
    if own is None:
        return
    if user == current().by:
        raise NotAllowed("Không ai tự thay đổi tài khoản hay phân công của mình; hãy nhờ một người quản trị khác.")
    if not accounts.managed(own).filter(pk=user.pk).exists():
        raise NotAllowed("Tài khoản này có phân công ngoài phạm vi của đồng chí; người quản trị cấp trên quản lý.")
    stands = accounts.version(user)
    if version != stands:
        raise Conflict(f"Tài khoản của {user} vừa có thay đổi khác. Hãy xem lại, nếu vẫn đúng thì gửi lại.", stands)


def _check_place(given: Given, own: Reach | None) -> None:
    if own and not accounts.places(own).filter(pk=given.unit.pk).exists():
        raise NotAllowed("Đơn vị này ngoài phạm vi phân công của đồng chí.")
    version = tree.version(given.unit, given.since)
    if version is None:
        raise Refused(f"Đơn vị được chọn không tồn tại vào ngày {date_vn(given.since)}.")
    _check_kind(given.role, version)


def _check_kind(role: Role, version: UnitVersion) -> None:
    if version.kind not in accounts.kinds_for(role):
        where = KINDS_IN_WORDS.get(role, "một tổ chức đảng")
        kind = version.get_kind_display().lower()
        raise Refused(f"Vai trò “{role.label}” phân công tại {where}; “{version.name}” là {kind}.")


def _open(user: User, active: bool) -> None:
    user.is_active = active
    user.save(update_fields=["is_active"])


def _temporary_password() -> str:
    return "-".join("".join(secrets.choice(CLEAR) for _ in range(4)) for _ in range(4))
