"""The figures of a sentence, counted together: one query for people in stages, one for people nominated."""

from collections.abc import Mapping

from candidates import nominated, statistics
from candidates.nominated import Nominated
from candidates.statistics import Cell
from reports.document import Figure
from reports.links import behind


def figures(cells: Mapping[str, Cell | Nominated]) -> dict[str, Figure]:
    """Return each cell's count under its token, with the list behind it."""
    in_stages = {token: cell for token, cell in cells.items() if isinstance(cell, Cell)}
    named = {token: cell for token, cell in cells.items() if isinstance(cell, Nominated)}
    counted = dict(zip(in_stages, statistics.counts(list(in_stages.values())), strict=True))
    counted |= dict(zip(named, nominated.counts(list(named.values())), strict=True))
    return {token: Figure(counted[token], href=behind(cell)) for token, cell in cells.items()}
