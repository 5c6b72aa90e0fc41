"""The words that screen and paper share, and the report as a fragment of a screen page."""

from datetime import date
from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from reports.document import Column, Figure, Paragraph, Row, Shape, Signature, Table
from reports.templatetags import paper
from tests.reports import paper_sample as sample

PLAIN = Column("n", "Số người")
SHARE = Column("p", "Tỷ lệ", Shape.PERCENT)
WORDS = Column("w", "Nguyên nhân", Shape.TEXT)


@pytest.fixture(scope="module")
def screen() -> str:
    return render_to_string("reports/_report_body.html", {"report": sample.report()})


@pytest.mark.parametrize(
    ("figure", "column", "text"),
    [
        (Figure(1669), PLAIN, "1.669"),
        (Figure(Decimal("36.29")), SHARE, "36,3 %"),
        (Figure("Hết nguồn"), WORDS, "Hết nguồn"),
        (Figure("không còn nguồn"), PLAIN, "không còn nguồn"),
        (Figure(None, words="chưa có số liệu cùng kỳ"), SHARE, "–"),
        (Figure(None, words="chưa báo cáo"), WORDS, "chưa báo cáo"),
        (Figure(None), WORDS, "–"),
        (Figure(0), PLAIN, "0"),
    ],
)
def test_figure_is_printed_in_the_shape_of_its_column(figure, column, text):
    assert paper.printed(figure, column).replace("\N{NO-BREAK SPACE}", " ") == text


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        (Paragraph("Chỉ có lời."), [("Chỉ có lời.", "")]),
        (Paragraph("Có {n} người.", {"n": Figure(1669)}), [("Có ", ""), ("1.669", ""), (" người.", "")]),
        (Paragraph("{n}", {"n": Figure(0, href="/ho-so/")}), [("0", "/ho-so/")]),
        (Paragraph("{p}.", {"p": Figure(Decimal("36.29"))}), [("36,3 %", ""), (".", "")]),
        (Paragraph("{n}{p}", {"n": Figure(2), "p": Figure(None)}), [("2", ""), ("–", "")]),
    ],
)
def test_a_paragraph_is_words_and_printed_figures(paragraph, parts):
    found = [(part.text.replace("\N{NO-BREAK SPACE}", " "), part.href) for part in paper.parts(paragraph)]
    assert found == parts


def test_a_paragraph_that_names_an_unknown_figure_is_refused():
    with pytest.raises(KeyError, match="held"):
        paper.parts(Paragraph("Có {held} người."))


def test_a_name_comes_with_the_heads_of_its_facts():
    annexe = sample.annexe(1)
    assert paper.labelled(annexe, annexe.names[0]) == [("Quyết định", "08-3-2021"), ("Lễ kết nạp", "26-3-2021")]


@pytest.mark.parametrize(
    ("issued_on", "line"),
    [(None, "Hạ Long, ngày tháng năm"), (date(2021, 6, 1), "Hạ Long, ngày 01 tháng 6 năm 2021")],
)
def test_a_draft_leaves_day_month_and_year_to_the_pen(issued_on, line):
    report = sample.report(letterhead=sample.letterhead(issued_on=issued_on))
    assert " ".join(paper.date_line(report).split()) == line


def test_row_with_too_few_figures_is_refused():
    table = Table(1, "Bảng", "Đơn vị", (PLAIN, SHARE), (Row("Chi bộ", (Figure(1),)),), "Tính đến ngày 31-5-2021.")
    with pytest.raises(ValueError, match="zip"):
        paper.printed_rows(table)


def test_neighbours_share_a_head_and_others_reach_down():
    top, below = paper.head_rows(sample.long_table(1))
    assert [(head.label, head.colspan, head.rowspan) for head in top] == [
        ("Đơn vị", 1, 2),
        ("Đảng viên đầu năm", 1, 2),
        ("Kết nạp", 3, 1),
        ("So với cùng kỳ", 1, 2),
    ]
    assert [head.label for head in below] == ["Chỉ tiêu", "Đã kết nạp", "Tỷ lệ so với chỉ tiêu"]


def test_head_without_groups_has_one_row():
    assert len(paper.head_rows(sample.causes_table())) == 1


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("ĐẢNG BỘ TỈNH QUẢNG NINH", ("ĐẢNG BỘ TỈNH QUẢNG NINH",)),
        ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH", ("ĐẢNG ỦY KHỐI", "CÁC CƠ QUAN TỈNH")),
        ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH QUẢNG NINH", ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN", "TỈNH QUẢNG NINH")),
    ],
)
def test_long_name_of_letterhead_is_cut_between_its_parts(name, lines):
    assert paper.balanced(name) == lines


def test_recipients_end_with_a_full_stop_however_they_were_typed():
    signature = Signature("", "TRƯỞNG BAN", ("- Như trên;", "Ban Tổ chức Tỉnh ủy,", "Lưu VP"))
    assert paper.recipient_lines(signature) == ("- Như trên,", "- Ban Tổ chức Tỉnh ủy,", "- Lưu VP.")


def test_no_recipients_give_no_lines():
    assert paper.recipient_lines(Signature("", "TRƯỞNG BAN", ())) == ()


def test_annexe_names_the_issued_report():
    head = sample.letterhead(number="259", issued_on=date(2021, 6, 1))
    report = sample.report(letterhead=head)
    assert paper.attached_to(report) == "(Kèm theo Báo cáo số 259-BC/ĐUK, ngày 01 tháng 6 năm 2021)"


def test_screen_links_a_figure_to_the_list_behind_it(screen):
    assert '<td class="num"><a href="/ho-so/">2</a></td>' in screen


def test_screen_links_a_figure_in_a_sentence_to_the_list_behind_it(screen):
    assert f'kết nạp được <a href="{sample.HELD}">45</a> đảng viên' in screen


def test_screen_tables_scroll_under_their_name(screen):
    regions = screen.count('<div class="table-box scroll" tabindex="0" role="region" aria-label')
    assert regions == screen.count('<table class="table figures-table">') == 3


def test_screen_keeps_wide_tables_in_their_section_and_the_slip_out(screen):
    assert screen.index("Bảng 2.") < screen.index("II- Nguyên nhân")
    assert not any(line in screen for line in sample.report().slip)


def test_screen_has_nothing_inline(screen):
    assert "style=" not in screen
    assert "<script" not in screen
