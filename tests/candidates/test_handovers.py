"""The hand-over book: lines numbered by unit and year, where a dossier lies, what is refused, who reads what."""

from datetime import date

import pytest

from candidates.enums import Direction, Stage
from candidates.models import Dossier, Handover
from tests import pages, people
from tests.candidates import laid
from tests.test_query_costs import queries


@pytest.fixture
def made(cast) -> Dossier:
    return people.dossier(cast, Stage.PROPOSED)


def hand(cast, made: Dossier, who: str = "appraiser", **changed: str):
    return pages.send(people.signed_in(getattr(cast, who)), f"/ho-so/{made.code}/giao-nhan/", **laid.typed(**changed))


def words(cast, address: str, who: str = "secretary") -> str:
    return pages.read(people.signed_in(getattr(cast, who)).get(address)).words


def test_a_dossier_received_lies_with_the_unit_and_everybody_who_sees_it_reads_the_line(cast, made):
    assert hand(cast, made).status_code == 302
    line = Handover.objects.get(dossier=made)
    assert (line.unit, line.number, line.year, line.by, line.count) == (cast.bloc, 1, 2021, cast.appraiser, 7)
    said = words(cast, f"/ho-so/{made.code}/giao-nhan/")
    assert "Đang ở Đảng bộ Khối, nhận từ Chi bộ Một ngày 20/5/2021." in said
    assert "Đang ở Đảng bộ Khối" in words(cast, f"/ho-so/{made.code}/giay-to/")
    assert "Nguyễn Văn An" in words(cast, "/ho-so/giao-nhan/")


def test_given_away_it_lies_with_whom_it_was_given_to(cast, made):
    hand(cast, made)
    hand(cast, made, direction="out", on="25/5/2021", counterpart="Đảng ủy Sở Một", note="Trả để bổ sung")
    assert "Đã giao cho Đảng ủy Sở Một ngày 25/5/2021" in words(cast, f"/ho-so/{made.code}/giao-nhan/")
    assert "Nguyễn Văn An" not in words(cast, "/ho-so/giao-nhan/?dang_giu=on")
    assert [line.number for line in Handover.objects.order_by("pk")] == [1, 2]


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        ({}, {"on": "22/5/2021"}, "Hồ sơ đã nhận từ Chi bộ Một ngày 20/5/2021 (dòng số 1/2021) và chưa giao lại"),
        ({}, {"direction": "out", "on": "19/5/2021"}, "Ngày giao nhận 19/5/2021 trước dòng số 1/2021 ngày 20/5/2021"),
        ({}, {"direction": "out", "on": "1/6/2021"}, "Ngày giao nhận 01/6/2021 chưa đến"),
        (None, {"direction": "out"}, "Sổ này chưa ghi đang giữ hồ sơ"),
        (None, {"count": "", "kinds": ""}, "Hãy đánh dấu giấy tờ giao nhận, hoặc ghi tổng số giấy tờ."),
        (None, {"counterpart": ""}, "Hãy ghi nơi giao hoặc nơi nhận."),
    ],
)
def test_what_cannot_be_is_refused_with_the_line_that_it_clashes_with(cast, made, first, second, sentence):
    if first is not None:
        hand(cast, made, **first)
    before = Handover.objects.count()
    if "kinds" in second:
        made.papers.update(void=True)
    typed = {name: value for name, value in second.items() if name != "kinds"}
    answer = hand(cast, made, **typed)
    assert sentence in pages.read(answer).words
    assert Handover.objects.count() == before


def test_each_book_and_year_has_its_own_numbers_and_a_line_taken_back_keeps_its_own(cast, made):
    other = people.dossier(cast, full_name="Lê Thị Hai")
    laid.handed(made, cast.bloc, on=date(2020, 12, 30))
    laid.handed(other, cast.office, on=date(2021, 5, 3))
    hand(cast, other, on="20/5/2021")
    line = Handover.objects.get(dossier=other, unit=cast.bloc)
    assert line.number == 1
    pages.send(people.signed_in(cast.appraiser), f"/ho-so/giao-nhan/{line.pk}/dinh-chinh/", reason="Nhầm hồ sơ")
    hand(cast, other, on="21/5/2021")
    assert list(Handover.ever.filter(unit=cast.bloc, year=2021).values_list("number", "void")) == [
        (2, False),
        (1, True),
    ]


def test_only_the_newest_line_about_a_dossier_is_taken_back(cast, made):
    first = laid.handed(made, cast.bloc, on=date(2021, 5, 3))
    laid.handed(made, cast.bloc, Direction.GIVEN, on=date(2021, 5, 4))
    address = f"/ho-so/giao-nhan/{first.pk}/dinh-chinh/"
    answer = pages.send(people.signed_in(cast.appraiser), address, reason="Nhầm")
    assert "hãy đính chính dòng đó trước" in pages.read(answer).words
    assert not Handover.ever.get(pk=first.pk).void


@pytest.mark.parametrize("who", ["secretary", "leader", "clerk", "in_charge"])
def test_whoever_keeps_no_book_reads_the_page_and_is_refused_the_writing(cast, made, who):
    browser, address = people.signed_in(getattr(cast, who)), f"/ho-so/{made.code}/giao-nhan/"
    assert browser.get(address).status_code == 200
    assert browser.post(address, laid.typed()).status_code == 403


def test_the_book_is_narrowed_by_book_days_and_way_and_refuses_what_it_cannot_be_asked(cast, made):
    laid.handed(made, cast.bloc, on=date(2021, 5, 3))
    browser = people.signed_in(cast.leader)
    for query, there in (("tu=1/5/2021&den=31/5/2021", 1), ("chieu=out", 0), ("don_vi=B", 1), ("den=1/5/2021", 0)):
        found = "Nguyễn Văn An" in pages.read(browser.get(f"/ho-so/giao-nhan/?{query}")).words
        assert found == bool(there), query
    for query in ("don_vi=F", "la=1", "tu=31/5/2021&den=1/5/2021", "chieu=x"):
        assert browser.get(f"/ho-so/giao-nhan/?{query}").status_code == 400, query


def test_a_stranger_reads_no_line(cast, made):
    line = laid.handed(made, cast.bloc)
    assert "Nguyễn Văn An" not in words(cast, "/ho-so/giao-nhan/", "stranger")
    assert people.signed_in(cast.stranger).get(f"/ho-so/giao-nhan/{line.pk}/dinh-chinh/").status_code == 404


def test_the_book_costs_as_many_queries_for_three_lines_as_for_one(cast, made):
    laid.handed(made, cast.bloc)
    browser = people.signed_in(cast.officer)
    once = queries(browser, "/ho-so/giao-nhan/")
    laid.handed(made, cast.bloc, Direction.GIVEN)
    laid.handed(people.dossier(cast, where=cast.single_cell, full_name="Lê Thị Hai"), cast.bloc)
    assert queries(browser, "/ho-so/giao-nhan/") == once <= 12
