"""What an auditor may ask the audit for, in the words of its address."""

from django import forms
from django.db.models import QuerySet

from organizations.audit import After, Asked
from organizations.inputs import AskingForm, DateField
from organizations.models import User


class AuditForm(AskingForm):
    """One person, one day, the place where the page before ended; all may be left out."""

    nguoi = forms.ModelChoiceField(
        User.objects.none(),
        label="Người làm",
        to_field_name="username",
        required=False,
        empty_label="Tất cả",
        error_messages={"invalid_choice": "Người này không thuộc phạm vi của đồng chí; hãy chọn lại."},
    )
    ngay = DateField(label="Ngày ghi", required=False)
    sau = forms.CharField(required=False, widget=forms.HiddenInput, max_length=100)

    def __init__(self, *args: object, people: QuerySet[User], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nguoi"].queryset = people

    def clean_sau(self) -> After | None:
        """The last row of the page before."""
        text = self.cleaned_data["sau"]
        try:
            return After.read(text) if text else None
        except ValueError as error:
            raise forms.ValidationError("Địa chỉ trang không đúng; hãy xem lại từ trang mới nhất.") from error

    def asked(self) -> Asked:
        """What is looked for."""
        cleaned = self.cleaned_data
        return Asked(cleaned["nguoi"], cleaned["ngay"], cleaned["sau"])
