"""What the texts at hand say of the papers of a dossier, as a table: form code, name, issuer, step, by edition of the texts.

Names and codes: domain.md §2.4; numbers of the catalogue: §2.5. The last columns say how sure each edition is, empty where the
text does not have the paper. That a step needs a paper is our reading of the order of the procedure (domain.md §2.1).
"""

from dataclasses import dataclass
from datetime import date

from candidates.enums import Confidence, PaperCondition, PaperKind, Stage
from organizations.enums import DocumentKind

_BOARD = "Ban Tổ chức Trung ương"


@dataclass(frozen=True)
class KnownEdition:
    """One edition of the forms or of the catalogue: its document, first day, last day (exclusive).

    ``has_numbers`` says that it numbers the papers of a dossier.
    """

    code: str
    kind: DocumentKind
    number: str
    start: date
    stop: date | None
    subject: str
    issuer: str = _BOARD
    has_numbers: bool = False


_MEMBERSHIP = "Một số vấn đề cụ thể về nghiệp vụ công tác đảng viên"
EDITIONS = (
    KnownEdition("HD12-2012", DocumentKind.GUIDANCE, "12-HD/BTCTW", date(2012, 5, 17), date(2017, 6, 5), _MEMBERSHIP),
    KnownEdition("HD09-2017", DocumentKind.GUIDANCE, "09-HD/BTCTW", date(2017, 6, 5), date(2022, 1, 18), _MEMBERSHIP),
    KnownEdition("HD12-2022", DocumentKind.GUIDANCE, "12-HD/BTCTW", date(2022, 1, 18), date(2026, 6, 30), _MEMBERSHIP),
    KnownEdition(
        "CV1361-2026",
        DocumentKind.LETTER,
        "1361-CV/BTCTW",
        date(2026, 6, 30),
        None,
        "Số hóa hồ sơ đảng viên",
        has_numbers=True,
    ),
)


@dataclass(frozen=True)
class KnownPaper:
    """One kind of paper; ``sure`` is one confidence for each of EDITIONS, ``-`` where the edition does not have it."""

    kind: PaperKind
    code: str
    number: str
    name: str
    issued_by: str
    sure: str
    needed_for: Stage | str = ""
    condition: PaperCondition = PaperCondition.AS_IT_HAPPENS
    copies: int = 1
    stands_for: PaperKind | str = ""

    def confidences(self) -> list[Confidence | None]:
        """How sure each edition is; None where it does not have the paper."""
        return [None if word == "-" else Confidence(word) for word in self.sure.split()]


_K, _S, _C = PaperKind, Stage, PaperCondition
_SELF, _CELL, _SECTION, _COMMITTEE = "Người vào Đảng tự viết", "Chi bộ", "Đảng ủy bộ phận", "Đảng ủy cơ sở"
_DECIDER, _SUPERIOR = "Cấp ủy có thẩm quyền", "Cấp ủy cấp trên"
_OPINIONS_OF = (
    "Tổng hợp ý kiến nhận xét của tổ chức chính trị – xã hội nơi {} sinh hoạt và chi ủy nơi cư trú đối với {}"
)

PAPERS: tuple[KnownPaper, ...] = (
    KnownPaper(_K.CERTIFICATE, "CN-NTVĐ", "38", "Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng",
               "Trung tâm chính trị hoặc cấp ủy có thẩm quyền", "INF INF S S-", _S.PROPOSED, _C.ALWAYS),
    KnownPaper(_K.APPLICATION, "1-KNĐ", "37", "Đơn xin vào Đảng", _SELF, "P INF INF S-", _S.PROPOSED, _C.ALWAYS),
    KnownPaper(_K.BIOGRAPHY, "2-KNĐ", "01", "Lý lịch của người xin vào Đảng", _SELF, "INF INF S S-", _S.PROPOSED, _C.ALWAYS),
    KnownPaper(_K.INTRODUCTION, "3-KNĐ", "39", "Giấy giới thiệu người vào Đảng", "Đảng viên chính thức giới thiệu",
               "INF INF P S-", _S.PROPOSED, _C.ALWAYS, copies=2),
    KnownPaper(_K.YOUTH_RESOLUTION, "4-KNĐ", "40", "Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng",
               "Ban Chấp hành Đoàn cơ sở", "INF INF S S-", _S.PROPOSED, _C.YOUTH_UNION, stands_for=_K.INTRODUCTION),
    KnownPaper(_K.UNION_RESOLUTION, "4A-KNĐ", "41", "Nghị quyết giới thiệu đoàn viên công đoàn vào Đảng",
               "Ban Chấp hành Công đoàn cơ sở", "INF INF S S-", _S.PROPOSED, _C.TRADE_UNION, stands_for=_K.INTRODUCTION),
    KnownPaper(_K.OPINION_WORKPLACE, "", "", "Ý kiến nhận xét của tổ chức chính trị – xã hội nơi người vào Đảng sinh hoạt",
               "Tổ chức chính trị – xã hội nơi sinh hoạt", "INF INF P INF", _S.PROPOSED, _C.ALWAYS),
    KnownPaper(_K.OPINION_RESIDENCE, "", "", "Ý kiến nhận xét của chi ủy nơi người vào Đảng cư trú",
               "Chi ủy (chi bộ) nơi cư trú", "INF INF P INF", _S.PROPOSED, _C.ALWAYS),
    KnownPaper(_K.OPINIONS_SUMMARY, "5-KNĐ", "42", _OPINIONS_OF.format("người vào Đảng", "người vào Đảng"),
               "Chi ủy", "INF INF S S-", _S.PROPOSED, _C.ALWAYS),
    KnownPaper(_K.CELL_RESOLUTION, "6-KNĐ", "43", "Nghị quyết đề nghị kết nạp đảng viên của chi bộ", _CELL,
               "INF INF P S-", _S.ENDORSED, _C.ALWAYS),
    KnownPaper(_K.SECTION_REPORT, "7-KNĐ", "44",
               "Báo cáo của đảng ủy bộ phận về việc thẩm định nghị quyết đề nghị kết nạp đảng viên của chi bộ", _SECTION,
               "INF INF S S-", _S.ENDORSED, _C.SECTION),
    KnownPaper(_K.COMMITTEE_RESOLUTION, "8-KNĐ", "45", "Nghị quyết đề nghị kết nạp đảng viên của đảng ủy cơ sở", _COMMITTEE,
               "INF INF S S-", _S.SUBMITTED, _C.COMMITTEE),
    KnownPaper(_K.ADMISSION, "9-KNĐ", "05", "Quyết định kết nạp đảng viên", _DECIDER, "INF S INF S-", _S.ADMITTED, _C.ALWAYS),
    KnownPaper(_K.NEW_MEMBER_CERTIFICATE, "", "46", "Giấy chứng nhận lớp bồi dưỡng đảng viên mới",
               "Trung tâm chính trị hoặc cấp ủy có thẩm quyền", "INF INF INF S-", _S.REVIEWED, _C.ALWAYS),
    KnownPaper(_K.SELF_REVIEW, "10-KNĐ", "47", "Bản tự kiểm điểm của đảng viên dự bị", "Đảng viên dự bị tự viết",
               "INF INF S S-", _S.REVIEWED, _C.ALWAYS),
    KnownPaper(_K.HELPER_REMARKS, "11-KNĐ", "48",
               "Bản nhận xét đảng viên dự bị của đảng viên chính thức được phân công giúp đỡ", "Đảng viên giúp đỡ",
               "INF INF S S-", _S.REVIEWED, _C.ALWAYS),
    KnownPaper(_K.PROBATION_SUMMARY, "12-KNĐ", "49", _OPINIONS_OF.format("đảng viên dự bị", "đảng viên dự bị"),
               "Chi ủy", "INF INF S S-", _S.REVIEWED, _C.ALWAYS),
    KnownPaper(_K.CELL_RECOGNITION, "13-KNĐ", "50", "Nghị quyết đề nghị công nhận đảng viên chính thức của chi bộ", _CELL,
               "INF INF S S-", _S.OFFICIAL, _C.ALWAYS),
    KnownPaper(_K.SECTION_RECOGNITION, "14-KNĐ", "51",
               "Báo cáo của đảng ủy bộ phận thẩm định nghị quyết đề nghị công nhận đảng viên chính thức", _SECTION,
               "INF INF INF S-", _S.OFFICIAL, _C.SECTION),
    KnownPaper(_K.COMMITTEE_RECOGNITION, "15-KNĐ", "52",
               "Nghị quyết đề nghị công nhận đảng viên chính thức của đảng ủy cơ sở", _COMMITTEE,
               "INF INF S S-", _S.OFFICIAL, _C.COMMITTEE),
    KnownPaper(_K.RECOGNITION, "16-KNĐ", "07", "Quyết định công nhận đảng viên chính thức", _DECIDER, "INF INF S- S-"),
    KnownPaper(_K.STRIKING_OFF, "", "08", "Quyết định xóa tên đảng viên dự bị", _DECIDER, "- - - S-"),
    KnownPaper(_K.REMEDY_ADMISSION, "", "09", "Quyết định công nhận sau khắc phục (kết nạp)", _DECIDER, "- - - S-"),
    KnownPaper(_K.REMEDY_RECOGNITION, "", "10", "Quyết định công nhận sau khắc phục (chính thức)", _DECIDER, "- - - S-"),
    KnownPaper(_K.ANNULMENT, "", "11", "Quyết định hủy quyết định kết nạp", _DECIDER, "- - - S-"),
    KnownPaper(_K.ANNULMENT_RECOGNITION, "", "13", "Quyết định hủy quyết định công nhận chính thức", _DECIDER, "- - - S-"),
    KnownPaper(_K.HELPED, "", "53", "Giấy chứng nhận người vào Đảng đang trong thời gian được giúp đỡ", _COMMITTEE, "- - - S-"),
    KnownPaper(_K.LETTER_CELL, "", "92", "Công văn giới thiệu người đã được chi bộ đề nghị kết nạp", _COMMITTEE, "- - - S-"),
    KnownPaper(_K.LETTER_COMMITTEE, "", "93", "Công văn giới thiệu người đã được cấp ủy đề nghị kết nạp", _COMMITTEE, "- - - S-"),
    KnownPaper(_K.LETTER_DECIDED, "", "94", "Công văn giới thiệu người đã có quyết định kết nạp", _COMMITTEE, "- - - S-"),
    KnownPaper(_K.LETTER_OUT, "", "95", "Công văn giới thiệu chuyển ra ngoài đảng bộ cấp xã", _COMMITTEE, "- - - S-"),
    KnownPaper(_K.VISIT_LETTER, "", "96", "Giấy giới thiệu cử đảng viên đi thẩm tra", _COMMITTEE, "- - - S-"),
    KnownPaper(_K.CHECK_LETTER, "", "97", "Công văn đề nghị thẩm tra lý lịch", _COMMITTEE, "- - - S-"),
    KnownPaper(_K.REDO_ORDER, "", "98", "Công văn chỉ đạo làm lại thủ tục kết nạp", _SUPERIOR, "- - - S-"),
    KnownPaper(_K.REDO_RECOGNITION, "", "99", "Công văn chỉ đạo làm lại thủ tục công nhận chính thức", _SUPERIOR, "- - - S-"),
)  # fmt: skip
