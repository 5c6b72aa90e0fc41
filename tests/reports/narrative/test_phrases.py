"""Sentences that compare: rise, fall, equal, nobody, a year of which nothing is known; shares; the quota; causes."""

from decimal import Decimal

import pytest

from reports import phrases
from reports.document import Figure, Paragraph
from reports.drafts import said


def words(phrase: phrases.Phrase) -> str:
    return said(Paragraph(phrase.words, phrase.figures))


@pytest.mark.parametrize(
    ("now", "before", "sentence"),
    [
        (50, 40, "tăng 10 đảng viên, bằng 125,0 % so với cùng kỳ năm 2020 (40 đảng viên)"),
        (45, 124, "giảm 79 đảng viên, bằng 36,3 % so với cùng kỳ năm 2020 (124 đảng viên)"),
        (1669, 2000, "giảm 331 đảng viên, bằng 83,5 % so với cùng kỳ năm 2020 (2.000 đảng viên)"),
        (7, 7, "bằng cùng kỳ năm 2020 (7 đảng viên)"),
        (0, 0, "bằng cùng kỳ năm 2020 (0 đảng viên)"),
        (0, 3, "giảm 3 đảng viên, bằng 0,0 % so với cùng kỳ năm 2020 (3 đảng viên)"),
        (5, 0, "tăng 5 đảng viên so với cùng kỳ năm 2020 (0 đảng viên)"),
        (5, None, "chưa có số liệu cùng kỳ năm 2020"),
    ],
)
def test_a_number_is_set_beside_the_same_period(now, before, sentence):
    known = None if before is None else Figure(before, href="/cung-ky/")
    found = phrases.against(Figure(now), known, last="năm 2020", noun="đảng viên")
    assert words(found) == sentence


def test_the_figure_of_the_same_period_keeps_its_list_and_the_others_have_none():
    found = phrases.against(Figure(45, href="/nay/"), Figure(124, href="/truoc/"), last="năm 2020")
    assert found.figures == {
        "before": Figure(124, href="/truoc/"),
        "change": Figure(79),
        "percent": Figure(Decimal(4500) / Decimal(124)),
    }


def test_a_figure_of_last_year_that_is_a_reason_is_not_compared():
    found = phrases.against(Figure(4), Figure(None, words=phrases.NO_LAST_YEAR), last="năm 2020")
    assert found == phrases.Phrase("chưa có số liệu cùng kỳ năm 2020")


@pytest.mark.parametrize(
    ("part", "whole", "sentence"),
    [
        (24, 45, "chiếm 53,3 % của 45 người"),
        (0, 45, "chiếm 0,0 % của 45 người"),
        (0, 0, ""),
        (3, None, ""),
    ],
)
def test_a_share_is_told_of_a_whole_that_has_somebody(part, whole, sentence):
    assert words(phrases.share(Figure(part), Figure(whole), of="của {whole} người")) == sentence


@pytest.mark.parametrize(
    ("now", "goal", "sentence"),
    [
        (45, 150, "đạt 30,0 % chỉ tiêu (150 đảng viên), còn thiếu 105 đảng viên"),
        (150, 150, "đạt 100,0 % chỉ tiêu (150 đảng viên), vừa đủ chỉ tiêu"),
        (160, 150, "đạt 106,7 % chỉ tiêu (150 đảng viên), vượt 10 đảng viên"),
        (0, 150, "đạt 0,0 % chỉ tiêu (150 đảng viên), còn thiếu 150 đảng viên"),
        (2, 0, "chỉ tiêu (0 đảng viên), vượt 2 đảng viên"),
        (2, None, "chưa được giao chỉ tiêu"),
    ],
)
def test_a_number_is_set_beside_its_quota(now, goal, sentence):
    assert words(phrases.quota(Figure(now), None if goal is None else Figure(goal))) == sentence


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            [("Thiếu giấy tờ", 2), ("Lý do khác", 9), ("Chuyển đi", 5)],
            "chuyển đi (5); thiếu giấy tờ (2); lý do khác (9)",
        ),
        ([("B", 1), ("A", 1)], "a (1); b (1)"),
        ([("Thiếu giấy tờ", 0)], "chưa ghi nguyên nhân cụ thể"),
        ([], "chưa ghi nguyên nhân cụ thể"),
    ],
)
def test_causes_stand_by_how_many_they_concern_and_others_last(found, sentence):
    counted = [(label, Figure(people)) for label, people in found]
    assert words(phrases.causes(counted, last="Lý do khác")) == sentence


def test_after_six_causes_the_rest_is_not_named():
    counted = [(f"Lý do {place}", Figure(20 - place)) for place in range(8)]
    found = phrases.causes(counted)
    assert len(found.figures) == phrases.MOST
    assert words(found).endswith("lý do 5 (15); còn lại là các nguyên nhân ít hơn")
