"""Makes a report of its definition and what is asked: the one builder for every report of the catalogue."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count

from candidates.statistics import Reading
from organizations import organisations, tree
from organizations.access import Reach
from organizations.enums import PARTY_KINDS, UnitKind
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import Unit, UnitVersion
from organizations.periods import Period, year_to_date
from reports import layout, names
from reports.asked import Asked, filled, nowhere, period_words
from reports.document import Annexe, Chart, Letterhead, Paragraph, Report, Section, Signature, Table
from reports.layout import Body, Definition, Head, Signed, Span
from reports.paper_words import counted_words, letterhead, unconfirmed

AUTHORITY = {
    UnitKind.PROVINCE: "T/M BAN THƯỜNG VỤ",
    UnitKind.UPPER: "T/M BAN THƯỜNG VỤ",
    UnitKind.GRASSROOTS: "T/M ĐẢNG ỦY",
    UnitKind.SECTION: "T/M ĐẢNG ỦY BỘ PHẬN",
}
CELL_AUTHORITY = "T/M CHI BỘ"
# The place of the opening, before the numbered sections.
OPENING = 0


def asked(
    definition: Definition,
    unit: Unit,
    on: date,
    period: Period | None = None,
    reading: Reading = Reading.THEN,
    own: Reach | None = None,
) -> Asked:
    """Return what is asked of a report; raises Refused for a unit that did not exist, or a period it does not know.

    Without a period it is the year of ``on`` up to that day.
    """
    version = _version(definition, unit, on)
    if version is None:
        raise nowhere(unit, on)
    if definition.kinds <= PARTY_KINDS and version.kind not in definition.kinds:
        raise Refused(
            f"{definition.name} không lập cho {version.name}: đây là {version.get_kind_display().lower()}, không phải tổ chức "
            "đảng; hãy chọn cấp ủy theo dõi tổ chức đó."
        )
    found = Asked(unit, version, on, period or year_to_date(on), reading, own, definition.code)
    if definition.span == Span.YEAR and not found.is_year:
        raise Refused(_not_of_the_year(definition, found))
    return found


def _not_of_the_year(definition: Definition, found: Asked) -> str:
    """Why a report that runs from 01-01 to the day of its figures cannot be had, and which day would do."""
    last, words = found.period.last_day, period_words(found.period)
    said = f"{definition.name} lập từ ngày 01/01 đến ngày số liệu"
    if found.period == year_to_date(last):
        return f"{said}; để lập cho {words}, hãy chọn ngày số liệu {date_vn(last)}."
    return f"{said}, không lập riêng cho kỳ này ({words}); hãy bỏ ngày đầu kỳ."


def build(definition: Definition, found: Asked, *, with_names: bool = False) -> Report:
    """Build a report; raises Refused with a sentence where it cannot be built."""
    facts = definition.facts(found)
    return Report(
        code=definition.code,
        as_at=found.on,
        letterhead=_head(definition, facts, found),
        opening=tuple(each for each in _contents(OPENING, definition.opening, facts) if isinstance(each, Paragraph)),
        sections=_sections(definition, facts, found),
        signature=_signature(definition, facts, found),
        annexe=_annexe(definition, facts, found) if with_names or definition.listed else None,
        slip=tuple(_slip(definition, facts, found)),
        one_page=definition.one_page,
    )


def _version(definition: Definition, unit: Unit, on: date) -> UnitVersion | None:
    """What the unit was on the day; of an organisation outside the Party with who follows it."""
    return tree.version(unit, on) if definition.kinds <= PARTY_KINDS else organisations.version(unit, on)


def _head(definition: Definition, facts: layout.Facts, found: Asked) -> Letterhead:
    if not isinstance(definition.head, Head):
        return definition.head(facts)
    head = definition.head
    made = letterhead(found.version, found.on, subject=filled(head.subject, found), board=head.body == Body.BOARD)
    party = {"party": head.form} if head.form else {}
    return replace(made, kind=head.kind, sign=made.sign if head.kind == "BÁO CÁO" else "", **party)


def _sections(definition: Definition, facts: layout.Facts, found: Asked) -> tuple[Section, ...]:
    """The sections that have content; tables are numbered in the order in which they stand."""
    numbers = count(1)
    by_default = counted_words(found)
    made = (_section(place, each, facts, found) for place, each in enumerate(definition.sections, start=1))
    return tuple(
        replace(each, tables=tuple(_finished(table, next(numbers), by_default) for table in each.tables))
        for each in made
        if each.paragraphs or each.charts or each.tables
    )


def _section(place: int, section: layout.Section, facts: layout.Facts, found: Asked) -> Section:
    contents = list(_contents(place, section.parts, facts))
    return Section(
        filled(section.heading, found).upper(),
        tuple(each for each in contents if isinstance(each, Paragraph)),
        tuple(each for each in contents if isinstance(each, Chart)),
        tuple(each for each in contents if isinstance(each, Table)),
        str(place),
    )


def _finished(table: Table, number: int, by_default: str) -> Table:
    return replace(table, number=number, counted=table.counted or by_default)


def _contents(place: int, parts: Iterable[layout.Part], facts: layout.Facts) -> Iterator[layout.Content]:
    """What the parts of a section yield; each paragraph and table with its place, which stays when another part falls silent."""
    for order, part in enumerate(parts, start=1):
        numbers, tables = count(1), count(1)
        for each in part(facts):
            if isinstance(each, Paragraph):
                yield replace(each, key=f"{place}.{order}.{next(numbers)}")
            elif isinstance(each, Table):
                yield replace(each, key=f"{place}.{order}.b{next(tables)}")
            else:
                yield each


def _signature(definition: Definition, facts: layout.Facts, found: Asked) -> Signature:
    signed = definition.signed
    if not isinstance(signed, Signed):
        return signed(facts)
    collective = AUTHORITY.get(UnitKind(found.version.kind), CELL_AUTHORITY)
    return Signature(
        authority=collective if signed.authority is None else signed.authority,
        title=signed.title,
        recipients=tuple(filled(each, found) for each in signed.recipients),
        cosigner=filled(signed.cosigner, found),
    )


def _annexe(definition: Definition, facts: layout.Facts, found: Asked) -> Annexe | None:
    cell = definition.names(facts) if definition.names else None
    if cell is None:
        return None
    return names.of_cell(cell, found.own, filled(definition.names_title, found), definition.names_facts)


def _slip(definition: Definition, facts: layout.Facts, found: Asked) -> Iterable[str]:
    """What must not stand in a signed report: values nobody confirmed, and what the definition adds."""
    yield from unconfirmed(found.on, *definition.values)
    yield from definition.notes(facts) if definition.notes else ()
    yield f"Số liệu đếm từ hồ sơ đến hết ngày {date_vn(found.on)}; danh sách sau mỗi số mở được trên màn hình."
