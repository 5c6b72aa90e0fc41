"""Fictitious Vietnamese names, drawn with a given random source."""

from random import Random

from candidates.enums import Sex

_FAMILY = {
    "Nguyễn": 30, "Trần": 12, "Lê": 10, "Phạm": 9, "Vũ": 7, "Hoàng": 6, "Đặng": 4, "Bùi": 4, "Đỗ": 4, "Ngô": 3,
    "Dương": 2, "Đinh": 2, "Lương": 2, "Đoàn": 2, "Tô": 1, "Mai": 1, "Cao": 1, "Hà": 1, "Chu": 1, "Phùng": 1,
}  # fmt: skip
_MIDDLE = {
    Sex.MALE: ["Văn", "Đức", "Minh", "Quang", "Hữu", "Anh", "Xuân", "Thành", "Tuấn", "Ngọc", "Mạnh", "Trung", "Việt"],
    Sex.FEMALE: [
        "Thị",
        "Thị Thu",
        "Thị Ngọc",
        "Thị Minh",
        "Thanh",
        "Thu",
        "Ngọc",
        "Hồng",
        "Thùy",
        "Thị Hồng",
        "Phương",
    ],
}
_GIVEN = {
    Sex.MALE: [
        "An", "Bình", "Cường", "Dũng", "Đạt", "Đông", "Giang", "Hải", "Hiếu", "Hoàng", "Hùng", "Huy", "Khánh", "Kiên",
        "Lâm", "Long", "Nam", "Nghĩa", "Phong", "Phúc", "Quân", "Quyết", "Sơn", "Tài", "Thái", "Thắng", "Tiến", "Toàn",
        "Trường", "Tùng", "Việt", "Vinh",
    ],
    Sex.FEMALE: [
        "Anh", "Ánh", "Bích", "Chi", "Diệp", "Dung", "Duyên", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Huệ",
        "Hương", "Huyền", "Lan", "Liên", "Linh", "Loan", "Ly", "Mai", "Nga", "Ngân", "Nhung", "Oanh", "Phương", "Quyên",
        "Thảo", "Thủy", "Trang", "Uyên", "Vân", "Yến",
    ],
}  # fmt: skip


def draw(random: Random, sex: Sex) -> str:
    """Return a name: family, middle, given."""
    family = random.choices(list(_FAMILY), list(_FAMILY.values()))[0]
    return f"{family} {random.choice(_MIDDLE[sex])} {random.choice(_GIVEN[sex])}"
