"""Handing on: the sheet with what is missing first, the mark and its correction, the list, the workbook, their traces."""

import io
from datetime import date

import pytest
import python_calamine
from django.test import Client

from candidates import handing_fields
from candidates.enums import IntroducerKind, Stage
from candidates.models import Dossier, HandedOn, Introducer, StageEntry
from organizations.enums import Deed
from organizations.models import Reading, Unit
from tests import pages, people
from tests.candidates import merits

LIST, EXCEL = "/ho-so/chuyen-csdl/", "/ho-so/chuyen-csdl/excel/"
CODE = "38.168.053.000.001"
FACTS = {"sex": "female", "ethnic_group": "Dao", "religion": "Công giáo", "occupation": "state", "schooling": 4}


@pytest.fixture
def made(cast) -> Dossier:
    return people.dossier(cast, Stage.ADMITTED, **FACTS)


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


def sheet_of(made: Dossier) -> str:
    return f"/ho-so/{made.code}/phieu-du-lieu/"


def values(page: pages.Page) -> list[str]:
    """What stands in the boxes to copy from."""
    return [attrs["value"] for tag, attrs in page.tags if tag == "input" and "readonly" in attrs]


def table(browser: Client, **asked: str) -> list[list[str]]:
    answer = browser.get(EXCEL, asked)
    assert answer["Content-Disposition"] == 'attachment; filename="phieu-du-lieu-20210531.xlsx"'
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(answer.content)) as book:
        return book.get_sheet_by_index(0).to_python()


def test_the_sheet_says_what_is_there_and_asks_first_for_what_is_missing(officer, made):
    merits.help_with(made)
    Introducer.objects.create(
        dossier=made, kind=IntroducerKind.MEMBER, name="Vũ Văn Giới", on=made.entries.get(stage=Stage.PREPARING).on
    )
    page = pages.read(officer.get(sheet_of(made)))
    said = values(page)
    for value in (f"{made.pk}/TN", "18/11/2019", "16/12/2019", "16/12/2020", "Nguyễn Văn An", "02/4/1990", "Nữ", "Dao"):
        assert value in said
    assert {"Công giáo", "Chi bộ Một", "Vũ Văn Giới", "Trung học phổ thông"} <= set(said)
    links = {words: url for url, words in page.links}
    assert links["Nhập ở: Thông tin người vào Đảng"] == f"/ho-so/{made.code}/sua/"
    assert links["Nhập ở: Tổ chức đảng"].startswith("/to-chuc/")
    assert "Chuyên môn nghiệp vụ 2-KNĐ, mục 11 Nhập ở" in page.words
    assert "Chính thức từ ngày" not in page.words
    assert (page.inline, page.unlabelled) == ([], [])
    assert page.words.index("Còn thiếu") < page.words.index("Quyết định, lễ kết nạp")


def test_official_membership_is_asked_for_once_it_is_there(cast, officer):
    made = people.dossier(cast, Stage.OFFICIAL)
    page = pages.read(officer.get(sheet_of(made)))
    assert "Chính thức từ ngày 16-KNĐ" in page.words
    assert {"11/01/2021", "16/12/2020"} <= set(values(page))


def test_a_unit_with_a_code_of_fourteen_digits_gives_it(cast, officer, made):
    assert CODE not in values(pages.read(officer.get(sheet_of(made))))
    Unit.objects.filter(pk=cast.cell.pk).update(code=CODE)
    assert CODE in values(pages.read(officer.get(sheet_of(made))))


def test_before_the_decision_there_is_no_sheet(cast, officer):
    early = people.dossier(cast, Stage.PROPOSED, full_name="Lê Văn Sớm")
    answer = officer.get(sheet_of(early))
    assert answer.status_code == 404
    assert "chưa có quyết định kết nạp" in pages.read(answer).words
    assert pages.read(officer.get(f"{LIST}?tinh_trang=tat-ca")).words.count("Lê Văn Sớm") == 0


def test_ethnic_group_and_religion_are_left_out_for_whoever_may_not_see_them():
    plain = handing_fields.fields_for(sees_sensitive=False)
    assert {field.label for field in handing_fields.FIELDS} - {field.label for field in plain} == {
        "Dân tộc",
        "Tôn giáo",
    }


@pytest.mark.parametrize("address", ["sheet", "excel"])
def test_each_reading_and_each_export_leaves_a_trace(address, cast, officer, made):
    officer.get(EXCEL if address == "excel" else sheet_of(made))
    read = Reading.objects.get(deed=Deed.HAND_ON)
    assert (read.user, read.people) == (cast.officer, 1)
    assert ("Excel" if address == "excel" else made.code) in read.subject


def test_a_dossier_is_marked_once_and_leaves_the_list_of_those_to_enter(cast, officer, made):
    assert "Nguyễn Văn An" in pages.read(officer.get(LIST)).words
    assert pages.send(officer, f"{sheet_of(made)}da-nhap/", on="30/5/2021").url == sheet_of(made)
    mark = HandedOn.objects.get()
    assert (mark.on, mark.by) == (date(2021, 5, 30), cast.officer)
    assert (
        "Đã nhập vào cơ sở dữ liệu đảng viên ngày 30/5/2021, Lê Văn Cán ghi"
        in pages.read(officer.get(sheet_of(made))).words
    )
    assert "Nguyễn Văn An" not in pages.read(officer.get(LIST)).words
    assert "Nguyễn Văn An" in pages.read(officer.get(f"{LIST}?tinh_trang=da-nhap")).words
    again = pages.read(pages.send(officer, f"{sheet_of(made)}da-nhap/", on="31/5/2021"))
    assert "Lê Văn Cán đã ghi hồ sơ này nhập ngày 30/5/2021." in again.words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("17/11/2019", "Ngày nhập 17/11/2019 trước ngày quyết định kết nạp 18/11/2019; hãy kiểm tra lại."),
        ("01/6/2021", "Ngày nhập 01/6/2021 chưa đến"),
        ("", "Hãy nhập ngày đã nhập."),
    ],
)
def test_a_day_on_which_it_cannot_have_been_entered_is_refused(day, words, officer, made):
    assert words in pages.read(pages.send(officer, f"{sheet_of(made)}da-nhap/", on=day)).words
    assert not HandedOn.objects.exists()


def test_a_mistaken_mark_is_taken_back_and_stays_on_record(officer, made):
    pages.send(officer, f"{sheet_of(made)}da-nhap/", on="30/5/2021")
    address = f"{sheet_of(made)}da-nhap/{HandedOn.objects.get().pk}/dinh-chinh/"
    pages.send(officer, address, reason="Ghi nhầm người")
    assert (HandedOn.objects.count(), HandedOn.ever.get().void) == (0, True)
    assert "Nguyễn Văn An" in pages.read(officer.get(LIST)).words
    assert officer.get(address).status_code == 404


def test_whoever_was_annulled_does_not_go_there(officer, made):
    last = made.entries.order_by("position").last()
    StageEntry.objects.filter(pk=last.pk).update(until=people.TODAY)
    StageEntry.objects.create(
        dossier=made,
        position=last.position + 1,
        from_stage=last.stage,
        stage=Stage.ANNULLED,
        on=people.TODAY,
        unit=made.unit,
    )
    assert "Nguyễn Văn An" not in pages.read(officer.get(LIST)).words
    assert "Quyết định đã hủy" in pages.read(officer.get(f"{LIST}?tinh_trang=tat-ca")).words


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ({}, True),
        ({"don_vi": "B.1"}, True),
        ({"don_vi": "B.2"}, False),
        ({"tu": "1/11/2019", "den": "30/11/2019"}, True),
        ({"tu": "1/12/2019", "den": "31/12/2019"}, False),
        ({"tinh_trang": "da-nhap"}, False),
    ],
)
def test_list_and_workbook_are_narrowed_alike(asked, there, officer, made):
    assert ("Nguyễn Văn An" in pages.read(officer.get(LIST, asked)).words) is there
    assert ("Nguyễn Văn An" in str(table(officer, **asked))) is there


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"tu": "1/11/2019"}, "Hãy nhập cả ngày đầu và ngày cuối của kỳ"),
        ({"tu": "2/11/2019", "den": "1/11/2019"}, "Ngày cuối của kỳ trước ngày đầu"),
        ({"don_vi": "F"}, "Không có lựa chọn này trong danh sách"),
        ({"la": "1"}, "Không có bộ lọc “la”"),
    ],
)
@pytest.mark.parametrize("address", [LIST, EXCEL])
def test_a_filter_that_cannot_be_is_refused(address, asked, words, officer, made):
    answer = officer.get(address, asked)
    assert (answer.status_code, words in pages.read(answer).words) == (400, True)


def test_the_workbook_has_a_row_for_each_and_a_column_for_each_field(cast, officer, made):
    people.dossier(cast, Stage.DECIDED, full_name="=1+1", where=cast.other_cell)
    head, *rows = table(officer, tinh_trang="tat-ca")
    assert head == ["STT", "Mã hồ sơ", *(field.label for field in handing_fields.FIELDS)]
    by_name = {row[head.index("Họ và tên khai sinh")]: dict(zip(head, row, strict=True)) for row in rows}
    assert set(by_name) == {"Nguyễn Văn An", "=1+1"}
    assert by_name["Nguyễn Văn An"]["Dân tộc"] == "Dao"
    assert by_name["Nguyễn Văn An"]["Ngày lễ kết nạp"] == "16/12/2019"
    assert by_name["=1+1"]["Ngày lễ kết nạp"] == ""
    assert by_name["=1+1"]["Chi bộ"] == "Chi bộ Hai"


def test_nobody_of_another_unit_is_listed_or_exported(cast, officer):
    people.dossier(cast, Stage.DECIDED, full_name="Lê Văn Ngoài", where=cast.foreign_cell)
    assert "Lê Văn Ngoài" not in pages.read(officer.get(f"{LIST}?tinh_trang=tat-ca")).words
    assert "Lê Văn Ngoài" not in str(table(officer, tinh_trang="tat-ca"))
