"""Choosing the day one looks from, the pages of units, and people whose post ended or has not begun."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from organizations import clock, tree
from organizations.enums import FigureKind, Role, UnitKind
from organizations.formats import date_vn
from organizations.models import Installation, Post, UnitVersion
from tests import pages, people

AS_AT = "/xem-tai-ngay/"
TOMORROW = clock.real_today() + timedelta(days=1)


@pytest.fixture
def browser(cast) -> Client:
    """The secretary, looking from the real day."""
    client = Client()
    client.force_login(cast.secretary)
    return client


def seen_from(client: Client) -> date:
    """Return the day that the pages name."""
    return client.get("/").context["frame"].as_at


@pytest.mark.parametrize("typed", ["31/5/2021", "31-5-2021", "31.5.2021", " 31/05/2021 ", "31052021", "2021-05-31"])
def test_a_day_may_be_typed_in_the_ways_people_write_it(typed, browser):
    assert browser.post(AS_AT, {"on": typed}).url == "/"
    assert seen_from(browser) == date(2021, 5, 31)
    assert "Đang xem tại ngày 31/5/2021" in pages.read(browser.get("/")).words


def test_the_chosen_day_is_given_up_again(browser):
    browser.post(AS_AT, {"on": "31/5/2021"})
    browser.post(AS_AT, {"on": "31/5/2021", "clear": "1"})
    assert seen_from(browser) == clock.real_today()
    assert "Đang xem tại ngày" not in pages.read(browser.get("/")).words


def test_a_story_is_seen_from_its_own_day(browser):
    Installation.objects.create(story="thu-nghiem", as_at=date(2020, 6, 30))
    assert seen_from(browser) == date(2020, 6, 30)
    browser.post(AS_AT, {"on": "31/5/2021"})
    assert seen_from(browser) == date(2021, 5, 31)


def test_in_a_story_one_goes_back_to_its_own_day(browser):
    Installation.objects.create(story="thu-nghiem", as_at=date(2020, 6, 30))
    browser.post(AS_AT, {"on": "31/5/2021"})
    assert "Về ngày của bộ minh họa" in pages.read(browser.get("/")).words
    browser.post(AS_AT, {"clear": "1"})
    assert seen_from(browser) == date(2020, 6, 30)
    assert "Đang xem tại ngày" not in pages.read(browser.get("/")).words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Hãy nhập ngày cần xem."),
        ("hôm nay", "“hôm nay” không phải là một ngày có trong lịch. Hãy nhập ngày/tháng/năm, năm đủ bốn chữ số,"),
        ("31/2/2021", "“31/2/2021” không phải là một ngày có trong lịch."),
        ("5/31/2021", "“5/31/2021” không phải là một ngày có trong lịch."),
        ("0/0/0000", "“0/0/0000” không phải là một ngày có trong lịch."),
        ("31/12/1899", "“31/12/1899” không phải là một ngày có trong lịch."),
        ("31/12/9999", "“31/12/9999” không phải là một ngày có trong lịch."),
        (date_vn(TOMORROW), f"Ngày {date_vn(TOMORROW)} chưa đến; hãy chọn từ hôm nay trở về trước."),
    ],
)
def test_a_day_that_cannot_be_is_told_and_changes_nothing(typed, sentence, browser):
    browser.post(AS_AT, {"on": "31/5/2021"})
    assert browser.post(AS_AT, {"on": typed}).status_code == 302
    assert sentence in pages.read(browser.get("/")).words
    assert seen_from(browser) == date(2021, 5, 31)


@pytest.mark.parametrize(
    ("referer", "goes_to"),
    [
        ("http://testserver/ho-so/?tim=an", "http://testserver/ho-so/?tim=an"),
        ("http://testserver/ho-so/?tai_ngay=2021-01-01&trang=2", "http://testserver/ho-so/"),
        ("http://testserver/ho-so/?vao_buoc=source&tu=1/1/2021&den=1/2/2021&tim=an", "http://testserver/ho-so/?tim=an"),
        ("http://testserver/ho-so/?buoc=source&buoc=trained", "http://testserver/ho-so/?buoc=source&buoc=trained"),
        (
            "http://testserver/bao-cao/tien-do/?don_vi=B&den_ngay=1/1/2021",
            "http://testserver/bao-cao/tien-do/?don_vi=B",
        ),
        ("https://ke-xau.example/ho-so/", "/"),
        ("//ke-xau.example/", "/"),
        ("http://testserver@ke-xau.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_choosing_a_day_leads_back_to_our_own_pages_only(referer, goes_to, browser):
    assert browser.post(AS_AT, {"on": "31/5/2021"}, headers={"referer": referer}).url == goes_to


def test_before_all_units_one_can_still_go_back_to_today(browser):
    browser.post(AS_AT, {"on": "31/12/2014"})
    page = browser.get("/")
    assert page.status_code == 404
    assert AS_AT in [form.action for form in pages.read(page).forms]
    browser.post(AS_AT, {"clear": "1"})
    assert browser.get("/").status_code == 200


def test_the_units_lead_to_the_own_unit(cast, browser):
    assert browser.get("/to-chuc/", follow=True).context["shown"].unit == cast.cell


def test_a_unit_shows_its_way_up_its_children_and_what_it_declared(cast):
    people.declare(cast.office, date(2021, 1, 1), 1234, 5)
    page = pages.read(people.signed_in(cast.leader).get("/to-chuc/B.1/"))
    assert page.heading == "Đảng bộ Sở Một"
    links = dict(page.links)
    assert links["/to-chuc/B/"] == "Đảng bộ Khối"
    below = [links[reverse("organizations:unit", args=[unit.code])] for unit in (cast.other_cell, cast.cell)]
    assert below == ["Chi bộ Hai", "Chi bộ Một"]
    assert f"{FigureKind.OFFICIAL_MEMBERS.label}, 01/01/2021 1.234" in page.words


def test_the_way_up_beyond_the_reach_is_named_but_not_linked(cast, browser):
    page = pages.read(browser.get(f"/to-chuc/{cast.cell.code}/"))
    assert "Đảng bộ Khối" in page.words
    assert "/to-chuc/B/" not in [href for href, _ in page.links]


@pytest.mark.parametrize(("day", "name"), [("30/6/2020", "Chi bộ Một"), ("1/7/2020", "Chi bộ Một mới")])
def test_a_unit_bears_the_name_of_the_day(day, name, cast, browser):
    renamed = date(2020, 7, 1)
    old = UnitVersion.objects.get(unit=cast.cell)
    UnitVersion.objects.filter(pk=old.pk).update(valid_until=renamed)
    UnitVersion.objects.create(
        unit=cast.cell, name="Chi bộ Một mới", kind=UnitKind.CELL, parent=cast.office, valid_from=renamed
    )
    tree.rebuild()
    browser.post(AS_AT, {"on": day})
    assert pages.read(browser.get(f"/to-chuc/{cast.cell.code}/")).heading == name


def test_a_figure_of_a_later_day_is_not_seen_from_before(cast):
    people.declare(cast.office, date(2021, 1, 1), 1234, 5)
    leader = people.signed_in(cast.leader)
    leader.post(AS_AT, {"on": "31/12/2020"})
    assert "1.234" not in pages.read(leader.get("/to-chuc/B.1/")).words


@pytest.mark.parametrize("shift", [{"valid_until": date(2020, 1, 1)}, {"valid_from": TOMORROW}])
@pytest.mark.parametrize("address", ["/", "/ho-so/", "/to-chuc/", "/bao-cao/"])
def test_a_post_that_does_not_hold_today_opens_nothing_whatever_day_one_looks_from(shift, address, cast):
    Post.objects.filter(user=cast.officer).update(**shift)
    officer = people.signed_in(cast.officer)
    session = officer.session
    session[clock.SESSION_KEY] = "2019-06-01"
    session.save()
    assert officer.get(address).status_code == 403


def test_a_post_of_today_opens_the_past(cast):
    Post.objects.filter(user=cast.leader).update(valid_from=clock.real_today())
    made = people.dossier(cast)
    assert people.signed_in(cast.leader).get(f"/ho-so/{made.code}/").status_code == 200


def test_two_posts_open_both_units(cast):
    Post.objects.create(user=cast.secretary, role=Role.CELL_SECRETARY, unit=cast.single_cell, valid_from=people.FOUNDED)
    secretary = people.signed_in(cast.secretary)
    answers = {code: secretary.get(f"/to-chuc/{code}/").status_code for code in (cast.cell.code, "B.2", "B.1", "F.1")}
    assert answers == {cast.cell.code: 200, "B.2": 200, "B.1": 404, "F.1": 404}
