"""Numbers of a report's page lead to lists that its reader may open; other numbers stand there without a link."""

import html
import re
from datetime import date

import pytest

from candidates.enums import Stage
from candidates.models import Membership
from organizations.enums import Role, UnitKind
from tests import people
from tests.people import FOUNDED, TODAY

LINK = re.compile(r'href="(/ho-so/[^"]*)"')


@pytest.fixture
def over_all(cast):
    """An officer of the province above the bloc; a member of the youth union was admitted, a nomination came back."""
    province = people.unit("T", "Đảng bộ tỉnh", UnitKind.PROVINCE)
    people.place_under(cast.bloc, province, date(2016, 1, 1))
    admitted = people.dossier(
        cast, Stage.ADMITTED, days={Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 2, 3)}
    )
    Membership.objects.create(person=admitted.person, organisation=cast.youth_union, valid_from=FOUNDED)
    people.send_back(people.nomination(cast, organisation=cast.youth_union), TODAY)
    return people.person("tinh", "Lê Văn Tỉnh", Role.BOARD_OFFICER, province)


def links(browser, code: str, unit: str) -> list[str]:
    page = browser.get(f"/bao-cao/{code}/?don_vi={unit}").content.decode()
    return sorted({html.unescape(each) for each in LINK.findall(page)})


@pytest.mark.parametrize(
    "code", ["doan-the", "doan-the-tong-hop", "hoi", "bieu-2", "bieu-2b", "vuong-mac", "tham-dinh"]
)
@pytest.mark.parametrize("who", ["officer", "leader"])
def test_every_link_of_the_page_opens(cast, over_all, who, code):
    browser = people.signed_in(getattr(cast, who))
    found = links(browser, code, "D.1" if code == "doan-the" else "B")
    assert [each for each in found if browser.get(each).status_code != 200] == []


def test_a_number_over_more_than_the_reach_has_no_link_but_for_those_who_see_it_all(cast, over_all):
    below, above = (people.signed_in(each) for each in (cast.officer, over_all))
    of_root = [each for each in links(above, "doan-the", "D.1") if "don_vi=T&" in each]
    assert of_root
    assert [each for each in links(below, "doan-the", "D.1") if "don_vi=T&" in each] == []
