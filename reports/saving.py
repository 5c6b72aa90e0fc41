"""Saves the parameters of a report under a name, changes what was saved, withdraws it; the audit keeps what stood there."""

from dataclasses import dataclass
from datetime import date

from organizations import turns
from organizations.access import Reach
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import NotAllowed, Refused
from organizations.formats import date_vn, tidy
from organizations.models import Unit
from reports import issued
from reports.asked import Asked
from reports.models import PeriodRule, SavedReport

NOT_YOURS = "Chỉ người lưu mới đổi hoặc bỏ được tham số đã lưu; hãy lưu một bản của mình."


@dataclass(frozen=True)
class Named:
    """Under which name parameters are saved, by which rule the period moves on, with whose people they are shared."""

    name: str
    rule: PeriodRule
    shared: Unit | None = None


def save(asked: Asked, told: Named, *, named: bool, own: Reach, on: date) -> SavedReport:
    """Save what is asked of a report, inside ``acting``; ``named`` attaches names. Refused for a name that one has already."""
    by = current().by
    issued.check_may(own, Deed.PRINT_REPORT, asked.unit)
    _check(told, own, SavedReport(by=by))
    days = {"first_day": asked.period.start, "last_day": asked.period.last_day, "as_at": asked.on}
    return SavedReport.objects.create(
        by=by,
        name=tidy(told.name),
        code=asked.report,
        unit=asked.unit,
        rule=told.rule,
        **(days if told.rule == PeriodRule.FIXED else {}),
        reading=asked.reading.value,
        named=named,
        shared=told.shared,
        saved_on=on,
    )


def change(saved: SavedReport, told: Named, *, own: Reach) -> None:
    """Rename what the person saved, let its period move on otherwise, share it or not, inside ``acting``."""
    check_own(saved)
    _check(told, own, saved)
    saved.name, saved.rule, saved.shared = tidy(told.name), told.rule, told.shared
    if told.rule != PeriodRule.FIXED:
        saved.first_day = saved.last_day = saved.as_at = None
    saved.save()


def withdraw(saved: SavedReport) -> None:
    """Take what the person saved out of every catalogue, inside ``acting``; the row stays."""
    check_own(saved)
    saved.void = True
    saved.save()


def check_own(saved: SavedReport) -> None:
    """Raise NotAllowed for what somebody else saved."""
    if saved.by_id != current().by.pk:
        raise NotAllowed(NOT_YOURS)


def _check(told: Named, own: Reach, saved: SavedReport) -> None:
    turns.take("saved report", saved.by_id)
    alike = SavedReport.objects.filter(by=saved.by, name__iexact=tidy(told.name)).exclude(pk=saved.pk)
    if found := alike.first():
        raise Refused(f"Đồng chí đã lưu “{found.name}” ngày {date_vn(found.saved_on)}; hãy đặt tên khác.")
    if told.shared and told.shared not in own.roots(Deed.PRINT_REPORT):
        raise NotAllowed("Chỉ dùng chung được trong tổ chức mà đồng chí có quyền lập báo cáo.")
    if told.rule == PeriodRule.FIXED and saved.pk and saved.first_day is None:
        raise Refused("Tham số này lưu không kèm ngày nên không giữ đúng ngày được; hãy lưu lại từ trang báo cáo.")
