"""Meetings planned and dossiers put on their agendas: by whom, which ones, and how long they wait."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates import agenda
from candidates.enums import AgendaResult, MeetingBody, MeetingState, Stage
from candidates.models import AgendaItem, Meeting
from tests import people
from tests.candidates import agendas

MARK = "/ho-so/cuoc-hop/danh-dau/"
NEW = "/ho-so/cuoc-hop/moi/"


@pytest.fixture
def officer(cast):
    return people.signed_in(cast.officer)


def token() -> dict:
    return {"form_token": str(uuid.uuid4())}


def marked(browser, *dossiers, **said):
    sent = {"ho_so": [each.code for each in dossiers], "cuoc_hop": "moi", "ngay": "20/5/2021"} | said
    return browser.post(MARK, token() | sent)


def test_dossiers_ticked_in_the_list_wait_for_a_new_meeting_and_the_list_says_so(cast, officer):
    made = agendas.submitted(cast, 2)
    place = f"{cast.bloc.pk}-upper_standing"
    assert marked(officer, *made, noi_hop=place).status_code == 302
    meeting = Meeting.objects.get()
    assert [(item.dossier, item.to, item.stage) for item in meeting.items.order_by("dossier")] == [
        (each, Stage.DECIDED, Stage.SUBMITTED) for each in made
    ]
    assert "Dự kiến thông qua" in officer.get("/ho-so/").content.decode()


def test_the_whole_page_is_named_by_its_number_and_ticked_on_the_page_that_asks(cast, officer):
    codes = [each.code for each in agendas.submitted(cast, 3)]
    page = officer.get(MARK, {"trang_nay": codes, "ho_so": codes[:1], "ca_trang": "1"})
    assert (page.context["ticked"], "Đã chọn 3 trong 3 hồ sơ" in page.content.decode()) == (3, True)
    assert officer.get(MARK, {"trang_nay": codes, "ho_so": codes[:1]}).context["ticked"] == 1


@pytest.mark.parametrize(
    ("who", "keys"),
    [
        ("secretary", ["cell"]),
        ("office_worker", ["section_committee", "grassroots_committee", "grassroots_standing"]),
        ("officer", ["upper_standing", "grassroots_committee", "grassroots_standing"]),
    ],
)
def test_a_person_holds_meetings_of_the_bodies_whose_steps_they_record(who, keys, cast):
    own = people.signed_in(getattr(cast, who)).get(NEW).context["form"]
    offered = {key.partition("-")[2] for key, _ in own.fields["noi_hop"].choices if key}
    assert offered <= set(keys)
    assert offered == set(keys) - {"section_committee"}


def test_a_dossier_waits_for_one_meeting_at_a_time_and_the_other_is_named(cast, officer):
    made = agendas.submitted(cast)[0]
    agendas.meeting(cast, made)
    answer = marked(officer, made, noi_hop=f"{cast.bloc.pk}-upper_standing", ngay="27/5/2021")
    assert "họp ngày 20/5/2021" in answer.content.decode()
    assert (Meeting.objects.count(), AgendaItem.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("stage", "body"), [(Stage.SUBMITTED, "grassroots_committee"), (Stage.PROPOSED, "upper_standing")]
)
def test_a_meeting_takes_only_dossiers_whose_next_step_is_its_own(stage, body, cast, officer):
    made = people.dossier(cast, stage)
    place = cast.office if body.startswith("grassroots") else cast.bloc
    answer = marked(officer, made, noi_hop=f"{place.pk}-{body}")
    assert "không có bước nào do cuộc họp này thông qua" in answer.content.decode()
    assert not Meeting.objects.exists()


def test_the_same_body_meets_once_a_day_and_the_other_meeting_is_named(cast, officer):
    agendas.meeting(cast)
    sent = token() | {"noi_hop": f"{cast.bloc.pk}-upper_standing", "ngay": "20/5/2021"}
    page = officer.post(NEW, sent).content.decode()
    assert "họp ngày 20/5/2021 đã có (dự kiến họp, 0 hồ sơ)" in page


def test_the_same_form_sent_twice_plans_one_meeting(cast, officer):
    sent = token() | {"noi_hop": f"{cast.bloc.pk}-upper_standing", "ngay": "20/5/2021"}
    assert [officer.post(NEW, sent).status_code for _ in range(2)] == [302, 302]
    assert Meeting.objects.count() == 1


def test_a_dossier_is_taken_off_with_a_reason_and_may_wait_for_another_meeting(cast, officer):
    made = agendas.submitted(cast)[0]
    meeting = agendas.meeting(cast, made)
    item = meeting.items.get()
    address = f"/ho-so/cuoc-hop/{meeting.pk}/ho-so/{item.pk}/dua-ra/"
    assert officer.post(address, token() | {"reason": "để kỳ sau"}).status_code == 302
    item.refresh_from_db()
    assert (item.result, item.words) == (AgendaResult.TAKEN_OFF, "để kỳ sau")
    assert agenda.waiting_for(made) is None
    assert "để kỳ sau" in officer.get(f"/ho-so/cuoc-hop/{meeting.pk}/").content.decode()


def test_a_meeting_called_off_lets_its_dossiers_go(cast, officer):
    made = agendas.submitted(cast)[0]
    meeting = agendas.meeting(cast, made)
    sent = token() | {"reason": "không đủ thành phần", "version": meeting.version}
    assert officer.post(f"/ho-so/cuoc-hop/{meeting.pk}/bo/", sent).status_code == 302
    assert (Meeting.objects.count(), agenda.waiting_for(made)) == (0, None)


def test_power_is_delegated_to_a_grassroots_committee_alone(cast, officer):
    sent = token() | {"noi_hop": f"{cast.bloc.pk}-upper_standing", "ngay": "20/5/2021", "uy_quyen": "on"}
    assert "Chỉ đảng ủy cơ sở mới được ủy quyền" in officer.post(NEW, sent).content.decode()


def test_a_meeting_of_the_cell_is_hers_alone_to_hold(cast):
    made = people.dossier(cast, Stage.CONSULTING)
    meeting = agendas.meeting(cast, made, body=MeetingBody.CELL, at=cast.cell, by=cast.secretary)
    seen = {
        who: people.signed_in(getattr(cast, who)).get(f"/ho-so/cuoc-hop/{meeting.pk}/ap-dung/").status_code
        for who in ("secretary", "leader", "stranger")
    }
    assert seen == {"secretary": 200, "leader": 403, "stranger": 404}


def test_a_plan_may_lie_ahead_and_is_listed_as_such(cast, officer):
    meeting = agendas.meeting(cast, on=people.TODAY.replace(year=2022))
    assert (meeting.state, meeting in officer.get("/ho-so/cuoc-hop/").context["meetings"]) == (
        MeetingState.PLANNED,
        True,
    )


@pytest.mark.parametrize(
    "address", ["/ho-so/cuoc-hop/", "/ho-so/cuoc-hop/{}/", "/ho-so/cuoc-hop/{}/ap-dung/", "/ho-so/"]
)
def test_pages_of_meetings_cost_as_many_queries_for_three_dossiers_as_for_one(address, cast, officer):
    dossiers = agendas.submitted(cast, 3)
    one, three = agendas.meeting(cast, dossiers[0]), agendas.meeting(cast, on=people.TODAY)
    once = _queries(officer, address.format(one.pk))
    AgendaItem.objects.update(meeting=three)
    for each in dossiers[1:]:
        known = {"to": Stage.DECIDED, "stage": Stage.SUBMITTED, "version": each.version}
        AgendaItem.objects.create(meeting=three, dossier=each, **known)
    assert (_queries(officer, address.format(three.pk)), once <= 14) == (once, True)


def test_the_page_that_marks_costs_as_many_queries_for_three_dossiers_as_for_one(cast, officer):
    codes = [each.code for each in agendas.submitted(cast, 3)]
    counts = [_queries(officer, MARK, {"ho_so": some}) for some in (codes[:1], codes)]
    assert counts[0] == counts[1] <= 16


def _queries(browser, address: str, asked: dict | None = None) -> int:
    browser.get(address, asked)
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(address, asked).status_code == 200
    return len(caught)
