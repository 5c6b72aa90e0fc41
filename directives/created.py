"""What a document created, and how each of it stands: one line each, from what its page has loaded already."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from directives import goals
from directives.contents import Criterion, Duty, Part
from directives.enums import Comparison
from directives.models import Target
from directives.progress import Progress
from directives.unit_progress import UnitProgress
from organizations.formats import number_vn, percent_vn, percentage


@dataclass(frozen=True)
class Created:
    """One thing that a clause created: what, for whom, by which clause, its place on the page, its state in words."""

    kind: str
    words: str
    whom: str
    clause: str
    anchor: str
    state: str
    badge: str = ""


def created(parts: Iterable[Part], progress: Iterable[Progress | UnitProgress]) -> list[Created]:
    """Return everything that the clauses of a document created, in their order; ``progress`` is what one may count of it."""
    met = {item.target.pk: item for item in progress}
    return [line for part in parts for line in _of_part(part, met)]


def _of_part(part: Part, met: dict[int, Progress | UnitProgress]) -> Iterator[Created]:
    label = part.clause.label
    for target in part.targets:
        yield _target(target, label, met.get(target.pk))
    if part.own_targets:
        words = f"{number_vn(part.own_targets)} chỉ tiêu do hội, đoàn thể tự đặt"
        yield Created("Chỉ tiêu", words, "hội, đoàn thể", label, f"diem-{part.clause.position}", "xem ở điểm này")
    for duty in part.duties:
        yield _duty(duty, label)
    for criterion in part.criteria:
        yield _criterion(criterion, label)
    for reading in part.readings:
        state = ("Đang dùng", "done") if reading.in_use else ("Đã tắt", "")
        yield Created("Cách hiểu", str(reading), "", label, f"cach-hieu-{reading.pk}", *state)


def _target(target: Target, label: str, met: Progress | UnitProgress | None) -> Created:
    whom = target.unit_name or target.unit.code
    words, anchor = f"{target.get_measure_display()}: {target.words}", f"chi-tieu-{target.pk}"
    return Created("Chỉ tiêu", words, whom, label, anchor, *_met(target, met))


def _met(target: Target, met: Progress | UnitProgress | None) -> tuple[str, str]:
    """How far a target is met, in words and as a badge; an aspiration is followed, never reckoned as met or missed."""
    if target.number is None:
        return "không giao số", ""
    if met is None:
        return ("Đã xác nhận", "") if target.confirmed_by_id else ("Chưa xác nhận", "soon")
    reached, goal = met.units.reached if isinstance(met, UnitProgress) else met.actual.people, met.asked.low
    if not goal:
        return "chưa đủ căn cứ tính", "soon"
    state = f"{number_vn(reached)}/{number_vn(goal)} ({percent_vn(percentage(reached, goal))})"
    return state, _badge(target, goals.is_met(goal, reached, target.comparison))


def _badge(target: Target, is_met: bool | None) -> str:
    """A ceiling is kept only when the period is over: it is told once it is broken; "about" is never reckoned."""
    if target.comparison == Comparison.AT_MOST:
        return "late" if is_met is False else ""
    return {True: "done", False: "waiting", None: ""}[is_met]


def _duty(duty: Duty, label: str) -> Created:
    anchor = f"nhiem-vu-{duty.obligation.pk}"
    if duty.asked is None:
        state, badge = "chưa đến ngày", ""
    elif not duty.tally.total:
        state, badge = "ngoài phạm vi", ""
    else:
        late = f", {number_vn(duty.tally.late)} quá hạn" if duty.tally.late else ""
        state = f"{number_vn(duty.tally.done)}/{number_vn(duty.tally.total)} đã trả lời{late}"
        badge = "late" if late else "waiting" if duty.tally.left else "done"
    return Created("Nhiệm vụ", duty.obligation.words, duty.unit_name, label, anchor, state, badge)


def _criterion(criterion: Criterion, label: str) -> Created:
    row = criterion.row
    state = ("Đã xác nhận", "done") if row.confirmed_by_id else ("Chưa xác nhận", "soon")
    words = row.get_code_display()
    return Created("Tiêu chuẩn riêng", words, criterion.unit_name, label, f"tieu-chuan-{row.pk}", *state)
