"""Counting nominations: flows and stocks as at days, persons and turns, a number and its list, and agreement with statistics."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from candidates import nominated, statistics
from candidates.among import Among
from candidates.enums import ReturnReason, Stage, Tie
from candidates.models import Nomination
from candidates.nominated import STOCKS, Nominated, Outcome
from organizations.periods import Period, inclusive, year
from tests import people
from tests.people import NOMINATED, TODAY

DAY = timedelta(days=1)
ANSWERED = date(2021, 3, 15)
# The days of somebody nominated on NOMINATED, taken up on ANSWERED and led on.
LATER = {
    Stage.SYMPATHISER: date(2021, 3, 20),
    Stage.TRAINED: date(2021, 3, 25),
    Stage.PREPARING: date(2021, 4, 1),
    Stage.PROPOSED: date(2021, 4, 10),
    Stage.DECIDED: date(2021, 4, 20),
    Stage.ADMITTED: date(2021, 5, 10),
}


def counted(cast: people.Cast, on: date = TODAY, period: Period | None = None, **more: object) -> int:
    return nominated.count(Nominated((cast.association,), on, period, **more))


def lead_on(made: Nomination, upto: Stage, **said: object) -> None:
    """Take a nomination up and bring its person to ``upto``."""
    taken = people.accept(made, ANSWERED)
    for to, on in LATER.items():
        people.advance(taken, to, on=on)
        if to == upto:
            break


@pytest.mark.parametrize(
    ("period", "number"),
    [
        pytest.param(inclusive(NOMINATED, NOMINATED), 1, id="the day itself"),
        pytest.param(inclusive(date(2021, 1, 1), NOMINATED - DAY), 0, id="up to the day before"),
        pytest.param(inclusive(NOMINATED + DAY, TODAY), 0, id="from the day after"),
        pytest.param(year(2021), 1, id="its year"),
        pytest.param(year(2020), 0, id="the year before"),
        pytest.param(None, 1, id="ever"),
    ],
)
@pytest.mark.parametrize("outcome", [None, Outcome.INTRODUCED])
def test_introduced_counts_by_the_day_of_the_nomination(cast, period, number, outcome):
    people.nomination(cast)
    assert counted(cast, period=period, outcome=outcome) == number


@pytest.mark.parametrize(
    ("on", "number"), [(NOMINATED - DAY, 0), (NOMINATED, 1), (ANSWERED - DAY, 1), (ANSWERED, 0), (TODAY, 0)]
)
@pytest.mark.parametrize("outcome", [Outcome.WAITING, Outcome.CONSIDERED])
def test_a_nomination_waits_until_the_end_of_the_day_before_its_return(cast, on, number, outcome):
    people.send_back(people.nomination(cast), ANSWERED)
    assert counted(cast, on, outcome=outcome) == number


@pytest.mark.parametrize(
    ("on", "waiting", "considered"),
    [
        (NOMINATED - DAY, 0, 0),
        (NOMINATED, 1, 1),
        (ANSWERED, 0, 1),
        (LATER[Stage.PROPOSED], 0, 1),
        (LATER[Stage.DECIDED] - DAY, 0, 1),
        (LATER[Stage.DECIDED], 0, 0),
        (TODAY, 0, 0),
    ],
)
def test_whoever_was_taken_up_is_considered_until_the_decision(cast, on, waiting, considered):
    lead_on(people.nomination(cast), Stage.DECIDED)
    found = [counted(cast, on, outcome=outcome) for outcome in (Outcome.WAITING, Outcome.CONSIDERED)]
    assert found == [waiting, considered]


def test_whoever_left_the_list_is_considered_no_more(cast):
    taken = people.accept(people.nomination(cast), ANSWERED)
    people.advance(taken, Stage.REMOVED, on=date(2021, 5, 1), exit_reason="wish")
    found = {
        outcome: (counted(cast, date(2021, 4, 30), outcome=outcome), counted(cast, outcome=outcome))
        for outcome in (Outcome.CONSIDERED, Outcome.REMOVED)
    }
    assert found == {Outcome.CONSIDERED: (1, 0), Outcome.REMOVED: (0, 1)}


@pytest.mark.parametrize(
    ("period", "reason", "number"),
    [
        (inclusive(ANSWERED, ANSWERED), "", 1),
        (inclusive(NOMINATED, ANSWERED - DAY), "", 0),
        (None, "", 1),
        (year(2021), ReturnReason.AGE, 1),
        (year(2021), ReturnReason.WISH, 0),
    ],
)
def test_returned_counts_by_the_day_of_the_answer_and_by_its_reason(cast, period, reason, number):
    people.send_back(people.nomination(cast), ANSWERED, ReturnReason.AGE)
    assert counted(cast, period=period, outcome=Outcome.RETURNED, reason=reason) == number


def test_returns_by_reason_in_one_query(cast, django_assert_num_queries):
    for place, reason in enumerate((ReturnReason.AGE, ReturnReason.WISH, ReturnReason.AGE)):
        people.send_back(people.nomination(cast, full_name=f"Lê Thị {'ABC'[place]}"), ANSWERED, reason)
    returned = Nominated((cast.association,), TODAY, year(2021), Outcome.RETURNED)
    with django_assert_num_queries(1):
        assert nominated.by_reason(returned) == {ReturnReason.AGE: 2, ReturnReason.WISH: 1}


def test_no_organisation_means_nobody_never_everybody(cast):
    people.nomination(cast)
    for outcome in (None, *Outcome):
        nobody = Nominated((), TODAY, outcome=outcome)
        assert (nominated.count(nobody), nominated.turns(nobody)) == (0, 0)
    assert nominated.counts([Nominated((), TODAY)]) == [0]


def test_exactly_the_organisations_named_count_not_those_below(cast):
    people.nomination(cast, organisation=cast.branch)
    assert [nominated.count(Nominated((each,), TODAY)) for each in (cast.association, cast.branch)] == [0, 1]


def test_two_associations_nominate_one_person_rows_one_and_one_people_one(cast):
    """Situation 13: cộng lượt is the sum of the rows, số người all organisations at once, trừ trùng the difference."""
    first = people.nomination(cast)
    second = people.nomination(cast, organisation=cast.youth_union, on=NOMINATED + DAY)
    people.accept(second, ANSWERED, people.accept(first, ANSWERED))
    both = Nominated((cast.association, cast.youth_union), TODAY, year(2021))
    rows = [nominated.count(replace(both, organisations=(each,))) for each in both.organisations]
    assert (rows, sum(rows), nominated.count(both), sum(rows) - nominated.count(both)) == ([1, 1], 2, 1, 1)
    assert nominated.turns(both) == 2


def test_one_person_named_twice_by_one_association_is_two_turns_and_one_person(cast):
    people.send_back(people.nomination(cast), ANSWERED)
    people.nomination(cast, on=date(2021, 4, 1), whom="again")
    cell = Nominated((cast.association,), TODAY, year(2021))
    assert (nominated.count(cell), nominated.turns(cell)) == (1, 2)


def test_many_cells_are_counted_in_one_query_and_as_one_by_one(cast, django_assert_num_queries):
    crowd(cast)
    cells = [*every_cell(cast, TODAY), Nominated((), TODAY)]
    with django_assert_num_queries(1):
        found = nominated.counts(cells)
    assert found == [nominated.count(cell) for cell in cells]
    assert (nominated.counts([]), any(found)) == ([], True)


@pytest.mark.parametrize("on", [NOMINATED, ANSWERED, date(2021, 4, 30), TODAY])
def test_every_nomination_stands_in_exactly_one_outcome_on_a_day(cast, on):
    crowd(cast)
    parts = (Outcome.CONSIDERED, Outcome.RETURNED, Outcome.DECIDED, Outcome.REMOVED)
    every = (cast.association, cast.youth_union)
    found = [set(nominated.nominations(Nominated(every, on, outcome=part))) for part in parts]
    made = set(nominated.nominations(Nominated(every, on)))
    assert (set.union(*found), sum(map(len, found))) == (made, len(made))


@pytest.mark.parametrize("stage", [Stage.DECIDED, Stage.ADMITTED, Stage.REMOVED])
def test_what_became_of_the_nominated_agrees_with_the_statistics_of_those_tied_to_their_organisations(cast, stage):
    crowd(cast)
    every, period = (cast.association, cast.youth_union), inclusive(date(2021, 1, 1), TODAY)
    flow = statistics.Cell((cast.bloc,), (stage,), TODAY, period, among=Among(every, Tie.NOMINATED))
    here = Nominated(every, TODAY, period, Outcome(stage.value))
    assert nominated.count(here) == statistics.count(flow) == 1


@pytest.mark.parametrize("outcome", sorted(STOCKS))
def test_a_stock_takes_no_period(cast, outcome):
    with pytest.raises(ValueError, match="takes no period"):
        Nominated((cast.association,), TODAY, year(2021), outcome)


def test_only_a_return_has_a_reason(cast):
    with pytest.raises(ValueError, match="has a reason"):
        Nominated((cast.association,), TODAY, outcome=Outcome.WAITING, reason=ReturnReason.AGE)


def test_where_nobody_was_ever_named_a_nought_means_nothing(cast):
    last_year = Nominated((cast.association,), TODAY, year(2020))
    people.nomination(cast)
    assert nominated.count(nominated.ever(last_year)) == 0
    people.nomination(cast, full_name="Lê Thị Cúc", on=date(2019, 5, 1))
    assert nominated.count(nominated.ever(last_year)) == 1


def test_the_last_day_of_each_organisation_in_one_query(cast, django_assert_num_queries):
    people.nomination(cast)
    people.nomination(cast, full_name="Lê Thị Cúc", on=date(2019, 5, 1))
    every = [cast.association, cast.branch]
    with django_assert_num_queries(1):
        assert nominated.last_by_organisation(every, TODAY) == {cast.association.pk: NOMINATED}
    assert nominated.last_by_organisation(every, NOMINATED - DAY) == {cast.association.pk: date(2019, 5, 1)}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "Đã giới thiệu đến hết ngày 31/5/2021; H.1"),
        ({"period": year(2020)}, "Đã giới thiệu từ 01/01/2020 đến 31/12/2020; H.1"),
        ({"outcome": Outcome.CONSIDERED}, "Đang xem xét, kể cả chưa trả lời cuối ngày 31/5/2021; H.1"),
        (
            {"outcome": Outcome.RETURNED, "reason": ReturnReason.AGE, "period": inclusive(NOMINATED, ANSWERED)},
            "Đã trả lại từ 01/3/2021 đến 15/3/2021, lý do “Không trong độ tuổi”; H.1",
        ),
    ],
)
def test_a_cell_in_words(cast, more, words):
    assert nominated.in_words(Nominated((cast.association,), TODAY, **more)) == words


def test_many_organisations_are_told_by_their_number(cast):
    units = (cast.association, cast.branch, cast.youth_union)
    assert nominated.in_words(Nominated(units, TODAY)).endswith("; 3 hội, đoàn thể")
    assert nominated.in_words(Nominated((), TODAY)).endswith("; không tổ chức nào")


def crowd(cast: people.Cast) -> None:
    """Nominations of two organisations with every outcome."""
    people.nomination(cast)
    people.accept(people.nomination(cast, full_name="Lê Thị B", organisation=cast.youth_union), ANSWERED)
    people.send_back(people.nomination(cast, full_name="Lê Thị C"), ANSWERED)
    lead_on(people.nomination(cast, full_name="Lê Thị D", organisation=cast.youth_union), Stage.ADMITTED)
    gone = people.accept(people.nomination(cast, full_name="Lê Thị E"), ANSWERED)
    people.advance(gone, Stage.REMOVED, on=date(2021, 4, 25), exit_reason="wish")


def every_cell(cast: people.Cast, on: date) -> list[Nominated]:
    """A cell of each outcome, for one organisation and for two, with and without a period."""
    made = []
    for organisations in ((cast.association,), (cast.association, cast.youth_union)):
        for outcome in (None, *Outcome):
            made.append(Nominated(organisations, on, outcome=outcome))
            if outcome not in STOCKS:
                made.append(Nominated(organisations, on, inclusive(NOMINATED, on), outcome))
    return made
