"""Prints reports and forms on paper: PDF/A-2u with tags and bookmarks, the same bytes for the same data."""

from collections.abc import Sequence
from pathlib import Path
from urllib.request import url2pathname

from django.conf import settings
from django.template.loader import render_to_string

from reports.document import Report
from reports.forms.filling import FormPaper
from reports.forms.submission import Submission
from reports.reminders.letter import ReminderPaper


class ForeignSource(Exception):
    """A page asked for something that is not one of our own static files."""


def render_pdf(report: Report) -> bytes:
    """The report as a PDF file, ready to be stored when it is issued; ForeignSource when it asks for a foreign file."""
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


def _print(template: str, context: dict, *sheets: str) -> bytes:
    # Heavy (0,5 s, fonts and layout): only a process that prints pays for it.
    from weasyprint import CSS, HTML
    from weasyprint.urls import FatalURLFetchingError

    fetcher = _own_files_only()
    page = HTML(string=render_to_string(template, context), url_fetcher=fetcher)
    styles = [CSS(filename=_static() / "print" / name, url_fetcher=fetcher) for name in ("party.css", *sheets)]
    try:
        return page.write_pdf(stylesheets=styles, pdf_variant="pdf/a-2u", pdf_tags=True)
    except FatalURLFetchingError as refusal:  # A BaseException: left alone it would stop the server process.
        raise ForeignSource(str(refusal)) from refusal


def _own_files_only():
    from weasyprint.urls import URLFetcher  # Heavy, see _print.

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
