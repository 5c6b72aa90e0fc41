"""One mechanism takes back whatever was done last: alone on its dossier, or with what it was recorded together with."""

import uuid

import pytest

from candidates import certifying, recording
from candidates.certificates import Series
from candidates.enums import ClassState, Result, Stage
from candidates.models import Dossier, Paper, TrainingClass
from organizations.acting import acting
from organizations.enums import Deed
from tests import people, training
from tests.candidates import agendas, merits
from tests.people import TODAY


def sent(version: int) -> dict:
    return {"form_token": str(uuid.uuid4()), "version": version, "reason": "ghi nhầm"}


@pytest.mark.parametrize("path", ["huy", "dinh-chinh"])
def test_what_was_done_last_is_shown_and_taken_back_at_both_addresses(path, cast):
    made, secretary = people.dossier(cast, Stage.SYMPATHISER), people.signed_in(cast.secretary)
    address = f"/ho-so/{made.code}/{path}/"
    page = secretary.get(address).content.decode()
    assert "Bước “Cảm tình Đảng” ngày 10/9/2018 thôi được tính; hồ sơ trở về bước “Nguồn”." in page
    assert secretary.post(address, sent(made.version)).status_code == 302
    made.refresh_from_db()
    assert made.stage == Stage.SOURCE


@pytest.mark.parametrize(("who", "code"), [("leader", 403), ("stranger", 404), ("officer", 403)])
def test_only_the_owner_takes_back_what_was_done_last(who, code, cast):
    made = people.dossier(cast, Stage.SYMPATHISER)
    browser = people.signed_in(getattr(cast, who))
    answers = [browser.get(f"/ho-so/{made.code}/huy/"), browser.post(f"/ho-so/{made.code}/huy/", sent(made.version))]
    assert [each.status_code for each in answers] == [code, code]


def test_somebody_else_who_was_faster_is_told(cast):
    made, secretary = people.dossier(cast, Stage.SYMPATHISER), people.signed_in(cast.secretary)
    stale = sent(made.version)
    people.advance(made, Stage.TRAINED, on=TODAY, by=cast.clerk)
    page = secretary.post(f"/ho-so/{made.code}/huy/", stale).content.decode()
    assert f"Hồ sơ đã được {cast.clerk} thay đổi" in page


def test_a_row_of_a_meeting_says_that_it_was_recorded_together_with_others(cast):
    made = agendas.submitted(cast, 2)
    agendas.recorded(agendas.meeting(cast, *made), cast.officer)
    page = people.signed_in(cast.officer).get(f"/ho-so/{made[0].code}/huy/").content.decode()
    assert "các hồ sơ ghi cùng lúc giữ nguyên" in page


@pytest.fixture
def lesson(cast) -> TrainingClass:
    """A class that issued certificates to a sympathiser, who moved on, and to a source, who did not."""
    made = training.a_class(cast.bloc, ClassState.CLOSED)
    for stage, name in ((Stage.SYMPATHISER, "Lê Văn A"), (Stage.SOURCE, "Lê Văn B")):
        training.student(made, people.dossier(cast, stage, full_name=name), Result.PASSED)
    said = Series("{n}/CN", "01", frozenset(), TODAY, "Trung tâm chính trị")
    with acting(cast.trainer, Deed.RUN_CLASSES):
        certifying.certify(made, said, own=people.access.reach(cast.trainer, TODAY), today=TODAY, version=made.version)
    return TrainingClass.objects.get(pk=made.pk)


def test_certificates_issued_in_one_go_are_taken_back_in_one_go_by_whoever_runs_the_class(cast, lesson):
    trainer, address = people.signed_in(cast.trainer), f"/lop/{lesson.pk}/giay-chung-nhan/huy/"
    assert "2 hồ sơ" in trainer.get(address).content.decode()
    assert trainer.post(address, sent(lesson.version)).status_code == 302
    lesson.refresh_from_db()
    assert (Paper.objects.filter(kind="certificate").count(), lesson.certified_on, lesson.issuer) == (0, None, "")
    assert set(Dossier.objects.values_list("stage", flat=True)) == {Stage.SYMPATHISER, Stage.SOURCE}
    assert not lesson.enrolments.filter(certificate__isnull=False).exists()


def test_certificates_stay_once_a_dossier_went_on_and_the_student_is_named_not_the_step(cast, lesson):
    gone = Dossier.objects.get(stage=Stage.TRAINED)
    people.advance(gone, Stage.PREPARING, on=TODAY)
    trainer, address = people.signed_in(cast.trainer), f"/lop/{lesson.pk}/giay-chung-nhan/huy/"
    page = trainer.post(address, sent(lesson.version)).content.decode()
    assert f"Hồ sơ của {gone.person.full_name} đã có việc ghi sau khi cấp giấy chứng nhận" in page
    assert "Bắt đầu lập hồ sơ" not in page
    assert Paper.objects.filter(kind="certificate").count() == 2


def test_a_class_without_certificates_has_nothing_to_take_back(cast):
    lesson = training.a_class(cast.bloc, ClassState.CLOSED)
    page = people.signed_in(cast.trainer).post(f"/lop/{lesson.pk}/giay-chung-nhan/huy/", sent(lesson.version))
    assert "không có đợt cấp giấy chứng nhận nào để hủy" in page.content.decode()


def test_a_remark_is_recorded_on_a_day_that_has_come_and_once(cast):
    made, own = people.dossier(cast), agendas.reach(cast.cell)
    given = {"helper": "Trần Thị Đỡ", "on": TODAY, "words": "Tốt"}
    with acting(cast.secretary, Deed.RECORD_PAPER):
        recording.remark(made, given, own=own, today=TODAY)
    merits.help_with(made)
    page = people.signed_in(cast.secretary).get(f"/ho-so/{made.code}/ghi-chep/nhan-xet/")
    assert page.context["form"]["helper"].value() == made.helpers.get().name
