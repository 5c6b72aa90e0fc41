"""The stories that can be loaded, and the one act of loading."""

from collections.abc import Callable
from datetime import date
from types import ModuleType

from django.db import connection

from candidates import reference
from candidates.models import Dossier, Person
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.models import Installation, Unit, User
from reports.demo import verdicts
from reports.demo.hoi_2015 import accounts as hoi_2015_accounts
from reports.demo.hoi_2015 import story as hoi_2015
from reports.demo.khoi_2021 import accounts as khoi_2021_accounts
from reports.demo.khoi_2021 import closing as khoi_2021_closing
from reports.demo.khoi_2021 import story as khoi_2021
from reports.demo.tieu_chuan_2019 import accounts as tieu_chuan_2019_accounts
from reports.demo.tieu_chuan_2019 import story as tieu_chuan_2019
from reports.demo.tinh_2018_2024 import accounts as tinh_2018_2024_accounts
from reports.demo.tinh_2018_2024 import story as tinh_2018_2024

STORIES: dict[str, Callable[[], Unit]] = {
    khoi_2021.CODE: khoi_2021.tell,
    hoi_2015.CODE: hoi_2015.tell,
    tieu_chuan_2019.CODE: tieu_chuan_2019.tell,
    tinh_2018_2024.CODE: tinh_2018_2024.tell,
}
ACCOUNTS: dict[str, ModuleType] = {
    khoi_2021.CODE: khoi_2021_accounts,
    hoi_2015.CODE: hoi_2015_accounts,
    tieu_chuan_2019.CODE: tieu_chuan_2019_accounts,
    tinh_2018_2024.CODE: tinh_2018_2024_accounts,
}
# What a story tells after it was written, by the product's own acts, each a transaction of its own.
AFTERWARDS: dict[str, Callable[[Unit], None]] = {khoi_2021.CODE: khoi_2021_closing.tell}
# Stories too large for every step to be judged: since when it is.
JUDGED_SINCE: dict[str, date] = {tinh_2018_2024.CODE: tinh_2018_2024.JUDGED_SINCE}


def is_empty() -> bool:
    """Say whether the database holds no unit, no user, no person and no dossier."""
    return not any(model.objects.exists() for model in (Unit, User, Person, Dossier))


def load(code: str) -> Unit:
    """Load a story into an empty database and return its root unit; raises Refused otherwise."""
    if code not in STORIES:
        raise Refused(f"Không có bộ dữ liệu minh họa “{code}”. Hiện có: {', '.join(STORIES)}.")
    if not is_empty():
        raise Refused(
            "Cơ sở dữ liệu đã có tổ chức, tài khoản hoặc hồ sơ; dữ liệu minh họa chỉ nạp vào cơ sở dữ liệu trống."
        )
    with acting(None, Deed.LOAD_DEMO, code):
        _check_keys_at_once()
        reference.load()
        root = STORIES[code]()
        verdicts.freeze(JUDGED_SINCE.get(code, date.min))
        _tell_the_planner()
    if code in AFTERWARDS:
        AFTERWARDS[code](root)
    return root


def _check_keys_at_once() -> None:
    """Look at foreign keys with each row: left to the end, they slow down every audit event, the more the more there are."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _tell_the_planner() -> None:
    """Thousands of rows came at once: without fresh statistics PostgreSQL plans as if the tables were empty."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def accounts() -> ModuleType | None:
    """Return the accounts module of the loaded story; None in a real installation."""
    installed = Installation.objects.first()
    return ACCOUNTS[installed.story] if installed else None
