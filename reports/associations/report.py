"""Builds the yearly report on associations: Ban Tổ chức to Thường trực, five parts, four tables."""

from datetime import date

from candidates.enums import ParameterCode, Stage
from candidates.statistics import Reading, admitted_stage
from directives import readings, register
from directives.enums import ReadingCode
from directives.models import OwnReading
from organizations import tree
from organizations.access import Reach
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import Unit, UnitVersion
from reports import annulled, names, unit_tables
from reports.associations import idle, known, offices, outlook, tables, text
from reports.associations.lines import lines
from reports.associations.text import Told
from reports.associations.year import Year, is_silent, year
from reports.document import Report, Section, Signature
from reports.paper_words import BASIS, letterhead, of_year, unconfirmed

CODE = "hoi"


def build(unit: Unit, on: date, *, with_names: bool, own: Reach | None) -> Report:
    """Build the report of ``unit`` as at the end of ``on``; raises Refused where no association is followed there."""
    asked = _asked(unit, on)
    version = asked.version
    reading = readings.in_use(ReadingCode.STILL_HAS_SOURCES, unit, on, register.of_known(OwnReading.objects.all(), own))
    told = Told(asked, offices.declared_on(asked), idle.introducing(asked), reading)
    return Report(
        code=CODE,
        as_at=on,
        letterhead=letterhead(version, on, board=True, subject=_subject(on)),
        opening=text.opening(told),
        sections=_sections(told, own),
        signature=_signature(version),
        annexe=names.of_cell(asked.admitted(), own) if with_names else None,
        slip=_slip(told),
    )


def _asked(unit: Unit, on: date) -> Year:
    """The year of the report, or the sentence why there can be none."""
    version = tree.version(unit, on)
    if version is None:
        raise Refused(f"Tổ chức đảng mang mã {unit.code} không tồn tại vào ngày {date_vn(on)}.")
    found = lines(version, on)
    if not found.whole.members:
        raise Refused(
            f"Đến ngày {date_vn(on)} {version.name} và các đơn vị trực thuộc chưa theo dõi hội quần chúng nào."
        )
    asked = year(version, on, found)
    if is_silent(asked):
        raise Refused(f"Đến ngày {date_vn(on)} hệ thống chưa có số liệu nào về người vào Đảng và giới thiệu của hội.")
    return asked


def _subject(on: date) -> str:
    return f"công tác phát triển đảng viên trong các hội quần chúng {of_year(on)}"


def _sections(told: Told, own: Reach | None) -> tuple[Section, ...]:
    counted = unit_tables.as_at_words(told.year.on, Reading.THEN, BASIS[admitted_stage(told.year.on)])
    results = (
        offices.table(told.year, told.known),
        tables.sources(told.year, counted),
        tables.admissions(told.year, counted),
        idle.table(told.year, told.known, told.found),
    )
    return (
        Section("LÃNH ĐẠO, CHỈ ĐẠO, QUÁN TRIỆT", known.sentences(told.year, own)),
        Section(
            "KẾT QUẢ",
            (*text.organisation(told), *text.results(told), *annulled.line(told.year.admitted())),
            tables=results,
        ),
        Section("ƯU ĐIỂM, HẠN CHẾ, NGUYÊN NHÂN", (outlook.strengths(told), outlook.limits(told), outlook.causes(told))),
        Section(f"PHƯƠNG HƯỚNG NĂM {told.year.on.year + 1}", outlook.directions(told)),
        Section("KIẾN NGHỊ", outlook.proposals(told)),
    )


def _signature(version: UnitVersion) -> Signature:
    bureau = version.committee or version.name
    return Signature("", "TRƯỞNG BAN", (f"Thường trực {bureau} (báo cáo)", f"Ban Dân vận {bureau}", "Lưu Ban Tổ chức"))


def _slip(told: Told) -> tuple[str, ...]:
    """What must not stand in a signed report."""
    year = told.year
    notes = unconfirmed(year.on, ParameterCode.ADMITTED_BY, ParameterCode.CELL_LEAST)
    if told.reading:
        notes.append(f"Cách hiểu của Ban Tổ chức về {told.reading.clause}: {told.reading.words}")
    notes += [f"Chưa báo số hội viên: {each.name}." for each in year.lines.whole.members if told.known.silent(each)]
    if not (year.people_known and year.nominations_known):
        notes.append(f"Năm {year.on.year - 1} không có đủ số liệu trong hệ thống; không so cùng kỳ ở cột không có.")
    notes.append(
        f"Hội viên được kết nạp và người do hội giới thiệu là hai số khác nhau ({Stage.ADMITTED.label.lower()})."
    )
    return tuple(notes)
