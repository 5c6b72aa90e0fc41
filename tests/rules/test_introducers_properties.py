"""What holds of introductions whatever they are: tried on random ones."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.test_introducers import AN, BINH, MEETING, MET, NOT_MET, UNKNOWN, YOUTH, judge, member

ORDER = (NOT_MET, UNKNOWN, MET)
SINCE = st.dates(date(2023, 1, 1), MEETING)


@settings(max_examples=30)
@given(SINCE, SINCE, st.integers(0, 800))
def test_more_time_together_never_harms(first, second, earlier):
    shorter, longer = (
        judge(member("An", first), member("Bình", since)) for since in (second, second - timedelta(days=earlier))
    )
    assert ORDER.index(shorter.answer) <= ORDER.index(longer.answer)


@settings(max_examples=30)
@given(st.lists(SINCE, max_size=3), SINCE, st.booleans())
def test_one_more_good_introduction_never_harms(others, since, youth_union):
    said = [member(str(place), each) for place, each in enumerate(others)]
    fewer, more = judge(*said, youth_union=youth_union), judge(*said, YOUTH, AN, youth_union=youth_union)
    assert (ORDER.index(fewer.answer) <= ORDER.index(more.answer), more.answer) == (True, MET)


@settings(max_examples=30)
@given(st.permutations([AN, BINH, YOUTH, replace(AN, name="Chi", together_since=None)]))
def test_the_order_of_entering_makes_no_difference(introductions):
    assert judge(*introductions[:3]).answer == judge(*reversed(introductions[:3])).answer
