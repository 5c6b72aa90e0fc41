"""Forms of the files of a document and of its receipts by units."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from directives import keeping_files
from directives.delivering import Received
from directives.letter_content import ACCEPTED
from directives.models import Addressee
from directives.obligations import DONE, LEFT
from organizations.errors import Refused
from organizations.inputs import AskingForm, DateField, DeedForm

NO_CHOICE = "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."


class FileForm(DeedForm):
    """A file of a document to send."""

    file = forms.FileField(
        label="Tệp văn bản",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={
            "required": "Hãy chọn tệp.",
            "empty": "Tệp đã chọn rỗng, không có nội dung. Hãy chọn tệp khác.",
            "invalid": "Không nhận được tệp; hãy chọn tệp rồi gửi lại.",
        },
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        megabytes = settings.SCANS_MAX_BYTES // keeping_files.MEGABYTE
        self.fields["file"].help_text = f"PDF, Word (.docx), .txt hoặc ảnh JPEG, PNG, tối đa {megabytes} MB."

    def clean_file(self) -> UploadedFile:
        """Refuse what is too big before any of it is read."""
        sent = self.cleaned_data["file"]
        try:
            keeping_files.check_size(sent.size, sent.name)
        except Refused as refusal:
            raise ValidationError(list(refusal.sentences)) from refusal
        return sent

    @property
    def sent(self) -> keeping_files.SentFile:
        """The file as the action takes it."""
        file = self.cleaned_data["file"]
        file.seek(0)
        return keeping_files.SentFile(file.name, file.read())


class TakeFileBackForm(DeedForm):
    """Why a file is taken back."""

    reason = forms.CharField(
        label="Lý do gỡ tệp",
        max_length=400,
        error_messages={"required": "Hãy ghi lý do gỡ tệp."},
        help_text="Ví dụ: gửi nhầm tệp của văn bản khác. Tệp bị xóa khỏi máy chủ; dòng ghi đã gửi và lý do gỡ được giữ.",
    )


class ReceivedForm(AskingForm):
    """Whether those that have received a document or those that have not, and of which addressee."""

    loc = forms.ChoiceField(
        label="Đơn vị", choices=[("", "Tất cả"), (DONE, "Đã nhận"), (LEFT, "Chưa ghi nhận")], required=False
    )
    noi_nhan = forms.TypedChoiceField(label="Nơi nhận", coerce=int, required=False, empty_value=None)

    def __init__(self, *args: object, named: list[Addressee], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.named = named
        self.fields["noi_nhan"].choices = [("", "Mọi nơi nhận"), *((each.pk, each.words) for each in named)]
        for field in self.fields.values():
            field.error_messages |= {"invalid_choice": NO_CHOICE}

    @property
    def chosen(self) -> list[Addressee]:
        """The addressees asked about."""
        key = self.cleaned_data["noi_nhan"]
        return [each for each in self.named if key in (None, each.pk)]


class DeliveryForm(DeedForm):
    """A unit received a document."""

    on = DateField(label="Ngày nhận", error_messages={"required": "Hãy nhập ngày đơn vị nhận văn bản."})
    book_number = forms.CharField(
        label="Số đến", max_length=40, required=False, help_text="Số trong sổ văn bản đến của đơn vị, nếu có."
    )

    def told(self) -> Received:
        """What was said, as the action takes it."""
        return Received(self.cleaned_data["on"], self.cleaned_data["book_number"])

    @property
    def why(self) -> str:
        """The reason; none for what is said for the first time."""
        return ""


class DeliveryCorrectionForm(DeliveryForm):
    """What was said is corrected or taken back, with the reason."""

    withdrawn = forms.BooleanField(label="Ghi nhầm: đơn vị chưa nhận", required=False)
    reason = forms.CharField(label="Lý do sửa", max_length=400, error_messages={"required": "Hãy ghi lý do sửa."})

    def told(self) -> Received | None:
        """What stands instead; None where the unit has not received it after all."""
        return None if self.cleaned_data["withdrawn"] else super().told()

    @property
    def why(self) -> str:
        """The reason of the correction."""
        return self.cleaned_data["reason"]
