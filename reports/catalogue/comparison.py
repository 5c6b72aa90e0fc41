"""Units side by side: members, sources, admitted, same period, lost; by code, because nobody is ranked by percentage alone."""

from collections.abc import Iterator, Sequence

from directives import progress
from organizations import declared
from reports.asked import Asked
from reports.catalogue.words import (
    ADMITTED,
    ADMITTED_BEFORE,
    BY_BOARD,
    IN_SOURCE,
    LOST,
    NEW_SOURCES,
    OFFICIAL,
    STRUCK_OFF,
)
from reports.comparing import LOSSES_BY_CAUSE, Compared
from reports.document import Column
from reports.layout import Body, Content, Definition, Facts, Head, Section, Span
from reports.parts import Count, Read, Sentence, Share, UnitTable
from reports.progress import text
from reports.progress.told import of_year
from reports.unit_tables import ValueColumn


def _members(asked: Asked, ids: Sequence[int]) -> ValueColumn:
    """The members on the first day of the year, as units declared them; their sum where the whole did not."""
    told = declared.members_by_unit(ids, asked.period.start.replace(month=1, day=1))
    return ValueColumn(Column("members", "Đảng viên đầu năm"), told, "đơn vị chưa báo số đảng viên")


def _quota(found: Facts) -> Iterator[Content]:
    """Yield how the year stands to its quota; nothing of another period, nor where no target binds the unit."""
    asked = found.asked
    target = of_year(asked) if asked.is_year else None
    if target:
        yield text.against_quota(progress.of_target(target, asked.unit, asked.on, asked.reading))


DEFINITION = Definition(
    code="so-sanh",
    name="Bảng so sánh các đơn vị",
    answers="Đảng viên, nguồn, kết nạp, cùng kỳ, ra khỏi danh sách của từng đơn vị cạnh nhau; không xếp hạng.",
    head=Head("kết quả phát triển đảng viên của các đơn vị {period}", body=Body.BOARD),
    opening=(
        Compared("Từ ngày {from} đến ngày {to}, {unit} kết nạp {now} đảng viên", ADMITTED),
        _quota,
        LOSSES_BY_CAUSE,
        Sentence("Nguồn đang bồi dưỡng, xem xét đến ngày {on}: {source} người.", {"source": IN_SOURCE}),
    ),
    sections=(
        Section(
            "Kết quả của từng đơn vị",
            (
                UnitTable(
                    "Kết quả của từng đơn vị",
                    (
                        Read(_members),
                        Count("new", "Nguồn mới", NEW_SOURCES, group="Nguồn"),
                        Count("source", "Hiện có", IN_SOURCE, group="Nguồn"),
                        Count("lost", "Ra khỏi danh sách", LOST, group="Nguồn"),
                        Count("now", "Trong kỳ", ADMITTED, group="Kết nạp"),
                        Count("before", "Cùng kỳ", ADMITTED_BEFORE, group="Kết nạp"),
                        Share("percent", "% cùng kỳ", "now", "before", group="Kết nạp"),
                        Share("rate", "% đảng viên đầu năm", "now", "members", group="Kết nạp"),
                        Count("official", "Công nhận chính thức", OFFICIAL),
                        Count("struck", "Xóa tên dự bị", STRUCK_OFF),
                    ),
                ),
            ),
        ),
    ),
    signed=BY_BOARD,
    span=Span.ANY,
)
