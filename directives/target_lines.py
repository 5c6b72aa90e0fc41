"""A target that was read, as a line of the page of a read letter: recorded or left."""

import copy

from django import forms

from directives import share_grid, share_text
from directives.enums import PeriodKind
from directives.taken import TakenForm, take_field
from directives.target_forms import TargetForm
from directives.targeting import Said
from directives.unit_field import UnitField
from organizations import tree
from organizations.models import Clause, Unit

_SHOWN = 5
_SHARED = (
    "measure", "number_kind", "number", "number_max", "comparison", "base", "base_on", "rounding", "period", "part", "first_year",
    "last_year", "term_first", "term_last", "letter_words", "origin", "outside_reason",
)  # fmt: skip


class TargetLine(TakenForm):
    """The fields of a target that a letter tells; its clause is the sentence under which it stands."""

    take = take_field()
    place = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    unit = UnitField(label="Giao cho")
    shares = forms.CharField(
        label="Giao cho từng đơn vị",
        required=False,
        strip=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Mỗi dòng một đơn vị: tên hoặc mã, rồi số. Ghi vào sổ thì thành bản nháp phân bổ, chưa giao.",
    )
    told = ("measure", "unit")
    _check_number, _check_amount = TargetForm._check_number, TargetForm._check_amount
    _check_part, _check_order = TargetForm._check_part, TargetForm._check_order

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name in _SHARED:
            self.fields[name] = copy.deepcopy(TargetForm.base_fields[name])
        self.fields["measure"].choices = [("", "chưa rõ, hãy chọn"), *self.fields["measure"].choices]
        self.fields["measure"].error_messages["required"] = "Hãy chọn chỉ số, hoặc bỏ qua chỉ tiêu này."
        self.fields["unit"].error_messages["required"] = "Hãy ghi đơn vị được giao, hoặc bỏ qua chỉ tiêu này."

    def clean(self) -> dict:
        """The same checks as of a target typed in."""
        given = super().clean()
        self._check_number(given.get("number_kind"))
        if given.get("period") == PeriodKind.TERM:
            self._check_order("term_first", "term_last", required=("term_first", "term_last"))
        elif given.get("period"):
            self._check_order("first_year", "last_year", required=("first_year",))
            self._check_part(given)
        given["shares"] = self._shares(given)
        return given

    def _shares(self, given: dict) -> dict[int, str]:
        """Unit id → its share as typed; what cannot be read is told line by line."""
        text, unit = given.get("shares") or "", given.get("unit")
        if not text.strip() or unit is None:
            return {}
        on = self.fields["unit"].units.on
        bodies = {each.unit_id: each for each in [*tree.grassroots(unit, on), *tree.children(unit, on)]}
        read = share_text.read_lines(share_text.tabbed(text), share_grid.names(list(bodies.values())), {"": 0})
        for sentence in read.wrong[:_SHOWN]:
            self.add_error("shares", f"{sentence} Đơn vị không thuộc {given['unit']} thì bỏ dòng đó.")
        return {key: cells[0] for key, cells in read.cells.items()}

    def said(self, clause: Clause) -> Said:
        """What was read, as the action takes it."""
        given = self.cleaned_data
        unit: Unit = given["unit"]
        return Said(clause=clause, unit=unit, **{name: given[name] for name in _SHARED})
