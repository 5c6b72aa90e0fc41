"""Sheets for the national member database as an Excel workbook: a row for each dossier, a column for each field."""

import io
from collections.abc import Iterable

import xlsxwriter

from candidates.handing_fields import FIELDS, Field
from candidates.handing_on import Sheet
from candidates.models import Dossier

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDEST = 40
# What a dossier lacks or may not be shown is an empty cell, never a guess.
_FIRST = ("STT", "Mã hồ sơ")


def workbook(rows: Iterable[tuple[Dossier, Sheet]], *, fields: tuple[Field, ...] = FIELDS) -> bytes:
    """Return the workbook; every cell is text, so that no program reads a number or a formula into it."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet("Phiếu dữ liệu")
        head, plain = (
            book.add_format({"bold": True, "text_wrap": True, "border": 1}),
            book.add_format({"num_format": "@"}),
        )
        for place, words in enumerate((*_FIRST, *(field.label for field in fields))):
            page.write_string(0, place, words, head)
            page.set_column(place, place, min(_WIDEST, max(10, len(words))), plain)
        for number, (dossier, sheet) in enumerate(rows, start=1):
            said = {line.field.label: line.value for line in sheet.lines}
            for place, value in enumerate(
                (str(number), dossier.code, *(said.get(field.label, "") for field in fields))
            ):
                page.write_string(number, place, value, plain)
        page.freeze_panes(1, 2)
    return made.getvalue()
