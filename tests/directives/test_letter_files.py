"""Files of documents: kept outside the web root, handed out through the access check with a trace, taken back."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from candidates import scan_files
from directives.models import Directive, LetterFile
from organizations.models import Reading
from tests import duties, pages, people, registered
from tests.candidates import scan_samples

PDF = scan_samples.pdf()
pytestmark = pytest.mark.usefixtures("files_kept")


def word(*parts: str) -> bytes:
    """A packed file with these parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for part in parts:
            made.writestr(part, "<w/>")
    return packed.getvalue()


DOCX = word("[Content_Types].xml", "word/document.xml")


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


@pytest.fixture
def made(cast) -> Directive:
    return duties.letter(cast.bloc, "1-CV/TN")


def send(browser: Client, made: Directive, name: str = "cong van.pdf", content: bytes = PDF):
    address = f"/van-ban/{made.pk}/tep/"
    return pages.send(browser, address, file=SimpleUploadedFile(name, content))


def lying(settings) -> list[str]:
    return list(scan_files.names(settings.LETTERS_ROOT))


@pytest.mark.parametrize(
    ("name", "content", "kind", "mime"),
    [
        ("thu.pdf", PDF, "pdf", "application/pdf"),
        ("thu.docx", DOCX, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("thu.TXT", "Công văn".encode(), "txt", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_is_kept_and_handed_out_to_a_reader_with_a_trace(officer, cast, made, name, content, kind, mime):
    assert send(officer, made, name, content).url == f"/van-ban/{made.pk}/"
    row = LetterFile.objects.get()
    assert (row.kind, row.size, row.original_name, row.by) == (kind, len(content), name, cast.officer)
    reader = people.signed_in(cast.secretary)
    link = f"/van-ban/{made.pk}/tep/{row.pk}/"
    assert (link, name) in pages.read(reader.get(f"/van-ban/{made.pk}/")).links
    answer = reader.get(link)
    assert (answer.content, answer.headers["Content-Type"]) == (content, mime)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert Reading.objects.get().user == cast.secretary


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("thu.exe", b"MZ", "có đuôi .exe; chỉ nhận tệp .pdf, .docx, .txt"),
        ("thu.doc", b"\xd0\xcf\x11\xe0", "Tệp .doc đời cũ"),
        ("thu.docx", b"\xd0\xcf\x11\xe0 khoa", "hoặc tệp được đặt mật khẩu"),
        ("thu.docx", word("a.txt"), "không phải văn bản Word"),
        ("thu.docx", word("word/document.xml", "word/vbaProject.bin"), "có macro hoặc tệp nhúng"),
        ("thu.pdf", DOCX, "nội dung là tệp nén ZIP"),
        ("thu.txt", b"\xff\xfe\x00", "không đọc được thành chữ"),
        ("thu.txt", b"   ", "không có chữ nào"),
    ],
)
def test_a_file_of_the_wrong_kind_is_refused_by_what_it_is(officer, made, settings, name, content, sentence):
    assert sentence in pages.read(send(officer, made, name, content)).words
    assert (LetterFile.objects.exists(), lying(settings)) == (False, [])


def test_what_is_too_big_is_refused_before_it_is_read(officer, made, settings):
    settings.SCANS_MAX_BYTES = 4
    assert "nặng 1 MB, quá mức 0 MB" in pages.read(send(officer, made)).words


def test_the_same_file_is_kept_once(officer, made):
    send(officer, made)
    assert "giống hệt tệp “cong van.pdf”" in pages.read(send(officer, made, "lan hai.pdf")).words
    assert LetterFile.objects.count() == 1


def test_a_file_goes_along_with_the_registration_or_neither_is_stored(officer, settings):
    wrong = registered.send(officer, file=SimpleUploadedFile("thu.pdf", b"x"))
    assert "nhưng nội dung là" in pages.read(wrong).words
    assert (Directive.objects.exists(), lying(settings)) == (False, [])
    answer = registered.send(officer, file=SimpleUploadedFile("thu.pdf", PDF))
    assert (answer.status_code, Directive.objects.get().files.get().original_name) == (302, "thu.pdf")


def test_a_secret_document_keeps_no_file_and_one_with_a_file_becomes_secret_only_without_it(officer, made):
    send(officer, made)
    address = f"/van-ban/{made.pk}/sua/"
    refused = pages.send(officer, address, secrecy="secret", reason="ghi sót độ mật")
    assert "Hãy gỡ tệp đã lưu trước khi ghi độ mật" in pages.read(refused).words
    row = LetterFile.objects.get()
    pages.send(officer, f"/van-ban/{made.pk}/tep/{row.pk}/go/", reason="văn bản mật")
    assert pages.send(officer, address, secrecy="secret", reason="ghi sót độ mật").status_code == 302
    page = pages.read(officer.get(f"/van-ban/{made.pk}/tep/"))
    assert ("không lưu tệp trên hệ thống này" in page.words, [form for form in page.forms if not form.action]) == (
        True,
        [],
    )


def test_a_file_taken_back_is_destroyed_and_its_row_stays_with_the_reason(
    officer, made, settings, django_capture_on_commit_callbacks
):
    send(officer, made)
    row = LetterFile.objects.get()
    address = f"/van-ban/{made.pk}/tep/{row.pk}/go/"
    assert "Hãy ghi lý do gỡ tệp." in pages.read(pages.send(officer, address, reason=" ")).words
    with django_capture_on_commit_callbacks(execute=True):
        pages.send(officer, address, reason="gửi nhầm")
    assert (lying(settings), LetterFile.ever.get().void_reason) == ([], "gửi nhầm")
    assert officer.get(f"/van-ban/{made.pk}/tep/{row.pk}/").status_code == 404


def test_a_lost_file_is_told_in_a_sentence(officer, made, settings):
    send(officer, made)
    row = LetterFile.objects.get()
    scan_files.destroy(row.stored_as, settings.LETTERS_ROOT)
    answer = officer.get(f"/van-ban/{made.pk}/tep/{row.pk}/", follow=True)
    assert "không còn trên máy chủ" in pages.read(answer).words
