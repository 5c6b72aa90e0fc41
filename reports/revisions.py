"""What a correction changed: paragraphs, drawings, cells of tables, rows that came or went, head and signature, names, lists.
Pure data.

Sections are told apart by their headings, tables by their titles within a section, rows by their labels, columns by their keys;
of two that are called alike the first is compared with the first.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from string import Formatter
from typing import Protocol

from organizations.formats import DASH, number_vn, percent_vn
from reports.document import Chart, Column, Figure, Paragraph, Report, Row, Section, Shape, Table

# What a drawing counts: people of a stage or a month, those who left, last year's, the target.
_COUNTED = ("count", "lost", "last", "target")


@dataclass(frozen=True)
class Change:
    """One change: where it stands, what stood there before and what stands there now; empty where there was or is nothing."""

    place: str
    what: str
    before: str
    after: str


def changes(before: Report, after: Report) -> tuple[Change, ...]:
    """Return what differs between two versions of a report, in the order of the newer one; what is gone follows its part."""
    return (
        *_head(before, after),
        *_paragraphs("Phần mở đầu", before.opening, after.opening),
        *(change for pair in _paired(_headed(before), _headed(after)) for change in _section(*pair)),
        *_signature(before, after),
        *_names(before, after),
    )


class Held(Protocol):
    """A list that was kept behind a number of a report: its address, what it counts, the keys of its rows."""

    address: str
    words: str
    members: Sequence[str]


def lists(before: Iterable[Held], after: Iterable[Held]) -> tuple[Change, ...]:
    """Return which lists behind numbers hold others than before; one that came or went shows in the text or the tables."""
    old = {each.address: set(each.members) for each in before}
    pairs = ((each, old[each.address], set(each.members)) for each in after if each.address in old)
    return tuple(_other_people(each.words, was, now) for each, was, now in pairs if was != now)


def said(paragraph: Paragraph) -> str:
    """Return a paragraph with its figures in their places."""
    parts = Formatter().parse(paragraph.words)
    return "".join(words + (_figure(paragraph.figures[token]) if token else "") for words, token, _, _ in parts)


def _headed(report: Report) -> dict[Hashable, Section]:
    return _numbered((section.heading, section) for section in report.sections)


def _section(heading: tuple, before: Section | None, after: Section | None) -> Iterator[Change]:
    place = heading[0]
    earlier, later = before or Section(place), after or Section(place)
    yield from _paragraphs(place, earlier.paragraphs, later.paragraphs)
    charts = _paired(*(_numbered((chart.caption, chart) for chart in each.charts) for each in (earlier, later)))
    for (caption, _), old, new in charts:
        was, now = _drawn(old), _drawn(new)
        if was != now:
            yield Change(place, f"Hình: {caption}", was, now)
    pairs = _paired(*(_numbered((table.title, table) for table in each.tables) for each in (earlier, later)))
    for (title, _), old, new in pairs:
        yield from _table(f"Bảng {(new or old).number}. {title}", old, new)


def _paragraphs(place: str, before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[Change]:
    old, new = [said(each) for each in before], [said(each) for each in after]
    for kind, first, last, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(place, "Lời văn", "\n".join(old[first:last]), "\n".join(new[start:stop]))


def _drawn(chart: Chart | None) -> str:
    """The numbers of a drawing, each with its name."""
    return "\n".join(_numbers(chart.drawing)) if chart else ""


def _numbers(part: object) -> Iterator[str]:
    if isinstance(part, tuple | list):
        for each in part:
            yield from _numbers(each)
    elif is_dataclass(part):
        found = {each.name: getattr(part, each.name) for each in fields(part)}
        counted = [number_vn(found[name]) for name in _COUNTED if found.get(name) is not None]
        if counted:
            yield f"{found.get('label', 'Chỉ tiêu')}: {'; '.join(counted)}"
        for each in found.values():
            yield from _numbers(each)


def _other_people(words: str, was: set[str], now: set[str]) -> Change:
    moved = f"{number_vn(len(now))} dòng (thêm {number_vn(len(now - was))}, bớt {number_vn(len(was - now))})"
    return Change("Danh sách sau số liệu", words, f"{number_vn(len(was))} dòng", moved)


def _table(place: str, before: Table | None, after: Table | None) -> Iterator[Change]:
    if before is None or after is None:
        there = "bảng được thêm" if before is None else "bảng không còn"
        rows = str(len((after or before).rows))
        yield Change(
            place, there.capitalize(), "" if before is None else f"{rows} dòng", f"{rows} dòng" if after else ""
        )
        return
    rows = _paired(*(_numbered((row.label, row) for row in each.rows) for each in (before, after)))
    columns = {column.key: column for each in (before, after) for column in each.columns}
    for (label, _), old, new in rows:
        if old is None or new is None:
            what = f"Thêm dòng “{label}”" if old is None else f"Bỏ dòng “{label}”"
            yield Change(place, what, _line(before, old), _line(after, new))
        else:
            yield from _row(place, label, columns, _cells(before, old), _cells(after, new))
    if before.counted != after.counted:
        yield Change(place, "Dòng ghi cách tính", before.counted, after.counted)


def _row(place: str, label: str, columns: dict[str, Column], old: dict, new: dict) -> Iterator[Change]:
    for key, column in columns.items():
        before, after = old.get(key, ""), new.get(key, "")
        if before != after:
            yield Change(place, f"{label}: {_named(column)}", before, after)


def _cells(table: Table, row: Row) -> dict[str, str]:
    """The printed figures of a row by the keys of their columns."""
    pairs = zip(table.columns, row.figures, strict=True)
    return {column.key: _figure(figure, column) for column, figure in pairs}


def _line(table: Table, row: Row | None) -> str:
    """A whole row in words: the figures that it has."""
    pairs = zip(table.columns, row.figures, strict=True) if row else ()
    return "; ".join(
        f"{_named(column)} {_figure(figure, column)}" for column, figure in pairs if figure.value is not None
    )


def _named(column: Column) -> str:
    return f"{column.group} – {column.label}" if column.group else column.label


def _figure(figure: Figure, column: Column | None = None) -> str:
    if figure.value is None:
        return figure.words or DASH
    if isinstance(figure.value, str):
        return figure.value
    is_percent = column.shape == Shape.PERCENT if column else isinstance(figure.value, Decimal)
    return percent_vn(figure.value) if is_percent else number_vn(figure.value)


def _head(before: Report, after: Report) -> Iterator[Change]:
    named = {"superior": "Cấp trên", "issuer": "Cơ quan ban hành", "place": "Nơi ban hành", "subject": "Trích yếu"}
    yield from _fields("Phần đầu", named | {"secrecy": "Độ mật"}, before.letterhead, after.letterhead)


def _signature(before: Report, after: Report) -> Iterator[Change]:
    named = {"authority": "Thẩm quyền ký", "title": "Chức danh", "name": "Người ký", "cosigner": "Cùng ký"}
    yield from _fields("Phần ký", named, before.signature, after.signature)
    if before.signature.recipients != after.signature.recipients:
        lines = ["\n".join(each.signature.recipients) for each in (before, after)]
        yield Change("Phần ký", "Nơi nhận", *lines)


def _fields(place: str, named: dict[str, str], before: object, after: object) -> Iterator[Change]:
    for name, words in named.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Change(place, words, old, new)


def _names(before: Report, after: Report) -> Iterator[Change]:
    old, new = (_listed(each) for each in (before, after))
    for _, was, now in _paired(old, new):
        if was != now:
            what = "Thêm tên" if was is None else "Bỏ tên" if now is None else "Sửa dòng tên"
            yield Change("Danh sách tên", what, was or "", now or "")


def _listed(report: Report) -> dict[Hashable, str]:
    names = report.annexe.names if report.annexe else ()
    lines = ((f"{each.full_name} {each.birth}", each) for each in names)
    return _numbered((key, ", ".join((each.full_name, each.birth, each.unit, *each.facts))) for key, each in lines)


def _numbered(pairs: Iterable[tuple[str, object]]) -> dict[Hashable, object]:
    """Things by their name and by the how manieth of that name they are."""
    found: dict[Hashable, object] = {}
    seen: dict[str, int] = {}
    for name, thing in pairs:
        seen[name] = seen.get(name, 0) + 1
        found[name, seen[name]] = thing
    return found


def _paired(before: dict, after: dict) -> Iterator[tuple]:
    """The things of both versions by their keys: those of the newer one in its order, then those that are gone."""
    for key in [*after, *(key for key in before if key not in after)]:
        yield key, before.get(key), after.get(key)
