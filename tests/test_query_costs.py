"""How many queries the pages cost: few, and as many for three rows as for one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from candidates.enums import Stage
from organizations import tree
from organizations.enums import UnitKind
from tests import people

LIST = "/ho-so/"


def queries(client: Client, address: str) -> int:
    """Count the queries of a page once everything that a process loads only once is there."""
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


@pytest.mark.parametrize("who", ["secretary", "officer", "leader"])
@pytest.mark.parametrize("address", [LIST, f"{LIST}?vao_buoc=source&tu=1/1/2018", f"{LIST}?tim=van", "/"])
def test_a_list_costs_as_many_queries_for_three_rows_as_for_one(who, address, cast):
    people.target(cast.bloc)
    people.dossier(cast, Stage.PROPOSED)
    browser = people.signed_in(getattr(cast, who))
    once = queries(browser, address)
    people.dossier(cast, Stage.PROPOSED, full_name="Lê Văn Bình")
    people.dossier(cast, Stage.PROPOSED, full_name="Đỗ Văn Chi", where=cast.single_cell)
    assert queries(browser, address) == once


@pytest.mark.parametrize(
    ("who", "address", "most"),
    [
        ("secretary", "/", 12),
        ("secretary", LIST, 12),
        ("leader", LIST, 12),
        ("leader", f"{LIST}?don_vi=B.1&vao_buoc=source&tu=1/1/2018", 12),
        ("leader", "/to-chuc/B/", 12),
        ("leader", "/van-ban/", 12),
        ("secretary", f"{LIST}HS", 12),
        ("leader", "/", 12),
        ("officer", "/", 12),
        ("leader", "/bao-cao/tien-do/", 40),
    ],
)
def test_a_page_costs_few_queries(who, address, most, cast):
    made = people.dossier(cast, Stage.PROPOSED)
    people.target(cast.bloc)
    browser = people.signed_in(getattr(cast, who))
    assert queries(browser, address.replace(f"{LIST}HS", f"{LIST}{made.code}/")) <= most


def test_a_dossier_costs_as_many_queries_for_three_steps_as_for_one(cast, secretary):
    begun, trained = people.dossier(cast), people.dossier(cast, Stage.TRAINED)
    assert queries(secretary, f"{LIST}{begun.code}/") == queries(secretary, f"{LIST}{trained.code}/")


def test_a_unit_costs_as_many_queries_for_three_children_as_for_one(cast):
    browser = people.signed_in(cast.leader)
    alone = people.unit("B.3", "Đảng bộ Sở Ba", UnitKind.GRASSROOTS, cast.bloc)
    _cells_under(alone, 1)
    once = queries(browser, "/to-chuc/B.3/")
    _cells_under(alone, 3)
    assert queries(browser, "/to-chuc/B.3/") == once


def test_a_report_costs_as_many_queries_for_five_units_as_for_two(cast):
    section = people.unit("B.4", "Đảng bộ bộ phận Bốn", UnitKind.SECTION, cast.bloc)
    people.target(section)
    _cells_under(section, 2)
    browser = people.signed_in(cast.leader)
    address = "/bao-cao/tien-do/?don_vi=B.4"
    once = queries(browser, address)
    _cells_under(section, 3)
    assert queries(browser, address) == once


def _cells_under(parent, number: int) -> None:
    first = parent.child_versions.count() + 1
    for place in range(first, first + number):
        people.unit(f"{parent.code}.{place}", f"Chi bộ {place}", UnitKind.GRASSROOTS_CELL, parent)
    tree.rebuild()
