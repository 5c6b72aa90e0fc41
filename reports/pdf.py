"""Prints a report on paper: PDF/A-2u with tags and bookmarks, the same bytes for the same report."""

from pathlib import Path
from urllib.request import url2pathname

from django.conf import settings
from django.template.loader import render_to_string

from reports.document import Report


class ForeignSource(Exception):
    """A page asked for something that is not one of our own static files."""


def render_pdf(report: Report) -> bytes:
    """The report as a PDF file, ready to be stored when it is issued; ForeignSource when it asks for a foreign file."""
    return _print("print/report.html", report)


def render_slip(report: Report) -> bytes:
    """The control slip of a report as a PDF file of its own: what must not stand in a signed report."""
    return _print("print/slip.html", report)


def _print(template: str, report: Report) -> bytes:
    # Heavy (0,5 s, fonts and layout): only a process that prints pays for it.
    from weasyprint import CSS, HTML
    from weasyprint.urls import FatalURLFetchingError

    fetcher = _own_files_only()
    page = HTML(string=render_to_string(template, {"report": report}), url_fetcher=fetcher)
    style = CSS(filename=_static() / "print" / "party.css", url_fetcher=fetcher)
    try:
        return page.write_pdf(stylesheets=[style], pdf_variant="pdf/a-2u", pdf_tags=True)
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
