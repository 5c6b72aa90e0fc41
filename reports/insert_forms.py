"""Choosing a cell of a table whose number a paragraph shall name: one row, one column, one paragraph."""

from collections.abc import Iterable

from django import forms

from reports import cells
from reports.cells import Cell
from reports.document import Report

NO_CHOICE = "Chỗ đã chọn không còn trong báo cáo; hãy chọn lại."
APART = "Dòng “{row}” và cột “{column}” thuộc hai bảng khác nhau; hãy chọn dòng và cột của cùng một bảng."
SHORT = 60


class InsertForm(forms.Form):
    """Which cell goes into which paragraph."""

    chen_dong = forms.ChoiceField(
        label="Dòng", error_messages={"required": "Hãy chọn dòng.", "invalid_choice": NO_CHOICE}
    )
    chen_cot = forms.ChoiceField(label="Cột", error_messages={"required": "Hãy chọn cột.", "invalid_choice": NO_CHOICE})
    chen_vao = forms.ChoiceField(
        label="Chèn vào cuối đoạn", error_messages={"required": "Hãy chọn đoạn.", "invalid_choice": NO_CHOICE}
    )

    def __init__(self, *args: object, report: Report, paragraphs: Iterable[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.report, found = report, list(cells.grids(report))
        self.fields["chen_dong"].choices = [(each.title, each.rows) for each in found]
        self.fields["chen_cot"].choices = [(each.title, each.columns) for each in found]
        self.fields["chen_vao"].choices = [(key, _short(words)) for key, words in paragraphs]
        self.has_tables = bool(found)

    def clean(self) -> dict:
        """Row and column must meet in one table."""
        given = super().clean()
        if {"chen_dong", "chen_cot"} <= set(given) and self.cell is None:
            row, column = (self._words(name, given[name]) for name in ("chen_dong", "chen_cot"))
            self.add_error("chen_cot", APART.format(row=row, column=column))
        return given

    @property
    def cell(self) -> Cell | None:
        """The cell that a form with both choices names; None where they do not meet."""
        given = self.cleaned_data
        wanted = given["chen_dong"], given["chen_cot"]
        return next((each for each in cells.of(self.report).values() if (each.row, each.column) == wanted), None)

    def point_at_error(self) -> None:
        """Let the browser go to the first field that is wrong."""
        self.fields[next(iter(self.errors))].widget.attrs["autofocus"] = True

    def _words(self, field: str, value: str) -> str:
        return next(words for _, choices in self.fields[field].choices for key, words in choices if key == value)


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[:SHORT].rstrip()}…"
