"""The list of classes and the page of one: who sees which, as at which day, with which numbers."""

from datetime import date

import pytest
from django.test import Client

from candidates.enums import ClassKind, ClassState, Result, Stage
from candidates.models import TrainingClass
from tests import pages, people, training

LIST = "/lop/"


@pytest.fixture
def trainer(cast) -> Client:
    return people.signed_in(cast.trainer)


def names(browser: Client, query: str = "") -> list[str]:
    """The names of the classes in the list."""
    page = pages.read(browser.get(f"{LIST}{query}"))
    return [words for href, words in page.links if href.startswith(LIST) and href.removeprefix(LIST)[:-1].isdigit()]


def page_of(browser: Client, lesson: TrainingClass) -> pages.Page:
    return pages.read(browser.get(f"{LIST}{lesson.pk}/"))


def taught(cast: people.Cast, **values: object) -> TrainingClass:
    """A closed class of the bloc with one student of the cell and one of the single cell, both with certificates."""
    lesson = training.a_class(cast.bloc, ClassState.CLOSED, **values)
    here = people.dossier(cast, Stage.SYMPATHISER, full_name="Lê Văn Bình")
    there = people.dossier(cast, Stage.SYMPATHISER, full_name="Đỗ Văn Chi", where=cast.single_cell)
    for made in (here, there):
        training.student(lesson, made, Result.PASSED, attended=9)
    training.certify(cast, lesson)
    return lesson


@pytest.mark.parametrize("who", ["trainer", "officer", "leader", "auditor"])
def test_a_class_is_seen_at_its_unit_and_above(who, cast):
    training.a_class(cast.office, name="Lớp của Sở Một")
    assert names(people.signed_in(getattr(cast, who))) == ["Lớp của Sở Một"]


def test_a_class_further_up_is_seen_by_those_whose_people_learn_there(cast):
    lesson = taught(cast)
    assert names(people.signed_in(cast.secretary)) == [lesson.name]
    assert people.signed_in(cast.stranger).get(f"{LIST}{lesson.pk}/").status_code == 404
    alone = training.a_class(cast.bloc, name="Lớp khác")
    assert people.signed_in(cast.secretary).get(f"{LIST}{alone.pk}/").status_code == 404


def test_a_cell_reads_only_its_own_people_and_how_many_others_there_are(cast):
    lesson = taught(cast)
    for address in ("", "tot-nghiep/"):
        page = pages.read(people.signed_in(cast.secretary).get(f"{LIST}{lesson.pk}/{address}"))
        assert ("Lê Văn Bình" in page.words, "Đỗ Văn Chi" in page.words) == (True, False)
        assert "Ngoài ra có 1 học viên thuộc tổ chức đảng ngoài phạm vi của đồng chí, nên không nêu tên." in page.words
    assert "trong tổng số 2" in pages.read(people.signed_in(cast.secretary).get(LIST)).words


def test_the_training_clerk_reads_names_but_opens_no_dossier(cast, trainer):
    lesson = taught(cast)
    for address in (LIST, f"{LIST}{lesson.pk}/", f"{LIST}{lesson.pk}/tot-nghiep/"):
        page = pages.read(trainer.get(address))
        assert not [href for href, _ in page.links if href.startswith("/ho-so/")]
    assert "Đỗ Văn Chi" in page.words
    assert "đang ở bước" not in page.words


@pytest.mark.parametrize("who", ["officer", "secretary"])
def test_each_number_of_a_class_opens_the_list_of_its_people(who, cast):
    lesson = taught(cast)
    people.dossier(cast, Stage.TRAINED, full_name="Người Ngoài Lớp")
    browser = people.signed_in(getattr(cast, who))
    for address in (LIST, f"{LIST}{lesson.pk}/"):
        counted = _counted(pages.read(browser.get(address)))
        assert len(counted) >= 3
        for href, number in counted:
            assert (href, browser.get(href).context["total"]) == (href, number)


def test_who_was_admitted_when_is_listed_by_year(cast):
    days = {Stage.SOURCE: date(2018, 1, 5), Stage.SYMPATHISER: date(2018, 2, 5)}
    made = people.dossier(cast, Stage.SYMPATHISER, days=days)
    waiting = people.dossier(cast, Stage.SYMPATHISER, days=days, full_name="Lê Thị Yên")
    lesson = training.a_class(cast.bloc, ClassState.CLOSED, starts_on=date(2018, 3, 5), ends_on=date(2018, 3, 9))
    for each in (made, waiting):
        training.student(lesson, each, Result.PASSED)
    training.certify(cast, lesson, on=date(2018, 3, 19))
    for stage in (Stage.PREPARING, Stage.PROPOSED, Stage.DECIDED, Stage.ADMITTED):
        people.advance(made, stage, on=people.DAYS[stage])
    page = pages.read(people.signed_in(cast.officer).get(f"{LIST}{lesson.pk}/tot-nghiep/"))
    for words in ("Kết nạp năm 2018 0", "Kết nạp năm 2019 1", "Chưa kết nạp 1", "16/12/2019", "19/3/2023"):
        assert words in page.words
    assert "Chưa kết nạp đang ở bước “Đã học lớp nhận thức”" in page.words


def test_a_certificate_about_to_run_out_is_told(cast):
    made = people.dossier(cast, Stage.SYMPATHISER, days={stage: date(2016, 8, 1) for stage in people.DAYS})
    lesson = training.a_class(cast.bloc, ClassState.CLOSED, starts_on=date(2016, 8, 8), ends_on=date(2016, 8, 10))
    training.student(lesson, made, Result.PASSED)
    training.certify(cast, lesson, on=date(2016, 8, 12))
    page = pages.read(people.signed_in(cast.officer).get(f"{LIST}{lesson.pk}/tot-nghiep/"))
    assert "Giấy chứng nhận sắp hết hạn 1" in page.words
    assert "12/8/2021 Sắp hết hạn" in page.words


@pytest.mark.parametrize(
    ("on", "state"),
    [("7/3/2021", "Trong kế hoạch"), ("8/3/2021", "Đã khai giảng"), ("12/3/2021", "Đã bế giảng")],
)
def test_a_class_is_shown_as_it_stood_on_the_day(on, state, cast, trainer):
    lesson = training.a_class(cast.bloc, ClassState.CLOSED)
    trainer.post("/xem-tai-ngay/", {"on": on})
    assert state in page_of(trainer, lesson).words
    query = {"Trong kế hoạch": "planned", "Đã khai giảng": "opened", "Đã bế giảng": "closed"}[state]
    assert [names(trainer, f"?tinh_trang={one}") == [lesson.name] for one in ("planned", "opened", "closed")] == [
        one == query for one in ("planned", "opened", "closed")
    ]


def test_a_certificate_issued_after_the_day_is_not_shown_yet(cast, trainer):
    lesson = taught(cast)
    trainer.post("/xem-tai-ngay/", {"on": "18/3/2021"})
    assert "001/CN-TTCT" not in page_of(trainer, lesson).words
    assert "Chưa ai được cấp giấy chứng nhận" in pages.read(trainer.get(f"{LIST}{lesson.pk}/tot-nghiep/")).words


@pytest.mark.parametrize(
    ("on", "state", "query"), [("4/3/2021", "Trong kế hoạch", "planned"), ("5/3/2021", "Không mở", "cancelled")]
)
def test_a_class_given_up_stands_in_the_plan_until_that_day(on, state, query, cast, trainer):
    lesson = training.a_class(cast.bloc, ClassState.CANCELLED)
    trainer.post("/xem-tai-ngay/", {"on": on})
    words = page_of(trainer, lesson).words
    assert (state in words, "Dịch bệnh" in words) == (True, state == "Không mở")
    assert [names(trainer, f"?tinh_trang={one}") for one in ("planned", "cancelled")] == [
        [lesson.name] if one == query else [] for one in ("planned", "cancelled")
    ]


def test_from_an_earlier_day_nothing_is_offered_for_a_class_that_went_on(cast, trainer):
    lesson = training.a_class(cast.bloc, ClassState.CLOSED)
    offered = [page_of(trainer, lesson).links]
    trainer.post("/xem-tai-ngay/", {"on": "7/3/2021"})
    offered.append(page_of(trainer, lesson).links)
    at = f"{LIST}{lesson.pk}/ket-qua/"
    assert [at in [href for href, _ in links] for links in offered] == [True, False]


@pytest.mark.parametrize(
    ("on", "shown", "students"),
    [
        ("28/2/2021", ["", ""], 0),
        ("1/3/2021", ["Chi bộ Một – –", ""], 1),
        ("8/3/2021", ["Chi bộ Một – Đang học –", ""], 1),
        ("10/3/2021", ["Chi bộ Một – Đang học –", "Chi bộ Một – Đang học –"], 2),
        ("11/3/2021", ["Chi bộ Một – Đang học –", "Chi bộ Một – Đã rút khỏi danh sách từ 11/3/2021 –"], 1),
        ("12/3/2021", ["Chi bộ Một 9/10 Đạt –", "Chi bộ Một – Đã rút khỏi danh sách từ 11/3/2021 –"], 1),
        ("19/3/2021", ["Chi bộ Một 9/10 Đạt 001/CN-TTCT", "Đã rút khỏi danh sách"], 1),
    ],
)
def test_the_roster_is_that_of_the_day(on, shown, students, cast, trainer):
    lesson = training.a_class(cast.bloc, ClassState.CLOSED)
    stays, leaves = (people.dossier(cast, Stage.SYMPATHISER, full_name=name) for name in ("Lê Văn An", "Lê Văn Bình"))
    training.student(lesson, stays, Result.PASSED, attended=9, enrolled_on=date(2021, 3, 1))
    training.student(lesson, leaves, enrolled_on=date(2021, 3, 10), withdrawn=True, withdrawn_on=date(2021, 3, 11))
    training.certify(cast, lesson)
    trainer.post("/xem-tai-ngay/", {"on": on})
    words = page_of(trainer, lesson).words
    for name, told in zip(("Lê Văn An", "Lê Văn Bình"), shown, strict=True):
        assert (name in words, told in words) == (bool(told), True)
    assert f"Học viên {students}" in words


def test_whoever_was_entered_after_the_end_of_a_class_was_on_its_roster_by_then(cast, trainer):
    lesson = training.a_class(cast.bloc, ClassState.CLOSED)
    training.student(lesson, people.dossier(cast, Stage.SYMPATHISER), enrolled_on=people.TODAY)
    shown = []
    for on in ("11/3/2021", "12/3/2021"):
        trainer.post("/xem-tai-ngay/", {"on": on})
        shown.append("Nguyễn Văn An" in page_of(trainer, lesson).words)
    assert shown == [False, True]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Hội nghị", "Lớp mới", "Lớp cũ"]),
        ("?loai=seminar", ["Hội nghị"]),
        ("?nam=2020", ["Lớp cũ"]),
        ("?tinh_trang=cancelled", ["Lớp mới"]),
        ("?loai=awareness&nam=2021&tinh_trang=", ["Lớp mới"]),
    ],
)
def test_the_list_is_filtered(query, found, cast, trainer):
    training.a_class(cast.bloc, name="Lớp cũ", planned_for=date(2020, 5, 1))
    training.a_class(cast.bloc, ClassState.CANCELLED, name="Lớp mới")
    training.a_class(cast.bloc, kind=ClassKind.SEMINAR, name="Hội nghị", planned_for=date(2021, 6, 1))
    assert names(trainer, query) == found


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?la=1", "Không có bộ lọc “la”"),
        ("?loai=khac", "“khac” không phải là lựa chọn hợp lệ"),
        ("?nam=hai", "Năm gồm bốn chữ số"),
    ],
)
def test_an_unknown_filter_is_refused(query, words, cast, trainer):
    answer = trainer.get(f"{LIST}{query}")
    assert (answer.status_code, words in pages.read(answer).words) == (400, True)


def test_an_empty_list_says_so(trainer):
    assert "Không có lớp nào" in pages.read(trainer.get(LIST)).words


def test_the_list_has_pages(cast, trainer):
    for number in range(11):
        training.a_class(cast.bloc, name=f"Lớp {number}")
    assert (len(names(trainer)), len(names(trainer, "?trang=2"))) == (10, 1)
    assert "11 lớp" in pages.read(trainer.get(LIST)).words


def _counted(page: pages.Page) -> list[tuple[str, int]]:
    """The links to lists of people with the numbers that they show."""
    found = [(href, words.split()[-1]) for href, words in page.links if href.startswith("/ho-so/?")]
    return [(href, int(number)) for href, number in found]
