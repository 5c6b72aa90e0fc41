"""Transfers and new cases as the browser does them: sent, seen by name only, received or refused; re-admission."""

import pytest
from django.urls import reverse

from candidates.enums import Stage
from candidates.models import Dossier, Transfer
from tests import pages, people
from tests.candidates import sides
from tests.people import TODAY

SENT = {"on": "3/5/2021", "number": "07-GCN", "reason": "Chuyển công tác"}


def place(made: Dossier) -> str:
    return reverse("candidates:transfer", args=[made.code])


@pytest.fixture
def made(cast) -> Dossier:
    return people.dossier(cast, Stage.PREPARING, full_name="Lê Thị Chuyển")


def test_a_cell_sends_and_the_other_receives_it_and_then_each_sees_what_is_its_own(cast, made):
    ours, theirs = people.signed_in(cast.secretary), people.signed_in(cast.stranger)
    pages.send(ours, place(made), to="Chi bộ khác", with_letter="on", **SENT)
    sent = Transfer.objects.get()
    coming = pages.read(theirs.get(reverse("candidates:arrivals"))).words
    for word in ("Lê Thị Chuyển", "Lập hồ sơ", "số 07-GCN", "Chi bộ Một → Chi bộ khác"):
        assert word in coming
    assert "1990" not in coming
    assert theirs.get(f"/ho-so/{made.code}/").status_code == 404
    assert "Lê Thị Chuyển" in pages.read(theirs.get("/")).words
    answer = pages.send(theirs, reverse("candidates:receive", args=[sent.pk]), on="20/5/2021")
    assert theirs.get(answer.url).status_code == 200
    assert ours.get(answer.url).status_code == 404
    gone = pages.read(ours.get(reverse("candidates:arrivals"))).words
    assert "Lê Thị Chuyển" in gone
    assert "Đã tiếp nhận ngày 20/5/2021" in gone


def test_the_other_cell_refuses_with_a_reason_that_the_sender_reads(cast, made):
    sent = sides.send(made, cast.foreign_cell)
    theirs = people.signed_in(cast.stranger)
    address = reverse("candidates:refuse", args=[sent.pk])
    assert "Hãy ghi lý do không tiếp nhận." in pages.read(pages.send(theirs, address, on="20/5/2021")).words
    pages.send(theirs, address, on="20/5/2021", reason="Chưa về công tác.")
    assert (
        "Không tiếp nhận ngày 20/5/2021: Chưa về công tác."
        in pages.read(people.signed_in(cast.secretary).get(reverse("candidates:arrivals"))).words
    )


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Hãy ghi chi bộ nơi đến, hoặc nơi đến ở ngoài."),
        ({"to": "Chi bộ khác", "place": "Tỉnh khác"}, "Chỉ ghi một nơi đến."),
        ({"to": "Chi bộ không có"}, "Không có chi bộ nào mang tên hoặc mã “Chi bộ không có”."),
        ({"to": "Chi bộ Một"}, "Hồ sơ đang ở chính chi bộ này; hãy chọn chi bộ khác."),
        ({"to": "Chi bộ khác", "on": "1/6/2021"}, "chưa đến (đang xem tại ngày 31/5/2021)"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(cast, made, said, sentence):
    answer = pages.send(people.signed_in(cast.secretary), place(made), **SENT | said)
    page = pages.read(answer)
    assert sentence in page.words
    assert page.form.fields["reason"] == "Chuyển công tác"
    assert not Transfer.objects.exists()


def test_the_step_out_of_what_is_followed_goes_by_the_page_of_transfers(cast, made):
    browser = people.signed_in(cast.secretary)
    assert browser.get(f"/ho-so/{made.code}/buoc/moved_out/").url == place(made)
    pages.send(browser, place(made), place="Đảng ủy phường Bến Thành", with_letter="on", **SENT)
    made.refresh_from_db()
    assert made.stage == Stage.MOVED_OUT


def test_only_whoever_adds_candidates_in_the_other_cell_receives(cast, made):
    sent = sides.send(made, cast.other_cell)
    address = reverse("candidates:receive", args=[sent.pk])
    found = {
        who: people.signed_in(getattr(cast, who)).get(address).status_code for who in ("leader", "stranger", "officer")
    }
    assert found == {"leader": 403, "stranger": 404, "officer": 200}
    assert people.signed_in(cast.officer).delete(address).status_code == 405


class TestNewCase:
    """A new case for somebody whose way ended."""

    def reopen(self, cast, former: Dossier, on: str = "20/5/2021"):
        address = reverse("candidates:reopen", args=[former.code])
        return pages.send(people.signed_in(cast.secretary), address, unit=cast.cell.pk, on=on)

    def test_after_striking_off_it_is_a_readmission_and_asks_how_somebody_left(self, cast):
        former = people.dossier(cast, Stage.ADMITTED)
        people.advance(former, Stage.STRUCK_OFF, on=sides.BEGUN)
        answer = self.reopen(cast, former)
        made = Dossier.objects.exclude(pk=former.pk).get()
        assert answer.url == f"/ho-so/{made.code}/"
        assert (made.person, made.stage, made.readmission) == (former.person, Stage.SOURCE, True)
        assert "Lần ra khỏi Đảng trước đây" in pages.read(people.signed_in(cast.secretary).get(answer.url)).words

    @pytest.mark.parametrize(
        ("upto", "to", "said"),
        [
            (Stage.PREPARING, Stage.REMOVED, {"exit_reason": "wish"}),
            (Stage.PREPARING, Stage.WITHDRAWN, {}),
            (Stage.ADMITTED, Stage.ANNULLED, {"note": "Chưa đủ tuổi khi kết nạp."}),
        ],
    )
    def test_after_leaving_the_list_or_an_annulment_it_is_a_new_case_and_no_readmission(self, cast, upto, to, said):
        former = people.dossier(cast, upto)
        people.advance(former, to, on=sides.BEGUN, **said)
        self.reopen(cast, former)
        assert Dossier.objects.exclude(pk=former.pk).get().readmission is False

    def test_while_another_is_open_it_is_refused_by_the_name_of_that_one(self, cast):
        former = people.dossier(cast, Stage.PREPARING)
        people.advance(former, Stage.WITHDRAWN, on=sides.BEGUN)
        self.reopen(cast, sides.fresh(former))
        other = Dossier.objects.exclude(pk=former.pk).get()
        words = f"Người này đang có hồ sơ {other.code} chưa kết thúc, ở bước “Nguồn” từ ngày 20/5/2021; hãy tiếp tục hồ sơ đó."
        assert words in pages.read(self.reopen(cast, former, "31/5/2021")).words
        sides.receive(sides.send(other, cast.foreign_cell, TODAY), TODAY)
        hidden = self.reopen(cast, former, "31/5/2021")
        assert "tổ chức đảng ngoài phạm vi của đồng chí" in pages.read(hidden).words
        assert other.code not in pages.read(hidden).words

    @pytest.mark.parametrize(
        ("upto", "on", "sentence"),
        [
            (Stage.PREPARING, "20/5/2021", "chưa kết thúc, đang ở bước “Lập hồ sơ”; hãy tiếp tục hồ sơ đó."),
            (Stage.WITHDRAWN, "1/5/2021", "Ngày đưa vào nguồn 01/5/2021 trước ngày hồ sơ"),
        ],
    )
    def test_not_before_the_old_way_ended(self, cast, upto, on, sentence):
        former = people.dossier(cast, Stage.PREPARING)
        if upto == Stage.WITHDRAWN:
            people.advance(former, upto, on=sides.BEGUN)
        assert sentence in pages.read(self.reopen(cast, sides.fresh(former), on)).words
        assert Dossier.objects.count() == 1
