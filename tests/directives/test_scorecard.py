"""The scorecard: units by targets with number, word and sources; drill down, order, both readings, the workbook."""

from datetime import date
from io import BytesIO

import pytest
from python_calamine import load_workbook

from candidates.enums import Stage
from candidates.statistics import Reading
from directives import scorecard, scorecard_excel
from directives.enums import NumberKind
from directives.models import Allocation
from directives.scorecard import Order
from organizations import tree
from organizations.enums import UnitKind
from tests import people
from tests.pages import read
from tests.people import TODAY

PAGE = "/van-ban/bang-diem/"
EXCEL = f"{PAGE}excel/"
THIS_YEAR = {Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 3, 1)}
LAST_YEAR = {Stage.DECIDED: date(2020, 1, 13), Stage.ADMITTED: date(2020, 3, 2)}
MERGED = date(2021, 4, 1)


@pytest.fixture
def asked(cast) -> people.Cast:
    """A target of 8 for the bloc, 5 for Sở Một, 2 for Sở Hai, which admitted somebody last year and has nobody left."""
    target = people.target(cast.bloc, 8, NumberKind.ABSOLUTE)
    for unit, number in ((cast.office, 5), (cast.single_cell, 2)):
        Allocation.objects.create(
            target=target, unit=unit, year=2021, people=number, document=target.directive.document
        )
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    people.dossier(cast, Stage.PROPOSED)
    people.dossier(cast, Stage.ADMITTED, days=LAST_YEAR, where=cast.single_cell)
    return cast


def leader(cast):
    return people.signed_in(cast.leader)


def cells(card: scorecard.Scorecard) -> dict[str, tuple]:
    rows = (*card.rows, card.total) if card.total else card.rows
    return {row.unit.code: tuple((met.actual.people, met.goal, met.left.people) for met in row.cells) for row in rows}


def test_each_unit_has_its_number_its_share_and_its_sources(asked):
    card = scorecard.build(asked.bloc, TODAY)
    assert cells(card) == {"B.1": ((1, 5, 1),), "B.2": ((0, 2, 0),), "B": ((1, 8, 1),)}
    assert [row.cells[0].standing.words for row in card.rows] == ["Chậm, thiếu 3", "Không còn nguồn"]


def test_a_unit_without_sources_is_not_marked_as_late(asked):
    page = leader(asked).get(PAGE).content.decode()
    row = page[page.index("Chi bộ Sở Hai") :]
    row = row[: row.index("</tr>")]
    assert "Không còn nguồn" in row
    assert "is-late" not in row


def test_every_number_opens_a_list_of_as_many_people(asked):
    browser = leader(asked)
    links = [(href, words) for href, words in read(browser.get(PAGE)).links if href.startswith("/ho-so/?")]
    assert len(links) == 6
    opened = {href: browser.get(href).context["total"] for href, _ in links}
    assert {href: str(total) for href, total in opened.items()} == {href: words.split()[0] for href, words in links}
    assert len({href for href, _ in links}) == len(links)


def test_the_page_says_the_time_gone_and_that_it_ranks_nobody(asked):
    words = read(leader(asked).get(PAGE)).words
    assert "đã qua 41,4 % thời gian" in words
    assert "Bảng không xếp hạng theo tỷ lệ %" in words


def test_a_unit_opens_those_under_it_and_a_cell_opens_nothing(asked):
    browser = leader(asked)
    drills = [href for href, _ in read(browser.get(PAGE)).links if href.startswith("?don_vi=")]
    assert drills == ["?don_vi=B.1&cach_tinh=then"]
    below = read(browser.get(f"{PAGE}{drills[0]}"))
    assert "Chi bộ Một" in below.words
    assert [href for href, _ in below.links if href.startswith("?don_vi=B.1.")] == []


def test_a_cell_stands_alone_in_its_scorecard(asked):
    card = scorecard.build(asked.cell, TODAY)
    assert ([row.unit.code for row in card.rows], card.total) == (["B.1.Một"], None)


@pytest.mark.parametrize(
    ("order", "codes"),
    [
        (Order.UNIT, ["B.1", "B.2", "B.3"]),
        (Order.MISSING, ["B.1", "B.2", "B.3"]),
        (Order.SOURCES, ["B.3", "B.1", "B.2"]),
    ],
)
def test_rows_are_sorted_by_what_is_missing_or_left(asked, order, codes):
    third = people.unit("B.3", "Chi bộ Sở Ba", UnitKind.GRASSROOTS_CELL, asked.bloc)
    tree.rebuild()
    for _ in range(2):
        people.dossier(asked, where=third)
    card = scorecard.build(asked.bloc, TODAY)
    assert [row.unit.code for row in scorecard.arranged(card.rows, order)] == codes


@pytest.mark.parametrize("query", ["xep=ty-le", "xep=percent", "cach_tinh=khac", "cot=0", "cot=x", "hang=1"])
def test_what_the_page_cannot_be_asked_is_told(asked, query):
    answer = leader(asked).get(f"{PAGE}?{query}")
    assert (answer.status_code, "Chưa xem được." in read(answer).words) == (400, True)
    assert leader(asked).get(f"{EXCEL}?{query}").status_code == 400


@pytest.mark.parametrize(("code", "status"), [("B.1", 200), ("B", 404), ("F", 404), ("KHONG-CO", 404)])
def test_a_unit_outside_the_reach_is_not_found(asked, code, status):
    browser = people.signed_in(asked.in_charge)
    assert [browser.get(f"{page}?don_vi={code}").status_code for page in (PAGE, EXCEL)] == [status] * 2


def test_targets_of_single_units_share_a_column_of_their_kind(cast):
    for unit, number in ((cast.office, 4), (cast.single_cell, 2)):
        people.target(unit, number, NumberKind.ABSOLUTE)
    people.target(cast.office, 6, NumberKind.ABSOLUTE)
    card = scorecard.build(cast.bloc, TODAY)
    assert [column.label for column in card.columns] == ["Kết nạp đảng viên mới (chỉ tiêu riêng)"] * 2
    goals = {row.unit.code: [met and met.goal for met in row.cells] for row in card.rows}
    assert goals == {"B.1": [4, 6], "B.2": [2, None]}


def test_without_any_target_the_page_says_so(cast):
    assert "chưa có chỉ tiêu nào" in read(leader(cast).get(PAGE)).words


def test_a_unit_that_ended_in_the_year_keeps_its_row_as_units_were(asked):
    heir = people.unit("B.9", "Đảng bộ Sở Mới", UnitKind.GRASSROOTS, asked.bloc, since=MERGED)
    for cell in (asked.cell, asked.other_cell):
        people.place_under(cell, heir, MERGED)
    people.close(asked.office, MERGED)
    tree.rebuild()
    then, now = (scorecard.build(asked.bloc, TODAY, reading=reading) for reading in Reading)
    held = [[(row.name, row.cells[0].actual.people) for row in card.rows] for card in (then, now)]
    assert held == [
        [("Đảng bộ Sở Một (đến ngày 31/3/2021)", 1), ("Chi bộ Sở Hai", 0), ("Đảng bộ Sở Mới", 0)],
        [("Chi bộ Sở Hai", 0), ("Đảng bộ Sở Mới", 1)],
    ]
    assert then.total.cells[0].actual.people == now.total.cells[0].actual.people == 1
    words = read(leader(asked).get(f"{PAGE}?cach_tinh=now")).words
    assert "Đảng bộ Sở Một" not in words


def test_a_unit_that_did_not_exist_has_no_scorecard(cast):
    assert scorecard.build(cast.bloc, date(2014, 12, 31)) is None


def test_the_workbook_has_the_numbers_of_the_page_and_explains_them(asked):
    answer = leader(asked).get(EXCEL)
    assert (answer.status_code, answer["Content-Type"]) == (200, scorecard_excel.MIME)
    book = load_workbook(BytesIO(answer.content))
    numbers, explained = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    card = scorecard.build(asked.bloc, TODAY, foresee=True)
    rows = [
        [row.unit.code, row.name, *scorecard_excel.values(row.cells[0]), *scorecard_excel.foretold(row.foretold[0])]
        for row in (*card.rows, card.total)
    ]
    assert numbers[3:] == [[("" if value is None else value) for value in row] for row in rows]
    assert {"Còn thiếu", "Không còn nguồn", "Chậm, thiếu n"} <= {line[0] for line in explained}
    assert any("không xếp hạng theo tỷ lệ" in line[0] for line in explained)
