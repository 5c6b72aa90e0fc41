"""The rated years of 52-CV/BTCĐU, point 2: which years count, what each must be, and the two readings of the text."""

from datetime import date

import pytest

from candidates.rules.facts import Facts, Rated
from candidates.rules.ratings import YearsCriterion, organisation_years, rated_years, years_before
from candidates.rules.sources import Source
from candidates.rules.verdict import Answer

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
GRADES = {1: "Không hoàn thành", 2: "Hoàn thành", 3: "Hoàn thành tốt", 4: "Hoàn thành xuất sắc"}
DONE, GOOD, EXCELLENT = 2, 3, 4
SOURCE = Source("52-CV/BTCĐU", "điểm 2", confirmed=False)
CRITERION = YearsCriterion(frozenset({"state", "worker"}), 3, GOOD, EXCELLENT, GRADES, "ngày cấp ủy xem xét", SOURCE)
SEPTEMBER = date(2019, 9, 23)
INTRO = "Xét các năm 2016–2018, tính đến ngày cấp ủy xem xét (23/9/2019): "


def rated(rater: str = "agency", **grades: int) -> tuple[Rated, ...]:
    """Ratings written y2016=GOOD."""
    return tuple(Rated(int(year[1:]), rater, grade, GRADES[grade]) for year, grade in grades.items())


def judge(ratings: tuple[Rated, ...], commended: set[int] = frozenset(), **more: object):
    known = {"occupation": "state", "considered_on": SEPTEMBER} | more
    return rated_years(Facts(1990, ratings=ratings, commended=frozenset(commended), **known), CRITERION)


@pytest.mark.parametrize(
    ("ratings", "commended", "answer", "words"),
    [
        pytest.param(
            rated(y2016=GOOD, y2017=EXCELLENT, y2018=GOOD),
            {2018},
            UNKNOWN,
            "chưa kết luận. Hiểu theo cách 1 (năm xuất sắc phải được khen): chưa đạt, năm 2017 xuất sắc nhưng không được "
            "khen; theo cách 2 (có một năm xuất sắc và được khen trong 3 năm): đạt, được khen năm 2018. "
            "Cần cấp ban hành xác nhận cách hiểu.",
            id="the two readings differ, situation 14",
        ),
        pytest.param(
            rated(y2016=GOOD, y2017=EXCELLENT, y2018=GOOD),
            {2017},
            MET,
            "năm nào cũng đạt “Hoàn thành tốt” trở lên, năm 2017 “Hoàn thành xuất sắc” và được khen thưởng.",
            id="both readings are met",
        ),
        pytest.param(
            rated(y2016=EXCELLENT, y2017=EXCELLENT, y2018=EXCELLENT),
            {2016, 2018},
            MET,
            "năm nào cũng đạt “Hoàn thành tốt” trở lên, các năm 2016, 2018 “Hoàn thành xuất sắc” và được khen thưởng.",
            id="more than is asked",
        ),
        pytest.param(
            rated(y2016=GOOD, y2018=EXCELLENT),
            {2018},
            NOT_MET,
            "chưa có xếp loại của cơ quan, đơn vị năm 2017.",
            id="two rated years, situation 14",
        ),
        pytest.param(
            (),
            {2017},
            NOT_MET,
            "chưa có xếp loại của cơ quan, đơn vị các năm 2016, 2017, 2018.",
            id="nothing rated",
        ),
        pytest.param(
            rated(y2016=DONE, y2017=EXCELLENT, y2018=GOOD),
            {2017},
            NOT_MET,
            "năm 2016 cơ quan, đơn vị xếp “Hoàn thành”, dưới mức “Hoàn thành tốt”.",
            id="a year too low",
        ),
        pytest.param(
            rated(y2017=DONE, y2018=EXCELLENT),
            {2018},
            NOT_MET,
            "chưa có xếp loại của cơ quan, đơn vị năm 2016; năm 2017 cơ quan, đơn vị xếp “Hoàn thành”, dưới mức "
            "“Hoàn thành tốt”.",
            id="all shortfalls at once",
        ),
        pytest.param(
            rated(y2016=GOOD, y2017=GOOD, y2018=GOOD),
            {2018},
            NOT_MET,
            "không năm nào được xếp “Hoàn thành xuất sắc”.",
            id="never excellent: both readings fail",
        ),
        pytest.param(
            rated(y2016=GOOD, y2017=EXCELLENT, y2018=GOOD),
            set(),
            NOT_MET,
            "năm 2017 “Hoàn thành xuất sắc” nhưng không năm nào được khen thưởng, đạt danh hiệu thi đua.",
            id="never commended: both readings fail",
        ),
        pytest.param(
            rated(y2016=GOOD, y2017=EXCELLENT, y2018=GOOD),
            {2015, 2019},
            NOT_MET,
            "năm 2017 “Hoàn thành xuất sắc” nhưng không năm nào được khen thưởng, đạt danh hiệu thi đua.",
            id="commended outside the years",
        ),
        pytest.param(
            rated(y2015=EXCELLENT, y2016=GOOD, y2017=GOOD, y2018=GOOD, y2019=EXCELLENT),
            {2015, 2019},
            NOT_MET,
            "không năm nào được xếp “Hoàn thành xuất sắc”.",
            id="excellent outside the years",
        ),
    ],
)
def test_three_years_before_the_day_of_consideration(ratings, commended, answer, words):
    verdict = judge(ratings, commended)
    assert (verdict.answer, verdict.sentence, verdict.source) == (answer, INTRO + words, SOURCE)


def test_the_source_says_that_nobody_confirmed_the_reading():
    assert judge(()).source.words == "điểm 2, 52-CV/BTCĐU (chưa xác nhận)"


@pytest.mark.parametrize("occupation", ["farmer", "student", "other"])
def test_whoever_is_no_official_or_worker_is_not_bound_situation_14(occupation):
    assert judge((), occupation=occupation) is None


def test_an_unknown_occupation_is_asked_for():
    verdict = judge(rated(y2016=GOOD), occupation="")
    assert (verdict.answer, verdict.source) == (UNKNOWN, SOURCE)
    assert verdict.sentence.endswith("hãy bổ sung nghề nghiệp.")


def test_without_a_day_of_consideration_nothing_can_be_told():
    assert judge((), considered_on=None).sentence == "Chưa đủ căn cứ: chưa có ngày để xét."


@pytest.mark.parametrize(
    ("day", "years"),
    [
        (date(2019, 9, 23), (2016, 2017, 2018)),
        (date(2018, 12, 31), (2015, 2016, 2017)),
        (date(2019, 1, 1), (2016, 2017, 2018)),
    ],
)
def test_only_years_that_are_over_count(day, years):
    assert years_before(day, 3) == years


YEARS = (2016, 2017, 2018)
AGENCY_WELL = rated(y2016=GOOD, y2017=EXCELLENT, y2018=GOOD)


@pytest.mark.parametrize(
    ("spans", "ratings", "years"),
    [
        pytest.param((), (), (), id="in no organisation"),
        pytest.param(((date(2010, 1, 1), None),), (), YEARS, id="a member all along"),
        pytest.param(((date(2017, 3, 1), None),), (), (2017, 2018), id="since 2017"),
        pytest.param(((date(2010, 1, 1), date(2018, 1, 1)),), (), (2016, 2017), id="until the end of 2017"),
        pytest.param(((date(2010, 1, 1), date(2017, 12, 31)),), (), (2016,), id="left before the end of 2017"),
        pytest.param((), rated("organisation", y2018=GOOD), YEARS, id="rated by one whose membership is not known"),
        pytest.param((), rated("organisation", y2015=GOOD), (), id="rated by one long before"),
        pytest.param(((date(2018, 1, 1), None),), rated("organisation", y2018=GOOD), (2018,), id="known beats rated"),
    ],
)
def test_the_organisation_rates_the_years_in_which_one_belongs_to_it(spans, ratings, years):
    assert organisation_years(Facts(1990, ratings=ratings, in_organisation=spans), YEARS) == years


@pytest.mark.parametrize(
    ("by_organisation", "answer", "words"),
    [
        pytest.param({"y2017": GOOD, "y2018": EXCELLENT}, MET, "năm nào cũng đạt", id="rated by both"),
        pytest.param(
            {"y2018": GOOD},
            NOT_MET,
            "chưa có xếp loại của tổ chức chính trị – xã hội năm 2017.",
            id="a year missing",
        ),
        pytest.param(
            {"y2017": DONE, "y2018": GOOD},
            NOT_MET,
            "năm 2017 tổ chức chính trị – xã hội xếp “Hoàn thành”, dưới mức “Hoàn thành tốt”.",
            id="a year too low",
        ),
    ],
)
def test_whoever_belongs_to_an_organisation_needs_its_grades_too(by_organisation, answer, words):
    member = ((date(2017, 3, 1), None),)
    verdict = judge((*AGENCY_WELL, *rated("organisation", **by_organisation)), {2017}, in_organisation=member)
    assert verdict.answer == answer
    assert verdict.sentence.startswith(INTRO + words)


def test_excellent_is_what_the_agency_called_so():
    good = rated(y2016=GOOD, y2017=GOOD, y2018=GOOD)
    praised = rated("organisation", y2016=EXCELLENT, y2017=EXCELLENT, y2018=EXCELLENT)
    assert judge((*good, *praised), {2017}).answer == NOT_MET


def test_one_year_is_named_as_one():
    single = YearsCriterion(frozenset({"state"}), 1, GOOD, EXCELLENT, GRADES, "ngày chi bộ họp xét", SOURCE)
    verdict = rated_years(Facts(1990, occupation="state", considered_on=SEPTEMBER), single)
    assert verdict.sentence.startswith("Xét năm 2018, tính đến ngày chi bộ họp xét (23/9/2019): ")
