"""A report as a workbook, read back: numbers, formulas with the report's own values, what is counted once, names, words."""

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import load_workbook

from reports import excel, sums
from reports.document import Column, Figure, Row, RowKind, Section, Shape, Table
from tests.reports import paper_sample as sample

HEADS = (
    Column("held", "Kết nạp", meaning="Người kết nạp trong kỳ."),
    Column("quota", "Chỉ tiêu"),
    Column("share", "% chỉ tiêu", Shape.PERCENT, part="held", whole="quota"),
    Column("said", "Ghi chú", Shape.TEXT),
)


def row(label: str, held: int, quota: int | None, kind: RowKind = RowKind.ITEM, said: str = "") -> Row:
    share = Decimal(held) * 100 / Decimal(quota) if quota else None
    return Row(label, (Figure(held), Figure(quota), Figure(share), Figure(said)), kind)


ROWS = (
    row("Khối 1", 5, 8, RowKind.GROUP),
    row("A", 2, 3),
    row("B", 3, 5, said="=1+1"),
    row("Khối 2", 1240, None, RowKind.GROUP),
    row("C", 1240, None),
    row("Cộng", 1243, 8, RowKind.TOTAL),
)
TABLE = Table(1, "Kết quả", "Đơn vị", HEADS, ROWS, "Tính theo ngày lễ.")


@pytest.fixture(scope="module")
def made() -> bytes:
    section = Section("Kết quả", tables=(TABLE,))
    return excel.workbook(sample.report(sections=(section,)))


@pytest.fixture(scope="module")
def formulas(made) -> dict[str, str]:
    sheet = part(made, "xl/worksheets/sheet1.xml")
    return dict(re.findall(r'<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)</f>', sheet))


def part(made: bytes, name: str) -> str:
    return ZipFile(BytesIO(made)).read(name).decode()


def values(made: bytes, name: str) -> list[list]:
    return load_workbook(BytesIO(made)).get_sheet_by_name(name).to_python()


def test_numbers_are_those_of_the_report_and_unknown_is_empty(made):
    rows = values(made, "Bảng 1")[excel.FIRST :]
    assert [line[1] for line in rows[:6]] == [5, 2, 3, 1240, 1240, 1243]
    assert rows[3][2] == ""
    assert rows[1][3] == pytest.approx(2 / 3)


def test_sums_and_percentages_are_formulas_where_they_give_the_number(formulas):
    assert formulas["B3"] == "SUM(B4:B5)"
    assert formulas["C8"] == "SUM(C4:C5,C7)"
    assert formulas["D4"] == "B4/C4"


def test_what_counts_a_person_once_stays_the_counted_number_with_a_note(made, formulas):
    assert "B8" not in formulas
    assert sums.counted_once(TABLE, 5, 0)
    assert excel.COUNTED_ONCE in part(made, "xl/comments1.xml")


def test_text_never_becomes_a_formula(made, formulas):
    assert values(made, "Bảng 1")[4][4] == "=1+1"
    assert "E5" not in formulas


def test_numbers_have_formats_of_the_file_format_not_of_a_language(made):
    styles = part(made, "xl/styles.xml")
    assert 'formatCode="0.0%"' in styles
    assert 'formatCode="#,##0"' in styles


def test_heads_stay_repeat_and_filter(made):
    sheet = part(made, "xl/worksheets/sheet1.xml")
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A2:E7"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert "$2:$2" in part(made, "xl/workbook.xml")


def test_each_column_is_explained(made):
    explained = dict(line[:2] for line in values(made, "Cách tính"))
    assert explained["Kết nạp"] == "Người kết nạp trong kỳ."
    assert all(explained[column.label] for column in HEADS)


def test_names_have_a_sheet_of_their_own_when_chosen(made):
    rows = values(made, excel.NAMES)
    assert rows[1][:4] == ["TT", "Họ và tên", "Ngày sinh", "Đơn vị"]
    assert rows[2][1] == sample.person(0)
    without = excel.workbook(sample.report(annexe=None))
    assert excel.NAMES not in load_workbook(BytesIO(without)).sheet_names


@pytest.mark.parametrize("line", range(len(ROWS)))
@pytest.mark.parametrize("place", [0, 1])
def test_a_formula_is_given_only_for_the_sum_of_its_own_rows(line, place):
    other = replace(ROWS[line], figures=tuple(_more(figure) for figure in ROWS[line].figures))
    table = replace(TABLE, rows=(*ROWS[:line], other, *ROWS[line + 1 :]))
    if ROWS[line].kind != RowKind.ITEM:
        assert not sums.formula(table, line, place, excel.FIRST)


def _more(figure: Figure) -> Figure:
    return replace(figure, value=figure.value + 1) if isinstance(figure.value, int) else figure
