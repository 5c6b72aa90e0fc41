"""Where dossiers are stuck: coded reasons, each number with a list of as many; a political conclusion is a number alone."""

from datetime import date

import pytest

from candidates.enums import HoldKind, ReturnCode, Stage
from candidates.models import StageEntry
from directives import stuck
from organizations import access
from organizations.enums import FigureKind
from organizations.models import Figure
from tests import people
from tests.candidates import holds
from tests.people import TODAY


def reasons(cast, who: str = "leader", unit=None) -> dict[str, stuck.Reason]:
    own = access.reach(getattr(cast, who), TODAY)
    return {reason.words: reason for reason in stuck.reasons(unit or cast.bloc, own, TODAY)}


def counted(cast, href: str, who: str = "leader") -> int:
    """How many the list behind a reason shows."""
    return people.signed_in(getattr(cast, who)).get(href).context["page"].count_words.split()[0]


def returned(cast, code: ReturnCode, **where: object) -> None:
    holds.held(people.dossier(cast, Stage.PROPOSED, **where), HoldKind.RETURNED, code=code)


def test_returned_dossiers_are_counted_by_what_they_were_returned_for(cast):
    returned(cast, ReturnCode.PAPER_MISSING)
    returned(cast, ReturnCode.CRITERION)
    returned(cast, ReturnCode.CRITERION, where=cast.single_cell)
    holds.held(people.dossier(cast, Stage.CONSULTING))
    found = reasons(cast)
    numbers = {
        "Trả về: thiếu giấy tờ": "1",
        "Trả về: chưa đủ tiêu chuẩn, điều kiện": "2",
        "Tạm dừng": "1",
    }
    assert {words: str(found[words].people) for words in numbers} == numbers
    assert {words: counted(cast, found[words].href) for words in numbers} == numbers


def test_what_ended_or_lies_elsewhere_is_not_counted(cast):
    held = holds.held(people.dossier(cast, Stage.CONSULTING), ended_on=TODAY, outcome="resumed")
    assert held.ended_on
    returned(cast, ReturnCode.PROCEDURE, where=cast.foreign_cell)
    assert not {words for words in reasons(cast) if words.startswith(("Tạm dừng", "Trả về"))}


@pytest.mark.parametrize(("who", "opens"), [("leader", False), ("officer", True)])
def test_a_conclusion_that_is_awaited_is_a_number_alone_but_for_those_who_may_see_it(cast, who, opens):
    holds.held(people.dossier(cast, Stage.VERIFYING), HoldKind.POLITICAL)
    found = reasons(cast, who)["Chờ kết luận của cấp có thẩm quyền"]
    assert (found.people, bool(found.href)) == (1, opens)


def test_steps_that_are_late_are_counted_by_stage(cast):
    made = people.dossier(cast, Stage.PROPOSED)
    StageEntry.objects.filter(dossier=made, stage=Stage.PROPOSED).update(due_on=date(2021, 1, 4))
    late = {words: reason for words, reason in reasons(cast).items() if "Chi bộ đề nghị" in words}
    ((words, reason),) = late.items()
    assert words.startswith(("Quá hạn", "Cần kiểm tra hạn"))
    assert (reason.people, counted(cast, reason.href)) == (1, "1")


def test_what_is_lacking_is_counted_as_its_own_list_counts_it(cast):
    people.dossier(cast, Stage.PROPOSED)
    people.dossier(cast, Stage.PREPARING, where=cast.single_cell)
    lacking = [reason for reason in reasons(cast).values() if reason.href.startswith("/ho-so/con-thieu/")]
    assert lacking
    assert [counted(cast, reason.href) for reason in lacking] == [str(reason.people) for reason in lacking]


def test_what_units_reported_stands_apart_and_opens_nothing(cast):
    for unit, value in ((cast.office, 3), (cast.single_cell, 4)):
        Figure.objects.create(
            unit=unit, kind=FigureKind.STUCK_CLASS, on=date(2021, 3, 31), value=value, declared_by="thử nghiệm"
        )
    found = reasons(cast)["Chưa được học lớp nhận thức (2 đơn vị báo)"]
    assert (found.group, found.people, found.href) == ("Đơn vị tự báo", 7, "")


def test_where_nothing_is_stuck_nothing_is_said(cast):
    assert reasons(cast) == {}
