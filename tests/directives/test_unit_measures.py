"""Which organisations stand behind targets that count them: founded, going on from others, let off; counted for many at once."""

from datetime import date

import pytest

from directives import unit_measures, unit_progress
from directives.enums import BaseKind, Measure, NumberKind
from directives.models import Fulfilment, Ruling, Target
from organizations import tree
from organizations.enums import Sector, UnitKind
from organizations.models import UnitVersion
from organizations.periods import year
from tests import duties, people
from tests.pages import read
from tests.people import TODAY


@pytest.mark.parametrize("heir", ["merged", "child"])
def test_an_organisation_that_goes_on_from_another_one_was_not_founded(cast, heir):
    """Begun where another one of its sector ended that day, or over cells that were there: the other founding alone counts."""
    since, sector = date(2021, 4, 1), Sector.NON_STATE_ENTERPRISE
    kind = UnitKind.GRASSROOTS if heir == "child" else UnitKind.GRASSROOTS_CELL
    people.unit("B.7", "Chi bộ Công ty Bảy", UnitKind.GRASSROOTS_CELL, cast.bloc, since)
    made = people.unit("B.9", "Đảng bộ Công ty", kind, cast.bloc, since)
    UnitVersion.objects.filter(unit__code__in=("B.9", "B.7")).update(sector=sector)
    if heir == "child":
        people.place_under(cast.other_cell, made, since)
    else:
        UnitVersion.objects.filter(unit=cast.single_cell).update(sector=sector)
        UnitVersion.objects.filter(unit__code="B.7").update(parent=cast.office)
        people.close(cast.single_cell, since)
    tree.rebuild()
    found = unit_measures.count(Measure.UNITS_FOUNDED, cast.bloc, year(2021), TODAY)
    named = [[each.unit.code for each in group] for group in (found.met, found.without)]
    assert (found.reached, found.could, named) == (1, None, [["B.7"], ["B.9"]])


def test_an_enterprise_that_closed_elsewhere_on_the_same_day_makes_no_heir(cast):
    since, sector = date(2021, 4, 1), Sector.NON_STATE_ENTERPRISE
    made = people.unit("B.9", "Chi bộ Công ty", UnitKind.CELL, cast.office, since)
    UnitVersion.objects.filter(unit__in=(made, cast.single_cell)).update(sector=sector)
    people.close(cast.single_cell, since)
    found = unit_measures.count(Measure.UNITS_FOUNDED, cast.bloc, year(2021), TODAY)
    assert [each.unit for each in found.met] == [made]


def test_a_unit_that_was_let_off_from_making_known_is_not_held_to_account(cast):
    duty = duties.duty(cast.office, kind="make_known")
    Ruling.objects.create(obligation=duty, unit=cast.cell, kind="exempt", on=date(2021, 4, 1), words="miễn")
    Fulfilment.objects.create(obligation=duty, unit=cast.other_cell, on=date(2021, 4, 1))
    found = unit_measures.count(Measure.MADE_KNOWN, cast.bloc, year(2021), TODAY)
    named = [[(each.unit, each.duty) for each in group] for group in (found.met, found.left, found.without)]
    assert named == [[(cast.other_cell, duty)], [], [(cast.cell, duty)]]


def test_the_page_names_the_units_and_the_documents_behind_the_number_for_each_unit(cast):
    duty = duties.duty(cast.office, kind="make_known")
    Fulfilment.objects.create(obligation=duty, unit=cast.cell, on=date(2021, 4, 1))
    target = people.target(cast.bloc, 2, NumberKind.ABSOLUTE)
    Target.objects.filter(pk=target.pk).update(measure=Measure.MADE_KNOWN)
    leader = people.signed_in(cast.leader)
    page = read(leader.get("/van-ban/bang-diem/"))
    cells = [href for href, words in page.links if href.startswith(f"/van-ban/chi-tieu/{target.pk}/to-chuc/")]
    assert cells[0] == f"/van-ban/chi-tieu/{target.pk}/to-chuc/?don_vi=B"
    told = read(leader.get(f"/van-ban/chi-tieu/{target.pk}/to-chuc/?don_vi=B.1"))
    assert {"Chi bộ Một", "Chi bộ Hai"} <= {words for href, words in told.links if href.startswith("/to-chuc/B.1.")}
    assert any(href == f"/van-ban/{duty.directive_id}/nhiem-vu/{duty.pk}/" for href, _ in told.links)
    assert "Đã phổ biến (1)" in told.words
    beside = read(leader.get(f"/van-ban/chi-tieu/{target.pk}/to-chuc/?don_vi=B.2"))
    assert "Chi bộ Một" not in beside.words


@pytest.mark.parametrize(
    ("measure", "base", "words"),
    [
        (Measure.MADE_KNOWN, BaseKind.BOUND_UNITS, "Chưa có đơn vị thuộc đối tượng"),
        (Measure.UNITS_ADMITTING, BaseKind.UNITS_WITH_SOURCES, "Không còn nguồn"),
    ],
)
def test_a_share_of_nobody_is_never_reached(cast, measure, base, words):
    target = people.target(cast.bloc, 100)
    Target.objects.filter(pk=target.pk).update(measure=measure, base=base)
    target.refresh_from_db()
    assert unit_progress.of_target(target, TODAY).standing.words == words


@pytest.mark.parametrize(
    ("who", "query", "status"),
    [("in_charge", "", 200), ("in_charge", "?don_vi=B", 404), ("leader", "?don_vi=F", 404), ("secretary", "", 403)],
)
def test_the_page_opens_for_units_of_the_reach_under_the_targets_own(cast, who, query, status):
    target = people.target(cast.bloc, 2, NumberKind.ABSOLUTE)
    Target.objects.filter(pk=target.pk).update(measure=Measure.UNITS_ADMITTING)
    browser = people.signed_in(getattr(cast, who))
    assert browser.get(f"/van-ban/chi-tieu/{target.pk}/to-chuc/{query}").status_code == status
