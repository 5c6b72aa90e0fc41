"""Probationary members: how many there are, whose recognition is due or late, who was recognised and who struck off."""

from candidates.enums import PROBATION, Stage
from candidates.statistics import DueState
from reports.catalogue.words import ANNULLED, BY_BOARD, OFFICIAL, ON_PROBATION, STRUCK_OFF
from reports.comparing import Compared
from reports.layout import Body, Definition, Family, Head, Section, Span
from reports.measured import People, When
from reports.names import HELD, TERM
from reports.parts import Count, Sentence, Share, UnitTable

DUE, LATE, TO_CHECK = (
    People(PROBATION, When.END, due=state) for state in (DueState.SOON, DueState.OVERDUE, DueState.CHECK)
)
REVIEWED = People((Stage.REVIEWED,), When.END)
OFFICIAL_BEFORE = OFFICIAL.a_year_earlier()

COLUMNS = (
    Count("there", "Đang dự bị", ON_PROBATION, meaning="Đảng viên dự bị cuối ngày lập báo cáo."),
    Count("reviewed", "Chi bộ đã đề nghị công nhận", REVIEWED, group="Trong đó"),
    Count("due", "Sắp đến hạn", DUE, group="Trong đó", meaning="Hạn của bước tiếp theo còn không quá 15 ngày."),
    Count("late", "Quá hạn", LATE, group="Trong đó"),
    Count("check", "Cần kiểm tra hạn", TO_CHECK, group="Trong đó", meaning="Đã qua một hạn mà chưa ai xác nhận."),
    Count("official", "Công nhận chính thức", OFFICIAL, group="Trong kỳ"),
    Count("official_before", "Cùng kỳ", OFFICIAL_BEFORE, group="Trong kỳ"),
    Share("percent", "% cùng kỳ", "official", "official_before", group="Trong kỳ"),
    Count("struck", "Xóa tên", STRUCK_OFF, group="Trong kỳ"),
    Count("annulled", "Hủy quyết định kết nạp", ANNULLED, group="Trong kỳ"),
)

DEFINITION = Definition(
    code="du-bi",
    name="Báo cáo đảng viên dự bị",
    answers="Đảng viên dự bị đến hạn, quá hạn công nhận chính thức; công nhận, xóa tên trong kỳ.",
    head=Head("tình hình đảng viên dự bị và công nhận đảng viên chính thức {period}", body=Body.BOARD),
    opening=(
        Sentence(
            "Đến ngày {on}, {unit} có {there} đảng viên dự bị: {due} người sắp đến hạn, {late} người quá hạn, {check} người cần "
            "kiểm tra lại hạn của bước tiếp theo.",
            {"there": ON_PROBATION, "due": DUE, "late": LATE, "check": TO_CHECK},
        ),
        Compared("Từ ngày {from} đến ngày {to}, công nhận chính thức {now} đảng viên", OFFICIAL),
        Sentence(
            "Trong kỳ xóa tên {struck} đảng viên dự bị; người bị xóa tên vẫn tính vào số đã kết nạp của kỳ kết nạp.",
            {"struck": STRUCK_OFF},
            if_any="struck",
            otherwise="Trong kỳ không có đảng viên dự bị nào bị xóa tên.",
        ),
    ),
    sections=(
        Section("Đảng viên dự bị của từng đơn vị", (UnitTable("Đảng viên dự bị của từng đơn vị", COLUMNS),)),
        Section(
            "Đơn vị có đảng viên dự bị quá hạn",
            (
                UnitTable(
                    "Đơn vị có đảng viên dự bị quá hạn hoặc cần kiểm tra hạn",
                    (COLUMNS[0], COLUMNS[3], COLUMNS[4]),
                    wide=False,
                    only=lambda found: bool(found["late"].value or found["check"].value),
                ),
            ),
        ),
    ),
    signed=BY_BOARD,
    names=lambda found: ON_PROBATION.cell(found.asked),
    names_title="Danh sách đảng viên dự bị đến ngày {on}",
    names_facts=(HELD, *TERM[1:]),
    span=Span.ANY,
    family=Family.REGULAR,
)
