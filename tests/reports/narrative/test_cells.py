"""Figures of table cells in an edited text: their names, counted anew, what is gone, chosen from lists without a script."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from candidates.enums import Stage
from reports import cells, drafts
from reports.document import Column, Figure, Paragraph, Row, RowKind, Section, Shape, Table
from reports.drafts import Draft, Line
from reports.models import DraftVersion
from tests import people
from tests.reports import asking, paper_sample
from tests.reports.narrative.test_editing import EDIT, FIRST, REPORT, edited, sent, words

COLUMNS = (
    Column("held", "Kết nạp", group="Năm"),
    Column("share", "Tỷ lệ", Shape.PERCENT),
    Column("note", "Ghi chú", Shape.TEXT),
)
ROWS = (
    Row("Chi bộ {Một}", (Figure(3, href="/ho-so/?a"), Figure(Decimal("12.5")), Figure("x"))),
    Row("Chi bộ Hai", (Figure(None, words="chưa báo"), Figure(None), Figure("y"))),
    Row("Chi bộ Ba", (Figure(4), Figure(20), Figure("z"))),
    Row("Tổng số", (Figure(7), Figure(Decimal(32)), Figure(None)), RowKind.TOTAL),
)
TABLE = Table(2, "Kết quả", "Đơn vị", COLUMNS, ROWS, "", key="1.1.b1")
SAID = Paragraph("Có {held}.", {"held": Figure(7)}, "0.1.1")
SAMPLE = replace(
    paper_sample.report(annexe=None), opening=(SAID,), sections=(Section("KẾT QUẢ", tables=(TABLE,), key="1"),)
)


def test_each_number_of_a_table_has_a_token_and_a_name_of_its_own():
    found = cells.of(SAMPLE)
    assert [(each.token, each.name) for each in found.values()] == [
        ("1.1.b1/chi-bo-mot/held", "bảng 2: Chi bộ (Một): Năm – Kết nạp"),
        ("1.1.b1/chi-bo-mot/share", "bảng 2: Chi bộ (Một): Tỷ lệ"),
        ("1.1.b1/chi-bo-hai/held", "bảng 2: Chi bộ Hai: Năm – Kết nạp"),
        ("1.1.b1/chi-bo-hai/share", "bảng 2: Chi bộ Hai: Tỷ lệ"),
        ("1.1.b1/chi-bo-ba/held", "bảng 2: Chi bộ Ba: Năm – Kết nạp"),
        ("1.1.b1/chi-bo-ba/share", "bảng 2: Chi bộ Ba: Tỷ lệ"),
        ("1.1.b1/tong-so~total/held", "bảng 2: Tổng số: Năm – Kết nạp"),
        ("1.1.b1/tong-so~total/share", "bảng 2: Tổng số: Tỷ lệ"),
    ]


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("chi-bo-mot/held", "3"),
        ("chi-bo-mot/share", "12,5 %"),
        ("chi-bo-ba/share", "20,0 %"),
        ("chi-bo-hai/held", "–"),
    ],
)
def test_a_cell_stands_in_a_sentence_as_it_does_in_its_table(token, said):
    made = drafts.apply(SAMPLE, Draft(1, (Line("0", "0.1.1", f"Riêng {{1.1.b1/{token}}}."),))).report
    assert drafts.said(made.opening[0]) == f"Riêng {said}."


def test_a_cell_is_found_again_among_other_rows_and_keeps_its_list():
    again = replace(ROWS[0], figures=(Figure(5, "/b"), *ROWS[0].figures[1:]))
    later = replace(TABLE, rows=(Row("Chi bộ Mới", ROWS[0].figures), again))
    report = replace(SAMPLE, sections=(replace(SAMPLE.sections[0], tables=(later,)),))
    made = drafts.apply(report, Draft(1, (Line("0", "0.1.1", "Riêng {1.1.b1/chi-bo-mot/held}."),))).report
    assert made.opening[0].figures["1.1.b1/chi-bo-mot/held"] == Figure(5, "/b")


def test_a_row_that_is_gone_is_a_dash_and_stops_the_signing():
    found = drafts.apply(SAMPLE, Draft(1, (Line("0", "0.1.1", "Riêng {1.1.b1/chi-bo-tu/held}."),)))
    assert drafts.said(found.report.opening[0]) == "Riêng –."
    assert "còn nhắc số không còn trong báo cáo" in found.problems[0]


def test_rows_that_are_called_alike_are_not_offered_and_stop_the_signing_where_a_text_names_them():
    renamed = replace(TABLE, rows=(*ROWS[:2], replace(ROWS[2], label="Chi bộ Hai"), ROWS[3]))
    report = replace(SAMPLE, sections=(replace(SAMPLE.sections[0], tables=(renamed,)),))
    assert not [token for token in cells.of(report) if "chi-bo-hai" in token]
    (grid,) = cells.grids(report)
    assert [label for _, label in grid.rows] == ["Chi bộ {Một}", "Tổng số"]
    for token in ("chi-bo-hai/held", "chi-bo-hai~2/held"):
        found = drafts.apply(report, Draft(1, (Line("0", "0.1.1", f"Riêng {{1.1.b1/{token}}}."),)))
        assert "còn nhắc số không còn trong báo cáo" in found.problems[0]


def test_a_group_is_found_again_when_it_holds_more_units():
    def tokens(label: str) -> list[str]:
        table = replace(TABLE, rows=(Row(label, ROWS[0].figures, RowKind.GROUP),))
        return list(cells.of(replace(SAMPLE, sections=(replace(SAMPLE.sections[0], tables=(table,)),))))

    assert tokens("Đ/c Lê Văn Tám (7 đơn vị)") == tokens("Đ/c Lê Văn Tám (1.012 đơn vị)")
    assert "don-vi" not in tokens("Đ/c Lê Văn Tám (7 đơn vị)")[0]


@pytest.fixture
def chosen(cast):
    """A cell of the first table of the report, its name, row and column."""
    found = cells.of(asking.report("tien-do", cast.bloc, people.TODAY))
    return next(each for each in found.values() if each.token.endswith("/held"))


def inserted(officer, cell, **typed: object):
    page = officer.get(EDIT)
    choice = {"chen": "on", "chen_dong": cell.row, "chen_cot": cell.column, "chen_vao": f"loi-{FIRST}"}
    return officer.post(EDIT, sent(page) | choice | typed)


def test_a_cell_is_chosen_from_lists_and_put_into_the_text_that_was_typed(cast, officer, chosen):
    answer = inserted(officer, chosen, **{f"loi-{FIRST}": "Riêng ở đây có."})
    form = answer.context["form"]
    assert form[f"loi-{FIRST}"].value() == f"Riêng ở đây có {{{chosen.name}}}."
    assert not form.errors
    assert not DraftVersion.objects.exists()
    officer.post(EDIT, sent(answer))
    (line,) = [each for each in DraftVersion.objects.get().paragraphs if each["words"]]
    assert line["words"] == f"Riêng ở đây có {{{chosen.token}}}."
    assert line["typed"] == []


def test_the_page_shows_what_the_cell_counts_and_the_report_counts_it_anew(cast, officer, chosen):
    edited(officer, f"Riêng ở đây có {{{chosen.name}}}.")
    assert "Riêng ở đây có 1." in words(officer.get(REPORT))
    legend = {each.name: each for each in next(iter(officer.get(EDIT).context["form"].parts)).blocks[0].legend}
    assert legend[chosen.name].href == chosen.figure.href != ""
    assert "Vào bước" in legend[chosen.name].words
    people.dossier(cast, Stage.ADMITTED, days={Stage.DECIDED: date(2021, 3, 1), Stage.ADMITTED: date(2021, 3, 10)})
    assert "Riêng ở đây có 2." in words(officer.get(REPORT))


def test_a_row_and_a_column_of_two_tables_are_refused_and_what_was_typed_stays(cast, officer, chosen):
    page = officer.get(EDIT)
    others = [key for _, group in page.context["insert"].fields["chen_cot"].choices for key, _ in group]
    column = next(key for key in others if key.partition("/")[0] != chosen.column.partition("/")[0])
    answer = inserted(officer, chosen, chen_cot=column, **{f"loi-{FIRST}": "Đang gõ dở."})
    assert "thuộc hai bảng khác nhau" in words(answer)
    assert answer.context["form"][f"loi-{FIRST}"].value() == "Đang gõ dở."
