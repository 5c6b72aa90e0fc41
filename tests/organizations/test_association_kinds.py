"""Of which kind an association is: recorded from a day on, in its history, a filter of the list, and of associations alone."""

from datetime import date

import pytest

from organizations import access, keeping, succession
from organizations.acting import acting
from organizations.enums import AssociationKind, Deed, Level, UnitKind
from organizations.errors import Refused
from organizations.keeping import Described
from tests import pages, people
from tests.people import FOUNDED, TODAY

LIST, DAY = "/hoi-doan-the/", date(2020, 7, 1)


def described(kind: UnitKind = UnitKind.ASSOCIATION) -> Described:
    return Described(DAY, "Hội Một", kind, Level.PROVINCE, None, AssociationKind.SOCIAL)


def test_an_association_is_of_a_kind_from_a_day_on_and_what_was_known_before_stays(cast):
    rows = cast.association.versions.all()
    with acting(cast.officer, Deed.KEEP_ORGANISATIONS):
        own, seen = access.reach(cast.officer, TODAY), succession.mark(succession.newest(rows))
        keeping.change(cast.association, described(), own=own, today=TODAY, seen=seen)
    spells = rows.order_by("valid_from").values_list("valid_from", "valid_until", "association_kind")
    assert list(spells) == [(FOUNDED, DAY, ""), (DAY, None, AssociationKind.SOCIAL)]
    page = pages.read(people.signed_in(cast.leader).get(f"{LIST}H.1/")).words
    assert "Hội quần chúng (hội xã hội)" in page
    assert "Hội quần chúng, hội xã hội, cấp tỉnh" in page


def test_only_an_association_has_such_a_kind(cast):
    with acting(cast.officer, Deed.KEEP_ORGANISATIONS), pytest.raises(Refused, match="chỉ ghi cho hội quần chúng"):
        keeping.add(
            "H.9", described(UnitKind.SOCIO_POLITICAL), cast.bloc, own=access.reach(cast.officer, TODAY), today=TODAY
        )


def test_the_form_records_it_and_the_list_is_narrowed_to_it(cast):
    browser = people.signed_in(cast.officer)
    typed = {"code": "h.9", "name": "Hội Luật gia", "kind": "association", "level": "province", "parent": ""}
    where = {"since": "1/7/2020", "follower": str(cast.bloc.pk)}
    pages.send(browser, f"{LIST}them/", **typed, **where, association_kind="professional")
    rows = browser.get(LIST, {"loai_hoi": "professional"}).context["rows"]
    assert [row.version.name for row in rows] == ["Hội Luật gia"]
    assert browser.get(LIST, {"loai_hoi": "khac-thuong"}).status_code == 400
