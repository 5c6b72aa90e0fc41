"""The lists of units behind the numbers of a duty: whom a round of it binds, who has done it, who has not, who was let off."""

from collections.abc import Callable, Iterator

from django.db.models import QuerySet

from directives import obligations
from directives.obligations import Round, Tally
from organizations import tree
from organizations.models import Unit
from reports.asked import Asked
from reports.document import Figure
from reports.unit_lists import Entry, UnitList

_Find = Callable[[Asked], QuerySet[Unit]]


def figures(asked_for: Round, tally: Tally, units: QuerySet[Unit], asked: Asked) -> dict[str, Figure]:
    """Return the numbers of a round among ``units`` by what they count, each with its list."""
    counts = {"bound": tally.total, "done": tally.done, "left": tally.left, "exempt": tally.exempt}
    found = _by_what(asked_for, units)
    return {what: found[what].of(count, asked) for what, count in counts.items()}


def of(asked_for: Round, units: QuerySet[Unit]) -> Iterator[UnitList]:
    """Yield the lists of a round among ``units``."""
    yield from _by_what(asked_for, units).values()


def _by_what(asked_for: Round, units: QuerySet[Unit]) -> dict[str, UnitList]:
    def bound(asked: Asked) -> QuerySet[Unit]:
        return obligations.bound_units(asked_for.obligation, asked.on).filter(pk__in=units.order_by().values("pk"))

    def among(read: Callable) -> _Find:
        return lambda asked: read(asked_for, asked.on, bound(asked))

    return {
        "bound": _list(asked_for, "phai-lam", "Đơn vị phải thực hiện", bound),
        "done": _list(asked_for, "da-bao", "Đơn vị đã báo thực hiện", among(obligations.done)),
        "left": _list(asked_for, "chua-bao", "Đơn vị chưa báo thực hiện", among(obligations.not_done)),
        "exempt": _list(asked_for, "duoc-mien", "Đơn vị được miễn", among(obligations.exempt)),
    }


def _list(asked_for: Round, what: str, title: str, find: _Find) -> UnitList:
    def named(asked: Asked) -> list[Unit]:
        return list(find(asked).annotate(name=tree.name_on(asked.on, "pk")).order_by("code"))

    key = f"viec-{asked_for.obligation.pk}-{asked_for.year or 0}-{asked_for.part or 0}-{what}"
    return UnitList(key, f"{title}, đến ngày {{on}}", named, row=_row)


def _row(unit: Unit) -> Entry:
    return Entry(unit.name or unit.code, unit.code, "")
