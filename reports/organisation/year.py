"""What every part of the report of an organisation shares: the organisation, its branches, its year to date, who follows it."""

from dataclasses import dataclass
from datetime import date

from candidates.among import Among
from candidates.enums import BEFORE_DECISION, Group, Stage, Tie
from candidates.nominated import Nominated
from candidates.statistics import Cell
from organizations import tree
from organizations.models import Unit, UnitVersion
from organizations.periods import Period
from reports.asked import Asked


@dataclass(frozen=True)
class Year:
    """An organisation's year up to a day; ``branches`` lie right under it, ``follower`` is the party unit, ``top`` its root."""

    asked: Asked
    whole: tuple[Unit, ...]
    branches: tuple[UnitVersion, ...]
    follower: UnitVersion | None
    top: Unit | None

    @property
    def version(self) -> UnitVersion:
        """The organisation on the day of the report."""
        return self.asked.version

    @property
    def on(self) -> date:
        """The day of the report."""
        return self.asked.on

    @property
    def period(self) -> Period:
        """The year to date."""
        return self.asked.period

    def flow(self, stage: Stage, tie: Tie = Tie.MEMBER, groups: tuple[Group, ...] = ()) -> Cell:
        """Who entered a stage in the year, tied to the organisation or a branch."""
        return Cell(
            self._tops(),
            (stage,),
            self.on,
            self.period,
            self.asked.reading,
            among=Among(self.whole, tie, groups=groups),
        )

    def admitted(self, tie: Tie = Tie.MEMBER, groups: tuple[Group, ...] = ()) -> Cell:
        """Who was admitted in the year."""
        return self.flow(self.asked.admitted, tie, groups)

    def sources(self, groups: tuple[Group, ...] = ()) -> Cell:
        """Who is followed as a source or under consideration at the end of the day."""
        return Cell(
            self._tops(), BEFORE_DECISION, self.on, reading=self.asked.reading, among=Among(self.whole, groups=groups)
        )

    def introduced(self) -> Nominated:
        """Who was nominated in the year."""
        return Nominated(self.whole, self.on, period=self.period)

    def branch(self, version: UnitVersion) -> tuple[Unit, ...]:
        """A branch and everything under it."""
        return tuple(tree.descendants([version.unit], self.on).order_by("code"))

    def _tops(self) -> tuple[Unit, ...]:
        return (self.top,) if self.top else ()


def year(asked: Asked, follower: UnitVersion | None) -> Year:
    """Return the year of an organisation up to a day."""
    whole = tuple(tree.descendants([asked.unit], asked.on).order_by("code"))
    top = tree.path(follower.unit, asked.on)[0].unit if follower else None
    return Year(asked, whole, tuple(tree.children(asked.unit, asked.on)), follower, top)
