"""What a document created, told with its state: targets with numbers and without, and those that nobody has confirmed."""

import pytest

from directives.enums import NumberKind
from directives.models import Target
from tests import pages, people


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
    ],
)
def test_a_target_is_told_with_what_is_reached_to_who_may_count(cast, who, changed, said):
    made = people.target(cast.bloc, 3, NumberKind.ABSOLUTE)
    Target.objects.filter(pk=made.pk).update(**changed)
    assert said in told(cast, who, made)
