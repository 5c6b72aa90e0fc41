"""When the next step is due: which day starts the clock, under which regime, and where no term is known."""

from datetime import date

import pytest

from candidates import clocks, moves
from candidates.enums import ParameterCode, Stage

RESOLUTION = moves.find(Stage.PREPARING, Stage.PROPOSED)
DECISION = moves.find(Stage.PROPOSED, Stage.DECIDED)
CEREMONY = moves.find(Stage.DECIDED, Stage.ADMITTED)


@pytest.mark.parametrize(
    ("move", "on", "received", "due"),
    [
        pytest.param(RESOLUTION, date(2022, 1, 5), None, date(2022, 4, 6), id="decision under 24, situation 1"),
        pytest.param(
            DECISION, date(2022, 1, 10), date(2022, 1, 17), date(2022, 3, 7), id="receipt under 24, situation 1"
        ),
        pytest.param(DECISION, date(2019, 11, 11), date(2019, 11, 18), date(2019, 12, 30), id="receipt under 29"),
        pytest.param(DECISION, date(2026, 8, 3), date(2026, 8, 10), date(2026, 9, 17), id="issue under 208"),
        pytest.param(DECISION, date(2026, 8, 3), None, date(2026, 9, 17), id="issue under 208 needs no receipt"),
        pytest.param(CEREMONY, date(2019, 12, 16), None, date(2021, 1, 28), id="recognition after probation under 29"),
    ],
)
def test_the_next_step_is_due_by_the_regime_of_the_day(db, move, on, received, due):
    assert clocks.due_after(move, on, received).on == due


@pytest.mark.parametrize(
    ("move", "on", "received"),
    [
        pytest.param(DECISION, date(2019, 11, 11), None, id="29: the receipt is missing"),
        pytest.param(DECISION, date(2026, 5, 4), date(2026, 5, 6), id="20: the term is untold"),
        pytest.param(RESOLUTION, date(2026, 5, 4), None, id="20: the term of the decision is untold"),
        pytest.param(CEREMONY, date(2026, 5, 4), None, id="20: the term of recognition is untold"),
        pytest.param(RESOLUTION, date(2026, 8, 3), None, id="208: the term of the decision is untold"),
        pytest.param(RESOLUTION, date(2016, 7, 24), None, id="before 29 no text is at hand"),
        pytest.param(moves.find(Stage.SOURCE, Stage.SYMPATHISER), date(2019, 5, 6), None, id="no clock"),
        pytest.param(moves.find(Stage.PROPOSED, Stage.REMOVED), date(2019, 5, 6), None, id="no clock on the way out"),
    ],
)
def test_nothing_is_due_where_no_term_or_no_starting_day_is_known(db, move, on, received):
    assert clocks.due_after(move, on, received) is None


@pytest.mark.parametrize(("on", "regime"), [(date(2021, 7, 29), "QD29"), (date(2021, 7, 30), "QD24")])
def test_the_due_day_names_the_value_that_set_it(db, on, regime):
    rule = clocks.due_after(RESOLUTION, on).rule
    assert (rule.regime.code, rule.code, rule.value) == (regime, ParameterCode.DECISION_DAYS, "60")
