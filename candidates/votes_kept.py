"""Which step a vote carries, and which votes still count after a step was made again by order (CV 1361, no. 98, 99)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from candidates.enums import MAIN_LINE, BallotBody, BallotSubject, Stage, Way
from candidates.models import Ballot, Dossier


@dataclass(frozen=True)
class Place:
    """Where a vote belongs on the way: the stage from which on it can be held, and the step that it carries."""

    since: Stage
    carries: Stage


def place_of(subject: str, body: str) -> Place:
    """Return where a vote about a subject by a body belongs."""
    of_cell = body == BallotBody.CELL
    if subject == BallotSubject.ADMISSION:
        return Place(Stage.PREPARING, Stage.PROPOSED) if of_cell else Place(Stage.PROPOSED, Stage.DECIDED)
    if subject == BallotSubject.ENDORSEMENT:
        return Place(Stage.PROPOSED, Stage.ENDORSED)
    if subject == BallotSubject.RECOGNITION:
        return Place(Stage.ADMITTED, Stage.REVIEWED if of_cell else Stage.OFFICIAL)
    return Place(Stage.ADMITTED, Stage.STRUCK_OFF)


def counting(dossier: Dossier) -> Iterator[Ballot]:
    """The votes on a dossier that still count: not those for a step that was since ordered to be made again."""
    ballots = list(dossier.ballots.all())
    again = [(each.stage, each.on) for each in dossier.steps if each.way == Way.BACK] if ballots else []
    return (each for each in ballots if not any(_is_overtaken(each, *back) for back in again))


def _is_overtaken(ballot: Ballot, back_to: str, on: date) -> bool:
    carries = place_of(ballot.subject, ballot.body).carries
    lies_after = carries in MAIN_LINE and MAIN_LINE.index(carries) > MAIN_LINE.index(Stage(back_to))
    return ballot.held_on < on and lies_after
