"""who_can: the people whose posts grant a deed at a unit, on the real day or another."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from organizations.enums import Deed
from organizations.models import Post


def who_can(deed: Deed, unit, capsys, *more: str) -> list[tuple[str, str]]:
    call_command("who_can", deed.value, "--unit", unit.code, "--json", *more)
    return [(row["user"], row["unit"]) for row in json.loads(capsys.readouterr().out)]


@pytest.mark.parametrize(
    ("deed", "place", "people"),
    [
        (Deed.MOVE_AS_CELL, "cell", [("thu", "B.1.Một")]),
        (Deed.MOVE_AS_CELL, "other_cell", []),
        (Deed.MOVE_AS_BOARD, "cell", [("can", "B")]),
        (Deed.SEE_SENSITIVE, "cell", [("can", "B"), ("nhap", "B.1"), ("thamdinh", "B"), ("thu", "B.1.Một")]),
        (Deed.PRINT_NAMES, "cell", [("can", "B"), ("lanh", "B")]),
        (Deed.SEE_DOSSIERS, "foreign_cell", [("khach", "F.1")]),
        (Deed.DECLARE_ORGANISATION, "branch", [("can", "B"), ("hoi", "H.1")]),
        (Deed.DECLARE_ORGANISATION, "foreign_association", [("hoikhac", "H.2")]),
        (Deed.LOAD_DEMO, "bloc", []),
    ],
)
def test_a_deed_lists_whoever_holds_it_there_or_above(deed, place, people, cast, capsys):
    assert who_can(deed, getattr(cast, place), capsys) == people


def test_a_post_that_ended_and_a_closed_account_grant_nothing(cast, capsys):
    Post.objects.filter(user=cast.officer).update(valid_until=date(2021, 1, 1))
    type(cast.leader).objects.filter(pk=cast.leader.pk).update(is_active=False)
    assert who_can(Deed.PRINT_NAMES, cast.cell, capsys) == []


@pytest.mark.parametrize(
    ("day", "people"),
    [("31/12/2020", [("can", "B"), ("lanh", "B")]), ("2021-01-01", [("lanh", "B")]), ("1/1/2014", [])],
)
def test_a_day_asks_for_the_posts_of_that_day(day, people, cast, capsys):
    Post.objects.filter(user=cast.officer).update(valid_until=date(2021, 1, 1))
    assert who_can(Deed.PRINT_NAMES, cast.cell, capsys, "--on", day) == people


def test_a_day_that_cannot_be_is_told(cast):
    with pytest.raises(CommandError, match="không phải là một ngày có trong lịch"):
        call_command("who_can", Deed.SEE_UNITS.value, "--unit", "B", "--on", "31/2/2021")


def test_an_unknown_unit_is_told(cast):
    with pytest.raises(CommandError, match="Không có tổ chức đảng nào"):
        call_command("who_can", Deed.SEE_UNITS.value, unit="không có")
