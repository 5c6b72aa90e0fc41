"""Dated rows in succession: from a day on something else holds; the row before it is closed on that day, and stays."""

from datetime import date

from django.db.models import QuerySet

from organizations.errors import Conflict, Refused
from organizations.formats import date_vn
from organizations.models import Unit
from organizations.models.dated import Dated


def lock(unit: Unit) -> None:
    """Let nobody else change what holds for a unit until this transaction ends."""
    Unit.objects.select_for_update().get(pk=unit.pk)


def newest(rows: QuerySet) -> Dated | None:
    """Return the row that began last."""
    return rows.order_by("-valid_from").first()


def mark(row: Dated | None) -> int:
    """Return the number of the last change of a row, which a form carries; 0 where there is no row."""
    last = row.events.order_by("-pgh_id").values_list("pgh_id", flat=True).first() if row else None
    return last or 0


def succeed(rows: QuerySet, since: date, values: dict, *, seen: int) -> Dated:
    """Let ``values`` hold from a day on, after the newest of ``rows`` (all of one unit, locked); return the row.

    Said again for the very day on which the newest row began, it corrects that row: the audit trail keeps what stood there.
    """
    last = newest(rows)
    check_seen(last, seen)
    if last is None:
        return rows.create(valid_from=since, **values)
    _check_follows(last, since)
    if all(getattr(last, name) == value for name, value in values.items()) and last.valid_until is None:
        raise Refused("Nội dung vừa nhập giống hệt nội dung đang ghi; không có gì để ghi thêm.")
    if last.valid_from == since:
        rows.filter(pk=last.pk).update(**values)
        return last
    rows.filter(pk=last.pk, valid_until__isnull=True).update(valid_until=since)
    return rows.create(valid_from=since, **values)


def end(rows: QuerySet, on: date) -> None:
    """Let the newest of ``rows`` hold until the day before ``on``."""
    last = newest(rows)
    if last is None or last.valid_until is not None:
        return
    if last.valid_from >= on:
        raise Refused(f"Đã ghi thay đổi từ ngày {date_vn(last.valid_from)}; hãy chọn ngày kết thúc sau ngày đó.")
    rows.filter(pk=last.pk).update(valid_until=on)


def check_seen(row: Dated | None, seen: int) -> None:
    """Raise Conflict, naming who was faster, when a row changed since the form showed it."""
    now = mark(row)
    if now == seen:
        return
    context = row.events.order_by("-pgh_id").values_list("pgh_context__metadata", flat=True).first() or {}
    raise Conflict(
        f"Nội dung này đã được {context.get('name', 'người khác')} thay đổi trong lúc đồng chí nhập. Hãy xem lại; nếu vẫn cần "
        "thì gửi lại.",
        now,
    )


def _check_follows(last: Dated, since: date) -> None:
    if last.valid_until is not None and last.valid_until > since:
        raise Refused(f"Nội dung đang ghi kết thúc từ ngày {date_vn(last.valid_until)}; hãy chọn từ ngày đó trở đi.")
    if last.valid_from > since:
        raise Refused(
            f"Đã ghi nội dung có hiệu lực từ ngày {date_vn(last.valid_from)}; chỉ ghi nối tiếp từ ngày đó trở đi."
        )
