"""Whether a file is an issued report: the same bytes, the same with a signature appended, a draft, anything else."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import override_settings

from reports.models import IssuedReport
from tests import issues, people
from tests.pages import Page

VERIFY = "/bao-cao/kiem-tra/"
SIGNATURE = b"\n9 0 obj <</Type /Sig /ByteRange [0 10 20 30]>> endobj\n%%EOF\n"
UNKNOWN = "Đây không phải bản nào đã ban hành trong phần đồng chí được xem."
pytestmark = pytest.mark.usefixtures("light")


def told(client, content: bytes, name: str = "bao-cao.pdf") -> str:
    answer = client.post(VERIFY, {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200
    return Page(answer.content.decode()).words


@pytest.fixture
def stored(cast) -> bytes:
    """The file of an issued report of the bloc."""
    return bytes(issues.issued(issues.frozen(cast.bloc)).pdf)


def test_the_issued_file_is_told_with_number_day_and_link(officer, stored):
    answer = officer.post(VERIFY, {"file": SimpleUploadedFile("a.pdf", stored)}).content.decode()
    assert "Đây là bản đã ban hành: Báo cáo số 45-BC/ĐU ngày 31/5/2021 của Đảng ủy Khối." in answer
    assert f'href="/bao-cao/so/{IssuedReport.objects.get().frozen_id}/"' in answer


def test_a_signature_appended_is_told_and_so_is_anything_else_appended(officer, stored):
    assert "Đây là bản đã ban hành, có phần thêm sau (chữ ký số): Báo cáo số 45-BC/ĐU" in told(
        officer, stored + SIGNATURE
    )
    assert "có phần thêm sau (không thấy chữ ký số)" in told(officer, stored + b"\n%%EOF")


def test_one_byte_that_differs_makes_it_another_file(officer, stored):
    assert UNKNOWN in told(officer, stored[:-1] + bytes([stored[-1] ^ 1]))
    assert UNKNOWN in told(officer, stored[:-1])


def test_a_draft_is_a_draft(cast, officer):
    assert "Đây là bản trình ký ngày 31/5/2021, chưa có số" in told(officer, bytes(issues.frozen(cast.bloc).draft))


def test_a_file_that_was_corrected_says_by_what(cast, officer):
    earlier = issues.issued(issues.frozen(cast.bloc))
    issues.corrected(earlier)
    assert "đã được đính chính bằng Báo cáo số 46-BC/ĐU" in told(officer, bytes(earlier.pdf))


def test_nothing_is_told_of_reports_outside_the_reach(cast, stored):
    elsewhere = people.signed_in(people.person("khoikhac", "Ngô Văn Xa", "board_officer", cast.foreign_bloc))
    for content in (stored, stored + SIGNATURE):
        said = told(elsewhere, content)
        assert UNKNOWN in said
        assert "45-BC" not in said


def test_a_secret_report_is_not_told_to_a_reader(cast, alone):
    made = issues.issued(issues.frozen(cast.bloc, secrecy="confidential"))
    assert UNKNOWN in told(people.signed_in(cast.leader), bytes(made.pdf))
    assert "Đây là bản đã ban hành" in told(people.signed_in(cast.officer), bytes(made.pdf))


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Hãy chọn tệp PDF cần kiểm tra."),
        ({"file": ("a.pdf", b"")}, "rỗng, không có nội dung"),
        ({"file": ("a.docx", b"PK\x03\x04")}, "Tệp “a.docx” không phải là tệp PDF."),
        ({"file": ("a.pdf", b"%PDF-1.7" + b"x" * 2000)}, "Tệp “a.pdf” lớn hơn"),
    ],
)
@override_settings(SCANS_MAX_BYTES=1000)
def test_what_cannot_be_a_report_is_told(officer, sent, sentence):
    files = {name: SimpleUploadedFile(*given) for name, given in sent.items()}
    assert sentence in Page(officer.post(VERIFY, files).content.decode()).words


def test_the_commands_issue_and_verify_with_their_exit_codes(cast, tmp_path):
    file, said = tmp_path / "bao-cao.pdf", io.StringIO()
    days = {"on": "2021-05-31", "date": "2021-05-31"}
    call_command(
        "issue_report",
        *("tien-do", "--unit", "B", "--on", days["on"], "--number", "45", "--date", days["date"]),
        *("--signer", "Trần Văn Ký", "--deputy", "--pdf", str(file)),
        stdout=said,
    )
    assert "Báo cáo số 45-BC/ĐU ngày 31/5/2021 của Đảng ủy Khối: " in said.getvalue()
    assert file.read_bytes() == bytes(IssuedReport.objects.get().pdf)
    call_command("verify_report", str(file), stdout=said)
    assert "Đây là bản đã ban hành" in said.getvalue()
    other = tmp_path / "khac.pdf"
    other.write_bytes(b"%PDF-1.7 khac")
    for wrong, words in ((other, "không phải bản nào đã ban hành"), (tmp_path / "khong-co.pdf", "Không đọc được tệp")):
        with pytest.raises(CommandError, match=words):
            call_command("verify_report", str(wrong))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (("--unit", "X"), "Không có tổ chức nào mang mã X"),
        (("--number", "mười"), "“mười” không phải là số văn bản"),
        (("--date", "2021-05-30"), "trước ngày số liệu của báo cáo"),
        (("--date", ""), "không phải là một ngày có trong lịch"),
    ],
)
def test_a_command_that_is_refused_stores_nothing(cast, said, sentence):
    wish = {"--unit": "B", "--number": "45", "--date": "2021-05-31", said[0]: said[1]}
    with pytest.raises(CommandError, match=sentence):
        call_command(
            "issue_report",
            "tien-do",
            "--on",
            "2021-05-31",
            "--signer",
            "A",
            *(each for pair in wish.items() for each in pair),
        )
    assert not IssuedReport.objects.exists()
