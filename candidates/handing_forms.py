"""Forms of handing on: what the list is narrowed to, the mark, a list to compare, and how a difference was settled."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from candidates import member_files
from candidates.reconciliations import Asked
from organizations.errors import Refused
from organizations.inputs import AskingForm, DateField, DeedForm, UnitChoice
from organizations.models import Unit
from organizations.periods import Period, inclusive

NO_CHOICE = "Không có lựa chọn này trong danh sách; hãy chọn lại."
HALF_A_PERIOD = "Hãy nhập cả ngày đầu và ngày cuối của kỳ, hoặc để trống cả hai."
BACKWARDS = "Ngày cuối của kỳ trước ngày đầu; hãy kiểm tra lại."
WAITING, DONE, EVERY = "chua-nhap", "da-nhap", "tat-ca"
STATES = [(WAITING, "Chưa nhập"), (DONE, "Đã nhập"), (EVERY, "Tất cả")]


def _period(given: dict) -> Period | None:
    """The period of two fields, inclusive; ValidationError for half a one, or one that ends before it begins."""
    first, last = given.get("tu"), given.get("den")
    if bool(first) != bool(last):
        raise ValidationError(HALF_A_PERIOD)
    if first and last < first:
        raise ValidationError(BACKWARDS)
    return inclusive(first, last) if first else None


class HandingListForm(AskingForm):
    """What the list of decided dossiers is narrowed to."""

    don_vi = UnitChoice(Unit.objects.none(), to_field_name="code", required=False, label="Đơn vị")
    tu = DateField(required=False, label="Quyết định từ ngày")
    den = DateField(required=False, label="đến ngày")
    tinh_trang = forms.ChoiceField(choices=STATES, required=False, label="Tình trạng")

    def __init__(self, data: object, *, units: QuerySet[Unit]) -> None:
        super().__init__(data)
        self.fields["don_vi"].queryset = units
        self.fields["don_vi"].empty_label = "Tất cả đơn vị được xem"
        for name in ("don_vi", "tinh_trang"):
            self.fields[name].error_messages["invalid_choice"] = NO_CHOICE

    def clean(self) -> dict:
        """Add ``period``, and the state that stands for none chosen."""
        given = super().clean()
        if not self.errors:
            given |= {"period": _period(given), "tinh_trang": given["tinh_trang"] or WAITING}
        return given


class HandOnForm(DeedForm):
    """The day on which a dossier was entered into the database."""

    on = DateField(label="Ngày nhập vào cơ sở dữ liệu đảng viên", error_messages={"required": "Hãy nhập ngày đã nhập."})


class ReconcileForm(DeedForm):
    """A list to compare: pasted, or a file; for a unit and the days of the decisions."""

    unit = UnitChoice(
        Unit.objects.none(),
        to_field_name="code",
        label="Đơn vị",
        error_messages={"required": "Hãy chọn đơn vị.", "invalid_choice": NO_CHOICE},
    )
    tu = DateField(label="Quyết định từ ngày", error_messages={"required": "Hãy nhập ngày đầu của kỳ."})
    den = DateField(label="đến ngày", error_messages={"required": "Hãy nhập ngày cuối của kỳ."})
    file = forms.FileField(
        label="Tệp danh sách",
        required=False,
        allow_empty_file=True,
        help_text="Tệp .xlsx hoặc .csv (UTF-8) lấy từ cơ sở dữ liệu đảng viên, tối đa 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
    )
    rows = forms.CharField(
        label="Hoặc dán danh sách",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
        help_text="Chép cả dòng tiêu đề. Cần ba cột: số quyết định, họ và tên, ngày quyết định, thứ tự nào cũng được; cột khác "
        "bỏ qua.",
    )

    def __init__(self, *args: object, units: QuerySet[Unit], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units
        self.fields["unit"].empty_label = None

    def clean_file(self) -> str:
        """The rows of the file as text; empty without one."""
        sent = self.cleaned_data["file"]
        try:
            return member_files.as_text(sent.name, sent.read(member_files.MOST_BYTES + 1)) if sent else ""
        except Refused as refusal:
            raise ValidationError(list(refusal.sentences)) from refusal

    def clean(self) -> dict:
        """Add ``asked``; what a file said goes on as if it had been pasted, so that storing needs no second upload."""
        given = super().clean()
        if self.errors:
            return given
        text = given["file"] or given["rows"]
        if not text.strip():
            raise ValidationError("Hãy dán danh sách, hoặc chọn tệp danh sách.")
        self.data = self.data.copy()
        self.data["rows"] = text
        return given | {"asked": Asked(given["unit"], _period(given), text)}


class SettleForm(DeedForm):
    """How a difference was settled."""

    note = forms.CharField(
        label="Đã xử lý thế nào",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Hãy ghi đã xử lý thế nào."},
        help_text="Ví dụ: cơ sở dữ liệu ghi nhầm ngày, đã đề nghị sửa ngày 05/8; hồ sơ ở đây ghi nhầm số, đã đính chính.",
    )
