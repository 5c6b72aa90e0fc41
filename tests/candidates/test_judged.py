"""What the page of a dossier says of the criteria: live before the proposal, then what was stored with the step."""

import pytest

from candidates.enums import PROBATION, Grade, PaperKind, Stage
from candidates.models import Dossier, Paper, StageEntry
from candidates.records import RecordKind
from tests import pages, people
from tests.candidates import merits
from tests.candidates.test_records import RATING, page_of
from tests.people import DAYS

STORED = "Đã xét và lưu cùng bước “Chi bộ đề nghị” ngày 07/10/2019."
LIVE = "Xét tại ngày 31/5/2021."
YEARS = {"y2016": Grade.GOOD, "y2017": Grade.GOOD, "y2018": Grade.EXCELLENT}


@pytest.fixture
def proposed(cast) -> Dossier:
    """Proposed while the criterion bound, a year being unsettled."""
    merits.criterion(cast.bloc)
    made = people.dossier(cast, Stage.CONSULTING, occupation="state")
    merits.rate(made, **YEARS)
    merits.commend(made, 2017)
    people.advance(made, Stage.PROPOSED, on=DAYS[Stage.PROPOSED], by=cast.secretary)
    return made


def judged(cast, made: Dossier, on: str = "") -> str:
    """The words of the section, as the secretary sees it."""
    browser = people.signed_in(cast.secretary)
    if on:
        browser.post("/xem-tai-ngay/", {"on": on})
    words = pages.read(browser.get(f"/ho-so/{made.code}/")).words
    return words.partition("Điều kiện theo quy định")[2].partition("Ghi chép quanh hồ sơ")[0]


def sentences(made: Dossier, stage: Stage) -> list[str]:
    found = StageEntry.objects.get(dossier=made, stage=stage).verdicts
    return [" ".join(each["sentence"].split()) for each in found]


def test_before_the_proposal_the_page_judges_anew(cast):
    made = people.dossier(cast, Stage.PREPARING)
    assert LIVE in judged(cast, made)
    Paper.objects.filter(dossier=made, kind=PaperKind.CERTIFICATE).update(void=True)
    assert "Chưa có giấy chứng nhận học lớp nhận thức về Đảng." in judged(cast, made)


def test_a_rating_or_a_paper_that_comes_after_the_proposal_changes_nothing(cast, proposed):
    before = judged(cast, proposed)
    assert STORED in before
    assert all(each in before for each in sentences(proposed, Stage.PROPOSED))
    browser = people.signed_in(cast.secretary)
    told = RATING | {"year": "2018", "rater": "organisation", "grade": "1"}
    assert pages.send(browser, page_of(proposed, RecordKind.RATING), **told).status_code == 302
    proposed.person.ratings.filter(year=2017).update(void=True)
    Paper.objects.filter(dossier=proposed, kind=PaperKind.CERTIFICATE).update(void=True)
    assert judged(cast, proposed) == before


@pytest.mark.parametrize("stage", [Stage.DECIDED, Stage.ADMITTED, Stage.REVIEWED, Stage.OFFICIAL])
def test_later_the_verdicts_of_the_proposal_still_stand(cast, stage):
    words = judged(cast, people.dossier(cast, stage))
    assert STORED in words
    assert (LIVE in words) == (stage in PROBATION)
    assert ("Đã xét và lưu cùng bước “Chính thức” ngày 16/12/2020." in words) == (stage == Stage.OFFICIAL)


def test_looked_at_from_before_the_proposal_it_is_judged_as_at_that_day(cast, proposed):
    words = judged(cast, proposed, "6/10/2019")
    assert "Xét tại ngày 06/10/2019." in words
    assert "lưu cùng" not in words


def test_a_step_without_stored_verdicts_says_so(cast, proposed):
    StageEntry.objects.filter(dossier=proposed, stage=Stage.PROPOSED).update(verdicts=[])
    assert "Không lưu kết quả xét cùng bước “Chi bộ đề nghị” ngày 07/10/2019." in judged(cast, proposed)


def test_after_the_proposal_is_taken_back_the_page_judges_anew(cast, proposed):
    pages.send(people.signed_in(cast.secretary), f"/ho-so/{proposed.code}/dinh-chinh/", reason="Ghi nhầm")
    words = judged(cast, proposed)
    assert LIVE in words
    assert STORED not in words
