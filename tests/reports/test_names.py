"""The annexe of names: those whose dossiers the reader reaches today; the others are counted, and said to be unnamed."""

from datetime import date, timedelta

import pytest

from candidates.enums import Stage
from directives.enums import NumberKind
from organizations import access, clock
from organizations.access import Reach
from organizations.models import Reading
from reports.document import Report
from tests import pages, people
from tests.people import TODAY
from tests.reports import asking

HELD = {Stage.ADMITTED: date(2021, 3, 1)}
NOTE = "1 người nay thuộc tổ chức đảng ngoài phạm vi, không nêu tên."


@pytest.fixture
def moved(cast) -> people.Cast:
    """Two admitted this year; the cell of one went to the foreign bloc after the day of the report."""
    people.target(cast.bloc, 10, NumberKind.ABSOLUTE)
    people.dossier(cast, Stage.ADMITTED, full_name="Lê Văn Đi", days=HELD)
    people.dossier(cast, Stage.ADMITTED, full_name="Lê Văn Ở", days=HELD, where=cast.single_cell)
    people.place_under(cast.cell, cast.foreign_bloc, TODAY + timedelta(days=1))
    return cast


def built(cast: people.Cast, own: Reach | None) -> Report:
    return asking.report("tien-do", cast.bloc, TODAY, with_names=True, own=own)


def shown(report: Report) -> tuple[int, list[str], str]:
    """The number held, the names of the annexe, and its note."""
    names = [name.full_name for name in report.annexe.names]
    return report.opening[0].figures["held"].value, names, report.annexe.note


@pytest.mark.parametrize(
    ("on", "found"),
    [
        pytest.param(clock.real_today(), (2, ["Lê Văn Ở"], NOTE), id="the reach of today"),
        pytest.param(TODAY, (2, ["Lê Văn Đi", "Lê Văn Ở"], ""), id="the reach before the cell moved"),
        pytest.param(None, (2, ["Lê Văn Đi", "Lê Văn Ở"], ""), id="the installation itself"),
    ],
)
def test_the_annexe_names_those_in_reach_and_counts_the_others(moved, on, found):
    assert shown(built(moved, access.reach(moved.leader, on) if on else None)) == found


def test_the_page_says_who_is_not_named_and_the_trace_counts_the_named(moved):
    page = pages.read(people.signed_in(moved.leader).get("/bao-cao/tien-do/?ten=on"))
    assert f"Danh sách gồm 1 người. {NOTE}" in page.words
    assert "Lê Văn Đi" not in page.words
    assert list(Reading.objects.values_list("user", "people")) == [(moved.leader.pk, 1)]
