"""Dossiers that are overdue or stand still, with the reasons, by unit; causes come before names."""

from collections.abc import Iterator

from candidates.enums import OPEN
from candidates.statistics import DueState
from directives import stuck
from reports.catalogue.words import BY_BOARD, IN_SOURCE
from reports.comparing import Causes, stuck_now, stuck_table
from reports.document import Paragraph
from reports.layout import Body, Content, Definition, Facts, Head, Section
from reports.measured import People, When
from reports.names import TERM
from reports.parts import Count, Sentence, UnitTable

FOLLOWED = People(OPEN, When.END)
LATE, SOON, TO_CHECK = (
    People(OPEN, When.END, due=state) for state in (DueState.OVERDUE, DueState.SOON, DueState.CHECK)
)


def reasons(found: Facts) -> Iterator[Content]:
    """Yield the table of reasons by which dossiers stand still; a sentence where none does."""
    asked = found.asked
    told = stuck.reasons(asked.unit, asked.reach, asked.on)
    if not told:
        yield Paragraph("Không có hồ sơ nào đang dừng, quá hạn hoặc thiếu giấy tờ.")
        return
    yield stuck_table(told)


STUCK = Causes("Các chỗ vướng đã ghi, từ nhiều đến ít:", stuck_now, whole=FOLLOWED.cell)

DEFINITION = Definition(
    code="vuong-mac",
    name="Báo cáo hồ sơ quá hạn, vướng mắc",
    answers="Hồ sơ quá hạn, dừng, bị trả, thiếu giấy tờ, theo nguyên nhân rồi theo đơn vị.",
    head=Head("hồ sơ phát triển đảng viên quá hạn, vướng mắc đến ngày {on}", body=Body.BOARD),
    opening=(
        Sentence(
            "Đến ngày {on}, {unit} theo dõi {followed} hồ sơ, trong đó {source} hồ sơ chưa có quyết định kết nạp; {late} hồ sơ "
            "quá hạn bước tiếp theo, {soon} hồ sơ sắp đến hạn, {check} hồ sơ cần kiểm tra lại hạn.",
            {"followed": FOLLOWED, "source": IN_SOURCE, "late": LATE, "soon": SOON, "check": TO_CHECK},
        ),
    ),
    sections=(
        Section("Nguyên nhân", (STUCK, reasons)),
        Section(
            "Hồ sơ quá hạn của từng đơn vị",
            (
                UnitTable(
                    "Hồ sơ quá hạn, cần kiểm tra hạn của từng đơn vị",
                    (
                        Count("followed", "Đang theo dõi", FOLLOWED),
                        Count("late", "Quá hạn", LATE),
                        Count("check", "Cần kiểm tra hạn", TO_CHECK),
                        Count("soon", "Sắp đến hạn", SOON),
                    ),
                    wide=False,
                    only=lambda found: bool(found["late"].value or found["check"].value),
                ),
            ),
        ),
    ),
    signed=BY_BOARD,
    names=lambda found: LATE.cell(found.asked),
    names_title="Danh sách hồ sơ quá hạn đến ngày {on}",
    names_facts=TERM,
)
