"""Recording verification, consents, an earlier time in the Party and what a person found, as the browser does it."""

from datetime import date

import pytest
from django.test import Client

from candidates.enums import Verification, Verified
from candidates.models import BackgroundCheck, Dossier
from candidates.records import RecordKind
from tests import pages, people
from tests.candidates import vettings
from tests.candidates.test_records import (
    CHECK,
    TYPED,
    of_every_kind,
    page_of,
    stored,
)

ASKED = CHECK
ANSWERED = CHECK | {"state": "answered", "answered_on": "2/4/2021"}
NOBODY = {
    "relation": "spouse",
    "state": "none",
    "place": "",
    "asked_on": "",
    "letter": "",
    "sent_member": "",
    "is_related": "",
}


@pytest.fixture
def made(cast) -> Dossier:
    return of_every_kind(cast)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def sent(secretary: Client, made: Dossier, kind: RecordKind, **typed: str) -> str:
    """Send the form of a kind; return what the page then says."""
    answer = pages.send(secretary, page_of(made, kind), **TYPED[kind] | typed)
    return pages.read(secretary.get(answer.url) if answer.status_code == 302 else answer).words


BAD = [
    (RecordKind.CHECK, {"relation": ""}, "Hãy chọn thẩm tra về ai."),
    (RecordKind.CHECK, {"state": "lost"}, "Hãy chọn tình trạng thẩm tra."),
    (RecordKind.CHECK, {"place": " "}, "Hãy ghi nơi thẩm tra."),
    (RecordKind.CHECK, {"asked_on": ""}, "Hãy ghi ngày gửi."),
    (RecordKind.CHECK, {"asked_on": "1/6/2021"}, "Ngày gửi 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)"),
    (RecordKind.CHECK, {"answered_on": "2/4/2021"}, "hãy chọn “Đã có kết quả thẩm tra”, hoặc để trống ngày đó."),
    (RecordKind.CHECK, {"state": "answered"}, "Hãy ghi ngày có kết quả; chưa có kết quả thì chọn"),
    (RecordKind.CHECK, ANSWERED | {"answered_on": "28/2/2021"}, "28/02/2021 trước ngày gửi 01/3/2021"),
    (RecordKind.CHECK, ANSWERED | {"answered_on": "1/6/2021"}, "Ngày có kết quả 01/6/2021 chưa đến"),
    (RecordKind.CHECK, {"state": "none"}, "“Không có người thuộc diện này”, hãy để trống: nơi thẩm tra, số công văn,"),
    (RecordKind.CHECK, NOBODY | {"relation": "self"}, "Người vào Đảng luôn phải được thẩm tra"),
    (
        RecordKind.CHECK,
        {"is_related": "true"},
        "Người được cử đi thẩm tra không được là người vào Đảng hoặc người thân",
    ),
    (RecordKind.CHECK, {"sent_member": "NGUYỄN  văn an"}, "trùng họ tên với chính người vào Đảng: hồ sơ HS"),
    (RecordKind.CHECK, {"sent_member": ""}, "Hãy ghi đảng viên được cử đi thẩm tra, hoặc để “Chưa rõ”"),
    (RecordKind.CONSENT, {"issued_on": "1/6/2021"}, "Ngày văn bản 01/6/2021 chưa đến"),
    (RecordKind.CONSENT, {"issuer": ""}, "Hãy ghi nơi ban hành."),
    (RecordKind.CONSENT, {"matter": ""}, "Hãy chọn việc được đồng ý."),
    (RecordKind.CONSENT, {"ground": "fisherman"}, "Lý do đã chọn không dùng cho việc “Kết nạp người trên 60 tuổi”"),
    (RecordKind.CONSENT, {"matter": "late_ceremony"}, "hãy chọn “Lý do khác ghi trong văn bản”."),
    (RecordKind.FORMER, {"left_on": "1/6/2021"}, "Ngày ra khỏi Đảng 01/6/2021 chưa đến"),
    (RecordKind.FORMER, {"left_on": "2/3/1969"}, "Ngày ra khỏi Đảng 02/3/1969 không hợp với năm sinh 1955"),
    (RecordKind.FORMER, {"leaving": ""}, "Hãy chọn trường hợp."),
    (RecordKind.FORMER, {"leaving": "lesser_crime"}, "Hãy ghi ngày được xóa án tích"),
    (RecordKind.FORMER, {"cleared_on": "2/3/2018"}, "chỉ ghi cho trường hợp “Bị kết án tội ít nghiêm trọng”"),
    (
        RecordKind.FORMER,
        {"leaving": "lesser_crime", "cleared_on": "1/3/2015"},
        "Ngày được xóa án tích 01/3/2015 trước ngày ra khỏi Đảng 02/3/2015",
    ),
    (RecordKind.FINDING, {"on": "1/6/2021"}, "Ngày xét 01/6/2021 chưa đến"),
    (RecordKind.FINDING, {"on": "22/9/2019"}, "có hiệu lực từ ngày 23/9/2019, không áp dụng vào ngày xét 22/9/2019"),
    (RecordKind.FINDING, {"basis": ""}, "Hãy ghi căn cứ."),
    (RecordKind.FINDING, {"answer": ""}, "Hãy chọn kết quả xét."),
    (RecordKind.FINDING, {"criterion": "1"}, "Hãy chọn một tiêu chuẩn trong danh sách."),
]


@pytest.mark.parametrize(("kind", "wrong", "sentence"), BAD)
def test_bad_input_is_told_writes_nothing_and_keeps_what_was_typed(kind, wrong, sentence, made, secretary):
    typed = TYPED[kind] | wrong
    page = pages.read(pages.send(secretary, page_of(made, kind), **typed))
    assert sentence in page.words
    unknown = ("lost", "1") if "criterion" in wrong or "state" in wrong else ()
    kept = {name: value for name, value in typed.items() if value and value not in unknown}
    assert {name: page.form.fields[name] for name in kept} == kept
    assert stored(kind) == []


def test_of_whom_there_is_nobody_only_that_is_asked(made, secretary):
    assert "Vợ hoặc chồng: Không có người thuộc diện này" in sent(secretary, made, RecordKind.CHECK, **NOBODY)
    row = BackgroundCheck.objects.get()
    assert (row.state, row.asked_on, row.place) == (Verification.NONE, None, "")


def test_two_letters_about_the_same_relatives_are_two_rows(made, secretary):
    for place in ("Đảng ủy xã Hàm Thuận", "Đảng ủy xã Tân Lập"):
        sent(secretary, made, RecordKind.CHECK, relation="parents", place=place)
    assert BackgroundCheck.objects.filter(relation=Verified.PARENTS).count() == 2


def test_the_answer_is_recorded_at_the_letter_not_beside_it(made, secretary):
    sent(secretary, made, RecordKind.CHECK)
    words = sent(secretary, made, RecordKind.CHECK, **ANSWERED)
    assert "Đảng ủy xã Hàm Thuận, gửi ngày 01/3/2021) rồi; không ghi thêm lần nữa. Nếu nay đã có kết quả" in words
    assert BackgroundCheck.objects.get().state == Verification.ASKED


@pytest.mark.parametrize("first", ["none", "asked"])
def test_nobody_is_verified_of_whom_it_is_said_that_there_is_nobody(first, made, secretary):
    both = {"none": NOBODY, "asked": {"relation": "spouse"}}
    sent(secretary, made, RecordKind.CHECK, **both[first])
    (other,) = set(both) - {first}
    words = sent(secretary, made, RecordKind.CHECK, **both[other])
    assert "Đã ghi “Vợ hoặc chồng: " in words
    assert "hãy đính chính dòng đó trước" in words
    assert BackgroundCheck.objects.count() == 1


def answering(made: Dossier) -> str:
    return f"{page_of(made, RecordKind.CHECK)}{vettings.check(made).pk}/ket-qua/"


def test_an_answer_comes_later(made, secretary):
    address = answering(made)
    assert address in [href for href, _ in pages.read(secretary.get(page_of(made, RecordKind.CHECK))).links]
    answer = pages.send(secretary, address, answered_on="2/4/2021", kept_at="Tủ 2")
    assert answer.url == page_of(made, RecordKind.CHECK)
    row = BackgroundCheck.objects.get()
    assert (row.state, row.answered_on, row.kept_at) == (Verification.ANSWERED, date(2021, 4, 2), "Tủ 2")
    page = pages.read(secretary.get(answer.url))
    assert "có kết quả ngày 02/4/2021" in page.words
    assert address not in [href for href, _ in page.links]


def test_the_page_of_an_answer_asks_for_no_content_and_is_whole(made, secretary):
    page = pages.read(secretary.get(answering(made)))
    assert "không chép nội dung thẩm tra" in page.words
    assert (page.inline, page.unlabelled) == ([], [])
    assert {"answered_on", "kept_at"} <= set(page.form.fields)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("28/2/2021", "Ngày có kết quả 28/02/2021 trước ngày gửi 01/3/2021"),
        ("1/6/2021", "Ngày có kết quả 01/6/2021 chưa đến"),
        ("", "Hãy nhập ngày có kết quả."),
    ],
)
def test_an_answer_comes_on_a_day_that_can_be(day, sentence, made, secretary):
    page = pages.read(pages.send(secretary, answering(made), answered_on=day))
    assert sentence in page.words
    assert page.form.fields["answered_on"] == day
    assert BackgroundCheck.objects.get().state == Verification.ASKED


def test_an_answer_comes_once(made, secretary):
    address = answering(made)
    answers = [pages.send(secretary, address, answered_on="2/4/2021") for _ in range(2)]
    assert "Dòng này đã ghi “Đã có kết quả thẩm tra” ngày 02/4/2021" in pages.read(answers[1]).words


@pytest.mark.parametrize(("who", "status"), [("leader", 403), ("auditor", 403), ("stranger", 404)])
def test_nobody_else_records_an_answer(who, status, cast, made):
    address, browser = answering(made), people.signed_in(getattr(cast, who))
    assert [browser.get(address).status_code, browser.post(address, {}).status_code] == [status] * 2
    assert BackgroundCheck.objects.get().state == Verification.ASKED


def test_before_its_day_an_answer_has_not_come(made, secretary):
    vettings.verify(made)
    secretary.post("/xem-tai-ngay/", {"on": "4/4/2021"})
    words = pages.read(secretary.get(page_of(made, RecordKind.CHECK))).words
    assert "Đang chờ kết quả: Người vào Đảng; Cha, mẹ đẻ; Vợ hoặc chồng; Cha, mẹ vợ hoặc chồng; Con đẻ." in words
    assert "có kết quả ngày" not in words


def test_of_a_finished_verification_nothing_lacks(made, secretary):
    vettings.verify(made, spouse="none", spouse_parents="none", children="waived")
    words = pages.read(secretary.get(page_of(made, RecordKind.CHECK))).words
    assert ("Chưa ghi:" in words, "Đang chờ" in words) == (False, False)


def test_it_says_of_whom_nothing_is_recorded_and_of_whom_the_answer_lacks(made, secretary):
    vettings.check(made, Verified.SELF)
    vettings.check(made, Verified.PARENTS, Verification.ANSWERED)
    words = pages.read(secretary.get(page_of(made, RecordKind.CHECK))).words
    assert "Chưa ghi: Vợ hoặc chồng; Cha, mẹ vợ hoặc chồng; Con đẻ. Đang chờ kết quả: Người vào Đảng." in words
