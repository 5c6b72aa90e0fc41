"""Writes how a unit shares a target out: keeps a draft, issues it as a version with a document.

All run inside ``acting`` and need Deed.SHARE_OUT over the sharing unit. Nothing is corrected silently: shares that do not add
up are recorded as they stand, with the reason; a later version ends the shares before it on the day from which it counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from candidates.citing import Cited, document_of
from directives import share_basis, share_grid, share_text, target_periods
from directives.enums import ShareState
from directives.models import Allocation, Distribution, Target
from directives.share_basis import Asked, Typed
from directives.share_text import Share, Sum
from directives.target_periods import Turn
from organizations import turns
from organizations.access import Reach, check_may
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import Conflict, Refused
from organizations.formats import date_vn, number_vn, tidy
from organizations.models import Document, UnitVersion

NAMED = 3


@dataclass(frozen=True)
class Issue:
    """By which document shares are issued, from which day they count, and why they do not add up or were changed."""

    cited: Cited
    valid_from: date
    reason: str = ""


def save_draft(asked: Asked, typed: Typed, *, own: Reach, version: int) -> None:
    """Keep what was typed, wrong cells included, as the draft of each target of the grid."""
    _hold(asked, own, version)
    for target in asked.targets:
        _keep(asked, target, {str(unit): text for unit, text in typed.get(target.pk, {}).items() if text})


def issue(asked: Asked, typed: Typed, given: Issue, *, own: Reach, today: date, version: int) -> list[Distribution]:
    """Issue what was typed as the next version of each target whose shares are new; one document for all of them."""
    _hold(asked, own, version)
    _check_readable(asked, typed)
    shares = {target.pk: share_grid.shares_of(typed.get(target.pk, {})) for target in asked.targets}
    if not any(shares.values()):
        raise Refused("Chưa có đơn vị nào được giao; hãy nhập số của ít nhất một đơn vị.")
    filled = [target for target in asked.targets if shares[target.pk] and _changes(asked, target, shares[target.pk])]
    if not filled:
        raise Refused("Các số giống hệt chỉ tiêu đang giao; không có gì để giao thêm.")
    _check_document(given, today)
    for target in filled:
        _check(asked, target, shares[target.pk], given)
    act, document = current(), document_of(given.cited)
    with acting(act.by, act.deed, tidy(given.reason)):
        return [_issue(asked, target, shares[target.pk], given, document) for target in filled]


def is_shared_out(asked: Asked, target: Target) -> bool:
    """Say whether shares of a target were given for this turn: what comes now is an adjustment."""
    return _given_so_far(_key(asked, target)).exists()


def total_of(found: Distribution, rows: Iterable[Allocation]) -> Sum:
    """Return the sum of what a version gave, against what was to be shared out then."""
    return share_text.add_up([Share(row.people, row.people_max) for row in rows], found.whole)


def _hold(asked: Asked, own: Reach, version: int) -> None:
    current()
    check_may(own, Deed.SHARE_OUT, asked.sharer)
    turns.take("shares", asked.sharer.pk)
    now = share_basis.mark(asked)
    if now != version:
        raise Conflict(
            "Bảng phân bổ này vừa được người khác lưu hoặc giao trong lúc đồng chí nhập. Số đã gõ vẫn còn ở đây; hãy xem lại, "
            "nếu vẫn cần thì gửi lại.",
            now,
        )


def _changes(asked: Asked, target: Target, shares: Mapping[int, Share]) -> bool:
    """Say whether the shares differ from those in force: a column that stays as it is gets no version."""
    rows = _given_so_far(_key(asked, target)).filter(valid_until__isnull=True)
    return {row.unit_id: Share(row.people, row.people_max) for row in rows} != dict(shares)


def _key(asked: Asked, target: Target) -> dict:
    turn = asked.turns[target.pk]
    return {"target": target, "unit": asked.sharer, "year": turn.year, "part": turn.part}


def _keep(asked: Asked, target: Target, typed: dict[str, str]) -> None:
    by, key = current().by, _key(asked, target)
    drafts = Distribution.objects.filter(**key, state=ShareState.DRAFT)
    if drafts.update(typed=typed, by=by, version=F("version") + 1):
        return
    if typed:
        Distribution.objects.create(**key, number=_next_number(key), typed=typed, by=by)


def _next_number(key: dict) -> int:
    """After the last version; shares that were recorded without one count as the first."""
    last = Distribution.objects.filter(**key).order_by("-number").values_list("number", flat=True).first()
    return (last or (1 if _alone(key).exists() else 0)) + 1


def _alone(key: dict) -> QuerySet[Allocation]:
    """Shares without a version: those that the target's own unit gave before versions were kept."""
    if key["unit"].pk != key["target"].unit_id:
        return Allocation.objects.none()
    return Allocation.objects.filter(target=key["target"], year=key["year"], part=key["part"], distribution=None)


def _check_readable(asked: Asked, typed: Typed) -> None:
    wrong = []
    for target in asked.targets:
        for text in typed.get(target.pk, {}).values():
            try:
                share_text.parse(text)
            except share_text.Unreadable as error:
                wrong.append(str(error))
    if wrong:
        more = f" và {len(wrong) - NAMED} ô khác" if len(wrong) > NAMED else ""
        raise Refused(f"Còn ô chưa đọc được: {'; '.join(wrong[:NAMED])}{more}. Hãy sửa rồi giao lại.")


def _check_document(given: Issue, today: date) -> None:
    day = given.cited.issued_on
    if day and day > today:
        raise Refused(f"Ngày văn bản {date_vn(day)} chưa đến (đang xem tại ngày {date_vn(today)}).")


def _check(asked: Asked, target: Target, shares: Mapping[int, Share], given: Issue) -> None:
    """Everything that may stand against issuing the shares of one target."""
    turn = asked.turns[target.pk]
    period, words = target_periods.of_turn(target, turn), target_periods.words(target, turn)
    if given.cited.issued_on and given.cited.issued_on > period.last_day:
        raise Refused(
            f"Kỳ {words} đã hết ngày {date_vn(period.last_day)}, trước ngày {date_vn(given.cited.issued_on)} của văn bản giao. "
            "Hãy kiểm tra lại kỳ, hoặc ngày của văn bản."
        )
    if not period.start <= given.valid_from < period.stop:
        raise Refused(
            f"Ngày có hiệu lực {date_vn(given.valid_from)} nằm ngoài {words} "
            f"({date_vn(period.start)} – {date_vn(period.last_day)})."
        )
    last = _last(_key(asked, target))
    _check_later(last, given)
    _check_alone_later(_key(asked, target), period.start, given)
    _check_sum(share_text.add_up(list(shares.values()), share_basis.whole_of(target, asked)), target, given)
    if last and not tidy(given.reason):
        raise Refused("Đây là lần điều chỉnh chỉ tiêu đã giao; hãy ghi lý do điều chỉnh.")
    _check_left_out(asked, target)
    _check_alone(asked, target, turn, shares, given.valid_from)


def _last(key: dict) -> Distribution | None:
    issued = Distribution.objects.filter(**key, state=ShareState.ISSUED).select_related("document")
    return issued.order_by("-number").first()


def _check_later(last: Distribution | None, given: Issue) -> None:
    if last and given.valid_from <= last.valid_from:
        raise Refused(
            f"Lần giao thứ {last.number} ({last.document.citation}) có hiệu lực từ {date_vn(last.valid_from)}; hai lần giao "
            "không được trùng thời gian. Lần này hãy chọn ngày có hiệu lực muộn hơn."
        )


def _check_alone_later(key: dict, start: date, given: Issue) -> None:
    """Shares that were recorded without a version are never replaced from their first day on: they stay in history."""
    so_far = _alone(key).filter(valid_until__isnull=True).select_related("document").first()
    if so_far and (given.valid_from <= start or not tidy(given.reason)):
        raise Refused(
            f"Chỉ tiêu này đã giao theo {so_far.document.citation}. Đây là lần điều chỉnh: hãy ghi lý do, và chọn ngày có hiệu "
            f"lực sau {date_vn(start)}."
        )


def _check_sum(total: Sum, target: Target, given: Issue) -> None:
    if total.difference == 0 or tidy(given.reason):
        return
    if total.whole is None:
        raise Refused(
            f"“{target.get_measure_display()}”: chưa biết tổng phải giao nên không đối chiếu được tổng đã chia ({total.total}). "
            "Nếu vẫn giao, hãy ghi lý do."
        )
    raise Refused(
        f"“{target.get_measure_display()}”: tổng đã chia {total.total} {total.words} so với {number_vn(total.whole)} phải giao. "
        "Nếu giữ nguyên như văn bản thì ghi lý do; nếu không, hãy sửa các số."
    )


def _check_left_out(asked: Asked, target: Target) -> None:
    """A version replaces the one before it whole: nobody loses a share for not standing in the grid."""
    key, shown = _key(asked, target), [body.unit_id for body in share_basis.units(asked)]
    standing = UnitVersion.objects.on(asked.on).values("unit")
    before = _given_so_far(key).filter(valid_until__isnull=True, unit__in=standing).exclude(unit__in=shown)
    codes = list(before.order_by("unit__code").values_list("unit__code", flat=True))
    if codes:
        more = f" và {len(codes) - NAMED} đơn vị khác" if len(codes) > NAMED else ""
        raise Refused(
            f"{', '.join(codes[:NAMED])}{more} đang được giao ở lần trước nhưng không có trong bảng này. "
            "Hãy chọn lại “Các dòng” như lần trước rồi giao."
        )


def _check_alone(asked: Asked, target: Target, turn: Turn, shares: Mapping[int, Share], since: date) -> None:
    """Nobody else gave one of the units the same target for that time."""
    others = Allocation.objects.filter(target=target, year=turn.year, part=turn.part, unit__in=shares)
    others = others.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=since)).exclude(
        distribution__unit=asked.sharer
    )
    if asked.sharer.pk == target.unit_id:
        others = others.exclude(distribution=None)
    if found := others.select_related("unit", "document").order_by("unit__code").first():
        raise Refused(
            f"{found.unit} đã được giao chỉ tiêu này ({share_text.as_typed(found.people, found.people_max)}) theo "
            f"{found.document.citation}. Hãy để trống đơn vị này, hoặc điều chỉnh ở lần giao đó."
        )


def _issue(asked: Asked, target: Target, shares: Mapping[int, Share], given: Issue, document: Document) -> Distribution:
    key = _key(asked, target)
    _end_before(key, given.valid_from)
    values = {
        "state": ShareState.ISSUED,
        "document": document,
        "valid_from": given.valid_from,
        "whole": share_basis.whole_of(target, asked),
        "reason": tidy(given.reason),
        "by": current().by,
    }
    number = _next_number(key)
    draft = Distribution.objects.filter(**key, state=ShareState.DRAFT).first()
    if draft:
        Distribution.objects.filter(pk=draft.pk).update(**values, typed={}, version=F("version") + 1)
        made = Distribution.objects.get(pk=draft.pk)
    else:
        made = Distribution.objects.create(**key, number=number, **values)
    _give(made, target, shares)
    return made


def _end_before(key: dict, since: date) -> None:
    """Let the shares of earlier versions hold until the day before."""
    _given_so_far(key).filter(valid_until__isnull=True).update(valid_until=since)


def _given_so_far(key: dict) -> QuerySet[Allocation]:
    """The shares of every version, and those that were recorded without one."""
    return Allocation.objects.filter(distribution__in=Distribution.objects.filter(**key)) | _alone(key)


def _give(made: Distribution, target: Target, shares: Mapping[int, Share]) -> None:
    common = {"target": target, "distribution": made, "year": made.year, "part": made.part, "document": made.document}
    Allocation.objects.bulk_create(
        Allocation(**common, unit_id=unit, people=share.low, people_max=share.high, valid_from=made.valid_from)
        for unit, share in shares.items()
    )
