"""Our own readings: in use or not, for which units, and who may switch them."""

from datetime import date

import pytest

from directives import actions, readings
from directives.enums import Bound, ReadingCode
from directives.models import Directive
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed, Role
from organizations.errors import Conflict, NotAllowed
from tests import duties, pages, people
from tests.people import TODAY

CODE = ReadingCode.STILL_HAS_SOURCES


def switch(who, reading, in_use=False, version=1, reason="Thường trực yêu cầu"):
    with acting(who, Deed.KEEP_DOCUMENTS):
        actions.switch_reading(reading, in_use, reason, own=access.reach(who, TODAY), version=version)


def test_a_reading_is_in_use_for_the_unit_of_its_letter_until_it_is_switched_off(cast):
    made = duties.reading(cast.bloc)
    assert readings.in_use(CODE, cast.bloc) == readings.in_use(CODE, made.directive) == made
    switch(cast.officer, made)
    assert (readings.in_use(CODE, cast.bloc), readings.in_use(CODE, made.directive)) == (None, None)
    switch(cast.officer, made, in_use=True, version=2)
    assert readings.in_use(CODE, cast.bloc) == made


@pytest.mark.parametrize(
    ("unit", "on", "found"),
    [
        ("cell", TODAY, True),
        ("cell", None, False),
        ("foreign_cell", TODAY, False),
        ("bloc", date(2021, 2, 28), False),
    ],
)
def test_it_concerns_the_units_below_from_the_day_of_the_letter(cast, unit, on, found):
    duties.reading(cast.bloc)
    assert (readings.in_use(CODE, getattr(cast, unit), on) is not None) is found


def test_it_concerns_a_unit_that_the_letter_binds(cast):
    made = duties.reading(cast.bloc)
    duties.duty(cast.foreign_bloc, Bound.ITSELF, directive=made.directive)
    assert readings.in_use(CODE, cast.foreign_bloc) == made


def test_the_history_tells_who_switched_it_and_why(cast):
    made = duties.reading(cast.bloc)
    switch(cast.officer, made)
    last, first = readings.history(made)
    assert (last.in_use, last.by, last.reason, first.in_use) == (False, "Lê Văn Cán", "Thường trực yêu cầu", True)


@pytest.mark.parametrize("who", ["leader", "secretary", "auditor", "mass_officer"])
def test_nobody_without_the_deed_switches(cast, who):
    made = duties.reading(cast.bloc)
    with pytest.raises(NotAllowed):
        switch(getattr(cast, who), made)


def test_an_officer_of_another_bloc_switches_nothing_unless_the_letter_binds_it(cast):
    other = people.person("cankhac", "Lưu Văn Cán", Role.BOARD_OFFICER, cast.foreign_bloc)
    made = duties.reading(cast.bloc)
    with pytest.raises(NotAllowed):
        switch(other, made)
    duties.duty(cast.foreign_bloc, Bound.ITSELF, directive=made.directive)
    switch(other, made)
    assert readings.in_use(CODE, made.directive) is None


def test_a_second_switch_of_the_same_version_is_a_conflict(cast):
    made = duties.reading(cast.bloc)
    switch(cast.officer, made)
    with pytest.raises(Conflict, match="Lê Văn Cán vừa đổi cách hiểu này: hiện không dùng") as told:
        switch(cast.officer, made)
    assert told.value.version == 2


def address(made) -> str:
    return f"/van-ban/{made.directive_id}/cach-hieu/{made.pk}/"


def test_the_page_switches_with_a_reason_and_the_directive_shows_it(cast):
    made, officer = duties.reading(cast.bloc), people.signed_in(cast.officer)
    assert pages.send(officer, address(made), reason="chưa thống nhất").url == f"/van-ban/{made.directive_id}/"
    made.refresh_from_db()
    words = duties.words_of(officer, address(made))
    assert (made.in_use, "Tắt Lê Văn Cán: chưa thống nhất" in words) == (False, True)
    assert "Đã tắt" in duties.words_of(officer, f"/van-ban/{made.directive_id}/")


def test_without_a_reason_nothing_happens(cast):
    made = duties.reading(cast.bloc)
    answer = pages.send(people.signed_in(cast.officer), address(made), reason=" ")
    assert "Hãy ghi lý do" in pages.read(answer).words
    made.refresh_from_db()
    assert made.in_use


def test_an_officer_elsewhere_sees_the_words_but_may_not_switch(cast):
    other = people.signed_in(people.person("cankhac", "Lưu Văn Cán", Role.BOARD_OFFICER, cast.foreign_bloc))
    made = duties.reading(cast.bloc)
    assert [other.generic(verb, address(made)).status_code for verb in ("GET", "POST")] == [403, 403]
    assert "Tỷ lệ hội còn nguồn" in duties.words_of(other, f"/van-ban/{made.directive_id}/")
    assert Directive.objects.count() == 1
