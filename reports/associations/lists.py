"""The lists behind the numbers of the report that count associations."""

from collections.abc import Callable, Sequence

from organizations.enums import IdleReason
from reports.asked import Asked
from reports.associations.lines import Association
from reports.associations.offices import Sources
from reports.associations.told import Told, told
from reports.unit_lists import UnitList, of_organisation

Chosen = Callable[[Told], Sequence[Association]]


def _list(key: str, title: str, chosen: Chosen) -> UnitList:
    def find(asked: Asked) -> Sequence[Association]:
        return chosen(told(asked))

    return UnitList(key, f"{title}, đến ngày {{on}}", find, "hội", of_organisation)


def _idle(state: Sources) -> UnitList:
    place = tuple(Sources).index(state) + 1
    return _list(
        f"chua-gioi-thieu-{place}", f"Hội chưa giới thiệu được người, {state}", lambda found: found.idle(state)
    )


def _for_reason(reason: IdleReason) -> UnitList:
    def chosen(found: Told) -> list[Association]:
        return with_reason(found, reason)

    return _list(f"nguyen-nhan-{tuple(IdleReason).index(reason) + 1}", f"Hội báo nguyên nhân “{reason.label}”", chosen)


def with_reason(found: Told, reason: IdleReason) -> list[Association]:
    """Return the associations that introduced nobody and gave this reason."""
    said = (each for each in found.found.idle if each.unit.pk in found.why)
    return [each for each in said if found.why[each.unit.pk].reason == reason]


def with_own_cell(found: Told) -> list[Association]:
    """Return the associations whose office has a cell of its own."""
    return [each for each in found.year.lines.whole.members if found.known.has_own_cell(each)]


def active_with_sources(found: Told) -> list[Association]:
    """Return the associations that had sources and introduced somebody."""
    return [each for each in found.found.active if each in found.had_sources]


MEMBERS = _list("hoi", "Hội được theo dõi", lambda found: found.year.lines.whole.members)
OWN_CELL = _list("chi-bo-rieng", "Hội có chi bộ riêng tại cơ quan thường trực", with_own_cell)
COULD = _list("du-dieu-kien", "Hội đủ đảng viên chính thức, chưa có chi bộ riêng", lambda found: found.could)
ACTIVE = _list("da-gioi-thieu", "Hội đã giới thiệu được người", lambda found: found.found.active)
WITH_SOURCES = _list("con-nguon", "Hội còn nguồn", lambda found: found.had_sources)
ACTIVE_WITH_SOURCES = _list("con-nguon-da-gioi-thieu", "Hội còn nguồn đã giới thiệu được người", active_with_sources)
IDLE = _list("chua-gioi-thieu", "Hội chưa giới thiệu được người", lambda found: found.found.idle)
URGED = _list("can-don-doc", "Hội chưa giới thiệu được người, cần đôn đốc", lambda found: found.to_urge)
BY_SOURCES = {state: _idle(state) for state in Sources}
BY_REASON = {reason: _for_reason(reason) for reason in IdleReason}
ALL = (
    *(MEMBERS, OWN_CELL, COULD, ACTIVE, WITH_SOURCES, ACTIVE_WITH_SOURCES, IDLE, URGED),
    *BY_SOURCES.values(),
    *BY_REASON.values(),
)
