"""Large reports are frozen and issued by the worker: nothing holds before its file is stored, a crash leaves no half."""

from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from organizations import clock, turns
from organizations.acting import acting
from organizations.enums import Deed
from organizations.models import Post, User
from reports import issuing, jobs, large, pdf, tasks
from reports.models import FrozenList, FrozenReport, IssuedReport, JobState, PrintJob, Purpose
from tests import issues, people
from tests.issues import PARAMETERS, sent
from tests.pages import Page
from tests.people import TODAY

SUBMIT = f"/bao-cao/tien-do/trinh-ky/{PARAMETERS}"
pytestmark = pytest.mark.usefixtures("light", "everything_large")


@pytest.fixture
def everything_large(monkeypatch) -> None:
    """Every report is too large to wait for."""
    monkeypatch.setattr(large, "IN_BACKGROUND", 0)


def words(answer) -> str:
    return " ".join(Page(answer.content.decode()).words.split())


def asked_to_sign(officer, **typed: str) -> PrintJob:
    """The job after the form of who signs was sent."""
    answer = officer.post(SUBMIT, sent(officer.get(SUBMIT), name="Trần Văn Ký", **typed))
    job = PrintJob.objects.latest("pk")
    assert answer["Location"] == f"/bao-cao/nen/{job.pk}/"
    return job


def asked_to_issue(officer, made: FrozenReport, **typed: str) -> PrintJob:
    """The job after number and day were sent."""
    address = f"/bao-cao/so/{made.pk}/vao-so/"
    assert officer.post(address, sent(officer.get(address), **typed)).status_code == 302
    return PrintJob.objects.get(purpose=Purpose.ISSUE, frozen=made, state=JobState.WAITING)


def refreshed(job: PrintJob) -> PrintJob:
    return PrintJob.objects.get(pk=job.pk)


def test_a_large_report_is_frozen_by_the_worker_with_who_signs_it(cast, officer, monkeypatch):
    monkeypatch.setattr(pdf, "render_pdf", lambda *_: pytest.fail("printed within the request"))
    job = asked_to_sign(officer, deputy="on")
    assert ProcrastinateJob.objects.values_list("args", flat=True).get() == {"job": job.pk}
    assert "Chốt để trình ký" in words(officer.get(f"/bao-cao/nen/{job.pk}/"))
    assert not FrozenReport.objects.exists()
    issues.light_paper(monkeypatch)
    tasks.print_report(job=job.pk)
    made = FrozenReport.objects.get()
    assert (refreshed(job).state, refreshed(job).frozen, made.by, made.frozen_on) == (
        JobState.DONE, made, cast.officer, TODAY
    )  # fmt: skip
    assert b"title='PH\xc3\x93 B\xc3\x8d TH\xc6\xaf', recipients" in bytes(made.draft)
    assert FrozenList.objects.filter(report=made).exists()
    assert f'href="/bao-cao/so/{made.pk}/"' in officer.get(f"/bao-cao/nen/{job.pk}/").content.decode()


def test_what_a_paper_cannot_leave_empty_is_told_before_the_worker_begins(cast, officer):
    cast.bloc.versions.update(place="")
    answer = officer.post(SUBMIT, sent(officer.get(SUBMIT), name="Trần Văn Ký"))
    assert "còn trống: nơi đặt trụ sở" in words(answer)
    assert not PrintJob.objects.exists()


def test_a_large_report_is_issued_when_its_file_is_stored_and_not_before(cast, officer):
    made = issues.frozen(cast.bloc)
    job = asked_to_issue(officer, made, number="45")
    page = words(officer.get(f"/bao-cao/so/{made.pk}/"))
    assert "Báo cáo này đang được ban hành với số 45 (đ/c Lê Văn Cán gửi, đã lập 0 %)" in page
    assert "Đang trình ký" in page
    assert not IssuedReport.objects.exists()
    tasks.print_report(job=job.pk)
    found = IssuedReport.objects.get()
    assert (found.number, found.issued_on, found.by, found.size) == ("45", TODAY, cast.officer, len(bytes(found.pdf)))
    assert b"number='45'" in bytes(found.pdf)
    assert "Đã ban hành" in words(officer.get(f"/bao-cao/nen/{job.pk}/"))


@pytest.mark.parametrize("work", ["vao-so", "bo"])
def test_while_it_is_being_issued_it_is_neither_issued_again_nor_set_aside(cast, officer, work):
    made = issues.frozen(cast.bloc)
    address = f"/bao-cao/so/{made.pk}/{work}/"
    form = sent(officer.get(address), reason="thôi")
    asked_to_issue(officer, made, number="45")
    assert "đang được ban hành với số 45" in words(officer.post(address, form))
    assert "đang được ban hành với số 45" in words(officer.get(address))
    assert PrintJob.objects.count() == 1


def test_a_number_that_was_taken_meanwhile_is_told_and_another_may_be_sent(cast, officer):
    made = issues.frozen(cast.bloc)
    job = asked_to_issue(officer, made, number="45")
    issues.issued(issues.frozen(cast.bloc), "45")
    tasks.print_report(job=job.pk)
    assert refreshed(job).state == JobState.FAILED
    assert "Số 45 đã dùng cho Báo cáo số 45-BC/ĐU" in words(officer.get(f"/bao-cao/nen/{job.pk}/"))
    tasks.print_report(job=asked_to_issue(officer, made, number="46").pk)
    assert IssuedReport.objects.get(frozen=made).number == "46"


def test_an_error_while_printing_leaves_no_row_of_the_register(cast, officer, monkeypatch):
    made = issues.frozen(cast.bloc)
    job = asked_to_issue(officer, made)

    def broken(*_):
        raise MemoryError

    monkeypatch.setattr(pdf, "render_pdf", broken)
    with pytest.raises(MemoryError):
        tasks.print_report(job=job.pk)
    assert (refreshed(job).state, refreshed(job).trouble) == (JobState.FAILED, tasks.BROKEN)
    assert not IssuedReport.objects.exists()
    assert "Chưa có gì vào sổ" in words(officer.get(f"/bao-cao/nen/{job.pk}/"))


def test_of_two_who_send_a_number_at_once_the_second_is_told(cast, officer, monkeypatch):
    made, real = issues.frozen(cast.bloc), turns.take
    address = f"/bao-cao/so/{made.pk}/vao-so/"
    form, waiting = sent(officer.get(address), number="46"), [made]

    def take(*words: object) -> None:
        if words[0] == "issued report" and waiting:
            with acting(cast.leader, Deed.ISSUE_REPORT):
                entry = {"number": "45", "on": TODAY.isoformat(), "today": TODAY.isoformat()}
                jobs.ask_to_issue(waiting.pop(), entry, at=clock.now())
        real(*words)

    monkeypatch.setattr(turns, "take", take)
    answer = officer.post(address, form)
    assert not waiting
    assert "đang được ban hành với số 45" in words(answer)


def test_the_next_number_follows_one_that_is_being_issued(cast, officer):
    asked_to_issue(officer, issues.frozen(cast.bloc), number="45")
    page = officer.get(f"/bao-cao/so/{issues.frozen(cast.bloc).pk}/vao-so/")
    assert page.context["form"]["number"].value() == "46"


def test_the_page_of_a_job_stays_open_when_the_unit_of_its_report_ended(cast, officer):
    people.target(cast.office, 4)
    made = issues.frozen(cast.office)
    job = asked_to_issue(officer, made, number="45")
    tasks.print_report(job=job.pk)
    people.close(cast.office, clock.real_today() - timedelta(days=30))
    assert "Đã ban hành" in words(officer.get(f"/bao-cao/nen/{job.pk}/"))
    Post.objects.filter(user=cast.officer).update(unit=cast.foreign_bloc)
    assert officer.get(f"/bao-cao/nen/{job.pk}/").status_code == 404


@pytest.mark.parametrize("step", ["sign", "issue"])
def test_a_worker_that_was_given_up_meanwhile_stores_nothing(cast, officer, monkeypatch, step):
    job = asked_to_sign(officer) if step == "sign" else asked_to_issue(officer, issues.frozen(cast.bloc))
    before = FrozenReport.objects.count()

    def slow(*_):
        PrintJob.objects.filter(pk=job.pk).update(asked_at=clock.now() - jobs.LONGEST - timedelta(minutes=1))
        jobs.tidy_up(clock.now())
        return b"%PDF-1.7"

    monkeypatch.setattr(pdf, "render_pdf", slow)
    tasks.print_report(job=job.pk)
    assert refreshed(job).trouble == jobs.STOPPED
    assert (FrozenReport.objects.count(), IssuedReport.objects.count()) == (before, 0)


@pytest.mark.parametrize("step", ["sign", "issue"])
@pytest.mark.parametrize("lost", ["post", "account"])
def test_who_lost_post_or_account_meanwhile_neither_freezes_nor_issues(cast, officer, step, lost):
    job = asked_to_sign(officer) if step == "sign" else asked_to_issue(officer, issues.frozen(cast.bloc))
    before = FrozenReport.objects.count()
    if lost == "post":
        Post.objects.filter(user=cast.officer).update(valid_until=people.FOUNDED + timedelta(days=1))
    else:
        User.objects.filter(pk=cast.officer.pk).update(is_active=False)
    tasks.print_report(job=job.pk)
    assert refreshed(job).state == JobState.FAILED
    assert lost == "post" or refreshed(job).trouble == tasks.LOST
    assert (FrozenReport.objects.count(), IssuedReport.objects.count()) == (before, 0)


def test_a_large_correction_is_frozen_with_what_it_corrects_and_why(cast, officer):
    earlier = issues.issued(issues.frozen(cast.bloc))
    address = f"/bao-cao/so/{earlier.frozen_id}/dinh-chinh/"
    page = officer.get(address)
    assert page.context["form"]["name"].value() == "Trần Văn Ký"
    officer.post(address, sent(page, reason="Sai nơi nhận", recipients="Cấp ủy cấp trên\nBan Dân vận\nLưu"))
    tasks.print_report(job=PrintJob.objects.get().pk)
    made = FrozenReport.objects.exclude(pk=earlier.frozen_id).get()
    assert (made.corrects, made.reason) == (earlier, "Sai nơi nhận")


def test_a_correction_that_changes_nothing_is_refused(cast, officer):
    earlier = issues.issued(issues.frozen(cast.bloc))
    address = f"/bao-cao/so/{earlier.frozen_id}/dinh-chinh/"
    answer = officer.post(address, sent(officer.get(address), reason="Nhầm"))
    assert "Bản đếm lại không khác Báo cáo số 45-BC/ĐU" in words(answer)
    assert FrozenReport.objects.count() == 1


def test_the_file_of_a_stored_paper_stays_after_a_day(cast, officer):
    made = issues.frozen(cast.bloc)
    job = asked_to_issue(officer, made)
    tasks.print_report(job=job.pk)
    jobs.tidy_up(clock.now() + timedelta(days=2))
    assert refreshed(job).state == JobState.DONE
    assert officer.get(f"/bao-cao/nen/{job.pk}/tep/").status_code == 302


def test_both_ways_give_the_same_file(cast):
    made = issues.frozen(cast.bloc)
    assert bytes(issues.issued(made, "45").pdf) == issuing.printed(made, "45", TODAY)
