"""Reconciling as the browser does it: a dry run that stores nothing, storing it, opening it again, settling a difference."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from candidates import reconciliations
from candidates.enums import DifferenceKind, Stage
from candidates.models import Difference, Dossier, Reconciliation
from organizations import access
from organizations.enums import Deed
from organizations.models import Reading
from organizations.periods import inclusive
from tests import pages, people
from tests.candidates.test_member_list import book
from tests.people import TODAY

PAGE = "/ho-so/doi-chieu-csdl/"
HEAD = "Số QĐ\tHọ và tên\tNgày QĐ\tGhi chú\n"
MAY = {"tu": "1/11/2019", "den": "30/11/2019"}


@pytest.fixture
def made(cast) -> Dossier:
    return people.dossier(cast, Stage.DECIDED)


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


def line(made: Dossier, name: str = "Nguyễn Văn An", day: str = "18/11/2019") -> str:
    return f"{made.pk}/tn\t{name}\t{day}\tx\n"


def compare(browser: Client, listed: str, **typed: object) -> HttpResponse:
    return pages.send(browser, PAGE, **MAY | {"rows": HEAD + listed} | typed)


def test_a_dry_run_shows_both_ways_and_stores_nothing(cast, officer, made):
    people.dossier(cast, Stage.DECIDED, full_name="Đỗ Văn Chi", where=cast.single_cell)
    rows = line(made) + "9-QĐ\tLê Thị Bông\t05/11/2019\t\n" + "8-QĐ\tLý Văn D\t31/02/2019\t\n"
    page = pages.read(compare(officer, rows))
    assert (
        "Đọc được 2 dòng; 1 dòng khớp; 3 chỗ khác: chỉ có trong danh sách 1; chỉ có ở đây 1; dòng không đọc được 1."
        in page.words
    )
    assert "Cột không dùng: Ghi chú." in page.words
    assert "dòng 3 · 9-QĐ ngày 05/11/2019" in page.words
    assert "Đỗ Văn Chi" in page.words
    assert "“31/02/2019” không phải là một ngày có trong lịch" in page.words
    assert not Reconciliation.objects.exists()
    read = Reading.objects.get(deed=Deed.HAND_ON)
    assert (read.user, read.people) == (cast.officer, 1)
    assert (page.inline, page.unlabelled) == ([], [])


def test_a_stored_one_is_opened_again_with_what_stood_on_both_sides_then(cast, officer, made):
    answer = compare(officer, line(made, day="19/11/2019"), luu="1")
    stored = Reconciliation.objects.get()
    assert answer.url == f"{PAGE}{stored.pk}/"
    assert (stored.unit, stored.first_day, stored.last_day) == (cast.bloc, date(2019, 11, 1), date(2019, 11, 30))
    assert (stored.listed, stored.matched, stored.ignored, stored.by) == (1, 0, "Ghi chú", cast.officer)
    kept = Difference.objects.get()
    assert (kept.kind, kept.on, kept.our_day, kept.dossier) == (
        DifferenceKind.DATE,
        date(2019, 11, 19),
        date(2019, 11, 18),
        made,
    )
    page = pages.read(officer.get(answer.url))
    assert "Khác ngày quyết định" in page.words
    assert f"dòng 2 · {made.pk}/tn ngày 19/11/2019" in page.words
    assert f"{made.code} · {made.pk}/TN ngày 18/11/2019" in page.words
    assert "còn 1 chỗ chưa xử lý" in page.words
    assert "Còn chỗ chưa xử lý 1/1" in pages.read(officer.get(PAGE)).words


def test_a_difference_is_settled_once_with_how(cast, officer, made):
    compare(officer, line(made, day="19/11/2019"), luu="1")
    address = f"{PAGE}{Reconciliation.objects.get().pk}/{Difference.objects.get().pk}/"
    assert "Hãy ghi đã xử lý thế nào." in pages.read(pages.send(officer, address)).words
    opened = pages.read(officer.get(address)).form
    pages.send(officer, address, note="Đã đề nghị sửa ngày")
    kept = Difference.objects.get()
    assert (kept.note, kept.settled_by, kept.settled_on) == ("Đã đề nghị sửa ngày", cast.officer, TODAY)
    opened.fields["form_token"] = "5d1ff7e4-3ae1-4f2f-9cd7-6a9a38b8f7b6"
    late = pages.read(pages.send(officer, address, opened, note="Cách khác"))
    assert "đã ghi xử lý chỗ này ngày 31/5/2021: Đã đề nghị sửa ngày" in late.words
    assert "Đã xử lý hết" in pages.read(officer.get(PAGE)).words


def test_a_file_is_compared_and_stored_without_sending_it_again(officer, made):
    sheet = book(("Họ tên", "Số QĐ", "Ngày QĐ"), ("Nguyễn Văn An", f"{made.pk}/TN", "18/11/2019"))
    answer = compare(officer, "", rows="", file=SimpleUploadedFile("ds.xlsx", sheet))
    page = pages.read(answer)
    assert "Đọc được 1 dòng; 1 dòng khớp; 0 chỗ khác." in page.words
    assert "Mọi dòng khớp với hồ sơ ở đây." in page.words
    officer.post(PAGE, page.form.fields | {"luu": "1"})
    assert Reconciliation.objects.get().matched == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"rows": ""}, "Hãy dán danh sách, hoặc chọn tệp danh sách."),
        ({"rows": "a\tb"}, "Không thấy dòng tiêu đề"),
        ({"den": "1/10/2019"}, "Ngày cuối của kỳ trước ngày đầu"),
        ({"unit": "F"}, "Không có lựa chọn này trong danh sách"),
        ({"file": "pdf"}, "“ds.xlsx” có đuôi .xlsx nhưng nội dung là PDF"),
    ],
)
def test_what_cannot_be_compared_is_told_and_what_was_typed_stays(typed, words, officer, made):
    if "file" in typed:
        typed = {"file": SimpleUploadedFile("ds.xlsx", b"%PDF-1.7")}
    page = pages.read(compare(officer, line(made), **typed, luu="1"))
    assert words in page.words
    assert page.form.fields["rows"].strip() == typed.get("rows", HEAD + line(made)).strip()
    assert not Reconciliation.objects.exists()


def test_a_second_click_stores_it_once(officer, made):
    form = pages.read(officer.get(PAGE)).form
    for _ in range(2):
        pages.send(officer, PAGE, form, **MAY, rows=HEAD + line(made), luu="1")
    assert Reconciliation.objects.count() == 1


def test_nobody_of_another_unit_is_named_not_even_as_maybe(cast, officer):
    people.dossier(cast, Stage.DECIDED, full_name="Lê Văn Ngoài", where=cast.foreign_cell)
    page = pages.read(compare(officer, "1-QĐ\tLê Văn Ngoai\t18/11/2019\t\n"))
    assert "1 chỗ khác: chỉ có trong danh sách 1." in page.words
    assert "Có thể là" not in page.words


def test_a_dossier_that_has_left_the_reach_is_not_named_any_more(cast, officer, made):
    compare(officer, line(made, day="19/11/2019"), luu="1")
    Dossier.objects.filter(pk=made.pk).update(unit=cast.foreign_cell)
    page = pages.read(officer.get(f"{PAGE}{Reconciliation.objects.get().pk}/"))
    assert "Hồ sơ nay ở ngoài phạm vi của đồng chí" in page.words
    assert made.code not in page.words


def test_whoever_is_not_decided_yet_may_be_meant_and_whoever_was_annulled_is_not_missed(cast, officer, made):
    people.dossier(cast, Stage.PROPOSED, full_name="Lê Thị Bông")
    Dossier.objects.filter(pk=made.pk).update(stage=Stage.ANNULLED)
    page = pages.read(compare(officer, "1-QĐ\tLÊ THỊ BÔNG\t18/11/2019\t\n"))
    assert "(Chi bộ đề nghị; chưa có quyết định ở đây)." in page.words
    assert "chỉ có ở đây" not in page.words


@pytest.mark.parametrize(("who", "answer"), [("stranger", 403), ("secretary", 403), ("leader", 403), ("officer", 200)])
def test_only_whoever_hands_on_reconciles(who, answer, cast, made):
    assert people.signed_in(getattr(cast, who)).get(PAGE).status_code == answer


def test_a_list_of_three_hundred_lines_asks_as_many_questions_as_one_of_three(cast, made):
    own, period = access.reach(cast.officer, TODAY), inclusive(date(2019, 11, 1), date(2019, 11, 30))

    def asked(count: int) -> int:
        rows = HEAD + "".join(f"{n}-QĐ\tLê Văn {n}\t18/11/2019\t\n" for n in range(count))
        with CaptureQueriesContext(connection) as caught:
            reconciliations.tried(reconciliations.Asked(cast.bloc, period, rows), own)
        return len(caught)

    assert asked(300) == asked(3) <= 3
