"""What a forecast says of one target in one unit, and from how much it is made at all."""

from dataclasses import dataclass
from datetime import date

from candidates.enums import Stage
from directives.forecast.counting import Outlook

# A forecast is made for a unit with so many people under way and so many who reached the goal in it within YEARS, where so many
# did in the whole party organisation to whose pace it is drawn.
LEAST_UNDER_WAY, LEAST_ENDED, LEAST_ENDED_ABOVE, YEARS = 10, 5, 30, 3


@dataclass(frozen=True)
class Ground:
    """What a forecast rests on: people under way in the unit, who reached the goal in it and in the whole within YEARS."""

    under_way: int
    ended: int
    ended_above: int


@dataclass(frozen=True)
class StageDay:
    """By when a stage must be entered to be in time in half of all cases; None where no time looked at is long enough."""

    stage: Stage
    day: date | None
    has_passed: bool


@dataclass(frozen=True)
class More:
    """So many further people who enter ``stage`` on ``day`` let the expected number reach the goal; ``chance`` is of each.

    Without ``stage`` they enter a class.
    """

    stage: Stage | None
    day: date
    people: int
    chance: float


@dataclass(frozen=True)
class Forecast:
    """What is expected of one target at the end of its period; without ``outlook`` there is ``reason`` why there is none.

    ``rests_on`` says what it is made from where that is not dossiers under way, which ``ground`` tells.
    """

    already: int
    goal: int | None
    last_day: date
    ground: Ground | None = None
    outlook: Outlook | None = None
    reason: str = ""
    days: tuple[StageDay, ...] = ()
    more: tuple[More, ...] = ()
    rests_on: str = ""
