"""Prints reports and forms on paper: PDF/A-2u with tags and bookmarks, the same bytes for the same data."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.request import url2pathname

from django.conf import settings
from django.template.loader import render_to_string

from reports import editions, large, table_heads
from reports.document import Report
from reports.forms.filling import FormPaper
from reports.forms.submission import Submission
from reports.reminders.letter import ReminderPaper
from reports.round_paper import ConfirmationPaper


class ForeignSource(Exception):
    """A page asked for something that is not one of our own static files."""


def render_pdf(report: Report, told: Callable[[int], None] | None = None) -> bytes:
    """The report as a PDF file, ready to be stored when it is issued; ForeignSource when it asks for a foreign file.

    ``told`` is called with the number of each page that is laid out.
    """
    report = large.for_paper(report)
    if report.one_page:
        return _one_page(report)
    with _pages_told(told):
        return _print("print/report.html", {"report": report})


def render_slip(report: Report) -> bytes:
    """The control slip of a report as a PDF file of its own: what must not stand in a signed report."""
    return _print("print/slip.html", {"report": report})


def render_forms(papers: Sequence[FormPaper]) -> bytes:
    """Filled forms as one PDF file, each beginning on a page of its own."""
    return _print("print/forms.html", {"papers": papers, "report": papers[0]}, "forms.css")


def render_submission(submission: Submission) -> bytes:
    """A submission and its list as a PDF file; the list lies on landscape pages."""
    return _print("print/submission.html", {"report": submission}, "forms.css")


def render_reminder(letter: ReminderPaper) -> bytes:
    """The letter that asks late units again as a PDF file."""
    return _print("print/reminder.html", {"report": letter}, "forms.css")


def render_confirmation(confirmation: ConfirmationPaper) -> bytes:
    """What an organisation confirmed in a round as a PDF file."""
    return _print("print/confirmation.html", {"report": confirmation}, "forms.css")


# Letters in points, from the largest: the first with which everything before the annexe stands on one page.
ONE_PAGE_SIZES = (13, 12, 11, 10, 9)


def _one_page(report: Report) -> bytes:
    """A report that is a picture of one page, in the largest letters with which it is."""
    alone = replace(report, annexe=None)
    for size in ONE_PAGE_SIZES:
        own = f"html {{ --one-page-size: {size}pt; }}"
        if _pages("print/one_page.html", {"report": alone}, "one_page.css", own=own) == 1:
            break
    return _print("print/one_page.html", {"report": report}, "one_page.css", own=own)


def _print(template: str, context: dict, *sheets: str, own: str = "") -> bytes:
    with _own_sources():
        laid_out = _laid_out(template, context, sheets, own)
        return laid_out.write_pdf(finisher=table_heads.scoped, pdf_variant="pdf/a-2u", pdf_tags=True)


def _pages(template: str, context: dict, *sheets: str, own: str = "") -> int:
    with _own_sources():
        return len(_laid_out(template, context, sheets, own).pages)


def _laid_out(template: str, context: dict, sheets: Sequence[str], own: str):
    """The pages of a template: by the guide of the document's day, with ``sheets`` and the rules of ``own`` beside it."""
    # Heavy (0,5 s, fonts and layout): only a process that prints pays for it.
    from weasyprint import CSS, HTML

    fetcher = _own_files_only()
    page = HTML(string=render_to_string(template, context), url_fetcher=fetcher)
    styles = [CSS(filename=_static() / "print" / name, url_fetcher=fetcher) for name in ("party.css", *sheets)]
    styles.append(CSS(string=editions.stylesheet(_edition(context["report"])) + own, url_fetcher=fetcher))
    return page.render(stylesheets=styles, pdf_variant="pdf/a-2u", pdf_tags=True)


class _Pages(logging.Handler):
    """Hears from WeasyPrint which page it lays out; it has no other way to say so."""

    def __init__(self, told: Callable[[int], None]) -> None:
        super().__init__(logging.INFO)
        self.told = told

    def emit(self, record: logging.LogRecord) -> None:
        """Pass on the number of a page."""
        if record.args and "Page" in record.msg:
            self.told(int(record.args[0]))


@contextmanager
def _pages_told(told: Callable[[int], None] | None) -> Iterator[None]:
    if told is None:
        yield
        return
    log, hears = logging.getLogger("weasyprint.progress"), _Pages(told)
    before = log.level
    log.addHandler(hears)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(hears)
        log.setLevel(before)


@contextmanager
def _own_sources() -> Iterator[None]:
    from weasyprint.urls import FatalURLFetchingError  # Heavy, see _laid_out.

    try:
        yield
    except FatalURLFetchingError as refusal:  # A BaseException: left alone it would stop the server process.
        raise ForeignSource(str(refusal)) from refusal


def _edition(paper: Report | FormPaper | Submission | ReminderPaper | ConfirmationPaper) -> editions.Edition:
    """The guide of the day that a paper bears, else of the day of its figures."""
    return editions.of(paper.letterhead.issued_on or paper.as_at)


def _own_files_only():
    from weasyprint.urls import URLFetcher  # Heavy, see _laid_out.

    class OwnFilesOnly(URLFetcher):
        def fetch(self, url, headers=None):
            if not _is_own(url):
                raise ForeignSource(f"Not one of our static files: {url}")
            return super().fetch(url, headers)

    return OwnFilesOnly(allowed_protocols={"file"}, allow_redirects=False, fail_on_errors=True)


def _is_own(url: str) -> bool:
    if not url.startswith("file:///"):
        return False
    return Path(url2pathname(url.removeprefix("file://").split("?")[0])).resolve().is_relative_to(_static())


def _static() -> Path:
    return Path(settings.BASE_DIR, "static").resolve()
