"""How large a report is, and what paper leaves to the workbook: over 1.500 rows it is printed in the background, over 5.000
rows a list of names or of units is not printed at all."""

from dataclasses import replace

from organizations.formats import number_vn
from reports.document import Annexe, Report, RowKind, Section, Table

IN_BACKGROUND, ON_PAPER = 1_500, 5_000
LISTED = "Danh sách gồm"
IN_WORKBOOK = f"{LISTED} {{count}} {{what}}, lập riêng ở tệp Excel kèm theo, không in ở đây."


def rows(report: Report) -> int:
    """Return how many rows of tables and names a report has."""
    tables = sum(len(table.rows) for section in report.sections for table in section.tables)
    return tables + (len(report.annexe.names) if report.annexe else 0)


def is_large(report: Report) -> bool:
    """Say whether nobody should wait for the paper of a report before the page."""
    return rows(report) > IN_BACKGROUND


def for_paper(report: Report) -> Report:
    """Return a report as paper holds it: a list longer than paper is for is named with its length, and left to the workbook."""
    return replace(report, sections=tuple(_section(each) for each in report.sections), annexe=_annexe(report.annexe))


def _section(section: Section) -> Section:
    return replace(section, tables=tuple(_table(each) for each in section.tables))


def _table(table: Table) -> Table:
    """A table with more rows than paper is for keeps its sums."""
    if len(table.rows) <= ON_PAPER:
        return table
    kept = tuple(row for row in table.rows if row.kind == RowKind.TOTAL)
    said = IN_WORKBOOK.format(count=number_vn(len(table.rows) - len(kept)), what="dòng")
    return replace(table, rows=kept, counted=f"{said} {table.counted}")


def _annexe(annexe: Annexe | None) -> Annexe | None:
    if annexe is None or len(annexe.names) <= ON_PAPER:
        return annexe
    said = IN_WORKBOOK.format(count=number_vn(len(annexe.names)), what="người")
    return replace(annexe, names=(), note=f"{said} {annexe.note}".strip())
