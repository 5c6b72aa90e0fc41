"""A line of what was read of a letter: recorded, or left."""

from django import forms
from django.forms.utils import ErrorDict

from directives.line_forms import LineForm

TAKE, LEAVE = "1", "0"


def take_field() -> forms.ChoiceField:
    """Whether a line is recorded."""
    return forms.ChoiceField(
        label="Ghi hay bỏ qua",
        choices=[(TAKE, "Ghi"), (LEAVE, "Bỏ qua")],
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn ghi hay bỏ qua."},
    )


class TakenForm(LineForm):
    """A line that was read; what is left is not checked."""

    take = take_field()

    def full_clean(self) -> None:
        """Check a line that is recorded."""
        super().full_clean()
        if self.is_bound and self.data.get(self.add_prefix("take")) == LEAVE:
            self._errors = ErrorDict()
            self.cleaned_data = {"take": LEAVE}

    @property
    def is_blank(self) -> bool:
        """A line that is left counts as one with nothing in it."""
        return self.cleaned_data.get("take") == LEAVE or super().is_blank
