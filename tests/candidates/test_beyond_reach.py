"""What lies beyond a person's reach, or is sensitive, is told nowhere: filters, agendas, reconciliations, audit, readings."""

import pytest

from candidates import meeting_results, undoing
from candidates.enums import AgendaResult, DifferenceKind, HoldKind, Stage
from candidates.models import Difference, Reconciliation
from organizations.models import Reading
from tests import pages, people
from tests.candidates import agendas, sides
from tests.people import TODAY


def test_a_dossier_that_left_the_committee_before_its_meeting_is_not_told_of(cast):
    made = agendas.submitted(cast, 2)
    meeting = agendas.meeting(cast, *made)
    sides.receive(sides.send(made[0], cast.foreign_cell))
    sides.hold(sides.fresh(made[0]), HoldKind.PAUSED, TODAY)
    browser = people.signed_in(cast.officer)
    page = browser.post(f"/ho-so/cuoc-hop/{meeting.pk}/ap-dung/", agendas.typed(meeting)).content.decode()
    assert made[1].person.full_name in page
    assert [words for words in (made[0].person.full_name, made[0].code, "Tạm dừng") if words in page] == []
    browser.post(f"/ho-so/cuoc-hop/{meeting.pk}/ap-dung/", agendas.typed(meeting) | {"ghi": "1"})
    left = meeting.items.get(dossier=made[0])
    assert (left.result, left.words) == (AgendaResult.SKIPPED, meeting_results.ELSEWHERE)


@pytest.mark.parametrize("who", ["leader", "auditor", "office_worker"])
def test_a_list_does_not_say_what_a_conclusion_is_awaited_about(cast, who):
    made = people.dossier(cast, Stage.PREPARING)
    other = people.dossier(cast, Stage.PREPARING, full_name="Lê Văn Khác")
    sides.hold(made, HoldKind.POLITICAL, reason="Có vấn đề bí mật")
    browser = people.signed_in(getattr(cast, who))
    listed = browser.get("/ho-so/?tinh_trang=conclusion").content.decode()
    assert (made.code in listed, other.code in listed) == (True, False)
    told = listed + browser.get(f"/ho-so/{made.code}/").content.decode()
    assert [words for words in ("political", "tiêu chuẩn chính trị", "bí mật") if words in told] == []


def test_the_audit_tells_that_a_dossier_waits_and_not_what_about(cast):
    made = people.dossier(cast, Stage.PREPARING)
    held = sides.hold(made, HoldKind.POLITICAL, reason="Có vấn đề bí mật", number="77-CV/BVCTNB", issuer="Ban Bảo vệ")
    people.signed_in(cast.officer).get(f"/ho-so/{made.code}/")
    assert Reading.objects.filter(user=cast.officer).exists()
    sides.release(held, outcome="qualified", number="78-KL/BVCTNB")
    browser = people.signed_in(cast.auditor)
    told = "".join(browser.get(address).content.decode() for address in ("/nhat-ky/", "/nhat-ky/luot-doc/"))
    assert "Xin kết luận của cấp có thẩm quyền" in told
    hidden = ("tiêu chuẩn chính trị", "bí mật", "BVCTNB", "Ban Bảo vệ", "political", "qualified")
    assert [words for words in hidden if words in told] == []


def test_a_stored_difference_does_not_name_a_dossier_that_left_the_reach(cast):
    made = people.dossier(cast, Stage.DECIDED)
    days = {"first_day": TODAY, "last_day": TODAY}
    stored = Reconciliation.objects.create(unit=cast.bloc, **days, listed=1, matched=0)
    words = f"Có thể là {made.code} (Có quyết định; quyết định 1 ngày 1/1/2020)."
    Difference.objects.create(
        reconciliation=stored,
        kind=DifferenceKind.ONLY_THERE,
        line=2,
        on=TODAY,
        name="Nguyễn Văn Ân",
        dossier=made,
        words=words,
    )
    browser = people.signed_in(cast.officer)
    assert made.code in browser.get(f"/ho-so/doi-chieu-csdl/{stored.pk}/").content.decode()
    sides.receive(sides.send(made, cast.foreign_cell))
    assert made.code not in browser.get(f"/ho-so/doi-chieu-csdl/{stored.pk}/").content.decode()


def test_undoing_together_tells_nothing_of_a_dossier_that_left_but_that_it_went_on(cast):
    made = agendas.submitted(cast, 2)
    meeting = agendas.meeting(cast, *made)
    browser = people.signed_in(cast.officer)
    browser.post(f"/ho-so/cuoc-hop/{meeting.pk}/ap-dung/", agendas.typed(meeting) | {"ghi": "1"})
    sides.receive(sides.send(made[0], cast.foreign_cell, agendas.HELD_ON), TODAY)
    page = browser.get(f"/ho-so/cuoc-hop/{meeting.pk}/huy/").content.decode()
    sent = {"reason": "ghi nhầm", "version": meeting.version + 1}
    told = page + pages.send(browser, f"/ho-so/cuoc-hop/{meeting.pk}/huy/", **sent).content.decode()
    assert (made[1].code in page, undoing.BEYOND in told) == (True, True)
    hidden = (made[0].code, made[0].person.full_name, "Tiếp nhận chuyển đến")
    assert [words for words in hidden if words in told] == []
