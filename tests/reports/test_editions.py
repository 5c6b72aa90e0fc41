"""The layout by the guide of the day: which one, what the slip says of it, that docs/paper.md is made of the same data."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from reports import editions, large, pdf
from reports.charts import Stage, funnel, ladder
from reports.pdf import render_pdf, render_slip
from tests.reports import paper_sample as sample
from tests.reports.test_pdf import texts

PAPER = Path(__file__).resolve().parents[2] / "docs" / "paper.md"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2015, 9, 21), "36-HD/VPTW"),
        (date(2018, 4, 3), "36-HD/VPTW"),
        (date(2026, 5, 26), "36-HD/VPTW"),
        (date(2026, 5, 27), "05-HD/VPTW"),
    ],
)
def test_the_guide_is_chosen_by_the_day_of_the_document(day, name):
    assert editions.of(day).name == name


def test_every_edition_sets_the_same_rules():
    assert len({tuple(sorted(value.key for value in each.values)) for each in editions.EDITIONS}) == 1


def test_the_slip_names_the_guide_and_what_nobody_confirmed():
    said = " ".join(texts(render_slip(sample.report())))
    assert "Hướng dẫn 36-HD/VPTW" in said
    assert all(each.about in said for each in editions.of(date(2021, 5, 31)).values if not each.sure)


def test_the_day_of_the_newer_guide_is_told_as_unconfirmed():
    assert any("12/01/2026" in line for line in editions.notes(date(2026, 6, 1)))
    assert any("chưa ban hành" in line for line in editions.notes(date(2015, 9, 21)))


def bold(day: date) -> bool:
    """Say whether the title of the signer is bold in a document of a day."""
    head = sample.letterhead(number="07", issued_on=day)
    found = []

    def visit(text, user, matrix, font, size):
        if "PHÓ BÍ THƯ" in text:
            found.append("Bold" in font["/BaseFont"])

    for page in PdfReader(BytesIO(render_pdf(sample.report(letterhead=head, annexe=None)))).pages:
        page.extract_text(visitor_text=visit)
    return found[0]


def test_the_title_of_the_signer_follows_the_guide():
    assert (bold(date(2021, 6, 21)), bold(date(2026, 6, 1))) == (True, False)


def test_the_documentation_carries_the_table_of_the_editions():
    assert editions.as_markdown() in PAPER.read_text()


def test_a_list_longer_than_paper_is_for_is_named_and_left_to_the_workbook(monkeypatch):
    monkeypatch.setattr(large, "ON_PAPER", 40)
    whole = " ".join(texts(render_pdf(sample.report())))
    assert "Danh sách gồm 45 người, lập riêng ở tệp Excel kèm theo" in whole
    assert sample.person(0) not in whole
    assert "Tổng số 5.036" in whole


def test_a_picture_of_one_page_is_one_page_however_long_its_text_is():
    for times in (1, 8):
        section = replace(
            sample.sections()[0], tables=(), charts=(), paragraphs=sample.sections()[0].paragraphs * times
        )
        made = pdf.render_pdf(sample.report(sections=(section,), annexe=None, one_page=True))
        assert len(PdfReader(BytesIO(made)).pages) == 1


def test_a_ladder_keeps_numbers_and_bars_within_its_width():
    drawn = ladder(funnel((Stage("Trình cấp quyết định kết nạp", 1240, 60), Stage("Đã kết nạp", 0))))
    assert all(rung.count_x < drawn.lost_x for rung in drawn.rungs)
    assert [rung.bar.width > 0 for rung in drawn.rungs] == [True, False]
    assert drawn.height >= drawn.rungs[-1].count_y
