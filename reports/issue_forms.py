"""Forms of issuing: who signs, the number and the day, why a version corrects or is set aside; asking the register; a file."""

from dataclasses import asdict

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from organizations.enums import Secrecy
from organizations.errors import Refused
from organizations.formats import tidy
from organizations.inputs import AskingForm, DateField, DeedForm
from reports import secrecy, verifying
from reports.definitions import CATALOGUE
from reports.document import Signature
from reports.freezing import Signing
from reports.issued import STATE_WORDS

DEPUTY, FOR_THE_HEAD = "PHÓ", "K/T"
COLLECTIVE = ("T/M", "TM.")
NO_CHOICE = "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."

NOT_KEPT = (
    "Hệ thống nối mạng chỉ lập, lưu báo cáo thường; báo cáo mật soạn trên máy tính độc lập, ở đây chỉ ghi sổ văn bản."
)
KEPT_HERE = "Báo cáo có độ mật, kể cả tệp in, lưu trên máy này; chỉ người được ban hành báo cáo của đơn vị thấy."


class SigningForm(DeedForm):
    """Who signs a report, who receives it, its degree of secrecy."""

    name = forms.CharField(
        label="Họ tên người ký", max_length=100, error_messages={"required": "Hãy ghi họ tên người ký."}
    )
    authority = forms.CharField(
        label="Thẩm quyền ký",
        max_length=100,
        required=False,
        help_text="Ví dụ: T/M BAN THƯỜNG VỤ. Thủ trưởng ký thì để trống.",
    )
    title = forms.CharField(label="Chức danh người ký", max_length=100, required=False, help_text="Ví dụ: TRƯỞNG BAN.")
    deputy = forms.BooleanField(
        label="Cấp phó ký thay",
        required=False,
        help_text="Ghi thêm dòng “K/T” và chữ “PHÓ” trước chức danh; ký thay mặt tập thể thì chỉ thêm chữ “PHÓ”.",
    )
    recipients = forms.CharField(
        label="Nơi nhận",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="Mỗi nơi một dòng.",
        error_messages={"required": "Hãy ghi ít nhất một nơi nhận, mỗi nơi một dòng."},
    )
    cosigner = forms.CharField(label="Nơi cùng ký xác nhận", max_length=200, required=False)
    secrecy = forms.ChoiceField(
        label="Độ mật",
        choices=Secrecy.choices,
        error_messages={"invalid_choice": NO_CHOICE, "required": "Hãy chọn độ mật."},
    )

    def __init__(self, *args: object, signature: Signature | None = None, **kwargs: object) -> None:
        super().__init__(*args, initial=_initial(signature) if signature else None, **kwargs)
        self.fields["secrecy"].help_text = KEPT_HERE if settings.STANDS_ALONE else NOT_KEPT

    @property
    def signing(self) -> Signing:
        """What a valid form says, as the action takes it."""
        given = self.cleaned_data
        authority, title = given["authority"], given["title"]
        if given["deputy"]:
            authority, title = by_deputy(authority, title)
        lines = tuple(filter(None, (tidy(line) for line in given["recipients"].splitlines())))
        return Signing(given["name"], authority, title, lines, given["cosigner"], Secrecy(given["secrecy"]))

    @property
    def told(self) -> dict:
        """The same as plain values, for work in the background; a correction with its reason."""
        reason = {"reason": self.cleaned_data["reason"]} if "reason" in self.fields else {}
        return asdict(self.signing) | {"secrecy": self.cleaned_data["secrecy"]} | reason

    def clean_secrecy(self) -> str:
        """What is secret is not made in an installation on a network."""
        given = self.cleaned_data["secrecy"]
        try:
            secrecy.check(given)
        except Refused as refusal:
            raise ValidationError(list(refusal.sentences)) from refusal
        return given


def by_deputy(authority: str, title: str) -> tuple[str, str]:
    """Return authority and title where a deputy signs: for the head ``K/T``; for a collective body the title alone changes."""
    deputy = title if not title or title.upper().startswith(DEPUTY) else f"{DEPUTY} {title}"
    if authority.upper().startswith((*COLLECTIVE, FOR_THE_HEAD)):
        return authority, deputy
    return f"{FOR_THE_HEAD} {title}", deputy


class CorrectionForm(SigningForm):
    """A further version of an issued report, with the reason."""

    reason = forms.CharField(
        label="Lý do đính chính",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Hãy ghi lý do đính chính: số nào sai, vì sao."},
    )
    field_order = ("reason",)


class NumberForm(DeedForm):
    """The number and the day of the registry."""

    number = forms.CharField(label="Số", max_length=12, error_messages={"required": "Hãy ghi số mà văn thư cấp."})
    on = DateField(label="Ngày ban hành", error_messages={"required": "Hãy nhập ngày ban hành."})


class DropForm(DeedForm):
    """Why a frozen report is not issued."""

    reason = forms.CharField(
        label="Lý do bỏ bản trình ký", max_length=400, error_messages={"required": "Hãy ghi lý do bỏ bản trình ký."}
    )


class RegisterForm(AskingForm):
    """Which rows of the register are asked for."""

    bao_cao = forms.ChoiceField(label="Báo cáo", required=False)
    tinh_trang = forms.ChoiceField(
        label="Tình trạng",
        required=False,
        choices=[("", "Tất cả"), *((state.value, words) for state, words in STATE_WORDS.items())],
        error_messages={"invalid_choice": NO_CHOICE},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        named = [(code, definition.name) for code, definition in CATALOGUE.items()]
        self.fields["bao_cao"].choices = [("", "Tất cả"), *named]
        self.fields["bao_cao"].error_messages["invalid_choice"] = NO_CHOICE


class VerifyForm(forms.Form):
    """A PDF to be looked up in the register."""

    file = forms.FileField(
        label="Tệp PDF của báo cáo",
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
        error_messages={
            "required": "Hãy chọn tệp PDF cần kiểm tra.",
            "empty": "Tệp đã chọn rỗng, không có nội dung. Hãy chọn tệp PDF của báo cáo.",
            "invalid": "Không nhận được tệp; hãy chọn tệp rồi gửi lại.",
        },
    )

    def clean_file(self) -> UploadedFile:
        """Refuse what can be no issued report."""
        sent = self.cleaned_data["file"]
        try:
            verifying.check_file(sent.name, sent.read(settings.SCANS_MAX_BYTES + 1), settings.SCANS_MAX_BYTES)
        except Refused as refusal:
            raise ValidationError(list(refusal.sentences)) from refusal
        sent.seek(0)
        return sent


def _initial(signature: Signature) -> dict:
    return {
        "authority": signature.authority,
        "title": signature.title,
        "recipients": "\n".join(signature.recipients),
        "cosigner": signature.cosigner,
        "name": signature.name,
        "secrecy": Secrecy.NORMAL,
    }
