"""Reading a letter in the browser: sent, looked through sentence by sentence, registered in one act, or put aside."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from directives.enums import BaseKind, Bound, CitationKind, Measure, NumberKind, Repeats
from directives.models import Directive, Obligation, ReadLetter, Target
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
