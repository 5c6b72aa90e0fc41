"""Results of a class are written in one table; what cannot be is named, what was typed stays."""

import pytest
from django.test import Client

from candidates.enums import ClassState, Result
from candidates.models import TrainingClass
from tests import pages, people, training
from tests.candidates.test_rosters import at, sympathiser


@pytest.fixture
def trainer(cast) -> Client:
    return people.signed_in(cast.trainer)


@pytest.fixture
def lesson(cast) -> TrainingClass:
    """An open class with two students."""
    made = training.a_class(cast.bloc, ClassState.OPENED)
    for name in ("Lê Văn An", "Lê Văn Bình"):
        training.student(made, sympathiser(cast, name))
    return made


def typed(lesson: TrainingClass, *said: tuple[str, str]) -> dict[str, str]:
    """What is typed for each student of a class, in the order of their names."""
    rows = lesson.enrolments.order_by("dossier__person__name_key")
    fields: dict[str, str] = {}
    for row, (attended, result) in zip(rows, said, strict=True):
        fields |= {f"co_mat_{row.pk}": attended, f"ket_qua_{row.pk}": result}
    return fields


def outcomes(lesson: TrainingClass) -> list[tuple[int | None, str]]:
    return list(lesson.enrolments.order_by("dossier__person__name_key").values_list("attended", "result"))


def test_results_are_written_in_one_table(lesson, trainer):
    pages.send(trainer, at(lesson, "ket-qua/"), **typed(lesson, ("10", "passed"), ("", "absent")))
    assert outcomes(lesson) == [(10, Result.PASSED), (None, Result.ABSENT)]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ((("11", "passed"), ("9", "passed")), "Lê Văn An: có mặt 11 buổi, nhiều hơn số buổi học của lớp (10 buổi)."),
        ((("9", "passed"), ("0", "passed")), "Lê Văn Bình: không có mặt buổi nào mà ghi “Đạt”"),
        ((("9", "passed"), ("tám", "passed")), "Lê Văn Bình, số buổi có mặt : Hãy nhập một số nguyên"),
        ((("9", "passed"), ("8", "giỏi")), "Lê Văn Bình, kết quả : “giỏi” không phải là lựa chọn hợp lệ"),
    ],
)
def test_a_row_that_cannot_be_is_named_and_everything_typed_stays(said, sentence, lesson, trainer):
    sent = typed(lesson, *said)
    page = pages.read(pages.send(trainer, at(lesson, "ket-qua/"), **sent))
    assert sentence.replace(" :", "") in page.words.replace(" :", "").replace(":", "") or sentence in page.words
    kept = {name: page.form.fields.get(name) for name in sent if sent[name] != "giỏi"}
    assert kept == {name: value for name, value in sent.items() if value != "giỏi"}
    assert outcomes(lesson) == [(None, Result.PENDING)] * 2


def test_results_changed_meanwhile_are_told(cast, lesson, trainer):
    opened = pages.read(trainer.get(at(lesson, "ket-qua/"))).form
    officer = people.signed_in(cast.officer)
    pages.send(officer, at(lesson, "ket-qua/"), **typed(lesson, ("8", "passed"), ("8", "passed")))
    page = pages.read(
        pages.send(trainer, at(lesson, "ket-qua/"), opened, **typed(lesson, ("9", "passed"), ("", "absent")))
    )
    assert "Lớp này đã được Lê Văn Cán thay đổi" in page.words
    assert outcomes(lesson) == [(8, Result.PASSED)] * 2


def test_a_roster_without_anybody_says_so(cast, trainer):
    empty = training.a_class(cast.bloc, ClassState.OPENED)
    assert "Không có học viên nào để ghi kết quả" in pages.read(trainer.get(at(empty, "ket-qua/"))).words
    assert "Chưa có học viên nào" in pages.read(trainer.get(at(empty, ""))).words
    assert "Không có ai chờ học" in pages.read(trainer.get(at(empty))).words
