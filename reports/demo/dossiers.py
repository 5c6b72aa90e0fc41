"""Writes invented people and their ways as dossiers: persons, stages, papers, each kind of row in one go."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from candidates import levels, moves, policy, stages, terms
from candidates.actions import person_values
from candidates.enums import Stage
from candidates.guards import Step
from candidates.models import Dossier, Paper, Person, StageEntry
from candidates.moves import Move
from candidates.terms import Due
from organizations.models import Unit, User
from reports.demo import ways
from reports.demo.lives import Life


@dataclass(frozen=True)
class Placed:
    """An invented person: the cell, the way through the stages, values of Person and of Dossier."""

    cell: Unit
    life: Life
    person: dict
    dossier: dict


@dataclass(frozen=True)
class Followed:
    """A dossier that was written, with the way it went."""

    dossier: Dossier
    life: Life


@dataclass(frozen=True)
class Office:
    """Who records which step, and what stands on its paper; recognitions are signed some days after their day."""

    by: Mapping[Stage, User]
    numbers: Mapping[Stage, str]
    issuers: Mapping[Stage, str]
    kept_at: str
    signed_after: int = 0


def write(placed: Sequence[Placed], office: Office) -> list[Followed]:
    """Write persons, dossiers, their stages and papers; return them in the order given."""
    above = {cell: levels.of_unit(cell, placed[0].life.steps[0][1]) for cell in {each.cell.pk for each in placed}}
    placed = [
        replace(each, life=ways.whole(each.life, above[each.cell.pk], place)) for place, each in enumerate(placed)
    ]
    persons = Person.objects.bulk_create(Person(**person_values(each.person)) for each in placed)
    dossiers = Dossier.objects.bulk_create(_dossier(person, each) for person, each in zip(persons, placed, strict=True))
    followed = [Followed(dossier, each.life) for dossier, each in zip(dossiers, placed, strict=True)]
    with policy.remembering():
        _write_steps(followed, office)
    return followed


def _dossier(person: Person, each: Placed) -> Dossier:
    steps = each.life.steps
    return Dossier(person=person, unit=each.cell, stage=steps[-1][0], version=len(steps), **each.dossier)


def _write_steps(followed: Sequence[Followed], office: Office) -> None:
    clock = _Clock()
    places = [(each, place) for each in followed for place in range(len(each.life.steps))]
    entries = StageEntry.objects.bulk_create(_entry(each, place, office, clock) for each, place in places)
    numbers: Counter[tuple[Stage, int]] = Counter()
    papers = []
    for (each, place), entry in zip(places, entries, strict=True):
        if place and (move := moves.find(entry.from_stage, entry.stage)).paper:
            papers.append(stages.paper_of(entry, move, _step(each.life, move, entry.on, office, numbers)))
    Paper.objects.bulk_create(papers)


@dataclass
class _Clock:
    """When steps are due, asked once for each move and its days."""

    known: dict[tuple, Due | dict | None] = field(default_factory=dict)

    def due(self, move: Move, on: date, received_on: date | None) -> dict:
        """Return what is kept of when the step after a move is due."""
        key = (move.to, on, received_on)
        if key not in self.known:
            self.known[key] = terms.kept(terms.due_after(move, on, received_on), terms.counts_from(move, on))
        return self.known[key]

    def over(self, to: Stage, on: date) -> Due | None:
        """Return when the probation that a step begins is over."""
        if (to, on) not in self.known:
            self.known[to, on] = terms.probation_over(to, on)
        return self.known[to, on]


def _entry(each: Followed, place: int, office: Office, clock: _Clock) -> StageEntry:
    life, steps = each.life, each.life.steps
    (stage, on), before = steps[place], steps[place - 1][0] if place else None
    received = life.received_on if stage == Stage.DECIDED else None
    over = clock.over(stage, on)
    due = clock.due(*_starting(steps, place), received) if before else {}
    return StageEntry(
        dossier=each.dossier,
        position=place + 1,
        from_stage=before or "",
        stage=stage,
        on=on,
        until=_until(steps, place),
        unit=each.dossier.unit,
        by=office.by[stage],
        exit_reason=life.exit_reason if stage == Stage.REMOVED else "",
        ends_on=over.on if over else None,
        ends_rule=over.rule if over else None,
        **due,
    )


def _until(steps: Sequence[tuple[Stage, date]], place: int) -> date | None:
    """When a step ended: recognition reaches back before the cell's review, which then ends on its own day."""
    following = [on for _, on in steps[place + 1 :]]
    return max(min(following), steps[place][1]) if following else None


def _starting(steps: Sequence[tuple[Stage, date]], place: int) -> tuple[Move, date]:
    """The move that began the term of a step, and its day: its own, or those of the step from which the term runs on."""
    move = moves.find(steps[place - 1][0], steps[place][0])
    return _starting(steps, place - 1) if move.goes_on else (move, steps[place][1])


def _step(life: Life, move: Move, on: date, office: Office, numbers: Counter) -> Step:
    """What was said of a move; numbers run from 1 each year."""
    signed = on + timedelta(days=office.signed_after) if move.to == Stage.OFFICIAL else on
    numbers[move.to, signed.year] += 1
    number = office.numbers[move.to].format(numbers[move.to, signed.year]) if move.to in office.numbers else ""
    received = life.received_on if move.to == Stage.DECIDED else None
    words = {"number": number, "issuer": office.issuers.get(move.to, ""), "kept_at": office.kept_at}
    return Step(on=signed, received_on=received, **words)
