"""The classes and seminars of the story, and who issues certificates where."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from candidates.enums import ClassKind, ClassState, Stage
from candidates.models import CertificateIssuer, TrainingClass
from reports.demo import classes
from reports.demo.classes import Course
from reports.demo.dossiers import Followed
from reports.demo.hoi_2015 import bodies
from reports.demo.hoi_2015.lives import AUTUMN_CLASS, SPRING_CLASS
from reports.demo.hoi_2015.organisations import Societies
from reports.demo.hoi_2015.tree import FOUNDED, Land

SCHOOL = "Trường Chính trị tỉnh"
PLAN = "Kế hoạch mở lớp bồi dưỡng năm 2015 (văn bản minh họa)"
NEW_MEMBERS_ON = date(2015, 12, 4)
NOT_PASSED = 4
# Seminars: who held it, its subject, its day, how many people took part.
SEMINARS = (
    ("youth", "Hội nghị tập huấn công tác phát triển đảng trong đoàn viên, thanh niên", date(2015, 6, 12), 118),
    ("women", "Hội nghị tập huấn công tác phát triển đảng trong hội viên phụ nữ", date(2015, 8, 21), 94),
)


def hold_all(random: Random, land: Land, societies: Societies, followed: Sequence[Followed]) -> None:
    """Record the two awareness classes, the one for new members, the next one of the plan, and the seminars."""
    _issue(land)
    papers = classes.certificates(each.dossier for each in followed)
    for place, day in enumerate((SPRING_CLASS, AUTUMN_CLASS)):
        training = _class(
            land, ClassKind.AWARENESS, f"Lớp bồi dưỡng nhận thức về Đảng khóa {'I' * (place + 1)}/2015", day
        )
        trained = [each.dossier for each in followed if each.life.day(Stage.TRAINED) == day]
        classes.passed(random, training, {each: papers[each.pk] for each in trained})
        others = [each.dossier for each in followed if _waited_for(each, training)]
        classes.not_passed(random, training, random.sample(others, min(NOT_PASSED, len(others))))
    _hold_new_members(random, land, followed)
    words = "Kế hoạch mở lớp bồi dưỡng năm 2016 (văn bản minh họa)"
    name = "Lớp bồi dưỡng nhận thức về Đảng khóa I/2016"
    classes.plan(ClassKind.AWARENESS, name, land.province, date(2016, 3, 1), words, 80)
    for each in SEMINARS:
        _hold_seminar(land, societies, *each)


def _issue(land: Land) -> None:
    """The province has its school, each area its centre."""
    source = "Phân cấp của Tỉnh ủy (minh họa)"
    named = {land.province: SCHOOL}
    named |= {land.areas[area.code]: f"Trung tâm Bồi dưỡng chính trị {area.name}" for area in bodies.AREAS}
    CertificateIssuer.objects.bulk_create(
        CertificateIssuer(unit=unit, name=name, source=source, valid_from=FOUNDED) for unit, name in named.items()
    )


def _class(land: Land, kind: ClassKind, name: str, day: date) -> TrainingClass:
    starts_on = day - timedelta(days=4)
    number = f"{day.month + 8}-QĐ/TCT"
    course = Course(kind, name, land.province, starts_on, day, f"{SCHOOL}, Phan Thiết", SCHOOL, number, PLAN)
    return classes.hold(course, opened=starts_on - timedelta(days=10), places=80)


def _waited_for(each: Followed, training: TrainingClass) -> bool:
    """Somebody who was a sympathiser when the class began and when it ended."""
    days = (training.starts_on, training.ends_on)
    return all(each.life.on(day) == Stage.SYMPATHISER for day in days)


def _hold_new_members(random: Random, land: Land, followed: Sequence[Followed]) -> None:
    training = _class(land, ClassKind.NEW_MEMBERS, "Lớp bồi dưỡng đảng viên mới năm 2015", NEW_MEMBERS_ON)
    probationary = [each.dossier for each in followed if each.life.on(training.starts_on) == Stage.ADMITTED]
    *passed, absent = probationary[: len(probationary) * 4 // 5]
    classes.passed(random, training, classes.certify_new_members(training, passed, "{:03d}/ĐVM"))
    classes.not_passed(random, training, [absent])


def _hold_seminar(land: Land, societies: Societies, key: str, name: str, day: date, people: int) -> None:
    TrainingClass.objects.create(
        kind=ClassKind.SEMINAR,
        name=name,
        unit=land.province,
        organisation=societies.tops[key],
        state=ClassState.CLOSED,
        planned_for=day.replace(day=1),
        starts_on=day,
        ends_on=day,
        place="Hội trường Tỉnh ủy, Phan Thiết",
        participants=people,
    )
