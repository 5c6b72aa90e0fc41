"""What the preview of a change of the rules tells: what a confirmation makes firm, and that it judges as the pages do."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from candidates import assessment, lateness, preview, regulating
from candidates.citing import Cited
from candidates.enums import BallotBody, Confidence, ParameterCode, Stage
from candidates.lateness import Lateness
from candidates.models import Dossier, Parameter, StageEntry
from candidates.regulating import Value
from organizations.acting import acting
from organizations.enums import Deed
from tests import pages, people
from tests.candidates import provinces, votes
from tests.people import TODAY

WHY = "bản chính ghi khác"
TERM = "/quy-dinh/QD29/decision_days/xac-nhan/"
CERTIFICATE = "/quy-dinh/QD29/certificate_months/xac-nhan/"
LATER = date(2022, 1, 5)


@pytest.fixture
def officer(cast):
    return provinces.officer(cast.bloc)


@pytest.fixture
def browser(officer) -> Client:
    return people.signed_in(officer)


def stored(code: str, regime: str) -> Parameter:
    return Parameter.objects.select_related("regime", "document").get(regime__code=regime, code=code)


def corrected(user, code: ParameterCode, value: str, regime: str = "QD29"):
    """A correction to be tried or made inside an act."""
    row = stored(code, regime)
    document = row.document
    cited = Cited(document.kind, document.number, document.issuer, document.issued_on)
    said, own = Value(code, value, row.clause, Confidence.PRIMARY), provinces.reach_of(user)
    return lambda: regulating.correct(row, said, cited, WHY, own=own, version=row.pk)


def made(user, work) -> None:
    with acting(user, Deed.KEEP_RULES):
        work()


def tried(user, work, on: date) -> list[tuple]:
    with acting(user, Deed.KEEP_RULES):
        return [(each.dossier.pk, each.after.rule, each.after.answer) for each in preview.tried(work, on)]


def looked_at(browser: Client, address: str):
    answer = pages.send(browser, address)
    return answer.context["preview"], pages.read(answer)


def late() -> set[int]:
    running = StageEntry.objects.standing(TODAY).filter(lateness.condition(Lateness.LATE, TODAY))
    return set(running.values_list("dossier", flat=True))


# Confirming


def test_before_a_value_is_confirmed_one_sees_which_terms_become_late(cast, browser):
    overdue = people.dossier(cast, Stage.PROPOSED)
    people.dossier(cast, Stage.DECIDED, full_name="Lê Văn Bình")
    shown, page = looked_at(browser, TERM)
    assert "1 hạn đang chạy thành “quá hạn”; 0 hồ sơ “chưa đạt” bị chặn bước tiếp theo" in page.words
    assert [(name, dossier.pk) for name, dossier, _ in shown.rows] == [("Thành quá hạn", overdue.pk)]
    assert late() == set()
    browser.post(TERM, page.form.fields | {"sure": "1"})
    assert late() == {overdue.pk}


def test_before_a_value_is_confirmed_one_sees_whom_it_then_stops(cast, officer, browser):
    stopped = people.dossier(cast, Stage.CONSULTING)
    for name, further in (("Lê Văn Bình", Stage.SYMPATHISER), ("Lê Văn Chi", Stage.PREPARING)):
        people.dossier(cast, further, full_name=name)
    made(officer, corrected(officer, ParameterCode.CERTIFICATE_MONTHS, "12"))
    shown, page = looked_at(browser, CERTIFICATE)
    assert "0 hạn đang chạy thành “quá hạn”; 1 hồ sơ “chưa đạt” bị chặn bước tiếp theo" in page.words
    assert [dossier.pk for _, dossier, _ in shown.rows] == [stopped.pk]
    assert _firmly_against(stopped) == set()
    browser.post(CERTIFICATE, page.form.fields | {"sure": "1"})
    assert _firmly_against(stopped) == {"certificate"}


def test_a_confirmation_that_nobody_feels_says_so(cast, browser):
    people.dossier(cast, Stage.CONSULTING)
    shown, page = looked_at(browser, CERTIFICATE)
    assert (shown.is_felt, shown.rows) == (False, [])
    assert "không hạn đang chạy nào thành “quá hạn”, không hồ sơ nào bị chặn bước tiếp theo" in page.words


def test_who_lies_beyond_the_reach_is_counted_and_not_named(cast, browser):
    people.dossier(cast, Stage.PROPOSED, where=cast.foreign_cell, full_name="Lê Thị Xa")
    shown, page = looked_at(browser, TERM)
    assert (shown.late, shown.beyond, shown.rows) == (1, 1, [])
    assert "1 hồ sơ đó ngoài phạm vi đồng chí được xem" in page.words
    assert "Lê Thị Xa" not in page.words


def test_looking_at_the_preview_confirms_nothing(cast, browser):
    people.dossier(cast, Stage.PROPOSED)
    looked_at(browser, TERM)
    assert stored("decision_days", "QD29").confirmed_by is None


# A decision is judged by the rules of the day on which the committee voted


@pytest.mark.parametrize(("regime", "changes"), [("QD29", True), ("QD24", False)])
def test_a_decision_is_previewed_by_the_day_of_the_vote_as_its_page_judges_it(regime, changes, cast, officer):
    proposed = people.dossier(cast, Stage.PROPOSED)
    votes.held(proposed, BallotBody.UPPER_STANDING, held_on=date(2021, 5, 3))
    before = _decision(proposed)
    work = corrected(officer, ParameterCode.STANDING_SHARE, "1/1", regime)
    told = tried(officer, work, LATER)
    made(officer, work)
    after = _decision(proposed)
    happened = [(proposed.pk, rule, now) for rule, now in after.items() if before[rule] != now]
    assert told == happened
    assert [rule for _, rule, _ in told] == (["committee_ballot"] if changes else [])


# What it costs


@pytest.mark.parametrize("look", [preview.tried, preview.firmed])
def test_the_preview_costs_as_many_queries_for_three_dossiers_as_for_one(look, cast, officer):
    _voted(cast, date(2021, 5, 3), "Nguyễn Văn An")
    once = _cost(officer, look)
    _voted(cast, date(2021, 5, 4), "Lê Văn Bình")
    _voted(cast, date(2021, 5, 5), "Đỗ Văn Chi")
    assert _cost(officer, look) == once


def _voted(cast, on: date, name: str) -> None:
    votes.held(people.dossier(cast, Stage.PROPOSED, full_name=name), BallotBody.UPPER_STANDING, held_on=on)


def _cost(user, look) -> int:
    work = corrected(user, ParameterCode.STANDING_SHARE, "1/1")
    with acting(user, Deed.KEEP_RULES), CaptureQueriesContext(connection) as caught:
        look(work, TODAY)
    return len(caught)


def _fresh(dossier: Dossier) -> Dossier:
    return Dossier.objects.select_related("person", "unit").get(pk=dossier.pk)


def _decision(dossier: Dossier) -> dict[str, str]:
    return {each.rule: each.answer for each in assessment.before_decision(_fresh(dossier), LATER)}


def _firmly_against(dossier: Dossier) -> set[str]:
    found = assessment.before_proposal(_fresh(dossier), TODAY)
    return {each.rule for each in found if each.answer == "not_met" and each.is_firm}
