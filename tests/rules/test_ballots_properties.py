"""What holds of every vote, whatever its numbers: tried on random tallies."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from candidates.rules.ballots import (
    BODIES,
    CELL,
    FAILED,
    PASSED,
    REPORT_UP,
    UNTOLD,
    Share,
    denominators,
    impossible,
    measure,
)
from candidates.rules.facts import Tally
from candidates.rules.verdict import Answer
from tests.rules.tallies import MET_ON, QD294, cell, values
from tests.rules.test_ballots import OPEN

COUNTS = st.integers(0, 60)
VALUES = st.sampled_from([values(), values(**OPEN), values(cell_share=">1/2"), values(standing_share=">1/2")])


@st.composite
def tallies(draw) -> Tally:
    """Any vote that can be."""
    body = draw(st.sampled_from(sorted(BODIES)))
    away, exempt = (draw(st.integers(0, 5)), draw(st.integers(0, 5))) if body == CELL else (0, 0)
    present = draw(st.integers(1, 40))
    members = away + exempt + present + draw(st.integers(0, 10))
    in_favour = draw(st.integers(0, present))
    against = draw(st.integers(0, present - in_favour))
    blank = present - in_favour - against
    return Tally(body, "admission", MET_ON, members, present, in_favour, against, blank, away, exempt)


RANK = {FAILED: 0, REPORT_UP: 0, UNTOLD: 1, PASSED: 2}


@settings(max_examples=30)
@given(tallies(), VALUES)
def test_one_more_vote_in_favour_never_worsens_the_outcome(tally, told):
    assume(tally.against)
    more = replace(tally, in_favour=tally.in_favour + 1, against=tally.against - 1)
    assert RANK[measure(more, told).outcome] >= RANK[measure(tally, told).outcome]


@settings(max_examples=30)
@given(tallies(), VALUES)
def test_the_number_measured_against_lies_between_who_came_and_who_is_a_member(tally, told):
    assert all(tally.present <= each <= tally.members for each in denominators(tally, told))
    assert measure(tally, told).denominator == denominators(tally, told)[0]


@settings(max_examples=30)
@given(tallies())
def test_a_vote_passes_if_and_only_if_the_share_is_reached(tally):
    measured = measure(tally, values(standing_share=">1/2", bureau_share="1/2"))
    least = {CELL: Fraction(2, 3), "grassroots_committee": Fraction(2, 3)}.get(tally.body, Fraction(1, 2))
    part = Fraction(tally.in_favour, measured.denominator)
    reached = part > least if tally.body.endswith("standing") else part >= least
    assert (measured.outcome == PASSED) is reached
    assert (measured.verdict.answer == Answer.MET) is reached


@settings(max_examples=30)
@given(tallies(), VALUES)
def test_what_is_open_is_open_because_no_text_tells(tally, told):
    if measure(tally, told).outcome == UNTOLD:
        assert "quy định" in measure(tally, told).verdict.sentence


@settings(max_examples=30)
@given(tallies())
def test_what_can_be_is_never_refused(tally):
    assert impossible(tally) == ()


@settings(max_examples=30)
@given(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)
def test_what_is_not_refused_can_be_measured(members, present, in_favour, against, left_out):
    tally = Tally(CELL, "admission", MET_ON, members, present, in_favour, against, away=left_out)
    if not impossible(tally):
        assert 0 < tally.in_favour + tally.against <= measure(tally, values()).denominator <= members


@settings(max_examples=30)
@given(st.sampled_from(["2/3", ">1/2", "1/2", ">2/3"]), st.integers(1, 200))
def test_the_least_number_of_votes_reaches_the_share_and_one_less_does_not(value, of):
    share, least = Share.read(value), Share.read(value).least(of)
    assert share.is_reached(least, of)
    assert not share.is_reached(least - 1, of)


def test_the_source_of_a_base_is_told_where_it_counts():
    assert QD294.place in measure(cell(13), values()).verdict.sentence
