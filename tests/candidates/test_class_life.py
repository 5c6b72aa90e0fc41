"""A class from the plan to its end, in the browser: each step with its refusals, which lose nothing."""

from datetime import date

import pytest
from django.test import Client

from candidates.enums import ClassKind, ClassState
from candidates.models import CertificateIssuer, TrainingClass
from tests import pages, people, training

PLAN = {
    "kind": "awareness",
    "name": "Lớp nhận thức khóa II",
    "planned_for": "7/2021",
    "plan": "12-KH/ĐUK",
    "places": "40",
}
OPENING = {"opening_number": "05-QĐ", "opening_on": "1/3/2021", "starts_on": "8/3/2021", "sessions": "10"}


@pytest.fixture
def trainer(cast) -> Client:
    return people.signed_in(cast.trainer)


def at(lesson: TrainingClass, rest: str = "") -> str:
    return f"/lop/{lesson.pk}/{rest}"


def test_a_class_is_planned_opened_and_closed(cast, trainer):
    answer = pages.send(trainer, "/lop/moi/", unit=cast.bloc.pk, **PLAN)
    lesson = TrainingClass.objects.get()
    assert answer.url == at(lesson)
    assert (lesson.planned_for, lesson.places, lesson.unit) == (date(2021, 7, 1), 40, cast.bloc)
    pages.send(trainer, at(lesson, "sua/"), name="Lớp nhận thức khóa III")
    pages.send(trainer, at(lesson, "khai-giang/"), place="Hội trường A", **OPENING)
    pages.send(trainer, at(lesson, "be-giang/"), ends_on="12/3/2021")
    lesson.refresh_from_db()
    assert (lesson.name, lesson.state, lesson.version) == ("Lớp nhận thức khóa III", ClassState.CLOSED, 4)
    assert (lesson.starts_on, lesson.ends_on, lesson.sessions) == (training.STARTS, training.ENDS, 10)
    words = pages.read(trainer.get(at(lesson))).words
    for told in ("Tháng 7/2021", "12-KH/ĐUK", "05-QĐ, ngày 01/3/2021", "Hội trường A", "Đã bế giảng"):
        assert told in words


def test_a_seminar_names_who_holds_it_and_how_many_came(cast, trainer):
    plan = PLAN | {"kind": "seminar", "name": "Tập huấn", "organisation": cast.association.pk}
    pages.send(trainer, "/lop/moi/", unit=cast.bloc.pk, **plan)
    lesson = TrainingClass.objects.get()
    pages.send(trainer, at(lesson, "khai-giang/"), starts_on="8/3/2021")
    pages.send(trainer, at(lesson, "be-giang/"), ends_on="8/3/2021", participants="120")
    words = pages.read(trainer.get(at(lesson))).words
    assert "Hội Một" in words
    assert "Số người dự 120" in words
    assert trainer.get("/lop/").context["rows"][0].students.people is None


def test_a_class_not_held_keeps_its_reason(cast, trainer):
    lesson = training.a_class(cast.bloc)
    told = {"reason": "Dịch bệnh, không tập trung đông người", "on": "5/3/2021"}
    pages.send(trainer, at(lesson, "khong-mo/"), **told)
    lesson.refresh_from_db()
    assert (lesson.state, lesson.cancelled_on) == (ClassState.CANCELLED, date(2021, 3, 5))
    words = pages.read(trainer.get(at(lesson))).words
    assert "Lý do không mở Dịch bệnh, không tập trung đông người · ghi từ ngày 05/3/2021" in words
    event = lesson.events.order_by("-pgh_id").select_related("pgh_context").first()
    assert event.pgh_context.metadata["reason"] == told["reason"]


@pytest.mark.parametrize(
    ("state", "rest", "typed", "sentence"),
    [
        ("planned", "khai-giang/", {"starts_on": "1/6/2021"}, "Ngày khai giảng 01/6/2021 chưa đến"),
        (
            "planned",
            "khai-giang/",
            {"starts_on": "8/3/2021", "opening_on": "9/3/2021"},
            "Quyết định mở lớp ngày 09/3/2021 sau ngày khai giảng 08/3/2021",
        ),
        ("planned", "khai-giang/", {"starts_on": ""}, "Hãy nhập ngày khai giảng, ngày tổ chức."),
        ("planned", "khai-giang/", {"starts_on": "8/3/2021", "sessions": "-1"}, "Số này không thể âm."),
        ("opened", "be-giang/", {"ends_on": "7/3/2021"}, "Ngày bế giảng 07/3/2021 trước ngày khai giảng 08/3/2021."),
        ("opened", "be-giang/", {"ends_on": "1/6/2021"}, "Ngày bế giảng 01/6/2021 chưa đến"),
        ("planned", "be-giang/", {"ends_on": "12/3/2021"}, "Lớp đang ở tình trạng “Trong kế hoạch”"),
        ("opened", "khong-mo/", {"reason": "Dịch"}, "Lớp đang ở tình trạng “Đã khai giảng”"),
        ("planned", "khong-mo/", {"reason": " "}, "Hãy ghi lý do."),
        ("planned", "khong-mo/", {"reason": "Dịch", "on": ""}, "Hãy nhập ngày quyết định không mở lớp."),
        ("planned", "khong-mo/", {"reason": "Dịch", "on": "1/6/2021"}, "Ngày 01/6/2021 chưa đến"),
        ("planned", "khong-mo/", {"reason": "x" * 201}, "Lý do không mở lớp dài quá 200 chữ"),
        ("opened", "sua/", {"name": "Tên khác"}, "việc này chỉ làm khi lớp “Trong kế hoạch”"),
        ("planned", "sua/", {"planned_for": "13/2021"}, "“13/2021” không phải là một tháng"),
        ("planned", "sua/", {"planned_for": "31/5/2021"}, "không phải là một tháng"),
        ("planned", "sua/", {"name": "x" * 201}, "Tên lớp dài quá 200 chữ"),
        ("planned", "sua/", {"places": "nhiều"}, "Hãy nhập một số nguyên"),
    ],
)
def test_what_cannot_be_is_refused_and_stays_typed(state, rest, typed, sentence, cast, trainer):
    lesson = training.a_class(cast.bloc, ClassState(state))
    answer = pages.send(trainer, at(lesson, rest), **typed)
    page = pages.read(answer)
    assert (answer.status_code, sentence in page.words) == (200, True)
    assert {name: page.form.fields[name].strip() for name in typed} == {
        name: said.strip() for name, said in typed.items()
    }
    before = lesson.version
    lesson.refresh_from_db()
    assert (lesson.version, lesson.state) == (before, state)


def test_only_a_seminar_names_another_body(cast, trainer):
    page = pages.read(pages.send(trainer, "/lop/moi/", unit=cast.bloc.pk, organisation=cast.association.pk, **PLAN))
    assert "Chỉ hội nghị tập huấn mới ghi đoàn thể" in page.words
    assert TrainingClass.objects.count() == 0


@pytest.mark.parametrize("where", ["cell", "foreign_bloc", "association"])
def test_a_class_is_for_a_party_unit_of_the_reach_with_cells_under_it(where, cast, trainer):
    page = pages.read(pages.send(trainer, "/lop/moi/", unit=getattr(cast, where).pk, **PLAN))
    assert "Hãy chọn một mục trong danh sách." in page.words
    assert TrainingClass.objects.count() == 0


def test_a_class_with_a_roster_keeps_its_kind_and_unit(cast, trainer):
    lesson = training.a_class(cast.bloc)
    training.student(lesson, people.dossier(cast))
    page = pages.read(pages.send(trainer, at(lesson, "sua/"), kind="new_members"))
    assert "Lớp đã có danh sách học viên nên không đổi loại lớp, tổ chức đảng" in page.words


def test_a_class_changed_meanwhile_is_told_by_whom_and_loses_nothing(cast, trainer):
    lesson = training.a_class(cast.bloc)
    opened = pages.read(trainer.get(at(lesson, "sua/"))).form
    pages.send(people.signed_in(cast.officer), at(lesson, "sua/"), places="60")
    page = pages.read(pages.send(trainer, at(lesson, "sua/"), opened, name="Tên khác"))
    assert "Lớp này đã được Lê Văn Cán thay đổi trong lúc đồng chí nhập" in page.words
    assert page.form.fields["name"] == "Tên khác"
    assert pages.send(trainer, at(lesson, "sua/"), page.form).status_code == 302
    assert TrainingClass.objects.get().name == "Tên khác"


def test_a_double_click_plans_one_class(cast, trainer):
    opened = pages.read(trainer.get("/lop/moi/")).form
    answers = [pages.send(trainer, "/lop/moi/", opened, unit=cast.bloc.pk, **PLAN) for _ in range(2)]
    assert len({answer.url for answer in answers}) == TrainingClass.objects.count() == 1


@pytest.mark.parametrize("rest", ["be-giang/", "ket-qua/", "hoc-vien/", "giay-chung-nhan/"])
def test_a_class_that_went_on_after_the_day_of_looking_can_only_be_read(rest, cast, trainer):
    lesson = training.a_class(cast.bloc, ClassState.OPENED)
    row = training.student(lesson, people.dossier(cast), enrolled_on=date(2021, 3, 1))
    trainer.post("/xem-tai-ngay/", {"on": "7/3/2021"})
    typed = {"ends_on": "12/3/2021", "mau": "{n}", "tu_so": "1", "ngay": "7/3/2021", "nguoi": "1"}
    typed |= {f"ket_qua_{row.pk}": "passed"}
    token = pages.read(trainer.get(at(lesson, "be-giang/"))).form.fields
    page = pages.read(trainer.post(at(lesson, rest), token | typed | {"version": lesson.version}))
    assert "Lớp đã có việc ghi sau ngày đang xem (07/3/2021)." in page.words
    assert TrainingClass.objects.get().version == lesson.version


def test_a_correction_of_the_opening_is_recorded_while_the_class_is_open(cast, trainer):
    lesson = training.a_class(cast.bloc, ClassState.OPENED)
    pages.send(trainer, at(lesson, "khai-giang/"), place="Hội trường B")
    assert TrainingClass.objects.get().place == "Hội trường B"


def test_an_issuer_closes_the_one_before(cast, trainer):
    said = {"unit": cast.bloc.pk, "since": "1/1/2016", "name": training.CENTRE, "source": "01-QĐ"}
    pages.send(trainer, "/lop/noi-cap/moi/", **said)
    pages.send(trainer, "/lop/noi-cap/moi/", **said | {"since": "1/3/2020", "name": "Trường Chính trị tỉnh"})
    pages.send(trainer, "/lop/noi-cap/moi/", **said | {"since": "1/5/2021", "name": ""})
    rows = CertificateIssuer.objects.order_by("valid_from").values_list("name", "valid_from", "valid_until")
    assert list(rows) == [
        (training.CENTRE, date(2016, 1, 1), date(2020, 3, 1)),
        ("Trường Chính trị tỉnh", date(2020, 3, 1), date(2021, 5, 1)),
    ]
    words = pages.read(trainer.get("/lop/noi-cap/")).words
    assert f"{training.CENTRE} Đảng bộ Khối 01/01/2016 29/02/2020 01-QĐ" in words


def test_an_issuer_recorded_between_two_ends_where_the_next_begins(cast, trainer):
    training.issuer(cast.bloc, since=date(2016, 1, 1), until=date(2018, 1, 1))
    training.issuer(cast.bloc, "Nơi sau", since=date(2020, 1, 1))
    pages.send(trainer, "/lop/noi-cap/moi/", unit=cast.bloc.pk, since="1/1/2017", name="Nơi giữa")
    made = CertificateIssuer.objects.get(name="Nơi giữa")
    assert (made.valid_from, made.valid_until) == (date(2017, 1, 1), date(2020, 1, 1))
    assert CertificateIssuer.objects.get(name=training.CENTRE).valid_until == date(2017, 1, 1)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"since": "1/6/2021"}, "Ngày 01/6/2021 chưa đến"),
        ({"since": "1/1/2015"}, f"Đã ghi nơi cấp từ ngày 01/01/2015: {training.CENTRE}"),
        ({"since": "1/1/2014", "name": ""}, "Vào ngày này chưa có nơi cấp nào để kết thúc"),
    ],
)
def test_an_issuer_that_cannot_be_is_refused(typed, sentence, cast, trainer):
    training.issuer(cast.bloc)
    page = pages.read(pages.send(trainer, "/lop/noi-cap/moi/", unit=cast.bloc.pk, **{"name": "Nơi khác"} | typed))
    assert sentence in page.words
    assert CertificateIssuer.objects.count() == 1


def test_a_kind_of_class_has_its_own_words(cast, trainer):
    lesson = training.a_class(cast.bloc, kind=ClassKind.SEMINAR)
    assert "Hội nghị không có danh sách học viên" in pages.read(trainer.get(at(lesson))).words
