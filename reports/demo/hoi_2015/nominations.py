"""Whom the organisations of the story nominated in 2015, and what the cells answered."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from candidates.actions import person_values
from candidates.enums import Answer, ReturnReason, Stage
from candidates.models import Membership, Nomination, Person
from organizations.enums import Level
from organizations.models import Unit, User
from reports.demo.hoi_2015 import bodies, memberships
from reports.demo.hoi_2015.associations import NOBODY_NOMINATED, RED_CROSS
from reports.demo.hoi_2015.memberships import Person as Known
from reports.demo.hoi_2015.organisations import Organisation, Societies
from reports.demo.hoi_2015.people import draw
from reports.demo.hoi_2015.tree import FOUNDED, Land
from reports.demo.lives import working_day

FIRST = date(2015, 1, 5)
BY_ASSOCIATION, BY_OTHERS = 0.62, 0.5
# Branches that nominated nobody: those of a few codes in a few areas, as if they had not begun yet.
IDLE_AREAS = ("60.04", "60.07")
FOUND_AT = (
    "Phong trào hiến máu tình nguyện", "Cuộc vận động xây dựng nông thôn mới", "Hội thi, hội diễn của hội",
    "Phong trào thi đua lao động sáng tạo", "Hoạt động khuyến học, khuyến tài", "",
)  # fmt: skip
RETURNED = (
    (date(2015, 3, 9), ReturnReason.STANDARD), (date(2015, 4, 13), ReturnReason.WISH),
    (date(2015, 5, 18), ReturnReason.PAPERS), (date(2015, 6, 8), ReturnReason.PLACE),
    (date(2015, 7, 13), ReturnReason.STANDARD), (date(2015, 8, 17), ReturnReason.AGE),
    (date(2015, 9, 14), ReturnReason.STANDARD), (date(2015, 10, 12), ReturnReason.PAPERS),
    (date(2015, 11, 9), ReturnReason.OTHER),
)  # fmt: skip
# Not answered at the end of the year: when, and by when an answer was asked; the first of them is past that day.
WAITING = (
    (date(2015, 10, 12), date(2015, 11, 30)), (date(2015, 11, 16), date(2016, 1, 15)), (date(2015, 11, 23), None),
    (date(2015, 12, 7), date(2016, 1, 31)), (date(2015, 12, 14), None), (date(2015, 12, 21), date(2016, 2, 1)),
    (date(2015, 12, 28), None),
)  # fmt: skip


@dataclass(frozen=True)
class Recorders:
    """Who records nominations of which organisation, and who answers."""

    by: dict[Unit, User]
    answers: User


def nominate(random: Random, people: Sequence[Known], societies: Societies, recorders: Recorders) -> None:
    """Record the nominations that cells took up; the first member of two active associations is nominated by both."""
    active = [each for each in societies.associations if _is_active(each)]
    unheard = {each.unit for each in active if each.level == Level.PROVINCE}
    made: list[Nomination] = []
    twice = next(person for person in people if len(_able(person, active)) == 2)
    for person in people:
        able = _able(person, active)
        chosen = able if person == twice else _chosen(random, able, person.others, unheard)
        unheard -= set(chosen)
        made += [_taken_up(random, person, unit, recorders) for unit in chosen]
    _save(made)


def nominate_others(random: Random, land: Land, societies: Societies, recorders: Recorders) -> None:
    """Record nominations of people who have no dossier; the first two that wait lie on the demo secretary's desk."""
    made = [_fresh(random, land, societies, day, recorders) for day, _ in RETURNED]
    for each, (day, reason) in zip(made, RETURNED, strict=True):
        each.answer, each.return_reason, each.answered_by = Answer.RETURNED, reason, recorders.answers
        each.answered_on = working_day(day + timedelta(days=random.randint(14, 35)))
    for place, (day, answer_by) in enumerate(WAITING):
        each = _fresh(random, land, societies, day, recorders, on_desk=place < 2)
        each.answer_by = answer_by
        made.append(each)
    _save(made)


def _is_active(each: Organisation) -> bool:
    if each.level == Level.PROVINCE:
        return each.code not in NOBODY_NOMINATED
    return each.code == RED_CROSS or each.area not in IDLE_AREAS


def _able(person: Known, active: Sequence[Organisation]) -> list[Unit]:
    units = {each.unit for each in active}
    return [unit for unit in person.associations if unit in units]


def _chosen(random: Random, able: Sequence[Unit], others: Sequence[Unit], unheard: set[Unit]) -> list[Unit]:
    """An association of the person, always where it nominated nobody yet; else a socio-political organisation or nobody."""
    if able and (able[0] in unheard or random.random() < BY_ASSOCIATION):
        return [able[0]]
    return [random.choice(others)] if others and random.random() < BY_OTHERS else []


def _taken_up(random: Random, person: Known, organisation: Unit, recorders: Recorders) -> Nomination:
    dossier, begun = person.followed.dossier, person.followed.life.day(Stage.SOURCE)
    return Nomination(
        person=dossier.person,
        organisation=organisation,
        cell=dossier.unit,
        nominated_on=max(FIRST, working_day(begun - timedelta(days=random.randint(3, 25)))),
        found_at=random.choice(FOUND_AT),
        by=recorders.by.get(organisation),
        answer=Answer.ACCEPTED,
        answered_on=begun,
        answered_by=recorders.answers,
        dossier=dossier,
    )


def _fresh(
    random: Random, land: Land, societies: Societies, day: date, recorders: Recorders, *, on_desk: bool = False
) -> Nomination:
    """A nomination by an association of somebody new to the cell: on the desk by the Red Cross of the province."""
    seats = [seat for seat in land.seats if seat.name == bodies.SECRETARY_CELL] if on_desk else land.seats
    seat = random.choice([seat for seat in seats if seat.since <= day])
    able = [each.unit for each in memberships.open_associations(seat, societies) if _is_active(each)]
    organisation = societies.association(RED_CROSS) if on_desk or not able else random.choice(able)
    person = Person.objects.create(**person_values(draw(random, seat, day)[0]))
    since = FOUNDED + timedelta(days=random.randint(400, 1750))
    Membership.objects.create(person=person, organisation=organisation, valid_from=since)
    where = {"organisation": organisation, "cell": seat.cell, "by": recorders.by.get(organisation)}
    return Nomination(person=person, nominated_on=day, found_at=random.choice(FOUND_AT), **where)


def _save(made: Iterable[Nomination]) -> None:
    """Number the letters of each organisation in the order of their days, on from those that were saved before."""
    given: Counter[int] = Counter(Nomination.objects.values_list("organisation", flat=True))
    ordered = sorted(made, key=lambda each: each.nominated_on)
    for each in ordered:
        given[each.organisation_id] += 1
        each.number = f"{given[each.organisation_id]:02d}/GT"
    Nomination.objects.bulk_create(ordered)
