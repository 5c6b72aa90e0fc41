"""Accepted figures are locked: what changes them asks why, stands as a late change, and is an adjustment in the next round."""

from datetime import date

import pytest

from candidates.enums import Stage
from candidates.models import Dossier, StageEntry
from organizations import locking
from organizations.acting import acting
from organizations.enums import Deed
from organizations.models import PeriodLock
from organizations.periods import inclusive
from reports.models import Adjustment, LateReason
from reports.rounds import adjusting
from tests import people, rounds
from tests.candidates import agendas, holds

REASON = "Biên bản lễ kết nạp gửi muộn"
SENTENCE = "Số liệu của Đảng bộ Sở Một đã chốt đến hết ngày 31/3/2021 (đợt chốt số liệu quý I năm 2021"


@pytest.fixture
def waiting(cast) -> Dossier:
    """Somebody whose ceremony of the first quarter nobody has recorded yet."""
    return people.dossier(cast, Stage.DECIDED)


@pytest.fixture
def closed(cast, waiting):
    """The first quarter, confirmed and accepted without that ceremony."""
    made = rounds.opened(cast.bloc, [cast.office, cast.single_cell])
    rounds.accepted(made, cast.office)
    return made


@pytest.fixture
def secretary(cast):
    return people.signed_in(cast.secretary)


@pytest.fixture
def clerk(cast):
    return people.signed_in(people.person("vp-so-mot", "Bùi Thị Văn", "committee_office", cast.office))


def record(browser, dossier: Dossier, on: str = "3/2/2021", **said: str):
    page = f"/ho-so/{dossier.code}/buoc/admitted/"
    return browser.post(page, rounds.form(browser, page) | {"on": on, "kept_at": "Chi bộ"} | said)


def lines(changes) -> list[tuple[str, list[str], str]]:
    return [(each.code, [move.words for move in each.moves], each.told.reason) for each in changes]


def test_a_step_inside_the_locked_days_asks_for_a_reason_in_its_own_form(closed, waiting, secretary):
    answer = record(secretary, waiting)
    assert answer.status_code == 200
    assert SENTENCE in rounds.sentences(answer)
    assert 'name="late_reason"' in rounds.sentences(answer)
    assert 'value="03/02/2021"' in rounds.sentences(answer) or 'value="3/2/2021"' in rounds.sentences(answer)
    assert Dossier.objects.get(pk=waiting.pk).stage == Stage.DECIDED


def test_with_a_reason_it_is_recorded_and_the_audit_trail_says_why(closed, waiting, secretary):
    assert record(secretary, waiting, late_reason=REASON).status_code == 302
    entry = StageEntry.objects.get(dossier=waiting, stage=Stage.ADMITTED)
    (event,) = StageEntry.pgh_event_model.objects.filter(pgh_obj=entry.pk)
    assert event.pgh_context.metadata["reason"] == REASON


def test_the_field_is_not_there_before_it_is_needed(closed, waiting, secretary):
    page = f"/ho-so/{waiting.code}/buoc/admitted/"
    assert 'name="late_reason"' not in rounds.sentences(secretary.get(page))


@pytest.mark.parametrize("on", ["1/4/2021", "31/5/2021"])
def test_a_step_after_the_locked_days_asks_nothing(closed, waiting, secretary, on):
    assert record(secretary, waiting, on).status_code == 302


def test_another_organisation_is_not_locked(closed, cast):
    other = people.dossier(cast, Stage.DECIDED, where=cast.single_cell)
    assert rounds.ceremony(other).stage == Stage.ADMITTED


def test_somebody_added_to_the_sources_of_the_locked_days_asks_for_a_reason(closed, secretary, cast):
    page = "/ho-so/moi/"
    given = rounds.form(secretary, page) | {
        "full_name": "Lê Thị Mới",
        "sex": "female",
        "birth_year": "1999",
        "unit": str(cast.cell.pk),
        "on": "15/2/2021",
    }
    assert SENTENCE in rounds.sentences(secretary.post(page, given))
    assert not Dossier.objects.filter(person__full_name="Lê Thị Mới").exists()


def test_a_returned_acceptance_lifts_the_lock(closed, waiting, cast):
    officer, page = people.signed_in(cast.officer), rounds.address(closed, cast.office, "y-kien/")
    given = {"kind": "returned", "words": "Còn sót", "due_on": "5/6/2021"}
    officer.post(page, rounds.form(officer, page) | given)
    assert [lock.void for lock in PeriodLock.ever.all()] == [True]
    assert rounds.ceremony(waiting).stage == Stage.ADMITTED


def test_the_page_of_the_round_says_what_changed_who_did_it_and_why(closed, waiting, secretary, cast):
    record(secretary, waiting, late_reason=REASON)
    officer = people.signed_in(cast.officer)
    answer = officer.get(rounds.address(closed, cast.office))
    moves = ["+1 Kết nạp trong kỳ", "−1 Có quyết định, chưa tổ chức lễ", "+1 Đang dự bị"]
    assert lines(answer.context["since"]) == [(waiting.code, moves, REASON)]
    assert "Đỗ Thị Thư" in rounds.sentences(answer)
    (row,) = [row for row in officer.get(f"{rounds.LIST}{closed.pk}/").context["rows"] if row["changed"]]
    assert (row["stands"].place.unit, row["changed"], row["unexplained"]) == (cast.office, 1, 0)


def test_the_confirmed_numbers_stay_as_they_were(closed, waiting, secretary, cast):
    record(secretary, waiting, late_reason=REASON)
    rows = {
        row["now"].figure.key: row
        for row in people.signed_in(cast.officer).get(rounds.address(closed, cast.office)).context["rows"]
    }
    assert (rows["ket-nap"]["kept"].value, rows["ket-nap"]["now"].value) == (0, 1)


def test_a_step_taken_back_later_is_a_late_change_with_its_reason(cast):
    made = rounds.admitted(cast)
    closed = rounds.opened(cast.bloc, [cast.office])
    rounds.accepted(closed, cast.office)
    secretary = people.signed_in(cast.secretary)
    page = f"/ho-so/{made.code}/dinh-chinh/"
    answer = secretary.post(page, rounds.form(secretary, page) | {"reason": "Ghi nhầm người"})
    assert answer.status_code == 302
    (change,) = people.signed_in(cast.officer).get(rounds.address(closed, cast.office)).context["since"]
    assert change.moves[0].words == "−1 Kết nạp trong kỳ"
    assert change.told.reason == "Ghi nhầm người"


def test_a_late_change_is_an_adjustment_of_the_next_round_and_of_no_further_one(
    closed, waiting, secretary, clerk, cast
):
    record(secretary, waiting, late_reason=REASON)
    april = rounds.opened(cast.bloc, [cast.office], rounds.APRIL)
    page = rounds.address(april, cast.office)
    assert [each.code for each in clerk.get(page).context["adjustments"]] == [waiting.code]
    clerk.post(f"{page}xac-nhan/", rounds.form(clerk, page))
    assert {(row.label, row.is_in, row.reason) for row in Adjustment.objects.all()} == {
        ("Kết nạp trong kỳ", True, REASON),
        ("Có quyết định, chưa tổ chức lễ", False, REASON),
        ("Đang dự bị", True, REASON),
    }
    assert "+1 Kết nạp trong kỳ" in rounds.sentences(clerk.get(page))
    officer = people.signed_in(cast.officer)
    judged = f"{page}y-kien/"
    officer.post(judged, rounds.form(officer, judged) | {"kind": "accepted"})
    later = rounds.place(_later(cast), cast.office)
    assert adjusting.due(later, people.TODAY) == []


def test_a_change_that_is_reversed_after_it_was_taken_up_comes_back_with_the_other_sign(closed, waiting, cast):
    made = rounds.ceremony(waiting, REASON)
    april = rounds.opened(cast.bloc, [cast.office], rounds.APRIL)
    rounds.accepted(april, cast.office)
    secretary = people.signed_in(cast.secretary)
    page = f"/ho-so/{made.code}/dinh-chinh/"
    secretary.post(page, rounds.form(secretary, page) | {"reason": "Ghi nhầm người"})
    due = adjusting.due(rounds.place(_later(cast), cast.office), people.TODAY)
    of_quarter = [each for each in due if each.of.place.round_id == closed.pk]
    assert [move.words for each in of_quarter for move in each.moves] == [
        "−1 Kết nạp trong kỳ",
        "+1 Có quyết định, chưa tổ chức lễ",
        "−1 Đang dự bị",
    ]


def test_an_adjustment_that_came_since_is_confirmed_though_the_figures_are_the_same(cast, clerk):
    """A ceremony that was in truth held the year before changes the closed quarter, not April."""
    admitted = rounds.admitted(cast)
    rounds.accepted(rounds.opened(cast.bloc, [cast.office]), cast.office)
    page = rounds.address(rounds.opened(cast.bloc, [cast.office], rounds.APRIL), cast.office)
    clerk.post(f"{page}xac-nhan/", rounds.form(clerk, page))
    assert clerk.get(page).context["adjustments"] == []
    rounds.taken_back(admitted, REASON)
    rounds.ceremony(Dossier.objects.get(), REASON, on=date(2020, 12, 16))
    told = clerk.get(page).context
    assert [move.words for each in told["adjustments"] for move in each.moves] == ["−1 Kết nạp trong kỳ"]
    assert (told["again"], told["advice"].title) == (False, "Số liệu đã khác.")
    assert clerk.post(f"{page}xac-nhan/", rounds.form(clerk, page)).status_code == 302
    assert [(row.label, row.confirmation.number) for row in Adjustment.objects.all()] == [("Kết nạp trong kỳ", 2)]
    assert "không phải xác nhận lại" in rounds.sentences(clerk.post(f"{page}xac-nhan/", rounds.form(clerk, page)))


def test_a_change_without_a_reason_is_explained_before_the_next_round_is_confirmed(closed, waiting, clerk, cast):
    """A unit that passes to another committee changes figures without anybody recording a step."""
    people.place_under(cast.cell, cast.bloc, date(2020, 1, 1))
    april = rounds.opened(cast.bloc, [cast.office], rounds.APRIL)
    page = rounds.address(april, cast.office)
    answer = clerk.post(f"{page}xac-nhan/", rounds.form(clerk, page))
    assert f"có thay đổi chưa ghi lý do: {waiting.code}" in rounds.sentences(answer)
    explain = f"{page}ly-do/"
    (name,) = clerk.get(explain).context["form"].names
    assert "Hãy ghi lý do cho ít nhất một thay đổi." in rounds.sentences(
        clerk.post(explain, rounds.form(clerk, explain))
    )
    clerk.post(explain, rounds.form(clerk, explain) | {name: "Chi bộ chuyển về Đảng ủy Khối"})
    assert [row.words for row in LateReason.objects.all()] == ["Chi bộ chuyển về Đảng ủy Khối"]
    assert clerk.post(f"{page}xac-nhan/", rounds.form(clerk, page)).status_code == 302


def _later(cast):
    """A further period: May, closed on a day after it."""
    may = inclusive(date(2021, 5, 1), date(2021, 5, 30))
    return rounds.opened(cast.bloc, [cast.office], may, on=people.TODAY, due=people.TODAY)


def test_a_meeting_in_the_locked_days_asks_once_and_keeps_the_reason_over_both_steps(cast):
    meeting = agendas.meeting(cast, *agendas.submitted(cast, 2))
    with acting(None, Deed.OPEN_ROUND):
        locking.lock(cast.single_cell, people.TODAY, "đợt chốt số liệu tháng 5 năm 2021", people.TODAY)
    officer, page, given = (
        people.signed_in(cast.officer),
        f"/ho-so/cuoc-hop/{meeting.pk}/ap-dung/",
        agendas.typed(meeting),
    )
    refused = rounds.sentences(officer.post(page, given))
    assert "đã chốt đến hết ngày 31/5/2021 (đợt chốt số liệu tháng 5 năm 2021" in refused
    shown = rounds.sentences(officer.post(page, given | {"late_reason": REASON}))
    assert f'<input type="hidden" name="late_reason" value="{REASON}">' in shown
    assert officer.post(page, given | {"late_reason": REASON, "ghi": "1"}).status_code == 302
    assert StageEntry.objects.filter(stage=Stage.DECIDED).count() == 2


def test_a_dossier_received_in_the_locked_days_asks_for_a_reason(closed, cast):
    made = people.dossier(cast, Stage.SYMPATHISER, where=cast.foreign_cell)
    sent = holds.sent(made, to_unit=cast.cell)
    secretary, page = people.signed_in(cast.secretary), f"/ho-so/chuyen-den/{sent.pk}/tiep-nhan/"
    with acting(None, Deed.OPEN_ROUND):
        locking.lock(cast.office, people.TODAY, "đợt chốt số liệu tháng 5 năm 2021", people.TODAY)
    given = rounds.form(secretary, page) | {"on": "31/5/2021"}
    assert "đã chốt đến hết ngày 31/5/2021" in rounds.sentences(secretary.post(page, given))
    assert secretary.post(page, given | {"late_reason": REASON}).status_code == 302
