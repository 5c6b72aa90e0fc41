"""The cohort of each year of sources: how far they came, how many were lost, and how long each stage took."""

from collections.abc import Iterator
from datetime import date

from candidates.among import Among, Began
from candidates.enums import LOSSES, MAIN_LINE, Stage
from candidates.statistics import Cell
from organizations.formats import percentage
from organizations.periods import inclusive
from reports.catalogue.words import BY_BOARD, IN_SOURCE
from reports.comparing import LOSSES_BY_CAUSE
from reports.counted import figures
from reports.document import Column, Figure, Row, Shape, Table
from reports.layout import Body, Content, Definition, Facts, Head, Section
from reports.paper_words import counted_words
from reports.parts import Sentence, since_records
from reports.stage_times import stage_times

YEARS = 6
REACHED = {"trained": Stage.TRAINED, "proposed": Stage.PROPOSED, "admitted": Stage.ADMITTED, "official": Stage.OFFICIAL}
HEADS = (
    Column("began", "Vào nguồn", meaning="Người vào nguồn trong năm của dòng."),
    *(
        Column(key, stage.label, group="Đã từng vào bước", meaning=f"Trong đó đã vào bước “{stage.label}” đến nay.")
        for key, stage in REACHED.items()
    ),
    Column("lost", "Ra khỏi danh sách", meaning="Trong đó nay đã ra khỏi danh sách theo dõi."),
    Column("ended", "Xóa tên, hủy kết nạp", meaning="Trong đó nay đã bị xóa tên khi dự bị, hoặc bị hủy quyết định."),
    Column("open", "Đang theo dõi", meaning="Trong đó nay còn ở một bước trước công nhận chính thức."),
    Column("percent", "% đã kết nạp", Shape.PERCENT),
)
PARTS = "Người vào nguồn = chính thức + ra khỏi danh sách + xóa tên, hủy kết nạp + đang theo dõi."


def _cohorts(found: Facts) -> Iterator[Content]:
    last = found.asked.on.year
    rows, left_out = since_records([_row(year, found) for year in range(last - YEARS + 1, last + 1)])
    counted = f"{counted_words(found.asked)} {PARTS} {left_out}".strip()
    if rows:
        yield Table(0, "Nguồn của từng năm đi đến đâu", "Năm vào nguồn", HEADS, rows, counted, wide=True)


def _row(year: int, found: Facts) -> Row:
    asked = found.asked
    began = inclusive(date(year, 1, 1), min(date(year, 12, 31), asked.on))
    of_year, since = Among(began=Began(Stage.SOURCE, began)), inclusive(began.start, asked.on)
    flow = Cell((asked.unit,), (Stage.SOURCE,), asked.on, began, asked.reading)
    stood = {
        "lost": LOSSES,
        "ended": (Stage.STRUCK_OFF, Stage.ANNULLED),
        "open": tuple(stage for stage in MAIN_LINE if stage != Stage.OFFICIAL),
    }
    cells = {"began": flow}
    cells |= {
        key: Cell((asked.unit,), (step,), asked.on, since, asked.reading, among=of_year)
        for key, step in REACHED.items()
    }
    cells |= {
        key: Cell((asked.unit,), held, asked.on, None, asked.reading, among=of_year) for key, held in stood.items()
    }
    told = figures(cells)
    told["percent"] = Figure(percentage(told["admitted"].value, told["began"].value))
    return Row(str(year), tuple(told[column.key] for column in HEADS))


DEFINITION = Definition(
    code="theo-khoa",
    name="Nguồn của từng năm: đi đến đâu, mất bao lâu",
    answers="Mỗi năm có bao nhiêu người vào nguồn, nay bao nhiêu đã kết nạp, ra khỏi danh sách; mỗi bước mất bao nhiêu ngày.",
    head=Head("kết quả bồi dưỡng nguồn phát triển đảng viên theo năm vào nguồn, đến ngày {on}", body=Body.BOARD),
    opening=(Sentence("Đến ngày {on}, {unit} có {there} người trong nguồn, đang xem xét.", {"there": IN_SOURCE}),),
    sections=(
        Section("Theo năm vào nguồn", (LOSSES_BY_CAUSE, _cohorts)),
        Section("Thời gian ở từng bước", (stage_times,)),
    ),
    signed=BY_BOARD,
)
