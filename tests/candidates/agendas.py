"""Words to put meetings on the stage: planned, with dossiers marked, and what is typed of their results."""

import uuid
from datetime import date

from candidates import meeting_results, meetings
from candidates.enums import MeetingBody, Stage
from candidates.meeting_results import Outcome, Said
from candidates.models import Dossier, Meeting
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed, Role
from organizations.models import Post, Unit, User
from tests import people

HELD_ON = date(2021, 5, 20)
# Twelve of fifteen: enough by every share that a committee knows.
COMMITTEE = {"members": "15", "present": "13", "in_favour": "12", "against": "1"}


def reach(place: Unit) -> access.Reach:
    """A reach with every deed of meetings at a unit and below."""
    roles = (Role.CELL_SECRETARY, Role.COMMITTEE_OFFICE, Role.BOARD_OFFICER)
    return access.Reach(tuple(Post(role=role, unit=place, valid_from=people.FOUNDED) for role in roles), people.TODAY)


def submitted(who: people.Cast, number: int = 1, **said: object) -> list[Dossier]:
    """Dossiers of the single cell that wait for the decision of the bloc's standing committee."""
    names = [f"Lê Văn {chr(ord('A') + place)}" for place in range(number)]
    return [people.dossier(who, Stage.SUBMITTED, where=who.single_cell, full_name=name, **said) for name in names]


def meeting(
    who: people.Cast, *dossiers: Dossier, body: MeetingBody = MeetingBody.UPPER_STANDING, at: Unit | None = None, **said
) -> Meeting:
    """A meeting with dossiers on its agenda: of the bloc's standing committee where nothing else is said."""
    place, by = at or who.bloc, said.pop("by", who.officer)
    with acting(by, Deed.HOLD_MEETING):
        made = meetings.plan(place, body, said.pop("on", HELD_ON), own=reach(place), **said)
        if dossiers:
            meetings.mark(made, [each.code for each in dossiers], own=reach(place), today=people.TODAY)
    return Meeting.objects.get(pk=made.pk)


def recorded(made: Meeting, by: User, at: Unit | None = None, **said: object) -> list[Outcome]:
    """Record the results of a meeting."""
    given = {"held_on": HELD_ON, "pattern": "{n}-QĐ/ĐU", "first": "01", "issuer": "Đảng ủy Khối"} | said
    known = {"own": reach(at or made.unit), "today": people.TODAY}
    with acting(by, Deed.HOLD_MEETING):
        return meeting_results.record(made, Said(**given), **known, version=Meeting.objects.get(pk=made.pk).version)


def typed(made: Meeting, **changed: object) -> dict:
    """What is typed into the form of results: every dossier considered, one tally for all, numbers in order."""
    made.refresh_from_db()
    base = {
        "form_token": str(uuid.uuid4()),
        "version": made.version,
        "ngay": "20/5/2021",
        "noi_ban_hanh": "Đảng ủy Khối",
        "mau": "{n}-QĐ/ĐU",
        "tu_so": "01",
    }
    considered = {f"xet_{item.pk}": "on" for item in made.items.all()}
    return base | COMMITTEE | considered | changed
