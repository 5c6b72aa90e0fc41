"""The scorecard and the page of the target of ``khoi-2021``: the numbers of the letter, each the length of its list."""

import json
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.http import QueryDict

from candidates.filters import DossierFilter
from directives import progress, scorecard
from directives.progress_many import Met
from directives.scorecard import Scorecard
from reports.demo.khoi_2021.story import AS_AT
from reports.links import behind

GOLDEN = {
    "base": 5000,
    "target": 150,
    "actual": 45,
    "percent": 30.0,
    "same_period": 124,
    "percent_of_same_period": 36.3,
    "decided": 15,
    "submitted": 28,
    "verified": 33,
    "earlier": 43,
    "declared": 164,
    "missing": 19,
}


@pytest.fixture
def card(bloc) -> Scorecard:
    return scorecard.build(bloc, AS_AT)


def length(href: str, reach) -> int:
    """How many the list at an address shows, by the very filter of its page."""
    asked = DossierFilter(QueryDict(href.partition("?")[2]), own=reach, today=AS_AT)
    assert asked.form.is_valid(), asked.form.errors
    return asked.rows.count()


def met(card: Scorecard) -> Iterator[Met]:
    yield from (each for row in (*card.rows, card.total) for each in row.cells)


def test_the_command_tells_the_numbers_of_the_letter_and_what_units_expect(bloc):
    out = StringIO()
    call_command("target_progress", "--on", "2021-05-31", "--json", stdout=out)
    (told,) = json.loads(out.getvalue())
    assert {name: told[name] for name in GOLDEN} == GOLDEN


def test_the_scorecard_ends_in_the_numbers_of_the_letter(card):
    (whole,) = card.total.cells
    assert (whole.actual.people, whole.goal, whole.missing, whole.on_the_way.people) == (45, 150, 19, 15 + 28 + 43)
    assert (len(card.rows), sum(row.cells[0].actual.people for row in card.rows)) == (70, 45)


def test_each_row_says_what_the_target_says_of_its_unit(card, bloc):
    (target,) = (column.target for column in card.columns)
    for row in card.rows[:5]:
        (here,), alone = row.cells, progress.of_target(target, row.unit, AS_AT)
        assert (here.goal, here.actual, here.missing) == (alone.goal, alone.actual, alone.missing)


def test_every_number_of_the_scorecard_is_the_length_of_its_list(card, reach):
    counts = [counted for each in met(card) for counted in (each.actual, each.on_the_way, each.left)]
    numbers = [(counted.people, behind(counted.cell)) for counted in counts]
    opened = [(people, href) for people, href in numbers if people]
    assert len(opened) > 120
    assert [length(href, reach) for _, href in opened] == [people for people, _ in opened]
