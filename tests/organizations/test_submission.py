"""Two clicks, one deed: a form token is spent with what the form does."""

import uuid

import pytest

from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import AlreadySent, Refused
from organizations.models import SpentToken
from organizations.submission import spend
from tests import people

TOKEN = uuid.UUID("00000000-0000-4000-8000-000000000001")
OTHER = uuid.UUID("00000000-0000-4000-8000-000000000002")


def spend_and_refuse(cast: people.Cast) -> None:
    with acting(cast.secretary, Deed.ADD_CANDIDATE):
        spend(TOKEN, "/ho-so/HS0000001/")
        raise Refused("Ngày chưa đến.")


def test_the_second_click_is_led_to_what_the_first_one_made(cast):
    with acting(cast.secretary, Deed.ADD_CANDIDATE):
        spend(TOKEN, "/ho-so/HS0000001/")
    with pytest.raises(AlreadySent) as sent, acting(cast.secretary, Deed.ADD_CANDIDATE):
        spend(TOKEN, "/ho-so/HS0000002/")
    assert sent.value.outcome == "/ho-so/HS0000001/"
    assert sent.value.sentences == ("Biểu mẫu này đã được gửi và ghi nhận một lần; không ghi thêm lần nữa.",)


def test_another_form_is_another_deed(cast):
    with acting(cast.secretary, Deed.ADD_CANDIDATE):
        spend(TOKEN, "/ho-so/HS0000001/")
        spend(OTHER, "/ho-so/HS0000002/")
    assert set(SpentToken.objects.values_list("user", "outcome")) == {
        (cast.secretary.pk, "/ho-so/HS0000001/"),
        (cast.secretary.pk, "/ho-so/HS0000002/"),
    }


def test_a_refused_form_may_be_sent_again(cast):
    with pytest.raises(Refused):
        spend_and_refuse(cast)
    with acting(cast.secretary, Deed.ADD_CANDIDATE):
        spend(TOKEN, "/ho-so/HS0000002/")
    assert SpentToken.objects.get().outcome == "/ho-so/HS0000002/"


def test_no_token_is_spent_outside_an_act(db):
    with pytest.raises(RuntimeError):
        spend(TOKEN, "/")
