"""What the scorecard can be asked: the unit, the reading of units, the order and the column that it looks at."""

from django import forms

from candidates.lists import READING_WORDS
from candidates.statistics import Reading
from directives.scorecard import ORDER_LABELS
from organizations.inputs import AskingForm

UNKNOWN = "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."


class ScorecardForm(AskingForm):
    """The parameters of the scorecard's address, all optional; the unit is looked up in the reach by the view."""

    don_vi = forms.CharField(required=False, max_length=30, widget=forms.HiddenInput)
    cach_tinh = forms.ChoiceField(
        label="Cách tính đơn vị",
        required=False,
        choices=[(key.value, words.capitalize()) for key, words in READING_WORDS.items()],
    )
    xep = forms.ChoiceField(
        label="Xếp theo", required=False, choices=[(order.value, words) for order, words in ORDER_LABELS]
    )
    cot = forms.IntegerField(label="Cột", required=False, min_value=1, max_value=99, widget=forms.HiddenInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages |= {"invalid_choice": UNKNOWN}

    @property
    def reading(self) -> Reading:
        """How people are given to units; as units were then, unless asked otherwise."""
        return Reading(self.cleaned_data["cach_tinh"] or Reading.THEN)
