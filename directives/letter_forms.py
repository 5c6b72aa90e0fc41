"""The form of a registered document: its head and its lines, filled in on one page that works without a script.

A button adds empty lines: the page comes back with what was typed, nothing is checked or stored.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict

from directives import keeping_files
from directives.identities import PARTS, Identity
from directives.letter_content import ACCEPTED
from directives.letters import Head, Letter
from directives.line_forms import NO_CHOICE, AddresseeForm, CitationForm, ClauseForm, LineForm
from directives.models import Directive
from directives.registering import Alikes
from directives.unit_field import UnitField, Units
from organizations.enums import DocumentKind, Secrecy
from organizations.errors import DomainError, Refused
from organizations.inputs import DateField, DeedForm
from organizations.models import Unit

MOST_LINES, FIRST_LINES, MORE_LINES = 200, 2, 3
ROWS: dict[str, tuple[str, type[LineForm]]] = {
    "addressees": ("nơi nhận", AddresseeForm),
    "clauses": ("điểm, khoản", ClauseForm),
    "citations": ("quan hệ", CitationForm),
}
_HEAD = ("valid_from", "valid_until", "meeting_on", "signed_as", "signer", "place", "note", "secrecy")


class LetterForm(DeedForm):
    """Everything that is registered of a document; ``file`` only of a new one, ``reason`` only of a correction."""

    names = {name: words for name, (words, _) in ROWS.items()}
    kind = forms.ChoiceField(label="Loại", choices=[("", "chưa rõ"), *DocumentKind.choices], required=False)
    number = forms.CharField(
        label="Số, ký hiệu",
        max_length=60,
        required=False,
    )
    issued_on = DateField(label="Ngày ban hành", required=False)
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=200, required=False)
    issuing_unit = UnitField(
        label="Cấp ủy của cơ quan ban hành trong hệ thống",
        required=False,
        help_text="Gõ tên hoặc mã; để trống khi nơi ban hành ở ngoài hệ thống.",
    )
    subject = forms.CharField(
        label="Trích yếu",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Hãy ghi trích yếu, như văn bản ghi."},
    )
    secrecy = forms.ChoiceField(
        label="Độ mật",
        choices=Secrecy.choices,
        initial=Secrecy.NORMAL,
        help_text="Có độ mật thì chỉ nơi nhận, nơi ban hành và nơi giữ văn bản thấy văn bản này; không lưu tệp.",
    )
    place = forms.CharField(label="Nơi ban hành", max_length=80, required=False)
    signed_as = forms.CharField(label="Thẩm quyền, chức vụ người ký", max_length=120, required=False)
    signer = forms.CharField(label="Người ký", max_length=120, required=False)
    meeting_on = DateField(label="Ngày họp nêu trong văn bản", required=False, help_text="Không phải ngày ban hành.")
    valid_from = DateField(
        label="Có hiệu lực từ ngày", required=False, help_text="Để trống khi có hiệu lực từ ngày ban hành."
    )
    valid_until = DateField(
        label="Hết hiệu lực từ ngày", required=False, help_text="Chỉ ghi khi văn bản, hoặc văn bản khác, nói rõ."
    )
    note = forms.CharField(label="Ghi chú", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    kept_by = forms.TypedChoiceField(
        label="Đơn vị giữ văn bản", coerce=int, error_messages={"required": "Hãy chọn đơn vị giữ văn bản."}
    )
    file = forms.FileField(
        label="Tệp văn bản",
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text="PDF, Word (.docx), .txt hoặc ảnh JPEG, PNG. Chọn tệp sau khi đã thêm đủ dòng: trình duyệt không giữ tệp.",
        error_messages={
            "empty": "Tệp đã chọn rỗng, không có nội dung.",
            "invalid": "Không nhận được tệp; hãy chọn lại.",
        },
    )
    is_other = forms.BooleanField(label="Đây là văn bản khác", required=False)
    reason = forms.CharField(
        label="Lý do đính chính",
        max_length=400,
        error_messages={"required": "Hãy ghi lý do đính chính."},
        help_text="Ví dụ: ghi nhầm ngày ban hành. Lời cũ còn trong nhật ký thay đổi.",
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        files: object = None,
        *,
        units: Units,
        keepers: list[tuple[int, str]],
        stored: Directive | None = None,
        rows: dict[str, list[dict]] | None = None,
        empty: int = FIRST_LINES,
        **kwargs: object,
    ) -> None:
        super().__init__(data, files, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.error_messages["invalid_choice"] = NO_CHOICE
        self.units, self.alikes, self._keepers = units, (), dict(keepers)
        self.fields["issuing_unit"].units = units
        self.fields["kept_by"].choices = keepers
        if len(keepers) == 1:
            self.fields["kept_by"].widget, self.initial["kept_by"] = forms.HiddenInput(), keepers[0][0]
        del self.fields["reason" if stored is None else "file"]
        said = rows or {}
        self.lines = {name: _formset(name, data, said.get(name, []), units, empty) for name in ROWS}

    def is_valid(self) -> bool:
        """The head and every line; what is wrong with a line is told at the top, too."""
        head, wrong = super().is_valid(), [name for name, each in self.lines.items() if not each.is_valid()]
        for name in wrong:
            self._tell(name)
        return head and not wrong

    def clean_file(self) -> UploadedFile | None:
        """Refuse what is too big before any of it is read."""
        sent = self.cleaned_data["file"]
        try:
            if sent:
                keeping_files.check_size(sent.size, sent.name)
        except Refused as refusal:
            raise ValidationError(list(refusal.sentences)) from refusal
        return sent

    def add_refusal(self, error: DomainError) -> None:
        """Remember which documents look alike: the page leads to them."""
        super().add_refusal(error)
        if isinstance(error, Alikes):
            self.alikes = error.documents

    @property
    def sent(self) -> keeping_files.SentFile | None:
        """The file as the action takes it."""
        if not (file := self.cleaned_data.get("file")):
            return None
        file.seek(0)
        return keeping_files.SentFile(file.name, file.read())

    def letter(self) -> Letter:
        """What was typed, as the action takes it."""
        given = self.cleaned_data
        head = Head(
            identity=Identity(**{name: given[name] for name in PARTS}),
            subject=given["subject"],
            kept_by=Unit.objects.get(pk=given["kept_by"]),
            issuing_unit=given["issuing_unit"],
            **{name: given[name] for name in _HEAD},
        )
        clauses = sorted(enumerate(self._told("clauses")), key=_by_place)
        return Letter(
            head,
            tuple(form.line() for form in self._told("addressees")),
            tuple(form.line() for _, form in clauses),
            tuple(form.line() for form in self._told("citations")),
        )

    def _told(self, name: str) -> list[LineForm]:
        return [form for form in self.lines[name].forms if not form.is_blank]

    def _tell(self, name: str) -> None:
        if self.lines[name].non_form_errors():
            self.add_error(None, f"Biểu mẫu thiếu phần {self.names[name]}. Hãy tải lại trang rồi gửi lại.")
        for place, form in enumerate(self.lines[name].forms, start=1):
            for field, sentences in form.errors.items():
                said = form.fields[field].label if field in form.fields else ""
                for sentence in sentences:
                    self.add_error(
                        None, f"Dòng {place} của {self.names[name]}{f', “{said}”' if said else ''}: {sentence}"
                    )


def _formset(name: str, data: QueryDict | None, initial: list[dict], units: Units, empty: int) -> BaseFormSet:
    _, form = ROWS[name]
    made = formset_factory(form, extra=empty, max_num=MOST_LINES, absolute_max=MOST_LINES)
    return made(data, initial=initial, prefix=name, form_kwargs={"units": units})


def _by_place(numbered: tuple[int, LineForm]) -> tuple:
    """By the place typed; of two with the same one the new line comes first, lines without one last."""
    index, form = numbered
    place = form.cleaned_data.get("place")
    return (place is None, place or 0, form.cleaned_data.get("row") is not None, index)
