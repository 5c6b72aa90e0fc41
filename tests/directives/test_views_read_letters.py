"""Reading a letter in the browser: sent, looked through sentence by sentence, registered in one act, or put aside."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from candidates import scan_files
from directives import letter_files
from directives.enums import BaseKind, Bound, CitationKind, Measure, NumberKind, Repeats, ShareState
from directives.models import Allocation, Directive, Distribution, LetterFile, Obligation, ReadLetter, Target
from organizations.models import Clause
from tests import duties, people
from tests.directives.reading import shelf
from tests.pages import read

INDEX = "/van-ban/doc/"
# Letter 259 as the bloc of the cast would send it before the day of the tests.
LETTER = shelf.text("259-cv-duk").replace("21 tháng 6 năm 2021", "21 tháng 5 năm 2021")


@pytest.fixture
def browser(cast):
    return people.signed_in(cast.officer)


def sent(browser, text: str = LETTER, name: str = "259.txt"):
    page = read(browser.get(INDEX))
    given = page.form.fields | {"file": SimpleUploadedFile(name, text.encode()), "pasted": ""}
    return browser.post(INDEX, given)


def opened(browser, text: str = LETTER):
    """The page of a letter that was just sent, and its address."""
    address = sent(browser, text)["Location"]
    return read(browser.get(address)), address


def test_a_file_becomes_a_draft_whose_page_shows_what_was_read(browser):
    page, address = opened(browser)
    assert address == reverse("directives:read_letter", args=[ReadLetter.objects.get().pk])
    assert page.form.fields["number"] == "259-CV/ĐUK"
    assert page.form.fields["issued_on"] == "21/5/2021"
    assert "Chỉ tiêu: ít nhất 3 %" in page.words


def test_one_button_registers_the_letter_with_everything_that_was_read(browser, cast):
    page, address = opened(browser)
    answer = browser.post(address, page.form.fields)
    made = Directive.objects.get()
    assert answer["Location"] == reverse("directives:directive", args=[made.pk])
    assert made.document.number == "259-CV/ĐUK"
    assert made.addressees.filter(to_act=True).count() == 3
    assert [each.kind for each in made.citations.all()] == [CitationKind.RESTATES]
    assert ReadLetter.objects.get().directive == made


def test_the_target_of_the_letter_hangs_on_its_sentence(browser, cast):
    page, address = opened(browser)
    browser.post(address, page.form.fields)
    target = Target.objects.get()
    assert (target.unit, target.measure, target.number_kind) == (cast.bloc, Measure.ADMITTED, NumberKind.PERCENT)
    assert (target.number, target.base, target.first_year) == (3, BaseKind.MEMBERS_YEAR_START, 2021)
    assert target.letter_words == "tương đương khoảng 150 đảng viên/năm"
    assert "từ 03% trở lên" in target.clause.summary
    assert target.confirmed_by is None


def test_the_duties_with_a_day_or_a_rhythm_hang_on_their_sentences(browser, cast):
    page, address = opened(browser)
    browser.post(address, page.form.fields)
    duties_made = Obligation.objects.order_by("clause__position")
    assert [(each.bound, each.due_on, each.repeats) for each in duties_made] == [
        (Bound.GRASSROOTS, date(2021, 6, 30), Repeats.ONCE),
        (Bound.ITSELF, None, Repeats.YEARLY),
        (Bound.ITSELF, None, Repeats.YEARLY),
    ]
    assert [each.from_on for each in duties_made] == [date(2021, 5, 21), date(2022, 1, 1), date(2021, 5, 21)]
    assert "rà soát số lượng quần chúng" in duties_made[0].words


def test_what_is_left_is_not_recorded(browser):
    page, address = opened(browser)
    left = {name: "0" for name in page.form.fields if name.endswith("-take")}
    browser.post(address, page.form.fields | left)
    assert Directive.objects.count() == 1
    assert not Clause.objects.filter(document__directive__isnull=False).exists()
    assert not Target.objects.exists()
    assert not Obligation.objects.exists()


def test_a_target_without_its_sentence_is_told(browser):
    page, address = opened(browser)
    answer = browser.post(address, page.form.fields | {"clauses-0-take": "0"})
    assert "câu chứa nó bị bỏ qua" in read(answer).words
    assert not Directive.objects.exists()


def test_what_was_not_understood_is_listed_and_not_chosen_beforehand(browser):
    text = "Số 5-CV/ĐU\n\nKính gửi: Các chi bộ\n\nTrong dịp này có 7 đảng viên mới phải lưu ý đặc biệt.\n\nTM. ĐẢNG ỦY\nBÍ THƯ\n"
    page, _ = opened(browser, text)
    assert "Chưa hiểu được: 1 câu" in page.words
    assert page.form.fields["clauses-0-take"] == "0"


def test_every_marked_sentence_has_a_line_that_leads_to_it(browser):
    _, address = opened(browser)
    html = browser.get(address).content.decode()
    marks, lines = html.count('<mark id="cau-'), html.count('<fieldset class="line passage" id="y-')
    assert marks == lines > 5


def test_a_letter_that_is_there_already_is_told_with_a_link(browser, cast):
    page, address = opened(browser)
    browser.post(address, page.form.fields)
    again, other = opened(browser, LETTER + "\nBản sao.")
    words = read(browser.post(other, again.form.fields)).words
    assert "đã được vào sổ" in words
    assert Directive.objects.count() == 1


def test_the_same_text_is_kept_once(browser):
    assert sent(browser)["Location"] == sent(browser)["Location"]
    assert ReadLetter.objects.count() == 1


def test_pasted_words_are_read_too(browser):
    page = read(browser.get(INDEX))
    answer = browser.post(INDEX, page.form.fields | {"pasted": LETTER})
    assert answer.status_code == 302
    assert ReadLetter.objects.get().name == ""


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("quet.jpg", b"\xff\xd8\xff\xe0", "ảnh JPEG"),
        ("rong.txt", b"", "rỗng"),
        ("mat.txt", "MẬT\nSố 5-CV/ĐU\nKính gửi: các chi bộ".encode(), "độ mật"),
        ("hong.docx", b"PK\x03\x04garbage", "bị hỏng"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_kept(browser, name, content, words):
    page = read(browser.get(INDEX))
    answer = browser.post(INDEX, page.form.fields | {"file": SimpleUploadedFile(name, content), "pasted": ""})
    assert words in read(answer).words
    assert not ReadLetter.objects.exists()


def test_neither_or_both_of_file_and_words_are_told(browser):
    page = read(browser.get(INDEX))
    for more in ({"pasted": ""}, {"file": SimpleUploadedFile("a.txt", b"abc"), "pasted": "abc"}):
        assert "một trong hai" in read(browser.post(INDEX, page.form.fields | more)).words


def test_a_second_click_registers_nothing_twice(browser):
    page, address = opened(browser)
    first, second = browser.post(address, page.form.fields), browser.post(address, page.form.fields)
    assert first["Location"] == second["Location"]
    assert Directive.objects.count() == 1


def test_a_draft_put_aside_keeps_no_text(browser):
    _, address = opened(browser)
    page = read(browser.get(f"{address}bo/"))
    browser.post(f"{address}bo/", page.form.fields)
    left = ReadLetter.objects.get()
    assert (left.dropped, left.text) == (True, "")
    assert browser.get(address).status_code == 404


def test_bad_input_stays_in_the_form_with_a_sentence(browser):
    page, address = opened(browser)
    answer = read(browser.post(address, page.form.fields | {"issued_on": "31/2/2021", "number": "sai-1"}))
    assert answer.form.fields["issued_on"] == "31/2/2021"
    assert answer.form.fields["number"] == "sai-1"
    assert not Directive.objects.exists()


def test_a_stranger_finds_no_draft_of_another_unit(cast, browser):
    draft = duties.read_letter(cast.foreign_bloc)
    assert browser.get(reverse("directives:read_letter", args=[draft.pk])).status_code == 404


TABLE = """ĐẢNG ỦY KHỐI
*
Số 27-QĐ/ĐUK\tĐẢNG CỘNG SẢN VIỆT NAM
\tHạ Long, ngày 26 tháng 02 năm 2021

QUYẾT ĐỊNH
về việc giao chỉ tiêu kết nạp đảng viên năm 2021

Điều 1. Giao chỉ tiêu kết nạp đảng viên năm 2021 cho các tổ chức đảng với tổng số 12 đảng viên, cụ thể:

TT\tĐơn vị\tKết nạp năm 2020\tGiao năm 2021
1\tSở Một\t4\t7
2\tChi bộ Sở Hai\t1\t2-3
3\tĐảng ủy Sở Không Có\t1\t3
\tCộng\t6\t12

Điều 2. Đảng ủy Sở Một báo cáo kết quả trước ngày 15/11/2021.

Nơi nhận:
- Các tổ chức cơ sở đảng trực thuộc,
- Đảng ủy Sở Một,
- Lưu VP.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Lê Văn Một
"""


def test_a_table_of_shares_becomes_the_draft_of_the_grid(browser, cast):
    page, address = opened(browser, TABLE)
    assert "Chưa khớp với đơn vị nào: 1 dòng của bảng. Đảng ủy Sở Không Có (3)" in page.words
    assert browser.post(address, page.form.fields).status_code == 302
    target = Target.objects.get()
    assert (target.unit, target.number, target.measure) == (cast.bloc, 12, Measure.ADMITTED)
    draft = Distribution.objects.get()
    assert (draft.target, draft.unit, draft.year, draft.state) == (target, cast.bloc, 2021, ShareState.DRAFT)
    assert draft.typed == {str(cast.office.pk): "7", str(cast.single_cell.pk): "02-03"}
    assert not Allocation.objects.exists()


def test_a_line_of_the_shares_that_names_nobody_is_told_and_nothing_is_recorded(browser):
    page, address = opened(browser, TABLE)
    name = next(name for name in page.form.fields if name.endswith("-shares"))
    answer = read(browser.post(address, page.form.fields | {name: "Sở Một: 7\nSở Không Có 3"}))
    assert "Dòng 2: không có đơn vị nào là “Sở Không Có”" in answer.words
    assert answer.form.fields[name] == "Sở Một: 7\nSở Không Có 3"
    assert not Directive.objects.exists()


def test_units_are_proposed_where_a_name_fits_exactly_one(browser, cast):
    page, address = opened(browser, TABLE)
    browser.post(address, page.form.fields)
    made = Directive.objects.get()
    assert made.issuing_unit == cast.bloc
    assert [(each.unit, each.bound) for each in made.addressees.filter(to_act=True)] == [
        (cast.bloc, Bound.GRASSROOTS),
        (cast.office, Bound.ITSELF),
    ]
    duty = Obligation.objects.get(due_on=date(2021, 11, 15))
    assert (duty.unit, duty.bound) == (cast.office, Bound.ITSELF)


@pytest.mark.usefixtures("files_kept")
class TestFile:
    """The file in which a letter came is kept with its document."""

    def test_it_waits_for_the_document_and_becomes_its_file(self, browser, settings):
        page, address = opened(browser)
        waiting = ReadLetter.objects.get().stored_as
        assert list(scan_files.names(settings.LETTERS_ROOT)) == [waiting]
        browser.post(address, page.form.fields)
        kept = LetterFile.objects.get()
        assert (kept.stored_as, kept.original_name, kept.kind) == (waiting, "259.txt", "txt")
        assert letter_files.content(kept) == LETTER.encode()

    def test_a_draft_put_aside_keeps_no_file(self, browser, settings, django_capture_on_commit_callbacks):
        _, address = opened(browser)
        page = read(browser.get(f"{address}bo/"))
        with django_capture_on_commit_callbacks(execute=True):
            browser.post(f"{address}bo/", page.form.fields)
        assert (list(scan_files.names(settings.LETTERS_ROOT)), ReadLetter.objects.get().stored_as) == ([], "")


@pytest.mark.usefixtures("scans_root")
def test_while_files_are_switched_off_only_the_words_are_kept_and_the_page_says_so(browser, settings):
    assert "đang tắt" in read(browser.get(INDEX)).words
    page, address = opened(browser)
    browser.post(address, page.form.fields)
    assert (list(scan_files.names(settings.LETTERS_ROOT)), LetterFile.objects.count()) == ([], 0)
    made = Directive.objects.get()
    words = read(browser.get(f"/van-ban/{made.pk}/")).words
    assert "Việc lưu tệp và bản quét đang tắt" in words
