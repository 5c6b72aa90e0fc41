"""The classes of the story, around the days on which its people got their certificates; those of spring 2021 were not held."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from candidates.enums import ClassKind, Stage
from candidates.models import CertificateIssuer, Paper, TrainingClass
from organizations.models import Unit
from reports.demo import classes
from reports.demo.classes import Course
from reports.demo.dossiers import Followed
from reports.demo.khoi_2021.lives import CLASSES
from reports.demo.khoi_2021.tree import FOUNDED

ISSUER = "Ban Tuyên giáo Đảng ủy Khối"
PLACE = "Hội trường Trường Đào tạo cán bộ tỉnh"
PLAN = "Kế hoạch mở lớp bồi dưỡng năm {} (văn bản minh họa)"
NEW_MEMBERS_ON = date(2020, 11, 20)
PLANNED = (
    (ClassKind.AWARENESS, "Lớp bồi dưỡng nhận thức về Đảng khóa II/2021", date(2021, 3, 1)),
    (ClassKind.NEW_MEMBERS, "Lớp bồi dưỡng đảng viên mới khóa I/2021", date(2021, 4, 1)),
    (ClassKind.AWARENESS, "Lớp bồi dưỡng nhận thức về Đảng khóa III/2021", date(2021, 5, 1)),
)
# Classes held after the two planned for spring 2021 are counted on from them.
_COUNTED_ON = {date(2021, 7, 16): "IV", date(2021, 11, 12): "V"}
_ROMAN = ("I", "II", "III")
LENGTH = timedelta(days=4)
# Whoever got a certificate within so many days after a class had been in it.
_LATEST = timedelta(days=120)


def hold_all(random: Random, bloc: Unit, followed: Sequence[Followed]) -> None:
    """Record the classes of both kinds with their rosters, those of the plan, and who issues certificates."""
    source = "Phân công của Đảng ủy Khối (minh họa)"
    CertificateIssuer.objects.create(unit=bloc, name=ISSUER, source=source, valid_from=FOUNDED)
    papers = classes.certificates(each.dossier for each in followed)
    for place, day in enumerate(CLASSES):
        _hold(random, bloc, place, day, followed, papers)
    _hold_new_members(random, bloc, followed)
    for kind, name, month in PLANNED:
        classes.plan(kind, name, bloc, month, PLAN.format(month.year), 90)


def _hold(
    random: Random, bloc: Unit, place: int, day: date, followed: Sequence[Followed], papers: dict[int, Paper]
) -> None:
    """Record one class; the story knows nobody of the first one, so that stays out."""
    next_day = CLASSES[place + 1] if place + 1 < len(CLASSES) else date.max
    starts_on, latest = day - LENGTH, min(next_day, day + _LATEST)
    graduates = [each for each in followed if _was_in(each, starts_on, day, latest)]
    if not graduates:
        return
    training = _class(bloc, ClassKind.AWARENESS, f"Lớp bồi dưỡng nhận thức về Đảng khóa {_name(day)}", day, place)
    classes.passed(random, training, {each.dossier: papers[each.dossier.pk] for each in graduates})
    others = [each.dossier for each in followed if _could_be_in(each, starts_on, day, next_day)]
    classes.not_passed(random, training, random.sample(others, min(3, len(others))))


def _class(bloc: Unit, kind: ClassKind, name: str, day: date, place: int) -> TrainingClass:
    starts_on = day - LENGTH
    number = f"{place + 21}-QĐ/BTGĐUK"
    course = Course(kind, name, bloc, starts_on, day, PLACE, ISSUER, number, PLAN.format(day.year))
    return classes.hold(course, opened=starts_on - timedelta(days=10), places=120)


def _name(day: date) -> str:
    before = [each for each in CLASSES if each.year == day.year and each < day]
    return f"{_COUNTED_ON.get(day, _ROMAN[len(before)])}/{day.year}"


def _was_in(each: Followed, starts_on: date, day: date, before: date) -> bool:
    trained = each.life.day(Stage.TRAINED)
    return trained is not None and day <= trained < before and _was_sympathiser(each, starts_on)


def _could_be_in(each: Followed, starts_on: date, day: date, before: date) -> bool:
    """Somebody who waited for the class and did not get its certificate."""
    trained = each.life.day(Stage.TRAINED)
    later = trained is None or trained >= before
    return later and _was_sympathiser(each, starts_on) and each.life.on(day) == Stage.SYMPATHISER


def _was_sympathiser(each: Followed, starts_on: date) -> bool:
    begun = each.life.day(Stage.SYMPATHISER)
    return begun is not None and begun <= starts_on


def _hold_new_members(random: Random, bloc: Unit, followed: Sequence[Followed]) -> None:
    """A class for those admitted in the first ten months of 2020."""
    training = _class(bloc, ClassKind.NEW_MEMBERS, "Lớp bồi dưỡng đảng viên mới năm 2020", NEW_MEMBERS_ON, 90)
    probationary = [each.dossier for each in followed if each.life.on(training.starts_on) == Stage.ADMITTED]
    some = random.sample(probationary, len(probationary) * 3 // 5)
    absent, passed = some[:4], some[4:]
    classes.passed(random, training, classes.certify_new_members(training, passed, "{:03d}/CN-ĐVM"))
    classes.not_passed(random, training, absent)
