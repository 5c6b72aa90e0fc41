"""The accounts of the story, one for each role, all with the same published password."""

from datetime import date

from organizations.enums import Role
from organizations.models import Unit, User
from reports.demo import accounts
from reports.demo.accounts import PASSWORD, Account

__all__ = ["ACCOUNTS", "PASSWORD", "SINCE", "Account", "open_accounts"]

SINCE = date(2016, 1, 1)

ACCOUNTS = (
    Account("bithu", "Phạm Thị Hồng Diệp", Role.CELL_SECRETARY, "cell"),
    Account("bithu2", "Đoàn Văn Thắng", Role.CELL_SECRETARY, "other_cell"),
    Account("bithucs", "Trần Thị Mai Lan", Role.CELL_SECRETARY, "single_cell"),
    Account("danguy", "Nguyễn Thị Bích Ngà", Role.COMMITTEE_OFFICE, "committee"),
    Account("canbo", "Nguyễn Minh Khánh", Role.BOARD_OFFICER, "bloc"),
    Account("lanhdao", "Trần Quang Vinh", Role.LEADERSHIP, "bloc"),
    Account("canbotinh", "Lê Thu Hạnh", Role.BOARD_OFFICER, "province"),
    Account("thamdinh", "Hoàng Thanh Phương", Role.APPRAISER, "bloc"),
    Account("nhapthay", "Vũ Thị Ngọc Dung", Role.ENTRY_CLERK, "office"),
    Account("vanphong", "Bùi Đức Nghĩa", Role.COMMITTEE_OFFICE, "bloc"),
    Account("phutrach", "Vũ Mạnh Hùng", Role.MEMBER_IN_CHARGE, "charge"),
    Account("doan", "Đặng Quang Huy", Role.MASS_OFFICER, "youth_union"),
    Account("trungtam", "Ngô Hồng Liên", Role.TRAINING_CLERK, "bloc"),
    Account("kiemtra", "Đinh Hữu Thắng", Role.AUDITOR, "bloc"),
    Account("quantri", "Lương Anh Tuấn", Role.ADMINISTRATOR, "bloc"),
)


def open_accounts(places: dict[str, Unit]) -> dict[str, User]:
    """Create the accounts with their posts; return the users by user name."""
    return accounts.open_all(ACCOUNTS, places, SINCE)
