"""Lists inside a form: the papers of the dossier, those of every paper's number and day."""

from organizations.formats import date_vn
from reports.forms.subject import Subject

Rows = tuple[tuple[str, ...], ...]
HEADS = ("TT", "Tên giấy tờ", "Số, ký hiệu", "Ngày")


def papers(found: Subject) -> tuple[tuple[str, ...], Rows]:
    """Return the heads and the recorded papers as known on the day, the oldest first, and three empty rows for the pen."""
    known = sorted(found.papers.values(), key=lambda each: (each.issued_on, each.pk))
    rows = [
        (str(place), each.get_kind_display(), each.number, date_vn(each.issued_on))
        for place, each in enumerate(known, 1)
    ]
    return HEADS, (*rows, *[("", "", "", "")] * 3)


ALL = {"papers": papers}
