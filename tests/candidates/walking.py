"""Ways of dossiers on days of any year, through the product's own acts: for situations that lie after TODAY."""

from datetime import date

from django.db.models.functions import Now

from candidates import moves, queries, stages
from candidates.enums import MAIN_LINE, Stage
from candidates.guards import Step
from candidates.models import Act, Dossier, StageEntry
from organizations import access
from organizations.acting import acting
from organizations.enums import Role
from organizations.models import Post, Unit
from tests import people
from tests.people import FOUNDED, TODAY

LATER = date(2026, 11, 20)
CAST_DAYS = {
    Stage.SOURCE: date(2019, 3, 4),
    Stage.SYMPATHISER: date(2019, 9, 9),
    Stage.TRAINED: date(2020, 3, 30),
    Stage.PREPARING: date(2021, 8, 2),
}
# Situation 1 (29-QĐ/TW 4.3.1, 24-QĐ/TW 4.1) and situation 7 of reports-outline.md.
SITUATION_1 = CAST_DAYS | {Stage.PROPOSED: date(2022, 1, 5), Stage.DECIDED: date(2022, 1, 10)}
SITUATION_7 = CAST_DAYS | {
    Stage.PROPOSED: date(2023, 6, 5),
    Stage.DECIDED: date(2023, 8, 8),
    Stage.ADMITTED: date(2023, 8, 31),
}


def walked(cast: people.Cast, upto: Stage, days: dict[Stage, date], **said: object) -> Dossier:
    """Bring a new person to ``upto`` on these days; ``said`` is of the last step."""
    first = people.dossier(cast, days={Stage.SOURCE: days[Stage.SOURCE]})
    for to in (stage for stage in MAIN_LINE[1 : MAIN_LINE.index(upto) + 1] if stage in days):
        step(first, to, days[to], **(said if to == upto else {}))
    return Dossier.objects.select_related("person", "unit").get(pk=first.pk)


def step(made: Dossier, to: Stage, on: date, *, today: date = LATER, **said: object) -> StageEntry:
    """Make one legal move on a day as whoever owns it, after those that lie between, on the day of the step before
    or on that on which probation was over."""
    made.refresh_from_db()
    for between in people.passed(made, Stage(made.stage), to)[:-1]:
        entry = stages.open_entry(made)
        step(made, between, entry.ends_on or entry.on, today=today)
    made.refresh_from_db()
    people.papers(made, to, on=on)
    move = moves.find(Stage(made.stage), to)
    given = {"number": f"{made.pk}/TN", "received_on": on if move.received else None} | said
    with acting(None, move.deed):
        return stages.move(made, to, Step(on=on, **given), own=at(made.unit), today=today, version=made.version)


def as_before(made: Dossier, to: Stage, on: date, **said: object) -> StageEntry:
    """Write a step that was legal once and is no more, as it stands in histories: nothing was recorded as an act then."""
    made.refresh_from_db()
    legal = moves.made(made.stage, to)
    with acting(None, legal.deed):
        entry = stages.make(made, legal, Step(on=on, number=f"{made.pk}/TN", **said), made.version)
    StageEntry.objects.filter(dossier=made).update(act=None)
    Act.objects.filter(dossier=made).update(undone_at=Now(), undo_reason="chưa có khi đó")
    return entry


def at(place: Unit) -> access.Reach:
    """A reach with every deed of the pipeline at ``place``."""
    roles = (Role.CELL_SECRETARY, Role.COMMITTEE_OFFICE, Role.BOARD_OFFICER)
    return access.Reach(tuple(Post(role=role, unit=place, valid_from=FOUNDED) for role in roles), TODAY)


def in_full(made: Dossier) -> Dossier:
    """The dossier as its page reads it."""
    read = queries.in_full(at(made.unit)).prefetch_related("papers", "consents", "ballots")
    return read.get(pk=made.pk)
