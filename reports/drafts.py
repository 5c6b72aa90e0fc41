"""A text as its officer edited it, laid over the report that the system wrote: ``Report + draft → Report``, without the database.

Figures in an edited text are tokens of the paragraphs of the system – ``{held}`` of the paragraph itself, ``{1.2.1/held}`` of
another one – or of a cell of a table (reports/cells.py); they take the figure that was counted just now. What the system wrote
since stands in until it was edited.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from string import Formatter

from organizations.formats import DASH, number_vn, percent_vn, tidy
from reports import cells
from reports.asked import Asked
from reports.cells import Cell
from reports.document import Figure, Paragraph, Report
from reports.models import DraftVersion, ReportDraft

OPENING = "0"
ADDED = "them"
GONE = Figure(None, words="số này không còn trong báo cáo")


@dataclass(frozen=True)
class Line:
    """A paragraph as the officer left it, in its place within a section.

    ``words`` is the edited text, None where the system's own words stand; ``basis`` what the system said when it was edited, with
    its figures; ``template`` the same with its tokens. ``typed`` are the figures typed by hand, for ``reason``.
    """

    section: str
    key: str
    words: str | None = None
    is_out: bool = False
    basis: str = ""
    template: str = ""
    typed: tuple[str, ...] = ()
    reason: str = ""

    @property
    def is_added(self) -> bool:
        """Say whether the officer wrote it anew."""
        return ADDED in self.key.split(".")


@dataclass(frozen=True)
class Draft:
    """The newest version of an edited text: its number (0 before the first one), who saved it and when, its lines in order."""

    number: int = 0
    lines: tuple[Line, ...] = ()
    version: DraftVersion | None = None

    def line(self, key: str) -> Line | None:
        """The line of a paragraph; None where it was left alone."""
        return next((each for each in self.lines if each.key == key), None)


NO_DRAFT = Draft()


@dataclass(frozen=True)
class Applied:
    """A report with its edited text; ``notes`` for the control slip; ``problems`` that must be mended before it is signed."""

    report: Report
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def of(asked: Asked) -> Draft:
    """Return the edited text of what is asked."""
    found = DraftVersion.objects.filter(**{f"draft__{name}": value for name, value in identity(asked).items()})
    newest = found.select_related("by").order_by("number").last()
    return Draft(newest.number, tuple(map(_line, newest.paragraphs)), newest) if newest else NO_DRAFT


def identity(asked: Asked) -> dict:
    """Return the fields by which a text is found again."""
    return {
        "code": asked.report,
        "unit": asked.unit,
        "first_day": asked.period.start,
        "last_day": asked.period.last_day,
        "as_at": asked.on,
        "reading": asked.reading.value,
    }


def find(asked: Asked) -> ReportDraft | None:
    """Return the row of the text of what is asked; None before anything was edited."""
    return ReportDraft.objects.filter(**identity(asked)).first()


def stored(lines: Iterable[Line]) -> list[dict]:
    """Return lines as they are stored."""
    return [asdict(line) | {"typed": list(line.typed)} for line in lines]


def said(paragraph: Paragraph) -> str:
    """Return a paragraph with its figures in their places."""
    parts = Formatter().parse(paragraph.words)
    return "".join(words + (printed(paragraph.figures[token]) if token else "") for words, token, _, _ in parts)


def tokens(words: str) -> list[str]:
    """Return the tokens that words name, in their order."""
    return [token for _, token, _, _ in Formatter().parse(words) if token]


def printed(figure: Figure) -> str:
    """Return a figure of a sentence as it is printed: whole numbers as numbers, others as percentages."""
    if figure.value is None:
        return DASH
    if isinstance(figure.value, str):
        return figure.value
    return number_vn(figure.value) if isinstance(figure.value, int) else percent_vn(figure.value)


def written(report: Report) -> Mapping[str, Paragraph]:
    """Return the paragraphs of a report by their keys."""
    everything = (*report.opening, *(each for section in report.sections for each in section.paragraphs))
    return {paragraph.key: paragraph for paragraph in everything}


def apply(report: Report, draft: Draft) -> Applied:
    """Lay an edited text over the report as the system wrote it just now."""
    if not draft.lines:
        return Applied(report)
    known, problems, in_tables = written(report), [*_homeless(report, draft)], cells.of(report)

    def laid(key: str, own: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
        found = [_laid(line, known, in_tables, problems) for line in ordered(key, own, draft)]
        return tuple(each for each in found if each)

    sections = (replace(each, paragraphs=laid(each.key, each.paragraphs)) for each in report.sections)
    kept = tuple(each for each in sections if each.paragraphs or each.charts or each.tables)
    made = replace(report, opening=laid(OPENING, report.opening), sections=kept)
    notes = tuple(_notes(draft, known))
    return Applied(made, notes, tuple(problems))


def ordered(section: str, own: Sequence[Paragraph], draft: Draft) -> list[Line]:
    """Return the lines of a section in the order of the draft; what the system wrote since follows what precedes it there."""
    here = [line for line in draft.lines if line.section == section]
    before = None
    for paragraph in own:
        if paragraph.key not in {line.key for line in here}:
            place = next((at + 1 for at, line in enumerate(here) if line.key == before), 0)
            here.insert(place, Line(section, paragraph.key))
        before = paragraph.key
    there = {paragraph.key for paragraph in own}
    return [line for line in here if line.key in there or line.words is not None]


def has_changed(line: Line, paragraph: Paragraph | None) -> bool:
    """Say whether the system writes a paragraph otherwise now than when it was edited, or left out: words or figures."""
    return bool(line.basis) and (paragraph is None or said(paragraph) != line.basis)


def _laid(
    line: Line, known: Mapping[str, Paragraph], in_tables: Mapping[str, Cell], problems: list[str]
) -> Paragraph | None:
    if line.is_out:
        return None
    if line.words is None:
        return known[line.key]
    figures = {token: _figure(token, line, known, in_tables) for token in tokens(line.words)}
    if lost := [token for token, figure in figures.items() if figure is GONE]:
        problems.append(
            f"Đoạn {line.key} còn nhắc số không còn trong báo cáo ({', '.join(lost)}); hãy sửa đoạn đó ở trang soạn lời."
        )
    return Paragraph(line.words, figures, line.key)


def _figure(token: str, line: Line, known: Mapping[str, Paragraph], in_tables: Mapping[str, Cell]) -> Figure:
    if token in in_tables:
        return in_tables[token].figure
    key, _, name = token.rpartition("/")
    paragraph = known.get(key or line.key)
    return paragraph.figures.get(name, GONE) if paragraph else GONE


def _homeless(report: Report, draft: Draft) -> Iterator[str]:
    """Edited paragraphs whose section is not in the report now."""
    there = {OPENING, *(section.key for section in report.sections)}
    for line in draft.lines:
        if line.words is not None and not line.is_out and line.section not in there:
            yield (
                f"Đoạn {line.key} do đồng chí soạn thuộc mục hiện không có số liệu nên chưa in: “{_short(line.words)}”; "
                "hãy chuyển lời sang mục khác."
            )


def _notes(draft: Draft, known: Mapping[str, Paragraph]) -> Iterator[str]:
    """What whoever controls the report must know of its text: edited, left out, added, typed by hand, written otherwise now."""
    yield f"Lời báo cáo do cán bộ soạn, {draft.version or 'bản soạn'}."
    for line in draft.lines:
        if work := _work(line):
            yield f"Đoạn {line.key}: {work}."
        if line.typed and not line.is_out:
            yield f"Đoạn {line.key} có số ghi bằng tay ({', '.join(line.typed)}). Lý do: {line.reason}."
        if not line.is_added and has_changed(line, known.get(line.key)):
            yield f"Đoạn {line.key}: bản của hệ thống đã đổi từ khi soạn."


def _work(line: Line) -> str:
    if line.is_out:
        return "đã bỏ khỏi báo cáo"
    if line.is_added:
        return "do cán bộ thêm"
    return "đã sửa lời" if line.words is not None else ""


def _line(found: dict) -> Line:
    return Line(**found | {"typed": tuple(found["typed"])})


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{tidy(words[:60])}…"
