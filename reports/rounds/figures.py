"""The figures that an organisation confirms: measures of the one statistics, with the people whom each counts."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from candidates import statistics
from candidates.enums import BEFORE_DECISION, LOSSES, PROBATION, Stage
from organizations.models import Unit, UnitVersion
from organizations.periods import Period, inclusive
from reports.asked import Asked
from reports.links import behind
from reports.measured import People, When
from reports.models import PeriodRound


@dataclass(frozen=True)
class RoundFigure:
    """One number of a round: its key, its name, whom it counts."""

    key: str
    label: str
    people: People

    @property
    def is_stock(self) -> bool:
        """Say whether it counts who stands somewhere at the end, not who came within the period."""
        return self.people.when == When.END


ADMITTED = "ket-nap"
FIGURES = (
    RoundFigure("nguon-moi", "Đưa vào nguồn trong kỳ", People((Stage.SOURCE,))),
    RoundFigure("tot-nghiep", "Học xong lớp nhận thức về Đảng trong kỳ", People((Stage.TRAINED,))),
    RoundFigure("quyet-dinh", "Có quyết định kết nạp trong kỳ", People((Stage.DECIDED,))),
    RoundFigure(ADMITTED, "Kết nạp trong kỳ", People()),
    RoundFigure("chinh-thuc", "Công nhận chính thức trong kỳ", People((Stage.OFFICIAL,))),
    RoundFigure("xoa-ten", "Xóa tên đảng viên dự bị trong kỳ", People((Stage.STRUCK_OFF,))),
    RoundFigure("huy", "Hủy quyết định kết nạp trong kỳ", People((Stage.ANNULLED,))),
    RoundFigure("ra-khoi", "Ra khỏi danh sách trong kỳ", People(LOSSES)),
    RoundFigure("trong-nguon", "Đang theo dõi, chưa có quyết định", People(BEFORE_DECISION, When.END)),
    RoundFigure("cho-le", "Có quyết định, chưa tổ chức lễ", People((Stage.DECIDED,), When.END)),
    RoundFigure("du-bi", "Đang dự bị", People(PROBATION, When.END)),
)
BY_KEY = {each.key: each for each in FIGURES}


@dataclass(frozen=True)
class Counted:
    """A figure of one organisation as it is now: whom it counts, and the address of their list."""

    figure: RoundFigure
    members: frozenset[str]
    href: str

    @property
    def value(self) -> int:
        """How many."""
        return len(self.members)


def period(found: PeriodRound) -> Period:
    """Return the period of a round."""
    return inclusive(found.first_day, found.last_day)


def members(rounds: Sequence[PeriodRound], unit_ids: Iterable[int]) -> dict[tuple[int, int], dict[str, frozenset[str]]]:
    """Return for each round and unit (by their keys) whom each figure counts now, in one query for any number of both."""
    ids = list(unit_ids)
    asked = [(found.pk, each.key, each.people.cell(_asked(found, found.unit))) for found in rounds for each in FIGURES]
    columns = statistics.codes_grid([cell for _, _, cell in asked], ids)
    told: dict[tuple[int, int], dict[str, frozenset[str]]] = {(found.pk, unit): {} for found in rounds for unit in ids}
    for (found, key, _), column in zip(asked, columns, strict=True):
        for unit in ids:
            told[found, unit][key] = frozenset(column.get(unit, ()))
    return told


def counted(found: PeriodRound, unit: Unit) -> list[Counted]:
    """Return the figures of one organisation as they are now."""
    return counted_each(found, [unit])[unit.pk]


def counted_each(found: PeriodRound, units: Sequence[Unit]) -> dict[int, list[Counted]]:
    """Return the figures of several units (by key) as they are now, in one query."""
    now = members([found], [unit.pk for unit in units])
    asked = _asked(found, found.unit)
    return {unit.pk: _counted(now[found.pk, unit.pk], asked, unit) for unit in units}


def digest(figures: Sequence[Counted]) -> str:
    """Return a mark of numbers and lists together: what somebody confirms must be what they saw."""
    told = "\n".join(f"{each.figure.key}:{','.join(sorted(each.members))}" for each in figures)
    return hashlib.sha256(told.encode()).hexdigest()


def _counted(now: dict[str, frozenset[str]], asked: Asked, unit: Unit) -> list[Counted]:
    return [Counted(each, now[each.key], behind(each.people.cell(asked, (unit,)))) for each in FIGURES]


def _asked(found: PeriodRound, unit: Unit) -> Asked:
    # A cell asks for no name of the unit.
    return Asked(unit, UnitVersion(unit=unit), found.as_at, period(found))
