"""Writes about rosters: who is put on one, who leaves it, how they attended and ended."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from candidates import rosters
from candidates.enums import CLASS_PAPERS, ClassState, Result
from candidates.models import Dossier, Enrolment, TrainingClass
from candidates.training import check_day, check_state, claim
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn

NO_ROSTER = "Hội nghị không có danh sách học viên; số người dự ghi khi kết thúc hội nghị."


@dataclass(frozen=True)
class Outcome:
    """How somebody attended a class and ended it."""

    attended: int | None
    result: Result


def enrol(
    training: TrainingClass, dossiers: Collection[int], on: date, *, own: Reach, today: date, version: int
) -> None:
    """Put people on the roster of a class from a day, inside ``acting``; Refused with the names of those who may not learn there.

    Whoever had left the roster comes back with a row of their own. The rows of the dossiers are locked, so that two classes
    cannot take the same person at once.
    """
    current()
    check_may(own, Deed.RUN_CLASSES, training.unit)
    _check_has_roster(training)
    check_state(training, today, ClassState.PLANNED, ClassState.OPENED)
    if not dossiers:
        raise Refused("Chưa chọn ai; hãy đánh dấu ít nhất một người.")
    _check_came_back(training, dossiers, on, today)
    claim(training, version)
    list(Dossier.objects.select_for_update().filter(pk__in=dossiers).order_by("pk"))
    allowed = set(rosters.may_join(training, own, today).filter(dossier__in=dossiers).values_list("dossier", flat=True))
    if missing := set(dossiers) - allowed:
        raise Refused(*_missing_words(training, missing, own, today))
    made = [Enrolment(training_class=training, dossier_id=dossier, enrolled_on=on) for dossier in dossiers]
    Enrolment.objects.bulk_create(made)


def withdraw(enrolment: Enrolment, on: date, *, own: Reach, today: date, version: int) -> None:
    """Take somebody off a roster from a day on, inside ``acting``: they stay in its history."""
    current()
    training = enrolment.training_class
    check_may(own, Deed.RUN_CLASSES, training.unit)
    check_state(training, today, ClassState.PLANNED, ClassState.OPENED)
    check_day(on, today)
    if enrolment.enrolled_on and on < enrolment.enrolled_on:
        raise Refused(f"Ngày rút {date_vn(on)} trước ngày ghi vào danh sách {date_vn(enrolment.enrolled_on)}.")
    claim(training, version)
    Enrolment.objects.filter(pk=enrolment.pk).update(withdrawn=True, withdrawn_on=on)


def record_results(
    training: TrainingClass, said: Mapping[int, Outcome], *, own: Reach, today: date, version: int
) -> None:
    """Write attendance and results by enrolment, inside ``acting``; whoever has a certificate keeps theirs."""
    current()
    check_may(own, Deed.RUN_CLASSES, training.unit)
    _check_has_roster(training)
    check_state(training, today, ClassState.OPENED, ClassState.CLOSED)
    rows = list(open_results(training, own, today).filter(pk__in=said))
    if against := [words for row in rows for words in _against_outcome(training, row, said[row.pk])]:
        raise Refused(*against)
    claim(training, version)
    for row in rows:
        Enrolment.objects.filter(pk=row.pk).update(attended=said[row.pk].attended, result=said[row.pk].result)


def open_results(training: TrainingClass, own: Reach, on: date) -> QuerySet[Enrolment]:
    """Return those of a roster whose result may be written: still on it and without a certificate."""
    return rosters.roster(training, own, on).filter(rosters.UNCERTIFIED, withdrawn=False)


def _check_has_roster(training: TrainingClass) -> None:
    if training.kind not in CLASS_PAPERS:
        raise Refused(NO_ROSTER)


def _check_came_back(training: TrainingClass, dossiers: Collection[int], on: date, today: date) -> None:
    """Nobody comes back before the day on which they left."""
    check_day(on, today)
    left = training.enrolments.filter(dossier__in=dossiers, withdrawn_on__gt=on).select_related("dossier__person")
    if row := left.order_by("-withdrawn_on").first():
        raise Refused(
            f"{row.dossier.person.full_name} rút khỏi danh sách ngày {date_vn(row.withdrawn_on)}; "
            "hãy ghi lại từ ngày đó trở đi."
        )


def _missing_words(training: TrainingClass, missing: set[int], own: Reach, today: date) -> list[str]:
    """One sentence for each person who may not be added: the class they are in already where the person may see it."""
    elsewhere = rosters.learning(training).filter(dossier__in=missing, dossier__unit__in=own.units(Deed.SEE_CLASSES))
    rows = elsewhere.select_related("dossier__person", "training_class").order_by("dossier__person__name_key")
    words = [f"{row.dossier.person.full_name} đã có trong danh sách “{row.training_class}”." for row in rows]
    if len({row.dossier_id for row in rows}) < len(missing):
        words.append("Có người được chọn nay không còn thuộc diện học lớp này; danh sách dưới đây đã được lập lại.")
    return words


def _against_outcome(training: TrainingClass, row: Enrolment, said: Outcome) -> list[str]:
    name, most = row.dossier.person.full_name, training.sessions
    if most is not None and (said.attended or 0) > most:
        return [f"{name}: có mặt {said.attended} buổi, nhiều hơn số buổi học của lớp ({most} buổi)."]
    if said.result == Result.PASSED and said.attended == 0:
        return [f"{name}: không có mặt buổi nào mà ghi “Đạt”; hãy kiểm tra lại."]
    return []
