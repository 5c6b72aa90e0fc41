"""The letters of the shelf: their texts, what each is expected to give, and the same text as .docx, as PDF, in narrow lines."""

import html
import io
import json
import textwrap
from pathlib import Path

from docx import Document
from weasyprint import HTML

SHELF = Path(__file__).parent.parent / "letters"
FOUR = ("2246-cv-tu", "259-cv-duk", "52-cv-btcdu", "ket-luan-2014")
NAMES = sorted(path.stem for path in SHELF.glob("*.txt"))
# Fields of a proposal that hold whole sentences: their line breaks follow the page.
_PROSE = ("sentence", "action")


def text(name: str) -> str:
    """The text of a letter."""
    return (SHELF / f"{name}.txt").read_text(encoding="utf-8")


def expected(name: str) -> dict:
    """What the letter gives, as ``read_directive --json`` writes it."""
    return json.loads((SHELF / f"{name}.json").read_text(encoding="utf-8"))


def without_prose(found: dict) -> dict:
    """The proposals without their sentences."""
    rows = {
        key: [{name: said for name, said in row.items() if name not in _PROSE} for row in found[key]]
        for key in ("targets", "duties")
    }
    return found | rows | {"criteria": len(found["criteria"]), "not_understood": len(found["not_understood"])}


def narrow(letter: str, width: int = 78) -> str:
    """The letter in lines as a page breaks them, tables as they are."""
    lines = (
        line if "\t" in line or "|" in line else textwrap.fill(line, width, break_long_words=False)
        for line in letter.split("\n")
    )
    return "\n".join(lines)


def docx(letter: str) -> bytes:
    """The letter as a .docx: a paragraph for each line, a table for lines with cells."""
    made, rows = Document(), []
    for line in [*letter.split("\n"), ""]:
        if line.strip().count("\t") >= 2:
            rows.append(line.split("\t"))
            continue
        if rows:
            _table(made, rows)
            rows = []
        made.add_paragraph(line)
    return _saved(made)


def _table(made: Document, rows: list[list[str]]) -> None:
    table = made.add_table(rows=0, cols=max(len(row) for row in rows))
    for row in rows:
        cells = table.add_row().cells
        for cell, words in zip(cells[len(cells) - len(row) :], row, strict=True):
            cell.text = words


def _saved(made: Document) -> bytes:
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def pdf(letter: str) -> bytes:
    """The letter as a PDF of pages with a text layer, set as a typist sets it, tables with rules."""
    blocks, rows = [], []
    for line in [*letter.split("\n"), ""]:
        if line.strip().count("\t") >= 2:
            cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in line.split("\t"))
            rows.append(f"<tr>{cells}</tr>")
            continue
        if rows:
            blocks.append(f"<table>{''.join(rows)}</table>")
            rows = []
        # The left and the right column stand apart, as in a table without rules.
        words = html.escape(line).replace("\t", "<i></i>")
        blocks.append(f"<p>{words or '&nbsp;'}</p>")
    return HTML(string=f"<style>{_PAGE}</style>{''.join(blocks)}").write_pdf()


_PAGE = (
    "@page { size: A4; margin: 20mm 15mm 20mm 30mm } body { font: 13pt 'Liberation Serif', serif; text-align: justify }"
    "p { margin: 0 0 4pt; white-space: pre-wrap } i { padding-left: 40pt } table { border-collapse: collapse; width: 100% }"
    "td { border: 1px solid black; padding: 2pt 4pt }"
)
