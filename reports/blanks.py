"""What of a report stands empty: values of the template that nobody recorded, figures that some units did not give.

A sentence for the page and for the control slip, in the place of a blank; the page adds where the value is typed in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from organizations.enums import PARTY_KINDS
from organizations.formats import number_vn, percent_vn, percentage
from reports.asked import Asked
from reports.document import Figure, Report, RowKind, Shape, Table

NAMED = 5
SILENT = "chưa báo"


@dataclass(frozen=True)
class Blank:
    """One thing that is missing, in a sentence; the page where it is typed in, empty where there is none.

    ``is_template`` where the head or the signature lacks it, not a table.
    """

    words: str
    href: str = ""
    is_template: bool = False


def of(report: Report, asked: Asked) -> Iterator[Blank]:
    """Yield what a report lacks: of its head and signature, then of its tables."""
    yield from _of_template(report, asked)
    for section in report.sections:
        for table in section.tables:
            yield from (Blank(words) for words in silent(table))


def silent(table: Table) -> Iterator[str]:
    """Yield which rows of a table have no figure because the unit did not give it, what share they are, and in which columns."""
    rows = [row for row in table.rows if row.kind == RowKind.ITEM]
    columns: dict[tuple[str, ...], list[str]] = {}
    for place, column in enumerate(table.columns):
        missing = tuple(row.label for row in rows if _is_silent(row.figures[place]))
        if missing and column.shape != Shape.TEXT:
            columns.setdefault(missing, []).append(f"“{column.label}”")
    for missing, heads in columns.items():
        share = percent_vn(percentage(len(missing), len(rows)))
        yield (
            f"Bảng {table.number}, cột {', '.join(heads)}: {number_vn(len(missing))} trên {number_vn(len(rows))} đơn vị "
            f"({share}) chưa báo số liệu: {_some(missing)}."
        )


def _is_silent(figure: Figure) -> bool:
    return figure.value is None and SILENT in figure.words


def _of_template(report: Report, asked: Asked) -> Iterator[Blank]:
    head, signature, version = report.letterhead, report.signature, asked.version
    page = reverse("organizations:unit", args=[asked.unit.code]) if version.kind in PARTY_KINDS else ""
    if not head.place:
        yield Blank(f"{version.name} chưa ghi nơi đặt trụ sở nên dòng địa danh, ngày tháng còn trống.", page, True)
    if head.sign.endswith("/"):
        yield Blank(f"{version.name} chưa ghi ký hiệu văn bản nên số, ký hiệu của báo cáo chưa đủ.", page, True)
    if version.kind in PARTY_KINDS and not version.committee:
        yield Blank(f"{version.name} chưa ghi tên cấp ủy nên phần đầu in tên tổ chức.", page, True)
    if not (signature.authority or signature.title):
        yield Blank("Mẫu báo cáo không định chức danh người ký; ghi chức danh khi trình ký.", is_template=True)


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:NAMED])
    return f"{shown} và {number_vn(len(names) - NAMED)} đơn vị khác" if len(names) > NAMED else shown
