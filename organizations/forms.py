"""Forms about units."""

from django import forms

from organizations.actions import Members
from organizations.inputs import DateField, DeedForm, PeopleField


class MembersForm(DeedForm):
    """Official and probationary members as at a day."""

    on = DateField(
        label="Số liệu tại ngày",
        error_messages={"required": "Hãy nhập ngày."},
        help_text="Chỉ tiêu theo tỷ lệ đầu năm tính trên số liệu ngày 01/01.",
    )
    official = PeopleField(label="Đảng viên chính thức")
    probationary = PeopleField(label="Đảng viên dự bị")
    source = forms.CharField(
        label="Nguồn số liệu", max_length=200, required=False, help_text="Ví dụ: báo cáo số, ngày."
    )

    def said(self) -> Members:
        """What was declared, as the action takes it."""
        cleaned = self.cleaned_data
        return Members(cleaned["on"], cleaned["official"], cleaned["probationary"], cleaned["source"])
