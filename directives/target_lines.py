"""A target that was read, as a line of the page of a read letter: recorded or left."""

import copy

from django import forms

from directives.enums import PeriodKind
from directives.taken import TakenForm, take_field
from directives.target_forms import TargetForm
from directives.targeting import Said
from directives.unit_field import UnitField
from organizations.models import Clause, Unit

_SHARED = (
    "measure", "number_kind", "number", "number_max", "comparison", "base", "base_on", "rounding", "period", "part", "first_year",
    "last_year", "term_first", "term_last", "letter_words", "origin", "outside_reason",
)  # fmt: skip


class TargetLine(TakenForm):
    """The fields of a target that a letter tells; its clause is the sentence under which it stands."""

    take = take_field()
    place = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    unit = UnitField(label="Giao cho")
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
        return given

    def said(self, clause: Clause) -> Said:
        """What was read, as the action takes it."""
        given = self.cleaned_data
        unit: Unit = given["unit"]
        return Said(clause=clause, unit=unit, **{name: given[name] for name in _SHARED})
