"""Words of the tests about handing on: a mark, a stored reconciliation with a difference, the row of a scan."""

from collections.abc import Callable

from candidates.enums import DifferenceKind, PaperKind, ScanType, Stage
from candidates.models import Difference, Dossier, HandedOn, Paper, Reconciliation, Scan, ScanSwitch
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


def _twice(make: Callable[[], object]) -> None:
    for _ in range(2):
        make()


def _certificate(made: Dossier) -> Paper:
    return Paper.objects.create(dossier=made, kind=PaperKind.CERTIFICATE, issued_on=FOUNDED)


def _stored(made: Dossier, **values: object) -> Reconciliation:
    known = {"first_day": FOUNDED, "last_day": TODAY, "listed": 1, "matched": 0}
    return Reconciliation.objects.create(unit=made.unit, **known | values)


# Every named constraint of these models, with a row that breaks it.
BREAKS: dict[str, Callable[[Dossier], object]] = {
    "candidates_handedon_once": lambda made: _twice(lambda: mark(made)),
    "candidates_reconciliation_ends_after_start": lambda made: _stored(made, first_day=TODAY, last_day=FOUNDED),
    "candidates_reconciliation_matched_of_listed": lambda made: _stored(made, matched=2),
    "candidates_difference_sides": lambda made: differ(_stored(made), made, name="Ai đó"),
    "candidates_difference_settled_with_note": lambda made: differ(_stored(made), made, settled_on=TODAY),
    "candidates_scanswitch_has_reason": lambda made: ScanSwitch.objects.create(is_on=True, on=TODAY, reason=""),
    "candidates_scan_void_with_reason": lambda made: scan(_certificate(made), void=True),
    "candidates_scan_once": lambda made: _scanned_twice(_certificate(made)),
}


def _scanned_twice(paper: Paper) -> None:
    for name in ("a", "b"):
        scan(paper, stored_as=name * 32)
