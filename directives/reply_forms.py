"""Forms about replies: the superior's word, the choice of late units, the number of a letter, what goes to the superior."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from candidates import scan_content, scanning
from directives.attaching import SentFile
from directives.enums import RulingKind
from directives.overdue import Overdue
from directives.ruling import Word
from organizations.errors import Refused
from organizations.inputs import AskingForm, DateField, DeedForm

_LINES = forms.Textarea(attrs={"rows": 3})
NO_CHOICE = "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."


class ReplyFileField(forms.FileField):
    """A file of a reply: a PDF or a picture, looked at before it is read."""

    def __init__(self, **kwargs: object) -> None:
        told = {
            "empty": "Tệp đã chọn rỗng, không có nội dung. Hãy chọn tệp khác.",
            "invalid": "Không nhận được tệp; hãy chọn tệp rồi gửi lại.",
        }
        widget = forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"})
        super().__init__(label="Tệp kèm theo", required=False, error_messages=told, widget=widget, **kwargs)
        megabytes = settings.SCANS_MAX_BYTES // scanning.MEGABYTE
        self.help_text = f"PDF, JPEG hoặc PNG, tối đa {megabytes} MB. Không gửi tài liệu mật."

    def clean(self, data: UploadedFile | None, initial: object = None) -> UploadedFile | None:
        """Refuse what is too big before any of it is read."""
        sent = super().clean(data, initial)
        if sent:
            try:
                scanning.check_size(sent.size, scan_content.tidy_name(sent.name))
            except Refused as refusal:
                raise ValidationError(list(refusal.sentences)) from refusal
        return sent


def sent(file: UploadedFile | None) -> SentFile | None:
    """Return an uploaded file as the action takes it."""
    if file is None:
        return None
    file.seek(0)
    return SentFile(file.name, file.read())


class AcceptForm(DeedForm):
    """A reply is accepted."""

    kind = RulingKind.ACCEPTED
    on = DateField(label="Ngày cho ý kiến", error_messages={"required": "Hãy nhập ngày cho ý kiến."})
    words = forms.CharField(label="Ý kiến", max_length=400, required=False, widget=_LINES)

    def word(self) -> Word:
        """What is said, as the action takes it."""
        given = self.cleaned_data
        return Word(self.kind, given["on"], given["words"], given.get("due_on"))


class ReturnForm(AcceptForm):
    """A reply is returned to be made anew."""

    kind = RulingKind.RETURNED
    words = forms.CharField(
        label="Lý do trả lại, việc phải làm lại",
        max_length=400,
        widget=_LINES,
        error_messages={"required": "Hãy ghi lý do trả lại, để đơn vị biết phải làm lại điều gì."},
    )
    due_on = DateField(label="Hạn mới", required=False, help_text="Phải có khi nhiệm vụ có hạn.")


class ExemptForm(AcceptForm):
    """A unit is let off."""

    kind = RulingKind.EXEMPT
    words = forms.CharField(
        label="Lý do miễn", max_length=400, widget=_LINES, error_messages={"required": "Hãy ghi lý do miễn."}
    )


class RemindForm(DeedForm):
    """Which late units a letter asks again, and by when it asks them to reply."""

    chosen = forms.MultipleChoiceField(label="Đơn vị", required=False)
    reply_by = DateField(
        label="Đề nghị trả lời trước ngày", required=False, help_text="Để trống thì bản in chừa chỗ điền tay."
    )

    def __init__(self, *args: object, lines: list[Overdue], nobody: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.lines, self.nobody = lines, nobody
        self.fields["chosen"].choices = [(each.key, each.name) for each in lines]
        self.fields["chosen"].error_messages["invalid_choice"] = (
            "Có đơn vị vừa trả lời hoặc không còn trong danh sách chậm; hãy xem lại danh sách rồi chọn lại."
        )

    @property
    def marked(self) -> set[str]:
        """Which boxes are ticked when the form is shown: at first those to whom a letter is due, unless nobody is wanted."""
        if self.is_bound:
            return set(self.data.getlist("chosen"))
        return set() if self.nobody else {each.key for each in self.lines if each.is_urgent}

    def picked(self) -> list[Overdue]:
        """The chosen lines in their order."""
        asked = set(self.cleaned_data["chosen"])
        return [each for each in self.lines if each.key in asked]


class IssueForm(DeedForm):
    """The number and day that the registry gave a letter."""

    number = forms.CharField(
        label="Số, ký hiệu",
        max_length=60,
        error_messages={"required": "Hãy nhập số, ký hiệu văn thư đã cấp, ví dụ 312-CV/BTCĐUK."},
    )
    issued_on = DateField(label="Ngày ban hành", error_messages={"required": "Hãy nhập ngày ban hành công văn."})


class EscalateForm(DeedForm):
    """Whether a late duty goes to the superior, and why."""

    released = forms.ChoiceField(
        label="Quyết định",
        choices=[("1", "Báo cáo cấp trên"), ("0", "Không báo cáo cấp trên")],
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn báo cáo hoặc không báo cáo cấp trên.", "invalid_choice": NO_CHOICE},
    )
    words = forms.CharField(
        label="Nội dung báo cáo, hoặc lý do không báo cáo",
        max_length=400,
        widget=_LINES,
        error_messages={"required": "Hãy ghi nội dung báo cáo, hoặc lý do không báo cáo."},
    )


class FollowForm(AskingForm):
    """Which units the table of a document shows."""

    loc = forms.ChoiceField(
        label="Đơn vị",
        choices=[("", "Tất cả"), ("qua-han", "Có nhiệm vụ quá hạn"), ("chua", "Còn nhiệm vụ chưa trả lời")],
        required=False,
        error_messages={"invalid_choice": NO_CHOICE},
    )
