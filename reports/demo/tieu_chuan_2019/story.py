"""Writing the story into an empty database, in one act."""

from datetime import date
from random import Random

from candidates.enums import Stage
from candidates.models import CertificateIssuer
from organizations import tree
from organizations.enums import FigureKind
from organizations.models import Figure, Installation, Unit, User
from reports.demo import accounts as all_accounts
from reports.demo import dossiers, papers, support, units, vetting, votes
from reports.demo.dossiers import Followed, Office
from reports.demo.letters import record_52
from reports.demo.tieu_chuan_2019 import accounts, merits, people
from reports.demo.tieu_chuan_2019 import tree as story_tree
from reports.demo.tieu_chuan_2019.people import Invented
from reports.demo.tieu_chuan_2019.tree import FOUNDED, Land

CODE = "tieu-chuan-2019"
SEED = 52
AS_AT = date(2019, 9, 30)
YEAR_START = date(2019, 1, 1)
HELPED, TASKED = 0.85, 0.6
SECRETARY_CELL = "Nghiệp vụ – Sở Xây dựng"
CENTRE = "Ban Tuyên giáo Đảng ủy Các cơ quan tỉnh"
_NUMBERS = {Stage.TRAINED: "{:03d}/GCN", Stage.DECIDED: "{}-QĐ/ĐU"}
_ISSUERS = {Stage.TRAINED: CENTRE, Stage.DECIDED: "Ban Thường vụ Đảng ủy Các cơ quan tỉnh"}


def tell() -> Unit:
    """Write the whole story; return the committee of agencies, its root unit."""
    random = Random(SEED)
    land = story_tree.plant()
    tree.rebuild()
    cell = next(place.cell for place in land.places if place.name == SECRETARY_CELL)
    places = {"province": land.province, "upper": land.upper, "cell": cell}
    users = all_accounts.open_all(accounts.ACCOUNTS, places, accounts.SINCE)
    _declare(random, land)
    CertificateIssuer.objects.create(unit=land.upper, name=CENTRE, valid_from=FOUNDED)
    invented = people.invent_all(random, land)
    followed = _write(invented, users)
    merits.record([each.case for each in invented], followed, land)
    merits.vouch(random, followed)
    vetting.verify(Random(SEED), followed, AS_AT)
    votes.hold(Random(SEED), followed)
    papers.lay(Random(SEED), followed, "Văn phòng cấp ủy cơ sở")
    support.assign(random, followed, HELPED)
    support.give_tasks(random, followed, TASKED, AS_AT)
    record_52(land.upper)
    Installation.objects.create(story=CODE, as_at=AS_AT)
    return land.upper


def _declare(random: Random, land: Land) -> None:
    """Members at the start of the year, and those of the trade union."""
    source = "Báo cáo đầu năm (số liệu minh họa)"
    rows: list[Figure] = []
    for unit in land.grassroots:
        values = {FigureKind.OFFICIAL_MEMBERS: random.randint(18, 120), FigureKind.PROBATIONARY_MEMBERS: 1}
        rows += units.figures(unit, YEAR_START, values, "Cấp ủy cơ sở", source)
    members = {FigureKind.ORGANISATION_MEMBERS: 612, FigureKind.ALREADY_IN_PARTY: 271, FigureKind.NOT_YET_OF_AGE: 341}
    Figure.objects.bulk_create([*rows, *units.figures(land.union, YEAR_START, members, "Ban Thường vụ", source)])


def _write(invented: list[Invented], users: dict[str, User]) -> list[Followed]:
    by = dict.fromkeys(Stage, users["bithu"]) | {Stage.DECIDED: users["canbo"]}
    return dossiers.write([each.placed for each in invented], Office(by, _NUMBERS, _ISSUERS, "Văn phòng cấp ủy cơ sở"))
