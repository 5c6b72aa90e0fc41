"""What the list of documents can be asked: words, kind, year, issuer, whether it holds, what it created."""

from django import forms

from directives.register import DUTIES, IN_FORCE, NOT_IN_FORCE, TARGETS, Asked
from organizations.enums import DocumentKind
from organizations.inputs import AskingForm

NO_CHOICE = "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."


class RegisterForm(AskingForm):
    """The filters of the register; years and issuers are those of the documents that one sees."""

    tim = forms.CharField(label="Số, trích yếu, nơi ban hành, nội dung", max_length=100, required=False)
    loai = forms.ChoiceField(label="Loại", choices=[("", "Mọi loại"), *DocumentKind.choices], required=False)
    nam = forms.TypedChoiceField(label="Năm", coerce=int, required=False, empty_value=None)
    noi_ban_hanh = forms.ChoiceField(label="Cơ quan ban hành", required=False)
    hieu_luc = forms.ChoiceField(
        label="Hiệu lực",
        choices=[("", "Tất cả"), (IN_FORCE, "Còn hiệu lực"), (NOT_IN_FORCE, "Hết hiệu lực, bị thay thế")],
        required=False,
    )
    giao = forms.ChoiceField(
        label="Giao", choices=[("", "Tất cả"), (TARGETS, "Có chỉ tiêu"), (DUTIES, "Có nhiệm vụ")], required=False
    )

    def __init__(self, *args: object, years: list[int], issuers: list[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nam"].choices = [("", "Mọi năm"), *((year, year) for year in years)]
        self.fields["noi_ban_hanh"].choices = [("", "Mọi nơi"), *((each, each) for each in issuers)]
        for field in self.fields.values():
            field.error_messages |= {"invalid_choice": NO_CHOICE}

    @property
    def asked(self) -> Asked:
        """What is asked for, as the register takes it."""
        given = self.cleaned_data
        return Asked(
            words=given["tim"],
            kind=given["loai"],
            year=given["nam"],
            issuer=given["noi_ban_hanh"],
            force=given["hieu_luc"],
            made=given["giao"],
        )

    @property
    def is_narrowed(self) -> bool:
        """Say whether anything is asked for."""
        return self.is_bound and any(self.data.get(name) for name in self.fields)
