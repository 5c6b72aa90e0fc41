"""A conclusion or remark on a report becomes a document with a clause and a duty, and is found from the report."""

import pytest
from django.test import Client

from directives.models import Conclusion, Obligation
from organizations.models import Document
from tests import pages, people

PAGE = "/van-ban/ket-luan-moi/tien-do/B.1/?den_ngay=2021-04-30"
SAID = {
    "issuer": "Thường trực Đảng ủy Khối",
    "conclusion": "Yêu cầu Đảng bộ Sở Một giải trình số nguồn.",
    "said_on": "10/5/2021",
    "words": "Giải trình số nguồn",
    "due_on": "20/5/2021",
    "from_on": "10/5/2021",
    "units": ["B.1"],
}


@pytest.fixture
def officer(cast) -> Client:
    people.target(cast.bloc)
    return people.signed_in(cast.officer)


def conclude(browser: Client, **typed):
    return pages.send(browser, PAGE, **(SAID | typed))


def test_it_becomes_a_document_without_number_with_one_clause_and_its_duty(cast, officer):
    answer = conclude(officer)
    made = Obligation.objects.get()
    document = made.directive.document
    assert answer.url == f"/van-ban/{made.directive_id}/"
    assert (document.number, document.kind, document.issuer) == ("", "conclusion", "Thường trực Đảng ủy Khối")
    assert (made.unit, made.bound, made.clause.summary) == (cast.office, "itself", SAID["conclusion"])
    assert (made.directive.issuing_unit, Conclusion.objects.get().unit) == (cast.bloc, cast.office)


def test_report_and_document_lead_to_each_other(cast, officer):
    made = conclude(officer).url
    report = "/bao-cao/tien-do/?don_vi=B.1&den_ngay=2021-04-30"
    assert report in [href for href, _ in pages.read(officer.get(made)).links]
    page = pages.read(officer.get(report))
    assert made in [href for href, _ in page.links]
    assert ("/van-ban/ket-luan-moi/tien-do/B.1/?den_ngay=2021-04-30", "Ghi kết luận, ý kiến") in page.links


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"said_on": "29/4/2021"}, "trước ngày số liệu của báo cáo (30/4/2021)"),
        ({"said_on": "1/6/2021"}, "chưa đến"),
        ({"conclusion": ""}, "Hãy ghi nội dung kết luận"),
        ({"units": []}, "Hãy chọn ít nhất một loại đơn vị"),
        ({"issuer": ""}, "Hãy ghi cơ quan hoặc đồng chí"),
        ({"due_on": "9/5/2021"}, "Hạn 09/5/2021 trước ngày bắt đầu"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(cast, officer, typed, sentence):
    before = Document.objects.count()
    assert sentence in pages.read(conclude(officer, **typed)).words
    assert (Document.objects.count(), Obligation.objects.count()) == (before, 0)


def test_a_second_one_of_the_same_day_without_number_names_the_first(cast, officer):
    conclude(officer)
    answer = pages.read(conclude(officer))
    assert "Đã ghi Kết luận (bản giao không ghi số) ngày 10/5/2021 của Thường trực Đảng ủy Khối" in answer.words
    assert conclude(officer, number="5-KL/ĐUK").status_code == 302


def test_the_same_number_written_otherwise_is_the_same_document(cast, officer):
    conclude(officer, number="5-KL/ĐUK")
    again = pages.read(conclude(officer, number="05 - kl/đuk", issuer="thường trực đảng ủy khối"))
    assert "Đã ghi Kết luận số 5-KL/ĐUK" in again.words
    assert Conclusion.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "address", "code"),
    [
        ("leader", PAGE, 403),
        ("secretary", PAGE, 403),
        ("officer", PAGE.replace("B.1", "F.1"), 404),
        ("officer", PAGE.replace("tien-do", "khong-co"), 404),
        ("officer", PAGE.replace("2021-04-30", "hom-qua"), 404),
    ],
)
def test_who_may_and_of_what(cast, who, address, code):
    assert people.signed_in(getattr(cast, who)).get(address).status_code == code


def test_whoever_only_reads_the_report_sees_the_conclusion_but_no_button(cast, officer):
    conclude(officer)
    page = pages.read(people.signed_in(cast.leader).get("/bao-cao/tien-do/?don_vi=B.1&den_ngay=2021-04-30"))
    assert "Kết luận (bản giao không ghi số) ngày 10/5/2021" in page.words
    assert "Ghi kết luận, ý kiến" not in {words for _, words in page.links}
