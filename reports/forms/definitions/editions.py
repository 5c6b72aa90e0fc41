"""The documents that set the forms, with their days and how well the wording is known."""

from datetime import date
from itertools import pairwise

from reports.forms.parts import Edition, Sure

_GUIDANCE = (
    ("12-HD/BTCTW (2012)", date(2012, 5, 17)),
    ("09-HD/BTCTW (2017)", date(2017, 6, 5)),
    ("12-HD/BTCTW (2022)", date(2022, 1, 18)),
)
# A later guide (38-HD/BTCTW) is named by public pages without its day: until somebody enters it, that of 2022 is shown.
SUCCESSOR = "Có trang nêu mẫu theo Hướng dẫn 38-HD/BTCTW; ngày hiệu lực chưa tìm được."


def knd(sure: Sure = Sure.CIRCULATED, source: str = "") -> tuple[Edition, ...]:
    """The editions of an official KNĐ form, each until the next one."""
    ends = [day for _, (_, day) in pairwise(_GUIDANCE)] + [None]
    said = " ".join(part for part in (source, SUCCESSOR) if part)
    return tuple(Edition(name, since, until, sure, said) for (name, since), until in zip(_GUIDANCE, ends, strict=True))


COMPOSED = (
    Edition(
        "thể thức văn bản của Đảng",
        date(2012, 5, 17),
        None,
        Sure.COMPOSED,
        "Tên giấy theo danh mục của Công văn 1361-CV/BTCTW (30/6/2026); lời văn của mẫu chưa tìm được.",
    ),
)
