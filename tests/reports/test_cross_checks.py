"""What must hold of the reports of any world: units and parts add up, stocks change by flows, turns less overlap are people."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from candidates import statistics
from candidates.enums import BEFORE_DECISION, PROBATION
from candidates.statistics import Cell, Reading
from organizations.periods import inclusive
from reports.document import Report, Row, RowKind, Shape, Table
from tests import people
from tests.people import TODAY
from tests.reports import asking, worlds

WORLDS = st.lists(worlds.ways(), min_size=1, max_size=7)
READINGS = pytest.mark.parametrize("reading", list(Reading))
PERIOD = inclusive(date(2020, 4, 1), date(2021, 3, 31))
# Figures of the whole that are its own: what it declared, what it was given, what is missing of that.
RECKONED_ALONE = ("members", "base", "quota", "declared", "missing")
# Every world is taken back before the next one.
FEW = settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture(scope="module")
def stage_for_all(django_db_setup, django_db_blocker) -> Iterator[people.Cast]:
    """The cast, made once, one of whose cells goes under another unit in the middle of the period."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = people.cast()
        people.place_under(made.other_cell, made.single_cell, date(2020, 10, 1))
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def stage(stage_for_all, db) -> people.Cast:
    return stage_for_all


@contextmanager
def world(cast: people.Cast, ways: list[worlds.Way]) -> Iterator[None]:
    """The people of a world, for as long as it is looked at."""
    with transaction.atomic():
        worlds.write(cast, ways)
        yield
        transaction.set_rollback(True)


def built(cast: people.Cast, code: str, reading: Reading = Reading.THEN) -> Report:
    return asking.report(code, cast.bloc, TODAY, period=PERIOD, reading=reading)


def tables(report: Report) -> list[Table]:
    return [table for section in report.sections for table in section.tables]


def numbers(row: Row, table: Table) -> dict[str, object]:
    """The counted figures of a row by the key of their column."""
    pairs = zip(table.columns, row.figures, strict=True)
    return {column.key: figure.value for column, figure in pairs if column.shape == Shape.COUNT}


@READINGS
@settings(FEW)
@given(ways=WORLDS)
def test_units_parts_and_flows_of_every_world_add_up(stage, reading, ways):
    """Each world is built once and held against all that must hold of it."""
    with world(stage, ways):
        made = {code: built(stage, code, reading) for code in ("so-sanh", "du-bi", "tham-dinh", "bieu-2")}
        for report in made.values():
            _units_add_up_to_the_whole(report)
        _parts_of_form_2_add_up(made["bieu-2"])
        _stocks_change_by_flows(stage, made, reading)


@settings(FEW)
@given(ways=WORLDS)
def test_turns_less_overlap_are_people_and_lines_of_form_2b_add_up(stage, ways):
    with world(stage, ways):
        associations = asking.report("hoi", stage.bloc, TODAY)
        unions = asking.report("doan-the-tong-hop", stage.bloc, TODAY)
        for report in (associations, unions, asking.report("doan-the", stage.youth_union, TODAY)):
            _turns_less_overlap_are_people(report)
        _sources_of_associations_change_by_flows(associations)
        _lines_of_form_2b_add_up(built(stage, "bieu-2b"))
        _units_add_up_to_the_whole(unions)
        _units_add_up_to_the_whole(built(stage, "danh-sach"))


@settings(FEW, max_examples=4)  # the progress report is the longest of all
@given(ways=WORLDS)
def test_parts_of_the_progress_of_the_evidence_and_of_each_year_add_up(stage, ways):
    with world(stage, ways):
        people.target(stage.bloc)
        progress, evidence = (asking.report(code, stage.bloc, TODAY) for code in ("tien-do", "minh-chung"))
        _units_add_up_to_the_whole(progress)
        _idle_units_are_parted_by_their_sources(progress)
        _what_a_target_counts_is_the_same_in_both(progress, evidence)
        _each_year_of_sources_is_parted(asking.report("theo-khoa", stage.bloc, TODAY))


def _units_add_up_to_the_whole(report: Report) -> None:
    for table in tables(report):
        if table.row_head != "Đơn vị" or table.rows[-1].kind != RowKind.TOTAL:
            continue
        items = [numbers(row, table) for row in table.rows if row.kind == RowKind.ITEM]
        whole = numbers(table.rows[-1], table)
        counted = {key for key, value in whole.items() if value is not None and key not in RECKONED_ALONE}
        assert {key: sum(item[key] for item in items) for key in counted} == {key: whole[key] for key in counted}


def _parts_of_form_2_add_up(report: Report) -> None:
    (table,) = tables(report)
    whole = numbers(table.rows[0], table)
    for title in ("1. Nghề nghiệp", "2. Tuổi đời", "3. Giáo dục phổ thông", "4. Chuyên môn nghiệp vụ"):
        assert summed(part(table, title)) == {key: whole[key] or 0 for key in whole}, title


def _lines_of_form_2b_add_up(report: Report) -> None:
    for table in tables(report):
        whole, *parts = (numbers(row, table) for row in table.rows)
        assert summed(parts) == {key: whole[key] or 0 for key in whole}


def _stocks_change_by_flows(cast: people.Cast, made: dict[str, Report], reading: Reading) -> None:
    """Sources change by who enters, is lost and is decided; probation by who is admitted, made official and struck off."""
    flow, official, decided = (whole_of(made[code]) for code in ("so-sanh", "du-bi", "tham-dinh"))
    before, after = (stocks(cast, day, reading) for day in (date(2020, 3, 31), date(2021, 3, 31)))
    assert after[0] - before[0] == flow["new"] - flow["lost"] - decided["decided"]
    assert after[1] - before[1] == flow["now"] - official["official"] - official["struck"]


def _turns_less_overlap_are_people(report: Report) -> None:
    """Of declared figures nobody knows the overlap: they have turns alone."""
    footed = [table for table in tables(report) if table.rows[-1].label == "Số người"]
    assert footed
    for table in footed:
        *lines, turns, overlap, whole = (numbers(row, table) for row in table.rows)
        known = {key for key, value in whole.items() if value is not None}
        assert {key: turns[key] for key in known} == {
            key: value for key, value in summed(lines).items() if key in known
        }
        assert {key: turns[key] - overlap[key] for key in known} == {key: whole[key] for key in known}


def _idle_units_are_parted_by_their_sources(report: Report) -> None:
    """In the sentence on units that admitted nobody, and in its table."""
    told = (each for section in report.sections for each in section.paragraphs)
    (said,) = (each for each in told if {"units", "idle"} <= set(each.figures))
    states = [figure.value for token, figure in said.figures.items() if token.startswith("state")]
    assert sum(states) == said.figures["idle"].value <= said.figures["units"].value
    rows = [row for table in tables(report) if table.title.startswith("Đơn vị chưa kết nạp") for row in table.rows]
    assert len(rows) == said.figures["idle"].value


def _what_a_target_counts_is_the_same_in_both(progress: Report, evidence: Report) -> None:
    whole = whole_of(progress)
    (row,) = (row for table in tables(evidence) if table.title.startswith("Chỉ tiêu trong năm") for row in table.rows)
    (heads,) = (table for table in tables(evidence) if table.title.startswith("Chỉ tiêu trong năm"))
    told = numbers(row, heads)
    pairs = {
        "held": "actual",
        "quota": "goal",
        "decided": "decided",
        "submitted": "submitted",
        "preparing": "preparing",
    }
    pairs |= {"verified": "verified", "missing": "missing"}
    assert {key: whole[key] for key in pairs} == {key: told[other] for key, other in pairs.items()}


def _each_year_of_sources_is_parted(report: Report) -> None:
    """Whoever entered is official now, or left, or was struck off, or is still followed."""
    for table in tables(report):
        if table.title.startswith("Nguồn của từng năm"):
            for row in table.rows:
                told = numbers(row, table)
                assert told["began"] == told["official"] + told["lost"] + told["ended"] + told["open"], row.label


def _sources_of_associations_change_by_flows(report: Report) -> None:
    (table,) = (table for table in tables(report) if table.title.startswith("Nguồn"))
    whole = numbers(table.rows[-1], table)
    if "start" in whole:
        assert whole["end"] - whole["start"] == whole["added"] - whole["removed"] - whole["decided"]


def part(table: Table, title: str) -> list[dict[str, object]]:
    """The lines of a form under a heading, but for those that are no number of people."""
    labels = [row.label for row in table.rows]
    first = next(place for place, label in enumerate(labels) if label.endswith(title)) + 1
    stop = next(place for place in range(first, len(labels)) if table.rows[place].kind == RowKind.GROUP)
    rows = [row for row in table.rows[first:stop] if row.label != "Tuổi bình quân"]
    return [numbers(row, table) for row in rows]


def summed(rows: list[dict[str, object]]) -> dict[str, int]:
    """The sums of columns; a figure of which nothing is known adds nothing."""
    return {key: sum(row[key] or 0 for row in rows) for key in rows[0]}


def whole_of(report: Report) -> dict[str, object]:
    """The last row of the first table of units."""
    table = next(table for table in tables(report) if table.row_head == "Đơn vị")
    return numbers(table.rows[-1], table)


def stocks(cast: people.Cast, on: date, reading: Reading) -> list[int]:
    """Who is in the sources and on probation at the end of a day."""
    cells = [Cell((cast.bloc,), stages, on, reading=reading) for stages in (BEFORE_DECISION, PROBATION)]
    return statistics.counts(cells)
