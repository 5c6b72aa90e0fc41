"""Lists inside a form: the papers of the dossier with number and day, what a return asks to mend."""

from candidates.enums import HoldKind
from organizations.formats import date_vn
from reports.forms.subject import Subject

Rows = tuple[tuple[str, ...], ...]
ASKED = ("TT", "Giấy tờ, mục", "Nội dung cần bổ sung, hoàn thiện")
HEADS = ("TT", "Tên giấy tờ", "Số, ký hiệu", "Ngày")


def papers(found: Subject) -> tuple[tuple[str, ...], Rows]:
    """Return the heads and the recorded papers as known on the day, the oldest first, and three empty rows for the pen."""
    known = sorted(found.papers.values(), key=lambda each: (each.issued_on, each.pk))
    rows = [
        (str(place), each.get_kind_display(), each.number, date_vn(each.issued_on))
        for place, each in enumerate(known, 1)
    ]
    return HEADS, (*rows, *[("", "", "", "")] * 3)


def comments(found: Subject) -> tuple[tuple[str, ...], Rows]:
    """Return what the newest return of the dossier asks to mend, and empty rows for the pen where nothing is recorded."""
    returned = [
        each for each in found.dossier.holds.all() if each.kind == HoldKind.RETURNED and each.begun_on <= found.on
    ]
    asked = list(returned[-1].comments.all()) if returned else []
    rows = [(str(place), each.field, each.words) for place, each in enumerate(asked, 1)]
    return ASKED, (*rows, *[("", "", "")] * (1 if rows else 5))


ALL = {"papers": papers, "comments": comments}
