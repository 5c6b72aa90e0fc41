"""The cells of an organisation in a round: their figures are shown beside the whole, nobody asks them to confirm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from organizations import tree
from organizations.enums import CELL_KINDS
from organizations.models import UnitVersion
from reports.models import AskedUnit
from reports.rounds.figures import Counted


@dataclass(frozen=True)
class CellFigures:
    """A cell by its name on the day of the figures, with what is counted in it."""

    name: str
    figures: tuple[Counted, ...]


def under(place: AskedUnit) -> list[UnitVersion]:
    """Return the cells under an organisation on the day of the figures, by code; none for a single cell."""
    day = place.round.as_at
    below = tree.descendants([place.unit], day).exclude(pk=place.unit_id)
    found = UnitVersion.objects.on(day).filter(unit__in=below, kind__in=CELL_KINDS)
    return list(found.select_related("unit").order_by("unit__code"))


def of(cells: Sequence[UnitVersion], told: Mapping[int, list[Counted]], whole: Sequence[Counted]) -> list[CellFigures]:
    """Return cells with what is counted in each (``told``, by unit), of those figures of which the whole has any."""
    shown = {each.figure.key for each in whole if each.value}
    return [CellFigures(cell.name, _of(told[cell.unit_id], shown)) for cell in cells]


def _of(told: Sequence[Counted], shown: set[str]) -> tuple[Counted, ...]:
    return tuple(each for each in told if each.figure.key in shown)
