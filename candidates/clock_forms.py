"""Forms of deadlines: the extension of a term, a day that the calendar has wrong, taking it back, confirming a year."""

from django import forms

from candidates import calendars
from candidates.enums import DayKind
from candidates.extending import Asked
from organizations.inputs import AskingForm, DateField, DeedForm

FURTHEST = 999


def _words(label: str, length: int, missing: str = "", **kwargs: object) -> forms.CharField:
    errors = {"required": missing} if missing else {}
    return forms.CharField(label=label, max_length=length, required=bool(missing), error_messages=errors, **kwargs)


class ExtensionForm(DeedForm):
    """How much longer a decision may take: in working days, or until a day; why, and by which paper."""

    days = forms.IntegerField(
        label="Kéo dài thêm (ngày làm việc)",
        required=False,
        min_value=1,
        max_value=FURTHEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": "Hãy nhập một số nguyên, ví dụ 30.",
            "min_value": "Số ngày kéo dài phải từ 1 trở lên.",
            "max_value": "Số ngày quá lớn; hãy kiểm tra lại.",
        },
        help_text="Ghi số ngày, hoặc để trống và ghi ngày hết hạn mới ở ô dưới.",
    )
    until = DateField(label="Hoặc kéo dài đến hết ngày", required=False)
    reason = _words("Lý do", 300, "Hãy ghi lý do kéo dài.", widget=forms.Textarea(attrs={"rows": 2}))
    paper = _words(
        "Văn bản", 80, help_text="Văn bản của cấp ủy quyết định kéo dài, ví dụ: Thông báo số 12-TB/ĐU ngày 01/4/2022."
    )

    @property
    def asked(self) -> Asked:
        """What was typed, as ``extending`` takes it."""
        return Asked(**{name: self.cleaned_data[name] for name in ("reason", "paper", "days", "until")})

    def clean(self) -> dict:
        """Exactly one of the two ways to say it."""
        given = super().clean()
        if not {"days", "until"} & set(self.errors) and (given.get("days") is None) == (given.get("until") is None):
            self.add_error("days", "Hãy ghi số ngày làm việc, hoặc ngày hết hạn mới; chỉ ghi một trong hai.")
        return given


class DayForm(DeedForm):
    """A day that differs from what the calendar says by itself."""

    day = DateField(label="Ngày", error_messages={"required": "Hãy nhập ngày."})
    kind = forms.ChoiceField(
        label="Là ngày",
        choices=[("", "Chọn"), *DayKind.choices],
        error_messages={
            "required": "Hãy chọn nghỉ hay làm việc.",
            "invalid_choice": "Không có lựa chọn này; hãy chọn lại.",
        },
    )
    source = _words(
        "Căn cứ", 200, "Hãy ghi văn bản làm căn cứ.", help_text="Ví dụ: Thông báo số 6150/TB-BLĐTBXH ngày 03/12/2024."
    )


class VoidForm(DeedForm):
    """Why a correction of the calendar is taken back."""

    reason = _words(
        "Lý do hủy", 400, "Hãy ghi lý do hủy.", help_text="Lý do và dòng cũ được giữ trong nhật ký thay đổi."
    )


class YearForm(DeedForm):
    """The announcement with which the calendar of a year was compared."""

    source = _words(
        "Văn bản công bố lịch nghỉ",
        200,
        "Hãy ghi văn bản công bố.",
        help_text="Ví dụ: Thông báo số 6150/TB-BLĐTBXH ngày 03/12/2024.",
    )


class AskedYearForm(AskingForm):
    """The year that one looks at."""

    nam = forms.IntegerField(
        label="Năm",
        required=False,
        min_value=calendars.FIRST,
        max_value=calendars.LAST,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": "Hãy nhập năm đủ bốn chữ số, ví dụ 2027.",
            "min_value": f"Hệ thống chỉ có lịch nghỉ từ năm {calendars.FIRST}.",
            "max_value": f"Hệ thống chỉ có lịch nghỉ đến năm {calendars.LAST}.",
        },
    )
