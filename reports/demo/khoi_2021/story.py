"""Writing the story into an empty database, in one act."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from random import Random

from django.db.models import Q

from candidates.enums import EARLIER, FINAL, Confidence, ParameterCode, RegimeKind, Stage
from candidates.models import Parameter
from directives.models import Target
from organizations import tree
from organizations.models import Installation, Unit, User
from reports.demo import dossiers, papers, support, vetting, votes
from reports.demo.dossiers import Followed, Office, Placed
from reports.demo.khoi_2021 import accounts, bodies, charge, classes, following, letter, receipts, reviews, unions
from reports.demo.khoi_2021 import tree as story_tree
from reports.demo.khoi_2021.lives import Life, all_lives, on_the_desk
from reports.demo.khoi_2021.people import invent
from reports.demo.khoi_2021.tree import Body
from reports.demo.khoi_2021.unions import Unions
from reports.demo.letters import record_259

CODE = "khoi-2021"
SEED = 2021
# What was added to the story later draws from a source of its own, so that its people stay who they are.
SECOND_SEED, THIRD_SEED, FOURTH_SEED, FIFTH_SEED = 259, 208, 1361, 102
SIXTH_SEED = 241
AS_AT = date(2021, 5, 31)
CONFIRMED_ON = {"QD29": date(2021, 1, 4), "QD24": date(2021, 8, 10)}
# The board confirmed what stands in the regulation itself, by which day it counts, and the probation of the Charter; the rest
# it left open.
CONFIRMED_TOO = (ParameterCode.ADMITTED_BY,)
OF_CHARTER_ON = date(2021, 1, 4)
LAST_SOURCES = date(2021, 1, 1)
SIGNED_AFTER = 24
KEPT_AT = "Văn phòng cấp ủy cơ sở"
HELPED = 0.93
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
    both = unions.plant(bloc)
    tree.rebuild()
    users = accounts.open_accounts(_places(province, bloc, found, both))
    _confirm(users["canbotinh"])
    placed = _place(random, found)
    followed = _write_dossiers(random, placed, users)
    vetting.vouch(Random(THIRD_SEED), followed, AS_AT)
    votes.hold(Random(THIRD_SEED), followed, _not_enough(followed))
    members = story_tree.declare(found, _probationary(placed))
    target = record_259(bloc, users["canbotinh"], letter.CONFIRMED_ON)
    letter.share_out(target, members)
    _tell_of_the_letter(Random(SECOND_SEED), target, both, found, followed, users)
    papers.lay(Random(FOURTH_SEED), followed, KEPT_AT)
    papers.hand_over(Random(FOURTH_SEED), followed, bloc, AS_AT, users["canbo"])
    following.tell(Random(SIXTH_SEED), bloc, found, users)
    Installation.objects.create(story=CODE, as_at=AS_AT)
    return bloc


def _places(province: Unit, bloc: Unit, found: list[Body], both: Unions) -> dict[str, Unit]:
    """Where the posts of the published accounts are."""
    office = next(body.unit for body in found if body.name == bodies.CLERK_UNIT)
    whole = {"province": province, "bloc": bloc, "youth_union": both.youth}
    desk = next(body for body in found if body.name == bodies.SECRETARY_UNIT)
    alone = next(body.unit for body in found if body.name == bodies.SINGLE_SECRETARY_UNIT)
    cells = {"single_cell": alone, "cell": desk.cells[0], "other_cell": desk.cells[1], "committee": desk.unit}
    return whole | cells | {"office": office, "charge": charge.share(found)[0][0].unit}


def _tell_of_the_letter(
    random: Random,
    target: Target,
    both: Unions,
    found: list[Body],
    followed: Sequence[Followed],
    users: dict[str, User],
) -> None:
    """What letter 259-CV/ĐUK asks to follow: its organisations, those in charge, reviews, classes, receipts."""
    unions.declare(both)
    unions.nominate(random, both, unions.join(random, both, followed), followed, users)
    unions.nominate_others(random, both, found, users)
    charge.appoint(found, users["phutrach"])
    reviews.declare(random, found)
    classes.hold_all(random, target.unit, followed)
    support.assign(random, followed, HELPED)
    receipts.make_known(random, target.directive, found, _secretary_cell(found))
    receipts.receive(Random(FIFTH_SEED), target.directive, found, _secretary_body(found).unit)


def _secretary_cell(found: list[Body]) -> Unit:
    return _secretary_body(found).cells[0]


def _secretary_body(found: list[Body]) -> Body:
    return next(body for body in found if body.name == bodies.SECRETARY_UNIT)


def _not_enough(followed: Sequence[Followed]) -> Followed:
    """Whose first vote failed: the last on the secretary's desk whose dossier was begun long enough ago."""
    begun = [each for each in followed if each.life.steps[-1][0] in EARLIER]
    return next(each for each in reversed(begun) if votes.failed_on(each) <= AS_AT)


def _confirm(user: User) -> None:
    seen = Q(confidence=Confidence.PRIMARY) | Q(code__in=CONFIRMED_TOO)
    stated = Parameter.objects.exclude(value="").filter(seen)
    for regime, day in CONFIRMED_ON.items():
        stated.filter(regime__code=regime).update(confirmed_by=user, confirmed_on=day)
    probation = Parameter.objects.filter(regime__kind=RegimeKind.CHARTER, code=ParameterCode.PROBATION_MONTHS)
    probation.update(confirmed_by=user, confirmed_on=OF_CHARTER_ON)


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


def _write_dossiers(random: Random, placed: list[tuple[Body, Unit, Life]], users: dict[str, User]) -> list[Followed]:
    invented = [invent(random, body.name, life.steps[-1][1]) for body, _, life in placed]
    board = {Stage.DECIDED: users["canbo"], Stage.OFFICIAL: users["canbo"]}
    office = Office(dict.fromkeys(Stage, users["bithu"]) | board, _NUMBERS, _ISSUERS, KEPT_AT, SIGNED_AFTER)
    people = zip(placed, invented, strict=True)
    return dossiers.write([Placed(cell, life, item.person, item.dossier) for (_, cell, life), item in people], office)
