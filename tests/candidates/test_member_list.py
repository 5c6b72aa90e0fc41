"""Reading the list of the national member database: pasted or sent, any order of columns, each bad line told."""

import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

from candidates import member_files, member_list
from candidates.member_list import Listed, Unreadable
from organizations.errors import Refused

ONE = Listed(2, "12-QĐ/ĐUK", "Nguyễn Văn An", date(2021, 5, 5))
HEAD = "Số quyết định\tHọ và tên\tNgày quyết định"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n12-QĐ/ĐUK\tNguyễn Văn An\t05/5/2021",
        f"{HEAD}\r\n12-QĐ/ĐUK\t  Nguyễn  Văn An \t2021-05-05\r\n\r\n",
        "HỌ TÊN;ngày qđ;SỐ QĐ\nNguyễn Văn An;5.5.2021;12-QĐ/ĐUK",
        'Ngày ký,Số,"Họ và tên"\n05-05-2021,12-QĐ/ĐUK,"Nguyễn Văn An"',
        f"{HEAD}\n12-QĐ/ĐUK\tNguyễn Văn An\t44321",
        f"{HEAD}\n12-QĐ/ĐUK\tNguyễn Văn An\t2021-05-05 00:00:00",
    ],
)
def test_a_line_is_read_in_any_order_of_columns_and_any_writing_of_the_day(text):
    assert member_list.read(text) == member_list.MemberList((ONE,), (), ())


def test_titles_above_and_columns_that_nobody_asked_for_are_left_aside_and_named():
    text = f"DANH SÁCH\t\t\nTháng 5\n\nSTT\t{HEAD}\tQuê quán\n1\t12-QĐ/ĐUK\tNguyễn Văn An\t05/5/2021\tHạ Long"
    read = member_list.read(text)
    assert (read.ignored, [row.line for row in read.rows]) == (("STT", "Quê quán"), [5])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("12-QĐ/ĐUK\t\t05/5/2021", "Thiếu họ và tên."),
        ("12-QĐ/ĐUK\tNguyễn Văn An\t31/02/2021", "“31/02/2021” không phải là một ngày có trong lịch;"),
        ("12-QĐ/ĐUK\tNguyễn Văn An\t5/5/21", "“5/5/21” không phải là một ngày"),
        ("12-QĐ/ĐUK\tNguyễn Văn An", "Thiếu ngày quyết định;"),
        (f"12-QĐ/ĐUK\t{'x' * 201}\t05/5/2021", "quá dài; có thể dòng này bị lệch cột."),
    ],
)
def test_a_line_that_cannot_be_read_is_told_by_its_place(line, words):
    read = member_list.read(f"{HEAD}\n{line}\n12-QĐ/ĐUK\tNguyễn Văn An\t05/5/2021")
    (bad,) = read.unreadable
    assert isinstance(bad, Unreadable)
    assert (bad.line, words in bad.words) == (2, True)
    assert len(read.rows) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\tb\n1\t2", "Không thấy dòng tiêu đề có cột “số quyết định”, “họ và tên”, “ngày quyết định”."),
        ("Họ và tên\tSố QĐ\nAn\t1", "Không thấy dòng tiêu đề có cột “ngày quyết định”."),
        (HEAD, "Dưới dòng tiêu đề không có dòng nào."),
        (f"{HEAD}\n" + "1\tAn\t05/5/2021\n" * 20_001, "quá 20.000 dòng"),
        ("x" * 2_000_001, "Danh sách quá dài"),
    ],
)
def test_a_list_without_what_is_needed_is_refused_with_what_is_missing(text, words):
    with pytest.raises(Refused) as told:
        member_list.read(text)
    assert words in str(told.value)


def book(*rows: tuple) -> bytes:
    """A workbook with ``rows`` on its first sheet."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as opened:
        page, day = opened.add_worksheet(), opened.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                page.write(number, place, value, *([day] if isinstance(value, datetime) else []))
    return made.getvalue()


def test_a_workbook_is_read_with_the_lines_of_its_sheet():
    sheet = book(
        ("Danh sách",),
        (),
        ("STT", "Số QĐ", "Họ và tên", "Ngày QĐ"),
        (1, "12-QĐ/ĐUK", "Nguyễn Văn An", datetime(2021, 5, 5)),
        (2, 7, "Lê Thị B", "06/5/2021"),
    )
    read = member_list.read(member_files.as_text("danh sach.XLSX", sheet))
    assert read.rows == (
        Listed(4, "12-QĐ/ĐUK", "Nguyễn Văn An", date(2021, 5, 5)),
        Listed(5, "7", "Lê Thị B", date(2021, 5, 6)),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_file_is_read_in_the_encodings_of_spreadsheets(encoding):
    text = "Số QĐ;Họ tên;Ngày QĐ\n12-QĐ/ĐUK;Nguyễn Văn An;05/5/2021"
    assert member_list.read(member_files.as_text("a.csv", text.encode(encoding))).rows == (ONE,)


def packed(name: str, content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"%PDF-1.7", "“a.xlsx” có đuôi .xlsx nhưng nội dung là PDF, không phải bảng Excel."),
        (
            "a.xlsx",
            packed("word/document.xml", b"x"),
            "nội dung là tệp nén ZIP, Word hoặc Excel, không phải bảng Excel.",
        ),
        ("a.xlsx", packed("xl/workbook.xml", b"x"), "“a.xlsx” là tệp Excel nhưng bị hỏng, không mở được."),
        ("a.xlsx", book(("a",))[:900], "không phải bảng Excel."),
        ("a.xlsx", packed("xl/workbook.xml", bytes(101 * 1024 * 1024)), "“a.xlsx” mở ra lớn quá mức;"),
        ("a.csv", book(("a",)), "“a.csv” có đuôi .csv nhưng nội dung là tệp nén ZIP, Word hoặc Excel."),
        ("a.csv", "Họ tên".encode("cp1258", "replace") + b"\xea\xff", "nội dung là chữ không phải mã UTF-8."),
        ("a.pdf", b"%PDF-1.7", "“a.pdf” có đuôi .pdf; chỉ đọc được .xlsx và .csv."),
        ("a.csv", b"x" * (5 * 1024 * 1024 + 1), "“a.csv” nặng quá 5 MB;"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_with_both(name, content, words):
    with pytest.raises(Refused) as told:
        member_files.as_text(name, content)
    assert words in str(told.value)
