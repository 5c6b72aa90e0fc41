"""The second factor: demanded by role, set up, used, kept; and the temporary password that comes before everything."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client
from django.urls import reverse

from organizations import second_factor
from organizations.access import SECOND_FACTOR
from organizations.enums import Role
from organizations.models import Installation, Post, User
from tests import pages, people

SIGN_IN, CODE_STEP = "/dang-nhap/", "/dang-nhap/ma-xac-thuc/"
MINE = "/tai-khoan-cua-toi/"
SET_UP, OFF, PASSWORD = f"{MINE}xac-thuc/bat/", f"{MINE}xac-thuc/tat/", f"{MINE}mat-khau/"
CODES, NEW_CODES = f"{MINE}xac-thuc/ma-du-phong/", f"{MINE}xac-thuc/ma-du-phong/moi/"
DEMANDED = ("officer", "appraiser", "clerk", "leader", "auditor", "administrator")
FREE = ("secretary", "office_worker", "in_charge", "mass_officer", "trainer")
NEW = "sông Hồng chảy về đông"


def with_password(user: User) -> Client:
    """A browser after the password step."""
    client = Client()
    client.post(SIGN_IN, {"login": user.username, "password": people.PASSWORD})
    return client


def make_a_story() -> None:
    Installation.objects.create(story="thu-nghiem", as_at=date(2021, 5, 31))


def secret_of(client: Client) -> str:
    return client.get(SET_UP).context["form"].secret


def changed(client: Client, old: str = people.PASSWORD, new: str = NEW, again: str | None = None):
    return client.post(PASSWORD, {"oldpassword": old, "password1": new, "password2": new if again is None else again})


def test_the_cast_has_every_role_of_either_kind(cast):
    held = {name: set(getattr(cast, name).posts.values_list("role", flat=True)) for name in (*DEMANDED, *FREE)}
    assert set.union(*(held[name] for name in DEMANDED)) == SECOND_FACTOR
    assert set.union(*(held[name] for name in FREE)) == set(Role) - SECOND_FACTOR


@pytest.mark.parametrize("who", DEMANDED)
def test_a_role_that_sees_many_sets_it_up_before_any_page_opens(who, cast):
    client = with_password(getattr(cast, who))
    addresses = ("/", "/to-chuc/", "/ho-so/", "/tai-khoan/", "/nhat-ky/")
    assert {client.get(address).url for address in addresses} == {SET_UP}
    assert client.post("/xem-tai-ngay/", {"on": "1/1/2021"}).url == SET_UP
    assert "Vai trò của đồng chí phải có bước này." in pages.read(client.get(SET_UP)).words


@pytest.mark.parametrize("who", FREE)
def test_the_other_roles_go_on_without(who, cast):
    assert with_password(getattr(cast, who)).get("/").status_code == 200


def test_a_post_that_has_ended_demands_nothing(cast):
    Post.objects.filter(user=cast.officer).update(valid_until=people.TODAY)
    Post.objects.create(user=cast.officer, role=Role.CELL_SECRETARY, unit=cast.cell, valid_from=people.FOUNDED)
    assert with_password(cast.officer).get("/").status_code == 200


@pytest.mark.parametrize("who", DEMANDED)
def test_a_story_demands_it_of_nobody(who, cast):
    make_a_story()
    assert with_password(getattr(cast, who)).get("/").status_code == 200


def test_in_a_story_it_may_be_switched_on_and_off(cast):
    make_a_story()
    client = with_password(cast.officer)
    client.post(SET_UP, {"code": people.code(secret_of(client))})
    assert second_factor.is_on(cast.officer)
    assert with_password(cast.officer).get("/").url == f"{SIGN_IN}?next=/"
    client.post(OFF)
    assert not second_factor.is_on(cast.officer)


def test_setting_it_up_gives_spare_codes_and_opens_the_pages(cast):
    client = with_password(cast.officer)
    answer = client.post(SET_UP, {"code": people.code(secret_of(client))}, follow=True)
    assert answer.redirect_chain == [(CODES, 302)]
    assert len(answer.context["unused_codes"]) == 10
    assert client.get("/").status_code == 200


def test_the_picture_to_scan_stands_in_the_page_and_the_key_as_text(cast):
    answer = with_password(cast.officer).get(SET_UP)
    page, secret = pages.read(answer), answer.context["form"].secret
    assert [attrs["id"] for tag, attrs in page.tags if tag == "path" and "id" in attrs] == ["qr-path"]
    assert secret in page.words.replace(" ", "")
    assert (page.inline, "data:" in answer.content.decode()) == ([], False)


def test_the_key_is_the_same_while_one_types_and_lies_encrypted(cast):
    client = with_password(cast.officer)
    secret = secret_of(client)
    answer = client.post(SET_UP, {"code": "000000"})
    assert answer.context["form"].secret == secret
    client.post(SET_UP, {"code": people.code(secret)})
    with connection.cursor() as cursor:
        cursor.execute("SELECT data::text FROM mfa_authenticator")
        stored = " ".join(row[0] for row in cursor.fetchall())
    assert "secret" in stored
    assert secret not in stored


def test_a_key_stored_under_another_secret_key_lets_nobody_in(cast, settings):
    people.switch_on_second_factor(cast.officer)
    settings.SECRET_KEY = "another"
    assert not Authenticator.objects.get(user=cast.officer, type="totp").wrap().validate_code(people.code())


def test_signing_in_takes_the_code_too(cast):
    people.switch_on_second_factor(cast.officer)
    client = with_password(cast.officer)
    assert client.get("/").url == f"{SIGN_IN}?next=/"
    assert client.post(CODE_STEP, {"code": people.code()}).url == "/"
    assert client.get("/").status_code == 200


def test_a_code_signs_in_once(cast):
    people.switch_on_second_factor(cast.officer)
    code = people.code()
    first, second = with_password(cast.officer), with_password(cast.officer)
    first.post(CODE_STEP, {"code": code})
    assert "Mã không đúng hoặc đã hết hạn." in pages.read(second.post(CODE_STEP, {"code": code})).words


def test_a_spare_code_signs_in_once(cast):
    people.switch_on_second_factor(cast.officer)
    spare = Authenticator.objects.get(user=cast.officer, type="recovery_codes").wrap().get_unused_codes()[0]
    assert with_password(cast.officer).post(CODE_STEP, {"code": spare}).url == "/"
    assert with_password(cast.officer).post(CODE_STEP, {"code": spare}).status_code == 200


def test_too_many_wrong_codes_are_told(cast):
    people.switch_on_second_factor(cast.officer)
    client = with_password(cast.officer)
    for _ in range(6):
        answer = client.post(CODE_STEP, {"code": "000000"})
    assert "Đăng nhập sai quá nhiều lần." in pages.read(answer).words
    assert client.post(CODE_STEP, {"code": people.code()}).status_code == 200


def test_too_many_wrong_codes_at_set_up_are_told(cast):
    client = with_password(cast.officer)
    secret_of(client)
    for _ in range(6):
        answer = client.post(SET_UP, {"code": "000000"})
    assert "Đang gửi quá nhiều yêu cầu." in pages.read(answer).words


def test_the_code_step_without_the_password_leads_to_sign_in(db):
    assert Client().get(CODE_STEP).url == SIGN_IN


@pytest.mark.parametrize(
    "meanwhile",
    [{"is_active": False}, {"sessions_ended": 1}, {"password": "md5$x$0cc175b9c0f1b6a831c399e269772661"}],
    ids=["locked", "sessions ended", "password changed"],
)
def test_what_happens_between_password_and_code_counts(meanwhile, cast):
    people.switch_on_second_factor(cast.officer)
    client = with_password(cast.officer)
    User.objects.filter(pk=cast.officer.pk).update(**meanwhile)
    client.post(CODE_STEP, {"code": people.code()})
    assert client.get("/").url == f"{SIGN_IN}?next=/"


def test_whose_role_demands_it_cannot_switch_it_off(cast):
    people.switch_on_second_factor(cast.officer)
    client = with_password(cast.officer)
    client.post(CODE_STEP, {"code": people.code()})
    answer = client.post(OFF)
    assert "nên không tắt được" in pages.read(answer).words
    assert second_factor.is_on(cast.officer)


def test_new_spare_codes_replace_the_old_ones(cast):
    people.switch_on_second_factor(cast.secretary)
    client = with_password(cast.secretary)
    client.post(CODE_STEP, {"code": people.code()})
    before = client.get(CODES).context["unused_codes"]
    after = client.post(NEW_CODES, follow=True).context["unused_codes"]
    assert (len(after), set(after) & set(before)) == (10, set())


@pytest.mark.parametrize("address", [SET_UP, OFF, CODES, NEW_CODES])
def test_an_old_session_types_the_password_again_first(address, cast):
    client = Client()
    client.force_login(cast.secretary)
    if address != SET_UP:
        people.switch_on_second_factor(cast.secretary)
    answer = client.get(address)
    assert answer.url.startswith(reverse("account_reauthenticate"))
    wrong = client.post(answer.url, {"password": "sai"})
    assert "Mật khẩu không đúng." in pages.read(wrong).words
    assert client.post(answer.url, {"password": people.PASSWORD}).url == address


def test_or_a_code_instead_of_the_password(cast):
    people.switch_on_second_factor(cast.secretary)
    client = Client()
    client.force_login(cast.secretary)
    asked = client.get(CODES).url
    assert "Xác nhận bằng mã trên điện thoại" in pages.read(client.get(asked)).words
    by_code = asked.replace("/xac-nhan/", "/xac-nhan/ma/")
    assert client.post(by_code, {"code": people.code()}).url == CODES


def test_a_temporary_password_is_changed_before_anything_else(cast):
    User.objects.filter(pk=cast.officer.pk).update(password_is_temporary=True)
    client = with_password(cast.officer)
    addresses = ("/", "/ho-so/", SET_UP, f"{MINE}xac-thuc/")
    assert {client.get(address).url for address in addresses} == {PASSWORD}
    assert "Mật khẩu hiện nay là mật khẩu tạm." in pages.read(client.get(PASSWORD)).words
    assert changed(client).url == "/"
    assert not User.objects.get(pk=cast.officer.pk).password_is_temporary
    assert client.get("/").url == SET_UP


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"old": "sai"}, "Mật khẩu hiện nay không đúng."),
        ({"again": "khác"}, "Hai lần gõ mật khẩu mới khác nhau."),
        ({"new": "ngan12"}, "Mật khẩu này ngắn quá; cần ít nhất 8 ký tự."),
        ({"new": "password123"}, "Mật khẩu này quá thông dụng"),
        ({"new": "Đỗ Thị Thư"}, "Mật khẩu gần giống họ và tên"),
        ({"new": people.PASSWORD}, "Mật khẩu mới trùng với mật khẩu hiện nay"),
        ({"new": "", "old": ""}, "Mục này cần được nhập."),
    ],
)
def test_a_password_that_will_not_do_is_told(typed, sentence, cast):
    answer = changed(with_password(cast.secretary), **typed)
    assert sentence in pages.read(answer).words
    assert User.objects.get(pk=cast.secretary.pk).check_password(people.PASSWORD)
