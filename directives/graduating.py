"""The forecast of certificates of classes: who learns now and which classes are planned, by what came of earlier ones."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from candidates import class_outlook, durations
from candidates.class_outlook import Course, people
from directives.forecast import schooling
from directives.forecast.errors import YEAR
from directives.forecast.schooling import Ahead, Past
from directives.foreseen import LEAST_ENDED, LEAST_ENDED_ABOVE, YEARS, Forecast, More
from organizations.formats import number_vn
from organizations.models import Unit

LEAST_CLASSES = 5
# What is read of a top: its classes, and the lines that lead from it down to each unit.
Read = tuple[Sequence[Course], dict[int, tuple[int, ...]]]


def read(top: Unit, on: date) -> Read:
    """Read the classes of the last years and those still to come, in three queries."""
    return class_outlook.courses(top, on - timedelta(days=YEARS * YEAR), on), durations.lines(top, on)


def foreseen(none: Forecast, known: Read, unit: Unit, on: date) -> Forecast:
    """Return the forecast of a unit, or why there is none."""
    courses, lines = known
    own = {each for each, line in lines.items() if unit.pk in line}
    concerned = [each for each in courses if each.unit in own or each.unit in lines.get(unit.pk, ())]
    past = [_past(each, own) for each in concerned if each.over]
    ahead = [_ahead(each, own) for each in concerned if not each.over]
    if reason := _against(past, ahead):
        return replace(none, reason=reason)
    until = none.last_day.toordinal()
    outlook = schooling.foreseen(past, ahead, until, none.already, none.goal)
    gap = 0.0 if none.goal is None else none.goal - outlook.mean
    return replace(none, outlook=outlook, more=_more(past, gap, none.last_day, on), rests_on=_rests_on(past, ahead))


def _past(course: Course, own: set[int]) -> Past:
    learned, finished = people(course.learned), people(course.finished)
    certified, starts = course.certified_on, course.starts_on
    return Past(
        places=course.places or learned,
        learned=learned,
        finished=finished,
        of_unit=people(course.finished, own),
        lag=(certified - course.planned_for).days if certified else None,
        taught=(certified - starts).days if certified and starts else None,
    )


def _ahead(course: Course, own: set[int]) -> Ahead:
    return Ahead(
        day=course.planned_for.toordinal(),
        places=course.places or 0,
        learning=people(course.learned, own) - people(course.finished, own),
        begun=course.starts_on is not None,
        shared=course.unit not in own,
    )


def _against(past: Sequence[Past], ahead: Sequence[Ahead]) -> str:
    """Why no forecast is made, with the numbers; empty where one is."""
    finished, of_unit = (sum(getattr(each, name) for each in past) for name in ("finished", "of_unit"))
    if len(past) < LEAST_CLASSES or finished < LEAST_ENDED_ABOVE or of_unit < LEAST_ENDED:
        return (
            f"Chưa đủ dữ liệu để dự báo: trong {YEARS} năm qua có {number_vn(len(past))} lớp theo kế hoạch (cần ít nhất "
            f"{LEAST_CLASSES}), {number_vn(finished)} người được cấp giấy chứng nhận (cần ít nhất {LEAST_ENDED_ABOVE}), "
            f"trong đó {number_vn(of_unit)} người của đơn vị (cần ít nhất {LEAST_ENDED})."
        )
    if not any(each.places or each.learning for each in ahead):
        return "Chưa có lớp nào đang học hoặc trong kế hoạch từ nay về sau nên chưa có căn cứ để dự báo; hãy lập kế hoạch lớp."
    return ""


def _more(past: Sequence[Past], gap: float, last_day: date, on: date) -> tuple[More, ...]:
    """How many more have to learn, in a class that begins so early that its certificates come in time."""
    day = last_day - timedelta(days=schooling.longest(past))
    missing = schooling.needed(past, gap)
    return (More(None, day, missing, schooling.finishing(past)),) if missing and day > on else ()


def _rests_on(past: Sequence[Past], ahead: Sequence[Ahead]) -> str:
    places, finished = (sum(getattr(each, name) for each in past) for name in ("places", "finished"))
    return (
        f"Dựa trên {number_vn(len(past))} lớp theo kế hoạch trong {YEARS} năm qua ({number_vn(places)} học viên dự kiến, "
        f"{number_vn(finished)} người được cấp giấy chứng nhận) và {number_vn(len(ahead))} lớp đang học hoặc trong kế hoạch."
    )
