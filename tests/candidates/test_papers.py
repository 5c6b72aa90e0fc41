"""The papers of a dossier: recorded, refused with what they clash with, checked, taken back; the checklist says what lacks."""

from datetime import date

import pytest

from candidates import checklist
from candidates.enums import IntroducerKind, PaperKind, Stage
from candidates.models import Dossier, Introducer, Paper
from tests import pages, people
from tests.candidates import laid
from tests.test_query_costs import queries

SUMMARY = PaperKind.OPINIONS_SUMMARY
ON = date(2021, 5, 31)


@pytest.fixture
def preparing(cast) -> Dossier:
    """A dossier that was begun and has none of the papers of the proposal but the application and the certificate."""
    return people.dossier(cast, Stage.PREPARING)


def record(cast, made: Dossier, kind: str = SUMMARY, who: str = "secretary", **typed: str):
    address = f"/ho-so/{made.code}/giay-to/moi/{kind}/"
    return pages.send(people.signed_in(getattr(cast, who)), address, **{"issued_on": "20/5/2021"} | typed)


def lacking(made: Dossier) -> list[str]:
    found = Dossier.objects.select_related("unit").get(pk=made.pk)
    return [item.form.kind for item in checklist.of(found, ON).next.lacking]


def test_the_checklist_counts_what_lacks_for_the_next_step_that_needs_papers(cast, preparing):
    page = pages.read(people.signed_in(cast.secretary).get(f"/ho-so/{preparing.code}/giay-to/"))
    assert "Thiếu 5/7 giấy tờ cho bước “Chi bộ đề nghị”" in page.words
    assert "5-KNĐ" in page.words
    asked = {form.action.split("/")[-2] for form in page.forms if "/giay-to/moi/" in form.action}
    assert asked >= set(lacking(preparing))
    listed = pages.read(people.signed_in(cast.secretary).get("/ho-so/"))
    assert "thiếu 5/7 giấy tờ" in listed.words


def test_a_recorded_paper_is_there_with_its_number_day_and_keeper(cast, preparing):
    answer = record(cast, preparing, number="12-TH/CB", issuer="Chi ủy", kept_at="Tủ 2")
    words = pages.read(people.signed_in(cast.secretary).get(answer.url)).words
    assert "số 12-TH/CB, ngày 20/5/2021, Chi ủy; bản gốc: Tủ 2; chưa ai kiểm tra." in words
    assert SUMMARY not in lacking(preparing)


@pytest.mark.parametrize("kind", [PaperKind.BIOGRAPHY, PaperKind.APPLICATION, PaperKind.SELF_REVIEW])
def test_of_a_paper_in_the_persons_own_hand_only_day_and_keeper_are_asked_and_kept(cast, preparing, kind):
    browser = people.signed_in(cast.secretary)
    form = pages.read(browser.get(f"/ho-so/{preparing.code}/giay-to/moi/{kind}/")).form
    assert {"issued_on", "kept_at"} <= form.fields.keys()
    assert not {"number", "issuer"} & form.fields.keys()
    record(cast, preparing, kind, number="99", issuer="Ai đó")
    assert [(each.number, each.issuer) for each in Paper.objects.filter(kind=kind, entry=None)] == [("", "")]


def test_a_number_used_before_is_refused_naming_the_other_paper_and_its_day(cast, preparing):
    other = people.dossier(cast, full_name="Lê Thị Khác")
    laid.paper(other, number="12-TH/CB", issued_on=date(2021, 3, 1))
    page = pages.read(record(cast, preparing, number="12-th/cb"))
    assert "Số 12-TH/CB ngày 01/3/2021 đã ghi cho Lê Thị Khác" in page.words.replace("(hồ sơ", " (hồ sơ")
    assert page.form.fields["number"] == "12-th/cb"


def test_whoever_has_the_number_out_of_reach_is_not_named(cast, preparing):
    other = people.dossier(cast, where=cast.foreign_cell, full_name="Lê Thị Xa")
    laid.paper(other, number="12-TH/CB", issued_on=date(2021, 3, 1))
    words = pages.read(record(cast, preparing, number="12-TH/CB")).words
    assert "Số 12-TH/CB ngày 01/3/2021 đã ghi cho một hồ sơ khác" in words
    assert "Lê Thị Xa" not in words


@pytest.mark.parametrize("said", [{"issuer": "Chi ủy khác"}, {"issued_on": "20/5/2020"}, {"kind": "helper_remarks"}])
def test_another_issuer_year_or_kind_may_have_the_same_number(cast, preparing, said):
    laid.paper(people.dossier(cast, full_name="Lê Thị Khác"), number="12-TH/CB", issued_on=date(2021, 3, 1))
    assert record(cast, preparing, **{"number": "12-TH/CB"} | said).status_code == 302


def test_a_paper_that_a_step_is_yet_to_bring_is_recorded_with_the_step(cast, preparing):
    words = pages.read(record(cast, preparing, PaperKind.CELL_RESOLUTION)).words
    assert "được ghi cùng bước “Chi bộ đề nghị” của hồ sơ, không ghi ở đây" in words


def test_a_day_to_come_is_refused_and_what_was_typed_stays(cast, preparing):
    page = pages.read(record(cast, preparing, issued_on="1/6/2021", kept_at="Tủ 2"))
    assert "Ngày ghi trên giấy tờ 01/6/2021 chưa đến" in page.words
    assert page.form.fields["kept_at"] == "Tủ 2"


def test_two_introducing_members_or_a_body_and_one_are_enough(cast, preparing):
    laid.paper(preparing, PaperKind.INTRODUCTION, issuer="Lê Văn Một")
    assert PaperKind.INTRODUCTION in lacking(preparing)
    Introducer.objects.create(dossier=preparing, kind=IntroducerKind.YOUTH_UNION, name="Đoàn cơ sở", on=laid.ON)
    assert PaperKind.INTRODUCTION not in lacking(preparing)


def test_two_bodies_do_not_stand_for_both_members(preparing):
    for kind in (IntroducerKind.YOUTH_UNION, IntroducerKind.TRADE_UNION):
        Introducer.objects.create(dossier=preparing, kind=kind, name=kind.label, on=laid.ON)
    assert PaperKind.INTRODUCTION in lacking(preparing)


def test_a_member_who_is_recorded_twice_counts_once(preparing):
    laid.paper(preparing, PaperKind.INTRODUCTION, issuer="Lê Văn Một")
    Introducer.objects.create(dossier=preparing, kind=IntroducerKind.MEMBER, name="Lê Văn Một", on=laid.ON)
    assert PaperKind.INTRODUCTION in lacking(preparing)


def test_a_paper_that_has_run_out_lacks_and_says_since_when(cast, preparing):
    laid.paper(preparing, expires_on=date(2020, 9, 2))
    words = pages.read(people.signed_in(cast.leader).get(f"/ho-so/{preparing.code}/giay-to/")).words
    assert "Hết hạn từ 02/9/2020" in words
    assert SUMMARY in lacking(preparing)


def test_before_the_first_edition_nothing_is_asked(preparing):
    assert checklist.of(preparing, date(2011, 1, 1)).items == ()
    assert not checklist.of(preparing, date(2011, 1, 1)).has_catalogue


def test_whoever_receives_dossiers_says_that_a_paper_was_checked_and_takes_it_back(cast, preparing):
    paper = laid.paper(preparing)
    browser, address = people.signed_in(cast.appraiser), f"/ho-so/{preparing.code}/giay-to/"
    pages.send(browser, f"{address}kiem-tra/", papers=str(paper.pk))
    assert "Hồ Thị Thẩm đã kiểm tra ngày 31/5/2021" in pages.read(browser.get(address)).words
    pages.send(browser, f"{address}{paper.pk}/bo-kiem-tra/", reason="Xem nhầm hồ sơ")
    paper.refresh_from_db()
    assert (paper.checked_by, paper.checked_on) == (None, None)


def test_nothing_marked_is_not_a_check(cast, preparing):
    laid.paper(preparing)
    answer = pages.send(people.signed_in(cast.appraiser), f"/ho-so/{preparing.code}/giay-to/kiem-tra/")
    assert "Hãy đánh dấu ít nhất một giấy tờ" in pages.read(answer).words


def test_a_mistaken_paper_is_taken_back_with_a_reason_and_its_number_is_free_again(cast, preparing):
    paper = laid.paper(preparing, number="12")
    address = f"/ho-so/{preparing.code}/giay-to/{paper.pk}/dinh-chinh/"
    assert "Hãy ghi lý do" in pages.read(pages.send(people.signed_in(cast.secretary), address)).words
    pages.send(people.signed_in(cast.secretary), address, reason="Ghi nhầm")
    assert Paper.ever.get(pk=paper.pk).void
    assert record(cast, preparing, number="12").status_code == 302


def test_the_paper_of_a_step_is_taken_back_with_its_step_alone(cast, preparing):
    paper = preparing.papers.get(kind=PaperKind.APPLICATION)
    address = f"/ho-so/{preparing.code}/giay-to/{paper.pk}/dinh-chinh/"
    answer = pages.send(people.signed_in(cast.secretary), address, reason="Ghi nhầm")
    assert "chỉ đính chính cùng bước đó" in pages.read(answer).words


def test_a_second_click_records_one_paper(cast, preparing):
    browser, address = people.signed_in(cast.secretary), f"/ho-so/{preparing.code}/giay-to/moi/{SUMMARY}/"
    form = pages.read(browser.get(address)).form
    for _ in range(2):
        assert pages.send(browser, address, form, issued_on="20/5/2021").status_code == 302
    assert Paper.objects.filter(dossier=preparing, kind=SUMMARY).count() == 1


def test_an_unknown_kind_is_not_found(cast, preparing):
    assert people.signed_in(cast.secretary).get(f"/ho-so/{preparing.code}/giay-to/moi/khong-co/").status_code == 404


def test_the_page_costs_as_many_queries_for_three_checked_papers_as_for_one(cast, preparing):
    checked = {"checked_by": cast.appraiser, "checked_on": ON}
    laid.paper(preparing, **checked)
    browser, address = people.signed_in(cast.secretary), f"/ho-so/{preparing.code}/giay-to/"
    once = queries(browser, address)
    laid.paper(preparing, PaperKind.BIOGRAPHY, **checked)
    laid.paper(preparing, PaperKind.HELPED, **checked)
    assert queries(browser, address) == once
