"""Writes the targets of party units: records one from a clause, corrects it, confirms it, withdraws it.

All run inside ``acting`` and need Deed.KEEP_DOCUMENTS over the target's unit. A correction keeps the row, so that what was
shared out of it stays; the audit trail holds what stood there, and why it was changed.
"""

from dataclasses import dataclass, fields
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F

from directives import addressed, target_periods
from directives.enums import (
    ADMISSION_MEASURES,
    MEMBER_BASES,
    ORGANISATION_MEASURES,
    BaseKind,
    Comparison,
    Measure,
    NumberKind,
    PeriodKind,
    Rounding,
)
from directives.models import Directive, Distribution, Target
from organizations import turns
from organizations.access import Reach, check_may
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import Conflict, Refused
from organizations.formats import date_vn, tidy
from organizations.models import Clause, Unit

# Which bases a measure may be taken of; every other one counts people, and is taken of members.
_BASES = {Measure.UNITS_ADMITTING: {BaseKind.UNITS_WITH_SOURCES}, Measure.MADE_KNOWN: {BaseKind.BOUND_UNITS}}
_FOREVER = date.max


@dataclass(frozen=True)
class Said:
    """A target as a person reads it in a clause; a term by its first and last day, everything else by years."""

    clause: Clause
    unit: Unit
    measure: Measure
    number_kind: NumberKind
    number: Decimal | None = None
    number_max: Decimal | None = None
    comparison: Comparison = Comparison.AT_LEAST
    base: str = ""
    base_on: date | None = None
    rounding: Rounding = Rounding.UP
    period: PeriodKind = PeriodKind.YEAR
    part: int | None = None
    first_year: int | None = None
    last_year: int | None = None
    term_first: date | None = None
    term_last: date | None = None
    each_year: Decimal | None = None
    part_of: Target | None = None
    origin: str = ""
    letter_words: str = ""
    reading: str = ""
    outside_reason: str = ""


def record_target(directive: Directive, said: Said, *, own: Reach, today: date) -> Target:
    """Record a target from a clause of ``directive``; it stands unconfirmed."""
    made = Target(directive=directive, **_values(said))
    _check(made, own, today)
    made.save(force_insert=True)
    return made


def correct(target: Target, said: Said, reason: str, *, own: Reach, today: date, version: int) -> None:
    """Correct a target with a reason; whoever confirmed it confirmed something else, so it stands unconfirmed again."""
    if not tidy(reason):
        raise Refused("Hãy ghi lý do đính chính chỉ tiêu.")
    check_may(own, Deed.KEEP_DOCUMENTS, target.unit)
    values = _values(said)
    _check(Target(pk=target.pk, directive=target.directive, **values), own, today)
    if said.unit.pk != target.unit_id and Distribution.objects.filter(target=target).exists():
        raise Refused("Chỉ tiêu này đã phân bổ cho các đơn vị; không đổi đơn vị nhận. Hãy rút chỉ tiêu và ghi lại.")
    _change(target, version, reason, **values, confirmed_by=None, confirmed_on=None)


def confirm(target: Target, basis: str, *, own: Reach, today: date, version: int) -> None:
    """Say that the target is read as the document means it; once. ``basis`` stays in the audit trail."""
    check_may(own, Deed.KEEP_DOCUMENTS, target.unit)
    if target.confirmed_by_id:
        raise Refused(
            f"Chỉ tiêu này đã được {target.confirmed_by} xác nhận ngày {date_vn(target.confirmed_on)}; "
            "không xác nhận thêm lần nữa."
        )
    _change(target, version, basis, confirmed_by=current().by, confirmed_on=today)


def withdraw(target: Target, reason: str, *, own: Reach, version: int) -> None:
    """Take back a target that was recorded by mistake; it stays on record and is counted no more."""
    check_may(own, Deed.KEEP_DOCUMENTS, target.unit)
    if not tidy(reason):
        raise Refused("Hãy ghi lý do rút chỉ tiêu.")
    if Target.objects.filter(part_of=target).exists():
        raise Refused("Còn chỉ tiêu “trong đó” của chỉ tiêu này. Hãy rút các chỉ tiêu đó trước.")
    if target.allocations.exists():
        raise Refused("Chỉ tiêu này đã giao cho các đơn vị bằng văn bản; không rút được. Hãy đính chính, ghi rõ lý do.")
    _change(target, version, reason, void=True)


def _change(target: Target, version: int, reason: str, **values: object) -> None:
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        unchanged = Target.objects.filter(pk=target.pk, version=version)
        if not unchanged.update(**values, version=F("version") + 1):
            raise _faster(target)


def _values(said: Said) -> dict:
    """The columns of a target; those that its kind of number or period does not have are empty."""
    given = {each.name: getattr(said, each.name) for each in fields(said)}
    term_first, term_last = given.pop("term_first"), given.pop("term_last")
    for name in ("origin", "letter_words", "reading", "outside_reason"):
        given[name] = tidy(given[name])
    if said.number_kind != NumberKind.PERCENT:
        given["base"] = ""
    if said.number_kind == NumberKind.NONE:
        given |= {"number": None, "number_max": None}
    if given["base"] != BaseKind.MEMBERS_TERM_START:
        given["base_on"] = None
    return given | (_term(term_first, term_last) if said.period == PeriodKind.TERM else _years(said))


def _years(said: Said) -> dict:
    part = said.part if said.period in (PeriodKind.HALF, PeriodKind.QUARTER) else None
    return {"part": part, "each_year": None, "term_start": None, "term_stop": None}


def _term(first: date | None, last: date | None) -> dict:
    if first is None or last is None or last < first:
        raise Refused("Nhiệm kỳ cần ngày đầu và ngày cuối, ngày cuối không trước ngày đầu.")
    days = {"term_start": first, "term_stop": last + timedelta(days=1)}
    return days | {"part": None, "first_year": first.year, "last_year": last.year}


def _check(made: Target, own: Reach, today: date) -> None:
    """Everything that may stand against a target, before the row is written."""
    current()
    check_may(own, Deed.KEEP_DOCUMENTS, made.unit)
    turns.take("targets", made.directive_id)
    if made.clause.document_id != made.directive.document_id:
        raise Refused("Điểm, khoản được chọn không thuộc văn bản này. Hãy chọn lại.")
    if made.measure in ORGANISATION_MEASURES:
        raise Refused("Chỉ số này do hội, đoàn thể tự đặt; hãy ghi ở trang chỉ tiêu của hội, đoàn thể.")
    _check_base(made)
    _check_period(made)
    _check_whole(made)
    _check_free(made)
    _check_addressed(made, today)


def _check_base(made: Target) -> None:
    if made.number_kind != NumberKind.PERCENT:
        return
    if not made.base:
        raise Refused("Chưa chọn “Tỷ lệ tính trên”. Hãy chọn đúng số mà văn bản lấy để tính tỷ lệ.")
    if made.base not in _BASES.get(Measure(made.measure), MEMBER_BASES):
        raise Refused(
            f"“{made.get_measure_display()}” không tính theo {made.base_label}. "
            "Hãy chọn đúng số mà văn bản lấy để tính tỷ lệ."
        )
    if made.base == BaseKind.MEMBERS_TERM_START and not (made.base_on or made.term_start):
        raise Refused("Tỷ lệ tính trên số đảng viên đầu nhiệm kỳ cần ngày bắt đầu của nhiệm kỳ đó.")


def _check_period(made: Target) -> None:
    """A period that was over before the document was there can only be a slip."""
    _, last = target_periods.first_and_last(made)
    document = made.directive.document
    day = document.issued_on or made.directive.meeting_on
    if last and day and last < day:
        raise Refused(
            f"Kỳ của chỉ tiêu kết thúc ngày {date_vn(last)}, trước ngày {date_vn(day)} của {document.short}. "
            "Hãy kiểm tra lại năm của chỉ tiêu, hoặc ngày của văn bản."
        )


def _check_whole(made: Target) -> None:
    whole = made.part_of
    if whole and (whole.directive_id != made.directive_id or whole.unit_id != made.unit_id or whole.pk == made.pk):
        raise Refused("Chỉ tiêu “trong đó” phải thuộc một chỉ tiêu khác của cùng văn bản, giao cho cùng đơn vị.")
    if whole and not {whole.measure, made.measure} <= ADMISSION_MEASURES:
        raise Refused(
            f"“{made.get_measure_display()}” không phải là một phần của “{whole.get_measure_display()}”. Chỉ tiêu “trong đó” "
            "đếm một phần số người kết nạp; hãy ghi thành chỉ tiêu riêng."
        )


def _check_free(made: Target) -> None:
    """One document asks a unit for one measure once at a time."""
    same = Target.objects.filter(directive=made.directive_id, unit=made.unit, measure=made.measure, period=made.period)
    first, last = target_periods.first_and_last(made)
    for other in same.exclude(pk=made.pk).select_related("clause"):
        begun, ended = target_periods.first_and_last(other)
        if None not in (other.part, made.part) and other.part != made.part:
            continue
        if begun <= (last or _FOREVER) and first <= (ended or _FOREVER):
            until = f" đến {date_vn(ended)}" if ended else " trở đi"
            raise Refused(
                f"Văn bản này đã giao “{other.get_measure_display()}” ({other.words}, theo {other.clause.label}) cho đơn vị đó "
                f"từ {date_vn(begun)}{until}. Hãy đính chính chỉ tiêu ấy, hoặc chọn kỳ không trùng."
            )


def _check_addressed(made: Target, today: date) -> None:
    if made.outside_reason:
        return
    if words := addressed.not_addressing(made.directive, made.unit, today):
        raise Refused(
            f"Đơn vị được chọn không thuộc nơi nhận để thực hiện của {made.directive.document.short} "
            f"({'; '.join(words)}). Hãy chọn đơn vị khác; nếu vẫn giao thì ghi lý do."
        )


def _faster(target: Target) -> Conflict:
    now = Target.ever.get(pk=target.pk)
    context = now.events.order_by("-pgh_id").values_list("pgh_context__metadata", flat=True).first() or {}
    state = "đã được rút" if now.void else "đã được thay đổi"
    return Conflict(
        f"Chỉ tiêu này {state} bởi {context.get('name', 'người khác')} trong lúc đồng chí nhập. "
        "Hãy xem lại; nếu vẫn cần thì gửi lại.",
        now.version,
    )
