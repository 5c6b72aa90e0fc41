"""The pages of documents: the list with its search, one document, and what hangs on its clauses."""

import pytest
from django.test import Client

from directives.enums import Bound, Measure
from directives.models import Addressee, Directive, Fulfilment
from organizations.models import Document
from reports.demo.letters import record_259, record_2246, record_conclusion_2014
from tests import duties, pages, people


@pytest.fixture
def leader(cast) -> Client:
    return people.signed_in(cast.leader)


def page_of(browser: Client, directive: Directive) -> pages.Page:
    return pages.read(browser.get(f"/van-ban/{directive.pk}/"))


def numbers(browser: Client, words: str) -> list[str]:
    answer = browser.get("/van-ban/", {"tim": words})
    return [each.document.number for each in answer.context["directives"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["259-CV/ĐUK", "2246-CV/TU", ""]),
        ("hoi quan chung tren dia ban", ["2246-CV/TU"]),
        ("Hội quần chúng", ["259-CV/ĐUK", "2246-CV/TU", ""]),
        ("dang vien moi", ["259-CV/ĐUK", ""]),
        ("thuong truc tinh uy", ["2246-CV/TU", ""]),
        ("khoảng 150 đảng viên", ["259-CV/ĐUK"]),
        ("33-ct/tu", ["2246-CV/TU"]),
        ("60-CT tăng cường", ["2246-CV/TU"]),
        ("khong co van ban nay", []),
        ("  ", ["259-CV/ĐUK", "2246-CV/TU", ""]),
        ("%", ["259-CV/ĐUK"]),
    ],
)
def test_documents_are_found_without_marks_and_by_what_they_cite_the_newest_first(cast, leader, words, found):
    record_2246(cast.bloc)
    record_conclusion_2014(cast.bloc, {})
    record_259(cast.bloc)
    assert numbers(leader, words) == found


def test_a_search_that_finds_nothing_says_how_to_go_on_and_keeps_the_words(cast, leader):
    duties.letter(cast.bloc)
    page = pages.read(leader.get("/van-ban/", {"tim": "xyz"}))
    assert "Không tìm thấy văn bản nào" in page.words
    assert next(form.fields["tim"] for form in page.forms if "tim" in form.fields) == "xyz"


def test_an_unknown_parameter_is_refused_with_a_sentence(cast, leader):
    duties.letter(cast.bloc)
    answer = leader.get("/van-ban/", {"la": "1"})
    assert (answer.status_code, "Không có bộ lọc “la”" in pages.read(answer).words) == (400, True)
    assert leader.get("/van-ban/", {"trang": "1"}).status_code == 200


@pytest.mark.parametrize("words", ["\0", "x" * 101])
def test_what_cannot_be_looked_for_is_refused(leader, words):
    assert leader.get("/van-ban/", {"tim": words}).status_code == 400


def test_the_list_tells_the_meeting_where_no_day_of_issue_is_known_and_what_is_asked(cast, leader):
    record_conclusion_2014(cast.bloc, {})
    words = duties.words_of(leader, "/van-ban/")
    assert "Thông báo (bản giao không ghi số)" in words
    assert "bản giao không ghihọp ngày 21/10/2014 5 nhiệm vụ" in words


def test_the_list_goes_on_over_pages_and_keeps_the_search(cast, leader, monkeypatch):
    monkeypatch.setattr("directives.views.documents.PAGE_SIZE", 1)
    for number in (1, 2):
        duties.letter(cast.bloc, f"{number}-CV/TN")
    page = pages.read(leader.get("/van-ban/?tim=cv"))
    assert ("?tim=cv&trang=2", "Trang sau ›") in page.links


def test_each_clause_has_an_anchor_and_tells_what_it_created(cast, leader):
    made = duties.duty(cast.bloc, words="Rà soát nguồn")
    Fulfilment.objects.create(obligation=made, unit=cast.cell, on=people.TODAY)
    page = page_of(leader, made.directive)
    assert ("section", "diem-1") in {(tag, attrs.get("id")) for tag, attrs in page.tags}
    assert (f"/van-ban/{made.directive_id}/nhiem-vu/{made.pk}/", "Rà soát nguồn") in page.links
    assert "1/3 đã trả lời" in page.words


def test_a_duty_is_counted_only_among_the_units_that_one_sees(cast):
    made = duties.duty(cast.bloc)
    for unit in (cast.other_cell, cast.single_cell):
        Fulfilment.objects.create(obligation=made, unit=unit, on=people.TODAY)
    seen = {
        who: page_of(people.signed_in(getattr(cast, who)), made.directive).words for who in ("secretary", "stranger")
    }
    assert "0/1 đã trả lời" in seen["secretary"]
    assert ("ngoài phạm vi" in seen["stranger"], "đã trả lời" in seen["stranger"]) == (True, False)


def test_citations_are_links_both_ways_where_the_other_one_is_recorded(cast, leader):
    old, new = duties.letter(cast.bloc, "1-CV/TN"), duties.letter(cast.bloc, "2-CV/TN")
    duties.citation(new, old.document)
    assert f"/van-ban/{old.pk}/" in [href for href, _ in page_of(leader, new).links]
    cited = page_of(leader, old)
    assert (f"/van-ban/{new.pk}/", "2-CV/TN") in cited.links
    assert "Được viện dẫn" in cited.words


def test_a_document_that_is_only_cited_is_named_with_what_is_known_of_it(cast, leader):
    new = duties.letter(cast.bloc)
    duties.citation(new, Document.objects.create(kind="plan", issuer="Ban Thường vụ", subject="Về hội"))
    assert (
        "Kế hoạch (bản giao không ghi số) (bản giao không ghi ngày) của Ban Thường vụ – Về hội"
        in page_of(leader, new).words
    )


def test_those_who_act_stand_apart_from_those_who_only_get_it(cast, leader):
    made = duties.letter(cast.bloc)
    for place, (words, acts) in enumerate((("Các chi bộ", True), ("Lưu", False)), start=1):
        Addressee.objects.create(directive=made, position=place, words=words, to_act=acts)
    assert "Để thực hiện Các chi bộ Nơi nhận khác Lưu" in page_of(leader, made).words


def test_targets_that_organisations_set_stand_in_one_table_of_the_reach(cast, leader):
    made = duties.own_target(cast.association, directive=duties.letter(cast.bloc))
    duties.own_target(cast.foreign_association, directive=made.directive, measure=Measure.NOMINATED)
    words = page_of(leader, made.directive).words
    assert "2 chỉ tiêu do hội, đoàn thể tự đặt theo điểm này" in words
    assert ("Hội Một" in words, "Hội khác" in words) == (True, False)


def test_whoever_does_not_count_sees_no_progress(cast):
    made = duties.own_target(cast.association, directive=duties.letter(cast.bloc))
    seen = {who: page_of(people.signed_in(getattr(cast, who)), made.directive).words for who in ("secretary", "leader")}
    assert {who: "Hội Một" in words for who, words in seen.items()} == {"secretary": False, "leader": True}


def test_a_document_without_clauses_says_so(cast, leader):
    document = Document.objects.create(kind="letter", number="9-CV", issuer="Cấp ủy", subject="V/v")
    assert "Chưa ghi nội dung" in page_of(leader, Directive.objects.create(document=document)).words


def test_the_page_of_a_duty_of_associations_names_them_in_the_range_of_the_unit(cast, leader):
    made = duties.duty(cast.bloc, Bound.ASSOCIATIONS)
    assert "Các hội quần chúng trong phạm vi Đảng bộ Khối" in page_of(leader, made.directive).words
