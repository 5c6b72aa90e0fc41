"""Writing the story into an empty database, in one act."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from random import Random

from candidates import clocks, moves, stages
from candidates.actions import person_values
from candidates.enums import FINAL, ParameterCode, Stage
from candidates.guards import Step
from candidates.models import Dossier, Paper, Parameter, Person, StageEntry
from candidates.moves import Move
from organizations.models import Installation, Unit, User
from reports.demo.khoi_2021 import accounts, bodies, letter
from reports.demo.khoi_2021 import tree as story_tree
from reports.demo.khoi_2021.lives import Life, all_lives, on_the_desk
from reports.demo.khoi_2021.people import Invented, invent
from reports.demo.khoi_2021.tree import Body

CODE = "khoi-2021"
SEED = 2021
AS_AT = date(2021, 5, 31)
CONFIRMED_ON = {"QD29": date(2021, 1, 4), "QD24": date(2021, 8, 10)}
# The guidance that sets the certificate's months was only seen second-hand, so the story leaves it unconfirmed.
UNCONFIRMED = (ParameterCode.CERTIFICATE_MONTHS,)
LAST_SOURCES = date(2021, 1, 1)
SIGNED_AFTER = 24
KEPT_AT = "Văn phòng cấp ủy cơ sở"
_NUMBERS = {Stage.TRAINED: "{:04d}/GCN", Stage.DECIDED: "{}-QĐ/ĐUK", Stage.OFFICIAL: "{}-QĐ/ĐUK-CT"}
_ISSUERS = {
    Stage.TRAINED: "Ban Tuyên giáo Đảng ủy Khối",
    Stage.DECIDED: "Ban Thường vụ Đảng ủy Khối",
    Stage.OFFICIAL: "Ban Thường vụ Đảng ủy Khối",
}


def tell() -> Unit:
    """Write the whole story; return the bloc, its root unit."""
    random = Random(SEED)
    province, bloc, found = story_tree.plant(random)
    users = accounts.open_accounts({"province": province, "bloc": bloc, "cell": _secretary_cell(found)})
    _confirm(users["canbotinh"])
    placed = _place(random, found)
    _write_dossiers(random, placed, users)
    members = story_tree.declare(found, _probationary(placed))
    letter.share_out(letter.record(bloc, users["canbotinh"]), members)
    Installation.objects.create(story=CODE, as_at=AS_AT)
    return bloc


def _secretary_cell(found: list[Body]) -> Unit:
    return next(body.cells[0] for body in found if body.name == bodies.SECRETARY_UNIT)


def _confirm(user: User) -> None:
    stated = Parameter.objects.exclude(value="").exclude(code__in=UNCONFIRMED)
    for regime, day in CONFIRMED_ON.items():
        stated.filter(regime__code=regime).update(confirmed_by=user, confirmed_on=day)


def _place(random: Random, found: list[Body]) -> list[tuple[Body, Unit, Life]]:
    """Give each life a body by its size, and a cell of it; bodies without sources get none that lasts into 2021."""
    placed = []
    for life in all_lives(random):
        lasting = life.steps[-1][1] >= LAST_SOURCES or life.steps[-1][0] not in FINAL
        open_to = [body for body in found if not (lasting and body.name in bodies.WITHOUT_SOURCES)]
        body = random.choices(open_to, [each.weight for each in open_to])[0]
        placed.append((body, random.choice(body.cells), life))
    desk = next(body for body in found if body.name == bodies.SECRETARY_UNIT)
    return [*placed, *((desk, desk.cells[0], life) for life in on_the_desk(random, AS_AT))]


def _probationary(placed: list[tuple[Body, Unit, Life]]) -> dict[date, dict[int, int]]:
    """Count, for each 1 January of the figures, the probationary members of each body."""
    counts: dict[date, Counter[int]] = {day: Counter() for day in story_tree.MEMBERS}
    for body, _, life in placed:
        admitted, official = life.day(Stage.ADMITTED), life.day(Stage.OFFICIAL)
        for day in counts:
            if admitted and admitted < day and (official is None or official > day):
                counts[day][body.unit.pk] += 1
    return counts


def _write_dossiers(random: Random, placed: list[tuple[Body, Unit, Life]], users: dict[str, User]) -> None:
    invented = [invent(random, body.name, life.steps[-1][1]) for body, _, life in placed]
    persons = Person.objects.bulk_create(Person(**person_values(item.person)) for item in invented)
    dossiers = Dossier.objects.bulk_create(
        _dossier(person, cell, life, item)
        for person, (_, cell, life), item in zip(persons, placed, invented, strict=True)
    )
    numbers: Counter[tuple[Stage, int]] = Counter()
    by_stage = defaultdict(lambda: users["bithu"], {Stage.DECIDED: users["canbo"], Stage.OFFICIAL: users["canbo"]})
    for dossier, (_, _, life) in zip(dossiers, placed, strict=True):
        _write_steps(dossier, life, by_stage, numbers)


def _dossier(person: Person, cell: Unit, life: Life, item: Invented) -> Dossier:
    return Dossier(person=person, unit=cell, stage=life.steps[-1][0], version=len(life.steps), **item.dossier)


def _write_steps(dossier: Dossier, life: Life, by: dict[Stage, User], numbers: Counter) -> None:
    saved = StageEntry.objects.bulk_create(
        _entry(dossier, life, position, by[stage]) for position, (stage, _) in enumerate(life.steps)
    )
    moved = [(entry, moves.find(entry.from_stage, entry.stage)) for entry in saved[1:]]
    Paper.objects.bulk_create(
        stages.paper_of(entry, move, _step(life, move, entry.on, numbers)) for entry, move in moved if move.paper
    )


def _entry(dossier: Dossier, life: Life, place: int, by: User) -> StageEntry:
    stage, on = life.steps[place]
    before = life.steps[place - 1][0] if place else None
    due = clocks.due_after(moves.find(before, stage), on, life.received_on) if before else None
    return StageEntry(
        dossier=dossier,
        position=place + 1,
        from_stage=before or "",
        stage=stage,
        on=on,
        until=life.steps[place + 1][1] if place + 1 < len(life.steps) else None,
        unit=dossier.unit,
        by=by,
        exit_reason=life.exit_reason if stage == Stage.REMOVED else "",
        due_on=due.on if due else None,
        due_rule=due.rule if due else None,
    )


def _step(life: Life, move: Move, on: date, numbers: Counter) -> Step:
    """What was said of a move: recognitions are signed some weeks after the day from which they count."""
    signed = on + timedelta(days=SIGNED_AFTER) if move.to == Stage.OFFICIAL else on
    numbers[move.to, signed.year] += 1
    number = _NUMBERS[move.to].format(numbers[move.to, signed.year]) if move.to in _NUMBERS else ""
    received = life.received_on if move.to == Stage.DECIDED else None
    return Step(on=signed, number=number, issuer=_ISSUERS.get(move.to, ""), kept_at=KEPT_AT, received_on=received)
