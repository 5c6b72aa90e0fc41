"""A number of people described without a unit and a day: what a report's data names, and a statistics cell once it is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum

from candidates import statistics
from candidates.among import EVERYBODY, Among
from candidates.enums import Group, Stage
from candidates.statistics import Cell, DueState
from organizations.models import Unit
from reports.asked import Asked
from reports.counted import figures
from reports.document import Figure


class When(Enum):
    """Of which days a measure tells."""

    PERIOD = "who entered within the period"
    SAME_PERIOD = "who entered within the same period of last year"
    EVER = "who entered from the beginning of records to the end of the period"
    START = "who stood there at the end of the day before the period"
    END = "who stands there at the end of the day one looks from"


# What ends the time on probation.
OF_PROBATION = frozenset({Stage.REVIEWED, Stage.OFFICIAL, Stage.STRUCK_OFF})


@dataclass(frozen=True)
class People:
    """Who entered ``stages`` in the days of ``when``, or stands in them; without stages those who count as admitted."""

    stages: tuple[Stage, ...] = ()
    when: When = When.PERIOD
    among: Among = EVERYBODY
    due: DueState | None = None
    from_stages: tuple[Stage, ...] = ()

    @property
    def needs_last_year(self) -> bool:
        """Say whether nothing can be told where no records reach back a year."""
        return self.when in (When.SAME_PERIOD, When.START)

    def of(self, *groups: Group) -> "People":
        """Return those of them who belong to all of ``groups``."""
        return replace(self, among=replace(self.among, groups=(*self.among.groups, *groups)))

    def a_year_earlier(self) -> "People":
        """Return the same flow in the same period of last year."""
        return replace(self, when=When.SAME_PERIOD)

    def cell(self, asked: Asked, units: tuple[Unit, ...] = ()) -> Cell:
        """Return the cell that counts them, in ``units`` or in the unit that is asked about."""
        stages = self.stages or (asked.admitted,)
        made = Cell(
            units=units or (asked.unit,),
            stages=stages,
            on=asked.on,
            reading=asked.reading,
            from_stages=self.from_stages,
            due=self.due,
            among=self.among,
        )
        return _dated(made, self.when, asked)


def _dated(cell: Cell, when: When, asked: Asked) -> Cell:
    match when:
        case When.PERIOD:
            return replace(cell, period=asked.period)
        case When.SAME_PERIOD:
            return replace(cell, period=asked.before)
        case When.EVER:
            return statistics.ever(replace(cell, period=asked.period))
        case When.START:
            return replace(cell, on=asked.period.start - timedelta(days=1))
    return cell


def told(measures: Mapping[str, People], asked: Asked) -> dict[str, Figure]:
    """Return the figures of a sentence, counted together; those of a year of which nothing is known are left out."""
    return figures({token: each.cell(asked) for token, each in measures.items() if is_known(each, asked)})


def counted(measures: Sequence[People], asked: Asked) -> list[Figure | None]:
    """Return a figure for each measure, counted in one query; None where nothing is known of its year."""
    found = told({str(place): each for place, each in enumerate(measures)}, asked)
    return [found.get(str(place)) for place in range(len(measures))]


def is_known(measure: People, asked: Asked) -> bool:
    """Say whether records reach back to the days of a measure.

    Whoever was made official or struck off in the same period of last year was admitted before it: where nobody was admitted
    before that period began, a 0 says nothing.
    """
    if not measure.needs_last_year:
        return True
    return asked.last_year_known and (
        not OF_PROBATION.issuperset(measure.stages or {asked.admitted}) or _knows_probation(asked)
    )


def _knows_probation(asked: Asked) -> bool:
    cell = Cell((asked.unit,), (asked.admitted,), asked.on, asked.before, asked.reading)
    return statistics.entries(statistics.ever(cell)).filter(on__lt=asked.before.start).exists()
