"""Says in a PDF file of which cells a table's head is the head: of its column, or of its row. WeasyPrint leaves that out."""

from typing import Any


def scoped(document: Any, pdf: Any) -> None:
    """Give every head cell of a structure tree its scope; WeasyPrint calls it before the file is closed."""
    by_reference = {each.reference: each for each in pdf.objects if isinstance(each, dict)}
    for element in by_reference.values():
        if element.get("S") == "/TH":
            attributes = element.setdefault("A", type(element)({"O": "/Table"}))
            attributes["Scope"] = "/Column" if _stands_in_head(element, by_reference) else "/Row"


def _stands_in_head(element: dict, by_reference: dict[bytes, dict]) -> bool:
    """Whether the row of a cell lies in the head of its table."""
    row = by_reference.get(element.get("P"), {})
    return by_reference.get(row.get("P"), {}).get("S") == "/THead"
