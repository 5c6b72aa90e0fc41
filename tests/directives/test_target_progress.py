"""``manage.py target_progress``: what machines and people read of each target."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from candidates.enums import Stage
from directives.enums import Measure, NumberKind
from tests import duties, people, quotas


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("target_progress", "--on", "2021-05-31", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def counted(cast) -> people.Cast:
    """One admitted in 2021, two in the same period of 2020, one decided, one submitted; a target of 8."""
    for on in (date(2020, 3, 2), date(2020, 4, 6), date(2021, 3, 1)):
        people.dossier(cast, Stage.ADMITTED, days={Stage.ADMITTED: on})
    for stage in (Stage.DECIDED, Stage.PROPOSED):
        people.dossier(cast, stage)
    people.target(cast.bloc, 8, NumberKind.ABSOLUTE)
    return cast


PROGRESS = {
    "directive": "8-CV/TN",
    "unit": "B",
    "measure": "admitted",
    "period": "2021-01-01/2021-12-31",
    "base": None,
    "target": 8,
    "actual": 1,
    "percent": 12.5,
    "same_period": 2,
    "percent_of_same_period": 50.0,
    "decided": 1,
    "submitted": 1,
    "verified": 0,
    "earlier": 0,
    "declared": None,
    "missing": 5,
    "forecast_low": None,
    "forecast_mid": None,
    "forecast_high": None,
    "probability": None,
}
UNKNOWN = {"unit": "B.2", "target": None, "percent": None, "missing": None}
NOBODY = {"actual": 0, "same_period": 0, "percent_of_same_period": None, "decided": 0, "submitted": 0}


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        pytest.param((), [PROGRESS], id="all targets"),
        pytest.param(("--unit", "B"), [PROGRESS], id="of one unit"),
        pytest.param(("--unit", "B.2"), [PROGRESS | UNKNOWN | NOBODY], id="of a unit below, without a share"),
        pytest.param(("--unit", "F"), [], id="of a unit beside"),
    ],
)
def test_machines_read_plain_values_and_null_for_the_unknown(counted, arguments, found):
    assert json.loads(told("--json", *arguments)) == found


def test_people_read_one_line_for_each_target(counted):
    assert told() == "8-CV/TN · B: 1/8 (12,5 %), cùng kỳ 50,0 %\n"


def test_an_unknown_unit_is_named(cast):
    with pytest.raises(CommandError, match=r"Không có tổ chức đảng nào mang mã X\.9\."):
        told("--unit", "X.9")


def test_without_targets_there_is_an_empty_list(cast):
    assert json.loads(told("--json")) == []


THEIRS = {
    "directive": "1-CV/TN",
    "unit": "H.1",
    "measure": "nominated",
    "period": "2021-01-01/2021-12-31",
    "base": 200,
    "target": 4,
    "actual": 1,
    "percent": 25.0,
    "percent_of_members": 0.5,
    "missing": 3,
    "forecast_low": None,
    "forecast_mid": None,
    "forecast_high": None,
    "probability": None,
}


@pytest.mark.parametrize("arguments", [("--unit", "H.1"), ()])
def test_an_organisation_tells_its_own_targets(cast, arguments):
    duties.members(cast.association, 200)
    people.nomination(cast)
    duties.own_target(cast.association, Measure.NOMINATED)
    assert json.loads(told("--json", *arguments)) == [THEIRS]
    assert told(*arguments) == "1-CV/TN · H.1: 1/4 (25,0 %), 0,5 % số hội viên\n"


def test_a_party_unit_tells_no_targets_of_organisations(cast):
    duties.own_target(cast.association)
    assert json.loads(told("--json", "--unit", "B")) == []


def test_a_target_of_units_tells_how_many_could(cast):
    made = people.dossier(cast, Stage.ADMITTED, days={Stage.ADMITTED: date(2021, 3, 1)})
    asked = quotas.people_asked(cast.bloc, 2, measure=Measure.UNITS_ADMITTING)
    (item,) = json.loads(told("--unit", "B", "--json"))
    assert (item["measure"], item["target"], item["actual"]) == ("units_admitting", 2, 1)
    assert item["base"] >= 1
    assert f"{asked.directive} · B: 1/2" in told("--unit", "B")
    assert made.unit == cast.cell
