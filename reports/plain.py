"""A report as plain values for JSON: days as ISO dates, percentages as printed, unknown as null."""

from decimal import Decimal

from organizations.formats import rounded
from reports.document import Figure, Paragraph, Report, Table


def of_report(report: Report) -> dict:
    """Return the paragraphs and tables of a report; keys are those of its columns."""
    return {
        "report": report.code,
        "as_at": report.as_at.isoformat(),
        "subject": report.letterhead.subject,
        "opening": [_paragraph(each) for each in report.opening],
        "sections": [
            {"heading": section.heading, "paragraphs": [_paragraph(each) for each in section.paragraphs]}
            for section in report.sections
        ],
        "tables": [of_table(table) for section in report.sections for table in section.tables],
        "slip": list(report.slip),
    }


def of_table(table: Table) -> dict:
    """Return a table: its columns, and for each row its label and values by the key of the column."""
    keys = [column.key for column in table.columns]
    return {
        "number": table.number,
        "title": table.title,
        "counted": table.counted,
        "columns": [
            {"key": each.key, "label": each.label, "group": each.group, "meaning": each.meaning}
            for each in table.columns
        ],
        "rows": [
            {
                "label": row.label,
                "kind": row.kind.value,
                "values": {key: _value(figure) for key, figure in zip(keys, row.figures, strict=True)},
            }
            for row in table.rows
        ],
    }


def _paragraph(paragraph: Paragraph) -> dict:
    return {"words": paragraph.words, "figures": {token: _value(each) for token, each in paragraph.figures.items()}}


def _value(figure: Figure) -> int | float | str | None:
    return float(rounded(figure.value, 2)) if isinstance(figure.value, Decimal) else figure.value
