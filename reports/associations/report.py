"""The yearly report on associations (2246-CV/TU, point 4): Ban Tổ chức to Thường trực, five parts, four tables."""

from collections.abc import Iterator

from candidates.enums import ParameterCode, Stage
from directives import readings, register
from directives.enums import ReadingCode
from directives.models import OwnReading
from organizations.errors import Refused
from organizations.formats import date_vn
from reports import annulled
from reports.asked import Asked
from reports.associations import idle, known, offices, outlook, tables, text
from reports.associations.lines import lines
from reports.associations.text import Told
from reports.associations.year import Year, is_silent, year
from reports.document import Paragraph
from reports.layout import Body, Content, Definition, Family, Head, Section, Signed


def told(asked: Asked) -> Told:
    """Read what the parts share; raises Refused where no association is followed, or nothing was recorded."""
    made = _year(asked)
    known_ones = register.of_known(OwnReading.objects.all(), asked.own)
    reading = readings.in_use(ReadingCode.STILL_HAS_SOURCES, asked.unit, asked.on, known_ones)
    return Told(made, offices.declared_on(made), idle.introducing(made), reading)


def _year(asked: Asked) -> Year:
    found = lines(asked.version, asked.on)
    if not found.whole.members:
        raise Refused(
            f"Đến ngày {date_vn(asked.on)} {asked.version.name} và các đơn vị trực thuộc chưa theo dõi hội quần chúng nào."
        )
    made = year(asked, found)
    if is_silent(made):
        raise Refused(
            f"Đến ngày {date_vn(asked.on)} hệ thống chưa có số liệu nào về người vào Đảng và giới thiệu của hội."
        )
    return made


def _results(found: Told) -> Iterator[Content]:
    yield from text.organisation(found)
    yield from text.results(found)
    yield from annulled.line(found.year.admitted())
    yield offices.table(found.year, found.known)
    yield tables.sources(found.year)
    yield tables.admissions(found.year)
    yield idle.table(found.year, found.known, found.found)


def _made_known(found: Told) -> tuple[Paragraph, ...]:
    return known.sentences(found.year, found.asked.own)


def _judged(found: Told) -> tuple[Paragraph, ...]:
    return (outlook.strengths(found), outlook.limits(found), outlook.causes(found))


def _notes(found: Told) -> Iterator[str]:
    made = found.year
    if found.reading:
        yield f"Cách hiểu của Ban Tổ chức về {found.reading.clause}: {found.reading.words}"
    for each in made.lines.whole.members:
        if found.known.silent(each):
            yield f"Chưa báo số hội viên: {each.name}."
    if not (made.people_known and made.nominations_known):
        yield f"Năm {made.on.year - 1} không có đủ số liệu trong hệ thống; không so cùng kỳ ở cột không có."
    yield f"Hội viên được kết nạp và người do hội giới thiệu là hai số khác nhau ({Stage.ADMITTED.label.lower()})."


DEFINITION = Definition(
    code="hoi",
    name="Báo cáo năm về phát triển đảng viên trong các hội quần chúng",
    answers="Tổ chức hội, nguồn, giới thiệu, kết nạp, hội chưa giới thiệu (2246-CV/TU, điểm 4).",
    head=Head("công tác phát triển đảng viên trong các hội quần chúng {period}", body=Body.BOARD),
    facts=told,
    opening=(text.opening,),
    sections=(
        Section("Lãnh đạo, chỉ đạo, quán triệt", (_made_known,)),
        Section("Kết quả", (_results,)),
        Section("Ưu điểm, hạn chế, nguyên nhân", (_judged,)),
        Section("Phương hướng năm {next_year}", (outlook.directions,)),
        Section("Kiến nghị", (outlook.proposals,)),
    ),
    signed=Signed(
        "TRƯỞNG BAN",
        ("Thường trực {committee} (báo cáo)", "Ban Dân vận {committee}", "Lưu Ban Tổ chức"),
        authority="",
    ),
    names=lambda found: found.year.admitted(),
    values=(ParameterCode.ADMITTED_BY, ParameterCode.CELL_LEAST),
    notes=_notes,
    family=Family.ORGANISATIONS,
)
