"""Graduates of the classes of awareness: by the year of their certificate and by class, who was admitted when."""

from collections.abc import Iterator
from datetime import date

from candidates.among import Among
from candidates.class_cells import EVERYWHERE
from candidates.enums import BEFORE_MEETING, MAIN_LINE, Group, Stage
from candidates.statistics import Cell
from organizations.formats import percentage
from organizations.periods import Period, inclusive, year
from reports.asked import Asked
from reports.catalogue.words import BY_BOARD
from reports.counted import figures
from reports.document import Column, Figure, Row, Shape, Table
from reports.layout import Body, Content, Definition, Facts, Head, Section
from reports.measured import People, When
from reports.paper_words import counted_words
from reports.parts import Count, Sentence, UnitTable, since_records
from reports.progress import classes

YEARS = 5
LEARNT = People(BEFORE_MEETING, When.END).of(Group.CERTIFIED)
NEVER = "Năm cấp giấy chứng nhận do hồ sơ ghi; một người được cấp hai lần tính ở mỗi năm được cấp."


def _by_year(found: Facts) -> Iterator[Content]:
    asked = found.asked
    last = asked.on.year
    years = range(last - YEARS + 1, last + 1)
    heads = (
        Column("certified", "Được cấp giấy chứng nhận", meaning="Người được cấp giấy chứng nhận trong năm của dòng."),
        *(
            Column(f"y{each}", f"Năm {each}", group="Đã kết nạp", meaning=f"Trong đó kết nạp trong năm {each}.")
            for each in years
        ),
        Column("admitted", "Cộng", group="Đã kết nạp", meaning="Kết nạp từ năm được cấp đến ngày lập báo cáo."),
        Column("percent", "% số được cấp", Shape.PERCENT),
        Column(
            "left", "Chưa kết nạp", meaning="Chưa kết nạp cuối ngày lập báo cáo, kể cả người đã đưa ra khỏi danh sách."
        ),
    )
    rows, left_out = since_records([_row(each, years, asked) for each in years])
    title = "Học viên được cấp giấy chứng nhận và kết quả kết nạp theo năm"
    counted = f"{counted_words(asked)} {NEVER} {left_out}".strip()
    if rows:
        yield Table(0, title, "Năm cấp", heads, rows, counted, wide=True)


def _row(certified: int, years: range, asked: Asked) -> Row:
    got = Among(graduated=_until(year(certified), asked.on))
    admitted = asked.admitted
    cells = {"certified": _cell(asked, EVERYWHERE, got)}
    later = [each for each in years if each >= certified]
    cells |= {f"y{each}": _cell(asked, (admitted,), got, _until(year(each), asked.on)) for each in later}
    cells["admitted"] = _cell(asked, (admitted,), got, inclusive(date(certified, 1, 1), asked.on))
    cells["left"] = _cell(asked, _not_yet(admitted), got)
    told = figures(cells)
    told["percent"] = Figure(percentage(told["admitted"].value, told["certified"].value))
    keys = ("certified", *(f"y{each}" for each in years), "admitted", "percent", "left")
    return Row(f"Năm {certified}", tuple(told.get(key, Figure(None)) for key in keys))


def _cell(asked: Asked, stages: tuple[Stage, ...], among: Among, period: Period | None = None) -> Cell:
    return Cell((asked.unit,), stages, asked.on, period, asked.reading, among=among)


def _until(period: Period, on: date) -> Period:
    return inclusive(period.start, min(period.last_day, on))


def _not_yet(admitted: Stage) -> tuple[Stage, ...]:
    return (*MAIN_LINE[: MAIN_LINE.index(admitted)], Stage.REMOVED, Stage.WITHDRAWN, Stage.MOVED_OUT)


def _classes(found: Facts) -> Iterator[Content]:
    return classes.part(found.asked, counted_words(found.asked), years_back=YEARS)


DEFINITION = Definition(
    code="hoc-lop",
    name="Báo cáo học viên lớp bồi dưỡng nhận thức về Đảng",
    answers="Số được cấp giấy chứng nhận từng năm, từng lớp; đã kết nạp năm nào, còn bao nhiêu người chưa kết nạp.",
    head=Head("kết quả bồi dưỡng nhận thức về Đảng và kết nạp học viên đến ngày {on}", body=Body.BOARD),
    opening=(
        Sentence(
            "Đến ngày {on}, {unit} có {learnt} người có giấy chứng nhận lớp bồi dưỡng nhận thức về Đảng còn giá trị, chi bộ chưa "
            "họp xét.",
            {"learnt": LEARNT},
        ),
    ),
    sections=(
        Section("Theo năm cấp giấy chứng nhận", (_by_year,)),
        Section("Theo lớp", (_classes,)),
        Section(
            "Theo đơn vị",
            (
                UnitTable(
                    "Người có giấy chứng nhận còn giá trị, chi bộ chưa họp xét",
                    (Count("learnt", "Có giấy chứng nhận còn giá trị", LEARNT),),
                    wide=False,
                    only=lambda found: bool(found["learnt"].value),
                ),
            ),
        ),
    ),
    signed=BY_BOARD,
    unit_lists=classes.LISTS,
)
