"""The evidence sheet of a unit for a year: facts side by side, each number with its list, duties with their days, no ranking."""

from datetime import date
from io import BytesIO

import pytest
from python_calamine import load_workbook

from candidates.enums import HoldKind, Stage
from directives.enums import Bound, NumberKind, ObligationKind
from directives.models import Binding, Fulfilment
from organizations import tree
from organizations.enums import UnitKind
from organizations.errors import Refused
from reports.document import Report, Row
from tests import duties, people, quotas
from tests.candidates import holds
from tests.pages import read
from tests.people import TODAY
from tests.reports import asking

SHORT = "/van-ban/chi-tieu/minh-chung/"
THIS_YEAR = {Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 3, 1)}


@pytest.fixture
def asked(cast) -> people.Cast:
    """Eight for the bloc; one admitted, one paused; a duty of its own done late, and one of its cells done by one."""
    people.target(cast.bloc, 8, NumberKind.ABSOLUTE)
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    holds.held(people.dossier(cast, Stage.CONSULTING))
    own = duties.duty(cast.bloc, Bound.ITSELF, due_on=date(2021, 4, 1))
    Fulfilment.objects.create(obligation=own, unit=cast.bloc, on=date(2021, 4, 5))
    known = duties.duty(cast.bloc, Bound.CELLS, ObligationKind.MAKE_KNOWN)
    Fulfilment.objects.create(obligation=known, unit=cast.cell, on=TODAY)
    return cast


def build(unit, on: date = TODAY) -> Report:
    return asking.report("minh-chung", unit, on)


def row(report: Report, title: str, label: str) -> Row:
    tables = [table for section in report.sections for table in section.tables if table.title.startswith(title)]
    return next(each for table in tables for each in table.rows if each.label.startswith(label))


def values(found: Row) -> list:
    return [figure.value for figure in found.figures]


def test_a_target_stands_with_its_clause_its_quota_its_result_and_the_time(asked):
    found = row(build(asked.bloc), "Chỉ tiêu trong năm", "Kết nạp đảng viên mới (Mục 1")
    assert values(found)[:3] == ["01/01/2021–31/12/2021", 8, 1]
    assert [round(float(value), 1) for value in values(found)[3:5]] == [12.5, 41.4]
    assert values(found)[-1] == 6


def test_every_number_of_people_opens_a_list_of_as_many(asked):
    browser = people.signed_in(asked.leader)
    tables = [table for section in build(asked.bloc).sections for table in section.tables]
    figures = [figure for table in tables for each in table.rows for figure in each.figures if "/ho-so/" in figure.href]
    counted = [(figure.href, figure.value) for figure in figures if figure.value]
    assert len(counted) >= 5
    shown = [browser.get(href).context["page"].count_words.split()[0] for href, _ in counted]
    assert shown == [str(value) for _, value in counted]


def test_reasons_stand_before_any_judgement(asked):
    assert values(row(build(asked.bloc), "Hồ sơ vướng", "Tạm dừng")) == [1]
    assert "không xếp loại, không xếp hạng" in build(asked.bloc).opening[0].words


@pytest.mark.parametrize(
    ("title", "label", "said"),
    [
        ("Nhiệm vụ", "Làm việc thử nghiệm", ["01/4/2021", "05/4/2021, sau hạn", None, None, None, None]),
        ("Văn bản đã phổ biến", "", ["văn bản không ghi", "không thuộc đối tượng", 3, 1, 2, 0]),
    ],
)
def test_duties_stand_with_their_day_and_what_was_done(asked, title, label, said):
    assert values(row(build(asked.bloc), title, label))[1:] == said


def test_a_duty_of_another_year_or_of_nobody_here_is_left_out(asked):
    duties.duty(asked.foreign_bloc, Bound.ITSELF, words="Việc của nơi khác")
    duties.duty(asked.bloc, Bound.ITSELF, words="Việc năm trước", from_on=date(2020, 2, 1))
    told = repr(build(asked.bloc))
    assert "Việc của nơi khác" not in told
    assert "Việc năm trước" not in told


def test_a_duty_stands_with_whoever_it_binds_beside_the_unit_that_it_names(asked):
    made = duties.duty(asked.foreign_bloc, Bound.ITSELF, words="Việc chung hai khối")
    Binding.objects.create(obligation=made, unit=asked.office, bound=Bound.ITSELF)
    own, above = (row(build(unit), "Nhiệm vụ", "Việc chung hai khối") for unit in (asked.office, asked.bloc))
    assert values(own)[2:] == ["chưa báo; văn bản không ghi hạn", None, None, None, None]
    assert values(above)[2:] == ["không thuộc đối tượng", 1, 0, 1, 0]
    assert "Việc chung hai khối" not in repr(build(asked.single_cell))


def test_situation_11_the_number_of_a_merged_unit_says_what_it_is_the_sum_of(cast):
    target = quotas.people_asked(cast.bloc, 64)
    other = people.unit("B.7", "Đảng bộ Sở Bảy", UnitKind.GRASSROOTS, cast.bloc)
    people.unit("B.7.1", "Chi bộ Bảy", UnitKind.CELL, other)
    tree.rebuild()
    quotas.issued(target, {cast.office: 38, other: 26})
    made = quotas.merge((cast.office, other), "B.9", "Đảng bộ Sở Mới", date(2021, 4, 1))
    said = "64 = 38 (Đảng bộ Sở Một) + 26 (Đảng bộ Sở Bảy), giữ nguyên như đã giao trước khi sáp nhập"
    assert said in repr(build(made).sections[0].paragraphs)
    own, above = (asking.report("tien-do", unit, TODAY) for unit in (made, cast.bloc))
    assert said in own.opening[0].words
    assert f"Đảng bộ Sở Mới: {said}" in above.sections[0].tables[0].counted


@pytest.mark.parametrize(
    ("where", "words"), [("single_cell", "chưa có hồ sơ nào của đơn vị"), ("office", "đơn vị còn {left} người")]
)
def test_sources_left_are_said_in_words(asked, where, words):
    sentence = build(getattr(asked, where)).sections[1].paragraphs[0].words
    assert words in sentence


def test_a_unit_without_targets_says_so(cast):
    assert "chưa có văn bản nào giao chỉ tiêu" in build(cast.bloc).sections[0].paragraphs[0].words


def test_a_unit_that_did_not_exist_has_no_sheet(cast):
    with pytest.raises(Refused, match="không tồn tại"):
        build(cast.bloc, date(2014, 6, 1))


def test_a_political_conclusion_is_a_number_without_a_list_on_the_page_of_a_leader(asked):
    holds.held(people.dossier(asked, Stage.VERIFYING), HoldKind.POLITICAL)
    page = read(people.signed_in(asked.leader).get("/bao-cao/minh-chung/"))
    assert "Chờ kết luận của cấp có thẩm quyền 1" in page.words
    assert not [href for href, _ in page.links if "conclusion" in href]


@pytest.mark.parametrize(
    ("query", "goes"),
    [
        ("?don_vi=B.1&nam=2021", "/bao-cao/minh-chung/?don_vi=B.1&den_ngay=31%2F5%2F2021"),
        ("?don_vi=B&nam=2020", "/bao-cao/minh-chung/?don_vi=B&den_ngay=31%2F12%2F2020"),
        ("", "/bao-cao/minh-chung/?den_ngay=31%2F5%2F2021"),
    ],
)
def test_the_short_address_leads_to_the_last_day_of_the_year_that_has_come(asked, query, goes):
    browser = people.signed_in(asked.leader)
    assert browser.get(f"{SHORT}{query}").url == goes
    assert browser.get(goes).status_code == 200


@pytest.mark.parametrize("query", ["?nam=2022", "?nam=hai", "?nam=1", "?thang=3"])
def test_a_year_that_has_not_come_or_is_none_is_told(asked, query):
    assert people.signed_in(asked.leader).get(f"{SHORT}{query}").status_code == 400


def test_the_workbook_has_the_tables_of_the_page_and_explains_them(asked):
    answer = people.signed_in(asked.leader).get("/bao-cao/minh-chung/excel/?don_vi=B")
    book = load_workbook(BytesIO(answer.content))
    tables = [table for section in build(asked.bloc).sections for table in section.tables]
    assert book.sheet_names == [*(f"Bảng {table.number}" for table in tables), "Cách tính"]
    first = book.get_sheet_by_name("Bảng 1").to_python()
    assert first[1] == [tables[0].row_head, *(column.label for column in tables[0].columns)]
    assert first[2][2:6] == pytest.approx([8, 1, 0.125, 0.414], abs=0.001)
    explained = book.get_sheet_by_name("Cách tính").to_python()
    assert any("không xếp hạng" in line[1] for line in explained)


def test_what_a_report_does_not_know_is_an_empty_cell_of_its_workbook(asked):
    answer = people.signed_in(asked.leader).get("/bao-cao/minh-chung/excel/?don_vi=B.1")
    first = load_workbook(BytesIO(answer.content)).get_sheet_by_name("Bảng 1").to_python()
    assert (first[1][2], first[2][2]) == ("Chỉ tiêu", "")
