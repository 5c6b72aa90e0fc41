"""Which people a class is counted by: its students, its certificates, who was admitted later and who was not."""

from datetime import date

from candidates.among import Among
from candidates.enums import BEFORE_MEETING, EXITS, MAIN_LINE, ClassTie, Stage
from candidates.models import TrainingClass
from candidates.statistics import Cell
from organizations.models import Unit
from organizations.periods import Period, inclusive

Units = tuple[Unit, ...]
EVERYWHERE = (*MAIN_LINE, *EXITS)


def students(training: TrainingClass, units: Units, on: date) -> Cell:
    """Everybody on the roster, wherever their dossier stands."""
    return Cell(units, EVERYWHERE, on, among=Among(training=training.pk, class_tie=ClassTie.ENROLLED))


def certified(training: TrainingClass, units: Units, on: date) -> Cell:
    """Everybody who got the certificate of the class."""
    return Cell(units, EVERYWHERE, on, among=_certified(training))


def admitted(training: TrainingClass, units: Units, on: date, stage: Stage) -> Cell | None:
    """Those with the certificate who were admitted since the class began; ``stage`` is what counts as "admitted".

    None where the class had not begun.
    """
    return _entered(training, units, on, stage, inclusive(training.starts_on, on)) if training.starts_on else None


def admitted_by_year(training: TrainingClass, units: Units, on: date, stage: Stage) -> dict[int, Cell]:
    """Those with the certificate who were admitted, for each year from that of the class up to the day one looks from."""
    start = training.starts_on
    if start is None or start > on:
        return {}
    years = range(start.year, on.year + 1)
    periods = {year: inclusive(max(start, date(year, 1, 1)), min(on, date(year, 12, 31))) for year in years}
    return {year: _entered(training, units, on, stage, period) for year, period in periods.items()}


def not_admitted(training: TrainingClass, units: Units, on: date, stage: Stage) -> Cell:
    """Those with the certificate who are not admitted on the day."""
    before = (*MAIN_LINE[: MAIN_LINE.index(stage)], Stage.REMOVED, Stage.WITHDRAWN, Stage.MOVED_OUT)
    return Cell(units, before, on, among=_certified(training))


def near_expiry(training: TrainingClass, units: Units, on: date) -> Cell:
    """Those whose certificate runs out soon while their cell has not met on them yet; after that nobody needs to learn again."""
    return Cell(units, BEFORE_MEETING, on, among=Among(training=training.pk, class_tie=ClassTie.NEAR_EXPIRY))


def _certified(training: TrainingClass) -> Among:
    return Among(training=training.pk, class_tie=ClassTie.CERTIFIED)


def _entered(training: TrainingClass, units: Units, on: date, stage: Stage, period: Period) -> Cell:
    return Cell(units, (stage,), on, period, among=_certified(training))
