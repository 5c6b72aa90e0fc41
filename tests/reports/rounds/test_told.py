"""What a report of a period says of its round on the control slip."""

from dataclasses import replace
from datetime import date

import pytest

from candidates.enums import Stage
from candidates.models import Dossier
from organizations import tree
from organizations.enums import UnitKind
from reports import builder, making
from reports.definitions import CATALOGUE
from reports.making import Made
from reports.rounds import told
from tests import people, rounds, units


@pytest.fixture
def asked(cast):
    """A report of the bloc for the first quarter."""
    made = builder.asked(CATALOGUE["tien-do"], cast.bloc, rounds.FIRST_QUARTER.last_day)
    return replace(made, period=rounds.FIRST_QUARTER)


@pytest.fixture
def found(cast):
    """Somebody admitted in each of the two organisations; Sở Một alone has confirmed and was accepted."""
    rounds.admitted(cast)
    rounds.admitted(cast, full_name="Lê Văn Bên", where=cast.single_cell)
    made = rounds.opened(cast.bloc, [cast.office, cast.single_cell])
    rounds.accepted(made, cast.office)
    return made


def made(cast, on=rounds.FIRST_QUARTER.last_day, code: str = "tien-do", period=None) -> Made:
    """A report as page, file and signer get it."""
    people.target(cast.bloc)
    definition = CATALOGUE[code]
    return making.make(definition, builder.asked(definition, cast.bloc, on, period))


def slip(cast) -> str:
    return " ".join(made(cast).report.slip)


def unconfirmed(asked) -> told.Unconfirmed:
    (gap,) = told.of(asked).gaps
    return gap


def test_without_a_round_nothing_is_said(asked):
    assert told.of(asked) == told.Closed((), ())


def test_who_has_not_confirmed_is_named_with_the_share_of_the_whole(found, asked):
    said = unconfirmed(asked)
    assert (said.silent, said.missing, said.whole, said.share) == (("Chi bộ Sở Hai",), 1, 2, 50)


def test_the_slip_of_the_report_says_it(found, cast):
    words = slip(cast)
    assert "Chốt số liệu quý I năm 2021: 1/2 tổ chức cơ sở đảng chưa chốt: Chi bộ Sở Hai." in words
    assert "Số kết nạp quý I năm 2021 ở các tổ chức chưa chốt, theo hồ sơ hiện có: 1/2 người, bằng 50,0 %." in words


def test_whoever_waits_for_the_superior_is_named_apart(found, asked, cast):
    rounds.confirmed(found, cast.single_cell)
    said = unconfirmed(asked)
    assert (said.silent, said.unjudged, said.missing) == ((), ("Chi bộ Sở Hai",), 0)


def test_an_organisation_that_no_round_asked_is_missing_too(asked, cast):
    rounds.admitted(cast, where=cast.single_cell)
    rounds.accepted(rounds.opened(cast.bloc, [cast.office]), cast.office)
    said = unconfirmed(asked)
    assert (said.silent, said.unasked, said.missing, said.whole) == ((), ("Chi bộ Sở Hai",), 1, 1)


def test_a_round_taken_back_says_nothing(found, asked):
    type(found).objects.filter(pk=found.pk).update(void=True, void_reason="Nhầm")
    assert told.of(asked).notes == ()


def test_a_late_change_is_a_line_of_the_next_report(cast):
    waiting = people.dossier(cast, Stage.DECIDED)
    rounds.accepted(rounds.opened(cast.bloc, [cast.office]), cast.office)
    rounds.ceremony(waiting, "Biên bản gửi muộn")
    april = made(cast, rounds.APRIL.last_day).report
    line = (
        f"Điều chỉnh số đã chốt quý I năm 2021, Đảng bộ Sở Một: +1 Kết nạp trong kỳ, −1 Có quyết định, chưa tổ chức lễ, "
        f"+1 Đang dự bị ({waiting.code}; Biên bản gửi muộn)."
    )
    assert line in april.slip


@pytest.mark.parametrize("page", ["", "trinh-ky/"], ids=["the report", "before it is signed"])
def test_the_page_of_the_report_says_it_too_with_one_click_to_the_round(found, cast, page):
    people.target(cast.bloc)
    browser = people.signed_in(cast.officer)
    page = browser.get(f"/bao-cao/tien-do/{page}?den_ngay=31/3/2021").content.decode()
    assert "Chốt số liệu quý I năm 2021, 2 tổ chức cơ sở đảng: 1 chưa chốt." in page
    assert "1/2 tổ chức cơ sở đảng chưa chốt: Chi bộ Sở Hai." in page
    assert f'href="{rounds.LIST}{found.pk}/?tinh_trang=unconfirmed"' in page


def test_every_number_of_the_warning_opens_its_list(found, asked, cast):
    rounds.accepted(rounds.opened(cast.bloc, [cast.office], rounds.APRIL), cast.office)
    gap, browser = unconfirmed(asked), people.signed_in(cast.officer)
    (door,) = gap.doors
    assert door.words == "chưa chốt trong đợt chốt của Đảng bộ Khối"
    table = browser.get(door.href).context
    assert [row["stands"].place.unit for row in table["rows"]] == [cast.single_cell]
    assert next(iter(table["tally"]))["words"] == "Chưa chốt"
    lists = [browser.get(address).context["total"] for address in (gap.missing_list, gap.whole_list)]
    assert lists == [gap.missing, gap.whole] == [1, 2]


def test_whoever_waits_for_the_superior_has_a_door_of_his_own(found, asked, cast):
    rounds.confirmed(found, cast.single_cell)
    assert [door.href for door in unconfirmed(asked).doors] == [f"{rounds.LIST}{found.pk}/?tinh_trang=confirmed"]


def test_an_organisation_founded_after_a_period_owed_no_round_of_it(found, cast):
    people.unit("B.3", "Chi bộ Sở Ba", UnitKind.GRASSROOTS_CELL, cast.bloc, since=date(2021, 5, 1))
    tree.rebuild()
    (gap,) = made(cast, people.TODAY).gaps
    assert (gap.unasked, gap.asked) == ((), 2)


def test_an_organisation_that_ended_after_it_was_silent_is_named(found, cast):
    Dossier.objects.filter(unit=cast.single_cell).update(unit=cast.cell)
    units.close(cast.single_cell, date(2021, 5, 1))
    (gap,) = made(cast, people.TODAY).gaps
    assert (gap.silent, gap.unasked, gap.asked, gap.missing, gap.whole) == (("Chi bộ Sở Hai",), (), 2, 1, 2)
    browser = people.signed_in(cast.officer)
    assert browser.get(gap.missing_list).context["total"] == 1


def test_a_report_without_gaps_warns_of_nothing(found, cast):
    rounds.accepted(found, cast.single_cell)
    assert made(cast).gaps == ()


def test_a_report_over_a_longer_period_tells_of_the_rounds_within_it(found, cast):
    report = made(cast, rounds.APRIL.last_day)
    assert [gap.silent for gap in report.gaps] == [("Chi bộ Sở Hai",)]
    assert "Chốt số liệu quý I năm 2021: 1/2 tổ chức cơ sở đảng chưa chốt: Chi bộ Sở Hai." in report.report.slip


def test_a_round_of_the_very_period_speaks_alone(found, cast):
    both = replace(rounds.FIRST_QUARTER, stop=rounds.APRIL.stop)
    rounds.opened(cast.bloc, [cast.office, cast.single_cell], both)
    (gap,) = made(cast, rounds.APRIL.last_day).gaps
    assert (gap.period, gap.silent) == (both, ("Đảng bộ Sở Một", "Chi bộ Sở Hai"))
