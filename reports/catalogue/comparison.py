"""Units side by side: members, sources, admitted, same period, lost; by code, because nobody is ranked by percentage alone."""

from collections.abc import Sequence

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
from reports.document import Column
from reports.layout import Body, Definition, Head, Section, Span
from reports.parts import Count, Read, Sentence, Share, UnitTable
from reports.unit_tables import ValueColumn


def _members(asked: Asked, ids: Sequence[int]) -> ValueColumn:
    """The members on the first day of the year, as units declared them; their sum where the whole did not."""
    told = declared.members_by_unit(ids, asked.period.start.replace(month=1, day=1))
    return ValueColumn(Column("members", "Đảng viên đầu năm"), told, "đơn vị chưa báo số đảng viên")


DEFINITION = Definition(
    code="so-sanh",
    name="Bảng so sánh các đơn vị",
    answers="Đảng viên, nguồn, kết nạp, cùng kỳ, ra khỏi danh sách của từng đơn vị cạnh nhau; không xếp hạng.",
    head=Head("kết quả phát triển đảng viên của các đơn vị {period}", body=Body.BOARD),
    opening=(
        Sentence(
            "Từ ngày {from} đến ngày {to}, {unit} kết nạp {now} đảng viên; cùng kỳ năm trước kết nạp {before} đảng viên.",
            {"now": ADMITTED, "before": ADMITTED_BEFORE},
            otherwise="Chưa có số liệu cùng kỳ năm trước của {unit}.",
        ),
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
