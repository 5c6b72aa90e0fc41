"""Writes about the standing office of an organisation: which cell it has from a day on, and the bodies inside."""

from dataclasses import dataclass
from datetime import date

from organizations import keeping, succession, tree
from organizations.access import Reach, check_may, check_may_for
from organizations.acting import current
from organizations.enums import CELL_KINDS, Deed, OfficeBody, OfficeCell
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import StandingOffice, Unit


@dataclass(frozen=True)
class Arranged:
    """What an office has from a day on; ``cell`` is None where it has none."""

    since: date
    arrangement: OfficeCell
    cell: Unit | None
    bodies: tuple[OfficeBody, ...]
    source: str


def record_office(organisation: Unit, said: Arranged, *, own: Reach, today: date, seen: int) -> None:
    """Record what the standing office has from a day on, inside ``acting``; what it had before ends on that day."""
    current()
    check_may_for(own, Deed.KEEP_ORGANISATIONS, organisation)
    succession.lock(organisation)
    keeping.check_exists(organisation, said.since, today)
    _check_cell(organisation, said, own)
    values = {
        "organisation": organisation,
        "arrangement": said.arrangement,
        "cell": said.cell,
        "bodies": [body.value for body in said.bodies],
        "source": said.source,
    }
    succession.succeed(StandingOffice.objects.filter(organisation=organisation), said.since, values, seen=seen)


def _check_cell(organisation: Unit, said: Arranged, own: Reach) -> None:
    if said.arrangement == OfficeCell.NONE:
        if said.cell:
            raise Refused("Đã chọn “Chưa có” thì không chọn chi bộ; hãy bỏ một trong hai.")
        return
    if said.cell is None:
        raise Refused(f"Đã chọn “{said.arrangement.label}”: hãy chọn chi bộ.")
    check_may(own, Deed.KEEP_ORGANISATIONS, said.cell)
    version = tree.version(said.cell, said.since)
    if version is None or version.kind not in CELL_KINDS:
        raise Refused(
            f"Chi bộ được chọn không tồn tại vào ngày {date_vn(said.since)}; hãy chọn chi bộ khác hoặc ngày khác."
        )
    if said.arrangement == OfficeCell.OWN:
        _check_nobody_elses(organisation, said, version.name)


def _check_nobody_elses(organisation: Unit, said: Arranged, cell_name: str) -> None:
    """Two offices cannot both call a cell their own."""
    owners = StandingOffice.objects.filter(cell=said.cell, arrangement=OfficeCell.OWN)
    others = owners.exclude(organisation=organisation).exclude(valid_until__lte=said.since)
    if others.exists():
        raise Refused(
            f"“{cell_name}” đã ghi là chi bộ riêng của cơ quan thường trực một hội, đoàn thể khác; nếu sinh hoạt chung thì chọn "
            f"“{OfficeCell.SHARED.label}”."
        )
