"""The fixed cast and stage of the tests: a small tree (``units``), one person per role, and words to put dossiers on it."""

from copy import copy
from dataclasses import dataclass, fields
from datetime import date
from functools import partial

from candidates import actions, answering, checklist, moves, nominating, reference, stages, terms
from candidates.enums import MAIN_LINE, PERSONAL_PAPERS, WAY, Stage
from candidates.guards import Step
from candidates.levels import Line
from candidates.models import Dossier, Nomination, Paper, Regime
from candidates.nominating import Letter
from directives.enums import BaseKind, Measure, NumberKind
from directives.models import Directive, Target
from organizations import access, tree
from organizations.acting import acting
from organizations.enums import Deed, DocumentKind, FigureKind, Role
from organizations.models import Clause, Document, Figure, Oversight, Post, Unit, UnitAncestry, UnitVersion, User
from tests import by_heart, units
from tests.signing import SECRET as SECRET
from tests.signing import TODAY as TODAY
from tests.signing import code as code
from tests.signing import signed_in as signed_in
from tests.signing import switch_on_second_factor as switch_on_second_factor
from tests.units import FOUNDED as FOUNDED
from tests.units import close as close
from tests.units import place_under as place_under
from tests.units import unit as unit

NOMINATED = date(2021, 3, 1)
PASSWORD = "mat-khau-thu-nghiem"
# A way through the main line that every guard accepts: one day per stage, the last ones within TODAY.
DAYS = {
    Stage.SOURCE: date(2018, 3, 5),
    Stage.SYMPATHISER: date(2018, 9, 10),
    Stage.TRAINED: date(2019, 3, 29),
    Stage.PREPARING: date(2019, 8, 5),
    Stage.VERIFYING: date(2019, 8, 19),
    Stage.CONSULTING: date(2019, 9, 16),
    Stage.PROPOSED: date(2019, 10, 7),
    Stage.APPRAISED: date(2019, 10, 14),
    Stage.ENDORSED: date(2019, 10, 21),
    Stage.SUBMITTED: date(2019, 10, 28),
    Stage.DECIDED: date(2019, 11, 18),
    Stage.ADMITTED: date(2019, 12, 16),
    Stage.REVIEWED: date(2020, 12, 28),
    Stage.OFFICIAL: date(2021, 1, 11),
}

# Who holds which post where, by their name in the cast.
POSTS = {
    "secretary": ("thu", "Đỗ Thị Thư", Role.CELL_SECRETARY, "cell"),
    "officer": ("can", "Lê Văn Cán", Role.BOARD_OFFICER, "bloc"),
    "leader": ("lanh", "Trần Thị Lãnh", Role.LEADERSHIP, "bloc"),
    "clerk": ("nhap", "Vũ Thị Nhập", Role.ENTRY_CLERK, "office"),
    "office_worker": ("vanphong", "Bùi Văn Phòng", Role.COMMITTEE_OFFICE, "bloc"),
    "appraiser": ("thamdinh", "Hồ Thị Thẩm", Role.APPRAISER, "bloc"),
    "in_charge": ("phutrach", "Mai Văn Trách", Role.MEMBER_IN_CHARGE, "office"),
    "mass_officer": ("hoi", "Cao Thị Hội", Role.MASS_OFFICER, "association"),
    "trainer": ("trungtam", "Phan Văn Tâm", Role.TRAINING_CLERK, "bloc"),
    "auditor": ("kiemtra", "Lý Thị Tra", Role.AUDITOR, "bloc"),
    "administrator": ("quantri", "Tô Văn Trị", Role.ADMINISTRATOR, "bloc"),
    "foreign_mass_officer": ("hoikhac", "Chu Văn Khác", Role.MASS_OFFICER, "foreign_association"),
    "stranger": ("khach", "Ngô Văn Khách", Role.CELL_SECRETARY, "foreign_cell"),
}


@dataclass(frozen=True)
class Cast:
    """Units and people of a test."""

    bloc: Unit
    office: Unit
    cell: Unit
    other_cell: Unit
    single_cell: Unit
    foreign_bloc: Unit
    foreign_cell: Unit
    association: Unit
    branch: Unit
    youth_union: Unit
    foreign_association: Unit
    secretary: User
    officer: User
    leader: User
    clerk: User
    office_worker: User
    appraiser: User
    in_charge: User
    mass_officer: User
    trainer: User
    auditor: User
    administrator: User
    foreign_mass_officer: User
    stranger: User
    nobody: User


# The rows of the cast in the order in which they may be written, and the cast itself, as ``learn`` left them.
_LEARNT: list[list] = []


def learn() -> None:
    """Create the cast in an empty database whose transaction the caller takes back, and learn its rows by heart."""
    made = _create()
    for model in (Unit, UnitVersion, UnitAncestry, Oversight, User, Post):
        _LEARNT.append(list(model._base_manager.order_by("pk")))
    _LEARNT.append([made])


def cast() -> Cast:
    """Lay the cast; the stranger is the secretary of the foreign cell, nobody holds no post at all."""
    if not Regime.objects.exists():
        with acting(None, Deed.LOAD_POLICY):
            reference.load()
    *tables, (known,) = _LEARNT
    laid = [copy(row) for rows in tables for row in rows]
    for rows in tables:
        of_model = [row for row in laid if type(row) is type(rows[0])]
        type(rows[0])._base_manager.bulk_create(of_model)
    found = {row: row for row in laid}
    return Cast(**{part.name: found[getattr(known, part.name)] for part in fields(Cast)})


def _create() -> Cast:
    made = units.party() | units.organisations()
    for followed, by in (("association", "bloc"), ("youth_union", "bloc"), ("foreign_association", "foreign_bloc")):
        Oversight.objects.create(organisation=made[followed], unit=made[by], valid_from=FOUNDED)
    tree.rebuild()
    posts = {name: person(username, said, role, made[at]) for name, (username, said, role, at) in POSTS.items()}
    nobody = User.objects.create_user("trong", password=PASSWORD, full_name="Người Không Vai")
    return Cast(**made, **posts, nobody=nobody)


def person(username: str, full_name: str, role: Role, where: Unit) -> User:
    """Create a user with one post."""
    user = User.objects.create_user(username, password=PASSWORD, full_name=full_name)
    Post.objects.create(user=user, role=role, unit=where, valid_from=FOUNDED)
    return user


def declare(where: Unit, on: date, official: int, probationary: int = 0) -> None:
    """Record the declared members of a unit as at a day."""
    for kind, value in ((FigureKind.OFFICIAL_MEMBERS, official), (FigureKind.PROBATIONARY_MEMBERS, probationary)):
        Figure.objects.create(unit=where, kind=kind, on=on, value=value, declared_by="thử nghiệm")


def target(where: Unit, number: int = 3, kind: NumberKind = NumberKind.PERCENT) -> Target:
    """Record a letter that asks ``where`` to admit so many percent of its members (or so many people) this year."""
    letter = Document.objects.create(
        kind=DocumentKind.LETTER,
        number=f"{number}-CV/TN",
        issuer="Cấp ủy thử nghiệm",
        issued_on=date(TODAY.year, 1, 15),
        subject="V/v kết nạp đảng viên",
    )
    return Target.objects.create(
        directive=Directive.objects.create(document=letter),
        clause=Clause.objects.create(document=letter, position=1, label="Mục 1", summary="Giao chỉ tiêu."),
        unit=where,
        measure=Measure.ADMITTED,
        number_kind=kind,
        number=number,
        base=BaseKind.MEMBERS_YEAR_START if kind == NumberKind.PERCENT else "",
        first_year=TODAY.year,
        last_year=TODAY.year,
    )


def dossier(
    who: Cast, upto: Stage = Stage.SOURCE, *, where: Unit | None = None, days: dict | None = None, **facts: object
) -> Dossier:
    """Bring a person to ``upto`` through the product's own acts; ``days`` replaces some of DAYS, ``facts`` their facts."""
    place, days = where or who.cell, days or {}
    known = {"full_name": "Nguyễn Văn An", "birth_year": 1990, "birth_date": date(1990, 4, 2)} | facts
    other = sorted((name, repr(value)) for name, value in known.items() if name != "full_name")
    way = by_heart.Way((who.secretary.pk, *other), place, known["full_name"])
    begun = (DAYS | days)[Stage.SOURCE]
    way.go((Stage.SOURCE, begun), lambda _: _add(who, place, known, begun))
    line = Line(Dossier(unit=place), TODAY).stages()
    for to in _between(line, Stage.SOURCE, upto):
        later = [days[stage] for stage in MAIN_LINE[MAIN_LINE.index(to) :] if stage in days]
        on = days[to] if to in days else max(min([DAYS[to], *later]), way.begun)
        way.go((to, on), partial(_advanced, to=to, on=on))
    if ahead := _between(line, upto, MAIN_LINE[-1]):
        way.go(("papers", ahead[0]), partial(_ready, to=ahead[0]))
    return Dossier.objects.select_related("person", "unit").get(pk=way.made.pk)


def _add(who: Cast, place: Unit, known: dict, on: date) -> Dossier:
    with acting(who.secretary, Deed.ADD_CANDIDATE):
        return actions.add_candidate(place, known, on=on, own=_allows(place), today=TODAY)


def _advanced(made: Dossier, to: Stage, on: date) -> Dossier:
    advance(made, to, on=on)
    made.refresh_from_db()
    return made


def _ready(made: Dossier, to: Stage) -> Dossier:
    """Lay what the step ahead needs."""
    papers(made, to, on=stages.open_entry(made).on, known_by=TODAY)
    return made


def papers(made: Dossier, for_stage: Stage, *, on: date, known_by: date | None = None) -> None:
    """Lay what the step to ``for_stage`` needs and is not there, dated ``on``; what is there by ``known_by`` stays alone."""
    if Stage(made.stage) not in WAY:
        return
    day = known_by or on
    for item in checklist.of(Dossier.objects.get(pk=made.pk), day).between(Stage(made.stage), for_stage):
        for _ in range(item.form.copies - item.there(day)):
            expiry = terms.expiry(item.form.kind, on)
            counts = {"expires_on": expiry.on, "expires_rule": expiry.rule} if expiry else {}
            Paper.objects.create(dossier=made, kind=item.form.kind, issued_on=on, kept_at="Chi bộ", **counts)


def advance(made: Dossier, to: Stage, *, on: date, by: User | None = None, **said: object) -> None:
    """Make one legal move as whoever owns it, after those that lie between, each on its day or on that of the move."""
    made.refresh_from_db()
    for between in passed(made, Stage(made.stage), to)[:-1]:
        make(made, between, on=_earliest(made, min(on, DAYS[between])), by=by)
    make(made, to, on=on, by=by, **said)


def passed(made: Dossier, start: Stage, to: Stage) -> list[Stage]:
    """The stages after ``start`` that dossiers of this cell pass up to ``to``; those off the main line come at once."""
    return _between(Line(made, TODAY).stages(), start, to)


def _between(line: tuple[Stage, ...], start: Stage, to: Stage) -> list[Stage]:
    if not {start, to} <= set(line):
        return [] if start == to else [to]
    return list(line[line.index(start) + 1 : line.index(to) + 1])


def _earliest(made: Dossier, on: date) -> date:
    """The first day from ``on`` on which the next step can be made: not before the last one, nor before probation is over."""
    entry = stages.open_entry(made)
    return max(on, entry.ends_on or entry.on)


def make(made: Dossier, to: Stage, *, on: date, by: User | None = None, **said: object) -> None:
    """Make this one move as whoever owns it."""
    made.refresh_from_db()
    papers(made, to, on=on)
    move = moves.find(Stage(made.stage), to)
    said = {
        "number": f"{made.pk}/TN" if move.paper not in PERSONAL_PAPERS else "",
        "received_on": on if move.received else None,
    } | said
    with acting(by, move.deed):
        stages.move(made, to, Step(on=on, **said), own=_allows(made.unit), today=TODAY, version=made.version)


def nomination(who: Cast, *, on: date = NOMINATED, **said: object) -> Nomination:
    """Let an organisation (Hội Một) nominate a person to a cell (Một); ``said`` holds parts of the Letter or of the facts."""
    letter = {"organisation": who.association, "cell": who.cell}
    facts = {"full_name": "Lê Thị Bông", "birth_year": 1992}
    for name, value in said.items():
        (letter if name in Letter.__dataclass_fields__ else facts)[name] = value
    own = access.Reach((Post(role=Role.MASS_OFFICER, unit=letter["organisation"], valid_from=FOUNDED),), TODAY)
    with acting(who.mass_officer, Deed.NOMINATE):
        return nominating.nominate(Letter(on=on, **letter), facts, facts.pop("whom", ""), own=own, today=TODAY)


def accept(made: Nomination, on: date, dossier: Dossier | None = None) -> Dossier:
    """Let the cell take a nomination up, with a new dossier or one that is there."""
    made.refresh_from_db()
    known = {"own": _allows(made.cell), "today": TODAY, "version": made.version}
    with acting(None, Deed.ANSWER_NOMINATION):
        taken = answering.accept(made, on, dossier=dossier, **known)
    return Dossier.objects.select_related("person", "unit").get(pk=taken.pk)


def send_back(made: Nomination, on: date, reason: str = "age", note: str = "") -> None:
    """Let the cell return a nomination."""
    made.refresh_from_db()
    known = {"own": _allows(made.cell), "today": TODAY, "version": made.version}
    with acting(None, Deed.ANSWER_NOMINATION):
        answering.send_back(made, on, reason, note, **known)


def _allows(place: Unit) -> access.Reach:
    """A reach with every deed of the pipeline at ``place``."""
    roles = (Role.CELL_SECRETARY, Role.COMMITTEE_OFFICE, Role.BOARD_OFFICER)
    return access.Reach(tuple(Post(role=role, unit=place, valid_from=FOUNDED) for role in roles), TODAY)
