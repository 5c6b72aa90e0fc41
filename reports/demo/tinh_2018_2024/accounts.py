"""The accounts of the story, all with the same published password."""

from datetime import date

from organizations.enums import Role
from organizations.models import Unit, User
from reports.demo import accounts
from reports.demo.accounts import PASSWORD, Account

__all__ = ["ACCOUNTS", "PASSWORD", "SINCE", "Account", "open_accounts"]

SINCE = date(2016, 9, 1)

ACCOUNTS = (
    Account("lanhdao", "Đinh Quang Thái", Role.LEADERSHIP, "province"),
    Account("canbotinh", "Tô Thị Minh Hằng", Role.BOARD_OFFICER, "province"),
    Account("vanphong", "Cao Đức Long", Role.COMMITTEE_OFFICE, "province"),
    Account("lanhdaohuyen", "Bùi Xuân Toàn", Role.LEADERSHIP, "district"),
    Account("canbo", "Mai Thị Thu Oanh", Role.BOARD_OFFICER, "district"),
    Account("thamdinh", "Hà Minh Đông", Role.APPRAISER, "district"),
    Account("trungtam", "Chu Thị Hồng Liên", Role.TRAINING_CLERK, "district"),
    Account("danguy", "Phùng Văn Hiếu", Role.COMMITTEE_OFFICE, "commune"),
    Account("phutrach", "Đoàn Hữu Nghĩa", Role.MEMBER_IN_CHARGE, "commune"),
    Account("bithu", "Lương Thị Duyên", Role.CELL_SECRETARY, "cell"),
    Account("bithu2", "Đỗ Mạnh Kiên", Role.CELL_SECRETARY, "other_cell"),
    Account("nhapthay", "Dương Thị Ngọc Ánh", Role.ENTRY_CLERK, "commune"),
    Account("kiemtra", "Ngô Trung Thắng", Role.AUDITOR, "province"),
    Account("quantri", "Đặng Anh Tùng", Role.ADMINISTRATOR, "province"),
)


def open_accounts(places: dict[str, Unit]) -> dict[str, User]:
    """Create the accounts with their posts; return the users by user name."""
    return accounts.open_all(ACCOUNTS, places, SINCE)
