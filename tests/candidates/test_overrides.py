"""Going on against a criterion that nobody confirmed: who may, with a reason that stays; a confirmed one stops everybody."""

from datetime import date

import pytest

from candidates.enums import BallotBody, Stage
from candidates.models import Ballot, Dossier, Parameter, StageEntry
from tests import pages, people

SUPERIOR = "Chi bộ đã xét theo giấy tờ gốc, Ban Tổ chức cấp trên đồng ý"
# Situation 5 of reports-outline.md as of 29-QĐ/TW: a body votes that does not decide at its level.
NOT_COMPETENT = BallotBody.GRASSROOTS_STANDING


@pytest.fixture
def submitted(cast) -> Dossier:
    """Submitted, and voted on by a body that does not decide by the regime of the day."""
    made = people.dossier(cast, Stage.SUBMITTED)
    counts = {"members": 5, "present": 5, "in_favour": 5, "against": 0, "denominator": 5, "outcome": "unknown"}
    Ballot.objects.create(
        dossier=made, subject="admission", body=NOT_COMPETENT, held_on=people.DAYS[Stage.DECIDED], **counts
    )
    return made


def decide(cast, made: Dossier, who: str = "officer", **said: str):
    address = f"/ho-so/{made.code}/buoc/decided/"
    typed = {"on": "18/11/2019", "number": "7-QĐ/ĐU"} | said
    return pages.send(people.signed_in(getattr(cast, who)), address, **typed)


def test_an_unconfirmed_criterion_stops_the_step_and_says_whose_text_it_is(cast, submitted):
    page = pages.read(decide(cast, submitted))
    assert "29-QĐ/TW (chưa xác nhận)" in page.words
    assert "Lý do vẫn ghi" in page.words
    submitted.refresh_from_db()
    assert submitted.stage == Stage.SUBMITTED


def test_with_a_reason_the_officer_goes_on_and_the_reason_stands_beside_the_verdict(cast, submitted):
    assert decide(cast, submitted, override=SUPERIOR).status_code == 302
    entry = StageEntry.objects.get(dossier=submitted, stage=Stage.DECIDED)
    assert (entry.override, entry.by) == (SUPERIOR, cast.officer)
    assert {each["rule"]: each["answer"] for each in entry.verdicts}["decider"] == "not_met"
    words = pages.read(people.signed_in(cast.leader).get(f"/ho-so/{submitted.code}/")).words
    assert SUPERIOR in words


def test_a_confirmed_criterion_stops_everybody_whatever_the_reason(cast, submitted):
    values = Parameter.objects.filter(regime__code="QD29", code__startswith="decider")
    values.update(confirmed_by=cast.officer, confirmed_on=date(2019, 1, 1))
    answer = decide(cast, submitted, override=SUPERIOR)
    assert answer.status_code == 200
    assert pages.read(answer).form.fields["override"] == SUPERIOR
    assert not StageEntry.objects.filter(dossier=submitted, stage=Stage.DECIDED).exists()


def test_a_reason_passes_by_the_criteria_that_were_shown_and_no_others(cast, submitted):
    Ballot.objects.filter(dossier=submitted).update(held_on=date(2021, 5, 20))
    answer = decide(cast, submitted, on="20/5/2021", override=SUPERIOR, seen="")
    assert answer.status_code == 200
    page = pages.read(answer)
    assert (page.form.fields["seen"], page.form.fields["override"]) == ("decider", SUPERIOR)
    assert not StageEntry.objects.filter(dossier=submitted, stage=Stage.DECIDED).exists()
    again = page.form.fields | {"number": "7-QĐ/ĐU"}
    assert people.signed_in(cast.officer).post(f"/ho-so/{submitted.code}/buoc/decided/", again).status_code == 302


def test_a_reason_where_none_was_needed_is_not_kept(cast):
    made = people.dossier(cast, Stage.SUBMITTED)
    assert decide(cast, made, override=SUPERIOR).status_code == 302
    assert StageEntry.objects.get(dossier=made, stage=Stage.DECIDED).override == ""


def test_a_secretary_has_no_such_field_and_sending_it_changes_nothing(cast):
    made = people.dossier(cast, Stage.CONSULTING, birth_year=2010, birth_date=date(2010, 4, 2))
    address = f"/ho-so/{made.code}/buoc/proposed/"
    answer = pages.send(people.signed_in(cast.secretary), address, on="7/10/2019", override=SUPERIOR)
    assert "chưa đủ 18 tuổi" in pages.read(answer).words
    assert "Lý do vẫn ghi" not in pages.read(answer).words
    made.refresh_from_db()
    assert made.stage == Stage.CONSULTING
