"""At which committee a step is done: what the grassroots committee does, neither a section below it nor a cell does."""

from candidates.enums import Stage
from candidates.moves import Move
from organizations.access import Reach
from organizations.enums import CELL_KINDS, Deed, UnitKind

BELOW_COMMITTEE = CELL_KINDS | {UnitKind.SECTION}


def is_grassroots(move: Move) -> bool:
    """Say whether a step is the grassroots committee's own; a section appraises, and does nothing else of a committee."""
    return move.deed == Deed.MOVE_AS_COMMITTEE and move.to != Stage.APPRAISED


def at(own: Reach, move: Move) -> Reach:
    """Return a person's reach as far as it counts for a step: posts below the committee that makes it do not."""
    return own.without(BELOW_COMMITTEE) if is_grassroots(move) else own
