"""Which member of the standing committee is in charge of which units: the groups of table 1, and whom to remind."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from candidates import statistics
from directives.progress import Progress
from organizations.enums import Role
from organizations.formats import name_key, number_vn
from organizations.models import Post, UnitVersion
from reports import unit_tables
from reports.document import Paragraph, RowKind
from reports.unit_tables import Block

NOBODY = "Chưa phân công"


@dataclass(frozen=True)
class Charge:
    """A member of the standing committee and the units in their charge; the name is empty where nobody is."""

    name: str
    bodies: tuple[UnitVersion, ...]

    @property
    def label(self) -> str:
        """The head of the group, as the table prints it."""
        who = f"Đ/c {self.name}" if self.name else NOBODY
        return f"{who} ({number_vn(len(self.bodies))} đơn vị)"


def charges(bodies: Sequence[UnitVersion], on: date) -> tuple[Charge, ...]:
    """Return who is in charge of which of ``bodies`` on a day, by name; empty where nobody is in charge of any."""
    held = Post.objects.on(on).filter(role=Role.MEMBER_IN_CHARGE, unit__in=[body.unit_id for body in bodies])
    rows = held.order_by("valid_from", "pk").values_list("unit", "user", "user__full_name")
    by_unit = {unit: (user, name) for unit, user, name in rows}  # of two the newest
    grouped: dict[tuple[int, str], list[UnitVersion]] = defaultdict(list)
    for body in bodies:
        grouped[by_unit.get(body.unit_id, (0, ""))].append(body)
    ordered = sorted(grouped, key=lambda who: (not who[1], name_key(who[1]), who[0]))
    return tuple(Charge(name, tuple(grouped[user, name])) for user, name in ordered) if by_unit else ()


def blocks(bodies: Sequence[UnitVersion], total: UnitVersion, found: Sequence[Charge]) -> list[Block]:
    """Return the rows of table 1: each group with its units under it, then the whole; without groups the units alone."""
    if not found:
        return unit_tables.blocks(bodies, total)
    rows: list[Block] = []
    for place, charge in enumerate(found, start=1):
        units = tuple(body.unit for body in charge.bodies)
        rows.append(Block(-place, charge.label, units, RowKind.GROUP))
        rows += [Block(body.unit_id, body.name, (body.unit,)) for body in charge.bodies]
    return [*rows, Block(total.unit_id, "Cộng", (total.unit,), RowKind.TOTAL)]


def sentences(found: Sequence[Charge], item: Progress) -> tuple[Paragraph, ...]:
    """Return whom of the standing committee the idle units concern; nothing without charges."""
    if not found:
        return ()
    ids = [body.unit_id for charge in found for body in charge.bodies]
    active = statistics.by_unit(item.actual.cell, ids)
    words = [_told(charge, active) for charge in found]
    ahead = "Các đồng chí Ủy viên Ban Thường vụ đôn đốc, giúp đỡ đơn vị được phân công phụ trách:"
    return (Paragraph(f"{ahead} {'; '.join(words)}."),)


def _told(charge: Charge, active: dict[int, int]) -> str:
    idle = sum(not active.get(body.unit_id) for body in charge.bodies)
    who = f"đồng chí {charge.name}" if charge.name else "các đơn vị chưa phân công"
    return f"{who}: {number_vn(idle)} trên {number_vn(len(charge.bodies))} đơn vị chưa kết nạp được đảng viên"
