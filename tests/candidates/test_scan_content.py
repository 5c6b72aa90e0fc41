"""What a file that was sent as a scan really is, by its bytes; what is refused says its name and what it is."""

import pytest

from candidates import scan_content
from candidates.enums import ScanType
from organizations.errors import Refused
from tests.candidates import scan_samples as samples

PDF, JPEG, PNG = samples.pdf(), samples.picture(), samples.picture("PNG")
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", PDF, ScanType.PDF),
        ("A.PDF", PDF + b"\r\n", ScanType.PDF),
        ("a.pdf", samples.pdf_with(b""), ScanType.PDF),
        ("a.jpg", JPEG, ScanType.JPEG),
        ("a.jpeg", samples.picture(progressive=True, quality=95, size=(300, 200)), ScanType.JPEG),
        ("a.png", PNG, ScanType.PNG),
    ],
)
def test_a_whole_file_is_kept_as_it_is(name, content, kind):
    assert scan_content.checked(name, content) == (kind, content)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", samples.archive(), "“a.pdf” có đuôi .pdf nhưng nội dung là tệp nén ZIP, Word hoặc Excel."),
        ("a.png", HTML, "“a.png” có đuôi .png nhưng nội dung là trang web (HTML, XML)."),
        ("a.png", b"\xef\xbb\xbf  <svg onload='x'>", "nội dung là trang web (HTML, XML)."),
        ("a.jpg", PNG, "“a.jpg” có đuôi .jpg nhưng nội dung là ảnh PNG. Hãy đặt lại đuôi tệp"),
        ("a.pdf", JPEG, "“a.pdf” có đuôi .pdf nhưng nội dung là ảnh JPEG."),
        ("a.pdf", b"MZ\x90" + PDF, "nội dung là chương trình Windows."),
        ("a.pdf", b"abc" + PDF, "nội dung là loại tệp không nhận ra được."),
        ("a.jpg", b"\x00\x00\x00\x18ftypheic" + bytes(40), "nội dung là ảnh HEIC của điện thoại."),
        ("a.pdf", b"", "nội dung là tệp rỗng."),
        ("a.docx", samples.archive(), "“a.docx” có đuôi .docx; chỉ nhận bản quét có đuôi .pdf, .jpg, .jpeg hoặc .png."),
        ("a.pdf.exe", PDF, "có đuôi .exe"),
        ("khong-duoi", PDF, "“khong-duoi” có đuôi trống"),
        ("a.pdf", PDF[: len(PDF) // 2], "“a.pdf” là PDF nhưng thiếu phần sau hoặc bị hỏng, không mở được."),
        ("a.pdf", b"%PDF-1.7\n%%EOF", "là PDF nhưng thiếu phần sau hoặc bị hỏng"),
        ("a.pdf", PDF + samples.archive(), "là PDF nhưng có dữ liệu khác nối vào phía sau."),
        ("a.pdf", samples.pdf_with_script(), "là PDF nhưng có lệnh tự chạy bên trong."),
        ("a.pdf", samples.pdf_with_hidden_script(), "là PDF nhưng có lệnh tự chạy bên trong."),
        ("a.pdf", samples.pdf_with_packed_script(), "là PDF nhưng có lệnh tự chạy bên trong."),
        ("a.pdf", samples.pdf_with_launch(), "là PDF nhưng có lệnh tự chạy bên trong."),
        ("a.pdf", samples.pdf_with_file(), "là PDF nhưng có tệp khác đính bên trong."),
        ("a.pdf", samples.pdf_with_password(), "là PDF nhưng có đặt mật khẩu nên không kiểm tra được."),
        ("a.jpg", JPEG[: len(JPEG) // 2], "“a.jpg” là ảnh JPEG nhưng thiếu phần sau hoặc bị hỏng"),
        ("a.jpg", b"\xff\xd8\xff\xd9", "là ảnh JPEG nhưng thiếu phần sau hoặc bị hỏng"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "là ảnh JPEG nhưng thiếu phần sau hoặc bị hỏng"),
        ("a.png", PNG[:-20], "“a.png” là ảnh PNG nhưng thiếu phần sau hoặc bị hỏng"),
        ("a.png", PNG.replace(b"IDAT", b"IDAX"), "là ảnh PNG nhưng thiếu phần sau hoặc bị hỏng"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_with_both(name, content, words):
    with pytest.raises(Refused) as told:
        scan_content.checked(name, content)
    assert words in str(told.value)


@pytest.mark.parametrize(("name", "whole"), [("a.jpg", JPEG), ("a.png", PNG)])
@pytest.mark.parametrize("behind", [HTML, samples.archive(), b"\x00" * 9], ids=["html", "zip", "zeros"])
def test_what_travels_behind_a_picture_is_not_kept(name, whole, behind):
    assert scan_content.checked(name, whole + behind)[1] == whole


def test_a_small_picture_inside_a_picture_does_not_end_it():
    """A camera keeps a preview with an end marker of its own in a segment before the picture."""
    preview = b"\xff\xe1" + (len(JPEG) + 2).to_bytes(2, "big") + JPEG
    whole = JPEG[:2] + preview + JPEG[2:]
    assert scan_content.checked("a.jpg", whole)[1] == whole


def test_a_picture_of_far_too_many_points_is_not_opened(monkeypatch):
    monkeypatch.setattr(scan_content, "MOST_PIXELS", 100)
    with pytest.raises(Refused, match="không mở được"):
        scan_content.checked("a.png", PNG)


@pytest.mark.parametrize(
    ("name", "tidied"),
    [
        ("C:\\quet\\a.pdf", "a.pdf"),
        ("../../a.pdf", "a.pdf"),
        ("a\u202efdp.pdf", "afdp.pdf"),
        ("x" * 200 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_of_a_sent_name_neither_folders_nor_unseen_characters_stay(name, tidied):
    assert scan_content.tidy_name(name) == tidied
