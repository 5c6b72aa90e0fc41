"""What a document created, told with its state: targets with numbers and without, and those that nobody has confirmed."""

import pytest

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
