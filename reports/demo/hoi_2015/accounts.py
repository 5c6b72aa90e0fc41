"""The accounts of the story, one for each role."""

from datetime import date

from organizations.enums import Role
from reports.demo.accounts import PASSWORD, Account

__all__ = ["ACCOUNTS", "PASSWORD", "SINCE"]

SINCE = date(2012, 1, 1)

ACCOUNTS = (
    Account("canbo", "Nguyễn Hữu Bình", Role.BOARD_OFFICER, "province"),
    Account("lanhdao", "Trần Minh Quang", Role.LEADERSHIP, "province"),
    Account("bithu", "Lê Thị Thu Hà", Role.CELL_SECRETARY, "cell"),
    Account("hoi", "Đỗ Xuân Mai", Role.MASS_OFFICER, "association"),
    Account("doan", "Phạm Tuấn Kiên", Role.MASS_OFFICER, "youth"),
    Account("trungtam", "Vũ Thanh Huyền", Role.TRAINING_CLERK, "province"),
    Account("nhapthay", "Bùi Thị Ngọc Lan", Role.ENTRY_CLERK, "commune"),
    Account("vanphong", "Đặng Văn Phong", Role.COMMITTEE_OFFICE, "province"),
    Account("thamdinh", "Hoàng Thị Minh Nga", Role.APPRAISER, "province"),
    Account("phutrach", "Ngô Thành Long", Role.MEMBER_IN_CHARGE, "city"),
    Account("kiemtra", "Đinh Thùy Dương", Role.AUDITOR, "province"),
    Account("quantri", "Cao Đức Tài", Role.ADMINISTRATOR, "province"),
)
