"""Declaring members: who may, of which units, and what a second declaration does to the first."""

from datetime import date

import pytest

from organizations import access, actions, declared
from organizations.acting import acting
from organizations.actions import Members
from organizations.enums import Deed
from organizations.errors import NotAllowed, Refused
from organizations.models import Figure
from tests import people

NEW_YEAR = date(2021, 1, 1)


def declare(who, unit, official=50, probationary=3, on=NEW_YEAR):
    with acting(who, Deed.DECLARE_FIGURES):
        said = Members(on, official, probationary, "báo cáo đầu năm")
        actions.declare_members(unit, said, own=access.reach(who, people.TODAY), today=people.TODAY)


def test_what_an_officer_declares_is_the_base(cast):
    declare(cast.officer, cast.office)
    declare(cast.officer, cast.single_cell, 9, 1)
    assert declared.members(cast.bloc, NEW_YEAR).total == 63


def test_a_correction_counts_and_the_corrected_figure_stays(cast):
    declare(cast.officer, cast.office)
    declare(cast.officer, cast.office, official=52)
    assert declared.members(cast.office, NEW_YEAR).total == 55
    old, new = Figure.objects.filter(kind="official_members").order_by("pk")
    assert (old.value, old.in_force, new.value, new.replaces) == (50, False, 52, old)


def test_the_same_figures_again_write_nothing(cast):
    declare(cast.officer, cast.office)
    declare(cast.officer, cast.office)
    assert Figure.objects.count() == 2


@pytest.mark.parametrize(
    ("unit", "on", "sentence"),
    [
        ("bloc", NEW_YEAR, "không phải tổ chức cơ sở đảng"),
        ("cell", NEW_YEAR, "không phải tổ chức cơ sở đảng"),
        ("office", date(2021, 6, 1), "chưa đến"),
        ("office", date(2014, 1, 1), "không tồn tại"),
    ],
)
def test_what_cannot_be_declared_is_told(unit, on, sentence, cast):
    with pytest.raises(Refused, match=sentence):
        declare(cast.officer, getattr(cast, unit), on=on)


@pytest.mark.parametrize("who", ["secretary", "leader", "stranger"])
def test_only_an_officer_of_the_unit_declares(who, cast):
    with pytest.raises(NotAllowed):
        declare(getattr(cast, who), cast.office)


def test_the_form_records_and_the_page_shows(cast):
    officer = people.signed_in(cast.officer)
    address = f"/to-chuc/{cast.office.code}/so-dang-vien/"
    token = officer.get(address).context["form"]["form_token"].value()
    sent = {"form_token": token, "on": "01/01/2021", "official": "50", "probationary": "3", "source": ""}
    assert officer.post(address, sent).status_code == 302
    assert "53" in officer.get(f"/to-chuc/{cast.office.code}/").content.decode()


@pytest.mark.parametrize("value", ["", "-1", "năm mươi", "99999999"])
def test_a_wrong_number_is_told_and_kept(value, cast):
    officer = people.signed_in(cast.officer)
    address = f"/to-chuc/{cast.office.code}/so-dang-vien/"
    token = officer.get(address).context["form"]["form_token"].value()
    answer = officer.post(address, {"form_token": token, "on": "01/01/2021", "official": value, "probationary": "3"})
    assert answer.context["form"]["official"].value() == value
    assert (answer.status_code, len(answer.context["form"].errors["official"]), Figure.objects.count()) == (200, 1, 0)
