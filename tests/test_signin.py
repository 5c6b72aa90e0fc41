"""Signing in, the headers of every answer, and what every page keeps: nothing inline, labels, little weight."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse

from candidates.enums import Stage
from organizations.enums import Role
from organizations.models import Post, User
from tests import pages, people

SIGN_IN = "/dang-nhap/"
HEAVIEST = 100_000
PAGES = [
    "/",
    "/ho-so/",
    "/ho-so/?buoc=nop",
    "/ho-so/moi/",
    "/ho-so/HS/",
    "/ho-so/HS/sua/",
    "/ho-so/HS/buoc/trained/",
    "/to-chuc/B.1/",
    "/van-ban/",
    "/van-ban/1/",
    "/bao-cao/",
    "/bao-cao/tien-do/",
    "/bao-cao/tien-do/?den_ngay=nop",
    "/tai-khoan/",
    "/tai-khoan/?tim=thu",
    "/tai-khoan/moi/",
    "/tai-khoan/thu/",
    "/tai-khoan/thu/phan-cong/",
    "/tai-khoan/thu/khoa/",
    "/tai-khoan/can/",
    "/nhat-ky/",
    "/nhat-ky/?ngay=nop",
    "/nhat-ky/luot-doc/",
    "/tai-khoan-cua-toi/mat-khau/",
    "/tai-khoan-cua-toi/xac-nhan/",
    "/tai-khoan-cua-toi/xac-nhan/ma/",
    "/tai-khoan-cua-toi/xac-thuc/",
    "/dang-xuat/",
    "/khong-co-trang-nay/",
    "/ho-so/HS9999999/",
]


@pytest.fixture
def everybody(cast) -> Client:
    """The officer, who opens most pages, made secretary too so that they open all."""
    people.declare(cast.office, people.TODAY.replace(month=1, day=1), 100)
    more = ((Role.CELL_SECRETARY, cast.cell), (Role.ADMINISTRATOR, cast.bloc), (Role.AUDITOR, cast.bloc))
    for role, unit in more:
        Post.objects.create(user=cast.officer, role=role, unit=unit, valid_from=people.TODAY)
    return people.signed_in(cast.officer)


def page_of(cast: people.Cast, client: Client, address: str) -> HttpResponse:
    """Open one of PAGES on a stage with a dossier and a target."""
    target, made = people.target(cast.bloc), people.dossier(cast, Stage.SYMPATHISER)
    whole = address.replace("/HS/", f"/{made.code}/").replace("/van-ban/1/", f"/van-ban/{target.directive_id}/")
    return client.get(whole)


def sign_in(login: str, password: str) -> HttpResponse:
    return Client().post(SIGN_IN, {"login": login, "password": password}, follow=True)


def test_one_signs_in_by_user_name(cast):
    answer = sign_in("thu", people.PASSWORD)
    assert (answer.redirect_chain, answer.wsgi_request.user) == ([("/", 302)], cast.secretary)


def test_one_goes_on_to_the_page_one_wanted(cast):
    answer = Client().post(f"{SIGN_IN}?next=/to-chuc/", {"login": "thu", "password": people.PASSWORD})
    assert answer.url == "/to-chuc/"


@pytest.mark.parametrize("following", ["https://ke-xau.example/", "//ke-xau.example/"])
def test_one_is_not_led_away_after_signing_in(following, cast):
    answer = Client().post(f"{SIGN_IN}?next={following}", {"login": "thu", "password": people.PASSWORD})
    assert answer.url == "/"


@pytest.mark.parametrize(("login", "password"), [("thu", "sai"), ("khong-co-ai", people.PASSWORD)])
def test_a_wrong_name_and_a_wrong_password_get_the_same_vietnamese_sentence(login, password, cast):
    answer = sign_in(login, password)
    assert not answer.wsgi_request.user.is_authenticated
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in pages.read(answer).words


def test_too_many_wrong_passwords_are_told(cast):
    for _ in range(6):
        answer = sign_in("thu", "sai")
    assert "Đăng nhập sai quá nhiều lần." in pages.read(answer).words


def test_an_account_that_was_closed_does_not_open(cast):
    User.objects.filter(pk=cast.secretary.pk).update(is_active=False)
    answer = sign_in("thu", people.PASSWORD)
    assert (answer.wsgi_request.user.is_authenticated, answer.redirect_chain) == (False, [(SIGN_IN, 302)])
    assert "Tài khoản này đang bị khóa. Hãy liên hệ người quản trị." in pages.read(answer).words


def test_signing_out_needs_a_click_and_ends_the_session(cast):
    client = people.signed_in(cast.secretary)
    client.get("/dang-xuat/")
    assert client.get("/").status_code == 200
    client.post("/dang-xuat/")
    assert client.get("/").url == f"{SIGN_IN}?next=/"


@pytest.mark.parametrize(
    "address",
    ["/dang-ky/", "/signup/", "/accounts/signup/", "/accounts/login/", "/accounts/password/reset/", "/admin/"],
)
def test_nobody_signs_up_or_comes_in_by_another_door(address, db):
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(
    "name",
    ["account_signup", "account_reset_password", "account_email", "mfa_add_webauthn", "mfa_trust", "admin:index"],
)
def test_no_route_of_another_door_exists(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_a_form_without_its_protection_is_told(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.secretary)
    answer = client.post("/ho-so/moi/", {"full_name": "Lê Văn Tám"})
    assert answer.status_code == 403
    assert "Biểu mẫu đã hết hạn hoặc trình duyệt chặn cookie." in pages.read(answer).words


@pytest.mark.parametrize("address", [SIGN_IN, *PAGES])
def test_every_answer_keeps_the_browser_strict(address, cast, everybody):
    answer = page_of(cast, everybody, address)
    policy = answer["Content-Security-Policy"]
    assert [word for word in ("unsafe-inline", "unsafe-eval", "*", "data:") if word in policy] == []
    assert "default-src 'none'" in policy
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("DENY", "nosniff")
    assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_vietnamese_labelled_and_free_of_inline_code(address, cast, everybody):
    _check(pages.read(page_of(cast, everybody, address)))


def test_the_page_of_sign_in_is_vietnamese_labelled_and_free_of_inline_code(db):
    _check(pages.read(Client().get(SIGN_IN)))


def test_the_page_of_the_code_is_vietnamese_labelled_and_free_of_inline_code(cast):
    people.switch_on_second_factor(cast.officer)
    client = Client()
    client.post(SIGN_IN, {"login": "can", "password": people.PASSWORD})
    _check(pages.read(client.get("/dang-nhap/ma-xac-thuc/")))


@pytest.mark.parametrize("step", ["bat/", "tat/", "ma-du-phong/", "ma-du-phong/moi/"])
def test_the_pages_of_the_second_factor_are_vietnamese_labelled_and_free_of_inline_code(step, cast):
    client = Client()
    client.post(SIGN_IN, {"login": "thu", "password": people.PASSWORD})
    if step != "bat/":
        people.switch_on_second_factor(cast.secretary)
    _check(pages.read(client.get(f"/tai-khoan-cua-toi/xac-thuc/{step}")))


def test_the_checker_of_pages_sees_what_must_not_be():
    wrong = pages.Page(
        '<form><p style="x">a</p><script>b</script><style>c</style><a onclick="d">e</a><input name="f"></form>'
    )
    assert wrong.inline == ["p style", "<script>", "<style>", "a onclick"]
    assert wrong.unlabelled == ["f"]


@pytest.mark.parametrize("address", ["/", "/ho-so/", "/ho-so/HS/", "/bao-cao/tien-do/"])
def test_a_first_view_weighs_little(address, cast, everybody):
    _check_weight(page_of(cast, everybody, address))


def test_the_page_of_sign_in_weighs_little(db):
    _check_weight(Client().get(SIGN_IN))


def _check(page: pages.Page) -> None:
    (language,) = [attrs.get("lang") for tag, attrs in page.tags if tag == "html"]
    assert (language, page.count("h1"), page.heading != "") == ("vi", 1, True)
    assert (page.inline, page.unlabelled) == ([], [])


def _check_weight(answer: HttpResponse) -> None:
    files = [_file(address) for address in _referenced(pages.read(answer))]
    assert len(files) >= 5
    assert sum(len(gzip.compress(content)) for content in (answer.content, *files)) < HEAVIEST


def _referenced(page: pages.Page) -> list[str]:
    styles = [attrs["href"] for tag, attrs in page.tags if tag == "link"]
    return styles + [attrs["src"] for tag, attrs in page.tags if tag in ("script", "img")]


def _file(address: str) -> bytes:
    assert address.startswith("/static/"), f"{address} comes from elsewhere"
    return Path(finders.find(address.removeprefix("/static/"))).read_bytes()
