"""The associations and the socio-political organisations of the story, with what they declared and what their offices have."""

from dataclasses import dataclass

from organizations.enums import AssociationKind, IdleReason, OfficeBody, OfficeCell
from reports.demo.hoi_2015 import bodies

OWN, SHARED, NONE = OfficeCell
YOUTH, TRADE, WOMEN = OfficeBody.YOUTH_UNION, OfficeBody.TRADE_UNION, OfficeBody.WOMEN
PROFESSIONAL, SOCIAL, BOTH = AssociationKind.PROFESSIONAL, AssociationKind.SOCIAL, AssociationKind.SOCIAL_PROFESSIONAL
CHARITABLE = AssociationKind.CHARITABLE
EVERYWHERE = tuple(area.code for area in bodies.AREAS)


@dataclass(frozen=True)
class Association:
    """A provincial association: its cell by name, the bodies in its office, its figures of 2015, its areas and communes.

    ``figures`` are members, already in the Party, not yet and 18 to 60, staff, official members there; they are its own
    members, those of its branches are declared by the branches. None where it was silent; ``arrangement`` too.
    ``which`` is its kind, empty where nobody said.
    """

    code: str
    name: str
    which: AssociationKind | str
    arrangement: OfficeCell | None
    cell: str = ""
    bodies: tuple[OfficeBody, ...] = ()
    figures: tuple[int, int, int, int, int] | None = None
    members_before: int | None = None
    areas: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()


RED_CROSS, ELDERLY, JOURNALISTS, TEACHERS, GARDENERS, SILENT = "01", "04", "05", "09", "10", "12"
ASSOCIATIONS = (
    Association(RED_CROSS, "Hội Chữ thập đỏ", CHARITABLE, OWN, "Hội Chữ thập đỏ tỉnh", (YOUTH, TRADE, WOMEN),
                (412, 188, 190, 14, 9), 405, EVERYWHERE, ("phường Phú Hài", "xã Tân Hải", "xã Phan Hòa")),
    Association("02", "Hội Luật gia", PROFESSIONAL, SHARED, bodies.SHARED_CELL, (TRADE,),
                (286, 214, 66, 5, 3), 279, ("60.02", "60.03")),
    Association("03", "Hội Khuyến học", SOCIAL, SHARED, "Văn phòng – Sở Giáo dục và Đào tạo", (), (154, 118, 12, 4, 2), 150,
                EVERYWHERE, ("phường Đức Long", "xã Mê Pu")),
    Association(ELDERLY, "Hội Người cao tuổi", SOCIAL, OWN, "Hội Người cao tuổi tỉnh", (), (118, 74, 0, 5, 5), 116,
                EVERYWHERE, ("phường Phú Hài", "xã Hàm Đức")),
    Association(JOURNALISTS, "Hội Nhà báo", PROFESSIONAL, SHARED, bodies.SHARED_CELL, (TRADE,), (198, 121, 75, 6, 4), 191),
    Association("06", "Hội Văn học Nghệ thuật", PROFESSIONAL, OWN, "Hội Văn học Nghệ thuật tỉnh", (TRADE,),
                (327, 102, 168, 11, 7), 318),
    Association("07", "Liên hiệp các Hội Khoa học và Kỹ thuật", BOTH, OWN, "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
                (YOUTH, TRADE), (1846, 905, 901, 9, 6), 1790),
    Association("08", "Hội Đông y", BOTH, NONE, "", (), (143, 39, 71, 6, 3), 140, ("60.02", "60.03", "60.05", "60.06")),
    Association(TEACHERS, "Hội Cựu giáo chức", SOCIAL, NONE, "", (), (212, 139, 4, 3, 1), 207, ("60.02", "60.05", "60.07")),
    Association(GARDENERS, "Hội Làm vườn", BOTH, NONE, "", (), (176, 52, 97, 4, 2), 171, ("60.03", "60.06", "60.07")),
    Association("11", "Hội Nạn nhân chất độc da cam", CHARITABLE, SHARED, "Văn phòng – Sở Lao động – Thương binh và Xã hội", (),
                (88, 51, 12, 5, 2), 85, ("60.02", "60.04", "60.05", "60.07")),
    Association(SILENT, "Hội Sinh vật cảnh", "", None),
)  # fmt: skip
# Provincial associations that nominated nobody in 2015.
NOBODY_NOMINATED = (ELDERLY, JOURNALISTS, TEACHERS, GARDENERS, SILENT)
# Why associations that introduced nobody say that they did not, and what they will do; the others say nothing.
WHY = {
    ELDERLY: (IdleReason.NOBODY_LEFT, "vận động hội viên giới thiệu con, cháu đủ tiêu chuẩn ở nơi công tác, cư trú"),
    JOURNALISTS: (
        IdleReason.NOT_QUALIFIED,
        "phối hợp hai cơ quan báo, đài bồi dưỡng phóng viên trẻ, giới thiệu trong quý II",
    ),
    GARDENERS: (IdleReason.NO_PLAN, "lập danh sách hội viên tiêu biểu ở các mô hình vườn, giới thiệu ít nhất 1 người"),
    RED_CROSS: (
        IdleReason.NO_WISH,
        "phân công đảng viên trong ban chấp hành gặp gỡ, giúp đỡ tình nguyện viên tích cực",
    ),
    "03": (IdleReason.PART_TIME, "kiện toàn cán bộ phụ trách, giới thiệu qua chi bộ nhà trường"),
    "08": (IdleReason.NO_CELL, "đề nghị cấp ủy xác định chi bộ tiếp nhận giới thiệu của hội"),
}
# Associations of pensioners: nobody who may still be admitted belongs to them.
PENSIONERS = (ELDERLY, TEACHERS)


@dataclass(frozen=True)
class SocioPolitical:
    """A socio-political organisation: its name and that of its branches, the branch in the bloc where it has one.

    ``size`` is about how many members a branch has, ``inside`` the share of them in the Party.
    """

    key: str
    code: str
    name: str
    branch: str
    in_bloc: str
    size: int
    inside: float


SOCIO_POLITICAL = (
    SocioPolitical("youth", "1", "Đoàn TNCS Hồ Chí Minh tỉnh", "Đoàn TNCS Hồ Chí Minh {}", "Đoàn Khối các cơ quan tỉnh",
                   620, 0.05),
    SocioPolitical("labour", "2", "Liên đoàn Lao động tỉnh", "Liên đoàn Lao động {}", "Công đoàn Viên chức tỉnh", 540, 0.24),
    SocioPolitical("women", "3", "Hội Liên hiệp Phụ nữ tỉnh", "Hội Liên hiệp Phụ nữ {}", "", 1750, 0.04),
    SocioPolitical("farmers", "4", "Hội Nông dân tỉnh", "Hội Nông dân {}", "", 1420, 0.05),
    SocioPolitical("veterans", "5", "Hội Cựu chiến binh tỉnh", "Hội Cựu chiến binh {}", "", 290, 0.52),
)  # fmt: skip
