"""Somebody enters a deed of the cell in its stead: who must name the paper by which they do, and where it is kept."""

import pghistory

from candidates import moves
from organizations.access import Reach
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.models import Unit


def needs_basis(own: Reach, unit: Unit, deed: Deed = Deed.MOVE_AS_CELL) -> bool:
    """Say whether somebody does ``deed`` at a unit only for its owner, against a paper."""
    entered = moves.SUBSTITUTES.get(deed)
    return entered is not None and not own.covers(deed, unit) and own.covers(entered, unit)


def check_basis(own: Reach, unit: Unit, basis: str, deed: Deed = Deed.MOVE_AS_CELL) -> None:
    """Raise Refused when somebody enters a deed for its owner without naming the paper."""
    if not basis.strip() and needs_basis(own, unit, deed):
        raise Refused("Nhập thay chi bộ: cần ghi số, ngày của giấy tờ làm căn cứ.")


def note(basis: str) -> None:
    """Let the audit trail of the act under way name the paper, where the rows that it writes have no place for it."""
    if basis:
        said = f"{current().reason}; nhập" if current().reason else "Nhập"
        pghistory.context(reason=f"{said} thay theo giấy tờ: {basis}")
