"""Papers in the background: asking for one, how far it is, its end, and the end of a file to look at after a day.

A paper for the signer or for the register is stored with what it is the paper of, in the transaction that ends its job.

Each change names the state it comes from, so that two workers, or a worker and a clean-up, never write over each other.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from candidates.statistics import Reading
from organizations import turns
from organizations.access import Reach
from organizations.acting import current
from organizations.errors import Refused
from organizations.models import User
from organizations.periods import inclusive
from reports import builder, definitions
from reports.asked import Asked
from reports.layout import Definition
from reports.models import FrozenReport, IssuedReport, JobState, PrintJob, Purpose

KEPT = timedelta(days=1)
# A worker that ended in the middle leaves a job behind: after this time it is told as failed.
LONGEST = timedelta(hours=1)
STOPPED = "Việc lập bị ngắt giữa chừng; hãy yêu cầu lập lại."
UNDER_WAY = (JobState.WAITING, JobState.RUNNING)


def ask(found: Asked, *, with_names: bool, at: datetime) -> PrintJob:
    """Record that the paper of a report is wanted, inside ``acting``; one that is under way for the same person is it."""
    return _asked(_parameters(found, with_names=with_names), at)


def ask_to_sign(
    found: Asked, signing: Mapping, *, with_names: bool, at: datetime, correcting: IssuedReport | None = None
) -> PrintJob:
    """Record that a report is to be frozen for who signs it, ``signing``, inside ``acting``."""
    wanted = _parameters(found, with_names=with_names)
    return _asked(wanted | {"purpose": Purpose.SIGN, "given": dict(signing), "corrects": correcting}, at)


def ask_to_issue(report: FrozenReport, entry: Mapping, *, at: datetime) -> PrintJob:
    """Record that a frozen report is to be issued with what the registry gave, ``entry``, inside ``acting``.

    Whoever asks has taken the turn of its issuer (``take_turn``) before checking that nobody else does.
    """
    same = ("code", "unit", "first_day", "last_day", "reading", "named")
    wanted = {name: getattr(report, name) for name in same} | {"by": current().by, "on": report.as_at}
    return _asked(wanted | {"purpose": Purpose.ISSUE, "given": dict(entry), "frozen": report}, at)


def take_turn(report: FrozenReport) -> None:
    """Let whoever numbers, sets aside or asks to issue a report of the same issuer wait until this transaction ends."""
    turns.take("issued report", report.issuer)


def numbers_under_way(report: FrozenReport, year: int) -> list[str]:
    """Return the numbers with which other reports of the same issuer and kind are being issued in a year."""
    found = PrintJob.objects.filter(purpose=Purpose.ISSUE, state__in=UNDER_WAY).exclude(frozen=report)
    alike = found.filter(frozen__issuer=report.issuer, frozen__kind=report.kind, given__on__startswith=f"{year}-")
    return [given["number"] for given in alike.values_list("given", flat=True)]


def issuing_now(report: FrozenReport) -> PrintJob | None:
    """Return the job that issues a frozen report just now; None where there is none."""
    return report.jobs.filter(purpose=Purpose.ISSUE, state__in=UNDER_WAY).select_related("by").first()


def of(user: User) -> QuerySet[PrintJob]:
    """Return the papers that a person asked for, the newest first, without their files."""
    return PrintJob.objects.filter(by=user).select_related("unit").defer("pdf", "given").order_by("-asked_at", "-pk")


def definition_of(job: PrintJob) -> Definition | None:
    """Return the report that a job prints; None when the catalogue has it no more."""
    return definitions.find(job.code)


def asked_of(job: PrintJob, own: Reach) -> Asked:
    """Return what a job asks of its report within a reach; raises Refused as the report itself does."""
    period = inclusive(job.first_day, job.last_day)
    return builder.asked(definitions.CATALOGUE[job.code], job.unit, job.on, period, Reading(job.reading), own)


def begin(pk: int) -> PrintJob | None:
    """Take a waiting job; None when another worker has it, or when it waits no more."""
    taken = PrintJob.objects.filter(pk=pk, state=JobState.WAITING).update(state=JobState.RUNNING)
    return PrintJob.objects.select_related("by", "unit").get(pk=pk) if taken else None


def advance(job: PrintJob, percent: int) -> None:
    """Say how far a job is; it never goes back, and 100 is for the finished one."""
    PrintJob.objects.filter(pk=job.pk, state=JobState.RUNNING, percent__lt=percent).update(percent=min(percent, 99))


def finish(job: PrintJob, pdf: bytes, at: datetime) -> None:
    """Keep the finished file."""
    running = PrintJob.objects.filter(pk=job.pk, state=JobState.RUNNING)
    running.update(state=JobState.DONE, percent=100, pdf=pdf, ended_at=at)


def finish_stored(job: PrintJob, report: FrozenReport, at: datetime) -> None:
    """End a job whose paper was stored with ``report``, in the transaction that stores it; Refused where it was given up."""
    running = PrintJob.objects.filter(pk=job.pk, state=JobState.RUNNING)
    if not running.update(state=JobState.DONE, percent=100, frozen=report, ended_at=at):
        raise Refused(STOPPED)


def fail(job: PrintJob, trouble: str, at: datetime) -> None:
    """Say why a job came to nothing."""
    running = PrintJob.objects.filter(pk=job.pk, state=JobState.RUNNING)
    running.update(state=JobState.FAILED, trouble=trouble[:400], ended_at=at)


@transaction.atomic
def tidy_up(at: datetime) -> None:
    """Take out the files that were kept for a day, and tell as failed what a stopped worker left behind."""
    held = PrintJob.objects.filter(purpose=Purpose.PRINT, state=JobState.DONE, ended_at__lt=at - KEPT)
    held.update(state=JobState.EXPIRED, pdf=None)
    left = PrintJob.objects.filter(state__in=UNDER_WAY, asked_at__lt=at - LONGEST)
    left.update(state=JobState.FAILED, trouble=STOPPED, ended_at=at)


def _parameters(found: Asked, *, with_names: bool) -> dict:
    return {
        "by": current().by,
        "code": found.report,
        "unit": found.unit,
        "on": found.on,
        "first_day": found.period.start,
        "last_day": found.period.last_day,
        "reading": found.reading.value,
        "named": with_names,
    }


def _asked(wanted: Mapping, at: datetime) -> PrintJob:
    tidy_up(at)
    wanted = {"purpose": Purpose.PRINT, **wanted}
    under_way = PrintJob.objects.filter(**wanted, state__in=UNDER_WAY).first()
    return under_way or PrintJob.objects.create(**wanted, asked_at=at)
