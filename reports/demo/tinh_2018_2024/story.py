"""Writing the story into an empty database, in one act."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from django.db.models import Q

from candidates.enums import Confidence, ParameterCode, RegimeKind, Stage
from candidates.models import Parameter
from candidates.rules.deadlines import add_months
from organizations.models import Installation, Unit, User
from reports.demo import dossiers
from reports.demo.dossiers import Office, Placed
from reports.demo.lives import Life
from reports.demo.tinh_2018_2024 import accounts, calendar, holds, land, people, simulation, targets
from reports.demo.tinh_2018_2024 import tree as story_tree
from reports.demo.tinh_2018_2024.agents import Candidate
from reports.demo.tinh_2018_2024.tree import Land, Seat

CODE = "tinh-2018-2024"
SEED = 20182024
AS_AT = date(2024, 9, 30)
# What the criteria said is stored with the steps from this day on; judging the older ones would only take time.
JUDGED_SINCE = date(2024, 8, 1)
CONFIRMED_ON = {"QD29": date(2017, 1, 5), "QD24": date(2021, 8, 10)}
PROBATION = 12
NOT_RECOGNISED = 0.02
KEPT_AT = "Văn phòng cấp ủy cơ sở"
_NUMBERS = {Stage.TRAINED: "{:04d}/GCN", Stage.DECIDED: "{}-QĐ/HU", Stage.OFFICIAL: "{}-QĐ/HU-CT"}
_ISSUERS = {
    Stage.TRAINED: "Trung tâm chính trị cấp huyện",
    Stage.DECIDED: "Ban Thường vụ huyện ủy",
    Stage.OFFICIAL: "Ban Thường vụ huyện ủy",
}


def tell() -> Unit:
    """Write the whole story; return the province, its root unit."""
    random = Random(SEED)
    drawn = land.draw(random)
    simulation.run(random, [each.district for each in drawn])
    told = story_tree.plant(drawn)
    users = accounts.open_accounts(_places(told))
    _confirm(users["canbotinh"])
    placed = list(_placed(random, told.seats))
    followed = dossiers.write([each for _, each in placed], _office(users))
    holds.pause(random, followed, users["bithu"])
    story_tree.declare(
        told, ((seat.commune, each.life.day(Stage.ADMITTED), each.life.day(Stage.OFFICIAL)) for seat, each in placed)
    )
    targets.set_quota(told, users["canbotinh"])
    Installation.objects.create(story=CODE, as_at=AS_AT)
    return told.province


def life(random: Random, each: Candidate) -> Life:
    """Return the way of a candidate with the recognition that follows the ceremony a year later."""
    steps = list(each.steps)
    if each.stage == Stage.ADMITTED:
        official = add_months(each.since, PROBATION)
        if official <= calendar.LAST and random.random() >= NOT_RECOGNISED:
            steps.append((Stage.OFFICIAL, official))
    return Life(tuple(steps), each.received_on, each.exit_reason)


def _placed(random: Random, seats: Sequence[Seat]) -> Iterator[tuple[Seat, Placed]]:
    for seat in seats:
        for each in seat.cell.people:
            person, facts = people.invent(random, seat.sector, each.steps[0][1])
            yield seat, Placed(seat.unit, life(random, each), person, facts)


def _places(told: Land) -> dict[str, Unit]:
    """Where the posts of the published accounts are: the third district, its first commune with three cells."""
    district = told.districts[2]
    seats = [
        seat for seat in told.seats if seat.commune.code.startswith(f"{district.code}.") and seat.unit != seat.commune
    ]
    commune = max(
        (seat.commune for seat in seats), key=lambda unit: (sum(seat.commune == unit for seat in seats), unit.code)
    )
    first, second, *_ = [seat.unit for seat in seats if seat.commune == commune]
    whole = {"province": told.province, "district": district, "commune": commune}
    return whole | {"cell": first, "other_cell": second}


def _confirm(user: User) -> None:
    """What stands in the regulations themselves, and by which day an admission counts."""
    seen = Q(confidence=Confidence.PRIMARY) | Q(code=ParameterCode.ADMITTED_BY)
    stated = Parameter.objects.exclude(value="").filter(seen)
    for regime, day in CONFIRMED_ON.items():
        stated.filter(regime__code=regime).update(confirmed_by=user, confirmed_on=day)
    probation = Parameter.objects.filter(regime__kind=RegimeKind.CHARTER, code=ParameterCode.PROBATION_MONTHS)
    probation.update(confirmed_by=user, confirmed_on=CONFIRMED_ON["QD29"])


def _office(users: dict[str, User]) -> Office:
    board = dict.fromkeys((Stage.DECIDED, Stage.OFFICIAL), users["canbo"])
    return Office(dict.fromkeys(Stage, users["bithu"]) | board, _NUMBERS, _ISSUERS, KEPT_AT, signed_after=20)
