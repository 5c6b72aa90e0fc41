"""The first page: whoever records steps sees what waits, whoever leads sees numbers, the officer sees both."""

from datetime import date

import pytest
from django.http import HttpResponse

from candidates.enums import HoldKind, Stage
from directives.enums import NumberKind
from organizations.enums import Role
from organizations.models import Post
from reports import worklist
from tests import pages, people
from tests.candidates import sides


def desk(who, query: str = "") -> HttpResponse:
    return people.signed_in(who).get(f"/{query}")


@pytest.mark.parametrize(
    ("who", "numbers", "tasks"), [("secretary", False, True), ("leader", True, False), ("officer", True, True)]
)
def test_each_role_sees_its_own_desk(who, numbers, tasks, cast):
    people.target(cast.bloc)
    people.declare(cast.office, date(2021, 1, 1), 100)
    people.declare(cast.single_cell, date(2021, 1, 1), 10)
    people.dossier(cast, Stage.SUBMITTED)
    people.dossier(cast, Stage.DECIDED)
    answer = desk(getattr(cast, who))
    words = pages.read(answer).words
    assert (answer.context["overview"] is not None, answer.context["keeps_tasks"]) == (numbers, tasks)
    assert ("Chỉ tiêu năm 2021: 4 đảng viên mới" in words) == numbers
    assert ("Hồ sơ đang chờ đồng chí ghi bước tiếp theo" in words) == tasks


@pytest.mark.parametrize(
    ("who", "verbs"),
    [
        ("secretary", ["Công nhận cảm tình Đảng", "Ghi lễ kết nạp"]),
        ("officer", ["Ghi quyết định kết nạp"]),
        ("leader", []),
        ("stranger", []),
    ],
)
def test_a_desk_holds_the_steps_of_the_own_role_and_reach(who, verbs, cast):
    for upto in (Stage.SOURCE, Stage.SUBMITTED, Stage.DECIDED, Stage.OFFICIAL):
        people.dossier(cast, upto)
    assert sorted(task.awaited for task in desk(getattr(cast, who)).context["tasks"].shown) == verbs


def test_a_secretary_sees_nobody_of_another_cell(cast):
    people.dossier(cast, full_name="Lê Văn Hai", where=cast.other_cell)
    people.dossier(cast, full_name="Lê Văn Ngoài", where=cast.foreign_cell)
    people.dossier(cast, full_name="Lê Văn Một")
    assert _names(desk(cast.secretary)) == ["Lê Văn Một"]


def test_the_earliest_due_stands_first_and_what_is_not_due_last(cast):
    people.dossier(cast, full_name="Không Có Hạn")
    people.dossier(cast, Stage.DECIDED, full_name="Hạn Sau", days={Stage.DECIDED: date(2020, 2, 3)})
    people.dossier(cast, Stage.DECIDED, full_name="Hạn Trước")
    assert _names(desk(cast.secretary)) == ["Hạn Trước", "Hạn Sau", "Không Có Hạn"]


def test_a_desk_holds_no_more_than_a_person_can_read(cast, monkeypatch):
    monkeypatch.setattr(worklist, "LENGTH", 2)
    for place in range(3):
        people.dossier(cast, full_name=f"Lê Văn {place}")
    found = desk(cast.secretary)
    assert (len(_names(found)), found.context["tasks"].total) == (2, 3)
    assert "Đang hiện 2 việc gấp nhất trong 3 việc." in pages.read(found).words


def test_an_empty_desk_says_so(cast):
    assert "Không có việc nào đang chờ" in pages.read(desk(cast.secretary)).words


def test_without_a_target_the_desk_says_so(cast):
    assert "Năm nay chưa có chỉ tiêu" in pages.read(desk(cast.leader)).words


def test_without_records_of_last_year_nothing_is_compared(cast):
    people.target(cast.bloc)
    assert "chưa có số liệu cùng kỳ" in pages.read(desk(cast.leader)).words


def test_a_target_in_people_is_shown(cast):
    people.target(cast.bloc, 150, NumberKind.ABSOLUTE)
    assert "Chỉ tiêu năm 2021: 150 đảng viên mới" in pages.read(desk(cast.leader)).words


def test_a_leader_looks_at_a_unit_of_the_own_reach(cast):
    people.dossier(cast)
    people.dossier(cast, where=cast.single_cell)
    counts = {
        code: desk(cast.leader, f"?don_vi={code}").context["overview"].funnel.stages[0].stage.count
        for code in ("B", "B.1", "B.1.Hai", "B.2")
    }
    assert counts == {"B": 2, "B.1": 1, "B.1.Hai": 0, "B.2": 1}


@pytest.mark.parametrize(("who", "code"), [("leader", "F.1"), ("secretary", "B.1"), ("secretary", "B.1.Một")])
def test_the_numbers_of_a_unit_beyond_the_reach_are_not_found(who, code, cast):
    assert desk(getattr(cast, who), f"?don_vi={code}").status_code == 404


def test_numbers_are_shown_only_where_the_post_grants_them(cast):
    people.dossier(cast, where=cast.foreign_cell)
    Post.objects.create(user=cast.stranger, role=Role.LEADERSHIP, unit=cast.office, valid_from=date(2020, 1, 1))
    shown = desk(cast.stranger).context
    assert shown["overview"] is None or shown["version"].unit == cast.office


def _names(answer: HttpResponse) -> list[str]:
    return [task.entry.dossier.person.full_name for task in answer.context["tasks"].shown]


def test_a_dossier_that_waits_beside_its_stage_waits_for_whoever_lets_it_go_on(cast):
    names = ("Một Trả", "Hai Sửa", "Ba Dừng", "Bốn Dừng", "Năm Chờ")
    returned, mended, paused, resting, asked = (people.dossier(cast, Stage.SUBMITTED, full_name=name) for name in names)
    sides.returned(returned)
    for said in sides.returned(mended):
        sides.fix(said)
    sides.hold(paused, HoldKind.PAUSED, expected_on=people.TODAY)
    sides.hold(resting, HoldKind.PAUSED, expected_on=date(2021, 9, 1))
    sides.hold(asked, HoldKind.POLITICAL)
    found = {
        who: {
            task.entry.dossier.person.full_name: task.awaited
            for task in desk(getattr(cast, who)).context["tasks"].shown
        }
        for who in ("secretary", "officer", "appraiser")
    }
    assert found == {
        "secretary": {"Một Trả": "Bổ sung hồ sơ bị trả", "Ba Dừng": "Tiếp tục theo dõi"},
        "officer": {"Hai Sửa": "Xem phần đã bổ sung", "Năm Chờ": "Ghi kết luận"},
        "appraiser": {"Hai Sửa": "Xem phần đã bổ sung"},
    }


def test_a_dossier_on_its_way_waits_for_the_cell_that_should_receive_it_alone(cast):
    sides.send(people.dossier(cast, Stage.PREPARING, full_name="Lê Thị Chuyển"), cast.foreign_cell)
    assert not desk(cast.secretary).context["tasks"].shown
    assert "Lê Thị Chuyển" in pages.read(desk(cast.stranger)).words
    assert "Lê Thị Chuyển" not in pages.read(desk(cast.secretary)).words
