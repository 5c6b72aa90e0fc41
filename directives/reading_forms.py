"""The forms of reading: a file or pasted words; and everything that was read, each line to be recorded or left."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory
from django.forms.utils import ErrorDict
from django.http import QueryDict

from directives import letter_text
from directives.letter_forms import MOST_LINES, LetterForm
from directives.line_forms import AddresseeForm, CitationForm, ClauseForm, LineForm
from directives.proposals import LEAVE, TAKE
from directives.unit_field import Units
from organizations.errors import Refused
from organizations.inputs import DeedForm

ACCEPTED = ".docx,.pdf,.txt,application/pdf,text/plain"


class SendForm(DeedForm):
    """A letter to be read: a file, or pasted words."""

    file = forms.FileField(
        label="Tệp văn bản",
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=f"Word (.docx), PDF xuất từ Word (có lớp chữ), hoặc .txt; không quá {letter_text.MOST_MB} MB.",
        error_messages={
            "empty": "Tệp đã chọn rỗng, không có nội dung.",
            "invalid": "Không nhận được tệp; hãy chọn lại.",
        },
    )
    pasted = forms.CharField(
        label="Hoặc dán nội dung",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Dán cả phần đầu văn bản (số, ngày, nơi nhận) thì đọc được đủ hơn.",
    )
    unit = forms.TypedChoiceField(
        label="Đọc cho đơn vị", coerce=int, error_messages={"required": "Hãy chọn đơn vị giữ văn bản."}
    )

    def __init__(self, *args: object, keepers: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = keepers
        if len(keepers) == 1:
            self.fields["unit"].widget, self.initial["unit"] = forms.HiddenInput(), keepers[0][0]

    def clean(self) -> dict:
        """Exactly one of the two, and its text."""
        given = super().clean()
        sent, words = given.get("file"), given.get("pasted", "")
        if "file" in self.errors:
            return given
        if bool(sent) == bool(words.strip()):
            raise ValidationError("Hãy chọn một tệp hoặc dán nội dung, một trong hai.")
        try:
            given["text"] = self._text(sent, words)
        except Refused as refusal:
            self.add_error("file" if sent else "pasted", ValidationError(list(refusal.sentences)))
        return given

    @property
    def name(self) -> str:
        """The name of the file; empty for pasted words."""
        sent = self.cleaned_data.get("file")
        return sent.name if sent else ""

    def _text(self, sent: object, words: str) -> str:
        if not sent:
            return letter_text.pasted(words)
        if sent.size > letter_text.MOST_MB * 1024 * 1024:
            raise Refused(letter_text.too_big(sent.name))
        return letter_text.of_file(sent.name, sent.read())


class DropForm(DeedForm):
    """A read letter is put aside."""


def _take() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Ghi hay bỏ qua",
        choices=[(TAKE, "Ghi"), (LEAVE, "Bỏ qua")],
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn ghi hay bỏ qua."},
    )


class TakenForm(LineForm):
    """A line that was read: recorded or left; what is left is not checked."""

    take = _take()

    def full_clean(self) -> None:
        """Check a line that is recorded."""
        super().full_clean()
        if self.is_bound and self.data.get(self.add_prefix("take")) == LEAVE:
            self._errors = ErrorDict()

    @property
    def is_blank(self) -> bool:
        """A line that is left counts as one with nothing in it."""
        return self.cleaned_data.get("take") == LEAVE or super().is_blank


class TakenAddressee(TakenForm, AddresseeForm):
    """An addressee that was read."""

    take = _take()


class TakenClause(TakenForm, ClauseForm):
    """A sentence that holds something."""

    take = _take()


class TakenCitation(TakenForm, CitationForm):
    """A cited document that was read."""

    take = _take()


_LINES: dict[str, type[TakenForm]] = {"addressees": TakenAddressee, "clauses": TakenClause, "citations": TakenCitation}


class ReadForm(LetterForm):
    """Everything that was read of a letter, as the register takes it."""

    def __init__(
        self, data: QueryDict | None = None, *args: object, units: Units, rows: dict, **kwargs: object
    ) -> None:
        super().__init__(data, *args, units=units, empty=0, **kwargs)
        self.lines = {name: _lines(name, data, rows[name], units) for name in _LINES}


def _lines(name: str, data: QueryDict | None, rows: list[dict], units: Units) -> BaseFormSet:
    made = formset_factory(_LINES[name], extra=0, max_num=MOST_LINES * 2, absolute_max=MOST_LINES * 2)
    return made(data, initial=rows, prefix=name, form_kwargs={"units": units})
