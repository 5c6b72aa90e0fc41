"""The grid of shares costs as many queries for 124 units as for two, with and without shares in force."""

from datetime import date

import pytest

from directives.models import Allocation
from organizations import tree
from organizations.enums import UnitKind
from tests import people, quotas
from tests.test_query_costs import queries

FIRST = date(2021, 1, 1)


def communes(cast: people.Cast, number: int) -> list:
    """Further grassroots organisations under the bloc, with their members declared."""
    made = [
        people.unit(f"B.9.{place:03d}", f"Đảng bộ xã {place}", UnitKind.GRASSROOTS, cast.bloc)
        for place in range(number)
    ]
    tree.rebuild()
    for unit in made:
        people.declare(unit, FIRST, 40)
    return made


@pytest.mark.parametrize("issued", [False, True])
@pytest.mark.parametrize("query", ["", "?theo=co-so"])
def test_the_grid_costs_as_many_queries_for_124_units_as_for_two(issued, query, cast):
    target = people.target(cast.bloc)
    people.declare(cast.office, FIRST, 100)
    people.declare(cast.single_cell, FIRST, 100)
    if issued:
        quotas.issued(target, {cast.office: 2})
    browser, address = people.signed_in(cast.officer), f"/van-ban/chi-tieu/{target.pk}/phan-bo/{query}"
    once = queries(browser, address)
    added = communes(cast, 122)
    if issued:
        row = target.distributions.get()
        common = {"target": target, "distribution": row, "year": 2021, "document": row.document, "valid_from": FIRST}
        for unit in added:
            Allocation.objects.create(unit=unit, people=1, **common)
    assert queries(browser, address) == once <= 26


def test_a_version_costs_as_many_queries_for_many_shares_as_for_one(cast):
    target = people.target(cast.bloc)
    one = quotas.issued(target, {cast.office: 2})
    browser = people.signed_in(cast.leader)
    once = queries(browser, f"/van-ban/phan-bo/{one.pk}/")
    other = quotas.issued(people.target(cast.bloc, 4), dict.fromkeys(communes(cast, 5), 1))
    assert queries(browser, f"/van-ban/phan-bo/{other.pk}/") == once <= 14


def test_a_target_of_a_document_costs_the_same_to_correct_after_many_changes(cast):
    target = people.target(cast.bloc)
    browser, address = people.signed_in(cast.officer), f"/van-ban/chi-tieu/{target.pk}/sua/"
    once = queries(browser, address)
    for number in (4, 5, 6):
        type(target).objects.filter(pk=target.pk).update(number=number)
    assert queries(browser, address) == once
