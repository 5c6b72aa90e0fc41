"""What the worker does beside the web server: it prints the papers of large reports (docs/adr/0029-work-in-the-background.md)."""

import logging

from procrastinate.contrib.django import app

from organizations import access, clock
from organizations.enums import PARTY_KINDS, Deed
from organizations.errors import DomainError
from reports import definitions, jobs, large, making, pdf
from reports.document import Report
from reports.models import PrintJob

LOST = "Đồng chí không còn quyền lập báo cáo này của đơn vị."
BROKEN = "Lỗi khi lập bản in; người quản trị xem nhật ký của tiến trình nền rồi cho lập lại."
BUILT = 20  # percent of the work that is done when the figures are counted
A_PAGE = 24  # rows on a page, to tell how many pages there will be

_log = logging.getLogger(__name__)


@app.task(name="print_report", queue="reports")
def print_report(job: int) -> None:
    """Print the paper of a job, within the reach that its person has now."""
    taken = jobs.begin(job)
    if taken is None:
        return
    try:
        report = _report(taken)
        jobs.advance(taken, BUILT)
        pages = max(large.rows(large.for_paper(report)) // A_PAGE, 1)
        made = pdf.render_pdf(report, lambda page: jobs.advance(taken, BUILT + min(page * (95 - BUILT) // pages, 75)))
    except DomainError as error:
        jobs.fail(taken, str(error), clock.now())
    except Exception:
        _log.exception("Printing job %s failed", job)
        jobs.fail(taken, BROKEN, clock.now())
        raise
    else:
        jobs.finish(taken, made, clock.now())


def _report(job: PrintJob) -> Report:
    definition = definitions.CATALOGUE[job.code]
    own = access.reach(job.by, clock.real_today())
    if not definitions.units(definition, own, job.on).filter(pk=job.unit_id).exists():
        raise DomainError(LOST)
    if job.named:
        check = access.check_may if definition.kinds <= PARTY_KINDS else access.check_may_for
        check(own, Deed.PRINT_NAMES, job.unit)
    return making.make(definition, jobs.asked_of(job, own), with_names=job.named).report
