"""What the worker does beside the web server: it prints the papers of large reports (docs/adr/0029-work-in-the-background.md)."""

import logging
from collections.abc import Callable
from datetime import date

from procrastinate.contrib.django import app

from organizations import access, clock
from organizations.access import Reach
from organizations.acting import acting
from organizations.enums import PARTY_KINDS, Deed
from organizations.errors import DomainError
from reports import definitions, freezing, issued, issuing, jobs, large, making, pdf
from reports.document import Report
from reports.freezing import Correcting, Signing
from reports.making import Made
from reports.models import PrintJob, Purpose

LOST = "Đồng chí không còn quyền lập báo cáo này của đơn vị."
BROKEN = "Lỗi khi lập bản in; người quản trị xem nhật ký của tiến trình nền rồi cho lập lại."
BUILT = 20  # percent of the work that is done when the figures are counted
A_PAGE = 24  # rows on a page, to tell how many pages there will be

_log = logging.getLogger(__name__)


@app.task(name="print_report", queue="reports")
def print_report(job: int) -> None:
    """Print the paper of a job, within the reach that its person has now, and store it where it belongs."""
    taken = jobs.begin(job)
    if taken is None:
        return
    try:
        if not taken.by.is_active:
            raise DomainError(LOST)
        _WORK[Purpose(taken.purpose)](taken)
    except DomainError as error:
        jobs.fail(taken, str(error), clock.now())
    except Exception:
        _log.exception("Printing job %s failed", job)
        jobs.fail(taken, BROKEN, clock.now())
        raise


def _print(job: PrintJob) -> None:
    """A file to look at: it is kept in the job for a day."""
    report = _made(job, access.reach(job.by, clock.real_today())).report
    jobs.finish(job, pdf.render_pdf(report, _pages(job, report)), clock.now())


def _sign(job: PrintJob) -> None:
    """A report for its signer: counted now; text, lists and paper are stored together with the end of the job."""
    own, given = access.reach(job.by, clock.real_today()), dict(job.given)
    made, on = _made(job, own), date.fromisoformat(given.pop("frozen_on"))
    made.check_text()
    correcting = Correcting(job.corrects, given.pop("reason")) if job.corrects else None
    signing = Signing(**given | {"recipients": tuple(given["recipients"])})
    prepared = freezing.prepare(made.report, jobs.asked_of(job, own), signing, own=own, correcting=correcting)
    paper = prepared.paper(_pages(job, made.report))
    with acting(job.by, Deed.ISSUE_REPORT):
        jobs.finish_stored(job, freezing.store(prepared, paper, on=on), clock.now())


def _issue(job: PrintJob) -> None:
    """A frozen report with number and day: row and file of the register are stored together with the end of the job."""
    report, number = job.frozen, job.given["number"]
    on, today = (date.fromisoformat(job.given[name]) for name in ("on", "today"))
    issuing.check(report, number, on, today)
    paper = issuing.printed(report, number, on, _pages(job, issued.said(report)))
    own = access.reach(job.by, clock.real_today())
    with acting(job.by, Deed.ISSUE_REPORT):
        issuing.issue(report, number, on, own=own, today=today, paper=paper)
        jobs.finish_stored(job, report, clock.now())


_WORK = {Purpose.PRINT: _print, Purpose.SIGN: _sign, Purpose.ISSUE: _issue}


def _pages(job: PrintJob, report: Report) -> Callable[[int], None]:
    """What hears of each page that is laid out, and moves the job."""
    jobs.advance(job, BUILT)
    pages = max(large.rows(large.for_paper(report)) // A_PAGE, 1)
    return lambda page: jobs.advance(job, BUILT + min(page * (95 - BUILT) // pages, 75))


def _made(job: PrintJob, own: Reach) -> Made:
    definition = definitions.CATALOGUE[job.code]
    if not definitions.units(definition, own, job.on).filter(pk=job.unit_id).exists():
        raise DomainError(LOST)
    if job.named:
        check = access.check_may if definition.kinds <= PARTY_KINDS else access.check_may_for
        check(own, Deed.PRINT_NAMES, job.unit)
    return making.make(definition, jobs.asked_of(job, own), with_names=job.named)
