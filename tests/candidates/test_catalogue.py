"""The catalogue of papers: by the edition of the day, with its source; confirmed and corrected by the board of a province."""

from datetime import date

import pytest

from candidates import catalogue, reference
from candidates.enums import PaperKind, Stage
from candidates.models import PaperForm
from organizations.acting import acting
from organizations.enums import Deed
from tests import pages, people
from tests.candidates import provinces


def row(kind: PaperKind = PaperKind.INTRODUCTION, edition: str = "HD09-2017") -> PaperForm:
    return PaperForm.objects.get(kind=kind, edition=edition)


@pytest.mark.parametrize(
    ("day", "number", "introduction"),
    [
        (date(2012, 5, 16), None, None),
        (date(2012, 5, 17), "12-HD/BTCTW", ("3-KNĐ", "")),
        (date(2019, 10, 7), "09-HD/BTCTW", ("3-KNĐ", "")),
        (date(2022, 1, 18), "12-HD/BTCTW", ("3-KNĐ", "")),
        (date(2026, 6, 30), "1361-CV/BTCTW", ("3-KNĐ", "39")),
    ],
)
def test_the_edition_of_the_day_holds(db, day, number, introduction):
    rows = catalogue.in_force(day)
    assert {each.document.number for each in rows} == ({number} if number else set())
    found = {(each.code, each.catalogue_number) for each in rows if each.kind == PaperKind.INTRODUCTION}
    assert found == ({introduction} if introduction else set())


def test_the_page_says_the_form_its_step_its_source_and_that_nobody_confirmed_it(cast):
    browser = people.signed_in(cast.secretary)
    words = pages.read(browser.get("/quy-dinh/giay-to/?ngay=2026-07-01")).words
    assert "1361-CV/BTCTW" in words
    assert "Cho bước “Chi bộ đề nghị”" in words
    assert f"0/{len(catalogue.in_force(date(2026, 7, 1)))} loại đã được xác nhận" in words
    assert "thay một bản giấy giới thiệu người vào đảng" in words
    assert "Chưa đủ căn cứ" in pages.read(browser.get("/quy-dinh/giay-to/?ngay=2011-01-01")).words
    assert browser.get("/quy-dinh/giay-to/?ngay=hom-qua").status_code == 400


def test_the_board_of_a_province_confirms_a_row_once(cast):
    provincial, found = provinces.officer(), row()
    browser, address = people.signed_in(provincial), f"/quy-dinh/giay-to/{found.pk}/xac-nhan/"
    form = pages.read(browser.get(address)).form
    for _ in range(2):
        assert pages.send(browser, address, form, basis="Bản gốc").status_code == 302
    assert "đã được xác nhận" in pages.read(pages.send(browser, address)).words
    found.refresh_from_db()
    assert (found.confirmed_by, found.basis) == (provincial, "Bản gốc")


def test_a_wrong_row_is_put_right_and_the_wrong_one_stays_on_record(cast):
    provincial, found = provinces.officer(), row()
    browser, address = people.signed_in(provincial), f"/quy-dinh/giay-to/{found.pk}/dinh-chinh/"
    answer = pages.send(browser, address, code="3A-KNĐ", needed_for=Stage.CONSULTING, reason="Theo bản gốc")
    fresh = row()
    assert (fresh.code, fresh.needed_for, fresh.corrects, fresh.confirmed_by) == ("3A-KNĐ", "consulting", found, None)
    assert PaperForm.ever.get(pk=found.pk).void
    assert "Theo bản gốc" in pages.read(browser.get(answer.url)).words


@pytest.mark.parametrize(
    ("typed", "sentence"), [({}, "không có gì để đính chính"), ({"name": ""}, "Hãy nhập tên giấy tờ")]
)
def test_a_correction_that_changes_nothing_or_leaves_no_name_is_refused(cast, typed, sentence):
    browser, address = people.signed_in(provinces.officer()), f"/quy-dinh/giay-to/{row().pk}/dinh-chinh/"
    assert sentence in pages.read(pages.send(browser, address, reason="Thử", **typed)).words


def test_somebody_was_faster(cast):
    browser, found = people.signed_in(provinces.officer()), row()
    address = f"/quy-dinh/giay-to/{found.pk}/dinh-chinh/"
    form = pages.read(browser.get(address)).form
    PaperForm.objects.filter(pk=found.pk).update(void=True)
    found.pk, found.corrects_id, found.reason = None, found.pk, "Khác"
    found.save(force_insert=True)
    assert browser.post(address, form.fields | {"reason": "Thử", "code": "9"}).status_code == 404


def test_loading_again_brings_back_nothing_that_was_corrected(cast):
    count = PaperForm.objects.count()
    PaperForm.objects.filter(pk=row().pk).update(void=True)
    with acting(None, Deed.LOAD_POLICY):
        reference.load()
    assert PaperForm.objects.count() == count - 1
