"""Sessions ended at once: by the person, by a change of the password, by an administrator; one's own goes on."""

from collections.abc import Callable

import pytest
from django.test import Client

from organizations import access, accounts, clock, posting, sessions
from organizations.acting import acting
from organizations.enums import Deed, Role
from organizations.models import Post, User
from tests import people

MINE = "/tai-khoan-cua-toi/"
END, PASSWORD = f"{MINE}phien-khac/", f"{MINE}mat-khau/"
SIGN_IN = "/dang-nhap/?next=/"


def goes_on(client: Client) -> bool:
    return client.get("/").status_code == 200


def by_administrator(cast: people.Cast, work: Callable) -> None:
    """Let the administrator do something to the secretary."""
    own, fresh = access.reach(cast.administrator, clock.real_today()), User.objects.get(pk=cast.secretary.pk)
    with acting(cast.administrator, Deed.MANAGE_ACCOUNTS):
        work(fresh, own=own, version=accounts.version(fresh))


def end_every_post(user: User, **words: object) -> None:
    posting.end_post(user.posts.get(), clock.real_today(), **words)


def give_a_post(user: User, **words: object) -> None:
    unit = Post.objects.get(user=user).unit
    posting.give_post(user, posting.Given(Role.ENTRY_CLERK, unit, clock.real_today()), **words)


def end_one_of_two(user: User, **words: object) -> None:
    second = Post.objects.create(user=user, role=Role.LEADERSHIP, unit=user.posts.get().unit, valid_from=people.FOUNDED)
    posting.end_post(second, clock.real_today(), **words | {"version": accounts.version(user)})


def test_one_ends_all_other_sessions_and_goes_on(cast):
    here, there = people.signed_in(cast.secretary), people.signed_in(cast.secretary)
    assert here.post(END).url == PASSWORD
    assert [goes_on(client) for client in (here, there)] == [True, False]


def test_other_people_stay(cast):
    other = people.signed_in(cast.stranger)
    people.signed_in(cast.secretary).post(END)
    assert goes_on(other)


def test_a_new_password_ends_all_other_sessions(cast):
    here, there = people.signed_in(cast.secretary), people.signed_in(cast.secretary)
    here.post(PASSWORD, {"oldpassword": people.PASSWORD, "password1": "sông Hồng chảy", "password2": "sông Hồng chảy"})
    assert [goes_on(client) for client in (here, there)] == [True, False]


def test_switching_the_second_factor_on_ends_all_other_sessions(cast):
    here, there = Client(), Client()
    for client in (here, there):
        client.post("/dang-nhap/", {"login": "thu", "password": people.PASSWORD})
    secret = here.get(f"{MINE}xac-thuc/bat/").context["form"].secret
    here.post(f"{MINE}xac-thuc/bat/", {"code": people.code(secret)})
    assert [goes_on(client) for client in (here, there)] == [True, False]


@pytest.mark.parametrize(
    ("work", "stays"),
    [
        (posting.lock, False),
        (posting.reset_password, False),
        (posting.reset_second_factor, False),
        (end_every_post, False),
        (end_one_of_two, True),
        (give_a_post, True),
    ],
    ids=lambda each: getattr(each, "__name__", str(each)),
)
def test_what_an_administrator_does_ends_the_sessions_or_not(work, stays, cast):
    client = people.signed_in(cast.secretary)
    assert goes_on(client)
    by_administrator(cast, work)
    answer = client.get("/")
    assert (answer.status_code in (200, 302), getattr(answer, "url", "") != SIGN_IN) == (True, stays)


def test_unlocking_revives_no_session(cast):
    client = people.signed_in(cast.secretary)
    by_administrator(cast, posting.lock)
    by_administrator(cast, posting.unlock)
    assert client.get("/").url == SIGN_IN


def test_sessions_end_only_inside_an_act(cast):
    with pytest.raises(RuntimeError, match="inside acting"):
        sessions.end_all(cast.secretary)


def test_ending_ones_sessions_leaves_a_trace(cast):
    people.signed_in(cast.secretary).post(END)
    said = cast.secretary.events.get(sessions_ended=1).pgh_context.metadata
    assert (said["user"], said["reason"]) == (cast.secretary.pk, "kết thúc mọi phiên đăng nhập khác của mình")
