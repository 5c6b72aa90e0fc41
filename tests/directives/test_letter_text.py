"""What is taken as a letter's file and what is refused, each with a sentence that says what to do."""

import io
import zipfile

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from weasyprint import HTML

from directives import letter_text
from organizations.errors import Refused

WORDS = "Đảng ủy xã yêu cầu các chi bộ báo cáo trước ngày 20/6/2021."


def docx(*lines: str, pages: int = 1) -> bytes:
    made = Document()
    for line in lines:
        made.add_paragraph(line)
    for _ in range(pages - 1):
        made.add_page_break()
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def pdf(body: str, pages: int = 1, password: str = "") -> bytes:
    made = HTML(string=f"<p>{body}</p>").write_pdf()
    if pages == 1 and not password:
        return made
    writer = PdfWriter()
    for _ in range(pages):
        writer.append(PdfReader(io.BytesIO(made)))
    if password:
        writer.encrypt(password)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def zipped(**files: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", docx(WORDS)),
        ("a.pdf", pdf(WORDS)),
        ("a.txt", WORDS.encode()),
        ("a.txt", WORDS.encode("utf-8-sig")),
        ("a.txt", WORDS.encode("utf-16")),
        ("a.txt", WORDS.encode("utf-16-le")),
        ("a.txt", WORDS.encode("utf-16-be")),
        ("without-ending", pdf(WORDS)),
        ("named-wrongly.txt", docx(WORDS)),
    ],
)
def test_a_file_is_read_for_what_it_is_whatever_its_name(name, content):
    assert letter_text.of_file(name, content).strip() == WORDS


SCAN = HTML(string="<svg width='100' height='100'><rect width='90' height='90'/></svg>").write_pdf()
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("quet.pdf", SCAN, "bản quét"),
        ("khoa.pdf", pdf(WORDS, password="bi-mat"), "mật khẩu"),
        ("khoa.docx", OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("cu.doc", OLD_WORD, "đời cũ"),
        ("dai.pdf", pdf(WORDS, pages=200), "200 trang"),
        ("dai.docx", docx(WORDS, pages=200), "200 trang"),
        ("dai.txt", (WORDS * 6000).encode(), "chữ cái"),
        ("hong.pdf", b"%PDF-1.7\nnothing more", "bị hỏng"),
        ("cut.pdf", pdf(WORDS)[:400], "bị hỏng"),
        ("hong.docx", docx(WORDS)[:900], "bị hỏng"),
        ("rong.txt", b" \n\t ", "rỗng"),
        ("rong.pdf", b"", "rỗng"),
        ("trang.docx", docx(""), "không có chữ nào"),
        ("so.txt", b"12 34 - 56", "không có chữ nào"),
        ("to.txt", b"a" * (10 * 1024 * 1024 + 1), "lớn hơn 10 MB"),
        ("anh.docx", b"\xff\xd8\xff\xe0" + b"\x00" * 50, "ảnh JPEG"),
        ("anh.pdf", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "ảnh PNG"),
        ("bang.docx", zipped(xl__workbook_xml="<a/>"), "Excel"),
        ("nen.zip", zipped(a_xml="<a/>"), "không phải Word"),
        ("trang.txt", b"<!DOCTYPE html><p>x</p>", "trang web"),
        ("may.txt", b"\x7fELF\x01\x01", "chương trình"),
        ("nhi-phan.txt", b"abc\x00\x01\x02def", "không phải tệp văn bản"),
        ("tcvn3.txt", "Đảng uỷ".encode("cp1258", errors="replace") + b"\xb8\xb5", "TCVN3"),
        ("hong-word.docx", zipped(word__document_xml="not xml"), "bị hỏng"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(name, content, words):
    with pytest.raises(Refused) as refused:
        letter_text.of_file(name, content)
    sentence = str(refused.value)
    assert words in sentence
    assert name in sentence
    assert "Hãy" in sentence


def test_old_fonts_typed_over_into_unicode_are_recognised():
    with pytest.raises(Refused, match="phông chữ cũ"):
        letter_text.pasted("§¶ng uû x· yªu cÇu c¸c chi bé b¸o c¸o kÕt qu¶ tr­íc ngµy 20/6")


@pytest.mark.parametrize("words", ["", "  \n", "123"])
def test_pasting_nothing_is_told(words):
    with pytest.raises(Refused, match="Nội dung dán vào không có chữ nào"):
        letter_text.pasted(words)


def test_a_file_that_swells_when_opened_is_refused():
    content = zipped(word__document_xml="x" * (51 * 1024 * 1024))
    with pytest.raises(Refused, match="mở ra lớn hơn"):
        letter_text.of_file("phong.docx", content)


def test_word_tables_keep_their_rows_and_numbered_lists_their_marks():
    made = Document()
    made.add_paragraph("Giao chỉ tiêu:")
    made.add_paragraph("Các chi bộ rà soát", style="List Number")
    made.add_paragraph("Gửi báo cáo", style="List Number")
    made.add_paragraph("một ý", style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for cell, words in zip(
        [c for row in table.rows for c in row.cells], ("Chi bộ", "Chỉ tiêu", "Thôn A", "2"), strict=True
    ):
        cell.text = words
    held = io.BytesIO()
    made.save(held)
    lines = [line for line in letter_text.of_file("a.docx", held.getvalue()).split("\n") if line]
    assert lines == [
        "Giao chỉ tiêu:",
        "1. Các chi bộ rà soát",
        "2. Gửi báo cáo",
        "- một ý",
        "Chi bộ\tChỉ tiêu",
        "Thôn A\t2",
    ]


def test_the_two_columns_of_a_word_heading_are_read_one_after_the_other():
    made = Document()
    left, right = made.add_table(rows=1, cols=2).rows[0].cells
    left.text = "HUYỆN ỦY A\nĐẢNG ỦY XÃ B\n*\nSố 12-KH/ĐU"
    right.text = "ĐẢNG CỘNG SẢN VIỆT NAM\nXã B, ngày 05 tháng 02 năm 2023"
    held = io.BytesIO()
    made.save(held)
    text = letter_text.of_file("a.docx", held.getvalue())
    assert text.index("Số 12-KH/ĐU") < text.index("ĐẢNG CỘNG SẢN")
    assert "\t" not in text


COLUMNS = """<style>td { width: 8cm; vertical-align: top } table.t td { border: 1px solid; width: 3cm }</style>
<table><tr><td>ĐẢNG ỦY XÃ B<br>Số 12-KH/ĐU</td>
<td>ĐẢNG CỘNG SẢN VIỆT NAM<br>Xã B, ngày 05 tháng 02 năm 2023</td></tr></table>
<table class=t><tr><td>Chi bộ Trường Trung học phổ thông Nguyễn Huệ</td><td>02</td></tr>
<tr><td>Thôn A</td><td>1-2</td></tr></table>"""


def test_columns_of_a_pdf_are_divided_and_a_ruled_cell_keeps_its_lines_together():
    lines = [line for line in letter_text.of_file("a.pdf", pdf(COLUMNS)).split("\n") if line]
    assert lines == [
        "ĐẢNG ỦY XÃ B\tĐẢNG CỘNG SẢN VIỆT NAM",
        "Số 12-KH/ĐU\tXã B, ngày 05 tháng 02 năm 2023",
        "Chi bộ Trường Trung học phổ thông Nguyễn Huệ\t02",
        "Thôn A\t1-2",
    ]
