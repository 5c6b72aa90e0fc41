"""The party organisations of the story: a province, its bloc of agencies, six areas with communes and enterprises."""

from dataclasses import dataclass
from datetime import date

PROVINCE = ("60", "Đảng bộ tỉnh Bình Thuận", "Tỉnh ủy Bình Thuận", "TU", "Phan Thiết")
BLOC = ("60.01", "Đảng bộ Khối các cơ quan tỉnh", "Đảng ủy Khối các cơ quan tỉnh", "ĐUK", "Phan Thiết")

# Agencies of the bloc with the names of their cells.
AGENCIES = (
    ("Sở Giáo dục và Đào tạo", ("Văn phòng", "Nghiệp vụ")),
    ("Sở Lao động – Thương binh và Xã hội", ("Văn phòng", "Bảo trợ xã hội")),
    ("Sở Y tế", ("Văn phòng", "Nghiệp vụ")),
    ("Sở Khoa học và Công nghệ", ("Văn phòng", "Trung tâm Thông tin")),
)
SHARED_CELL = "Hội Nhà báo – Hội Luật gia tỉnh"
# Cells of the bloc that are grassroots organisations themselves.
SINGLE_CELLS = (
    "Hội Chữ thập đỏ tỉnh", "Hội Văn học Nghệ thuật tỉnh", "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
    "Hội Người cao tuổi tỉnh", SHARED_CELL, "Tỉnh Đoàn", "Hội Liên hiệp Phụ nữ tỉnh", "Liên đoàn Lao động tỉnh",
    "Hội Nông dân tỉnh", "Hội Cựu chiến binh tỉnh",
)  # fmt: skip
# Where the demo secretary works: the cell of a standing office.
SECRETARY_CELL = "Hội Chữ thập đỏ tỉnh"
# The cell of each area's agency in which standing offices of its associations meet.
HOST_CELL = "Khối Mặt trận – Đoàn thể"
DISTRICT_CELLS = ("Khối Đảng", HOST_CELL, "Phòng Giáo dục và Đào tạo")


@dataclass(frozen=True)
class Company:
    """An enterprise outside the State sector with a cell; ``founded`` where the cell is new."""

    name: str
    founded: date | None = None


@dataclass(frozen=True)
class Area:
    """A district, town or city: its committee, its communes with the word for their parts, its enterprises."""

    code: str
    name: str
    committee: str
    sign: str
    place: str
    communes: tuple[str, ...]
    companies: tuple[Company, ...]


AREAS = (
    Area(
        "60.02", "thành phố Phan Thiết", "Thành ủy Phan Thiết", "TU", "Phan Thiết", ("phường Phú Hài", "phường Đức Long"),
        (Company("Công ty TNHH May Sóng Biển"), Company("Công ty CP Hải sản Cát Vàng", date(2015, 5, 19))),
    ),
    Area(
        "60.03", "thị xã La Gi", "Thị ủy La Gi", "TU", "La Gi", ("phường Phước Lộc", "xã Tân Hải"),
        (Company("Công ty TNHH Đóng tàu Gió Nam"),),
    ),
    Area(
        "60.04", "huyện Tuy Phong", "Huyện ủy Tuy Phong", "HU", "Tuy Phong", ("thị trấn Liên Hương", "xã Phước Thể"),
        (Company("Công ty CP Muối Đồi Hồng"), Company("Công ty TNHH Du lịch Bãi Đá Xanh", date(2015, 9, 2))),
    ),
    Area(
        "60.05", "huyện Bắc Bình", "Huyện ủy Bắc Bình", "HU", "Bắc Bình", ("thị trấn Chợ Lầu", "xã Phan Hòa"),
        (Company("Công ty TNHH Nông sản Sông Lũy Xanh"),),
    ),
    Area(
        "60.06", "huyện Hàm Thuận Bắc", "Huyện ủy Hàm Thuận Bắc", "HU", "Hàm Thuận Bắc", ("thị trấn Ma Lâm", "xã Hàm Đức"),
        (Company("Công ty TNHH Thanh long Hồng Phúc"),),
    ),
    Area(
        "60.07", "huyện Đức Linh", "Huyện ủy Đức Linh", "HU", "Đức Linh", ("thị trấn Võ Xu", "xã Mê Pu"),
        (Company("Công ty CP Gỗ Trường Xuân"),),
    ),
)  # fmt: skip
# The commune for whose cells the demo entry clerk records.
CLERK_COMMUNE = "phường Phú Hài"
