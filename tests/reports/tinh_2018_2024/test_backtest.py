"""A small part of the back-test run again, on the ways of the story without a database: the documented table still holds."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from candidates.enums import MAIN_LINE, Stage
from directives.forecast import errors, model, reaching
from directives.forecast.spells import LOST, Spell
from reports.demo.tinh_2018_2024 import land, simulation, story
from reports.demo.tinh_2018_2024.agents import Candidate

GOAL = MAIN_LINE.index(Stage.ADMITTED)
ON, UNTIL = date(2024, 6, 30).toordinal(), date(2024, 12, 31).toordinal()
TOP = 1
# The stored story pauses some dossiers, which these ways do not.
NEAR = 8


@pytest.fixture(scope="module")
def drawn() -> list[land.NamedDistrict]:
    """The province of the story with everybody's ways."""
    random = Random(story.SEED)
    found = land.draw(random)
    simulation.run(random, [each.district for each in found])
    return found


def spells(each: Candidate, cell: int) -> list[Spell]:
    steps = [*each.steps, None] if each.stage in MAIN_LINE[:GOAL] else each.steps
    return [
        Spell(
            cell,
            MAIN_LINE.index(stage),
            entered.toordinal(),
            after[1].toordinal() if after else None,
            (MAIN_LINE.index(after[0]) if after[0] in MAIN_LINE else LOST) if after else None,
        )
        for (stage, entered), after in pairwise(steps)
    ]


def test_the_province_has_124_organisations_and_thousands_of_dossiers(drawn):
    communes = [each.commune for district in drawn for each in district.communes]
    assert len(communes) == len({each.name for district in drawn for each in district.communes}) == 124
    assert 6000 <= sum(len(each.people) for each in communes) <= 9000


def test_nobody_goes_on_while_everything_is_closed(drawn):
    admitted = [each.since for district in drawn for named in district.communes for each in named.commune.people]
    by_month = {month: sum((day.year, day.month) == month for day in admitted) for month in ((2019, 4), (2020, 4))}
    assert by_month[2020, 4] < by_month[2019, 4] / 4


def test_the_documented_forecast_of_june_2024_comes_out_again(drawn):
    lines, ways = {}, []
    cells = [
        (number, cell)
        for number, district in enumerate(drawn)
        for each in district.communes
        for cell in each.commune.cells
    ]
    for place, (number, cell) in enumerate(cells):
        lines[10_000 + place] = (TOP, 10 + number, 10_000 + place)
        ways += [spell for each in cell.people for spell in spells(each, 10_000 + place)]
    fitted = model.fit(ways, lines, GOAL, ON)
    spread = errors.spread(errors.past(ways, lines, GOAL, ON, UNTIL, 0))
    ahead = reaching.ahead(fitted, (TOP,), fitted.standing, UNTIL)
    first = date(2024, 1, 1).toordinal()
    already = sum(spell.to == GOAL and first <= spell.left <= ON for spell in ways if spell.left)
    found = reaching.outlook(ahead, already, None, spread.value, spread.freedom)
    told = _documented("2024-06-30")
    assert [
        abs(each - other) <= NEAR for each, other in zip((found.low, found.mid, found.high), told, strict=True)
    ] == [True] * 3


def test_the_documented_coverage_is_within_seventy_and_ninety_percent():
    page = Path("docs/forecast.md").read_text()
    coverage = float(re.search(r"within the 80 % interval \| ([\d,]+) %", page)[1].replace(",", "."))
    assert 70 <= coverage <= 90


def _documented(origin: str) -> list[int]:
    row = re.search(rf"\| {origin} \| (\d+) \| (\d+) \| (\d+) \|", Path("docs/forecast.md").read_text())
    return [int(each) for each in row.groups()]
