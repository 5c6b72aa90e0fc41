"""What every part of the progress report tells of, read once."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from directives import progress, register
from directives.enums import Measure, PeriodKind
from directives.models import Target
from directives.progress import Progress
from organizations.access import Reach
from organizations.errors import Refused
from organizations.models import Unit, UnitVersion
from organizations.periods import Period
from reports.asked import Asked
from reports.paper_words import counted_words
from reports.parts import subordinates
from reports.progress import in_charge
from reports.progress.in_charge import Charge


@dataclass(frozen=True)
class Told:
    """What every part of the report tells of: the target's progress, the units in the rows, who is in charge of which."""

    asked: Asked
    item: Progress
    bodies: list[UnitVersion]
    charges: tuple[Charge, ...]
    counted: str

    @property
    def version(self) -> UnitVersion:
        """The unit on the day of the report."""
        return self.asked.version

    @property
    def on(self) -> date:
        """The day of the report."""
        return self.asked.on


def told(asked: Asked) -> Told:
    """Read the target of all admissions that binds the unit; raises Refused where there is none."""
    found = of_year(asked)
    if found is None:
        raise Refused(f"Năm {asked.on.year} chưa có chỉ tiêu kết nạp nào giao cho {asked.version.name}.")
    item = progress.of_target(found, asked.unit, asked.on, asked.reading)
    bodies = subordinates(asked)
    return Told(asked, item, bodies, in_charge.charges(bodies, asked.on), counted_words(asked))


def of_year(asked: Asked) -> Target | None:
    """Return the target of the year that binds the unit, else that of a half or quarter; the term has a report of its own."""
    found = binding(asked)
    return found.filter(period=PeriodKind.YEAR).first() or found.exclude(period=PeriodKind.TERM).first()


def term(unit: Unit, on: date, own: Reach) -> Period | None:
    """Return the term of the target that binds a unit on a day, of documents that a person may know of; None without any."""
    found = progress.binding(unit, on).filter(measure=Measure.ADMITTED, period=PeriodKind.TERM)
    target = register.of_known(found, own).filter(term_start__lte=on).first()
    return Period(target.term_start, target.term_stop) if target else None


def binding(asked: Asked) -> QuerySet[Target]:
    """Return the targets of all admissions that bind the unit, of documents that whoever asks may know of."""
    return register.of_known(progress.binding(asked.unit, asked.on).filter(measure=Measure.ADMITTED), asked.own)
