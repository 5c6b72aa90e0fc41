"""A cell chosen among thousands: typed by its name or code, helped by the browser's own list of suggestions."""

import re

from django import forms
from django.db.models import F, Q, QuerySet

from candidates.models.candidate import Plain
from organizations.formats import plain, tidy
from organizations.models import Unit, UnitVersion

SUGGESTED, TOLD = 200, 4
_CODE_AT_END = re.compile(r"\(([\w.-]+)\)$")


class CellField(forms.Field):
    """A cell typed by its name (all or part of it, with or without marks) or code; ``suggested`` feeds the datalist.

    Several that fit are told and suggested; the browser offers them without any script of ours.
    """

    widget = forms.TextInput(attrs={"list": "chi-bo", "autocomplete": "off"})
    cells: QuerySet[UnitVersion]
    suggested: list[UnitVersion]

    def offer(self, cells: QuerySet[UnitVersion]) -> None:
        """Choose among ``cells``; few are suggested from the beginning."""
        first = list(cells[: SUGGESTED + 1])
        self.cells, self.suggested = cells, first if len(first) <= SUGGESTED else []

    def to_python(self, value: str | None) -> Unit | None:
        """The one cell that fits what was typed."""
        if not (typed := tidy(value or "")):
            return None
        found = self._found(typed)
        if len(found) == 1:
            return found[0].unit
        self.suggested = found or self.suggested
        raise forms.ValidationError(_told(typed, found))

    def _found(self, typed: str) -> list[UnitVersion]:
        named = _CODE_AT_END.search(typed)
        by_code = self.cells.filter(unit__code__iexact=named[1] if named else typed)
        keyed = self.cells.annotate(key=Plain(F("name")), key_above=Plain(F("above")))
        words = plain(typed).split()
        holding = keyed.filter(*(Q(key__contains=word) for word in words))
        around = keyed.filter(*(Q(key__contains=word) | Q(key_above__contains=word) for word in words))
        tries = (by_code, keyed.filter(key=plain(typed)), holding, around)
        return next((found for each in tries if (found := list(each[:SUGGESTED]))), [])


def cell_label(version: UnitVersion) -> str:
    """How a cell is offered: its name, what it belongs to, and its code, by which it is told from others of its name."""
    above = f" – {version.above}" if version.above else ""
    return f"{version.name}{above} ({version.unit.code})"


def _told(typed: str, found: list[UnitVersion]) -> str:
    if not found:
        return f"Không có chi bộ nào mang tên hoặc mã “{typed}”. Hãy nhập tên khác, có thể chỉ một phần tên."
    names = "; ".join(cell_label(each) for each in found[:TOLD])
    rest = f" và {len(found) - TOLD} chi bộ khác" if len(found) > TOLD else ""
    return f"Có nhiều chi bộ khớp với “{typed}”: {names}{rest}. Hãy nhập rõ hơn, hoặc nhập mã trong ngoặc."
