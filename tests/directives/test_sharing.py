"""Sharing a target out in the grid: proposals, pasting, drafts, versions issued by a document, and what is refused."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from python_calamine import CalamineWorkbook

from candidates.enums import Stage
from directives import progress
from directives.enums import ShareState
from directives.models import Distribution, Target
from tests import pages, people, quotas
from tests.people import TODAY
from tests.quotas import address, boxes, given, issue, press, words

FIRST = date(2021, 1, 1)


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


@pytest.fixture
def target(cast) -> Target:
    return quotas.people_asked(cast.bloc, 10, last_year=2022)


def test_shares_are_issued_as_a_version_with_a_document(cast, officer, target):
    answer = issue(officer, target, {cast.office: 7, cast.single_cell: 3})
    made = Distribution.objects.get()
    assert (answer.url, made.state, made.number, made.whole, made.by) == (
        f"/van-ban/phan-bo/{made.pk}/", ShareState.ISSUED, 1, 10, cast.officer
    )  # fmt: skip
    assert (made.document.number, made.document.subject, made.valid_from) == (
        "5-KH/ĐU",
        "Giao chỉ tiêu năm 2021",
        FIRST,
    )
    assert given(target) == {"B.1": (7, None), "B.2": (3, None)}
    assert progress.of_target(target, cast.office, TODAY).goal == 7
    assert "Đã giao 10, vừa đủ" in words(officer.get(answer.url))


@pytest.mark.parametrize(
    ("shares", "said"),
    [((9, 5), "14 vượt 4 so với 10 phải giao"), ((4, 3), "7 còn thiếu 3 so với 10 phải giao")],
)
def test_situation_10_shares_that_do_not_add_up_are_shown_and_issued_as_printed_with_a_reason(
    cast, officer, target, shares, said
):
    typed = dict(zip((cast.office, cast.single_cell), shares, strict=True))
    refused = issue(officer, target, typed)
    assert (said in words(refused), Distribution.objects.exists()) == (True, False)
    kept = pages.read(refused).form.fields
    assert [kept[name] for name in boxes(target, typed)] == [str(share) for share in shares]
    issue(officer, target, typed, reason="Đúng như kế hoạch đã in")
    made = Distribution.objects.get()
    assert (made.whole, made.reason) == (10, "Đúng như kế hoạch đã in")
    assert sorted(people for people, _ in given(target).values()) == sorted(shares)


def test_situation_10_a_range_is_met_by_its_lower_end(cast, officer, target):
    issue(officer, target, {cast.office: "08", cast.single_cell: "01-02"})
    assert given(target) == {"B.1": (8, None), "B.2": (1, 2)}
    people.dossier(
        cast, Stage.ADMITTED, where=cast.single_cell, days={Stage.ADMITTED: date(2021, 3, 1)}, full_name="Lê Thị Một"
    )
    found = progress.of_target(target, cast.single_cell, TODAY)
    assert (found.goal, found.actual.people, found.left) == (1, 1, 0)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"issuer": ""}, "Hãy nhập “Cơ quan ban hành”"),
        ({"issued_on": ""}, "Hãy nhập “Ngày ban hành”"),
        ({"subject": ""}, "Hãy nhập “Trích yếu”"),
        ({"valid_from": ""}, "Hãy nhập “Có hiệu lực từ ngày”"),
        ({"issued_on": "1/6/2021"}, "Ngày văn bản 01/6/2021 chưa đến"),
        ({"valid_from": "31/12/2020"}, "nằm ngoài năm 2021 (01/01/2021 – 31/12/2021)"),
        ({"valid_from": "1/1/2022"}, "nằm ngoài năm 2021"),
    ],
)
def test_what_cannot_be_issued_is_told_and_the_cells_stay(cast, officer, target, typed, sentence):
    page = pages.read(issue(officer, target, {cast.office: 7, cast.single_cell: 3}, **typed))
    kept = page.form.fields[f"o-{target.pk}-{cast.office.pk}"]
    assert (sentence in page.words, kept, Distribution.objects.exists()) == (True, "7", False)


def test_a_turn_that_was_over_before_the_document_is_refused(cast, officer, target):
    Target.objects.filter(pk=target.pk).update(first_year=2020)
    page = issue(officer, target, {cast.office: 10}, "?ky=2020-06-01", valid_from="1/1/2020")
    assert "Kỳ năm 2020 đã hết ngày 31/12/2020, trước ngày 20/01/2021 của văn bản giao" in words(page)


def test_nothing_typed_is_nothing_to_issue(officer, target):
    assert "Chưa có đơn vị nào được giao" in words(issue(officer, target, {}))


def test_a_draft_keeps_everything_typed_wrong_cells_included(cast, officer, target):
    assert press(officer, target, "luu", {cast.office: "bảy", cast.single_cell: "3"}).status_code == 302
    made = Distribution.objects.get()
    assert (made.state, made.typed) == ("draft", {str(cast.office.pk): "bảy", str(cast.single_cell.pk): "3"})
    assert given(target) == {}
    page = pages.read(officer.get(address(target)))
    assert page.form.fields[f"o-{target.pk}-{cast.office.pk}"] == "bảy"
    assert "“bảy” không phải là số" in page.words
    assert "Đã chia 3, còn thiếu 7, 1 ô chưa đọc được" in page.words
    refused = issue(officer, target, {cast.office: "bảy", cast.single_cell: "3"})
    assert "Còn ô chưa đọc được: “bảy” không phải là số" in words(refused)


def test_a_draft_becomes_the_version(cast, officer, target):
    press(officer, target, "luu", {cast.office: "6"})
    issue(officer, target, {cast.office: 7, cast.single_cell: 3})
    made = Distribution.objects.get()
    assert (made.state, made.typed, made.number) == ("issued", {}, 1)


@pytest.mark.parametrize("button", ["tinh", "de-xuat", "dan"])
def test_counting_proposing_and_pasting_write_nothing(cast, officer, target, button):
    people.declare(cast.office, FIRST, 60)
    answer = press(officer, target, button, {cast.office: 4}, pasted="B.2\t9")
    assert (answer.status_code, Distribution.objects.exists()) == (200, False)


def test_counting_again_shows_the_sum_in_words(cast, officer, target):
    assert "Đã chia 12, vượt 2" in words(press(officer, target, "tinh", {cast.office: 9, cast.single_cell: 3}))


def proposed(answer: HttpResponse, target: Target, *units) -> list[str]:
    fields = pages.read(answer).form.fields
    return [fields[f"o-{target.pk}-{unit.pk}"] for unit in units]


def test_shares_are_proposed_by_size(cast, officer, target):
    people.declare(cast.office, FIRST, 66)
    people.declare(cast.single_cell, FIRST, 34)
    answer = press(officer, target, "de-xuat", {}, way="quy-mo")
    assert proposed(answer, target, cast.office, cast.single_cell) == ["7", "3"]
    assert "Đã chia 10, vừa đủ" in words(answer)


def test_shares_are_proposed_by_last_years_result_and_by_sources(cast, officer, target):
    people.dossier(cast, Stage.ADMITTED, days={Stage.DECIDED: date(2020, 3, 1), Stage.ADMITTED: date(2020, 4, 1)})
    people.dossier(cast, where=cast.single_cell, full_name="Lê Thị Nguồn")
    found = [
        proposed(press(officer, target, "de-xuat", {}, way=way), target, cast.office, cast.single_cell)
        for way in ("nam-truoc", "nguon")
    ]
    assert found == [["10", "0"], ["0", "10"]]


def test_a_unit_without_a_figure_is_named_and_gets_no_share_by_size(cast, officer, target):
    people.declare(cast.office, FIRST, 66)
    answer = press(officer, target, "de-xuat", {}, way="quy-mo")
    assert "Chưa có đủ số đảng viên của Chi bộ Sở Hai" in words(answer)
    assert proposed(answer, target, cast.office) == [""]


def test_without_a_figure_to_propose_by_that_is_said_and_what_was_typed_stays(cast, officer, target):
    answer = press(officer, target, "de-xuat", {cast.office: 4}, way="quy-mo")
    assert "chưa có số liệu để đề xuất theo quy mô đảng viên" in words(answer)
    assert proposed(answer, target, cast.office) == ["4"]


def test_last_years_shares_are_copied(cast, officer, target):
    quotas.issued(target, {cast.office: 6, cast.single_cell: 2})
    answer = press(officer, target, "de-xuat", {}, "?ky=2022-02-01", way="chep")
    assert proposed(answer, target, cast.office, cast.single_cell) == ["6", "2"]


def test_lines_from_excel_are_read_by_code_or_name_and_wrong_ones_are_told(cast, officer, target):
    lines = "B.1\t7\nChi bộ Sở Hai\t3\nB.9\t4\nB.1.Một\tba"
    answer = press(officer, target, "dan", {}, pasted=lines)
    assert proposed(answer, target, cast.office, cast.single_cell) == ["7", "3"]
    said = words(answer)
    assert "Dòng 3: không có đơn vị nào là “B.9”" in said
    assert "Đã đọc 2 dòng" in said


def test_the_sheet_goes_out_filled_in_and_comes_back(cast, officer, target):
    press(officer, target, "luu", {cast.office: "7", cast.single_cell: "01-02"})
    sheet = officer.get(f"/van-ban/chi-tieu/{target.pk}/phan-bo/excel/")
    assert sheet["Content-Disposition"] == 'attachment; filename="phan-bo-B-2021.xlsx"'
    with CalamineWorkbook.from_filelike(io.BytesIO(sheet.content)) as book:
        rows = book.get_sheet_by_index(0).to_python()
    assert [(row[0], row[-1]) for row in rows] == [
        ("Mã", "Giao: Kết nạp đảng viên mới"), ("B.1", "7"), ("B.2", "01-02")
    ]  # fmt: skip
    back = press(officer, target, "dan", {}, file=SimpleUploadedFile("phan-bo.xlsx", sheet.content))
    assert proposed(back, target, cast.office, cast.single_cell) == ["7", "01-02"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"pasted": " "}, "Chưa có gì để đọc"),
        ({"file": SimpleUploadedFile("a.xlsx", b"%PDF-1.7")}, "“a.xlsx” có đuôi .xlsx nhưng nội dung là PDF"),
        ({"file": SimpleUploadedFile("a.docx", b"x")}, "chỉ đọc được .xlsx và .csv"),
    ],
)
def test_what_cannot_be_read_is_told(cast, officer, target, typed, sentence):
    answer = press(officer, target, "dan", {cast.office: 4}, **typed)
    assert sentence in words(answer)
    assert proposed(answer, target, cast.office) == ["4"]
