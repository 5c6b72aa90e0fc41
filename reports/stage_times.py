"""A ready part: how long dossiers stood in each stage, as the middle of the stays that ended."""

from collections.abc import Iterator
from statistics import median

from candidates import durations
from candidates.enums import MAIN_LINE, Stage
from reports.document import Column, Figure, Row, Table
from reports.layout import Content, Facts

LEAST = 5
LOOKED = "Số ngày đứng ở bước: trung vị của các lần đã rời bước trong 8 năm; dưới 5 lần thì không tính."


def stage_times(found: Facts) -> Iterator[Content]:
    """Yield the table of the stages; a stage that too few left has no number of days."""
    asked, rows = found.asked, []
    stays = durations.stays(asked.unit, Stage.OFFICIAL, asked.on)
    for stage in MAIN_LINE[:-1]:
        days = [(stay.left - stay.entered).days for stay in stays if stay.stage == stage and stay.left]
        middle = Figure(round(median(days))) if len(days) >= LEAST else Figure(None, words="chưa đủ trường hợp để tính")
        rows.append(Row(stage.label, (Figure(len(days)), middle)))
    heads = (
        Column("stays", "Số lần đã rời bước", meaning="Bao nhiêu lần có người vào rồi rời bước trong 8 năm."),
        Column("days", "Số ngày (trung vị)", meaning="Một nửa số lần không lâu hơn số ngày này."),
    )
    yield Table(0, "Thời gian ở từng bước", "Bước", heads, tuple(rows), LOOKED)
