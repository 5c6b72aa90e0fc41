"""The pieces of the grammar: numbers, days, deadlines, periods, quantities, moods."""

from datetime import date
from decimal import Decimal

import pytest

from directives.reading import dates, deadlines, kinds, measures, moods, numbers, periods, quantities
from directives.reading.deadlines import When
from directives.reading.lines import joined
from directives.reading.source import Source, normalised


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("03", 3), ("1.240", 1240), ("0,5", "0.5"), ("3.5", "3.5"), ("1.240,5", "1240.5"), ("ba", 3), ("mười", 10),
        ("mười lăm", 15), ("hai mươi mốt", 21), ("một trăm năm mươi", 150), ("một trăm linh tư", 104), ("hai rưỡi", "2.5"),
        ("năm mươi", 50), ("", None), ("một nghìn hai trăm", 1200), ("năm trăm", 500), ("hai mươi lăm", 25),
        ("ba nghìn không trăm linh năm", 3005), ("hai trăm năm mươi", 250),
    ],
)  # fmt: skip
def test_a_number_is_read_in_figures_and_in_words(words, value):
    assert numbers.value(words) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("words", "on", "repeats"),
    [
        ("báo cáo trước ngày 20/6/2021", date(2021, 6, 20), None),
        ("báo cáo trước ngày 20 tháng 6 năm 2021", date(2021, 6, 20), None),
        ("hoàn thành xong trước 30-9", date(2021, 9, 30), None),
        ("chậm nhất là ngày 05/7", date(2021, 7, 5), None),
        ("chậm nhất đến ngày 5.7.2021", date(2021, 7, 5), None),
        ("trước 16 giờ 30 ngày 12/6/2021", date(2021, 6, 12), None),
        ("báo cáo trong tháng 6/2021", date(2021, 6, 30), None),
        ("hoàn thành trong tháng 2 năm 2024", date(2024, 2, 29), None),
        ("trong quý i/2022", date(2022, 3, 31), None),
        ("trước ngày mười lăm tháng năm năm 2022", date(2022, 5, 15), None),
        ("tháng 10/2021: cử người đi học", date(2021, 10, 31), None),
        ("xong trong quý iv", date(2021, 12, 31), None),
        ("hết tháng 9", date(2021, 9, 30), None),
        ("đến hết năm 2022", date(2022, 12, 31), None),
        ("trước ngày 15/11 hằng năm", date(2021, 11, 15), "yearly"),
        ("trước ngày 15/3 hằng năm", date(2022, 3, 15), "yearly"),
        ("trước ngày 25 hằng tháng", None, "monthly"),
        ("trước ngày 20 tháng cuối quý", None, "quarterly"),
        ("hoàn thành trong 6 tháng cuối năm 2021", date(2021, 12, 31), None),
        ("hoàn thành trước ngày 31/02/2021", None, None),
    ],
)
def test_a_deadline_is_read_with_the_letters_year(words, on, repeats):
    (due,) = deadlines.find(words, 0, len(words), When(date(2021, 6, 1), 2021))
    assert (due.on, due.repeats) == (on, repeats)


@pytest.mark.parametrize(
    "words",
    [
        "căn cứ chỉ thị ngày 21/01/2019", "tính đến hết tháng 5", "dự kiến kết nạp trong quý iii", "trong thời gian tới",
        "6 tháng cuối năm 2021", "họp ngày 23/9/2019",
    ],
)  # fmt: skip
def test_what_only_names_a_day_is_no_deadline(words):
    assert deadlines.find(words, 0, len(words), When(date(2021, 6, 1), 2021)) == []


def test_two_days_of_one_sentence_are_two_deadlines():
    words = "báo cáo trước ngày 15/6 và 15/12 hằng năm"
    found = deadlines.find(words, 0, len(words), When(date(2021, 1, 5), 2021))
    assert [(due.on, due.repeats) for due in found] == [(date(2021, 6, 15), "yearly"), (date(2021, 12, 15), "yearly")]


def test_others_of_one_sentence_have_days_of_their_own():
    words = "gửi trước ngày 30/8/2024 đối với lớp thứ nhất, ngày 15/10/2024 đối với lớp thứ hai"
    assert [due.on for due in deadlines.find(words, 0, len(words), When())] == [date(2024, 8, 30), date(2024, 10, 15)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("mười hai tháng năm năm 2025", date(2025, 5, 12)), ("hai mươi mốt tháng mười một năm 2024", date(2024, 11, 21)),
        ("mồng một tháng giêng năm hai nghìn không trăm hai mươi sáu", date(2026, 1, 1)), ("ba mươi tháng hai năm 2024", None),
    ],
)  # fmt: skip
def test_a_day_is_read_in_words(words, day):
    assert dates.read(words) == day


def test_without_a_year_in_the_letter_a_day_and_month_are_no_date():
    words = "báo cáo trước ngày 15/6"
    assert deadlines.find(words, 0, len(words), When())[0].on is None


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("từ năm 2022, chủ động tham mưu", date(2022, 1, 1)),
        ("kể từ quý iii/2021", date(2021, 7, 1)),
        ("từ tháng 9/2021", date(2021, 9, 1)),
        ("từ ngày 01/7/2025", date(2025, 7, 1)),
        ("từ đó", None),
    ],
)
def test_from_when_on(words, on):
    assert deadlines.from_on(words, 0, len(words)) == on


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("hằng năm kết nạp 5 đảng viên", "yearly"), ("kết nạp 150 đảng viên/năm", "yearly"),
        ("mỗi quý 2 đảng viên", "quarterly"),
        ("năm 2021 kết nạp 5", "2021"), ("6 tháng đầu năm 2021 kết nạp 5", "2021-H1"), ("quý i/2022 kết nạp 5", "2022-Q1"),
        ("trong tháng 6/2021 kết nạp 5", "2021-06"), ("giai đoạn 2021 - 2025 kết nạp 5", "2021/2025"),
        ("cả nhiệm kỳ kết nạp 5", "term"), ("nhiệm kỳ 2020 - 2025 mỗi năm kết nạp 5", "yearly"),
        ("kết nạp 5 so với đầu năm 2021", None), ("giai đoạn 2026-2030 kết nạp 5, bình quân mỗi năm 1", "2026/2030"),
        ("trong năm 2025 kết nạp 5, định hướng đến năm 2030", "2025"), ("ba tháng một lần kết nạp 5", "quarterly"),
 ("đến cuối năm 2025 có 5", "2025"), ("quý ii kết nạp 5", "2024-Q2"),
    ],
)  # fmt: skip
def test_a_period_has_a_closed_form(words, period):
    assert periods.nearest(words, 0, len(words), words.rindex("5" if "5" in words else "2"), 2024) == period


@pytest.mark.parametrize(
    ("words", "value", "value_max", "unit", "comparison"),
    [
        ("đạt từ 03% trở lên", 3, None, "percent", "at_least"), ("ba phần trăm", 3, None, "percent", None),
        ("từ 3 đến 5 đảng viên", 3, 5, "people", None), ("01-02 đảng viên", 1, 2, "people", None),
        ("3-4%", 3, 4, "percent", None), ("từ 3% đến 4%", 3, 4, "percent", None),
        ("từ 3 - 4% trở lên", 3, 4, "percent", "at_least"),
        ("ít nhất 05 (năm) quần chúng", 5, None, "people", "at_least"),
        ("không dưới 260 đảng viên", 260, None, "people", "at_least"),
        ("không quá 10%", 10, None, "percent", "at_most"), ("khoảng 1.240 người", 1240, None, "people", "about"),
        ("tối thiểu hai chi bộ", 2, None, "organisations", "at_least"), ("12 tổ chức đảng", 12, None, "organisations", None),
        ("30 thuyền viên", 30, None, "people", None), ("0,5%", "0.5", None, "percent", None),
        ("kết nạp 70 đảng viên mới trở lên", 70, None, "people", "at_least"), ("04 lớp", 4, None, None, None),
        ("ít nhất năm đoàn viên", 5, None, "people", "at_least"), ("ba đến năm đoàn viên", 3, 5, "people", None),
        ("bình quân mỗi năm ba mươi đảng viên", 30, None, "people", None), ("mỗi quý 2 đảng viên", 2, None, "people", None),
        ("kết nạp năm đảng viên", 5, None, "people", None),
        ("tối thiểu một nghìn hai trăm đoàn viên", 1200, None, "people", "at_least"),
    ],
)  # fmt: skip
def test_a_quantity_is_read_with_its_unit_and_comparison(words, value, value_max, unit, comparison):
    (found,) = quantities.find(words, 0, len(words))
    read = (found.value, found.value_max, found.unit, found.comparison)
    assert read == (Decimal(value), None if value_max is None else Decimal(value_max), unit, comparison)


@pytest.mark.parametrize(
    "words",
    [
        "ngày 23 đảng viên",
        "68/150 đảng viên",
        "số 12-KH/ĐU",
        "năm 2021",
        "tháng 6",
        "điều 5",
        "trong năm đoàn viên",
        "hằng năm đoàn viên được giới thiệu",
        "bốn phần năm chi bộ",
    ],
)  # fmt: skip
def test_a_figure_that_is_no_quantity_is_left(words):
    assert [each for each in quantities.find(words, 0, len(words)) if each.unit] == []


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("3% so với tổng số đảng viên của đảng bộ từ đầu năm", "start_of_year"),
        ("3% tổng số đảng viên có đến 01/01/2023", "start_of_year"),
        ("4% so với tổng số đảng viên có đến 31/12/2022", "end_of_last_year"),
        ("4% tổng số đảng viên cuối năm trước", "end_of_last_year"),
        ("15% so với đảng viên đầu nhiệm kỳ", "start_of_term"),
        ("2% tổng số đoàn viên", "members"),
        ("60% là nữ", None),
    ],
)
def test_a_percentage_names_its_base(words, base):
    assert measures.base(words) == base


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("phấn đấu kết nạp được 5", True), ("chỉ tiêu: kết nạp 5", True), ("mỗi năm kết nạp 5", True), ("đã kết nạp 5", False),
        ("toàn đảng bộ mới kết nạp được 5", False), ("kết nạp được 5", False), ("kết nạp 5, đạt 90% chỉ tiêu", False),
        ("kết nạp 5 đảng viên, bằng 36,3% so với cùng kỳ", False), ("năm 2022 đã kết nạp 4, năm 2023 phấn đấu kết nạp 5", True),
        ("kết nạp đảng viên mới đạt 5", None),
    ],
)  # fmt: skip
def test_a_goal_is_told_from_a_result(words, asked):
    assert moods.is_goal(words, 0, words.index("5"), len(words), []) is asked


@pytest.mark.parametrize(
    ("number", "kind"),
    [("12-KH/ĐU", "plan"), ("52-CV/BTCĐU", "letter"), ("19/CV-ĐUK", "letter"),
     ("07-CTr/TU", "programme"), ("27-QyĐ/ĐU", "regulation"),
     ("13/2023/NĐ-CP", None)],
)  # fmt: skip
def test_the_letters_of_a_number_name_the_kind(number, kind):
    assert kinds.of_number(number) == kind


def test_shadows_are_as_long_as_the_text_and_have_one_spelling():
    source = Source("ĐẢNG UỶ Hàng năm – “tỉ lệ” İ … **quí**")
    assert len(source.low) == len(source.bare) == len(source.text)
    assert source.low.startswith('đảng ủy hằng năm - "tỷ lệ"')
    assert source.bare.startswith("dang uy hang nam")


def test_composed_letters_and_plain_spaces_whatever_the_file_has():
    assert normalised("Ke\u0302\u0301t\u00a0na\u0323p\r\n\ufeffĐảng") == "Kết nạp\nĐảng"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Các chi bộ rà soát nguồn phát triển đảng viên của mình và\ngửi về Đảng ủy.", 1),
        ("Các chi bộ rà soát nguồn phát triển đảng viên của mình và nơi khác.\n- Gửi về Đảng ủy danh sách nguồn phát triển.", 2),
        ("V/v rà soát\nnguồn phát triển đảng viên trong toàn đảng bộ huyện nhà nay", 2),
        ("Các chi bộ kết nạp đảng viên mới bảo đảm đạt từ 3\n- 4% tổng số đảng viên của đảng bộ", 1),
    ],
)  # fmt: skip
def test_only_lines_that_the_page_broke_are_joined(broken, whole):
    assert len(joined(broken).split("\n")) == whole
