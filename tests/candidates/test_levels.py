"""Which committees stand above a cell, so which stages its dossiers pass, and what is refused on another line."""

from datetime import date

import pytest

from candidates import levels, stages
from candidates.enums import MAIN_LINE, BallotBody, BallotOutcome, Stage
from candidates.guards import Step
from candidates.levels import Levels, Line
from candidates.models import StageEntry
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed, UnitKind
from organizations.errors import Refused
from tests import people
from tests.candidates import votes
from tests.people import DAYS, TODAY

# The kinds of the cast's office, and what its cells then pass beyond the others.
UNDER = {
    "a grassroots committee": (UnitKind.GRASSROOTS, Levels(section=False, committee=True), {Stage.ENDORSED}),
    "a section alone": (UnitKind.SECTION, Levels(section=True, committee=False), {Stage.APPRAISED}),
}


@pytest.mark.parametrize(("kind", "above", "passed"), UNDER.values(), ids=UNDER)
def test_a_cell_passes_the_committees_above_it(kind, above, passed, cast):
    cast.office.versions.update(kind=kind)
    line = Line(people.dossier(cast), TODAY)
    assert line.levels == above
    assert set(line.stages()) == set(MAIN_LINE) - {Stage.APPRAISED, Stage.ENDORSED} | passed


def test_a_cell_under_a_section_under_a_grassroots_committee_passes_everything(cast):
    under_section(cast)
    assert Line(people.dossier(cast), TODAY).stages() == MAIN_LINE


def test_a_grassroots_cell_passes_neither(cast):
    line = Line(people.dossier(cast, where=cast.single_cell), TODAY)
    assert line.levels == Levels(section=False, committee=False)
    assert (line.passes(Stage.APPRAISED), line.passes(Stage.ENDORSED), line.passes(Stage.SUBMITTED)) == (
        False, False, True,
    )  # fmt: skip


def test_what_stands_above_a_cell_is_that_of_the_day(cast):
    people.place_under(cast.cell, cast.bloc, date(2021, 1, 1))
    assert levels.of_unit(cast.cell.pk, date(2020, 12, 31)) == Levels(section=False, committee=True)
    assert levels.of_unit(cast.cell.pk, date(2021, 1, 1)) == Levels(section=False, committee=False)


@pytest.mark.parametrize(
    ("place", "start", "to"),
    [
        ("cell", Stage.PROPOSED, Stage.ENDORSED),
        ("cell", Stage.ENDORSED, Stage.SUBMITTED),
        ("section", Stage.PROPOSED, Stage.APPRAISED),
        ("section", Stage.APPRAISED, Stage.ENDORSED),
        ("single_cell", Stage.PROPOSED, Stage.SUBMITTED),
        ("single_cell", Stage.SUBMITTED, Stage.DECIDED),
        ("single_cell", Stage.OFFICIAL, None),
        ("single_cell", Stage.REMOVED, None),
    ],
)
def test_the_next_step_is_the_one_of_this_cell(place, start, to, cast):
    if place == "section":
        under_section(cast)
    where = cast.single_cell if place == "single_cell" else cast.cell
    found = Line(people.dossier(cast, where=where), TODAY).next_move(start)
    assert (found.to if found else None) == to


@pytest.mark.parametrize(
    ("place", "to", "sentence"),
    [
        ("cell", Stage.APPRAISED, "Chi bộ này không có cấp nào ở bước “Đảng ủy bộ phận thẩm định”"),
        ("cell", Stage.SUBMITTED, "Chưa đến bước “Đã trình cấp quyết định”: còn phải qua “Đảng ủy cơ sở đề nghị”."),
        ("single_cell", Stage.ENDORSED, "Chi bộ này không có cấp nào ở bước “Đảng ủy cơ sở đề nghị”"),
        ("section", Stage.ENDORSED, "Chưa đến bước “Đảng ủy cơ sở đề nghị”: còn phải qua “Đảng ủy bộ phận thẩm định”."),
        (
            "cell",
            Stage.DECIDED,
            "còn phải qua “Đảng ủy cơ sở đề nghị”, “Đã trình cấp quyết định”. Nếu đảng ủy cơ sở được",
        ),
    ],
)
def test_a_step_of_another_line_is_refused_and_nothing_is_written(place, to, sentence, cast):
    if place == "section":
        under_section(cast)
    made = people.dossier(cast, Stage.PROPOSED, where=cast.single_cell if place == "single_cell" else cast.cell)
    before = list(StageEntry.objects.values())
    with pytest.raises(Refused) as refusal:
        people.make(made, to, on=DAYS[to])
    assert sentence in str(refusal.value)
    assert list(StageEntry.objects.values()) == before


@pytest.mark.parametrize(
    ("outcome", "decides"), [(BallotOutcome.PASSED, True), (BallotOutcome.UNKNOWN, True), (BallotOutcome.FAILED, False)]
)
def test_a_delegated_grassroots_committee_decides_by_its_own_vote_and_submits_nothing(outcome, decides, cast):
    made = people.dossier(cast, Stage.PROPOSED)
    votes.held(
        made, BallotBody.GRASSROOTS_COMMITTEE, away=0, exempt_absent=0, outcome=outcome, held_on=DAYS[Stage.DECIDED]
    )
    line = Line(made, TODAY)
    assert line.decided_at_grassroots is decides
    assert (line.against(Stage.PROPOSED, Stage.DECIDED) == "") is decides


def test_a_vote_of_the_cell_lets_nobody_decide_at_once(cast):
    made = people.dossier(cast, Stage.PROPOSED)
    votes.held(made)
    assert not Line(made, TODAY).decided_at_grassroots


def test_many_rows_know_their_lines_from_one_query(cast, django_assert_num_queries):
    people.dossier(cast)
    people.dossier(cast, where=cast.single_cell)
    with django_assert_num_queries(1):
        rows = list(levels.annotated(StageEntry.objects.select_related("dossier"), TODAY).order_by("dossier_id"))
        lines = [levels.line_of(row, TODAY) for row in rows]
        assert [line.next_move(Stage.PROPOSED).to for line in lines] == [Stage.ENDORSED, Stage.SUBMITTED]


def test_under_a_section_the_appraisal_is_walked(cast):
    under_section(cast)
    made = people.dossier(cast, Stage.DECIDED)
    assert [entry.stage for entry in made.entries.all()] == list(MAIN_LINE[: MAIN_LINE.index(Stage.DECIDED) + 1])
    own = access.reach(cast.secretary, TODAY)
    with acting(cast.secretary, Deed.MOVE_AS_CELL):
        stages.move(made, Stage.ADMITTED, Step(on=DAYS[Stage.ADMITTED]), own=own, today=TODAY, version=made.version)


def under_section(cast: people.Cast) -> None:
    """Put a sectional committee between the cell and its grassroots committee."""
    section = people.unit("B.1.BP", "Đảng bộ bộ phận", UnitKind.SECTION, cast.office)
    people.place_under(cast.cell, section, date(2016, 1, 1))
