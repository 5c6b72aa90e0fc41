"""A section appraises; what the grassroots committee above it does is neither its to do, nor on its desk, nor its to undo."""

from datetime import date

import pytest

from candidates import acts, owners, stages, undoing
from candidates.enums import Stage
from candidates.models import Dossier
from organizations import access
from organizations.access import Reach
from organizations.enums import Role, UnitKind
from reports import worklist
from tests import people
from tests.candidates import sides
from tests.people import TODAY

WAY = {Stage.PROPOSED: Stage.APPRAISED, Stage.APPRAISED: Stage.ENDORSED, Stage.ENDORSED: Stage.SUBMITTED}


@pytest.fixture
def offices(cast) -> dict[str, Reach]:
    """The offices of a section over the cell, and of the grassroots committee over both."""
    section = people.unit("B.1.BP", "Đảng bộ bộ phận", UnitKind.SECTION, cast.office)
    people.place_under(cast.cell, section, date(2016, 1, 1))
    seats = {"section": section, "committee": cast.office}
    users = {
        name: people.person(f"{name}-o", f"Văn phòng {name}", Role.COMMITTEE_OFFICE, at) for name, at in seats.items()
    }
    return {name: access.reach(user, TODAY) for name, user in users.items()}


@pytest.mark.parametrize(
    ("stage", "may", "desk"),
    [
        (Stage.PROPOSED, {"section", "committee"}, "section"),
        (Stage.APPRAISED, {"committee"}, "committee"),
        (Stage.ENDORSED, {"committee"}, "committee"),
    ],
)
def test_each_committee_makes_its_own_step_and_finds_it_on_its_desk(cast, offices, stage, may, desk):
    made = people.dossier(cast, stage)
    assert {name for name, own in offices.items() if _owns(made, own, WAY[stage])} == may
    assert {name for name, own in offices.items() if worklist.tasks(own, TODAY).total} == {desk}
    name = owners.where(owners.next_owner(sides.fresh(made), TODAY), TODAY)
    assert name == {"section": "Đảng bộ bộ phận", "committee": offices["committee"].posts[0].unit_name}[desk]


@pytest.mark.parametrize(("stage", "may"), [(Stage.APPRAISED, True), (Stage.ENDORSED, False)])
def test_a_section_takes_back_its_own_step_alone(cast, offices, stage, may):
    made = people.dossier(cast, stage)
    assert undoing.may(offices["section"], acts.last(made)) == may
    assert undoing.may(offices["committee"], acts.last(made))


def _owns(made: Dossier, own: Reach, to: Stage) -> bool:
    return next(each.is_owned for each in stages.possible_moves(sides.fresh(made), own, TODAY) if each.to == to)
