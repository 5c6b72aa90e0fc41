"""One truth in the reports of the story: every number that opens a list opens one of as many people."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.http import QueryDict

from candidates.filters import DossierFilter
from candidates.nomination_filter import NominatedFilter
from organizations import access, clock
from organizations.access import Reach
from organizations.models import Unit, User
from reports.demo.hoi_2015.story import AS_AT
from reports.document import Report
from tests.reports import asking

Number = tuple[str, int, str]
# A file of its own profile, which WeasyPrint leaves to the garbage collector to close.
PRINTS = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
DOSSIERS, NOMINATIONS = "/ho-so/?", "/ho-so/gioi-thieu/?"


@pytest.fixture
def own(province) -> Reach:
    """The reach of the province's officer."""
    return access.reach(User.objects.get(username="canbo"), clock.real_today())


@pytest.fixture
def hoi(province) -> Report:
    return asking.report("hoi", province, AS_AT)


@pytest.fixture
def youth(province) -> Report:
    return asking.report("doan-the", Unit.objects.get(code="D.60.1"), AS_AT)


def numbers(report: Report) -> Iterator[Number]:
    """Every figure of the sentences and of the tables, with its label."""
    for paragraph in [*report.opening, *(each for section in report.sections for each in section.paragraphs)]:
        yield from ((token, figure.value, figure.href) for token, figure in paragraph.figures.items())
    for table in (table for section in report.sections for table in section.tables):
        for row in table.rows:
            for column, figure in zip(table.columns, row.figures, strict=True):
                yield f"{table.number}, {row.label}: {column.label}", figure.value, figure.href


def opened(href: str, own: Reach) -> int:
    """How many people the list at an address holds, by the very filter of its page."""
    query = QueryDict(href.partition("?")[2])
    if href.startswith(NOMINATIONS):
        named = NominatedFilter(query, own=own, today=AS_AT)
        assert named.is_valid(), named.errors
        return named.rows.order_by().values("person").distinct().count()
    asked = DossierFilter(query, own=own, today=AS_AT)
    assert asked.form.is_valid(), asked.form.errors
    return asked.rows.count()


@pytest.mark.parametrize("name", ["hoi", "youth"])
def test_every_number_of_people_opens_a_list_of_as_many(name, own, request):
    found = [
        each
        for each in numbers(request.getfixturevalue(name))
        if each[2].startswith((DOSSIERS, NOMINATIONS)) and each[1]
    ]
    assert len(found) > 25
    assert [(label, opened(href, own), href) for label, _, href in found] == found


def test_every_figure_of_a_row_opens_something_or_is_words_or_a_share(hoi):
    """Declared figures open the page of who declared them; people open their list; sums of areas and shares are reckoned."""
    tables = {table.number: table for section in hoi.sections for table in section.tables}
    bare = [
        (row.label, column.label)
        for number in (2, 3)
        for row in tables[number].rows
        if row.label not in ("Cộng lượt", "Trừ trùng")
        for column, figure in zip(tables[number].columns, row.figures, strict=True)
        if not figure.href and column.shape != "percent"
    ]
    assert bare == []


def test_the_foot_tells_turns_overlap_and_people(hoi):
    """Situation 13: cộng lượt = trừ trùng + số người, in every column; somebody of the story stands in two associations."""
    (table,) = (table for section in hoi.sections for table in section.tables if table.number == 2)
    *_, turns, overlap, people = ([figure.value for figure in row.figures] for row in table.rows)
    assert turns == [twice + once for twice, once in zip(overlap, people, strict=True)]
    assert sum(overlap) > 0


@PRINTS
@pytest.mark.parametrize(("code", "unit"), [("hoi", "60"), ("doan-the", "D.60.1")])
def test_the_command_prints_each_report(code, unit, province, tmp_path):
    paper, slip = tmp_path / "a.pdf", tmp_path / "b.pdf"
    call_command("build_report", code, unit=unit, on=AS_AT, pdf=paper, slip=slip)
    assert [file.read_bytes()[:4] for file in (paper, slip)] == [b"%PDF", b"%PDF"]
