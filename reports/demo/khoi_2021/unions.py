"""The two organisations that letter 259-CV/ĐUK names: who belongs to them, and whom they nominated."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from candidates.actions import person_values
from candidates.enums import Answer, Occupation, ReturnReason, Stage
from candidates.models import Membership, Nomination, Person
from organizations.enums import FigureKind, Level, UnitKind
from organizations.models import Figure, Unit, User
from reports.demo import units
from reports.demo.dossiers import Followed
from reports.demo.khoi_2021.people import invent
from reports.demo.khoi_2021.tree import FOUNDED, Body
from reports.demo.lives import working_day

SOURCE = "Báo cáo năm của tổ chức (số liệu minh họa)"
_FIGURES = {
    date(2019, 12, 31): ((1588, 498, 1090, 5, 5), (9763, 4702, 5058, 9, 9)),
    date(2020, 12, 31): ((1612, 517, 1095, 5, 5), (9840, 4795, 5041, 9, 9)),
}
_KINDS = (
    FigureKind.ORGANISATION_MEMBERS,
    FigureKind.ALREADY_IN_PARTY,
    FigureKind.NOT_YET_OF_AGE,
    FigureKind.OFFICE_STAFF,
    FigureKind.OFFICE_OFFICIAL,
)
NOMINATED_BY_YOUTH, NOMINATED_BY_TRADE, IN_TRADE_UNION = 0.5, 0.16, 0.86
# Nominations whose persons have no dossier: when they were made, by when an answer was asked, the answer and its reason.
RETURNED = (
    (date(2020, 7, 6), ReturnReason.STANDARD), (date(2020, 9, 14), ReturnReason.WISH),
    (date(2020, 11, 2), ReturnReason.PAPERS), (date(2021, 1, 11), ReturnReason.STANDARD),
    (date(2021, 2, 22), ReturnReason.PLACE), (date(2021, 3, 15), ReturnReason.AGE),
    (date(2021, 4, 5), ReturnReason.STANDARD), (date(2021, 4, 19), ReturnReason.PAPERS),
)  # fmt: skip
WAITING = (
    (date(2021, 4, 12), date(2021, 5, 20)), (date(2021, 5, 4), date(2021, 6, 15)), (date(2021, 5, 10), None),
    (date(2021, 5, 18), date(2021, 6, 30)), (date(2021, 5, 24), None), (date(2021, 5, 26), date(2021, 6, 30)),
)  # fmt: skip


@dataclass(frozen=True)
class Unions:
    """The two organisations."""

    youth: Unit
    trade: Unit


def plant(bloc: Unit) -> Unions:
    """Create the youth union of the bloc and the trade union of officials, both followed by the bloc."""
    kind, level = UnitKind.SOCIO_POLITICAL, Level.DISTRICT
    youth = units.organisation("D.22.001.1", "Đoàn Thanh niên Khối các cơ quan tỉnh", kind, level, None, bloc, FOUNDED)
    trade = units.organisation("D.22.001.2", "Công đoàn Viên chức tỉnh", kind, level, None, bloc, FOUNDED)
    return Unions(youth, trade)


def declare(unions: Unions) -> None:
    """Record what both declared at the end of two years."""
    rows = []
    for day, values in _FIGURES.items():
        for unit, by, numbers in zip(
            (unions.youth, unions.trade), ("Ban Thường vụ Đoàn Khối", "Ban Thường vụ Công đoàn"), values, strict=True
        ):
            rows += units.figures(unit, day, dict(zip(_KINDS, numbers, strict=True)), by, SOURCE)
    Figure.objects.bulk_create(rows)


def join(random: Random, unions: Unions, followed: Sequence[Followed]) -> list[Membership]:
    """Give people their memberships: the youth union's are those of whom the dossier says so."""
    rows = []
    for each in followed:
        if each.dossier.youth_union:
            rows.append(_membership(random, each.dossier.person, unions.youth))
        if each.dossier.occupation != Occupation.OTHER and random.random() < IN_TRADE_UNION:
            rows.append(_membership(random, each.dossier.person, unions.trade))
    return Membership.objects.bulk_create(rows)


def nominate(random: Random, unions: Unions, memberships: Sequence[Membership], followed: Sequence[Followed],
             users: dict[str, User]) -> None:  # fmt: skip
    """Record nominations that cells took up: each by a member's own organisation, some weeks before the dossier began."""
    ways = {each.dossier.person_id: each for each in followed}
    chance = {unions.youth.pk: NOMINATED_BY_YOUTH, unions.trade.pk: NOMINATED_BY_TRADE}
    chosen = [each for each in memberships if random.random() < chance[each.organisation_id]]
    made = [_taken_up(random, unions, ways[each.person_id], each.organisation, users) for each in chosen]
    _number(sorted(made, key=lambda each: each.nominated_on), unions)
    Nomination.objects.bulk_create(made)


def nominate_others(random: Random, unions: Unions, found: Sequence[Body], users: dict[str, User]) -> None:
    """Record nominations of people who have no dossier: returned with a reason, or not answered yet; two wait on the desk."""
    cells = [unit for body in found for unit in body.cells]
    desk = users["bithu"].posts.get().unit
    made = [_nomination(random, unions, day, random.choice(cells), users) for day, _ in (*RETURNED, *WAITING)]
    for each, (day, reason) in zip(made, RETURNED, strict=False):
        each.answer, each.return_reason, each.answered_by = Answer.RETURNED, reason, users["bithu"]
        each.answered_on = working_day(day + timedelta(days=random.randint(12, 30)))
    waiting = made[len(RETURNED) :]
    for place, (each, (_, answer_by)) in enumerate(zip(waiting, WAITING, strict=True)):
        each.answer_by, each.cell = answer_by, desk if place < 2 else each.cell
    Membership.objects.bulk_create(_membership(random, each.person, each.organisation) for each in made)
    Nomination.objects.bulk_create(made)


def _membership(random: Random, person: Person, organisation: Unit) -> Membership:
    since = FOUNDED + timedelta(days=random.randint(60, 900))
    return Membership(person=person, organisation=organisation, valid_from=since)


def _taken_up(random: Random, unions: Unions, each: Followed, organisation: Unit, users: dict[str, User]) -> Nomination:
    begun = each.life.day(Stage.SOURCE)
    by_youth = organisation == unions.youth
    return Nomination(
        person=each.dossier.person,
        organisation=organisation,
        cell=each.dossier.unit,
        nominated_on=working_day(begun - timedelta(days=random.randint(5, 25))),
        found_at="Phong trào thanh niên của cơ quan" if by_youth else "Phong trào thi đua của công đoàn cơ sở",
        by=users["doan"] if by_youth else None,
        answer=Answer.ACCEPTED,
        answered_on=begun,
        answered_by=users["bithu"],
        dossier=each.dossier,
    )


def _number(made: list[Nomination], unions: Unions) -> None:
    """Number letters by organisation and year, in the order of their days."""
    given: Counter[tuple[int, int]] = Counter()
    for each in made:
        given[each.organisation_id, each.nominated_on.year] += 1
        place = given[each.organisation_id, each.nominated_on.year]
        each.number = f"{place}-NQ/{'ĐTN' if each.organisation == unions.youth else 'CĐVC'}"


def _nomination(random: Random, unions: Unions, day: date, cell: Unit, users: dict[str, User]) -> Nomination:
    by_youth = random.random() < 0.7
    person = Person.objects.create(**person_values(invent(random, "", day).person))
    return Nomination(
        person=person,
        organisation=unions.youth if by_youth else unions.trade,
        cell=cell,
        nominated_on=day,
        found_at="Phong trào thi đua của cơ quan",
        by=users["doan"] if by_youth else None,
    )
