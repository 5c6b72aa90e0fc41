"""Words to put meetings on the stage: planned, with dossiers marked, and what is typed of their results."""

import uuid
from collections.abc import Callable
from datetime import date

from candidates import meeting_results, meetings
from candidates.enums import AgendaResult, BatchKind, MeetingBody, Reviewed, Stage
from candidates.meeting_results import Outcome, Said
from candidates.models import AgendaItem, Batch, Dossier, HelperRemark, ListReview, Meeting, ReviewedLine
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


def bare(where: Unit, made: Dossier, **said: object) -> AgendaItem:
    """Store a planned meeting of a unit with a dossier that it left out, beside the action."""
    known = {"unit": where, "body": MeetingBody.CELL, "held_on": people.TODAY} | said
    return _item(Meeting.objects.create(**known), made, result=AgendaResult.SKIPPED)


def reviewed(where: Unit, made: Dossier, **said: object) -> ReviewedLine:
    """Store a review of a cell's list with one person, beside the action."""
    batch = Batch.objects.create(kind=BatchKind.REVIEW, unit=where, on=people.TODAY, words="Rà soát danh sách")
    found = ListReview.objects.create(**{"unit": where, "held_on": people.TODAY, "batch": batch} | said)
    return ReviewedLine.objects.create(review=found, dossier=made, said=Reviewed.KEEP)


def around(made: Dossier) -> None:
    """A row of every kind that meetings and reviews keep."""
    bare(made.unit, made)
    reviewed(made.unit, made)
    remark(made)


def remark(made: Dossier, **said: object) -> HelperRemark:
    """Store what a helper remarked."""
    known = {"helper": "Trần Thị Đỡ", "on": people.TODAY, "words": "Tốt"}
    return HelperRemark.objects.create(dossier=made, **known | said)


def _item(meeting: Meeting, made: Dossier, **said: object) -> AgendaItem:
    known = {"to": Stage.SYMPATHISER, "stage": made.stage, "version": made.version}
    return AgendaItem.objects.create(meeting=meeting, dossier=made, **known | said)


def _twice(store: Callable[[Dossier], object]) -> Callable[[Dossier], None]:
    def broken(made: Dossier) -> None:
        store(made)
        store(made)

    return broken


def _changed_without_act(made: Dossier) -> None:
    ReviewedLine.objects.filter(pk=reviewed(made.unit, made).pk).update(said=Reviewed.DROP)


def _same_line(made: Dossier) -> None:
    line = reviewed(made.unit, made)
    ReviewedLine.objects.create(review=line.review, dossier=made, said=Reviewed.KEEP)


def _waits_twice(made: Dossier) -> None:
    meeting = bare(made.unit, made).meeting
    _item(meeting, made)
    _item(meeting, made)


# Every named constraint of meetings and reviews, with a row that breaks it.
BREAKS: dict[str, Callable[[Dossier], object]] = {
    "candidates_meeting_once_a_day": _twice(lambda made: bare(made.unit, made)),
    "candidates_meeting_delegated_to_grassroots": lambda made: bare(made.unit, made, is_delegated=True),
    "candidates_agendaitem_waits_once": _waits_twice,
    "candidates_agendaitem_settled_by_an_act": lambda made: _item(
        bare(made.unit, made).meeting, made, result=AgendaResult.APPLIED
    ),
    "candidates_listreview_once_a_day": _twice(lambda made: reviewed(made.unit, made)),
    "candidates_reviewedline_once": _same_line,
    "candidates_reviewedline_change_has_act": _changed_without_act,
    "candidates_helperremark_says_something": lambda made: remark(made, words=""),
}
