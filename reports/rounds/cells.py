"""The cells of an organisation in a round: their figures are shown beside the whole, nobody asks them to confirm."""

from dataclasses import dataclass

from organizations import tree
from organizations.enums import CELL_KINDS
from organizations.models import UnitVersion
from reports.models import AskedUnit
from reports.rounds import figures
from reports.rounds.figures import Counted


@dataclass(frozen=True)
class CellFigures:
    """A cell by its name on the day of the figures, with what is counted in it."""

    name: str
    figures: tuple[Counted, ...]


def of(place: AskedUnit, whole: list[Counted]) -> list[CellFigures]:
    """Return the cells under an organisation with those figures of which the whole has any; none for a single cell."""
    day = place.round.as_at
    below = tree.descendants([place.unit], day).exclude(pk=place.unit_id)
    found = UnitVersion.objects.on(day).filter(unit__in=below, kind__in=CELL_KINDS)
    cells = list(found.select_related("unit").order_by("unit__code"))
    if not cells:
        return []
    shown = {each.figure.key for each in whole if each.value}
    told = figures.counted_each(place.round, [cell.unit for cell in cells])
    return [CellFigures(cell.name, _of(told[cell.unit_id], shown)) for cell in cells]


def _of(told: list[Counted], shown: set[str]) -> tuple[Counted, ...]:
    return tuple(each for each in told if each.figure.key in shown)
