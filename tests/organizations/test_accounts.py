"""Accounts as an administrator keeps them: whom they manage, opening, posts, locking, resetting; never themselves."""

from datetime import date, timedelta

import pytest
from django.test import Client

from organizations import access, accounts, clock, posting
from organizations.enums import Role
from organizations.models import Oversight, Post, User
from organizations.views import accounts as accounts_views
from tests import pages, people

LIST, NEW = "/tai-khoan/", "/tai-khoan/moi/"
DAY = timedelta(days=1)
REAL = clock.real_today()
TYPED = {"full_name": "  Nguyễn  Thị Hạnh ", "username": "nguyen.hanh", "role": "appraiser", "since": "1/6/2021"}


@pytest.fixture
def browser(cast) -> Client:
    return people.signed_in(cast.administrator)


def of(who: User | str, rest: str = "") -> str:
    return f"{LIST}{getattr(who, 'username', who)}/{rest}"


def own(who: User) -> access.Reach:
    return access.reach(who, REAL)


def told(answer) -> str:
    return pages.read(answer).words


def opened(browser: Client, cast: people.Cast, **typed: object):
    return pages.send(browser, NEW, **(TYPED | {"unit": cast.bloc.pk} | typed))


def foreign_administrator(cast: people.Cast) -> User:
    return people.person("ngoai", "Kha Văn Ngoài", Role.ADMINISTRATOR, cast.foreign_bloc)


def test_an_administrator_manages_those_whose_posts_all_lie_in_reach(cast):
    names = set(accounts.managed(own(cast.administrator)).values_list("username", flat=True))
    theirs = {"thu", "can", "lanh", "nhap", "vanphong", "thamdinh", "phutrach", "hoi", "trungtam", "kiemtra", "quantri"}
    assert names == theirs
    assert set(accounts.managed(own(foreign_administrator(cast))).values_list("username", flat=True)) == {
        "khach",
        "hoikhac",
        "ngoai",
    }


@pytest.mark.parametrize(
    ("start", "stop", "managed"),
    [
        pytest.param(people.FOUNDED, None, False, id="open elsewhere"),
        pytest.param(REAL + DAY, None, False, id="to come elsewhere"),
        pytest.param(people.FOUNDED, REAL, True, id="ended elsewhere"),
        pytest.param(people.FOUNDED, REAL + DAY, False, id="ends elsewhere tomorrow"),
    ],
)
def test_a_post_elsewhere_counts_while_it_lasts(start, stop, managed, cast):
    where = {"unit": cast.foreign_cell, "valid_from": start, "valid_until": stop}
    Post.objects.create(user=cast.secretary, role=Role.CELL_SECRETARY, **where)
    assert accounts.managed(own(cast.administrator)).filter(pk=cast.secretary.pk).exists() is managed


def test_whose_posts_here_have_all_ended_is_still_managed(cast):
    Post.objects.filter(user=cast.secretary).update(valid_until=REAL)
    assert cast.secretary in accounts.managed(own(cast.administrator))


def test_an_organisation_is_in_reach_while_it_is_followed(cast):
    assert cast.association in accounts.places(own(cast.administrator))
    Oversight.objects.filter(organisation=cast.association).update(valid_until=REAL)
    assert cast.association not in accounts.places(own(cast.administrator))


@pytest.mark.parametrize("rest", ["", "phan-cong/", "khoa/", "mo-khoa/", "dat-lai-mat-khau/", "dat-lai-xac-thuc/"])
def test_an_administrator_of_elsewhere_finds_nobody(rest, cast):
    browser = people.signed_in(foreign_administrator(cast))
    assert browser.get(of(cast.secretary, rest)).status_code == 404
    assert browser.post(of(cast.secretary, rest)).status_code in (404, 405)


@pytest.mark.parametrize("rest", ["khong-co/", "phan-cong/999999/thoi/", "phan-cong/99999999999999999999/thoi/"])
def test_what_cannot_be_done_is_not_found(rest, browser, cast):
    assert browser.get(of(cast.secretary, rest)).status_code == 404


def test_a_post_of_somebody_else_is_not_ended_under_this_name(browser, cast):
    number = cast.officer.posts.get().pk
    assert browser.get(of(cast.secretary, f"phan-cong/{number}/thoi/")).status_code == 404


def test_an_administrator_sees_no_dossiers(browser, cast):
    made = people.dossier(cast)
    assert [browser.get(address).status_code for address in ("/ho-so/", f"/ho-so/{made.code}/")] == [403, 403]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("thu", ["thu"]),
        ("đỗ thị", ["thu"]),
        ("DO THI THU", ["thu"]),
        ("kiemtra", ["kiemtra"]),
        ("khach", []),
        ("%", []),
    ],
)
def test_one_searches_by_name_without_accents(words, found, browser):
    rows = browser.get(LIST, {"tim": words}).context["rows"]
    assert [person.username for person in rows] == found


def test_the_list_is_in_the_order_of_given_names_and_names_the_posts_of_the_day(browser, cast):
    Post.objects.filter(user=cast.officer).update(valid_until=people.TODAY)
    rows = {person.username: person for person in browser.get(LIST).context["rows"]}
    assert list(rows)[:2] == ["can", "hoi"]
    assert [[(post.role, post.unit_name) for post in rows[name].held] for name in ("thu", "can")] == [
        [("cell_secretary", "Chi bộ Một")],
        [],
    ]


def test_opening_an_account_shows_a_temporary_password_once(browser, cast):
    answer = opened(browser, cast)
    assert answer.url == of("nguyen.hanh")
    user = User.objects.get(username="nguyen.hanh")
    password = browser.get(answer.url).context["password"]
    assert user.check_password(password)
    assert (user.full_name, user.password_is_temporary) == ("Nguyễn Thị Hạnh", True)
    assert [(post.role, post.unit, post.valid_from) for post in user.posts.all()] == [
        ("appraiser", cast.bloc, date(2021, 6, 1))
    ]
    again = browser.get(answer.url)
    assert (again.context["password"], password in again.content.decode()) == (None, False)
    assert "no-store" in again["Cache-Control"]


def test_a_password_is_shown_on_no_other_page_and_waits_for_its_own(browser, cast):
    opened(browser, cast)
    assert browser.get(of(cast.secretary)).context["password"] is None
    password = browser.get(of("nguyen.hanh")).context["password"]
    assert User.objects.get(username="nguyen.hanh").check_password(password)
    assert accounts_views.SHOWN_ONCE not in browser.session


def test_a_second_click_opens_nothing_more(browser, cast):
    form = pages.read(browser.get(NEW)).form
    typed = TYPED | {"unit": cast.bloc.pk}
    outcomes = [pages.send(browser, NEW, form, **typed).url for _ in range(2)]
    assert outcomes == [of("nguyen.hanh")] * 2
    assert User.objects.filter(username="nguyen.hanh").count() == 1


def test_a_name_that_somebody_takes_at_the_same_moment_is_told(browser, cast, monkeypatch):
    monkeypatch.setattr(posting, "_check_place", lambda given, own: User.objects.create_user("nguyen.hanh"))
    answer = opened(browser, cast)
    assert "Tên đăng nhập “nguyen.hanh” đã có người dùng; hãy chọn tên khác." in told(answer)
    assert pages.read(answer).form.fields["username"] == "nguyen.hanh"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"full_name": ""}, "Hãy nhập họ và tên."),
        ({"full_name": "123"}, "Hãy nhập họ và tên bằng chữ."),
        ({"username": "Hạnh"}, "Tên đăng nhập gồm 3 đến 30 ký tự"),
        ({"username": "moi"}, "Tên “moi” không dùng được"),
        ({"username": "thu"}, "Tên đăng nhập “thu” đã có người dùng"),
        ({"role": ""}, "Hãy chọn vai trò."),
        ({"role": "vua"}, "Hãy chọn một vai trò trong danh sách."),
        ({"unit": ""}, "Hãy chọn đơn vị."),
        ({"since": ""}, "Hãy nhập ngày bắt đầu phân công."),
        ({"since": "31/2/2021"}, "không phải là một ngày có trong lịch"),
        ({"since": "1/1/2014"}, "Đơn vị được chọn không tồn tại vào ngày 01/01/2014."),
    ],
)
def test_an_account_that_cannot_be_opened_is_told_and_keeps_what_was_typed(typed, sentence, browser, cast):
    answer = opened(browser, cast, **typed)
    assert sentence in told(answer)
    kept = pages.read(answer).form.fields
    expected = TYPED | {"unit": str(cast.bloc.pk)} | typed
    assert {name: kept.get(name, "") for name in ("full_name", "username", "since")} == {
        name: str(expected[name]) for name in ("full_name", "username", "since")
    }
    assert not User.objects.filter(username="nguyen.hanh").exists()


@pytest.mark.parametrize("place", ["foreign_bloc", "foreign_cell", "foreign_association"])
def test_no_post_is_given_out_of_reach(place, browser, cast):
    assert "Hãy chọn một đơn vị trong danh sách." in told(opened(browser, cast, unit=getattr(cast, place).pk))


PLACES = ("bloc", "office", "cell", "single_cell", "association", "youth_union")
CELLS, ORGANISATIONS = {"cell", "single_cell"}, {"association", "youth_union"}


@pytest.mark.parametrize("role", Role)
def test_a_role_is_held_at_units_of_its_kind_only(role, browser, cast):
    right = {Role.CELL_SECRETARY: CELLS, Role.MASS_OFFICER: ORGANISATIONS}.get(role, set(PLACES) - ORGANISATIONS)
    given = set()
    for place in PLACES:
        answer = opened(browser, cast, role=role.value, unit=getattr(cast, place).pk, username=place.replace("_", "-"))
        given |= {place} if answer.status_code == 302 else set()
    assert given == right


def test_a_wrong_kind_is_told(browser, cast):
    assert "Vai trò “Bí thư chi bộ” phân công tại một chi bộ; “Đảng bộ Khối” là đảng bộ cấp trên" in told(
        opened(browser, cast, role="cell_secretary")
    )
