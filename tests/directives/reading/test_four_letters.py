"""The four letters, read from their text: situation 15, field by field. What a letter does not say stays None."""

import pytest

from directives.reading import read
from directives.reading.plain import as_json
from tests.directives.reading import shelf


@pytest.fixture(scope="module")
def found() -> dict[str, dict]:
    """What each of the four gives."""
    return {name: as_json(read(shelf.text(name))) for name in shelf.FOUR}


HEADS = {
    "2246-cv-tu": (
        "letter",
        "2246-CV/TU",
        "2015-09-21",
        "Phan Thiết",
        "Ban Thường vụ Tỉnh ủy",
        "V/v tăng cường công tác kết nạp đảng viên trong các hội quần chúng",
        "Dương Văn An",
        "T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ",
    ),
    "ket-luan-2014": (
        "notice",
        None,
        None,
        None,
        "Thường trực Tỉnh ủy",
        "KẾT LUẬN CỦA THƯỜNG TRỰC TỈNH ỦY về các giải pháp nâng cao chất lượng và hiệu quả công tác bồi dưỡng đoàn viên, "
        "hội viên, quần chúng ưu tú giới thiệu cho Đảng xem xét, kết nạp",
        "Lê Tấn Lai",
        "CHÁNH VĂN PHÒNG",
    ),
    "52-cv-btcdu": (
        "letter",
        "52-CV/BTCĐU",
        None,
        None,
        "Ban Tổ chức Đảng ủy Các cơ quan tỉnh",
        "Về công tác kết nạp quần chúng ưu tú vào Đảng",
        "Nguyễn Quang Hùng",
        "K/T TRƯỞNG BAN, PHÓ TRƯỞNG BAN",
    ),
    "259-cv-duk": (
        "letter",
        "259-CV/ĐUK",
        "2021-06-21",
        "Hạ Long",
        "ĐẢNG UỶ KHỐI CÁC CƠ QUAN TỈNH",
        "V/v tăng cường công tác bồi dưỡng và kết nạp đảng viên mới",
        "Nguyễn Mạnh Cường",
        "T/M BAN THƯỜNG VỤ, BÍ THƯ",
    ),
}
FIELDS = ("kind", "number", "issued_on", "place", "issuer", "subject", "signer", "signer_title")


@pytest.mark.parametrize(("name", "field"), [(name, field) for name in HEADS for field in FIELDS])
def test_each_field_of_the_heading_is_what_the_letter_says(found, name, field):
    assert found[name][field] == HEADS[name][FIELDS.index(field)]


@pytest.mark.parametrize(
    ("name", "addressees"),
    [
        (
            "2246-cv-tu",
            [
                "Ban Cán sự đảng Ủy ban nhân dân tỉnh",
                "Các sở, ban, ngành, Mặt trận Tổ quốc Việt Nam, các đoàn thể chính trị - xã hội tỉnh",
                "Các hội quần chúng trên địa bàn tỉnh",
                "Các huyện, thị, thành ủy, đảng ủy trực thuộc",
            ],
        ),
        ("52-cv-btcdu", ["Các chi bộ, đảng bộ cơ sở"]),
        (
            "259-cv-duk",
            [
                "Các Ban xây dựng Đảng, Văn phòng Đảng ủy Khối",
                "Các Đoàn thể trực thuộc Đảng ủy Khối",
                "Các cấp ủy cơ sở trực thuộc",
            ],
        ),
    ],
)
def test_addressees_are_those_of_the_greeting(found, name, addressees):
    assert found[name]["addressees"] == addressees


def test_without_a_greeting_those_who_get_the_letter_are_named_without_the_archive(found):
    assert len(found["ket-luan-2014"]["addressees"]) == 5
    assert not any("Lưu" in each for each in found["ket-luan-2014"]["addressees"])


@pytest.mark.parametrize(
    ("name", "cites"),
    [
        (
            "2246-cv-tu",
            [
                ("conclusion", "102-KL/TW", "2014-09-22"),
                ("plan", "139-KH/TU", "2015-03-23"),
                ("directive", "33-CT/TU", "2013-01-23"),
                ("directive", "60-CT/TU", "2015-06-22"),
            ],
        ),
        ("ket-luan-2014", []),
        (
            "52-cv-btcdu",
            [
                ("letter", "43-CV/BTCĐU", "2019-04-03"),
                ("letter", "457-CV/ĐU", "2019-04-03"),
                ("plan", "71-KH/ĐU", "2019-05-29"),
                ("directive", "28-CT/TW", "2019-01-21"),
            ],
        ),
        ("259-cv-duk", [("resolution", None, None)]),
    ],
)
def test_every_cited_document_is_found_with_its_day(found, name, cites):
    assert [(each["kind"], each["number"], each["issued_on"]) for each in found[name]["cites"]] == cites


def test_the_one_target_of_the_four_is_three_percent_of_the_start_of_the_year(found):
    (target,) = found["259-cv-duk"]["targets"]
    sentence = target.pop("sentence")
    assert target == {
        "value": 3,
        "value_max": None,
        "unit": "percent",
        "comparison": "at_least",
        "base": "start_of_year",
        "period": "yearly",
    }
    assert "từ 03% trở lên" in sentence
    assert [name for name in shelf.FOUR if found[name]["targets"]] == ["259-cv-duk"]


def test_the_letters_own_about_150_stands_with_its_percentage():
    (target,) = read(shelf.text("259-cv-duk")).targets
    assert target.letter_words == "tương đương khoảng 150 đảng viên/năm"
    assert target.measure == "admitted"


@pytest.mark.parametrize("result", [45, 36.3, 5])
def test_results_of_the_past_are_no_targets(found, result):
    assert all(target["value"] != result for name in shelf.FOUR for target in found[name]["targets"])


@pytest.mark.parametrize(
    ("name", "day"), [("ket-luan-2014", (2014, 10, 21)), ("52-cv-btcdu", (2019, 9, 23)), ("259-cv-duk", None)]
)
def test_the_day_of_a_meeting_is_no_day_of_issue(name, day):
    letter = read(shelf.text(name))
    assert (letter.meeting_on and letter.meeting_on.timetuple()[:3]) == day


def test_only_letter_52_sets_criteria_for_people(found):
    assert [name for name in shelf.FOUR if found[name]["criteria"]] == ["52-cv-btcdu"]
    sentences = [each["sentence"] for each in found["52-cv-btcdu"]["criteria"]]
    assert any("3 năm liên tiếp" in each for each in sentences)


@pytest.mark.parametrize(
    ("name", "actor", "words", "due_on", "repeats"),
    [
        ("259-cv-duk", "Các chi, đảng bộ cơ sở trực thuộc", "rà soát số lượng quần chúng", "2021-06-30", None),
        ("259-cv-duk", "Ban Tổ chức Đảng ủy Khối", "từ năm 2022", None, "yearly"),
        ("259-cv-duk", "Ban Tuyên giáo Đảng ủy Khối", "lập danh sách theo dõi", None, "yearly"),
        ("2246-cv-tu", "Ban Tổ chức Tỉnh ủy", "hàng năm báo cáo kết quả", None, "yearly"),
        ("2246-cv-tu", "Các cấp ủy đảng", "Phấn đấu hàng năm giới thiệu", None, "yearly"),
        ("2246-cv-tu", "Cấp ủy đảng, các hội quần chúng", "quán triệt Chỉ thị số 33-CT/TU", None, None),
        ("ket-luan-2014", "Mỗi đoàn thể chính trị - xã hội", "phải xây dựng kế hoạch", None, None),
        ("52-cv-btcdu", "các chi bộ, đảng bộ cơ sở", "quán triệt các văn bản", None, None),
    ],
)
def test_a_duty_names_who_by_when_and_how_often(found, name, actor, words, due_on, repeats):
    (duty,) = [each for each in found[name]["duties"] if words in each["action"]]
    assert (duty["actor"], duty["due_on"], duty["repeats"]) == (actor, due_on, repeats)


def test_a_duty_from_a_later_year_on_says_from_when():
    duties = read(shelf.text("259-cv-duk")).duties
    assert [duty.from_on.year for duty in duties if duty.from_on] == [2022]


def test_the_duty_of_june_is_the_only_one_of_the_four_with_a_day_of_its_own(found):
    dated = [(name, each["due_on"]) for name in shelf.FOUR for each in found[name]["duties"] if each["due_on"]]
    assert dated == [("259-cv-duk", "2021-06-30")]
