"""Words of the tests about 52-CV/BTCĐU and what stands around a dossier: the criterion, ratings, a helper, introducers."""

from collections.abc import Callable
from datetime import date

from candidates.enums import CommendationKind, CriterionAnchor, CriterionCode, Grade, IntroducerKind, Occupation, Rater
from candidates.models import (
    Commendation,
    Dossier,
    GivenTask,
    Helper,
    Introducer,
    LocalCriterion,
    Membership,
    Rating,
)
from organizations.enums import DocumentKind
from organizations.models import Clause, Document, Unit

SINCE = date(2019, 9, 23)
BOUND = [Occupation.STATE, Occupation.PARTY, Occupation.PUBLIC_UNIT, Occupation.WORKER]


def criterion(where: Unit, **values: object) -> LocalCriterion:
    """Record the letter and its criterion over ``where``."""
    letter, _ = Document.objects.get_or_create(
        kind=DocumentKind.LETTER,
        number="52-CV/BTCĐU",
        issuer="Ban Tổ chức Đảng ủy",
        defaults={"subject": "V/v kết nạp"},
    )
    clause, _ = Clause.objects.get_or_create(document=letter, position=2, defaults={"label": "điểm 2", "summary": "–"})
    known = {
        "code": CriterionCode.RATED_YEARS, "occupations": BOUND, "anchor": CriterionAnchor.COMMITTEE, "years": 3,
        "least": Grade.GOOD, "top": Grade.EXCELLENT, "valid_from": SINCE,
    }  # fmt: skip
    return LocalCriterion.objects.create(unit=where, clause=clause, **known | values)


def rate(made: Dossier, rater: Rater = Rater.AGENCY, **grades: Grade) -> None:
    """Record grades written y2016=Grade.GOOD."""
    for year, grade in grades.items():
        Rating.objects.create(person=made.person, year=int(year[1:]), rater=rater, grade=grade)


def commend(made: Dossier, *years: int, **values: object) -> None:
    """Record a commendation for each of ``years``."""
    for year in years:
        Commendation.objects.create(person=made.person, year=year, kind=CommendationKind.COMMENDED, **values)


def join(made: Dossier, organisation: Unit, since: date, until: date | None = None) -> Membership:
    """Let the person belong to an organisation."""
    return Membership.objects.create(person=made.person, organisation=organisation, valid_from=since, valid_until=until)


def around(made: Dossier) -> None:
    """A row of every kind that stands around a dossier, and a criterion over its unit."""
    rate(made, y2018=Grade.GOOD)
    commend(made, 2018)
    help_with(made)
    GivenTask.objects.create(dossier=made, given_on=SINCE, words="Phụ trách đội văn nghệ")
    introduce(made)
    criterion(made.unit)


def help_with(made: Dossier, name: str = "Trần Thị Giúp", since: date = SINCE, until: date | None = None) -> Helper:
    """Assign a helper."""
    return Helper.objects.create(dossier=made, name=name, valid_from=since, valid_until=until)


def introduce(made: Dossier, kind: IntroducerKind = IntroducerKind.MEMBER, name: str = "Lê Văn Giới") -> Introducer:
    """Record an introducer by the Charter."""
    return Introducer.objects.create(dossier=made, kind=kind, name=name, on=SINCE)


def _twice(make: Callable[..., object], *args: object, **values: object) -> None:
    for _ in range(2):
        make(*args, **values)


# Every named constraint of these models, with a row that breaks it.
BREAKS: dict[str, Callable[[Dossier], object]] = {
    "candidates_rating_once_a_year": lambda made: _twice(rate, made, y2018=Grade.GOOD),
    "candidates_introducer_once": lambda made: _twice(introduce, made),
    "candidates_helper_one_at_a_time": lambda made: _twice(help_with, made),
    "candidates_helper_period_has_days": lambda made: help_with(made, until=SINCE),
    "candidates_localcriterion_one_at_a_time": lambda made: _twice(criterion, made.unit),
    "candidates_localcriterion_period_has_days": lambda made: criterion(made.unit, valid_until=SINCE),
    "candidates_localcriterion_says_what_it_wants": lambda made: criterion(made.unit, years=None),
    "candidates_localcriterion_confirmed_by_and_on": lambda made: criterion(made.unit, confirmed_on=SINCE),
}
