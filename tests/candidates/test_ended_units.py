"""Units that exist no longer: numbers of past days are about them, and their lists open for those above them."""

import html
import re
from datetime import date

import pytest

from candidates.enums import Stage
from organizations.models import Unit
from tests import people, quotas

MERGED = date(2021, 3, 1)
THEN = "tai_ngay=2021-02-28"
ADMITTED = f"/ho-so/?{THEN}&don_vi=B.1&vao_buoc=admitted&tu=2021-01-01&den=2021-02-28"


@pytest.fixture
def admitted(cast):
    """Somebody admitted in Sở Một, which was merged with Sở Hai since."""
    made = people.dossier(
        cast, Stage.ADMITTED, days={Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 2, 3)}
    )
    quotas.merge((cast.office, cast.single_cell), "B.9", "Đảng bộ Sở Mới", MERGED)
    return made


def test_every_number_of_a_report_about_a_day_before_the_merger_opens_its_list(cast, admitted):
    browser = people.signed_in(cast.officer)
    page = browser.get("/bao-cao/so-sanh/?den_ngay=28/2/2021").content.decode()
    lists = {html.unescape(each) for each in re.findall(r'href="(/ho-so/\?[^"]*)"', page)}
    assert ADMITTED in lists
    assert {each: browser.get(each).status_code for each in lists} == dict.fromkeys(lists, 200)
    assert admitted.code in browser.get(ADMITTED).content.decode()


def test_what_has_ended_is_chosen_by_its_address_alone(cast, admitted):
    browser = people.signed_in(cast.officer)
    assert (
        '<option value="B.1" selected>Đảng bộ Sở Một (đã kết thúc)</option>' in browser.get(ADMITTED).content.decode()
    )
    assert 'value="B.1"' not in browser.get("/ho-so/").content.decode()


@pytest.mark.parametrize(
    "address",
    [ADMITTED, "/ho-so/con-thieu/?don_vi=B.1", f"/ho-so/con-thieu/?don_vi=B.1&{THEN}"],
    ids=["entered", "lacking", "lacking then"],
)
def test_only_those_above_it_open_its_lists(cast, admitted, address):
    assert people.signed_in(cast.officer).get(address).status_code == 200
    assert people.signed_in(cast.stranger).get(address).status_code == 400


@pytest.mark.parametrize("ended", ["cell", "association"])
def test_a_nomination_by_or_to_what_has_ended_stays_in_the_list_of_those_above(cast, ended):
    people.nomination(cast)
    unit: Unit = getattr(cast, ended)
    people.close(unit, people.TODAY)
    address = f"/ho-so/gioi-thieu/?tai_ngay=2021-05-31&to_chuc={cast.association.code}"
    assert "1 lượt" in people.signed_in(cast.officer).get(address).content.decode()
    stranger = people.signed_in(cast.stranger).get(address)
    assert (stranger.status_code, "1 lượt" in stranger.content.decode()) == (400, False)
