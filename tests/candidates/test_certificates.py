"""Certificates of a class in one go: numbers, the preview, what happens to each dossier, and all or nothing."""

from datetime import date

import pytest
from django.test import Client

from candidates import numbering
from candidates.enums import ClassKind, ClassState, ExitReason, PaperKind, Result, Stage
from candidates.models import Dossier, Enrolment, Paper, TrainingClass
from tests import pages, people, training
from tests.training import CENTRE

SAID = {"mau": "{n}/CN-TTCT", "tu_so": "011", "bo_qua": "012, 014-015", "ngay": "19/3/2021", "noi_cap": CENTRE}


@pytest.fixture
def trainer(cast) -> Client:
    return people.signed_in(cast.trainer)


@pytest.fixture
def lesson(cast) -> TrainingClass:
    return training.a_class(cast.bloc, ClassState.CLOSED)


def at(lesson: TrainingClass) -> str:
    return f"/lop/{lesson.pk}/giay-chung-nhan/"


def passed(cast: people.Cast, lesson: TrainingClass, name: str, upto: Stage = Stage.SYMPATHISER, **said) -> Enrolment:
    return training.student(lesson, people.dossier(cast, upto, full_name=name, **said), Result.PASSED)


def preview(browser: Client, lesson: TrainingClass, **said: str) -> pages.Page:
    return pages.read(browser.get(at(lesson), SAID | said))


def issue(browser: Client, lesson: TrainingClass, **said: str):
    """Confirm the preview as it stands in the browser."""
    return browser.post(at(lesson), preview(browser, lesson, **said).form.fields)


def numbers(lesson: TrainingClass) -> dict[str, str]:
    rows = lesson.enrolments.filter(certificate__isnull=False).select_related("certificate", "dossier__person")
    return {row.dossier.person.full_name: row.certificate.number for row in rows}


@pytest.mark.parametrize(
    ("text", "found"),
    [("", set()), ("012", {12}), ("012, 015-017", {12, 15, 16, 17}), ("3–4;7", {3, 4, 7}), (" 5 - 5 ", {5})],
)
def test_numbers_to_leave_out_are_read(text, found):
    assert numbering.left_out(text) == found


@pytest.mark.parametrize("text", ["mười", "5-", "9-7", "1.5", "1234567", "-3"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match="hãy ghi như"):
        numbering.left_out(text)


def test_numbers_are_as_wide_as_the_first_one():
    given = numbering.in_order("GCN {n}/TT", "099", frozenset({100}))
    assert [next(given) for _ in range(3)] == ["GCN 099/TT", "GCN 101/TT", "GCN 102/TT"]


def test_certificates_are_numbered_with_gaps_and_move_the_dossiers(cast, lesson, trainer):
    for name in ("Lê Văn An", "Lê Văn Bình", "Lê Văn Chi"):
        passed(cast, lesson, name)
    shown = preview(trainer, lesson)
    assert "Lê Văn Bình Chi bộ Một 013/CN-TTCT Chuyển sang bước “Đã học lớp nhận thức”" in shown.words
    assert not Paper.objects.filter(kind=PaperKind.CERTIFICATE).exists()
    assert issue(trainer, lesson).url == f"/lop/{lesson.pk}/"
    told = {"Lê Văn An": "011/CN-TTCT", "Lê Văn Bình": "013/CN-TTCT", "Lê Văn Chi": "016/CN-TTCT"}
    assert numbers(lesson) == told
    assert set(Dossier.objects.values_list("stage", flat=True)) == {Stage.TRAINED}
    paper = Paper.objects.get(number="016/CN-TTCT")
    assert (paper.issuer, paper.issued_on, paper.expires_on) == (CENTRE, date(2021, 3, 19), date(2026, 3, 19))
    assert (paper.entry.stage, paper.entry.by, paper.entry.note) == (Stage.TRAINED, cast.trainer, lesson.name)
    lesson.refresh_from_db()
    assert (lesson.issuer, lesson.certified_on) == (CENTRE, date(2021, 3, 19))


@pytest.mark.parametrize("upto", [Stage.SOURCE, Stage.TRAINED, Stage.PREPARING, Stage.PROPOSED, Stage.ADMITTED])
def test_whoever_stands_elsewhere_only_gets_the_paper(upto, cast, lesson, trainer):
    row = passed(cast, lesson, "Lê Văn An", upto)
    steps = row.dossier.entries.count()
    assert f"Chỉ ghi giấy chứng nhận hồ sơ vẫn ở bước “{upto.label}”" in preview(trainer, lesson).words
    issue(trainer, lesson)
    row.refresh_from_db()
    assert (row.certificate.number, row.certificate.entry, row.certificate.expires_on) == (
        "011/CN-TTCT", None, date(2026, 3, 19),
    )  # fmt: skip
    assert (row.dossier.stage, row.dossier.entries.count()) == (upto, steps)


def test_a_new_member_gets_a_paper_that_does_not_expire(cast, trainer):
    lesson = training.a_class(cast.bloc, ClassState.CLOSED, ClassKind.NEW_MEMBERS)
    row = passed(cast, lesson, "Lê Văn An", Stage.ADMITTED)
    issue(trainer, lesson)
    row.refresh_from_db()
    assert (row.certificate.kind, row.certificate.expires_on) == (PaperKind.NEW_MEMBER_CERTIFICATE, None)


def test_whoever_cannot_get_one_is_told_why_and_takes_no_number(cast, lesson, trainer):
    late = passed(cast, lesson, "Lê Văn An", days={Stage.SYMPATHISER: date(2021, 4, 5)})
    gone = passed(cast, lesson, "Lê Văn Bình")
    people.advance(gone.dossier, Stage.REMOVED, on=date(2021, 4, 1), exit_reason=ExitReason.WISH)
    passed(cast, lesson, "Lê Văn Chi")
    words = preview(trainer, lesson).words
    told = "Ngày cấp giấy chứng nhận 19/3/2021 trước bước “Cảm tình Đảng” ngày 05/4/2021"
    assert f"Lê Văn An Chi bộ Một – Không cấp {told}" in words
    assert "Lê Văn Bình Chi bộ Một – Không cấp Hồ sơ đã kết thúc ở bước “Đưa ra khỏi danh sách”." in words
    issue(trainer, lesson)
    assert numbers(lesson) == {"Lê Văn Chi": "011/CN-TTCT"}
    late.dossier.refresh_from_db()
    assert late.dossier.stage == Stage.SYMPATHISER


def test_only_those_who_passed_and_stayed_get_one(cast, lesson, trainer):
    for name, result in (("Lê Văn An", Result.FAILED), ("Lê Văn Bình", Result.PENDING), ("Lê Văn Chi", Result.ABSENT)):
        training.student(lesson, people.dossier(cast, Stage.SYMPATHISER, full_name=name), result)
    training.student(lesson, people.dossier(cast, Stage.SYMPATHISER), Result.PASSED, withdrawn=True)
    assert "Không có ai để cấp giấy chứng nhận" in preview(trainer, lesson).words


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"mau": "CN-TTCT"}, "Mẫu số phải có một chỗ {n}"),
        ({"mau": "{n}/{n}"}, "Mẫu số phải có một chỗ {n}"),
        ({"tu_so": "một"}, "Số đầu tiên chỉ gồm chữ số"),
        ({"bo_qua": "12-x"}, "“12-x” không phải là số"),
        ({"ngay": "11/3/2021"}, "Ngày cấp 11/3/2021 trước ngày bế giảng 12/3/2021"),
        ({"ngay": "1/6/2021"}, "Ngày cấp 01/6/2021 chưa đến"),
        ({"noi_cap": ""}, "Chưa ghi nơi cấp nào có hiệu lực vào ngày 19/3/2021; hãy ghi nơi cấp."),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_issued(said, sentence, cast, lesson, trainer):
    passed(cast, lesson, "Lê Văn An")
    opened = preview(trainer, lesson).form
    assert sentence in preview(trainer, lesson, **said).words
    answer = trainer.post(at(lesson), opened.fields | said)
    assert (answer.status_code, sentence in pages.read(answer).words) == (200, True)
    assert not Paper.objects.filter(kind=PaperKind.CERTIFICATE).exists()


def test_a_class_that_goes_on_issues_nothing(cast, trainer):
    lesson = training.a_class(cast.bloc, ClassState.OPENED)
    passed(cast, lesson, "Lê Văn An")
    assert "Lớp chưa bế giảng" in preview(trainer, lesson).words


def test_a_number_that_was_given_out_before_is_named_and_nobody_gets_one(cast, lesson, trainer):
    earlier = training.a_class(cast.bloc, ClassState.CLOSED, name="Lớp trước")
    passed(cast, earlier, "Trần Thị Cũ")
    issue(trainer, earlier, tu_so="013", bo_qua="")
    for name in ("Lê Văn An", "Lê Văn Bình"):
        passed(cast, lesson, name)
    sentence = "Số 013/CN-TTCT ngày 19/3/2021 đã cấp cho Trần Thị Cũ; hãy ghi số này vào mục bỏ qua"
    assert sentence in preview(trainer, lesson).words
    form = preview(trainer, lesson, tu_so="020").form
    assert sentence in pages.read(trainer.post(at(lesson), form.fields | {"tu_so": "011"})).words
    assert numbers(lesson) == {}
    issue(trainer, lesson, bo_qua="012-013")
    assert numbers(lesson) == {"Lê Văn An": "011/CN-TTCT", "Lê Văn Bình": "014/CN-TTCT"}


@pytest.mark.parametrize("said", [{"noi_cap": "Nơi cấp khác"}, {"mau": "{n}/GCN"}])
def test_another_issuer_or_another_shape_is_another_number(said, cast, lesson, trainer):
    earlier = training.a_class(cast.bloc, ClassState.CLOSED, name="Lớp trước")
    passed(cast, earlier, "Trần Thị Cũ")
    issue(trainer, earlier)
    passed(cast, lesson, "Lê Văn An")
    assert issue(trainer, lesson, **said).status_code == 302


def test_a_person_out_of_reach_who_has_the_number_is_not_named(cast, lesson, trainer):
    foreign = people.dossier(cast, Stage.SYMPATHISER, where=cast.foreign_cell, full_name="Ngô Thị Khuất")
    Paper.objects.create(
        dossier=foreign, kind=PaperKind.CERTIFICATE, number="011/cn-ttct", issuer=CENTRE, issued_on=date(2021, 1, 5)
    )
    passed(cast, lesson, "Lê Văn An")
    words = preview(trainer, lesson).words
    assert ("đã cấp cho người khác" in words, "Khuất" in words) == (True, False)


def test_the_issuer_in_force_on_the_day_is_taken_from_the_nearest_unit(cast, trainer):
    training.issuer(cast.bloc)
    training.issuer(cast.office, "Trung tâm của Sở", until=date(2021, 3, 15))
    lesson = training.a_class(cast.office, ClassState.CLOSED)
    passed(cast, lesson, "Lê Văn An")
    assert "nơi cấp: Trung tâm của Sở" in preview(trainer, lesson, noi_cap="", ngay="14/3/2021").words
    assert f"nơi cấp: {CENTRE}" in preview(trainer, lesson, noi_cap="", ngay="19/3/2021").words
    issue(trainer, lesson, noi_cap="", ngay="14/3/2021")
    assert Paper.objects.get(number="011/CN-TTCT").issuer == "Trung tâm của Sở"


@pytest.mark.parametrize("day", ["30/6/2025", "1/7/2025"])
def test_after_the_districts_ended_the_issuer_must_be_typed(day, cast, trainer):
    training.issuer(cast.bloc, until=date(2025, 7, 1))
    held = {"planned_for": date(2025, 6, 1), "starts_on": date(2025, 6, 2), "ends_on": date(2025, 6, 6)}
    lesson = training.a_class(cast.bloc, ClassState.CLOSED, **held)
    passed(cast, lesson, "Lê Văn An")
    trainer.post("/xem-tai-ngay/", {"on": "31/7/2025"})
    sentence = "Chưa rõ nơi cấp kể từ khi kết thúc cấp huyện; hãy ghi nơi cấp."
    shown = preview(trainer, lesson, noi_cap="", ngay=day).words
    assert (f"nơi cấp: {CENTRE}" in shown) == (day == "30/6/2025")
    assert f"Chưa cấp được. {sentence}" in shown or day == "30/6/2025"
    assert sentence in pages.read(trainer.get(at(lesson))).words


def test_a_class_changed_meanwhile_issues_nothing_and_says_so(cast, lesson, trainer):
    row = passed(cast, lesson, "Lê Văn An")
    form = preview(trainer, lesson).form
    officer = people.signed_in(cast.officer)
    results = {f"ket_qua_{row.pk}": "passed", f"co_mat_{row.pk}": "9"}
    pages.send(officer, f"/lop/{lesson.pk}/ket-qua/", **results)
    page = pages.read(trainer.post(at(lesson), form.fields))
    assert "Lớp này đã được Lê Văn Cán thay đổi" in page.words
    assert numbers(lesson) == {}
    assert trainer.post(at(lesson), page.form.fields).status_code == 302


def test_a_double_click_issues_once(cast, lesson, trainer):
    passed(cast, lesson, "Lê Văn An")
    form = preview(trainer, lesson).form
    assert [trainer.post(at(lesson), form.fields).status_code for _ in range(2)] == [302, 302]
    assert Paper.objects.filter(kind=PaperKind.CERTIFICATE).count() == 1


def test_a_second_round_is_for_those_who_have_none(cast, lesson, trainer):
    passed(cast, lesson, "Lê Văn An")
    issue(trainer, lesson)
    passed(cast, lesson, "Lê Văn Bình")
    issue(trainer, lesson, tu_so="013")
    assert numbers(lesson) == {"Lê Văn An": "011/CN-TTCT", "Lê Văn Bình": "013/CN-TTCT"}


def test_after_a_correction_of_the_step_a_new_one_may_be_issued(cast, lesson, trainer):
    row = passed(cast, lesson, "Lê Văn An")
    issue(trainer, lesson)
    dossier = Dossier.objects.get()
    pages.send(people.signed_in(cast.secretary), f"/ho-so/{dossier.code}/dinh-chinh/", reason="Ghi nhầm số")
    assert "011/CN-TTCT" not in pages.read(trainer.get(f"/lop/{lesson.pk}/")).words
    issue(trainer, lesson, tu_so="016")
    row.refresh_from_db()
    assert row.certificate.number == "016/CN-TTCT"


def test_whoever_has_a_certificate_keeps_the_result(cast, lesson, trainer):
    passed(cast, lesson, "Lê Văn An")
    issue(trainer, lesson)
    assert "Không có học viên nào để ghi kết quả" in pages.read(trainer.get(f"/lop/{lesson.pk}/ket-qua/")).words
    page = pages.read(pages.send(trainer, f"/lop/{lesson.pk}/be-giang/", ends_on="10/3/2021"))
    assert "Lớp đã cấp giấy chứng nhận nên không sửa ngày bế giảng." in page.words
