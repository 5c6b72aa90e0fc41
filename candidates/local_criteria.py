"""Writes the criteria of local letters: adds one over a unit, confirms it, ends it.

All run inside ``acting`` and need Deed.KEEP_RULES over the unit of the criterion: the committee that issued the letter, or one
above it; never one below.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from candidates.citing import Cited, clause_of, document_of
from candidates.enums import MONTH_CRITERIA, CriterionAnchor, CriterionCode
from candidates.models import LocalCriterion
from organizations import turns
from organizations.access import Reach, check_may
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn, tidy
from organizations.models import Unit

# What a criterion of each kind says; whatever else was typed is not stored.
PARTS: dict[CriterionCode, tuple[str, ...]] = {
    CriterionCode.RATED_YEARS: ("years", "least", "top"),
    **dict.fromkeys(MONTH_CRITERIA, ("months",)),
    CriterionCode.STATED: ("words",),
}


@dataclass(frozen=True)
class Local:
    """A criterion as a person types it: over which unit, by which clause, from which day, for which occupations (none: all).

    ``parts`` holds the columns of its kind (PARTS); ``reading`` says what the text leaves open.
    """

    code: CriterionCode
    unit: Unit
    cited: Cited
    clause: str
    summary: str
    anchor: CriterionAnchor
    valid_from: date
    occupations: tuple[str, ...]
    parts: dict
    reading: str = ""


def add(given: Local, *, own: Reach) -> LocalCriterion:
    """Record a criterion over a unit and what lies under it, from a day on."""
    _hold(given.unit, own)
    _check_free(given)
    letter = document_of(given.cited)
    return LocalCriterion.objects.create(
        code=given.code,
        unit=given.unit,
        clause=clause_of(letter, given.clause, given.summary),
        anchor=given.anchor,
        valid_from=given.valid_from,
        occupations=list(given.occupations),
        reading=given.reading.strip(),
        **{name: given.parts[name] for name in PARTS[given.code]},
    )


def confirm(found: LocalCriterion, basis: str, *, own: Reach, today: date) -> None:
    """Say that the criterion is read as the committee meant it; once. The paper stays in the audit trail."""
    _hold(found.unit, own)
    act = current()
    with acting(act.by, act.deed, tidy(basis)):
        by = {"confirmed_by": act.by, "confirmed_on": today}
        if LocalCriterion.objects.filter(pk=found.pk, confirmed_by=None).update(**by):
            return
    now = LocalCriterion.objects.select_related("confirmed_by").get(pk=found.pk)
    raise Refused(
        f"Tiêu chuẩn này đã được {now.confirmed_by} xác nhận ngày {date_vn(now.confirmed_on)}; không xác nhận thêm lần nữa."
    )


def end(found: LocalCriterion, until: date, reason: str, *, own: Reach) -> None:
    """Let a criterion hold no more from a day on; why stays in the audit trail."""
    _hold(found.unit, own)
    if not reason.strip():
        raise Refused("Cần ghi lý do thôi áp dụng.")
    now = LocalCriterion.objects.get(pk=found.pk)
    if now.valid_until:
        raise Refused(f"Tiêu chuẩn này đã thôi áp dụng từ ngày {date_vn(now.valid_until)}.")
    if until <= now.valid_from:
        raise Refused(
            f"Tiêu chuẩn này áp dụng từ ngày {date_vn(now.valid_from)}; ngày thôi áp dụng {date_vn(until)} phải sau ngày đó."
        )
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        LocalCriterion.objects.filter(pk=found.pk).update(valid_until=until)


def _hold(unit: Unit, own: Reach) -> None:
    """Check the deed, and let changes of the criteria of a unit come one after the other."""
    current()
    check_may(own, Deed.KEEP_RULES, unit)
    turns.take("local criteria", unit.pk)


def _check_free(given: Local) -> None:
    """One criterion of a kind holds over a unit at a time; of those that only say something, any number."""
    still = Q(valid_until=None) | Q(valid_until__gt=given.valid_from)
    same = LocalCriterion.objects.filter(still, unit=given.unit, code=given.code).select_related("clause__document")
    if given.code != CriterionCode.STATED and (found := same.order_by("valid_from").first()):
        until = f" đến trước ngày {date_vn(found.valid_until)}" if found.valid_until else ""
        raise Refused(
            f"{found.clause} đã đặt tiêu chuẩn này cho tổ chức đảng đó từ ngày {date_vn(found.valid_from)}{until}. "
            "Hãy ghi thôi áp dụng tiêu chuẩn đó trước, hoặc chọn ngày sau khi tiêu chuẩn đó thôi áp dụng."
        )
