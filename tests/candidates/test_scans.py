"""Scans as the browser does it: off until switched on, sent, refused, handed out with a trace, taken back, lost."""

import hashlib
import stat

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from candidates import scan_files, scans
from candidates.enums import PaperKind, Stage
from candidates.models import Dossier, Paper, Scan, ScanSwitch
from organizations.enums import Deed
from organizations.models import Reading
from tests import pages, people
from tests.candidates import scan_samples as samples

SWITCH = "/ban-quet/"
PDF = samples.pdf()
pytestmark = pytest.mark.usefixtures("scans_root")


@pytest.fixture
def made(cast) -> Dossier:
    return people.dossier(cast, Stage.TRAINED)


@pytest.fixture
def paper(made) -> Paper:
    return made.papers.get(kind=PaperKind.CERTIFICATE)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


@pytest.fixture
def on(cast) -> None:
    samples.switched_on(cast)


def page_of(paper: Paper) -> str:
    return f"/ho-so/{paper.dossier.code}/giay-to/{paper.pk}/ban-quet/"


def send(browser: Client, paper: Paper, content: bytes = PDF, name: str = "nhan thuc.pdf") -> HttpResponse:
    form = pages.read(browser.get(page_of(paper))).form
    return browser.post(page_of(paper), form.fields | {"file": SimpleUploadedFile(name, content)})


def switch(browser: Client, **typed: str) -> HttpResponse:
    return pages.send(browser, SWITCH, reason="Kế hoạch số hóa", **typed)


def test_scans_are_off_until_an_administrator_switches_them_on_with_a_reason(cast):
    browser = people.signed_in(cast.administrator)
    assert not scans.are_on()
    assert "Đang tắt" in pages.read(browser.get(SWITCH)).words
    switch(browser)
    assert scans.are_on()
    words = pages.read(browser.get(SWITCH)).words
    assert "Đang bật" in words
    assert "Kế hoạch số hóa (Tô Văn Trị)" in words
    switch(browser)
    assert [row.is_on for row in ScanSwitch.objects.all()] == [False, True]
    assert not scans.are_on()


def test_a_switch_needs_a_reason_and_is_turned_once_by_two_at_a_time(cast):
    browser, second = people.signed_in(cast.administrator), people.signed_in(cast.administrator)
    assert "Hãy ghi lý do." in pages.read(pages.send(browser, SWITCH, reason=" ")).words
    opened = pages.read(second.get(SWITCH)).form
    switch(browser)
    late = pages.send(second, SWITCH, opened, reason="Cùng lúc")
    assert "Việc lưu bản quét đã bật từ trước; hãy tải lại trang." in pages.read(late).words
    assert ScanSwitch.objects.count() == 1


def test_an_administrator_of_a_part_may_not_switch_for_the_whole(cast):
    part = people.person("tri2", "Tô Thị Phần", "administrator", cast.office)
    browser = people.signed_in(part)
    page = pages.read(browser.get(SWITCH))
    assert "ở cấp trên của mọi người quản trị khác" in page.words
    token = {"form_token": "5d1ff7e4-3ae1-4f2f-9cd7-6a9a38b8f7b6", "reason": "Thử", "bat": "1"}
    assert browser.post(SWITCH, token).status_code == 403
    assert not scans.are_on()


def test_while_they_are_off_nothing_is_sent(secretary, paper):
    page = pages.read(secretary.get(page_of(paper)))
    assert scans.SWITCHED_OFF in page.words
    token = {"form_token": "5d1ff7e4-3ae1-4f2f-9cd7-6a9a38b8f7b6", "file": SimpleUploadedFile("a.pdf", PDF)}
    assert scans.SWITCHED_OFF in pages.read(secretary.post(page_of(paper), token)).words
    assert (Scan.objects.count(), list(scan_files.names())) == (0, [])


def test_a_scan_is_kept_outside_the_web_root_under_a_random_name(on, secretary, paper, scans_root):
    assert send(secretary, paper).url == page_of(paper)
    row = Scan.objects.get()
    assert (row.sha256, row.size, row.original_name) == (hashlib.sha256(PDF).hexdigest(), len(PDF), "nhan thuc.pdf")
    (name,) = scan_files.names()
    assert name == row.stored_as
    file = scans_root / name[:2] / name
    assert file.read_bytes() == PDF
    assert [stat.S_IMODE(path.stat().st_mode) for path in (file, file.parent)] == [0o600, 0o700]
    page = pages.read(secretary.get(page_of(paper)))
    assert "“nhan thuc.pdf” · gửi ngày 31/5/2021" in page.words
    assert (page.inline, page.unlabelled) == ([], [])


def test_a_scan_is_handed_out_to_keep_and_each_reading_leaves_a_trace(on, cast, secretary, paper):
    scan = samples.kept(cast, paper)
    answer = secretary.get(f"{page_of(paper)}{scan.pk}/")
    assert answer.content == PDF
    assert {name: answer[name] for name in ("Content-Type", "Content-Disposition", "Cache-Control")} == {
        "Content-Type": "application/pdf",
        "Content-Disposition": f'attachment; filename="{paper.dossier.code}-ban-quet-{scan.pk}.pdf"',
        "Cache-Control": "private, no-store",
    }
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    read = Reading.objects.get(deed=Deed.SEE_SCANS)
    assert (read.user, read.people) == (cast.secretary, 1)
    assert paper.dossier.code in read.subject


def test_switched_off_again_they_are_not_handed_out(on, cast, secretary, paper):
    scan = samples.kept(cast, paper)
    switch(people.signed_in(cast.administrator))
    answer = secretary.get(f"{page_of(paper)}{scan.pk}/", follow=True)
    assert scans.SWITCHED_OFF in pages.read(answer).words
    assert b"%PDF" not in answer.content
    assert not Reading.objects.filter(deed=Deed.SEE_SCANS).exists()


@pytest.mark.parametrize("harm", ["lost", "altered"])
def test_a_file_that_is_gone_or_altered_is_told_and_not_handed_out(harm, on, cast, secretary, paper, scans_root):
    scan = samples.kept(cast, paper)
    file = scans_root / scan.stored_as[:2] / scan.stored_as
    file.unlink() if harm == "lost" else file.write_bytes(PDF + b" ")
    answer = secretary.get(f"{page_of(paper)}{scan.pk}/", follow=True)
    assert scans.LOST in pages.read(answer).words
    assert not Reading.objects.filter(deed=Deed.SEE_SCANS).exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("giay.pdf", samples.archive(), "“giay.pdf” có đuôi .pdf nhưng nội dung là tệp nén ZIP, Word hoặc Excel."),
        ("anh.png", b"<html><b>thu</b></html>", "“anh.png” có đuôi .png nhưng nội dung là trang web (HTML, XML)."),
        ("giay.pdf", PDF[:100], "“giay.pdf” là PDF nhưng thiếu phần sau hoặc bị hỏng"),
        ("rong.pdf", b"", "Tệp đã chọn rỗng, không có nội dung."),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_not_kept(name, content, words, on, secretary, paper):
    answer = send(secretary, paper, content, name)
    assert answer.status_code == 200
    assert words in pages.read(answer).words
    assert (Scan.objects.count(), list(scan_files.names())) == (0, [])


def test_a_huge_file_is_refused_before_it_is_read(on, secretary, paper, settings):
    settings.SCANS_MAX_BYTES = 1024 * 1024
    words = pages.read(send(secretary, paper, PDF + bytes(1024 * 1024), "to.pdf")).words
    assert "“to.pdf” nặng 2 MB, quá mức 1 MB cho một bản quét." in words
    assert list(scan_files.names()) == []


def test_the_same_file_is_kept_once(on, cast, secretary, paper):
    samples.kept(cast, paper, name="lan-dau.pdf")
    words = pages.read(send(secretary, paper)).words
    assert "“nhan thuc.pdf” giống hệt bản quét “lan-dau.pdf” đã gửi ngày 31/5/2021; không lưu thêm." in words
    assert len(list(scan_files.names())) == 1


@pytest.mark.parametrize("kind", [PaperKind.APPLICATION, PaperKind.BIOGRAPHY, PaperKind.SELF_REVIEW])
def test_what_the_person_wrote_by_hand_is_never_scanned(kind, on, secretary, made):
    paper = Paper.objects.create(dossier=made, kind=kind, issued_on=people.TODAY)
    page = pages.read(secretary.get(page_of(paper)))
    assert "do chính người vào Đảng viết, có lịch sử gia đình: không lưu bản quét" in page.words
    token = {"form_token": "5d1ff7e4-3ae1-4f2f-9cd7-6a9a38b8f7b6", "file": SimpleUploadedFile("a.pdf", PDF)}
    assert secretary.post(page_of(paper), token).status_code == 200
    assert not Scan.objects.exists()


def test_a_row_that_cannot_be_written_leaves_no_file(on, cast, paper, monkeypatch):
    def fail(**columns):
        raise RuntimeError("no row")

    monkeypatch.setattr(Scan.objects, "create", fail)
    with pytest.raises(RuntimeError):
        samples.kept(cast, paper)
    assert list(scan_files.names()) == []


def test_a_scan_taken_back_loses_its_file_and_keeps_its_row(
    on, cast, secretary, paper, django_capture_on_commit_callbacks
):
    scan = samples.kept(cast, paper)
    address = f"{page_of(paper)}{scan.pk}/dinh-chinh/"
    assert "Hãy ghi lý do gỡ bản quét." in pages.read(pages.send(secretary, address)).words
    with django_capture_on_commit_callbacks(execute=True):
        pages.send(secretary, address, reason="Quét nhầm giấy")
    row = Scan.ever.get()
    assert (row.void, row.void_reason) == (True, "Quét nhầm giấy")
    assert list(scan_files.names()) == []
    assert secretary.get(f"{page_of(paper)}{scan.pk}/").status_code == 404


def test_a_second_click_keeps_one_scan(on, secretary, paper):
    form = pages.read(secretary.get(page_of(paper))).form
    for content in (PDF, samples.pdf_with(b"")):
        secretary.post(page_of(paper), form.fields | {"file": SimpleUploadedFile("a.pdf", content)})
    assert Scan.objects.get().sha256 == hashlib.sha256(PDF).hexdigest()


@pytest.mark.parametrize(("who", "answer"), [("stranger", 404), ("leader", 403), ("auditor", 403), ("appraiser", 200)])
def test_only_whoever_may_see_scans_in_reach_reads_one(who, answer, on, cast, paper):
    scan = samples.kept(cast, paper)
    assert people.signed_in(getattr(cast, who)).get(f"{page_of(paper)}{scan.pk}/").status_code == answer


def test_a_scan_is_found_under_its_own_paper_alone(on, cast, secretary, paper, made):
    scan = samples.kept(cast, paper)
    other = made.papers.exclude(pk=paper.pk).first()
    assert secretary.get(f"{page_of(other)}{scan.pk}/").status_code == 404
