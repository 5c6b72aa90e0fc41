"""Every report of the story is frozen without loss: its text thaws to an equal report, each number keeps as long a list."""

import pytest

from organizations.enums import PARTY_KINDS
from reports import definitions, frozen, pdf
from reports.demo.khoi_2021.story import AS_AT
from tests import issues
from tests.reports import asking

# The story follows no associations, and has targets of the year alone.
REFUSED = ("hoi", "nhiem-ky")
CODES = [code for code, each in definitions.CATALOGUE.items() if each.kinds <= PARTY_KINDS and code not in REFUSED]


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_lost_when_a_report_is_frozen(code, bloc):
    assert issues.parting(code, bloc, AS_AT) == []


def test_a_thawed_report_prints_the_same_bytes_drawings_and_all(bloc):
    made = asking.report("tien-do", bloc, AS_AT)
    assert any(section.charts for section in made.sections)
    assert pdf.render_pdf(frozen.from_text(frozen.to_text(made))) == pdf.render_pdf(made)
