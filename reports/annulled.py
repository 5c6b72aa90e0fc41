"""The line of annulled decisions: apart from those admitted, who stay counted in the period in which they were."""

from dataclasses import replace
from datetime import date

from candidates import statistics
from candidates.enums import Stage
from candidates.statistics import Cell
from organizations.formats import date_vn
from reports.document import Figure, Paragraph
from reports.links import behind


def line(admitted: Cell) -> tuple[Paragraph, ...]:
    """Return the paragraph on decisions annulled in the period of those admitted, with their reasons; none without any."""
    cell = replace(admitted, stages=(Stage.ANNULLED,))
    found = list(statistics.entries(cell).order_by("on", "pk").values_list("on", "note", "paper__number"))
    if not found:
        return ()
    reasons = "; ".join(_reason(*each) for each in found)
    words = (
        f"Hủy quyết định kết nạp trong kỳ: −{{annulled}} đảng viên ({reasons}). Số này ghi riêng, không trừ vào số đã kết "
        "nạp nêu trên."
    )
    return (Paragraph(words, {"annulled": Figure(statistics.count(cell), href=behind(cell))}),)


def _reason(on: date, note: str, number: str | None) -> str:
    paper = f"quyết định số {number} ngày {date_vn(on)}" if number else f"ngày {date_vn(on)}"
    said = note.translate({ord("{"): "(", ord("}"): ")"})  # braces name figures in a paragraph
    return f"{paper}: {said}" if said else paper
