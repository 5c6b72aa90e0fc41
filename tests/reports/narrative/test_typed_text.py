"""What an officer types: tokens by readable names, braces that are wrong, figures typed by hand."""

import re

import pytest

from reports import typed_text
from reports.document import Figure, Paragraph
from reports.typed_text import Untold

WRITTEN = {
    "0.1.1": Paragraph(
        "Kết nạp {held}, bằng {percent} cùng kỳ năm 2020 ({before}); 3 % của 5.000.",
        {"held": Figure(45), "percent": Figure(36), "before": Figure(124)},
        "0.1.1",
    ),
    "1.2.1": Paragraph(
        "Có {idle}, {idle1} và {held}.", {"idle": Figure(1), "idle1": Figure(2), "held": Figure(3)}, "1.2.1"
    ),
}
KNOWN = typed_text.names(WRITTEN, "0.1.1")


def test_a_text_goes_to_the_page_and_back():
    shown = typed_text.readable(WRITTEN["0.1.1"].words, KNOWN)
    assert shown == "Kết nạp {kết nạp}, bằng {so với cùng kỳ} cùng kỳ năm 2020 ({cùng kỳ}); 3 % của 5.000."
    assert typed_text.read(shown, KNOWN) == WRITTEN["0.1.1"].words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Có { Kết  nạp } người", "Có {held} người"),
        ("Khối có {kết nạp/1.2.1}", "Khối có {1.2.1/held}"),
        ("Có {chưa có kết quả 1/1.2.1}", "Có {1.2.1/idle1}"),
        ("Hai dòng\ncó {kết nạp}", "Hai dòng có {held}"),
    ],
)
def test_names_are_read_whatever_their_spaces_and_letters(typed, words):
    assert typed_text.read(typed, KNOWN) == words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Có {kết nạp người", "Dấu “{” trước “kết nạp người” chưa đóng"),
        ("Có {kết nạp {cùng kỳ}", "Dấu “{” trước “kết nạp” chưa đóng"),
        ("Có kết nạp} người", "Có dấu “}” mà trước đó không có dấu “{”"),
        ("Có {kết nap} người", "Không có số nào tên là “{kết nap}”"),
        ("Có {} người", "Không có số nào tên là “{}”"),
        ("Có {held} người", "ví dụ {kết nạp}, {so với cùng kỳ}, {cùng kỳ}"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(typed, sentence):
    with pytest.raises(Untold, match=re.escape(sentence)):
        typed_text.read(typed, KNOWN)


@pytest.mark.parametrize(
    ("words", "by_hand"),
    [
        ("Đã kết nạp {held} người.", ()),
        ("Đã kết nạp 45 người.", ("45",)),
        ("Đạt 36,3 % và 1.669 người.", ("36,3", "1.669")),
        ("Theo 259-CV/ĐUK ngày 21/6/2021, Nghị quyết số 21-NQ/TW, 45/2019/NĐ-CP.", ()),
        ("Ngày 05 tháng 6, tháng 6/2021, quý 2, ngày 5/6.", ()),
        ("Theo Điều 5, khoản 2, điểm 4, mục 3.2, Bảng 1, phụ lục 2.", ()),
        ("Giữ 3 % của 5.000 đảng viên.", ()),
        ("Cùng kỳ năm 2020 khác.", ()),
        ("Năm 2019 khác.", ("2019",)),
        ("Có 7 và 7 người.", ("7",)),
        ("Bí thư chi bộ 1A", ("1",)),
    ],
)
def test_digits_that_are_no_date_document_clause_or_words_of_the_system_are_typed_by_hand(words, by_hand):
    own = WRITTEN["0.1.1"].words
    assert typed_text.by_hand(words, own, own) == by_hand


def test_a_year_of_another_paragraph_is_no_figure_typed_by_hand_but_its_other_numbers_are():
    assert typed_text.by_hand("Năm 2018 có 9", "", "Từ ngày 01/01/2018 có 9") == ("9",)


def test_two_figures_of_the_same_name_are_told_apart():
    same = {"0.1.1": Paragraph("{source} {sources}", {"source": Figure(1), "sources": Figure(2)}, "0.1.1")}
    assert [each.name for each in typed_text.names(same, "0.1.1")] == ["trong nguồn", "trong nguồn (2)"]
