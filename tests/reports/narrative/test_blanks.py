"""What of a report stands empty is a sentence on the page and on the slip: seat, sign, figures of units."""

import pytest

from reports import blanks
from reports.document import Column, Figure, Row, RowKind, Shape, Table
from tests import issues
from tests.issues import PARAMETERS
from tests.pages import Page

SILENT, GIVEN = Figure(None, words="đơn vị chưa báo"), Figure(5)


def table(*rows: Row) -> Table:
    heads = (Column("members", "Đảng viên"), Column("expected", "Dự kiến"), Column("on", "Ngày", Shape.TEXT))
    return Table(2, "Bảng", "Đơn vị", heads, rows, "")


def row(label: str, *figures: Figure, kind: RowKind = RowKind.ITEM) -> Row:
    return Row(label, (*figures, SILENT), kind)


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        ([row("A", GIVEN, GIVEN), row("B", GIVEN, GIVEN)], []),
        (
            [row("A", GIVEN, SILENT), row("B", GIVEN, GIVEN), row("Cộng", SILENT, SILENT, kind=RowKind.TOTAL)],
            ["Bảng 2, cột “Dự kiến”: 1 trên 2 đơn vị (50,0 %) chưa báo số liệu: A."],
        ),
        (
            [row("A", SILENT, SILENT), row("B", GIVEN, GIVEN), row("C", SILENT, SILENT)],
            ["Bảng 2, cột “Đảng viên”, “Dự kiến”: 2 trên 3 đơn vị (66,7 %) chưa báo số liệu: A, C."],
        ),
        ([row("A", Figure(None, words="chưa có số liệu cùng kỳ"), GIVEN)], []),
    ],
)
def test_units_without_a_figure_are_named_with_the_share_that_is_missing(rows, sentences):
    assert list(blanks.silent(table(*rows))) == sentences


def test_after_five_units_the_others_are_counted():
    rows = [row(f"Đơn vị {place}", SILENT, GIVEN) for place in range(7)]
    assert next(iter(blanks.silent(table(*rows)))).endswith("Đơn vị 4 và 2 đơn vị khác.")


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("place", "chưa ghi nơi đặt trụ sở nên dòng địa danh, ngày tháng còn trống."),
        ("sign", "chưa ghi ký hiệu văn bản nên số, ký hiệu của báo cáo chưa đủ."),
        ("committee", "chưa ghi tên cấp ủy nên phần đầu in tên tổ chức."),
    ],
)
def test_an_empty_value_of_the_template_is_a_sentence_with_the_place_where_it_is_typed_in(
    cast, officer, monkeypatch, field, sentence
):
    issues.light_paper(monkeypatch)
    for unit in (cast.bloc, cast.bloc.versions.get().parent):
        if unit:
            unit.versions.update(**{field: ""})
    answer = officer.get(f"/bao-cao/tien-do/{PARAMETERS}")
    page = Page(answer.content.decode())
    assert sentence in " ".join(page.words.split())
    assert ("/to-chuc/B/", "Ghi ở trang của tổ chức") in page.links
    assert sentence in officer.get(f"/bao-cao/tien-do/phieu-kiem-soat/{PARAMETERS}").content.decode()


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ("den_ngay=2021-12-31", "Ngày 31/12/2021 sau ngày đang xem (31/5/2021)"),
        ("den_ngay=2021-05-31&tai_ngay=2021-12-31", "Ngày 31/12/2021 sau ngày đang xem (31/5/2021)"),
    ],
)
def test_a_period_in_the_future_is_refused_with_the_day_one_looks_from(cast, officer, days, sentence):
    answer = officer.get(f"/bao-cao/tien-do/?don_vi=B&{days}")
    assert answer.status_code == 400
    assert sentence in " ".join(Page(answer.content.decode()).words.split())
