"""Opens a round in which organisations confirm their figures of a period, ends it, or takes one back that was a mistake."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from organizations import tree, turns
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn, number_vn, tidy
from organizations.models import Unit, UnitVersion
from organizations.periods import Period
from reports.asked import period_words
from reports.models import AskedUnit, Confirmation, PeriodRound
from reports.rounds import figures, reached, standing
from reports.rounds.standing import State


@dataclass(frozen=True)
class Opening:
    """What is asked of the organisations: the figures of a period as at a day, by when."""

    period: Period
    as_at: date
    due_on: date
    words: str = ""


def open_round(unit: Unit, said: Opening, asked: Iterable[str], *, own: Reach, today: date) -> PeriodRound:
    """Open a round for organisations (by their codes) under a unit, inside ``acting``; Refused with every reason."""
    by = current().by
    check_may(own, Deed.OPEN_ROUND, unit)
    turns.take("period round", said.period.start, said.period.last_day)
    _check_days(said, today)
    bodies = _bodies(unit, said, set(asked))
    _check_not_asked(unit, said.period, bodies)
    made = PeriodRound.objects.create(
        unit=unit,
        first_day=said.period.start,
        last_day=said.period.last_day,
        as_at=said.as_at,
        due_on=said.due_on,
        opened_on=today,
        words=tidy(said.words),
        by=by,
    )
    AskedUnit.objects.bulk_create(AskedUnit(round=made, unit=body.unit) for body in bodies)
    return made


def already(unit: Unit, period: Period) -> PeriodRound | None:
    """Return the round in which a unit closed a period before."""
    return PeriodRound.objects.filter(unit=unit, first_day=period.start, last_day=period.last_day).first()


def end(found: PeriodRound, *, own: Reach, today: date) -> None:
    """End a round, inside ``acting``: nobody confirms any more, whoever was silent has confirmed nothing."""
    by = current().by
    _check_open(found, own, today)
    stands = standing.standings(found.places.select_related("round"), date.max)
    waiting = [each for each in stands.values() if each.state == State.CONFIRMED]
    if waiting:
        raise Refused(
            f"{number_vn(len(waiting))} tổ chức đã xác nhận mà chưa được chấp nhận hay trả lại; hãy cho ý kiến rồi kết thúc đợt."
        )
    PeriodRound.objects.filter(pk=found.pk).update(ended_on=today, ended_by=by)


def take_back(found: PeriodRound, reason: str, *, own: Reach, today: date) -> None:
    """Take a round back that was opened by mistake, inside ``acting``; Refused once somebody confirmed in it."""
    current()
    _check_open(found, own, today)
    if not tidy(reason):
        raise Refused("Hãy ghi lý do rút đợt chốt.")
    if first := Confirmation.objects.filter(place__round=found).select_related("place__unit").order_by("pk").first():
        raise Refused(
            f"Đã có tổ chức xác nhận trong đợt này (ngày {date_vn(first.on)}) nên không rút được nữa; hãy kết thúc đợt."
        )
    PeriodRound.objects.filter(pk=found.pk).update(void=True, void_reason=tidy(reason))


def check_runs(found: PeriodRound, today: date) -> None:
    """Raise Refused where a round has ended or was taken back; whoever goes on waits for its turn."""
    turns.take("round", found.pk)
    now = PeriodRound.ever.get(pk=found.pk)
    if now.void:
        raise Refused(f"Đợt chốt này đã được rút: {now.void_reason}")
    if now.ended_on:
        raise Refused(f"Đợt chốt này đã kết thúc ngày {date_vn(now.ended_on)}; không ghi thêm vào đợt đã kết thúc.")
    if today < now.opened_on:
        raise Refused(
            f"Đợt chốt mở ngày {date_vn(now.opened_on)}, sau ngày đang xem ({date_vn(today)}); hãy chọn “xem tại ngày” muộn hơn."
        )


def _check_open(found: PeriodRound, own: Reach, today: date) -> None:
    reached.check_judges(own, found)
    check_runs(found, today)


def _check_days(said: Opening, today: date) -> None:
    against = []
    if said.period.last_day >= today:
        against.append(
            f"Kỳ {period_words(said.period)} chưa kết thúc (ngày cuối {date_vn(said.period.last_day)}, đang xem tại ngày "
            f"{date_vn(today)}); mở đợt chốt từ ngày hôm sau."
        )
    elif said.as_at > today:
        against.append(f"Ngày tính số liệu {date_vn(said.as_at)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if said.as_at < said.period.last_day:
        against.append(
            f"Ngày tính số liệu {date_vn(said.as_at)} trước ngày cuối kỳ {date_vn(said.period.last_day)}; hãy chọn từ ngày cuối "
            "kỳ trở đi."
        )
    if said.due_on < today:
        against.append(f"Hạn xác nhận {date_vn(said.due_on)} đã qua (đang xem tại ngày {date_vn(today)}).")
    if against:
        raise Refused(*against)


def _bodies(unit: Unit, said: Opening, asked: set[str]) -> list[UnitVersion]:
    """The organisations that are asked, as they were on the day of the figures."""
    found = [body for body in tree.grassroots(unit, said.as_at) if body.unit.code in asked]
    if beside := sorted(asked - {body.unit.code for body in found}):
        raise Refused(
            f"{', '.join(beside)} không phải tổ chức cơ sở đảng của đơn vị này tại ngày {date_vn(said.as_at)}."
        )
    if not found:
        raise Refused("Hãy chọn ít nhất một tổ chức cơ sở đảng cần xác nhận số liệu.")
    return found


def _check_not_asked(unit: Unit, period: Period, bodies: list[UnitVersion]) -> None:
    """One organisation confirms one period once, whichever committee asks it."""
    same = AskedUnit.objects.filter(round__void=False, round__first_day=period.start, round__last_day=period.last_day)
    if opened := already(unit, period):
        raise Refused(f"{already_words(opened)} Hãy tiếp tục đợt đó.")
    there = (
        same.filter(unit__in=[body.unit_id for body in bodies]).select_related("round", "unit").order_by("pk").first()
    )
    if there:
        name = next(body.name for body in bodies if body.unit_id == there.unit_id)
        raise Refused(
            f"{name} đã có trong {_cited(there.round)} cho {period_words(period)}, do cấp ủy khác mở; hãy bỏ tổ chức đó khỏi "
            "đợt này."
        )


def already_words(opened: PeriodRound) -> str:
    """Say that a period was closed before, in which round."""
    period = period_words(figures.period(opened))
    return f"{period[:1].upper()}{period[1:]} đã chốt một lần: {_cited(opened)}."


def _cited(found: PeriodRound) -> str:
    ended = f", kết thúc ngày {date_vn(found.ended_on)}" if found.ended_on else ""
    days = f"số liệu đến hết ngày {date_vn(found.as_at)}, hạn {date_vn(found.due_on)}"
    return f"đợt chốt mở ngày {date_vn(found.opened_on)}, {days}{ended}"


def words(found: PeriodRound) -> str:
    """Return a round as sentences and locks name it."""
    return f"đợt chốt số liệu {period_words(figures.period(found))}"
