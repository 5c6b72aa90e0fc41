"""A duty that was read, as a line of the page of a read letter: recorded or left."""

from django import forms

from directives.enums import Bound, ObligationKind, Repeats
from directives.line_forms import NO_CHOICE
from directives.obliging import Wanted
from directives.taken import TakenForm, take_field
from directives.unit_field import UnitField
from organizations.inputs import DateField
from organizations.models import Clause


class DutyLine(TakenForm):
    """The fields of a duty that a letter tells; its clause is the sentence under which it stands."""

    take = take_field()
    place = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    kind = forms.ChoiceField(
        label="Loại nhiệm vụ", choices=ObligationKind.choices, error_messages={"invalid_choice": NO_CHOICE}
    )
    words = forms.CharField(
        label="Nội dung phải làm",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Hãy ghi nội dung phải làm, hoặc bỏ qua nhiệm vụ này."},
    )
    actor = forms.CharField(label="Ai làm, theo lời văn bản", max_length=300, required=False)
    bound = forms.ChoiceField(
        label="Những đơn vị nào", choices=Bound.choices, error_messages={"invalid_choice": NO_CHOICE}
    )
    unit = UnitField(
        label="Đơn vị, hoặc đơn vị cấp trên",
        error_messages={"required": "Hãy ghi đơn vị, hoặc bỏ qua nhiệm vụ này."},
    )
    from_on = DateField(
        label="Từ ngày", error_messages={"required": "Hãy nhập ngày bắt đầu của nhiệm vụ, hoặc bỏ qua."}
    )
    due_on = DateField(label="Hạn", required=False)
    repeats = forms.ChoiceField(label="Lặp lại", choices=Repeats.choices, error_messages={"invalid_choice": NO_CHOICE})
    told = ("words", "unit")

    def said(self, clause: Clause) -> Wanted:
        """What is asked for, as the action takes it."""
        given = self.cleaned_data
        return Wanted(
            clause=clause,
            kind=ObligationKind(given["kind"]),
            repeats=Repeats(given["repeats"]),
            bound=((given["unit"], Bound(given["bound"])),),
            **{name: given[name] for name in ("words", "actor", "from_on", "due_on")},
        )
