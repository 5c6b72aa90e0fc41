"""What a term asks for in each year: a number of people, or a percentage of the members at its start."""

import pytest

from directives.enums import BaseKind, NumberKind
from tests import people, quotas
from tests.quotas import TERM, address, words

PERCENT = {"number_kind": NumberKind.PERCENT, "base": BaseKind.MEMBERS_TERM_START}


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"number": 600, "each_year": 120}, "phải giao 120 Bình quân mỗi năm 120; cả nhiệm kỳ: 600 người"),
        (
            PERCENT | {"number": 15, "each_year": 3},
            "phải giao 12 Bình quân mỗi năm 3 %; cả nhiệm kỳ: 15 % của 400 = 60",
        ),
        (
            PERCENT | {"number": 15, "each_year": "2.6"},
            "phải giao 11 Bình quân mỗi năm 2,6 %; cả nhiệm kỳ: 15 % của 400 = 60",
        ),
    ],
)
def test_a_year_of_a_term_is_shared_out_in_people(cast, more, says):
    for unit, members in ((cast.office, 300), (cast.single_cell, 100)):
        people.declare(unit, TERM["term_start"], members)
    made = quotas.people_asked(cast.bloc, 600, **(TERM | more))
    assert says in words(people.signed_in(cast.officer).get(address(made)))


def test_without_the_base_nobody_says_what_a_year_comes_to(cast):
    made = quotas.people_asked(cast.bloc, 15, **(TERM | PERCENT | {"each_year": 3}))
    said = words(people.signed_in(cast.officer).get(address(made)))
    assert ("phải giao chưa xác định" in said, "chưa có số đảng viên đầu nhiệm kỳ" in said) == (True, True)
