"""The act of moving, through the product's own acts."""

from candidates.enums import MAIN_LINE, Stage
from tests import people


def test_a_dossier_walks_the_whole_main_line(cast):
    made = people.dossier(cast, Stage.OFFICIAL)
    assert made.stage == Stage.OFFICIAL
    assert [entry.stage for entry in made.entries.all()] == list(MAIN_LINE)
