"""The form in which an officer edits the text of a report: a field for each paragraph, figures in braces by their names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django import forms
from django.forms import BoundField

from organizations.formats import tidy
from organizations.inputs import DeedForm
from reports import cells, drafts, typed_text
from reports.document import Paragraph, Report
from reports.drafts import ADDED, OPENING, Draft, Line
from reports.typed_text import Named, Untold

EMPTY = "Đoạn đang trống; hãy ghi lời, hoặc đánh dấu “Bỏ đoạn này”."
BY_HAND = (
    "Số ghi bằng tay: {figures}. Số ghi tay không đếm lại được; hãy thay bằng tên số trong ngoặc nhọn, hoặc ghi lý do ở ô “Lý do "
    "ghi số bằng tay”."
)
NO_REASON = "Hãy ghi lý do: số lấy ở đâu, vì sao không có trong hệ thống."
DERIVED = "tính từ các số khác, không có danh sách riêng"
LONGEST, LAST = 4000, 999


@dataclass(frozen=True)
class Told:
    """A figure in the legend of a paragraph: its name in braces, as it prints now, what it counts, its list."""

    name: str
    value: str
    words: str
    href: str


@dataclass(frozen=True)
class Block:
    """A paragraph of the page: its fields, its figures, the system's own words where they were edited or changed."""

    key: str
    words: BoundField
    place: BoundField | None
    is_out: BoundField | None
    back: BoundField | None
    reason: BoundField
    legend: tuple[Told, ...]
    system: str = ""
    has_changed: bool = False
    wants_reason: bool = False
    saved: str = ""


@dataclass(frozen=True)
class Part:
    """A section of the page: its heading, its paragraphs, the field for another one."""

    heading: str
    blocks: tuple[Block, ...]
    another: Block


class DraftForm(DeedForm):
    """The text of a report, paragraph by paragraph."""

    def __init__(
        self, *args: object, report: Report, draft: Draft, counted: Mapping[str, str] | None = None, **kwargs: object
    ) -> None:
        super().__init__(*args, version=draft.number, **kwargs)
        self.counted = counted or {}
        self.draft, self.written = draft, drafts.written(report)
        self.sections = {OPENING: ("Phần mở đầu", report.opening)} | {
            each.key: (each.heading, each.paragraphs) for each in report.sections
        }
        self.ordered = {key: drafts.ordered(key, own, draft) for key, (_, own) in self.sections.items()}
        self.known = {line.key: typed_text.names(self.written, line.key) for line in self._all()}
        self.anywhere = typed_text.names(self.written, "")
        self.cells = {each.token: Named(each.name, each.token, each.figure) for each in cells.of(report).values()}
        for lines in self.ordered.values():
            for place, line in enumerate(lines, start=1):
                self._add(line, place)
        for key in self.sections:
            self._add_another(key)

    @property
    def parts(self) -> Iterator[Part]:
        """The sections as the page shows them."""
        for key, (heading, _) in self.sections.items():
            yield Part(heading, tuple(map(self._block, self.ordered[key])), self._another(key))

    @property
    def everywhere(self) -> list[Told]:
        """All figures of the text, by the names under which any paragraph may call them."""
        return [self._told(each) for each in self.anywhere]

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """The fields into which a figure may be put, by key: each paragraph, and the one that may be added to a section."""
        found = [(f"loi-{line.key}", f"Đoạn {line.key}: {self._shown(line)}") for line in self._all()]
        return found + [(f"them-{key}", f"Đoạn mới của mục {head}") for key, (head, _) in self.sections.items()]

    def put(self, name: str, field: str) -> None:
        """Put a figure by its name behind what was typed in a field; nothing is saved."""
        text = self.initial.get(field, "").rstrip()
        end = "." if text.endswith(".") else ""
        self.initial[field] = f"{text.removesuffix('.')} {{{name}}}{end}".lstrip()
        self.fields[field].widget.attrs["autofocus"] = True

    @property
    def lines(self) -> list[Line]:
        """What a valid form says; nothing where it is what the system wrote."""
        found = [line for key in self.sections for line in self.cleaned_data[f"doan-{key}"]]
        natural = [
            Line(line.section, line.key) for key, (_, own) in self.sections.items() for line in self._own(key, own)
        ]
        return [] if found == natural else found

    def clean(self) -> dict:
        """Read every text; what cannot be read, and figures typed by hand without a reason, are told at their fields."""
        given = super().clean()
        for key in self.sections:
            told = [(given.get(f"thu-tu-{line.key}") or LAST, self._line(line)) for line in self.ordered[key]]
            told = [(place, line) for place, line in told if line]
            found = [line for _, line in sorted(told, key=lambda each: each[0])]
            another = self._written_anew(key)
            given[f"doan-{key}"] = [*found, another] if another else found
        return given

    def _all(self) -> Iterator[Line]:
        return (line for lines in self.ordered.values() for line in lines)

    def _own(self, key: str, own: Sequence[Paragraph]) -> Iterator[Line]:
        return (Line(key, paragraph.key) for paragraph in own)

    def _add(self, line: Line, place: int) -> None:
        words = self._shown(line)
        self.fields[f"loi-{line.key}"] = _text(f"Đoạn {line.key}", words)
        self.fields[f"thu-tu-{line.key}"] = forms.IntegerField(
            label="Thứ tự trong mục",
            min_value=1,
            max_value=LAST,
            initial=place,
            required=False,
            widget=forms.NumberInput(attrs={"class": "tiny"}),
        )
        self.fields[f"bo-{line.key}"] = forms.BooleanField(label="Bỏ đoạn này", required=False, initial=line.is_out)
        if line.words is not None and not line.is_added:
            self.fields[f"goc-{line.key}"] = forms.BooleanField(label="Lấy lại lời của hệ thống", required=False)
        self.fields[f"ly-do-{line.key}"] = _reason(line.reason)

    def _add_another(self, key: str) -> None:
        self.fields[f"them-{key}"] = _text("Thêm một đoạn vào mục này", "")
        self.fields[f"ly-do-them-{key}"] = _reason("")

    def _template(self, line: Line) -> str:
        """What the system writes in this place, with its tokens; empty where it writes nothing now."""
        return self.written[line.key].words if line.key in self.written else ""

    def _shown(self, line: Line) -> str:
        words = self._template(line) if line.words is None else line.words
        of_tables = (self.cells[token] for token in drafts.tokens(words) if token in self.cells)
        return typed_text.readable(words, [*self.known[line.key], *of_tables])

    def _line(self, line: Line) -> Line | None:
        """What a paragraph says now; None where it cannot be read, or an added one is left out."""
        given = self.cleaned_data
        is_out = bool(given.get(f"bo-{line.key}"))
        if (is_out and line.is_added) or f"loi-{line.key}" not in given:
            return None
        system = Line(line.section, line.key, is_out=is_out)
        if given.get(f"goc-{line.key}"):
            return system
        words = self._read(f"loi-{line.key}", self.known[line.key], required=not is_out)
        if words is None:
            return None
        template = tidy(self._template(line))
        if words == template and not line.is_added:
            return self._kept(line, system) if is_out else system
        made = replace(line, words=words or None, is_out=is_out)
        if words != line.words or is_out != line.is_out:
            made = replace(made, basis=self._basis(line), template=template)
        return self._with_reason(made, f"loi-{line.key}", f"ly-do-{line.key}")

    def _kept(self, line: Line, system: Line) -> Line:
        """A paragraph that is left out keeps what the system said when it was, so that a change can be told."""
        if line.is_out and line.words is None and line.basis:
            return line
        return replace(system, basis=self._basis(line), template=self._template(line))

    def _basis(self, line: Line) -> str:
        return drafts.said(self.written[line.key]) if line.key in self.written else ""

    def _written_anew(self, key: str) -> Line | None:
        name = f"them-{key}"
        if not tidy(self.cleaned_data.get(name) or ""):
            return None
        words = self._read(name, self.anywhere, required=False)
        if words is None:
            return None
        places = [int(each.key.rpartition(".")[2]) for each in self.ordered[key] if each.is_added]
        line = Line(key, f"{key}.{ADDED}.{max(places, default=0) + 1}", words)
        return self._with_reason(line, name, f"ly-do-them-{key}")

    def _read(self, field: str, known: list[Named], *, required: bool) -> str | None:
        text = self.cleaned_data.get(field) or ""
        if required and not tidy(text):
            self.add_error(field, EMPTY)
            return None
        try:
            return typed_text.read(text, [*known, *self._of_tables(text)])
        except Untold as error:
            self.add_error(field, str(error))
            return None

    @cached_property
    def _cells_by_name(self) -> dict[str, Named]:
        return {typed_text.same(each.name): each for each in self.cells.values()}

    def _of_tables(self, text: str) -> list[Named]:
        """The cells of tables that a typed text names."""
        wanted = typed_text.named_in(text)
        return [self._cells_by_name[name] for name in sorted(wanted) if name in self._cells_by_name]

    def _with_reason(self, line: Line, field: str, reason_field: str) -> Line | None:
        everything = " ".join(paragraph.words for paragraph in self.written.values())
        typed = typed_text.by_hand(line.words or "", f"{self._template(line)} {line.template}", everything)
        reason = tidy(self.cleaned_data.get(reason_field) or "")
        if typed and not reason and not line.is_out:
            self.add_error(field, BY_HAND.format(figures=", ".join(typed)))
            self.add_error(reason_field, NO_REASON)
            return None
        return replace(line, typed=typed, reason=reason if typed else "")

    def _block(self, line: Line) -> Block:
        paragraph = self.written.get(line.key)
        back = f"goc-{line.key}"
        return Block(
            line.key,
            self[f"loi-{line.key}"],
            self[f"thu-tu-{line.key}"],
            self[f"bo-{line.key}"],
            self[back] if back in self.fields else None,
            self[f"ly-do-{line.key}"],
            tuple(map(self._told, self._legend(line))),
            drafts.said(paragraph) if paragraph and line.words is not None else "",
            not line.is_added and drafts.has_changed(line, paragraph),
            self._wants_reason(f"ly-do-{line.key}"),
            self._saved(line),
        )

    def _saved(self, line: Line) -> str:
        """What is stored of an edited paragraph where something else was just sent: somebody else may have written it."""
        if not self.is_bound or line.words is None:
            return ""
        stored = self._shown(line)
        return stored if tidy(self[f"loi-{line.key}"].value() or "") != tidy(stored) else ""

    def _legend(self, line: Line) -> list[Named]:
        """The figures of the paragraph itself, and those of elsewhere that its text names as it stands in the form."""
        text = self[f"loi-{line.key}"].value() or ""
        named = typed_text.named_in(text)
        own = [each for each in self.known[line.key] if "/" not in each.token or typed_text.same(each.name) in named]
        return own + self._of_tables(text)

    def _told(self, named: Named) -> Told:
        figure = named.figure
        words = self.counted.get(figure.href) or figure.words or ("" if figure.href else DERIVED)
        return Told(named.name, drafts.printed(figure), words, figure.href)

    def _another(self, key: str) -> Block:
        words, reason = self[f"them-{key}"], self[f"ly-do-them-{key}"]
        wants = self._wants_reason(f"ly-do-them-{key}")
        return Block(f"{key}.{ADDED}", words, None, None, None, reason, (), wants_reason=wants)

    def _wants_reason(self, reason_field: str) -> bool:
        return bool(self[reason_field].value() or self[reason_field].errors)


def _text(label: str, words: str) -> forms.CharField:
    rows = max(3, min(10, len(words) // 90 + 2))
    return forms.CharField(
        label=label, required=False, max_length=LONGEST, initial=words, widget=forms.Textarea(attrs={"rows": rows})
    )


def _reason(words: str) -> forms.CharField:
    return forms.CharField(label="Lý do ghi số bằng tay", required=False, max_length=400, initial=words)
