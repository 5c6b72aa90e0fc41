"""The accounts of the story."""

from datetime import date

from organizations.enums import Role
from reports.demo.accounts import PASSWORD, Account

__all__ = ["ACCOUNTS", "PASSWORD", "SINCE"]

SINCE = date(2016, 1, 1)

ACCOUNTS = (
    Account("canbo", "Phạm Minh Hải", Role.BOARD_OFFICER, "upper"),
    Account("thamdinh", "Vũ Thị Hồng Vân", Role.APPRAISER, "upper"),
    Account("bithu", "Trần Đức Lâm", Role.CELL_SECRETARY, "cell"),
    Account("canbotinh", "Nguyễn Thị Thanh Bình", Role.BOARD_OFFICER, "province"),
)
