"""Words of the tests about verification, consents, an earlier time in the Party, and what a person found."""

from collections.abc import Callable
from datetime import date

from candidates.enums import ConsentGround, ConsentMatter, CriterionCode, Finding, Leaving, Verification, Verified
from candidates.models import BackgroundCheck, Chasing, Consent, Dossier, FormerMembership, LocalCriterion, LocalFinding
from organizations.models import Unit
from tests.candidates import merits

ASKED, ANSWERED = date(2021, 3, 1), date(2021, 4, 5)
WORDS = "Có ý kiến đồng ý của tập thể lãnh đạo cơ quan"


def check(made: Dossier, relation: str = Verified.SELF, state: str = Verification.ASKED, **values: object):
    """Record a verification; one that was sent has its place and days."""
    sent = {"place": "Đảng ủy xã Hàm Thuận", "asked_on": ASKED}
    days = {
        Verification.ASKED: sent,
        Verification.ANSWERED: sent | {"answered_on": ANSWERED},
    }.get(state, {})
    return BackgroundCheck.objects.create(dossier=made, relation=relation, state=state, **days | values)


def chase(found: BackgroundCheck, on: date = date(2021, 4, 20), **values: object) -> Chasing:
    """Record that the answer was asked for again."""
    return Chasing.objects.create(verification=found, on=on, **values)


def verify(made: Dossier, **states: str) -> None:
    """Record a finished verification of every relation, but for those whose state is told (parents="asked")."""
    for relation in Verified:
        check(made, relation, states.get(relation, Verification.ANSWERED))


def consent(made: Dossier, **values: object) -> Consent:
    """Record a consent to admit somebody over sixty."""
    known = {
        "matter": ConsentMatter.OVER_AGE, "ground": ConsentGround.NO_MEMBERS, "issued_on": ASKED,
        "issuer": "Ban Thường vụ Tỉnh ủy",
    }  # fmt: skip
    return Consent.objects.create(dossier=made, **known | values)


def former(made: Dossier, **values: object) -> FormerMembership:
    """Record that somebody was in the Party before."""
    known = {"left_on": date(2015, 3, 2), "leaving": Leaving.STRUCK_OFF}
    return FormerMembership.objects.create(dossier=made, **known | values)


def stated(where: Unit, **values: object) -> LocalCriterion:
    """Record a criterion over ``where`` that a person must judge, for everybody."""
    rule = {"code": CriterionCode.STATED, "words": WORDS, "occupations": [], "years": None, "least": None, "top": None}
    return merits.criterion(where, **rule | values)


def find(made: Dossier, criterion: LocalCriterion, **values: object) -> LocalFinding:
    """Record that a criterion is met."""
    known = {"answer": Finding.MET, "on": ANSWERED, "basis": "Nghị quyết số 05-NQ/CB"}
    return LocalFinding.objects.create(dossier=made, criterion=criterion, **known | values)


def around(made: Dossier) -> None:
    """A row of every kind, and a criterion over its unit."""
    chase(check(made))
    consent(made)
    former(made)
    find(made, stated(made.unit))


def _twice(make: Callable[[], object]) -> None:
    for _ in range(2):
        make()


def _chased_twice(made: Dossier) -> None:
    found = check(made)
    _twice(lambda: chase(found))


def _found_twice(made: Dossier) -> None:
    criterion = stated(made.unit)
    _twice(lambda: find(made, criterion))


# Every named constraint of these models, with a row that breaks it.
BREAKS: dict[str, Callable[[Dossier], object]] = {
    "candidates_chasing_once_a_day": lambda made: _chased_twice(made),
    "candidates_check_asked_has_day": lambda made: check(made, asked_on=None),
    "candidates_check_answered_after_asked": lambda made: check(
        made, state=Verification.ANSWERED, answered_on=date(2021, 2, 28)
    ),
    "candidates_formermembership_once": lambda made: _twice(lambda: former(made)),
    "candidates_localfinding_once_a_day": _found_twice,
}
