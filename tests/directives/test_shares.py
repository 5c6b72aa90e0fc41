"""Sharing people out over units: the shares add up exactly, and nobody gets more than one person off the exact share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directives.shares import in_proportion

TOTALS = st.integers(0, 500)
SIZES = st.dictionaries(st.integers(1, 40), st.integers(0, 2000), min_size=1, max_size=12).filter(
    lambda sizes: sum(sizes.values()) > 0
)


@given(TOTALS, SIZES)
def test_shares_add_up_to_the_whole(total, sizes):
    assert sum(in_proportion(total, sizes).values()) == total


@given(TOTALS, SIZES)
def test_a_share_is_the_exact_one_rounded_up_or_down(total, sizes):
    whole, shares = sum(sizes.values()), in_proportion(total, sizes)
    assert shares.keys() == sizes.keys()
    assert all(total * size // whole <= shares[key] <= -(-total * size // whole) for key, size in sizes.items())


@given(TOTALS, SIZES)
def test_shares_do_not_depend_on_the_order_of_the_units(total, sizes):
    assert in_proportion(total, dict(reversed(sizes.items()))) == in_proportion(total, sizes)


@pytest.mark.parametrize(
    ("total", "sizes", "shares"),
    [
        pytest.param(64, {1: 1240, 2: 860}, {1: 38, 2: 26}, id="two units, situation 11"),
        pytest.param(10, {1: 1, 2: 1, 3: 1}, {1: 4, 2: 3, 3: 3}, id="equal remainders go by key"),
        pytest.param(5, {1: 0, 2: 7}, {1: 0, 2: 5}, id="nobody for an empty unit"),
        pytest.param(0, {1: 3, 2: 7}, {1: 0, 2: 0}, id="nothing to share"),
        pytest.param(5, {1: 0, 2: 0}, {1: 0, 2: 0}, id="no sizes known"),
        pytest.param(5, {}, {}, id="no units"),
    ],
)
def test_shares_by_largest_remainder(total, sizes, shares):
    assert in_proportion(total, sizes) == shares
