"""What a story invents of votes: of the cell on each proposal and recognition, of the deciding committee on each decision."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from candidates import facts, policy
from candidates.enums import BallotBody, BallotForm, BallotSubject, Stage
from candidates.models import Ballot
from candidates.rules.ballots import measure
from candidates.rules.parameters import Values
from reports.demo.dossiers import Followed
from reports.demo.lives import working_day

ADMISSION, RECOGNITION = BallotSubject.ADMISSION, BallotSubject.RECOGNITION
COMMITTEE_OF = 11
# A meeting of the year 2021 at which twelve of nineteen were not enough; the dossier waits for the next one.
FAILED = {"members": 21, "away": 1, "exempt_absent": 1, "present": 18, "in_favour": 12, "against": 5, "blank": 1}


def hold(random: Random, followed: Iterable[Followed], fails: Followed | None = None) -> None:
    """Record the votes that carried the steps of each way, and one that failed."""
    values = lru_cache(policy.in_force)
    made = [ballot for each in followed for ballot in _votes(random, each)]
    if fails:
        on = failed_on(fails)
        made.append(Ballot(dossier=fails.dossier, subject=ADMISSION, body=BallotBody.CELL, held_on=on, **FAILED))
    for ballot in made:
        _measure(ballot, values(ballot.held_on))
    Ballot.objects.bulk_create(made)


def failed_on(each: Followed) -> date:
    """The day of a first vote that failed: some weeks after the dossier was begun."""
    return working_day(each.life.day(Stage.PREPARING) + timedelta(days=14))


def _votes(random: Random, each: Followed) -> Iterator[Ballot]:
    if proposed := each.life.day(Stage.PROPOSED):
        yield _of_cell(random, each, ADMISSION, proposed)
    if decided := each.life.day(Stage.DECIDED):
        yield _of_committee(random, each, decided)
    if official := each.life.day(Stage.OFFICIAL):
        after = official + timedelta(days=random.randint(3, 12))
        yield _of_cell(random, each, RECOGNITION, each.life.day(Stage.REVIEWED) or after)


def _of_cell(random: Random, each: Followed, subject: BallotSubject, on: date) -> Ballot:
    members, away = random.randint(9, 24), random.choice([0, 0, 0, 1])
    present = members - away - random.choice([0, 0, 1])
    counts = {"members": members, "away": away, "present": present, "in_favour": present, "against": 0}
    form = random.choice(list(BallotForm))
    return Ballot(dossier=each.dossier, subject=subject, body=BallotBody.CELL, held_on=on, form=form, **counts)


def _of_committee(random: Random, each: Followed, on: date) -> Ballot:
    present = COMMITTEE_OF - random.choice([0, 1, 2])
    counts = {"members": COMMITTEE_OF, "present": present, "in_favour": present, "against": 0}
    body = BallotBody.UPPER_STANDING
    return Ballot(dossier=each.dossier, subject=ADMISSION, body=body, held_on=on, form=BallotForm.HANDS, **counts)


def _measure(ballot: Ballot, values: Values) -> None:
    found = measure(facts.tally(ballot), values)
    ballot.denominator, ballot.outcome, ballot.verdict = found.denominator, found.outcome, found.verdict.plain()
