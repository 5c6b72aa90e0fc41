"""Decisions annulled: a line of their own with the reason, in the year of the annulment; who was struck off stays counted."""

from datetime import date

from candidates import stages
from candidates.enums import Stage
from candidates.guards import Step
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed, Role
from tests import people
from tests.candidates import sides
from tests.people import TODAY
from tests.reports import asking

THIS_YEAR = {Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 2, 3)}
REASON = "Kết nạp khi chưa đủ tuổi"


def lines(unit, on: date = TODAY) -> list[str]:
    """The paragraphs on results of the progress report."""
    made = asking.report("tien-do", unit, on)
    return [each.words for section in made.sections for each in section.paragraphs]


def annul(made, on: date, **said: object) -> None:
    people.advance(made, Stage.ANNULLED, on=on, number="15-QĐ", note=REASON, **said)


def held(unit) -> int:
    made = asking.report("tien-do", unit, TODAY)
    return made.opening[0].figures["held"].value


def test_without_an_annulment_there_is_no_line(cast):
    people.target(cast.bloc)
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    assert not [words for words in lines(cast.bloc) if "Hủy quyết định" in words]


def test_the_year_of_the_annulment_shows_it_on_its_own_line_and_keeps_who_was_admitted(cast):
    people.target(cast.bloc)
    annul(people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR), date(2021, 5, 20))
    (line,) = [words for words in lines(cast.bloc) if "Hủy quyết định" in words]
    assert line.startswith(
        "Hủy quyết định kết nạp trong kỳ: −{annulled} đảng viên (quyết định số 15-QĐ ngày 20/5/2021: "
    )
    assert REASON in line
    assert held(cast.bloc) == 1
    assert not [words for words in lines(cast.bloc, date(2021, 5, 19)) if "Hủy quyết định" in words]


def test_braces_in_a_reason_name_no_figure(cast):
    people.target(cast.bloc)
    made = people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    people.advance(made, Stage.ANNULLED, on=TODAY, number="15-QĐ", note="Xem {held}")
    assert any("Xem (held)" in words for words in lines(cast.bloc))


def test_a_probationary_member_struck_off_still_counts_as_admitted(cast):
    people.target(cast.bloc)
    people.advance(people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR), Stage.STRUCK_OFF, on=TODAY)
    assert held(cast.bloc) == 1


def test_situation_12_the_committee_where_the_person_is_now_annuls(cast):
    made = people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    people.place_under(cast.cell, cast.foreign_bloc, date(2021, 4, 1))
    theirs = people.person("canmoi", "Đặng Văn Mới", Role.BOARD_OFFICER, cast.foreign_bloc)
    found = {who: access.reach(who, TODAY).covers(Deed.MOVE_AS_BOARD, cast.cell) for who in (cast.officer, theirs)}
    assert found == {cast.officer: False, theirs: True}
    step = Step(on=TODAY, number="15-QĐ", note=REASON)
    with acting(theirs, Deed.MOVE_AS_BOARD):
        stages.move(made, Stage.ANNULLED, step, **sides.known(made, own=access.reach(theirs, TODAY)))
    people.target(cast.foreign_bloc)
    assert [words for words in lines(cast.foreign_bloc) if "Hủy quyết định" in words]
