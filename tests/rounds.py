"""Words to put rounds of confirmed figures on the stage: a round of the bloc for the first quarter, its organisations' acts."""

import re
from datetime import date

from django.test import Client

from candidates import stages
from candidates.enums import Stage
from candidates.guards import Step
from candidates.models import Dossier
from organizations.access import Reach
from organizations.acting import acting
from organizations.enums import Deed, Role
from organizations.models import Post, Unit, User
from organizations.periods import Period, inclusive
from reports import confirming, opening
from reports.models import AskedUnit, Confirmation, LateReason, PeriodRound
from reports.rounds import figures, standing
from reports.rounds.standing import State
from tests import people

FIRST_QUARTER = inclusive(date(2021, 1, 1), date(2021, 3, 31))
LAST_YEAR = inclusive(date(2020, 1, 1), date(2020, 12, 31))
APRIL = inclusive(date(2021, 4, 1), date(2021, 4, 30))
CEREMONY = date(2021, 2, 3)
OPENED, DUE = date(2021, 5, 10), date(2021, 5, 20)
LIST = "/bao-cao/chot-so-lieu/"
OPEN = f"{LIST}mo/"


def opened(
    unit: Unit, bodies: list[Unit], days: Period = FIRST_QUARTER, *, on: date = OPENED, due: date = DUE
) -> PeriodRound:
    """Open a round of a unit for organisations."""
    said = opening.Opening(days, days.last_day, due)
    with acting(None, Deed.OPEN_ROUND):
        return opening.open_round(unit, said, [body.code for body in bodies], own=_reach(unit), today=on)


def around(who: people.Cast) -> None:
    """A row of every kind: two rounds, a late change with its reason, taken up as an adjustment."""
    waiting = people.dossier(who, Stage.DECIDED)
    before = accepted(opened(who.bloc, [who.office]), who.office)
    ceremony(waiting, "Biên bản gửi muộn")
    LateReason.objects.create(of=before, code=waiting.code, words="Biên bản gửi muộn", on=people.TODAY)
    confirmed(opened(who.bloc, [who.office], APRIL), who.office)


def planted(unit: Unit, words: str = "", period: Period = FIRST_QUARTER) -> PeriodRound:
    """A round of a unit that asks this very unit, of whatever kind, with a confirmation."""
    days = {"first_day": period.start, "last_day": period.last_day, "as_at": period.last_day}
    made = PeriodRound.objects.create(unit=unit, **days, due_on=DUE, opened_on=OPENED, words=words)
    AskedUnit.objects.create(round=made, unit=unit)
    confirmed(made, unit)
    return made


def admitted(who: people.Cast, **facts: object) -> Dossier:
    """Somebody who was admitted in the first quarter."""
    return ceremony(people.dossier(who, Stage.DECIDED, **facts))


def ceremony(made: Dossier, reason: str = "", by: User | None = None, on: date = CEREMONY) -> Dossier:
    """Record the ceremony, in the first quarter; ``reason`` says why that is done after the quarter was closed."""
    with acting(by, Deed.MOVE_AS_CELL, reason):
        known = {"own": _reach(made.unit), "today": people.TODAY, "version": made.version}
        stages.move(made, Stage.ADMITTED, Step(on=on), **known)
    return Dossier.objects.get(pk=made.pk)


def taken_back(made: Dossier, reason: str = "Ghi nhầm người") -> None:
    """Take the last step of a dossier back."""
    with acting(None, Deed.CORRECT_STEP, reason):
        stages.take_back(made, reason, own=_reach(made.unit), today=people.TODAY, version=made.version)


def place(found: PeriodRound, unit: Unit) -> AskedUnit:
    """The organisation in the round."""
    return found.places.select_related("round__unit", "unit").get(unit=unit)


def confirmed(
    found: PeriodRound, unit: Unit, *, by: User | None = None, on: date = people.TODAY, **said: object
) -> Confirmation:
    """Let an organisation confirm what it sees."""
    asked = place(found, unit)
    seen = figures.digest(figures.counted(asked.round, unit))
    with acting(by, Deed.CONFIRM_FIGURES):
        return confirming.confirm(
            asked, confirming.Said(seen, **said), own=_reach(unit), today=on, version=_version(asked)
        )


def accepted(found: PeriodRound, unit: Unit, *, on: date = people.TODAY) -> Confirmation:
    """Let an organisation confirm, and the superior accept."""
    made, asked = confirmed(found, unit, on=on), place(found, unit)
    with acting(None, Deed.OPEN_ROUND):
        confirming.accept(asked, "", own=_reach(found.unit), today=on, version=made.pk)
    return made


def returned(
    found: PeriodRound, unit: Unit, words: str = "Thiếu một người", *, due: date, on: date = people.TODAY
) -> Confirmation:
    """Let an organisation confirm, and the superior return it with a new term."""
    made, asked = confirmed(found, unit, on=on), place(found, unit)
    with acting(None, Deed.OPEN_ROUND):
        confirming.send_back(asked, words, due, own=_reach(found.unit), today=on, version=made.pk)
    return made


def state(found: PeriodRound, unit: Unit, on: date = people.TODAY) -> State:
    """How an organisation stands."""
    return standing.of_place(place(found, unit), on).state


def address(found: PeriodRound, unit: Unit, work: str = "") -> str:
    """The page of an organisation in a round."""
    return f"{LIST}{found.pk}/to-chuc/{unit.code}/{work}"


def form(browser: Client, page: str) -> dict[str, str]:
    """What the form of a page sends when nothing is typed: hidden fields, texts, what is ticked."""
    html = browser.get(page).content.decode()
    html = html[html.rindex('<form class="sheet form" method="post"') :]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html)
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def sentences(answer) -> str:
    """Everything that an answer says."""
    return answer.content.decode()


def _version(asked: AskedUnit) -> int:
    return standing.of_place(asked, date.max).key


def _reach(unit: Unit) -> Reach:
    roles = (Role.BOARD_OFFICER, Role.COMMITTEE_OFFICE, Role.CELL_SECRETARY)
    return Reach(tuple(Post(role=role, unit=unit, valid_from=people.FOUNDED) for role in roles), people.TODAY)
