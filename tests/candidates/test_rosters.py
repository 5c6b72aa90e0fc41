"""The roster of a class: who is proposed, who may be added, who leaves, and the table of results."""

from datetime import date

import pytest
from django.test import Client

from candidates.enums import ClassKind, ClassState, PaperKind, Result, Stage
from candidates.models import Dossier, Paper, TrainingClass
from tests import pages, people, training

DAY = date(2021, 2, 1)


@pytest.fixture
def trainer(cast) -> Client:
    return people.signed_in(cast.trainer)


def at(lesson: TrainingClass, rest: str = "hoc-vien/") -> str:
    return f"/lop/{lesson.pk}/{rest}"


def sympathiser(cast: people.Cast, name: str, since: date = DAY, **said: object) -> Dossier:
    return people.dossier(cast, Stage.SYMPATHISER, days={Stage.SYMPATHISER: since}, full_name=name, **said)


def offered(browser: Client, lesson: TrainingClass, query: str = "") -> list[tuple[str, bool]]:
    """Who is offered for the roster, and whether they are ticked already."""
    rows = browser.get(f"{at(lesson)}{query}").context["rows"]
    return [(row["entry"].dossier.person.full_name, row["ticked"]) for row in rows]


def choose(browser: Client, lesson: TrainingClass, *chosen: Dossier, form: pages.Form | None = None):
    token = form or pages.read(browser.get(at(lesson))).form
    return browser.post(at(lesson), token.fields | {"nguoi": [made.pk for made in chosen]})


def test_the_longest_waiting_come_first_ticked_up_to_the_places(cast, trainer):
    for name, day in (("Lê Văn Ba", 3), ("Lê Văn Một", 1), ("Lê Văn Hai", 2)):
        sympathiser(cast, name, date(2021, 2, day))
    lesson = training.a_class(cast.bloc, places=2)
    assert offered(trainer, lesson) == [("Lê Văn Một", True), ("Lê Văn Hai", True), ("Lê Văn Ba", False)]


def test_without_a_number_of_places_nobody_is_ticked(cast, trainer):
    sympathiser(cast, "Lê Văn Một")
    assert offered(trainer, training.a_class(cast.bloc)) == [("Lê Văn Một", False)]


def _source(cast):
    people.dossier(cast)


def _trained(cast):
    people.dossier(cast, Stage.TRAINED, days={Stage.TRAINED: date(2019, 3, 29)})


def _run_out(cast):
    days = {Stage.SOURCE: DAY.replace(year=2015), Stage.SYMPATHISER: DAY.replace(year=2015)}
    made = people.dossier(cast, Stage.TRAINED, days=days | {Stage.TRAINED: date(2016, 3, 1)})
    Paper.objects.filter(dossier=made, kind=PaperKind.CERTIFICATE).update(expires_on=date(2021, 3, 1))


def _in_another_class(cast):
    training.student(training.a_class(cast.office), sympathiser(cast, "Nguyễn Văn An"))


def _in_a_cancelled_class(cast):
    training.student(training.a_class(cast.office, ClassState.CANCELLED), sympathiser(cast, "Nguyễn Văn An"))


def _failed(cast):
    lesson = training.a_class(cast.office, ClassState.CLOSED)
    training.student(lesson, sympathiser(cast, "Nguyễn Văn An"), Result.FAILED)


def _passed_without_paper(cast):
    lesson = training.a_class(cast.office, ClassState.CLOSED)
    training.student(lesson, sympathiser(cast, "Nguyễn Văn An"), Result.PASSED)


def _foreign(cast):
    sympathiser(cast, "Nguyễn Văn An", where=cast.foreign_cell)


def _admitted(cast):
    made = people.dossier(cast, Stage.ADMITTED)
    Paper.objects.filter(dossier=made, kind=PaperKind.NEW_MEMBER_CERTIFICATE).update(void=True)


def _admitted_with_paper(cast):
    made = people.dossier(cast, Stage.ADMITTED)
    Paper.objects.create(dossier=made, kind=PaperKind.NEW_MEMBER_CERTIFICATE, issued_on=DAY)


AWARENESS, NEW_MEMBERS = ClassKind.AWARENESS, ClassKind.NEW_MEMBERS


@pytest.mark.parametrize(
    ("kind", "who", "waits"),
    [
        (AWARENESS, _source, False),
        (AWARENESS, _trained, False),
        (AWARENESS, _run_out, True),
        (AWARENESS, _in_another_class, False),
        (AWARENESS, _in_a_cancelled_class, True),
        (AWARENESS, _failed, True),
        (AWARENESS, _passed_without_paper, False),
        (AWARENESS, _foreign, False),
        (AWARENESS, _admitted, False),
        (NEW_MEMBERS, _admitted, True),
        (NEW_MEMBERS, _admitted_with_paper, False),
        (NEW_MEMBERS, _trained, False),
    ],
)
def test_who_waits_for_a_class(kind, who, waits, cast, trainer):
    who(cast)
    lesson = training.a_class(cast.bloc, kind=kind)
    assert offered(trainer, lesson) == ([("Nguyễn Văn An", False)] if waits else [])


def test_whoever_learns_again_waits_since_the_certificate_ran_out(cast, trainer):
    _run_out(cast)
    assert "01/3/2021" in pages.read(trainer.get(at(training.a_class(cast.bloc)))).words


def test_the_chosen_are_put_on_the_roster(cast, trainer):
    first, second = sympathiser(cast, "Lê Văn Một"), sympathiser(cast, "Lê Văn Hai", where=cast.single_cell)
    lesson = training.a_class(cast.bloc, places=5)
    assert choose(trainer, lesson, first, second).url == at(lesson, "")
    assert set(lesson.enrolments.values_list("dossier", flat=True)) == {first.pk, second.pk}
    assert offered(trainer, lesson) == []


def test_the_clerk_finds_only_those_who_wait_and_an_officer_everybody_who_may_learn(cast, trainer):
    people.dossier(cast, full_name="Lê Thị Nguồn")
    sympathiser(cast, "Lê Thị Chờ")
    sympathiser(cast, "Lê Thị Ngoài", where=cast.foreign_cell)
    people.dossier(cast, Stage.ADMITTED, full_name="Lê Thị Xong")
    lesson = training.a_class(cast.bloc)
    found = [
        [name for name, _ in offered(one, lesson, "?tim=le thi")] for one in (trainer, people.signed_in(cast.officer))
    ]
    assert found == [["Lê Thị Chờ"], ["Lê Thị Chờ", "Lê Thị Nguồn"]]


@pytest.mark.parametrize("who", [_foreign, _in_another_class, _admitted])
def test_nobody_else_is_put_on_the_roster(who, cast, trainer):
    who(cast)
    sympathiser(cast, "Lê Văn Một")
    lesson, made = training.a_class(cast.bloc), Dossier.objects.order_by("pk").first()
    answer = choose(trainer, lesson, made)
    words = pages.read(answer).words
    told = {
        _in_another_class: "Nguyễn Văn An đã có trong danh sách “Lớp nhận thức khóa I”.",
    }.get(who, "Có người được chọn nay không còn thuộc diện học lớp này")
    assert (told in words, lesson.enrolments.exists()) == (True, False)
    assert ("Nguyễn Văn An" in words) == (who is _in_another_class)


def test_choosing_nobody_is_told(cast, trainer):
    sympathiser(cast, "Lê Văn Một")
    assert "Chưa chọn ai" in pages.read(choose(trainer, training.a_class(cast.bloc))).words


@pytest.mark.parametrize("sent", ["x", "-1", "9" * 30])
def test_a_list_that_cannot_be_read_is_told(sent, cast, trainer):
    sympathiser(cast, "Lê Văn Một")
    lesson = training.a_class(cast.bloc)
    form = pages.read(trainer.get(at(lesson))).form
    words = pages.read(trainer.post(at(lesson), form.fields | {"nguoi": sent})).words
    assert "Danh sách gửi lên không đọc được" in words


def test_two_clerks_who_choose_at_once_are_told_and_the_ticks_stay(cast, trainer):
    first, second = sympathiser(cast, "Lê Văn Một"), sympathiser(cast, "Lê Văn Hai")
    lesson = training.a_class(cast.bloc)
    opened = pages.read(trainer.get(at(lesson))).form
    choose(people.signed_in(cast.officer), lesson, first)
    answer = choose(trainer, lesson, second, form=opened)
    assert "Lớp này đã được Lê Văn Cán thay đổi trong lúc đồng chí nhập" in pages.read(answer).words
    assert [(row["entry"].dossier_id, row["ticked"]) for row in answer.context["rows"]] == [(second.pk, True)]
    assert lesson.enrolments.count() == 1


@pytest.mark.parametrize(
    ("state", "kind", "sentence"),
    [
        (ClassState.CLOSED, AWARENESS, "Lớp đang ở tình trạng “Đã bế giảng”"),
        (ClassState.PLANNED, ClassKind.SEMINAR, "Hội nghị không có danh sách học viên"),
    ],
)
def test_a_roster_is_written_while_the_class_is_planned_or_open(state, kind, sentence, cast, trainer):
    made, other = sympathiser(cast, "Lê Văn Một"), training.a_class(cast.bloc)
    form = pages.read(trainer.get(at(other))).form
    lesson = training.a_class(cast.bloc, state, kind)
    assert sentence in pages.read(choose(trainer, lesson, made, form=form)).words


def test_whoever_withdraws_stays_in_the_history_and_may_come_back(cast, trainer):
    made, lesson = sympathiser(cast, "Lê Văn Một"), training.a_class(cast.bloc, ClassState.OPENED)
    row = training.student(lesson, made)
    pages.send(trainer, at(lesson, f"hoc-vien/{row.pk}/rut/"))
    assert "Lê Văn Một Chi bộ Một – Đã rút khỏi danh sách" in pages.read(trainer.get(at(lesson, ""))).words
    assert offered(trainer, lesson) == []
    assert offered(trainer, lesson, "?tim=Một") == [("Lê Văn Một", False)]
    choose(trainer, lesson, made, form=pages.read(trainer.get(f"{at(lesson)}?tim=Một")).form)
    row.refresh_from_db()
    assert (row.withdrawn, row.withdrawn_on) == (True, people.TODAY)
    again = lesson.enrolments.exclude(pk=row.pk).get()
    assert (again.withdrawn, again.enrolled_on) == (False, people.TODAY)


def test_who_is_chosen_is_on_the_roster_from_the_day_that_is_said(cast, trainer):
    made, lesson = sympathiser(cast, "Lê Văn Một"), training.a_class(cast.bloc)
    form = pages.read(trainer.get(at(lesson))).form
    assert form.fields["ngay"] == "31/5/2021"
    trainer.post(at(lesson), form.fields | {"nguoi": made.pk, "ngay": "8/3/2021"})
    assert lesson.enrolments.get().enrolled_on == training.STARTS


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("", "Hãy nhập ngày ghi vào danh sách học viên."),
        ("1/6/2021", "Ngày 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)."),
        ("9/3/2021", "Lê Văn Một rút khỏi danh sách ngày 10/3/2021; hãy ghi lại từ ngày đó trở đi."),
    ],
)
def test_a_day_of_joining_that_cannot_be_is_told(day, sentence, cast, trainer):
    made, lesson = sympathiser(cast, "Lê Văn Một"), training.a_class(cast.bloc, ClassState.OPENED)
    days = {"enrolled_on": training.STARTS, "withdrawn_on": date(2021, 3, 10)}
    training.student(lesson, made, withdrawn=True, **days)
    form = pages.read(trainer.get(f"{at(lesson)}?tim=Một")).form
    page = pages.read(trainer.post(f"{at(lesson)}?tim=Một", form.fields | {"nguoi": made.pk, "ngay": day}))
    assert (sentence in page.words, page.form.fields.get("ngay", "")) == (True, day)
    assert lesson.enrolments.count() == 1


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("", "Hãy nhập ngày rút khỏi danh sách."),
        ("1/6/2021", "Ngày 01/6/2021 chưa đến"),
        ("7/3/2021", "Ngày rút 07/3/2021 trước ngày ghi vào danh sách 08/3/2021."),
    ],
)
def test_a_day_of_leaving_that_cannot_be_is_told(day, sentence, cast, trainer):
    lesson = training.a_class(cast.bloc, ClassState.OPENED)
    row = training.student(lesson, sympathiser(cast, "Lê Văn Một"), enrolled_on=training.STARTS)
    page = pages.read(pages.send(trainer, at(lesson, f"hoc-vien/{row.pk}/rut/"), on=day))
    assert (sentence in page.words, page.form.fields.get("on", "")) == (True, day)
    row.refresh_from_db()
    assert not row.withdrawn


def test_a_recorded_result_stays_with_whoever_leaves(cast, trainer):
    lesson = training.a_class(cast.bloc, ClassState.OPENED)
    row = training.student(lesson, sympathiser(cast, "Lê Văn Một"), Result.ABSENT, attended=1)
    pages.send(trainer, at(lesson, f"hoc-vien/{row.pk}/rut/"))
    row.refresh_from_db()
    assert (row.withdrawn, row.result, row.attended) == (True, Result.ABSENT, 1)


def test_a_roster_is_not_written_from_before_its_last_day(cast, trainer):
    first, second = sympathiser(cast, "Lê Văn Một"), sympathiser(cast, "Lê Văn Hai")
    lesson = training.a_class(cast.bloc)
    training.student(lesson, first, enrolled_on=date(2021, 3, 5))
    trainer.post("/xem-tai-ngay/", {"on": "4/3/2021"})
    assert "Lê Văn Một" not in pages.read(trainer.get(at(lesson, ""))).words
    words = pages.read(choose(trainer, lesson, second)).words
    assert "Lớp đã có việc ghi sau ngày đang xem (04/3/2021)." in words
    assert lesson.enrolments.count() == 1


def test_nobody_withdraws_from_a_class_that_ended_or_from_another(cast, trainer):
    lesson, other = training.a_class(cast.bloc, ClassState.CLOSED), training.a_class(cast.bloc)
    row = training.student(lesson, sympathiser(cast, "Lê Văn Một"))
    assert "Lớp đang ở tình trạng" in pages.read(pages.send(trainer, at(lesson, f"hoc-vien/{row.pk}/rut/"))).words
    assert trainer.get(at(other, f"hoc-vien/{row.pk}/rut/")).status_code == 404


@pytest.fixture
def lesson(cast) -> TrainingClass:
    """An open class with two students."""
    made = training.a_class(cast.bloc, ClassState.OPENED)
    for name in ("Lê Văn An", "Lê Văn Bình"):
        training.student(made, sympathiser(cast, name))
    return made
