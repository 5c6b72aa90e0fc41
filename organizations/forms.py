"""Forms about units."""

from django import forms

from organizations.actions import Members
from organizations.inputs import DateField, DeedForm

MOST = 1_000_000


def _people(label: str) -> forms.IntegerField:
    words = {
        "required": "Hãy nhập số người; không có ai thì ghi 0.",
        "invalid": "Hãy nhập một số nguyên, ví dụ 57.",
        "min_value": "Số người không thể âm.",
        "max_value": "Số người quá lớn; hãy kiểm tra lại.",
    }
    box = forms.TextInput(attrs={"inputmode": "numeric", "class": "count"})
    return forms.IntegerField(label=label, min_value=0, max_value=MOST, error_messages=words, widget=box)


class MembersForm(DeedForm):
    """Official and probationary members as at a day."""

    on = DateField(
        label="Số liệu tại ngày",
        error_messages={"required": "Hãy nhập ngày."},
        help_text="Chỉ tiêu theo tỷ lệ đầu năm tính trên số liệu ngày 01/01.",
    )
    official = _people("Đảng viên chính thức")
    probationary = _people("Đảng viên dự bị")
    source = forms.CharField(
        label="Nguồn số liệu", max_length=200, required=False, help_text="Ví dụ: báo cáo số, ngày."
    )

    def said(self) -> Members:
        """What was declared, as the action takes it."""
        cleaned = self.cleaned_data
        return Members(cleaned["on"], cleaned["official"], cleaned["probationary"], cleaned["source"])
