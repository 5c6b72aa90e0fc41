"""A sample progress report (259-CV/ĐUK) in code: a long table, a wide one, missing figures, fictitious names."""

from datetime import date
from decimal import Decimal

from reports.document import (
    Annexe,
    Column,
    Figure,
    Letterhead,
    Name,
    Paragraph,
    Report,
    Row,
    RowKind,
    Section,
    Shape,
    Signature,
    Table,
)

FIRST_MEMBERS = 71
NO_BASE = "chưa có số liệu cùng kỳ"
HELD = "/ho-so/?vao_buoc=admitted"
KINDS = ("Chi bộ Sở", "Đảng bộ Sở", "Chi bộ Ban", "Đảng bộ Trường", "Chi bộ Báo")
SUBJECTS = (
    "Nông nghiệp và Phát triển nông thôn",
    "Giáo dục và Đào tạo",
    "Kế hoạch và Đầu tư",
    "Văn hóa và Thể thao",
    "Tài nguyên và Môi trường",
    "Lao động – Thương binh và Xã hội",
    "Quản lý Khu kinh tế",
)
FAMILY, MIDDLE = ("Nguyễn", "Trần", "Phạm", "Đặng", "Vũ"), ("Thị", "Văn", "Đức", "Hữu", "Ngọc")
GIVEN = ("Hạnh", "Dũng", "Quỳnh", "Thủy", "Khuê", "Hiếu", "Sửu", "Mẫn", "Ưng")


def unit(order: int) -> str:
    """The name of the sample's unit ``order`` (from 0)."""
    return f"{KINDS[order % len(KINDS)]} {SUBJECTS[order % len(SUBJECTS)]}"


def long_table(rows: int = 70) -> Table:
    """A narrow table with a shared head, three groups with subtotals and a total."""
    columns = (
        Column("members", "Đảng viên đầu năm"),
        Column("quota", "Chỉ tiêu", group="Kết nạp"),
        Column("held", "Đã kết nạp", group="Kết nạp"),
        Column("share", "Tỷ lệ so với chỉ tiêu", Shape.PERCENT, group="Kết nạp"),
        Column("change", "So với cùng kỳ", Shape.PERCENT),
    )
    body = []
    for order, (name, members) in enumerate(members_by_unit(rows)):
        if order % 24 == 0:
            body.append(_row(f"Đồng chí Ủy viên phụ trách khối {order // 24 + 1}", 1669, 50, 15, RowKind.GROUP))
        body.append(_row(name, members, 3, order % 3))
    body.append(_row("Tổng số", 5036, 152, 45, RowKind.TOTAL))
    return Table(
        1, "Kết quả kết nạp đảng viên theo đơn vị", "Đơn vị", columns, tuple(body), "Tính theo ngày lễ kết nạp."
    )


def members_by_unit(rows: int = 70) -> list[tuple[str, int]]:
    """Units of the long table with their members, in its order."""
    return [(unit(order), FIRST_MEMBERS + order) for order in range(rows)]


def wide_table(rows: int = 45) -> Table:
    """Twelve columns of numbers: paper turns the page."""
    heads = (
        ("Đảng viên 01-01", ""), ("Chỉ tiêu", ""), ("Đã tổ chức lễ", "Kết nạp"),
        ("Có quyết định, chưa tổ chức lễ", "Kết nạp"), ("Tỷ lệ", "Kết nạp"), ("Cùng kỳ", "So với năm trước"),
        ("Tỷ lệ", "So với năm trước"), ("Đã trình", "Đang làm thủ tục"), ("Đang thẩm tra", "Đang làm thủ tục"),
        ("Có giấy chứng nhận", "Đang làm thủ tục"), ("Đơn vị dự kiến", ""), ("Còn thiếu", ""),
    )  # fmt: skip
    columns = tuple(
        Column(f"c{place}", label, Shape.PERCENT if label == "Tỷ lệ" else Shape.COUNT, group)
        for place, (label, group) in enumerate(heads)
    )
    figures = tuple(Figure(Decimal("36.3") if c.shape == Shape.PERCENT else 12) for c in columns)
    body = (*tuple(Row(unit(order), figures) for order in range(rows)), Row("Tổng số", figures, RowKind.TOTAL))
    counted = "Tính theo ngày lễ kết nạp, đến ngày 31-5-2021; đơn vị theo tổ chức tại thời điểm báo cáo."
    return Table(2, "Tiến độ kết nạp đảng viên", "Tổ chức cơ sở đảng", columns, body, counted, wide=True)


def causes_table() -> Table:
    """Table 5 of the outline: units with nobody admitted; a reason is text, a missing one says so."""
    columns = (Column("left", "Nguồn còn"), Column("reason", "Nguyên nhân", Shape.TEXT))
    reasons = ("Quần chúng đã hết tuổi kết nạp", "Chưa mở được lớp bồi dưỡng nhận thức về Đảng", None)
    rows = tuple(
        Row(unit(order), (Figure(order, href="/ho-so/"), Figure(reason, words="chưa báo cáo nguyên nhân")))
        for order, reason in enumerate(reasons)
    )
    return Table(5, "Đơn vị chưa kết nạp đảng viên", "Đơn vị", columns, rows, "Tính đến ngày 31-5-2021.")


def annexe(names: int = 45) -> Annexe:
    """Fictitious people with two facts each."""
    people = tuple(
        Name(
            order + 1,
            person(order),
            f"{order % 28 + 1:02d}-{order % 12 + 1:02d}-1996",
            unit(order),
            ("08-3-2021", "26-3-2021"),
        )
        for order in range(names)
    )
    return Annexe("Danh sách đảng viên mới kết nạp", ("Quyết định", "Lễ kết nạp"), people)


def person(order: int) -> str:
    """The name of the sample's person ``order`` (from 0)."""
    return f"{FAMILY[order % 5]} {MIDDLE[order // 5 % 5]} {GIVEN[order % 9]}"


def report(**changes: object) -> Report:
    """The sample report, unsigned and without a number; ``changes`` replace fields of the report."""
    fields = {
        "code": "B",
        "as_at": date(2021, 5, 31),
        "letterhead": letterhead(),
        "opening": (
            Paragraph(
                "Thực hiện Công văn số 259-CV/ĐUK, ngày 21-6-2021 của Đảng ủy Khối các cơ quan tỉnh về tăng cường công tác"
                " bồi dưỡng và kết nạp đảng viên mới, Ban Thường vụ Đảng ủy Khối báo cáo kết quả như sau:"
            ),
        ),
        "sections": sections(),
        "signature": signature(),
        "annexe": annexe(),
        "slip": ("Tỷ lệ 36,3 % trong Công văn số 259-CV/ĐUK: chưa xác nhận.", "Ba đơn vị chưa có số liệu cùng kỳ."),
    } | changes
    return Report(**fields)


def letterhead(**changes: object) -> Letterhead:
    """The sample's letterhead, number and date still blank."""
    fields = {
        "superior": "ĐẢNG BỘ TỈNH QUẢNG NINH",
        "issuer": "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH",
        "sign": "BC/ĐUK",
        "place": "Hạ Long",
        "kind": "BÁO CÁO",
        "subject": "tiến độ kết nạp đảng viên 5 tháng đầu năm 2021",
    } | changes
    return Letterhead(**fields)


def signature() -> Signature:
    """The sample's signature, signed for the standing committee."""
    recipients = ("Thường trực Tỉnh ủy (báo cáo)", "Ban Tổ chức Tỉnh ủy (báo cáo)", "Lưu VP, BTC ĐUK")
    return Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", recipients, "Nguyễn Văn Mẫu")


def sections() -> tuple[Section, ...]:
    """Three sections: results with tables, units without admissions, what to do."""
    result = Paragraph(
        "Đến ngày 31-5-2021, toàn Đảng bộ kết nạp được {held} đảng viên, đạt 30,0 % chỉ tiêu (150 = 3 % × 5.000, làm tròn"
        " lên), bằng {share} so với cùng kỳ ({before}), giảm 79; thời gian trong năm đã qua 41,4 %.",
        {"held": Figure(45, href=HELD), "share": Figure(Decimal("36.29")), "before": Figure(1240)},
    )
    plan = Paragraph(
        "Các cấp ủy cơ sở tiếp tục rà soát quần chúng ưu tú, phân công đảng viên chính thức giúp đỡ và hoàn thiện hồ"
        " sơ; Ban Tổ chức Đảng ủy Khối theo dõi, đôn đốc, hằng tháng báo cáo Ban Thường vụ."
    )
    return (
        Section("Kết quả kết nạp đảng viên", (result,), tables=(long_table(), wide_table())),
        Section("Nguyên nhân, đơn vị chưa kết nạp", tables=(causes_table(),)),
        Section("Giải pháp, phân công thực hiện", (plan, plan)),
    )


def _row(label: str, members: int, quota: int, held: int, kind: RowKind = RowKind.ITEM) -> Row:
    share = Figure(Decimal(100 * held) / quota)
    change = Figure(None, words=NO_BASE) if held == 2 else Figure(Decimal("36.3"))
    return Row(label, (Figure(members), Figure(quota), Figure(held), share, change), kind)
