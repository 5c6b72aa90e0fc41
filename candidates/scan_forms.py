"""Forms of scans: sending one, taking one back, switching them on and off."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from candidates import scan_content, scanning
from organizations.errors import Refused
from organizations.inputs import DeedForm

_WORDS = forms.Textarea(attrs={"rows": 2})


class ScanForm(DeedForm):
    """A scan to send."""

    file = forms.FileField(
        label="Tệp bản quét",
        error_messages={
            "required": "Hãy chọn tệp bản quét.",
            "empty": "Tệp đã chọn rỗng, không có nội dung. Hãy quét lại rồi gửi lại.",
            "invalid": "Không nhận được tệp; hãy chọn tệp rồi gửi lại.",
        },
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        megabytes = settings.SCANS_MAX_BYTES // scanning.MEGABYTE
        self.fields["file"].help_text = f"PDF, JPEG hoặc PNG, tối đa {megabytes} MB."

    def clean_file(self) -> UploadedFile:
        """Refuse what is too big before any of it is read."""
        sent = self.cleaned_data["file"]
        try:
            scanning.check_size(sent.size, scan_content.tidy_name(sent.name))
        except Refused as refusal:
            raise ValidationError(list(refusal.sentences)) from refusal
        return sent

    @property
    def sent(self) -> scanning.SentFile:
        """The file as the action takes it."""
        file = self.cleaned_data["file"]
        file.seek(0)
        return scanning.SentFile(file.name, file.read())


class TakeScanBackForm(DeedForm):
    """Why a scan is taken back."""

    reason = forms.CharField(
        label="Lý do gỡ bản quét",
        max_length=400,
        widget=_WORDS,
        error_messages={"required": "Hãy ghi lý do gỡ bản quét."},
        help_text="Ví dụ: quét nhầm giấy của người khác. Tệp bị xóa khỏi máy chủ, không lấy lại được; dòng ghi đã gửi và lý do "
        "gỡ được giữ trong nhật ký thay đổi.",
    )


class SwitchForm(DeedForm):
    """Why scans are switched on, or off."""

    reason = forms.CharField(
        label="Lý do",
        max_length=400,
        widget=_WORDS,
        error_messages={"required": "Hãy ghi lý do."},
        help_text="Ví dụ: theo kế hoạch số hóa hồ sơ đảng viên, ghi số và ngày văn bản cho phép.",
    )
