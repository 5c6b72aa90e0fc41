"""The cells of an organisation in a round: their figures are shown beside the whole, nobody asks them to confirm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from organizations import tree
from organizations.enums import CELL_KINDS
from organizations.models import UnitVersion
from reports.models import AskedUnit
from reports.rounds.figures import Counted

REST = "Ngoài các chi bộ trên (chi bộ đã kết thúc, chuyển đi)"


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
    """Return cells with what is counted in each (``told``, by unit), of those figures of which the whole has any.

    Each counts of the whole alone, and whom none of them counts stands in a last row: people of cells that ended or moved away.
    """
    shown = [each for each in whole if each.value]
    rows = [CellFigures(cell.name, _of(told[cell.unit_id], shown)) for cell in cells]
    rest = CellFigures(REST, tuple(_rest(each, [row.figures[n] for row in rows]) for n, each in enumerate(shown)))
    return [*rows, rest] if rows and any(each.value for each in rest.figures) else rows


def _of(told: Sequence[Counted], shown: Sequence[Counted]) -> tuple[Counted, ...]:
    own = {each.figure.key: each for each in told}
    return tuple(_part(own[each.figure.key], each) for each in shown)


def _part(own: Counted, whole: Counted) -> Counted:
    """Whom a cell counts of the whole; a cell that came within the period has a longer list, which is not shown for it."""
    if own.members <= whole.members:
        return own
    return replace(own, members=own.members & whole.members, href="")


def _rest(whole: Counted, parts: Sequence[Counted]) -> Counted:
    return replace(whole, members=whole.members.difference(*(each.members for each in parts)), href="")
