"""The notice of the bureau's conclusion on nominating members of socio-political organisations.

The copy at hand has neither number nor day of issue; 21-10-2014 is the day of the meeting.
"""

from collections.abc import Mapping
from datetime import date

from directives.enums import Bound, ObligationKind
from directives.models import Directive
from organizations.enums import DocumentKind
from organizations.models import Clause, Document, Unit

from .writing import address, oblige, write_clauses

ISSUER = "Thường trực Tỉnh ủy"
MEETING_ON = date(2014, 10, 21)
NOTE = (
    "Bản giao không có phần đầu văn bản nên không rõ số, nơi và ngày ban hành; ngày 21/10/2014 là ngày họp. Văn bản yêu cầu "
    "mỗi đoàn thể tự đặt chỉ tiêu, không đặt con số nào."
)
# Who works out the guidance of point 2.5 together with the board: keys of ``organisations``.
WITH_THE_BOARD = ("farmers", "women", "veterans")

_CLAUSES = (
    (
        "Phần mở đầu",
        "Đồng chí Phó Bí thư Tỉnh ủy chủ trì họp ngày 21/10/2014 về nâng chất lượng bồi dưỡng đoàn viên, hội viên, quần chúng "
        "ưu tú giới thiệu cho Đảng, có Mặt trận Tổ quốc, các đoàn thể và một số hội, đoàn thể cơ sở dự.",
    ),
    (
        "Điểm 1",
        "Đánh giá: các đoàn thể đã đề ra chỉ tiêu giới thiệu theo từng năm, từng nhiệm kỳ và có kết quả; nhưng số đoàn viên, "
        "hội viên được kết nạp còn thấp so với tổng số đoàn viên, hội viên.",
    ),
    (
        "Điểm 2.1",
        "Đẩy mạnh giáo dục lý tưởng, nâng nhận thức chính trị; cán bộ đoàn thể nêu gương, gần đoàn viên, hội viên.",
    ),
    (
        "Điểm 2.2",
        "Mỗi đoàn thể chính trị – xã hội xây dựng kế hoạch, đặt mục tiêu, chỉ tiêu, nhiệm vụ cụ thể về bồi dưỡng, giới thiệu "
        "đoàn viên, hội viên cho Đảng; coi trọng chất lượng, chú ý số lượng, không chạy theo thành tích.",
    ),
    (
        "Điểm 2.3",
        "Chú trọng đoàn thể trong doanh nghiệp ngoài khu vực Nhà nước, bồi dưỡng, giới thiệu người ưu tú ở đó, để thành lập "
        "được nhiều tổ chức đảng trong doanh nghiệp ngoài khu vực Nhà nước.",
    ),
    (
        "Điểm 2.4",
        "Chi bộ giao đảng viên đang sinh hoạt đoàn thể giúp đỡ, bồi dưỡng đoàn viên, hội viên. Các đoàn thể phối hợp với Ban "
        "Tổ chức Tỉnh ủy mở hội nghị tập huấn chuyên đề về phát triển Đảng trong tổ chức mình.",
    ),
    (
        "Điểm 2.5",
        "Ban Tổ chức Tỉnh ủy chủ trì, cùng Hội Nông dân, Hội Liên hiệp Phụ nữ, Hội Cựu chiến binh tỉnh xây dựng hướng dẫn bồi "
        "dưỡng, giới thiệu hội viên ưu tú; đề xuất điều chỉnh nội dung kết nạp cho sát từng vùng, loại hình, đối tượng.",
    ),
    (
        "Phần kết",
        "Các ban của Tỉnh ủy, Mặt trận Tổ quốc, các đoàn thể, các huyện, thị, thành ủy, đảng ủy trực thuộc lập kế hoạch thực "
        "hiện; định kỳ hằng năm báo cáo Thường trực Tỉnh ủy; không nêu ngày báo cáo.",
    ),
)
# The notice has no line "Kính gửi"; its last paragraph names two of those who get it as the ones who carry it out.
_TO_ACT = (
    "Các ban của Tỉnh ủy, Mặt trận Tổ quốc Việt Nam và các đoàn thể chính trị - xã hội tỉnh",
    ("Các huyện, thị, thành ủy, đảng ủy trực thuộc", Bound.UPPER),
)
_TO_KNOW = (
    "Đảng đoàn Hội đồng nhân dân tỉnh",
    "Ban Cán sự Đảng Ủy ban nhân dân tỉnh",
    "Các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy",
    "Lưu Văn phòng Tỉnh ủy",
)


def record_conclusion_2014(province: Unit, organisations: Mapping[str, Unit]) -> Directive:
    """Record the notice for a province; ``organisations`` may name those of WITH_THE_BOARD, who share the guidance."""
    notice = _notice()
    directive = Directive.objects.create(
        document=notice, issuing_unit=province, kept_by=province, meeting_on=MEETING_ON, signed_as="CHÁNH VĂN PHÒNG"
    )
    *_, targets, _, seminars, guidance, reports = write_clauses(notice, _CLAUSES)
    address(directive, _TO_ACT, _TO_KNOW)
    _of_the_organisations(directive, province, targets, seminars, reports)
    _of_the_board(directive, province, guidance, reports)
    words = "Phối hợp với Ban Tổ chức xây dựng hướng dẫn bồi dưỡng, rèn luyện, giới thiệu hội viên ưu tú"
    for name in WITH_THE_BOARD:
        if name in organisations:
            oblige(directive, guidance, ObligationKind.OTHER, words, organisations[name], Bound.ITSELF)
    return directive


def _notice() -> Document:
    return Document.objects.create(
        kind=DocumentKind.NOTICE,
        issuer=ISSUER,
        subject="Kết luận của Thường trực Tỉnh ủy về các giải pháp nâng cao chất lượng và hiệu quả công tác bồi dưỡng đoàn viên, "
        "hội viên, quần chúng ưu tú giới thiệu cho Đảng xem xét, kết nạp",
        note=NOTE,
    )


def _of_the_organisations(
    directive: Directive, province: Unit, targets: Clause, seminars: Clause, reports: Clause
) -> None:
    every = (province, Bound.SOCIO_POLITICAL)
    words = "Đặt chỉ tiêu, kế hoạch bồi dưỡng, giới thiệu đoàn viên, hội viên cho Đảng theo từng năm, từng nhiệm kỳ"
    oblige(directive, targets, ObligationKind.TARGETS, words, *every)
    words = "Phối hợp với Ban Tổ chức mở hội nghị tập huấn chuyên đề về phát triển Đảng trong tổ chức mình"
    oblige(directive, seminars, ObligationKind.OTHER, words, *every)
    words = "Báo cáo Thường trực Tỉnh ủy kết quả thực hiện kết luận"
    oblige(directive, reports, ObligationKind.REPORT, words, *every, yearly=True)


def _of_the_board(directive: Directive, province: Unit, guidance: Clause, reports: Clause) -> None:
    itself = (province, Bound.ITSELF)
    words = "Ban Tổ chức chủ trì xây dựng hướng dẫn bồi dưỡng, rèn luyện, giới thiệu hội viên ưu tú"
    oblige(directive, guidance, ObligationKind.OTHER, words, *itself)
    words = "Các ban của Tỉnh ủy báo cáo Thường trực Tỉnh ủy kết quả thực hiện kết luận"
    oblige(directive, reports, ObligationKind.REPORT, words, *itself, yearly=True)
