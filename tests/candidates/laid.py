"""Words of the tests about papers: a stored paper, a line of the hand-over book, and what is typed of each."""

from collections.abc import Callable
from datetime import date

from candidates.enums import Direction, PaperKind
from candidates.models import Dossier, Handover, Paper, PaperForm
from organizations.models import Unit

ON = date(2019, 9, 2)


def paper(made: Dossier, kind: PaperKind = PaperKind.OPINIONS_SUMMARY, **values: object) -> Paper:
    """Store a paper beside the action."""
    return Paper.objects.create(dossier=made, kind=kind, **{"issued_on": ON} | values)


def handed(made: Dossier, keeper: Unit, direction: Direction = Direction.RECEIVED, **values: object) -> Handover:
    """Store a line of the book of ``keeper`` beside the action."""
    known = {"on": ON, "counterpart": "Chi bộ", "signed_by": "Lê Văn Giao", "kinds": [PaperKind.BIOGRAPHY], "count": 1}
    known |= {"number": Handover.ever.filter(unit=keeper).count() + 1, "direction": direction} | values
    return Handover.objects.create(dossier=made, unit=keeper, **{"year": known["on"].year} | known)


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


def _form(**values: object) -> PaperForm:
    """One more row of the catalogue beside a known one."""
    known = PaperForm.objects.filter(void=False).first()
    known.pk, known._state.adding = None, True
    for name, value in {"valid_from": date(1990, 1, 1), "valid_until": date(1990, 2, 1), **values}.items():
        setattr(known, name, value)
    known.save(force_insert=True)
    return known


def _same_number(made: Dossier) -> None:
    for _ in range(2):
        handed(made, made.unit, number=1)


def _same_time() -> None:
    for _ in range(2):
        _form()


# Every named constraint of these models, with a row that breaks it.
BREAKS: dict[str, Callable[[Dossier], object]] = {
    "candidates_paperform_period_has_days": lambda made: _form(valid_until=date(1990, 1, 1)),
    "candidates_paperform_one_at_a_time": lambda made: _same_time(),
    "candidates_paperform_has_copies": lambda made: _form(copies=0),
    "candidates_paperform_corrected_with_reason": lambda made: _form(corrects=_form(void=True), reason=""),
    "candidates_paperform_confirmed_by_and_on": lambda made: _form(confirmed_by=None, confirmed_on=ON),
    "candidates_paper_checked_by_and_on": lambda made: paper(made, checked_on=ON),
    "candidates_handover_number": _same_number,
    "candidates_handover_numbered_in_its_year": lambda made: handed(made, made.unit, year=2018),
    "candidates_handover_number_positive": lambda made: handed(made, made.unit, number=0),
}
