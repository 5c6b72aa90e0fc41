"""The yearly report on associations (2246-CV/TU, point 4): Ban Tổ chức to Thường trực, five parts, four tables."""

from collections.abc import Iterator

from candidates.enums import ParameterCode, Stage
from reports import annulled, making_known
from reports.asked import Asked
from reports.associations import idle, lists, offices, outlook, tables, text
from reports.associations.told import Told, told
from reports.document import Paragraph
from reports.layout import Body, Content, Definition, Family, Head, Section, Signed
from reports.unit_lists import UnitList


def _results(found: Told) -> Iterator[Content]:
    yield from text.organisation(found)
    yield from text.results(found)
    yield from annulled.line(found.year.admitted())
    yield offices.table(found.year, found.known)
    yield tables.sources(found.year)
    yield tables.admissions(found.year)
    yield idle.table(found.year, found.known, found.found, found.why)


def _made_known(found: Told) -> tuple[Paragraph, ...]:
    return making_known.sentences(making_known.of_party(found.asked, found.year.lines.whole.organisations))


def _duty_lists(asked: Asked) -> Iterator[UnitList]:
    return making_known.lists(making_known.of_party(asked, told(asked).year.lines.whole.organisations))


def _judged(found: Told) -> tuple[Paragraph, ...]:
    return (outlook.strengths(found), outlook.limits(found), outlook.causes(found), *outlook.idle_causes(found))


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
    unit_lists=lists.ALL,
    more_lists=_duty_lists,
    family=Family.ORGANISATIONS,
)
