"""Verifications that wait: the list over a reach, asking again and taking that back, the letters in one file."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from candidates.enums import Stage, Verification, Verified
from candidates.models import Chasing, Dossier
from tests import pages, people
from tests.candidates import vettings
from tests.reports.forms import papers

LIST, LETTERS = "/tham-tra/", "/tham-tra/don-doc/pdf/"


@pytest.fixture
def made(cast) -> Dossier:
    return people.dossier(cast, Stage.SYMPATHISER)


@pytest.fixture
def check(made):
    return vettings.check(made, letter="12-CV/ĐU")


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def page_of(check) -> str:
    return f"/ho-so/{check.dossier.code}/ghi-chep/tham-tra/{check.pk}/don-doc/"


def test_the_list_tells_how_long_each_letter_waits_and_how_often_it_was_chased(check, secretary):
    vettings.chase(check, number="15-CV/ĐU")
    said = pages.read(secretary.get(LIST)).words
    # Sent on 1 March, looked at on 31 May 2021.
    assert "91 ngày" in said
    assert "ngày 20/4/2021, số 15-CV/ĐU" in said


@pytest.mark.parametrize(("days", "listed"), [("91", True), ("92", False)])
def test_the_list_is_narrowed_to_those_asked_for_long_enough_ago(days, listed, check, secretary):
    assert ("Đảng ủy xã Hàm Thuận" in pages.read(secretary.get(f"{LIST}?qua={days}")).words) == listed


def test_an_answered_letter_and_one_to_come_are_not_listed(made, secretary):
    vettings.check(made, Verified.PARENTS, Verification.ANSWERED)
    vettings.check(made, Verified.SPOUSE, asked_on=date(2021, 6, 1))
    assert "Không có thư thẩm tra nào đang chờ" in pages.read(secretary.get(LIST)).words


@pytest.mark.parametrize("query", ["qua=ba", "qua=-1", "qua=99999", "la=1"])
def test_a_wrong_filter_is_refused(query, secretary):
    assert [secretary.get(f"{address}?{query}").status_code for address in (LIST, LETTERS)] == [400, 400]


def test_asking_again_is_recorded_and_stands_under_its_letter(check, secretary):
    answer = pages.send(secretary, page_of(check), on="20/4/2021", number="15-CV/ĐU", note="Đã gọi văn phòng")
    said = pages.read(secretary.get(answer.url)).words
    assert "Đôn đốc ngày 20/4/2021, công văn số 15-CV/ĐU, Đã gọi văn phòng" in said
    assert Chasing.objects.get().verification == check


BAD = [
    ({"on": "1/6/2021"}, "Ngày đôn đốc 01/6/2021 chưa đến"),
    ({"on": "1/3/2021"}, "Ngày đôn đốc 01/3/2021 phải sau ngày gửi đề nghị thẩm tra 01/3/2021"),
    ({"on": ""}, "Hãy nhập ngày đôn đốc."),
    ({"on": "20/4/2021"}, "Đã ghi lần đôn đốc ngày 20/4/2021 (công văn số 15-CV/ĐU)"),
]


@pytest.mark.parametrize(("typed", "words"), BAD)
def test_an_impossible_chasing_is_refused_and_what_was_typed_stays(typed, words, check, secretary):
    vettings.chase(check, number="15-CV/ĐU")
    answer = pages.send(secretary, page_of(check), note="Đã gọi", **typed)
    read = pages.read(answer)
    assert words in read.words
    assert read.form.fields["note"] == "Đã gọi"
    assert Chasing.objects.count() == 1


def test_nothing_is_chased_after_the_answer(made, secretary):
    answered = vettings.check(made, Verified.PARENTS, Verification.ANSWERED)
    answer = pages.send(secretary, page_of(answered), on="5/4/2021")
    assert "đã trả lời ngày 05/4/2021" in pages.read(answer).words
    assert pages.send(secretary, page_of(answered), on="4/4/2021").status_code == 302


def test_nothing_is_chased_that_was_never_asked(made, secretary):
    nobody = vettings.check(made, Verified.SPOUSE, Verification.NONE)
    assert "không có gì để đôn đốc" in pages.read(pages.send(secretary, page_of(nobody), on="4/4/2021")).words


def test_a_mistaken_chasing_is_taken_back_and_kept(check, secretary):
    row = vettings.chase(check)
    answer = pages.send(secretary, f"{page_of(check)}{row.pk}/dinh-chinh/", reason="ghi nhầm ngày")
    assert "Đôn đốc ngày" not in pages.read(secretary.get(answer.url)).words
    assert (Chasing.objects.count(), Chasing.ever.get().void) == (0, True)


@pytest.mark.parametrize(("who", "status"), [("stranger", 404), ("leader", 403)])
def test_a_stranger_finds_no_letter_and_a_reader_chases_none(who, status, check, cast):
    browser = people.signed_in(getattr(cast, who))
    assert [browser.get(page_of(check)).status_code, browser.post(page_of(check)).status_code] == [status, status]


def test_letters_are_printed_one_for_each_that_waits_long_enough(check, cast):
    vettings.check(check.dossier, Verified.PARENTS, place="Đảng ủy phường Bãi Cháy", asked_on=date(2021, 5, 20))
    vettings.chase(check, number="15-CV/ĐU")
    officer = people.signed_in(cast.officer)
    said = papers.text(officer.get(f"{LETTERS}?qua=30").content)
    assert "Ngày 01 tháng 3 năm 2021, Đảng ủy Sở Một đã gửi văn bản số 12-CV/ĐU đề nghị Đảng ủy xã Hàm Thuận" in said
    assert "Đến nay đã 91 ngày" in said
    assert "Các lần đã đôn đốc: ngày 20/4/2021." in said
    assert "Bãi Cháy" not in said
    assert "Bãi Cháy" in papers.text(officer.get(f"{LETTERS}?qua=5").content)


def test_where_nothing_waits_so_long_there_is_no_file(check, secretary):
    assert secretary.get(f"{LETTERS}?qua=365").status_code == 404


def test_whoever_only_reads_sees_the_list_and_prints_nothing(check, cast):
    leader = people.signed_in(cast.leader)
    read = pages.read(leader.get(LIST))
    assert "91 ngày" in read.words
    assert [words for _, words in read.links if "đôn đốc" in words] == []
    assert leader.get(f"{LETTERS}?qua=0").status_code == 403


@pytest.mark.parametrize("who", ["secretary", "officer", "leader"])
def test_the_list_costs_as_many_queries_for_three_letters_as_for_one(who, check, cast):
    browser = people.signed_in(getattr(cast, who))
    once = _queries(browser)
    for name in ("Lê Văn Bình", "Lê Văn Chi"):
        other = people.dossier(cast, full_name=name)
        vettings.chase(vettings.check(other))
    vettings.chase(check)
    assert _queries(browser) == once <= 12


@pytest.mark.parametrize("page", ["", "ghi-chep/tham-tra/"])
def test_a_dossier_costs_as_many_queries_for_three_letters_as_for_one(page, check, secretary):
    address = f"/ho-so/{check.dossier.code}/{page}"
    vettings.chase(check)
    once = _queries(secretary, address)
    for relation in (Verified.PARENTS, Verified.SPOUSE):
        vettings.chase(vettings.check(check.dossier, relation))
    assert _queries(secretary, address) == once


def _queries(browser: Client, address: str = LIST) -> int:
    browser.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(address).status_code == 200
    return len(caught)
