"""Words of the tests about handing on: a mark, a stored reconciliation with a difference, the row of a scan."""

from candidates.enums import DifferenceKind, PaperKind, ScanType, Stage
from candidates.models import Difference, Dossier, HandedOn, Paper, Reconciliation, Scan
from organizations.models import Unit
from tests import people
from tests.people import FOUNDED, TODAY


def around(cast: people.Cast) -> Dossier:
    """A decided dossier of the cell with its mark and a scan, and a reconciliation of the bloc that names it."""
    made = people.dossier(cast, Stage.DECIDED, full_name="Phạm Văn Quyết")
    mark(made)
    scan(made.papers.get(kind=PaperKind.CERTIFICATE))
    differ(reconciliation(cast.bloc), made)
    return made


def mark(made: Dossier) -> HandedOn:
    """Record that a dossier was entered."""
    return HandedOn.objects.create(dossier=made, on=TODAY)


def reconciliation(where: Unit) -> Reconciliation:
    """Store a reconciliation of a unit."""
    return Reconciliation.objects.create(unit=where, first_day=FOUNDED, last_day=TODAY, listed=1, matched=0)


def differ(stored: Reconciliation, made: Dossier | None = None, **values: object) -> Difference:
    """Store a difference: a dossier that the list has not, or a line of the list."""
    said = (
        {"kind": DifferenceKind.ONLY_HERE, "dossier": made} if made else {"kind": DifferenceKind.ONLY_THERE, "line": 2}
    )
    return Difference.objects.create(reconciliation=stored, **said | values)


def scan(paper: Paper, **values: object) -> Scan:
    """Record a scan whose file nobody wrote."""
    known = {"stored_as": f"{paper.pk:032x}", "sha256": "0" * 64, "size": 9, "kind": ScanType.PDF, "on": TODAY}
    return Scan.objects.create(paper=paper, **known | values)
