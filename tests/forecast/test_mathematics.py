"""Properties of the forecast's mathematics: what it must never do, whatever was observed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directives.forecast import counting, errors, model, reaching, seasons, shrinking, timing
from directives.forecast.counting import Expected
from directives.forecast.errors import Missed
from directives.forecast.life_table import LifeTable, tables
from directives.forecast.passing import Passing, Rates
from directives.forecast.spells import LOST, Spell
from directives.forecast.tallies import Monthly
from tests.forecast.ways import LINES, ON, QUICK, SLOW, STAGES, TOP, UNTIL, many, way

CHANCES = st.lists(st.tuples(st.floats(0.0, 1.0), st.integers(1, 20)), max_size=12)
SPREADS = st.floats(0.0, 0.6)


@pytest.fixture(scope="module")
def fitted():
    """The invented ways as known on the day."""
    return model.fit(many(), LINES, STAGES, ON)


def ahead(fitted, unit, until=UNTIL):
    """What lies ahead of a unit."""
    line = (TOP,) if unit == TOP else (TOP, unit)
    return reaching.ahead(fitted, line, errors.by_unit(fitted.standing, LINES)[unit], until)


def flat(go: float = 0.1, lost: float = 0.0) -> Rates:
    """Two stages of which everybody leaves each at the same rate."""
    table = LifeTable((go,) * 209, (lost,) * 209)
    return Rates((table, table), (1.0, 1.0), 1.0, ((1.0,) * 12,) * 2, (((1, 1.0),), ((2, 1.0),)))


@given(CHANCES, st.floats(0.0, 30.0), st.integers(0, 40), SPREADS)
@settings(max_examples=60, deadline=None)
def test_the_middle_lies_within_the_interval_and_nobody_is_lost_who_counts_already(chances, more, already, spread):
    found = counting.outlook(chances, more, already, None, spread, 5)
    assert already <= found.low <= found.mid <= found.high
    assert found.probability is None


@given(CHANCES, st.floats(0.0, 30.0), SPREADS, st.integers(0, 80))
@settings(max_examples=60, deadline=None)
def test_a_higher_goal_is_never_more_likely(chances, more, spread, goal):
    lower, higher = (counting.outlook(chances, more, 5, each, spread, 5).probability for each in (goal, goal + 1))
    assert 0.0 <= higher <= lower <= 1.0


def test_a_goal_that_is_reached_already_is_certain():
    assert counting.outlook([(0.3, 4)], 0.0, 9, 9, 0.3, 5).probability == 1.0


def test_people_who_surely_come_are_counted_exactly():
    found = counting.outlook([(1.0, 7)], 0.0, 3, 10, 0.4, 5)
    assert (found.low, found.mid, found.high) == (10, 10, 10)
    assert found.probability == pytest.approx(1.0)


def test_what_is_less_sure_has_a_wider_interval():
    widths = [
        found.high - found.low
        for found in (counting.outlook([(0.4, 300)], 20.0, 0, None, spread, 5) for spread in (0.0, 0.2, 0.5))
    ]
    assert widths == sorted(set(widths))


@given(st.floats(0.0, 50.0), st.floats(0.1, 50.0), st.floats(0.2, 3.0), st.floats(0.1, 100.0))
def test_a_unit_is_drawn_between_its_own_pace_and_its_parents(observed, expected, parent, cases):
    found = shrinking.ratio(observed, expected, parent, cases)
    low, high = sorted((observed / expected, parent))
    assert low - 1e-9 <= found <= high + 1e-9


def test_a_unit_without_cases_has_its_parents_pace_and_one_with_very_many_its_own():
    assert shrinking.ratio(0.0, 0.0, 1.4, 12) == pytest.approx(1.4)
    assert shrinking.ratio(30000, 20000, 1.0, 12) == pytest.approx(1.5, abs=0.001)


def test_units_that_differ_more_weigh_their_parent_less():
    alike, different = [(20, 20), (21, 20), (19, 20)] * 3, [(35, 20), (8, 20), (20, 20)] * 3
    assert shrinking.prior_cases(different) < shrinking.prior_cases(alike)
    assert shrinking.prior_cases(alike[:2]) == shrinking.PRIOR_CASES


def test_a_life_table_finds_the_weekly_chance_that_everybody_had():
    spells = [spell for week in range(20) for spell in way(10, ON - 700, [7 * week])] * 5
    spells += [Spell(10, 0, ON - 70, None, None)] * 40
    table = tables(spells, 1, ON)[0]
    assert 0 < table.go[0] < table.go[10]
    assert table.lost == (0.0,) * len(table.lost)


def test_lost_candidates_are_told_apart_from_those_who_went_on():
    spells = [Spell(10, 0, ON - 400, ON - 400 + 7 * week, LOST if week % 2 else 1) for week in range(1, 60)]
    table = tables(spells, 1, ON)[0]
    assert sum(table.go) == pytest.approx(sum(table.lost), rel=0.5)


def test_more_time_is_never_worse(fitted):
    means = [ahead(fitted, TOP, ON + 7 * weeks).expected.mean for weeks in (1, 4, 12, 30)]
    assert means == sorted(means)


def test_whoever_enters_a_stage_later_is_less_likely_in_time(fitted):
    passing = Passing(model.rates(fitted, (TOP,)), ON, UNTIL)
    for stage in range(STAGES):
        chances = [passing.entering(stage, ON + days) for days in range(0, UNTIL - ON, 10)]
        assert chances == sorted(chances, reverse=True)


def test_a_stage_further_on_is_never_less_likely(fitted):
    passing = Passing(model.rates(fitted, (TOP,)).without_losses(), ON, UNTIL)
    chances = [passing.entering(stage, ON + 30) for stage in range(STAGES + 1)]
    assert chances == sorted(chances)
    assert chances[-1] == 1.0


def test_where_the_chance_of_each_week_is_the_same_the_time_already_waited_tells_nothing():
    passing = Passing(flat(), ON, UNTIL)
    assert passing.standing(1, 0) == pytest.approx(passing.standing(1, 30))


def test_where_nobody_goes_on_before_a_year_the_time_already_waited_is_worth_it():
    late = LifeTable((0.0,) * 52 + (0.3,) * 157, (0.0,) * 209)
    passing = Passing(replace(flat(), tables=(late, late)), ON, UNTIL)
    assert passing.standing(1, 0) == 0.0 < passing.standing(1, 40) < passing.standing(1, 60)


def test_a_dossier_that_waits_beside_its_stage_is_less_likely_in_time():
    passing = Passing(flat(), ON, UNTIL)
    assert passing.standing(0, 4, 100) == 0.0 < passing.standing(0, 4, 10) < passing.standing(0, 4)


def test_losses_lower_the_chance():
    with_losses, without = Passing(flat(lost=0.02), ON, UNTIL), Passing(flat(), ON, UNTIL)
    assert with_losses.entering(0, ON) < without.entering(0, ON)
    assert Passing(flat(lost=0.02).without_losses(), ON, UNTIL).entering(0, ON) == pytest.approx(
        without.entering(0, ON)
    )


def test_the_slow_unit_is_found_to_be_slow(fitted):
    slow, quick = (model.rates(fitted, (TOP, unit)).pace for unit in (SLOW, QUICK))
    assert all(each < other for each, other in zip(slow, quick, strict=True))


def test_nothing_that_happened_after_the_day_changes_the_forecast():
    spells = many()
    cut = [
        each._replace(left=None, to=None) if (each.left or 0) > ON else each for each in spells if each.entered <= ON
    ]
    more = [*spells, *(spell for cell in LINES for spell in way(cell, ON + 1, [20, 20, 20]) * 30)]
    assert len(cut) < len(spells) < len(more)
    outlooks = []
    for known in (spells, cut, more):
        fitted = model.fit(known, LINES, STAGES, ON)
        spread = errors.spread(errors.past(known, LINES, STAGES, ON, UNTIL, 0))
        outlooks.append(reaching.outlook(ahead(fitted, TOP), 10, 50, spread.value, spread.freedom))
    assert outlooks[0] == outlooks[1] == outlooks[2]


def test_the_same_observations_give_the_same_forecast():
    first, second = (
        reaching.outlook(ahead(model.fit(many(), LINES, STAGES, ON), QUICK), 3, 40, 0.2, 5) for _ in range(2)
    )
    assert first == second


def test_a_month_in_which_everything_stood_still_is_found_and_left_out():
    monthly = [
        Monthly({2020 * 12 + month: 30.0 for month in range(12)}, {2020 * 12 + month: 30.0 for month in range(12)})
    ]
    monthly[0].went[2020 * 12 + 3] = 2.0
    assert seasons.standstills(monthly, [[1.0] * 12]) == {2020 * 12 + 3}
    assert seasons.factors(monthly, {2020 * 12 + 3})[0][3] == 1.0


def test_years_that_missed_widen_the_interval_and_years_that_hit_narrow_it():
    expected = Expected(100.0, 40.0, 80.0)
    hit = errors.spread(Missed(years, expected, 100) for years in (1, 2, 3))
    missed = errors.spread(Missed(years, expected, 160) for years in (1, 2, 3))
    assert hit.value < errors.spread(()).value == errors.PRIOR_SPREAD < missed.value
    assert hit.freedom == missed.freedom > errors.spread(()).freedom


def test_the_latest_day_of_a_stage_leaves_half_in_time_and_the_day_after_fewer():
    passing = Passing(flat(), UNTIL - timing.LOOKED_BACK, UNTIL)
    first, second = timing.latest(passing, (0, 1))
    assert first.day < second.day <= UNTIL
    for each in (first, second):
        assert passing.entering(each.stage, each.day) >= 0.5 > passing.entering(each.stage, each.day + 1)


def test_exactly_so_many_more_people_close_the_gap():
    passing = Passing(flat(), ON, UNTIL)
    (found,) = timing.needed(passing, 6.2, [timing.Latest(1, ON + 60)], ON)
    assert found.people * found.chance >= 6.2 > (found.people - 1) * found.chance
    assert timing.needed(passing, 0.0, [timing.Latest(1, ON + 60)], ON) == []


def test_nobody_is_asked_for_where_hardly_anybody_would_be_in_time():
    assert timing.needed(Passing(flat(0.001), ON, UNTIL), 5.0, [timing.Latest(0, None)], ON) == []


def test_where_nothing_was_ever_observed_nobody_is_expected():
    fitted = model.fit([], {}, STAGES, ON)
    found = reaching.ahead(fitted, (TOP, QUICK), (), UNTIL)
    assert (found.expected.mean, found.under_way) == (0.0, 0)
    assert reaching.outlook(found, 2, 3, 0.3, 5).probability == 0.0
