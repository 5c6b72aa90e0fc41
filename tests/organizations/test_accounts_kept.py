"""What becomes of an account: posts given and ended, locked, reset; nobody changes their own; every change says who did it."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from organizations import second_factor
from organizations.enums import Deed, Role
from organizations.models import Post, User
from tests import pages, people
from tests.organizations.test_accounts import LIST, of, opened, told


@pytest.fixture
def browser(cast) -> Client:
    return people.signed_in(cast.administrator)


def test_a_further_post_is_given_once(browser, cast):
    typed = {"role": "training_clerk", "unit": cast.office.pk, "since": "1/6/2021"}
    assert pages.send(browser, of(cast.secretary, "phan-cong/"), **typed).url == of(cast.secretary)
    assert cast.secretary.posts.count() == 2
    again = pages.send(browser, of(cast.secretary, "phan-cong/"), **typed)
    assert "Đã có phân công này từ ngày 01/6/2021" in told(again)
    assert cast.secretary.posts.count() == 2


def test_a_post_ends_and_stays_on_record(browser, cast):
    post = cast.secretary.posts.get()
    address = of(cast.secretary, f"phan-cong/{post.pk}/thoi/")
    assert pages.send(browser, address, since="1/6/2021").url == of(cast.secretary)
    post.refresh_from_db()
    assert post.valid_until == date(2021, 6, 1)
    assert "Phân công này đã thôi từ ngày 01/6/2021." in told(pages.send(browser, address, since="2/6/2021"))


def test_a_post_ends_after_it_began(browser, cast):
    address = of(cast.secretary, f"phan-cong/{cast.secretary.posts.get().pk}/thoi/")
    assert "Phân công bắt đầu ngày 01/01/2015; ngày thôi phải sau ngày đó." in told(
        pages.send(browser, address, since="1/1/2015")
    )


def test_a_post_ended_today_opens_nothing_more_at_once(browser, cast):
    secretary = people.signed_in(cast.secretary)
    Post.objects.create(user=cast.secretary, role=Role.MASS_OFFICER, unit=cast.association, valid_from=people.FOUNDED)
    post = cast.secretary.posts.get(role=Role.CELL_SECRETARY)
    pages.send(browser, of(cast.secretary, f"phan-cong/{post.pk}/thoi/"))
    assert secretary.get("/ho-so/").status_code == 403


def test_locking_keeps_somebody_out_until_unlocked(browser, cast):
    def signs_in() -> bool:
        answer = Client().post("/dang-nhap/", {"login": "thu", "password": people.PASSWORD})
        return answer.url == "/"

    steps = [signs_in()]
    for what in ("khoa", "mo-khoa"):
        assert pages.send(browser, of(cast.secretary, f"{what}/")).url == of(cast.secretary)
        steps.append(signs_in())
    assert steps == [True, False, True]


def test_a_reset_password_is_temporary_and_shown_once(browser, cast):
    pages.send(browser, of(cast.secretary, "dat-lai-mat-khau/"))
    password = browser.get(of(cast.secretary)).context["password"]
    user = User.objects.get(pk=cast.secretary.pk)
    assert (user.check_password(password), user.password_is_temporary) == (True, True)
    assert not user.check_password(people.PASSWORD)


def test_a_reset_second_factor_is_gone_with_its_spare_codes(browser, cast):
    people.switch_on_second_factor(cast.secretary)
    pages.send(browser, of(cast.secretary, "dat-lai-xac-thuc/"))
    assert cast.secretary.authenticator_set.count() == 0


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("mo-khoa", "Tài khoản này không bị khóa."),
        ("dat-lai-xac-thuc", "Tài khoản này chưa bật bước xác thực thứ hai."),
    ],
)
def test_what_has_no_sense_is_told(what, sentence, browser, cast):
    assert sentence in told(pages.send(browser, of(cast.secretary, f"{what}/")))


@pytest.mark.parametrize("rest", ["khoa/", "dat-lai-mat-khau/", "dat-lai-xac-thuc/", "phan-cong/", "thoi"])
def test_nobody_changes_their_own_account(rest, browser, cast):
    post = cast.administrator.posts.get()
    typed = {"role": "board_officer", "unit": cast.bloc.pk} if rest == "phan-cong/" else {}
    address = of(cast.administrator, f"phan-cong/{post.pk}/thoi/" if rest == "thoi" else rest)
    answer = pages.send(browser, address, **typed)
    assert answer.status_code == 403
    assert "Không ai tự thay đổi tài khoản hay phân công của mình" in told(answer)
    user = User.objects.get(pk=cast.administrator.pk)
    assert (user.is_active, user.check_password(people.PASSWORD), user.posts.count()) == (True, True, 1)
    assert second_factor.is_on(user)
    assert browser.get(LIST).status_code == 200


@pytest.mark.parametrize("rest", ["khoa/", "dat-lai-mat-khau/", "thoi", "phan-cong/"])
def test_two_administrators_at_once_are_told_and_may_decide_again(rest, browser, cast):
    number = cast.secretary.posts.get().pk
    address = of(cast.secretary, f"phan-cong/{number}/thoi/" if rest == "thoi" else rest)
    typed = {"role": "entry_clerk", "unit": cast.office.pk} if rest == "phan-cong/" else {}
    form = pages.read(browser.get(address)).form
    Post.objects.create(user=cast.secretary, role=Role.LEADERSHIP, unit=cast.bloc, valid_from=people.FOUNDED)
    answer = pages.send(browser, address, form, **typed)
    assert "Tài khoản của Đỗ Thị Thư vừa có thay đổi khác." in told(answer)
    assert pages.send(browser, address, pages.read(answer).form, **typed).status_code == 302


@pytest.mark.parametrize("rest", ["khoa/", "dat-lai-mat-khau/"])
def test_a_form_without_its_version_changes_nothing(rest, browser, cast):
    pages.send(browser, of(cast.secretary, rest), version="")
    user = User.objects.get(pk=cast.secretary.pk)
    assert (user.is_active, user.check_password(people.PASSWORD)) == (True, True)


def test_every_change_says_who_did_it(browser, cast):
    opened(browser, cast)
    pages.send(browser, of("nguyen.hanh", "khoa/"))
    events = User.objects.get(username="nguyen.hanh").events.all()
    assert {(event.pgh_context.metadata["user"], event.pgh_context.metadata["deed"]) for event in events} == {
        (cast.administrator.pk, Deed.MANAGE_ACCOUNTS)
    }


def test_the_menu_leads_to_what_one_may_do(cast):
    links = {
        who: {href for href, _ in pages.read(people.signed_in(getattr(cast, who)).get("/to-chuc/" + code)).links}
        for who, code in (("secretary", f"{cast.cell.code}/"), ("administrator", "B/"), ("auditor", "B/"))
    }
    both, own_pages = {LIST, "/nhat-ky/"}, {"/tai-khoan-cua-toi/mat-khau/", "/tai-khoan-cua-toi/xac-thuc/"}
    assert {who: found & both for who, found in links.items()} == {
        "secretary": set(),
        "administrator": {LIST},
        "auditor": {"/nhat-ky/"},
    }
    assert all(found >= own_pages for found in links.values())


def test_the_first_administrator_comes_from_the_command_line(cast, capsys):
    call_command("open_account", "dau.tien", name="Tô Thị Đầu", unit="B")
    password = capsys.readouterr().out.split()[-1]
    user = User.objects.get(username="dau.tien")
    assert (user.check_password(password), user.posts.get().role) == (True, Role.ADMINISTRATOR)
    with pytest.raises(CommandError, match="đã có người dùng"):
        call_command("open_account", "dau.tien", name="Tô Thị Đầu", unit="B")
    with pytest.raises(CommandError, match="Không có đơn vị"):
        call_command("open_account", "thu.hai", name="Tô Thị Hai", unit="KHONG-CO")


def test_a_last_administrator_gets_back_in_from_the_command_line(cast, capsys):
    people.switch_on_second_factor(cast.administrator)
    User.objects.filter(pk=cast.administrator.pk).update(is_active=False)
    call_command("reset_account", "quantri")
    user = User.objects.get(pk=cast.administrator.pk)
    assert user.check_password(capsys.readouterr().out.split()[-1])
    assert (user.is_active, user.password_is_temporary, second_factor.is_on(user)) == (True, True, False)
    with pytest.raises(CommandError, match="Không có tài khoản"):
        call_command("reset_account", "khong-co")
