"""Writes about classes: planning one, opening it, closing it, saying that it is not held; who issues certificates."""

from dataclasses import dataclass
from datetime import date

import pghistory
from django.db.models import F, Max

from candidates.enums import ClassKind, ClassState
from candidates.models import CertificateIssuer, TrainingClass
from organizations import tree
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import CELL_KINDS, Deed
from organizations.errors import Conflict, Refused
from organizations.formats import date_vn
from organizations.models import Unit


@dataclass(frozen=True)
class Plan:
    """What a plan says of a class; ``organisation`` holds a seminar, ``planned_for`` is the first day of its month."""

    kind: ClassKind
    name: str
    unit: Unit
    planned_for: date
    plan: str = ""
    places: int | None = None
    organisation: Unit | None = None


@dataclass(frozen=True)
class Opening:
    """How a class began: the decision, the first day, the place, how many sessions it has."""

    starts_on: date
    opening_number: str = ""
    opening_on: date | None = None
    place: str = ""
    sessions: int | None = None


def plan(said: Plan, *, own: Reach, today: date) -> TrainingClass:
    """Put a class into the plan, inside ``acting``."""
    current()
    check_may(own, Deed.RUN_CLASSES, said.unit)
    _check_plan(said, today)
    return TrainingClass.objects.create(**vars(said))


def change_plan(training: TrainingClass, said: Plan, *, own: Reach, today: date, version: int) -> None:
    """Write the plan of a class anew, inside ``acting``, while it is not open."""
    current()
    check_may(own, Deed.RUN_CLASSES, training.unit)
    check_may(own, Deed.RUN_CLASSES, said.unit)
    check_state(training, today, ClassState.PLANNED)
    _check_plan(said, today)
    if (said.kind, said.unit) != (training.kind, training.unit) and training.enrolments.exists():
        raise Refused("Lớp đã có danh sách học viên nên không đổi loại lớp, tổ chức đảng; hãy lập lớp khác.")
    claim(training, version, **vars(said))


def begin(training: TrainingClass, said: Opening, *, own: Reach, today: date, version: int) -> None:
    """Record that a class began, inside ``acting``; sent again while it is open, it corrects what was recorded."""
    current()
    check_may(own, Deed.RUN_CLASSES, training.unit)
    check_state(training, today, ClassState.PLANNED, ClassState.OPENED)
    if against := _against_opening(said, today):
        raise Refused(*against)
    claim(training, version, state=ClassState.OPENED, **vars(said))


def end(
    training: TrainingClass, ends_on: date, participants: int | None, *, own: Reach, today: date, version: int
) -> None:
    """Record that a class ended, inside ``acting``; sent again before certificates are issued, it corrects the day."""
    current()
    check_may(own, Deed.RUN_CLASSES, training.unit)
    check_state(training, today, ClassState.OPENED, ClassState.CLOSED)
    if against := _against_ending(training, ends_on, participants, today):
        raise Refused(*against)
    claim(training, version, state=ClassState.CLOSED, ends_on=ends_on, participants=participants)


def cancel(training: TrainingClass, reason: str, on: date, *, own: Reach, today: date, version: int) -> None:
    """Record inside ``acting`` that a planned class is not held, why, and since which day that is known."""
    current()
    check_may(own, Deed.RUN_CLASSES, training.unit)
    check_state(training, today, ClassState.PLANNED)
    if not reason.strip():
        raise Refused("Hãy ghi lý do không mở lớp.")
    check_day(on, today)
    pghistory.context(reason=reason)
    claim(training, version, state=ClassState.CANCELLED, cancelled_on=on, cancel_reason=reason)


def record_issuer(unit: Unit, name: str, since: date, source: str, *, own: Reach, today: date) -> None:
    """Record who issues certificates for the units under ``unit`` from a day, inside ``acting``; without a name nobody does.

    The issuer before ends with that day.
    """
    current()
    check_may(own, Deed.RUN_CLASSES, unit)
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    recorded = CertificateIssuer.objects.filter(unit=unit)
    before, after = recorded.on(since).first(), recorded.filter(valid_from__gt=since).order_by("valid_from").first()
    if against := _against_issuer(name, since, before, today):
        raise Refused(*against)
    CertificateIssuer.objects.filter(pk=before.pk if before else None).update(valid_until=since)
    if name:
        until = after.valid_from if after else None
        CertificateIssuer.objects.create(unit=unit, name=name, source=source, valid_from=since, valid_until=until)


def claim(training: TrainingClass, version: int, **values: object) -> None:
    """Change a class only where nobody changed it since it was read; its roster and its results count as part of it."""
    unchanged = TrainingClass.objects.filter(pk=training.pk, version=version)
    if not unchanged.update(version=F("version") + 1, **values):
        raise _faster(training)


def check_state(training: TrainingClass, today: date, *states: ClassState) -> None:
    """Raise Refused when a class is in another state than ``states``, or when one looks from before its last day."""
    if any(day and day > today for day in _days(training)):
        raise Refused(
            f"Lớp đã có việc ghi sau ngày đang xem ({date_vn(today)}). Muốn ghi tiếp, hãy chọn “xem tại ngày” muộn hơn."
        )
    if training.state not in states:
        wanted = " hoặc ".join(f"“{state.label}”" for state in states)
        raise Refused(f"Lớp đang ở tình trạng “{training.get_state_display()}”; việc này chỉ làm khi lớp {wanted}.")


def check_day(day: date, today: date) -> None:
    """Raise Refused when a day lies after the one from which one looks."""
    if day > today:
        raise Refused(f"Ngày {date_vn(day)} chưa đến (đang xem tại ngày {date_vn(today)}).")


def _days(training: TrainingClass) -> list[date | None]:
    """The days on which something happened to a class or to its roster."""
    roster = training.enrolments.aggregate(Max("enrolled_on"), Max("withdrawn_on"))
    return [training.starts_on, training.ends_on, training.certified_on, training.cancelled_on, *roster.values()]


def _faster(training: TrainingClass) -> Conflict:
    now = TrainingClass.objects.get(pk=training.pk)
    context = now.events.order_by("-pgh_id").values_list("pgh_context__metadata", flat=True).first() or {}
    return Conflict(
        f"Lớp này đã được {context.get('name', 'người khác')} thay đổi trong lúc đồng chí nhập "
        f"(tình trạng hiện nay: “{now.get_state_display()}”). Hãy xem lại lớp; nếu vẫn cần thì gửi lại.",
        now.version,
    )


def _check_plan(said: Plan, today: date) -> None:
    version = tree.version(said.unit, today)
    if version is None or version.kind in CELL_KINDS:
        raise Refused("Lớp do tổ chức đảng từ cấp cơ sở có chi bộ trực thuộc trở lên mở; hãy chọn lại tổ chức đảng.")
    if said.organisation and said.kind != ClassKind.SEMINAR:
        raise Refused("Chỉ hội nghị tập huấn mới ghi đoàn thể, đơn vị đứng ra tổ chức; hãy để trống mục này.")


def _against_opening(said: Opening, today: date) -> list[str]:
    against = []
    for label, day in (("Ngày khai giảng", said.starts_on), ("Ngày quyết định mở lớp", said.opening_on)):
        if day and day > today:
            against.append(f"{label} {date_vn(day)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if said.opening_on and said.opening_on > said.starts_on:
        against.append(
            f"Quyết định mở lớp ngày {date_vn(said.opening_on)} sau ngày khai giảng {date_vn(said.starts_on)}; hãy kiểm tra lại."
        )
    return against


def _against_ending(training: TrainingClass, ends_on: date, participants: int | None, today: date) -> list[str]:
    against = []
    if training.certified_on:
        against.append("Lớp đã cấp giấy chứng nhận nên không sửa ngày bế giảng.")
    if ends_on < training.starts_on:
        against.append(f"Ngày bế giảng {date_vn(ends_on)} trước ngày khai giảng {date_vn(training.starts_on)}.")
    if ends_on > today:
        against.append(f"Ngày bế giảng {date_vn(ends_on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if participants is not None and training.kind != ClassKind.SEMINAR:
        against.append("Số người dự chỉ ghi cho hội nghị; số học viên của lớp tính từ danh sách.")
    return against


def _against_issuer(name: str, since: date, before: CertificateIssuer | None, today: date) -> list[str]:
    against = []
    if since > today:
        against.append(f"Ngày {date_vn(since)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if before and before.valid_from == since:
        against.append(f"Đã ghi nơi cấp từ ngày {date_vn(since)}: {before.name}; hãy chọn ngày khác.")
    if not name and before is None:
        against.append("Vào ngày này chưa có nơi cấp nào để kết thúc; hãy ghi tên nơi cấp.")
    return against
