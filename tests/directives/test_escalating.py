"""What goes up to the superior: proposed after the second letter, released or dropped by a person, seen where it arrives."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from directives import escalations
from directives.models import Escalation, Fulfilment, Obligation, Reminder
from organizations import access
from organizations.enums import UnitKind
from tests import duties, pages, people
from tests.people import TODAY

PAGE = "/van-ban/vuot-han/"


@pytest.fixture
def leader(cast) -> Client:
    return people.signed_in(cast.leader)


def proposed(who, on: date = TODAY) -> list[tuple[str, int]]:
    return [(each.unit.code, each.reminders) for each in escalations.proposals(access.reach(who, TODAY), on)]


def address(made: Obligation, unit) -> str:
    return reverse("directives:escalate", args=[made.directive_id, made.pk, unit.code])


def test_it_is_proposed_after_the_second_letter_while_the_unit_is_late(cast):
    made = duties.asked_again(cast.cell, 1)
    assert proposed(cast.leader) == []
    duties.remind(made, cast.cell, date(2021, 4, 20), 1)
    assert (proposed(cast.leader), proposed(cast.leader, date(2021, 4, 19))) == ([("B.1.Một", 2)], [])
    Fulfilment.objects.create(obligation=made, unit=cast.cell, on=TODAY)
    assert proposed(cast.leader) == []


def test_it_waits_for_those_who_lead_the_unit_alone(cast):
    duties.asked_again(cast.cell)
    found = {who: proposed(getattr(cast, who)) for who in ("leader", "in_charge", "officer", "secretary", "stranger")}
    assert {who for who, rows in found.items() if rows} == {"leader", "in_charge"}


def test_nothing_goes_up_before_a_person_released_it_with_words(cast, leader):
    made = duties.asked_again(cast.cell)
    assert "Chờ đồng chí duyệt" in pages.read(leader.get(PAGE)).words
    assert "Hãy chọn báo cáo hoặc không" in pages.read(pages.send(leader, address(made, cast.cell), words="x")).words
    assert "Hãy ghi nội dung" in pages.read(pages.send(leader, address(made, cast.cell), released="1")).words
    assert not Escalation.objects.exists()


def test_released_it_stands_on_the_desk_of_the_superior_until_the_unit_replies(cast, leader):
    province = people.unit("T", "Đảng bộ tỉnh", UnitKind.PROVINCE)
    people.place_under(cast.bloc, province, date(2016, 1, 1))
    boss = people.signed_in(people.person("tinh", "Lê Thị Tỉnh", people.Role.LEADERSHIP, province))
    made = duties.duty(cast.bloc, due_on=duties.DUE, words="báo cáo nguồn")
    for before in range(2):
        duties.remind(made, cast.cell, date(2021, 4, 12 + before), before)
    pages.send(leader, address(made, cast.cell), released="1", words="chi bộ không trả lời hai công văn")
    row = Escalation.objects.get()
    assert (row.to, row.by, row.reminders) == (province, cast.leader, 2)
    assert "Việc vượt hạn cấp dưới báo cáo 1" in pages.read(boss.get("/")).words
    assert "chi bộ không trả lời hai công văn" in pages.read(boss.get(PAGE)).words
    assert "cấp dưới báo cáo" not in pages.read(leader.get("/")).words
    Fulfilment.objects.create(obligation=made, unit=cast.cell, on=TODAY)
    assert "cấp dưới báo cáo" not in pages.read(boss.get("/")).words


def test_dropped_it_is_proposed_again_only_after_a_further_letter(cast, leader):
    made = duties.asked_again(cast.cell)
    pages.send(leader, address(made, cast.cell), released="0", words="đơn vị đã trao đổi")
    assert (proposed(cast.leader), Escalation.objects.get().to) == ([], None)
    duties.remind(made, cast.cell, date(2021, 5, 20), 2)
    assert proposed(cast.leader) == [("B.1.Một", 3)]


def test_the_same_form_twice_decides_once_and_a_second_person_finds_nothing(cast, leader):
    made = duties.asked_again(cast.cell)
    opened = pages.read(leader.get(address(made, cast.cell))).form.fields | {"released": "0", "words": "đã trao đổi"}
    answers = [leader.post(address(made, cast.cell), opened) for _ in range(2)]
    assert [answer.url for answer in answers] == [PAGE, PAGE]
    assert people.signed_in(cast.in_charge).get(address(made, cast.cell)).status_code == 404


@pytest.mark.parametrize(("who", "code"), [("officer", 403), ("secretary", 403), ("in_charge", 200), ("leader", 200)])
def test_who_may_release(cast, who, code):
    made = duties.asked_again(cast.cell)
    assert people.signed_in(getattr(cast, who)).get(address(made, cast.cell)).status_code == code


def test_a_letter_that_still_waits_for_its_answer_is_waited_for(cast):
    duties.asked_again(cast.cell)
    Reminder.objects.filter(issued_on=Reminder.objects.latest("issued_on").issued_on).update(reply_by=date(2021, 6, 10))
    assert [proposed(cast.leader, day) for day in (date(2021, 6, 9), date(2021, 6, 10))] == [[], [("B.1.Một", 2)]]


@pytest.mark.parametrize(("who", "says"), [("leader", "Chưa có đơn vị nào"), ("officer", "ở trang của lãnh đạo")])
def test_whoever_may_not_release_is_not_told_that_nothing_waits(cast, who, says):
    assert says in pages.read(people.signed_in(getattr(cast, who)).get(PAGE)).words
