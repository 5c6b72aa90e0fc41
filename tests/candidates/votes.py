"""Words of the tests about votes: a stored vote, and what is typed of one."""

from collections.abc import Callable
from datetime import date

from candidates.enums import BallotBody, BallotOutcome, BallotSubject
from candidates.models import Ballot, Dossier

MET_ON = date(2019, 10, 7)
# Situation 3 of reports-outline.md: 19 count, 13 are enough.
CELL = {"members": 21, "away": 1, "exempt_absent": 1, "present": 18, "in_favour": 13, "against": 5, "blank": 0}
# Situation 4: 15 members, 10 are enough.
COMMITTEE = {"members": 15, "away": 0, "exempt_absent": 0, "present": 13, "in_favour": 10, "against": 3, "blank": 0}


def given(body: BallotBody = BallotBody.CELL, **changed: object) -> dict:
    """A vote as the action takes it: of the cell that of situation 3, of a committee that of situation 4."""
    counts = CELL if body == BallotBody.CELL else COMMITTEE
    known = {"subject": BallotSubject.ADMISSION, "body": body, "held_on": MET_ON, "form": "", "number": ""}
    return known | counts | changed


def typed(counts: dict, **changed: object) -> dict[str, str]:
    """The numbers of a vote as they are typed."""
    return {name: str(value) for name, value in (counts | changed).items()}


def held(made: Dossier, body: BallotBody = BallotBody.CELL, **changed: object) -> Ballot:
    """Store a vote that passed, beside the action."""
    said = {"denominator": 19 if body == BallotBody.CELL else 15, "outcome": BallotOutcome.PASSED}
    return Ballot.objects.create(dossier=made, **given(body) | said | changed)


def _beside(**changed: object) -> Callable[[Dossier], object]:
    """A vote of another day that breaks a rule of the table."""
    return lambda made: held(made, held_on=date(2019, 11, 18), **changed)


def _twice(made: Dossier) -> None:
    held(made)
    held(made)


# Every named constraint of a vote, with a row that breaks it.
BREAKS: dict[str, Callable[[Dossier], object]] = {
    "candidates_ballot_once_a_meeting": _twice,
    "candidates_ballot_present_are_members": _beside(present=20, in_favour=15),
    "candidates_ballot_adds_up": _beside(in_favour=12),
    "candidates_ballot_away_only_in_cell": lambda made: _of_committee(made, away=1),
    "candidates_ballot_denominator_within": _beside(denominator=22),
}


def _of_committee(made: Dossier, **changed: object) -> Ballot:
    return Ballot.objects.create(
        dossier=made, **given(BallotBody.GRASSROOTS_COMMITTEE, **changed), denominator=15, outcome=BallotOutcome.PASSED
    )
