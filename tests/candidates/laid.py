"""Words of the tests about papers: a stored paper, a line of the hand-over book, and what is typed of each."""

from datetime import date

from candidates.enums import Direction, PaperKind
from candidates.models import Dossier, Handover, Paper
from organizations.models import Unit

ON = date(2019, 9, 2)


def paper(made: Dossier, kind: PaperKind = PaperKind.OPINIONS_SUMMARY, **values: object) -> Paper:
    """Store a paper beside the action."""
    return Paper.objects.create(dossier=made, kind=kind, **{"issued_on": ON} | values)


def handed(made: Dossier, keeper: Unit, direction: Direction = Direction.RECEIVED, **values: object) -> Handover:
    """Store a line of the book of ``keeper`` beside the action."""
    known = {"on": ON, "counterpart": "Chi bộ", "signed_by": "Lê Văn Giao", "kinds": [PaperKind.BIOGRAPHY], "count": 1}
    known |= {"number": Handover.ever.filter(unit=keeper).count() + 1, "direction": direction} | values
    return Handover.objects.create(dossier=made, unit=keeper, year=known["on"].year, **known)


def typed(**changed: str) -> dict[str, str]:
    """A line of the book as it is typed."""
    known = {
        "direction": "in",
        "on": "20/5/2021",
        "counterpart": "Chi bộ Một",
        "signed_by": "Lê Văn Giao",
        "count": "7",
    }
    return known | changed
