"""What every part of the report on associations shares: the unit, the year to date, the rows, whether last year is known."""

from dataclasses import dataclass, replace
from datetime import date

from candidates import nominated, statistics
from candidates.among import EVERYBODY, Among
from candidates.enums import BEFORE_DECISION, LOSSES, Stage, Tie
from candidates.nominated import Nominated, Outcome
from candidates.statistics import Cell
from organizations.models import Unit, UnitVersion
from organizations.periods import Period
from reports.asked import Asked
from reports.associations.lines import Lines


@dataclass(frozen=True)
class Year:
    """The year of a report up to its day.

    ``people_known`` and ``nominations_known`` say whether any step, any nomination was recorded up to the same day of last
    year: without it a 0 there means nothing.
    """

    asked: Asked
    lines: Lines
    people_known: bool
    nominations_known: bool

    @property
    def version(self) -> UnitVersion:
        """The unit on the day of the report."""
        return self.asked.version

    @property
    def on(self) -> date:
        """The day of the report."""
        return self.asked.on

    @property
    def period(self) -> Period:
        """The year to date."""
        return self.asked.period

    @property
    def before(self) -> Period:
        """The same period of last year."""
        return self.period.a_year_earlier()

    def flow(self, stage: Stage, period: Period | None = None, tie: Tie = Tie.MEMBER) -> Cell:
        """Who entered a stage in the period, tied to any association."""
        among = Among(self.lines.whole.organisations, tie)
        return Cell(self._units, (stage,), self.on, period or self.period, self.asked.reading, among=among)

    def lost(self) -> Cell:
        """Who left the sources in the period by any way out, before a decision."""
        return replace(self.flow(Stage.REMOVED), stages=LOSSES, from_stages=BEFORE_DECISION)

    def admitted(self, period: Period | None = None, tie: Tie = Tie.MEMBER) -> Cell:
        """Who was admitted in the period, by the day that the parameter names."""
        return self.flow(self.asked.admitted, period, tie)

    def sources(self, day: date) -> Cell:
        """Who is followed as a source or under consideration at the end of a day."""
        among = Among(self.lines.whole.organisations)
        return Cell(self._units, BEFORE_DECISION, day, reading=self.asked.reading, among=among)

    @property
    def _units(self) -> tuple[Unit, ...]:
        return (self.asked.unit,)

    def introduced(self, period: Period | None = None) -> Nominated:
        """Who was nominated in the period."""
        return Nominated(self.lines.whole.organisations, self.on, period=period or self.period)

    def under_consideration(self) -> Nominated:
        """Whose nomination the cells have not answered, or took up and have not decided."""
        return replace(self.introduced(), period=None, outcome=Outcome.CONSIDERED)

    def returned(self) -> Nominated:
        """Whose nomination was returned in the period."""
        return replace(self.introduced(), outcome=Outcome.RETURNED)


def is_silent(year: Year) -> bool:
    """Say whether nothing at all was recorded up to the day of the report: no step of anybody, no nomination."""
    steps = statistics.ever(replace(year.flow(Stage.SOURCE), among=EVERYBODY))
    return not (statistics.count(steps) or nominated.count(nominated.ever(year.introduced())))


def year(asked: Asked, found: Lines) -> Year:
    """Return the year to date of a unit, and find out whether anything is known of last year."""
    made = Year(asked, found, people_known=False, nominations_known=False)
    entries = statistics.ever(replace(made.flow(Stage.SOURCE, made.before), among=EVERYBODY))
    nominations = nominated.ever(made.introduced(made.before))
    return replace(made, people_known=statistics.count(entries) > 0, nominations_known=nominated.count(nominations) > 0)
