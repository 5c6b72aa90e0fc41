"""Two people do the same thing at the same moment: the second waits, then sees what the first one wrote.

The faster one is played at the place where the slower one would wait; what is refused takes it back with it.
"""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates import certifying, nominees, training
from candidates.certificates import Series
from candidates.enums import Answer, ClassState, Result, Stage
from candidates.models import CertificateIssuer, Membership, Nomination, Person, TrainingClass
from organizations import access, submission
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Refused
from tests import pages, people
from tests import training as lessons
from tests.people import TODAY

TAKEN = {"how": "new", "on": "15/3/2021"}
SINCE = date(2020, 1, 1)


@pytest.fixture
def faster(monkeypatch):
    """Let something happen once while the act waits for the person."""

    def play(work) -> None:
        real, waiting = nominees.hold, [work]

        def hold(person: int) -> None:
            if waiting:
                waiting.pop()()
            real(person)

        monkeypatch.setattr(nominees, "hold", hold)

    return play


def twice_named(cast: people.Cast) -> tuple[Nomination, Nomination]:
    """Two nominations of one person to one cell, both waiting."""
    first = people.nomination(cast)
    return first, Nomination.objects.create(
        person=first.person, organisation=cast.youth_union, cell=cast.cell, nominated_on=people.NOMINATED
    )


def somebody() -> Person:
    return Person.objects.create(full_name="Lê Thị Hoa", name_key="hoa le thi", birth_year=1992)


def answer(made: Nomination, who, **typed):
    return pages.send(people.signed_in(who), f"/ho-so/gioi-thieu/{made.pk}/tra-loi/", **typed)


def test_of_two_nominations_taken_up_at_once_one_opens_a_dossier_and_the_other_is_told(cast, faster):
    first, second = twice_named(cast)
    faster(lambda: people.accept(first, date(2021, 3, 10)))
    page = pages.read(answer(second, cast.secretary, **TAKEN))
    assert "Người này đang có một hồ sơ chưa kết thúc" in page.words
    second.refresh_from_db()
    assert second.answer == Answer.WAITING


def test_a_nomination_handed_over_to_somebody_else_meanwhile_is_a_conflict(cast, faster):
    first, second = twice_named(cast)
    there = people.dossier(cast, full_name="Lê Thị Bông", birth_year=1992, birth_date=None)
    faster(lambda: people.accept(first, date(2021, 3, 10), there))
    words = pages.read(answer(second, cast.secretary, **TAKEN)).words
    assert "thay đổi trong lúc đồng chí nhập: hiện “Chưa trả lời”" in words
    second.refresh_from_db()
    assert second.answer == Answer.WAITING


def test_a_membership_told_twice_at_once_is_recorded_once(cast, faster):
    made = somebody()
    faster(lambda: Membership.objects.create(person=made, organisation=cast.association, valid_from=SINCE))
    with acting(None, Deed.NOMINATE):
        nominees.join(made, cast.association, SINCE, TODAY)
    assert Membership.objects.count() == 1


def test_the_same_person_named_again_twice_at_once_is_named_once(cast, faster):
    first = people.nomination(cast)
    people.send_back(first, people.NOMINATED)
    said = {"organisation": cast.association, "cell": cast.cell, "nominated_on": TODAY}
    faster(lambda: Nomination.objects.create(person=first.person, **said))
    with pytest.raises(Refused, match="trong cùng ngày"):
        people.nomination(cast, on=TODAY, whom="again")


def test_whoever_holds_a_person_locks_the_row(cast):
    made = somebody()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        nominees.hold(made.pk)
    assert "FOR NO KEY UPDATE" in asked[0]["sql"]


def test_the_first_issuer_recorded_twice_at_once_is_told_the_second_time(cast):
    own, asked = access.reach(cast.trainer, TODAY), CaptureQueriesContext(connection)

    def record() -> None:
        with acting(cast.trainer, Deed.RUN_CLASSES):
            training.record_issuer(cast.bloc, "Trung tâm", SINCE, "", own=own, today=TODAY)

    with asked:
        record()
    places = [
        place for place, each in enumerate(asked) if "organizations_unit" in each["sql"] and "FOR NO KEY" in each["sql"]
    ]
    reads = [place for place, each in enumerate(asked) if 'FROM "candidates_certificateissuer"' in each["sql"]]
    assert places[0] < reads[0]
    with pytest.raises(Refused, match="Đã ghi nơi cấp từ ngày 01/01/2020"):
        record()
    assert CertificateIssuer.objects.count() == 1


def turns_held() -> set[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT classid, objid FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
        return set(cursor.fetchall())


def certify(cast: people.Cast, first: str, issuer: str, on: date = date(2021, 3, 19)) -> set[tuple[int, int]]:
    """Certify a class of one and return the turns that this added to those of the transaction."""
    held = {"starts_on": on - timedelta(days=9), "ends_on": on - timedelta(days=5)}
    lesson: TrainingClass = lessons.a_class(cast.bloc, ClassState.CLOSED, **held)
    lessons.student(lesson, people.dossier(cast, Stage.SYMPATHISER, full_name=f"Lê Văn {issuer}"), Result.PASSED)
    lesson.refresh_from_db()
    before, own = turns_held(), access.reach(cast.trainer, TODAY)
    with acting(cast.trainer, Deed.RUN_CLASSES):
        said = Series("{n}/CN", first, frozenset(), on, issuer)
        certifying.certify(lesson, said, own=own, today=TODAY, version=lesson.version)
    return turns_held() - before


def test_classes_of_one_issuer_in_one_year_give_out_numbers_one_after_the_other(cast):
    assert len(certify(cast, "01", "Trung tâm")) == 1
    assert certify(cast, "02", "TRUNG TÂM") == set()
    assert len(certify(cast, "01", "Trường")) == 1
    assert len(certify(cast, "01", "Trung tâm", date(2020, 12, 31))) == 1


def test_a_form_sent_twice_at_once_waits_for_its_first_sending(cast):
    with acting(cast.secretary, Deed.ADD_CANDIDATE):
        submission.check_unspent("5a0f6c1e-0000-4000-8000-000000000001")
        assert len(turns_held()) == 1
