"""Writing the story into an empty database, in one act."""

from collections.abc import Sequence
from datetime import date
from random import Random

from candidates.enums import Stage
from organizations import tree
from organizations.enums import FigureKind
from organizations.models import Figure, Installation, Unit, User
from reports.demo import accounts as all_accounts
from reports.demo import dossiers, papers, support, units
from reports.demo.dossiers import Office
from reports.demo.hoi_2015 import (
    accounts,
    bodies,
    lives,
    memberships,
    nominations,
    organisations,
    people,
    receipts,
    targets,
    training,
)
from reports.demo.hoi_2015 import tree as story_tree
from reports.demo.hoi_2015.associations import RED_CROSS
from reports.demo.hoi_2015.nominations import Recorders
from reports.demo.hoi_2015.organisations import Societies
from reports.demo.hoi_2015.people import Invented
from reports.demo.hoi_2015.tree import Land
from reports.demo.letters import record_2246, record_conclusion_2014

CODE = "hoi-2015"
SEED = 2246
AS_AT = date(2015, 12, 31)
YEAR_START = date(2015, 1, 1)
HELPED, TASKED = 0.9, 0.7
# Where the person lives whose decision of 28-12-2015 has not come yet.
DECIDED_LAST_IN = "Hội Văn học Nghệ thuật tỉnh"
_NUMBERS = {
    Stage.TRAINED: "{:03d}/GCN-TCT",
    Stage.DECIDED: "{}-QĐNS/CU",
    Stage.STRUCK_OFF: "{}-QĐ/XT",
}
_ISSUERS = {
    Stage.TRAINED: training.SCHOOL,
    Stage.DECIDED: "Ban Thường vụ cấp ủy có thẩm quyền",
    Stage.STRUCK_OFF: "Ban Thường vụ cấp ủy có thẩm quyền",
}


def tell() -> Unit:
    """Write the whole story; return the province, its root unit."""
    random = Random(SEED)
    land = story_tree.plant()
    societies = organisations.plant(land)
    tree.rebuild()
    users = all_accounts.open_all(accounts.ACCOUNTS, _places(land, societies), accounts.SINCE)
    organisations.furnish(land, societies)
    organisations.declare(random, societies)
    _declare_members(random, land)
    _tell_of_people(random, land, societies, users)
    organisations.explain(societies)
    _tell_of_letters(random, land, societies, users)
    Installation.objects.create(story=CODE, as_at=AS_AT)
    return land.province


def _places(land: Land, societies: Societies) -> dict[str, Unit]:
    """Where the posts of the published accounts are."""
    return {
        "province": land.province,
        "city": land.areas["60.02"],
        "commune": land.communes[bodies.CLERK_COMMUNE],
        "cell": land.seat(bodies.SECRETARY_CELL).cell,
        "association": societies.association(RED_CROSS),
        "youth": societies.tops["youth"],
    }


def _declare_members(random: Random, land: Land) -> None:
    """Members at the start of the year, of every grassroots organisation that existed then."""
    new = {seat.cell for seat in land.seats if seat.since > YEAR_START}
    source = "Báo cáo đảng viên đầu năm (số liệu minh họa)"
    rows: list[Figure] = []
    for unit in land.grassroots:
        if unit not in new:
            values = {
                FigureKind.OFFICIAL_MEMBERS: random.randint(22, 140),
                FigureKind.PROBATIONARY_MEMBERS: random.randint(0, 4),
            }
            rows += units.figures(unit, YEAR_START, values, "Cấp ủy cơ sở", source)
    Figure.objects.bulk_create(rows)


def _tell_of_people(random: Random, land: Land, societies: Societies, users: dict[str, User]) -> None:
    """Who was found, nominated, taught and helped."""
    invented = _invent(random, land)
    board = {Stage.DECIDED: users["canbo"], Stage.STRUCK_OFF: users["canbo"]}
    office = Office(dict.fromkeys(Stage, users["bithu"]) | board, _NUMBERS, _ISSUERS, "Văn phòng cấp ủy cơ sở")
    followed = dossiers.write([each.placed for each in invented], office)
    known = memberships.join(random, invented, followed, societies)
    by = {societies.association(RED_CROSS): users["hoi"], societies.tops["youth"]: users["doan"]}
    recorders = Recorders(by, users["bithu"])
    nominations.nominate(random, known, societies, recorders)
    nominations.nominate_others(random, land, societies, recorders)
    support.assign(random, followed, HELPED)
    support.give_tasks(random, followed, TASKED, AS_AT)
    training.hold_all(random, land, societies, followed)
    papers.lay(Random(SEED), followed, "Văn phòng cấp ủy cơ sở", elsewhere=())


def _invent(random: Random, land: Land) -> Sequence[Invented]:
    invented = people.settle(random, lives.all_lives(random), land.seats, land.seat(bodies.SECRETARY_CELL))
    return [*invented, people.invent(random, land.seat(DECIDED_LAST_IN), lives.decided_last(random))]


def _tell_of_letters(random: Random, land: Land, societies: Societies, users: dict[str, User]) -> None:
    """The two letters, what the organisations set themselves, and what was done of both."""
    conclusion = record_conclusion_2014(land.province, societies.tops)
    letter = record_2246(land.province)
    targets.set_all(conclusion, societies, users["canbo"])
    receipts.fulfil(random, letter, conclusion, land, societies)
