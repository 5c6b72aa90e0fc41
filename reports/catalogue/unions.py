"""The summary of all socio-political organisations that a committee follows: what they declared, introduced, and admitted."""

from collections.abc import Iterator

from candidates.enums import Group
from reports.catalogue.words import ADMITTED, BY_BOARD, UNION_MEMBERS
from reports.comparing import Compared, Shares
from reports.document import Paragraph
from reports.layout import Body, Content, Definition, Facts, Family, Head, Section
from reports.paper_words import counted_words
from reports.parts import Count, Share, UnitTable
from reports.progress import unions

NON_STATE, WORKERS = ADMITTED.of(Group.NON_STATE), ADMITTED.of(Group.WORKERS)


def _unions(found: Facts) -> Iterator[Content]:
    made = list(unions.part(found.asked.version, found.asked.on, counted_words(found.asked)))
    yield from made or (Paragraph("Đơn vị chưa ghi tổ chức chính trị – xã hội nào do mình theo dõi."),)


DEFINITION = Definition(
    code="doan-the-tong-hop",
    name="Báo cáo tổng hợp các tổ chức chính trị – xã hội",
    answers="Đoàn viên, hội viên, giới thiệu, kết nạp của mọi tổ chức chính trị – xã hội do cấp ủy theo dõi.",
    head=Head(
        "công tác phát triển đảng viên trong đoàn viên, hội viên các tổ chức chính trị – xã hội {period}",
        body=Body.BOARD,
    ),
    opening=(
        Compared("Từ ngày {from} đến ngày {to}, {unit} kết nạp {now} đảng viên", ADMITTED),
        Shares(
            "Trong {whole} đảng viên mới có",
            ADMITTED,
            (
                ("đoàn viên Đoàn TNCS Hồ Chí Minh", UNION_MEMBERS),
                ("công nhân, lao động trực tiếp", WORKERS),
                ("người làm việc trong doanh nghiệp ngoài khu vực Nhà nước", NON_STATE),
            ),
        ),
    ),
    sections=(
        Section("Kết quả của từng tổ chức", (_unions,)),
        Section(
            "Kết nạp trong đoàn viên, công nhân của từng đơn vị",
            (
                UnitTable(
                    "Kết nạp trong đoàn viên, công nhân, doanh nghiệp ngoài khu vực Nhà nước",
                    (
                        Count("all", "Kết nạp", ADMITTED),
                        Count("union", "Đoàn viên", UNION_MEMBERS, group="Trong đó"),
                        Share("percent", "% đoàn viên", "union", "all", group="Trong đó"),
                        Count("workers", "Công nhân", WORKERS, group="Trong đó"),
                        Count("non_state", "DN ngoài Nhà nước", NON_STATE, group="Trong đó"),
                    ),
                    wide=False,
                ),
            ),
        ),
    ),
    signed=BY_BOARD,
    family=Family.ORGANISATIONS,
)
