"""Which member of the standing committee is in charge of which units: the groups of table 1, and whom to remind."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from organizations.enums import Role
from organizations.formats import name_key, number_vn
from organizations.models import Post, UnitVersion
from reports import unit_tables
from reports.asked import NO_BRACES, Asked
from reports.document import Figure, Paragraph, RowKind
from reports.unit_lists import UnitList
from reports.unit_tables import Block

NOBODY = "Chưa phân công"


@dataclass(frozen=True)
class Charge:
    """A member of the standing committee and the units in their charge; without anybody in charge name and key are empty."""

    name: str
    bodies: tuple[UnitVersion, ...]
    key: int = 0

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
    return tuple(Charge(name, tuple(grouped[user, name]), user) for user, name in ordered) if by_unit else ()


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


def sentences(found: Sequence[Charge], idle: Container[int], asked: Asked) -> tuple[Paragraph, ...]:
    """Return whom of the standing committee the units in ``idle`` concern; nothing without charges."""
    if not found:
        return ()
    ahead = "Các đồng chí Ủy viên Ban Thường vụ đôn đốc, giúp đỡ đơn vị được phân công phụ trách:"
    words: list[str] = []
    figures: dict[str, Figure] = {}
    for place, charge in enumerate(found, start=1):
        left, whole = (_list(charge, which) for which in (idle, None))
        words.append(f"{_who(charge)}: {{idle{place}}} trên {{units{place}}} đơn vị chưa kết nạp được đảng viên")
        figures |= {f"idle{place}": left.figure(asked), f"units{place}": whole.figure(asked)}
    return (Paragraph(f"{ahead} {'; '.join(words)}.", figures),)


def lists(found: Sequence[Charge], idle: Container[int]) -> Iterator[UnitList]:
    """Yield the lists behind those sentences: of each charge its units, and those of them in ``idle``."""
    for charge in found:
        yield from (_list(charge, None), _list(charge, idle))


def _list(charge: Charge, idle: Container[int] | None) -> UnitList:
    who = f"Đ/c {charge.name}".translate(NO_BRACES) if charge.name else NOBODY
    if idle is None:
        return UnitList(f"phu-trach-{charge.key}", f"{who}: đơn vị phụ trách", lambda asked: charge.bodies)
    kept = [body for body in charge.bodies if body.unit_id in idle]
    return UnitList(f"phu-trach-{charge.key}-chua", f"{who}: đơn vị chưa kết nạp được đảng viên", lambda asked: kept)


def _who(charge: Charge) -> str:
    return f"đồng chí {charge.name}".translate(NO_BRACES) if charge.name else "các đơn vị chưa phân công"
