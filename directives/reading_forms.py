"""The forms of reading: a file or pasted words; and everything that was read, each line to be recorded or left."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict

from directives import letter_text
from directives.duty_lines import DutyLine
from directives.letter_forms import MOST_LINES, LetterForm
from directives.line_forms import AddresseeForm, CitationForm, ClauseForm
from directives.taken import TakenForm, take_field
from directives.target_lines import TargetLine
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

    @property
    def content(self) -> bytes:
        """The bytes of the file; none for pasted words."""
        if not (sent := self.cleaned_data.get("file")):
            return b""
        sent.seek(0)
        return sent.read()

    def _text(self, sent: object, words: str) -> str:
        if not sent:
            return letter_text.pasted(words)
        if sent.size > letter_text.MOST_MB * 1024 * 1024:
            raise Refused(letter_text.too_big(sent.name))
        return letter_text.of_file(sent.name, sent.read())


class DropForm(DeedForm):
    """A read letter is put aside."""


class TakenAddressee(TakenForm, AddresseeForm):
    """An addressee that was read."""

    take = take_field()


class TakenClause(TakenForm, ClauseForm):
    """A sentence that holds something."""

    take = take_field()


class TakenCitation(TakenForm, CitationForm):
    """A cited document that was read."""

    take = take_field()


_LINES: dict[str, tuple[str, type[TakenForm]]] = {
    "addressees": ("nơi nhận", TakenAddressee),
    "clauses": ("câu", TakenClause),
    "citations": ("văn bản viện dẫn", TakenCitation),
    "targets": ("chỉ tiêu", TargetLine),
    "duties": ("nhiệm vụ", DutyLine),
}


class ReadForm(LetterForm):
    """Everything that was read of a letter, as the register takes it, with the targets of its sentences."""

    names = {name: words for name, (words, _) in _LINES.items()}

    def __init__(
        self, data: QueryDict | None = None, *args: object, units: Units, rows: dict, **kwargs: object
    ) -> None:
        super().__init__(data, *args, units=units, empty=0, **kwargs)
        self.lines = {name: _lines(name, data, rows[name], units) for name in _LINES}

    def clean(self) -> dict:
        """What hangs on a sentence needs that sentence."""
        given = super().clean()
        if self.is_bound and all(each.is_valid() for each in self.lines.values()):
            kept = {place for place, form in enumerate(self.lines["clauses"].forms, start=1) if not form.is_blank}
            for name in ("targets", "duties"):
                self._check_kept(name, kept)
        return given

    def _check_kept(self, name: str, kept: set[int]) -> None:
        for number, form in enumerate(self.lines[name].forms, start=1):
            if not form.is_blank and form.cleaned_data["place"] not in kept:
                told = f"{_LINES[name][0].capitalize()} {number} được ghi nhưng câu chứa nó bị bỏ qua."
                self.add_error(None, f"{told} Hãy chọn “Ghi” cho câu đó.")

    def hanging(self, name: str) -> list[tuple[str, TakenForm]]:
        """The lines of a kind that are recorded, each with the name of the clause on which it hangs."""
        labels = [form.cleaned_data.get("label", "") for form in self.lines["clauses"].forms]
        return [(labels[form.cleaned_data["place"] - 1], form) for form in self._told(name)]


def _lines(name: str, data: QueryDict | None, rows: list[dict], units: Units) -> BaseFormSet:
    made = formset_factory(_LINES[name][1], extra=0, max_num=MOST_LINES * 2, absolute_max=MOST_LINES * 2)
    return made(data, initial=rows, prefix=name, form_kwargs={"units": units})
