"""The invented province: eight district committees, 124 grassroots organisations, the cells under them."""

from dataclasses import dataclass

PROVINCE = ("77", "Đảng bộ tỉnh Sơn Khê", "Tỉnh ủy Sơn Khê", "TU", "Sơn Khê")


@dataclass(frozen=True)
class District:
    """A district of the story: its committee, how many communes it has, how many people go away from there each year."""

    name: str
    kind: str
    communes: int
    leaving: float
    classes: tuple[int, ...]
    seats: int


# The months of the awareness classes of the year; industrial districts lose more people, mountain districts hold fewer classes.
DISTRICTS = (
    District("Khê Thành", "thành phố", 19, 0.07, (3, 6, 9, 11), 55),
    District("Lục Khê", "thị xã", 14, 0.09, (4, 7, 10), 55),
    District("An Lương", "huyện", 17, 0.06, (3, 7, 10), 60),
    District("Bình Khê", "huyện", 16, 0.05, (4, 6, 10), 55),
    District("Hòa Lộc", "huyện", 16, 0.05, (3, 8), 75),
    District("Thượng Lĩnh", "huyện", 15, 0.04, (4, 9), 70),
    District("Mường Sơn", "huyện", 13, 0.04, (5, 10), 65),
    District("Vân Hải", "huyện", 14, 0.08, (3, 6, 10), 55),
)
_FIRST = (
    "An",
    "Bình",
    "Cẩm",
    "Đại",
    "Đông",
    "Hòa",
    "Hưng",
    "Kim",
    "Liên",
    "Minh",
    "Nam",
    "Phú",
    "Quang",
    "Tân",
    "Thanh",
)
_SECOND = ("Sơn", "Khê", "Lộc", "Phong", "Thịnh", "Xuân", "Hà", "Lâm", "Giang", "Điền")
# Organisations of a district that are no communes; the first of them are single cells.
SINGLE = ("Trung tâm Y tế", "Điện lực")
UNITED = ("Các cơ quan Đảng, đoàn thể", "Trường Trung học phổ thông")
CELLS = ("Thôn 1", "Thôn 2", "Cơ quan")
OFFICE_CELLS = ("Văn phòng", "Chuyên môn")


def names(count: int) -> list[str]:
    """Return so many names of communes, each once."""
    return [f"{first} {second}" for second in _SECOND for first in _FIRST if first != second][:count]
