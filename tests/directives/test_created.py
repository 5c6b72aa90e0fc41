"""What a document created, told with its state: targets with numbers and without, and those that nobody has confirmed."""

from datetime import date

import pytest

from candidates.enums import Stage
from directives.enums import BaseKind, Measure, NumberKind
from directives.models import Target
from tests import duties, pages, people

# Eighty percent of the organisations with sources, of which there are none.
OF_UNITS = {"number": 80, "number_kind": NumberKind.PERCENT, "base": BaseKind.UNITS_WITH_SOURCES}


def told(cast, who: str, target: Target) -> str:
    page = people.signed_in(getattr(cast, who)).get(f"/van-ban/{target.directive_id}/")
    return pages.read(page).words.split("Về văn bản")[0]


@pytest.mark.parametrize(
    ("who", "changed", "said"),
    [
        ("leader", {}, "0/3 (0,0 %)"),
        ("leader", {"number": 7}, "0/7 (0,0 %)"),
        ("leader", {"number": None, "number_kind": NumberKind.NONE}, "không giao số"),
        ("secretary", {}, "Chưa xác nhận"),
        ("leader", {"measure": Measure.UNITS_ADMITTING}, "0/3 (0,0 %)"),
        ("leader", {"measure": Measure.UNITS_ADMITTING} | OF_UNITS, "chưa đủ căn cứ tính"),
    ],
)
def test_a_target_is_told_with_what_is_reached_to_who_may_count(cast, who, changed, said):
    made = people.target(cast.bloc, 3, NumberKind.ABSOLUTE)
    Target.objects.filter(pk=made.pk).update(**changed)
    assert said in told(cast, who, made)


def test_a_duty_is_told_with_those_who_replied_and_those_who_are_late(cast):
    made = duties.duty(cast.bloc, due_on=duties.DUE)
    page = people.signed_in(cast.leader).get(f"/van-ban/{made.directive_id}/")
    assert "0/3 đã trả lời, 3 quá hạn" in pages.read(page).words


@pytest.mark.parametrize(
    ("comparison", "number", "badge"),
    [("at_least", 3, "waiting"), ("about", 3, ""), ("at_most", 3, "")],
)
def test_only_what_can_be_missed_is_waited_for(cast, comparison, number, badge):
    made = people.target(cast.bloc, number, NumberKind.ABSOLUTE)
    Target.objects.filter(pk=made.pk).update(comparison=comparison)
    page = people.signed_in(cast.leader).get(f"/van-ban/{made.directive_id}/")
    assert [line.badge for line in page.context["created"]] == [badge]


def test_a_ceiling_that_is_broken_is_told(cast):
    made = people.target(cast.bloc, 1, NumberKind.ABSOLUTE)
    Target.objects.filter(pk=made.pk).update(comparison="at_most")
    for name in ("Lê Thị Một", "Lê Thị Hai"):
        people.dossier(cast, Stage.ADMITTED, days={Stage.ADMITTED: date(2021, 3, 1)}, full_name=name)
    page = people.signed_in(cast.leader).get(f"/van-ban/{made.directive_id}/")
    assert [(line.state, line.badge) for line in page.context["created"]] == [("2/1 (200,0 %)", "late")]
