"""Large reports in the background: asked for, printed by the worker, fetched by who asked, kept for a day."""

from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from organizations import clock
from organizations.models import Post, Reading
from reports import jobs, large, tasks
from reports.models import JobState, PrintJob
from tests import people
from tests.pages import read

QUERY = "?don_vi=B&den_ngay=31/5/2021"
ASK = f"/bao-cao/chua-ket-nap/lap-nen/{QUERY}"


@pytest.fixture
def browser(cast):
    people.dossier(cast)
    return people.signed_in(cast.officer)


def asked(browser) -> PrintJob:
    """The job after somebody asked for one by the page's own form."""
    page = browser.get(ASK)
    assert browser.post(ASK, read(page).forms[-1].fields).status_code == 302
    return PrintJob.objects.get()


def test_a_small_report_is_printed_at_once(browser):
    assert browser.get(f"/bao-cao/chua-ket-nap/pdf/{QUERY}")["Content-Type"] == "application/pdf"


def test_a_large_report_leads_to_the_page_that_offers_it(browser, monkeypatch):
    monkeypatch.setattr(large, "IN_BACKGROUND", 0)
    answer = browser.get(f"/bao-cao/chua-ket-nap/pdf/{QUERY}")
    assert answer.status_code == 302
    assert "trong nền" in browser.get(answer.url).content.decode()


def test_asking_hands_the_work_to_the_worker_and_shows_how_far_it_is(browser):
    job = asked(browser)
    assert ProcrastinateJob.objects.values_list("task_name", "args").get() == ("print_report", {"job": job.pk})
    page = browser.get(f"/bao-cao/nen/{job.pk}/").content.decode()
    assert "Đang chờ đến lượt… 0 %" in page
    assert 'hx-trigger="every 2s"' in page
    assert browser.get(f"/bao-cao/nen/{job.pk}/tep/").status_code == 302


def test_asking_twice_while_it_is_under_way_makes_one_job(browser):
    first = asked(browser)
    assert asked(browser) == first


def test_the_worker_prints_what_was_asked_and_the_page_leads_to_the_file(browser):
    job = asked(browser)
    tasks.print_report(job=job.pk)
    job.refresh_from_db()
    assert (job.state, job.percent) == (JobState.DONE, 100)
    assert "Mở bản in (PDF)" in browser.get(f"/bao-cao/nen/{job.pk}/").content.decode()
    answer = browser.get(f"/bao-cao/nen/{job.pk}/tep/")
    assert answer.content.startswith(b"%PDF")
    assert answer["Cache-Control"] == "private, no-store"


def test_how_far_it_is_moves_with_the_pages(browser, monkeypatch):
    seen = []
    monkeypatch.setattr(jobs, "advance", lambda job, percent: seen.append(percent))
    tasks.print_report(job=asked(browser).pk)
    assert seen[0] == tasks.BUILT
    assert len(seen) > 1
    assert seen == sorted(seen)


def test_a_job_is_done_once(browser, monkeypatch):
    job = asked(browser)
    tasks.print_report(job=job.pk)
    monkeypatch.setattr(tasks, "_made", pytest.fail)
    tasks.print_report(job=job.pk)


def test_nobody_else_finds_it(browser, cast):
    job = asked(browser)
    tasks.print_report(job=job.pk)
    for other in (cast.leader, cast.secretary):
        for address in (f"/bao-cao/nen/{job.pk}/", f"/bao-cao/nen/{job.pk}/tep/"):
            assert people.signed_in(other).get(address).status_code in (403, 404)
    assert f"/bao-cao/nen/{job.pk}/" not in people.signed_in(cast.leader).get("/bao-cao/nen/").content.decode()


def test_who_lost_the_post_meanwhile_gets_nothing(browser, cast):
    job = asked(browser)
    Post.objects.filter(user=cast.officer).update(valid_until=people.FOUNDED + timedelta(days=1))
    tasks.print_report(job=job.pk)
    job.refresh_from_db()
    assert (job.state, job.trouble) == (JobState.FAILED, tasks.LOST)
    assert browser.get(f"/bao-cao/nen/{job.pk}/").status_code in (403, 404)


def test_the_file_goes_after_a_day_and_the_row_stays(browser):
    job = asked(browser)
    tasks.print_report(job=job.pk)
    PrintJob.objects.update(ended_at=clock.now() - jobs.KEPT - timedelta(minutes=1))
    assert "hết hạn giữ" in browser.get(f"/bao-cao/nen/{job.pk}/").content.decode()
    assert PrintJob.objects.values_list("state", "pdf").get() == (JobState.EXPIRED, None)


def test_a_job_that_a_stopped_worker_left_is_told_as_failed(browser):
    job = asked(browser)
    PrintJob.objects.update(asked_at=clock.now() - jobs.LONGEST - timedelta(minutes=1))
    assert jobs.STOPPED in browser.get(f"/bao-cao/nen/{job.pk}/").content.decode()


def test_an_error_of_ours_is_told_without_its_words(browser, monkeypatch):
    job = asked(browser)

    def broken(*_):
        raise ValueError("inside")

    monkeypatch.setattr(tasks.pdf, "render_pdf", broken)
    with pytest.raises(ValueError, match="inside"):
        tasks.print_report(job=job.pk)
    page = browser.get(f"/bao-cao/nen/{job.pk}/").content.decode()
    assert tasks.BROKEN in page
    assert "inside" not in page


def test_reading_a_file_with_names_leaves_a_trace(browser, cast):
    address = f"/bao-cao/danh-sach/lap-nen/{QUERY}"
    browser.post(address, read(browser.get(address)).forms[-1].fields)
    job = PrintJob.objects.get()
    assert job.named
    tasks.print_report(job=job.pk)
    before = Reading.objects.count()
    browser.get(f"/bao-cao/nen/{job.pk}/tep/")
    assert Reading.objects.count() == before + 1
