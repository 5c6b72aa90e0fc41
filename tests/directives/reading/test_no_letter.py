"""Texts that are no directives give no proposals; whatever a text is, reading it never fails and invents nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directives.reading import read
from directives.reading.plain import as_json
from tests.directives.reading import shelf

MENU = """THỰC ĐƠN TUẦN 32
Thứ hai: cơm, cá kho, canh cải – 25.000 đồng
Thứ ba: bún bò (phục vụ từ 11 giờ đến 13 giờ)
Giảm 10% cho nhóm từ 5 người trở lên. Đặt trước ngày 15/6/2023."""
NEWS = """Xã Tân Lập kết nạp 12 đảng viên mới

Sáng 20/6, Đảng ủy xã Tân Lập tổ chức lễ kết nạp cho 12 quần chúng ưu tú. Từ đầu năm đến nay, toàn xã đã kết nạp 31 đảng viên,
đạt 77,5% chỉ tiêu. Theo đồng chí bí thư, năm 2024 xã phấn đấu kết nạp 40 đảng viên, trước ngày 30/6 các chi bộ báo cáo nguồn."""
POEM = """Trăm năm trong cõi người ta,
Chữ tài chữ mệnh khéo là ghét nhau.
Trải qua một cuộc bể dâu,
Những điều trông thấy mà đau đớn lòng."""
RECEIPT = "Hóa đơn số 125/2023\nSố tiền: 1.250.000 đồng (một triệu hai trăm năm mươi nghìn đồng)\nNgười nhận: Lê Văn B"
ENGLISH = (
    "Dear all,\nplease send the report by 30/6/2021. We want at least 150 new members, 3% of the total.\nBest regards"
)
PROPOSED = ("cites", "targets", "criteria", "duties", "addressees")


@pytest.mark.parametrize("text", [MENU, NEWS, POEM, RECEIPT, ENGLISH, "", " \n\t", "...", "1", "§§§"])
def test_a_text_that_is_no_directive_gives_no_proposals(text):
    found = as_json(read(text))
    assert [found[name] for name in PROPOSED] == [[], [], [], [], []]
    assert (found["number"], found["issued_on"], found["kind"], found["subject"]) == (None, None, None, None)


def test_what_such_a_text_asks_for_is_left_for_a_person_to_read():
    asked = as_json(read(NEWS))["not_understood"]
    assert any("phấn đấu kết nạp 40 đảng viên" in sentence for sentence in asked)


def _checked(text: str) -> None:
    letter = read(text)
    rows = [*letter.targets, *letter.criteria, *letter.duties, *letter.not_understood]
    for row in rows:
        assert 0 <= row.span.start < row.span.stop <= len(letter.text)
        assert letter.text[row.span.start : row.span.stop] == row.sentence
    for field in (letter.number, letter.place, letter.issuer, letter.subject, letter.signer, letter.signer_title):
        assert field is None or 0 <= field.span.start < field.span.stop <= len(letter.text)
    for cited in letter.cites:
        assert cited.sentence in letter.text
    as_json(letter)


@given(st.text(max_size=400))
def test_any_text_is_read_without_failing(text):
    _checked(text)


PIECES = [
    "Số 12-KH/ĐU", "Kính gửi: ", "KẾ HOẠCH", "QUYẾT ĐỊNH", "\n", "\n\n", "\t", " | ", "1. ", "- ", "(2) ", "Điều 1. ", "Giao ",
    "các chi bộ ", "Ban Tổ chức ", "phấn đấu kết nạp ", "ít nhất ", "03%", "từ 3 đến 5 ", "đảng viên", "trở lên", "trước ngày ",
    "31/2/2021", "30/6", "hằng năm", "quý IV", "trong tháng 13", ".", ";", ":", "(", ")", "“", "**",
    "Nơi nhận:", "T/M BAN THƯỜNG VỤ",
    "Lê Văn A", "tổng số đảng viên đầu năm", "đã ", "Tổng cộng", "5", "01-02", "ngày    tháng    năm", "nhiệm kỳ 2020 - 2025",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_heap_of_a_letters_pieces_is_read_without_failing(pieces):
    _checked("".join(pieces))


@given(st.sampled_from(shelf.NAMES), st.integers(0, 6000), st.integers(0, 6000))
def test_any_part_of_a_letter_is_read_without_failing(name, start, stop):
    _checked(shelf.text(name)[start:stop])
