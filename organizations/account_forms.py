"""Forms about accounts: they only clean input; what may be done is decided by the actions."""

import re

from allauth.account.forms import ChangePasswordForm
from django import forms
from django.db.models import QuerySet

from organizations.enums import Role
from organizations.formats import tidy
from organizations.inputs import DateField, DeedForm, UnitChoice
from organizations.models import Unit, User
from organizations.posting import Given

USERNAME = re.compile(r"[a-z][a-z0-9.-]{2,29}")
TAKEN_BY_ADDRESSES = ("moi",)
PASSWORD_HELP = "Ít nhất 8 ký tự, không trùng tên mình, không phải mật khẩu quá thông dụng."


class OwnPasswordForm(ChangePasswordForm):
    """One's own new password: it differs from the present one."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = PASSWORD_HELP

    def clean_password1(self) -> str:
        """Refuse the password that one has already."""
        new = self.cleaned_data["password1"]
        if self.user.check_password(new):
            raise forms.ValidationError("Mật khẩu mới trùng với mật khẩu hiện nay; hãy chọn mật khẩu khác.")
        return new


class PostForm(DeedForm):
    """A post: role, unit, first day."""

    role = forms.ChoiceField(
        label="Vai trò",
        choices=[("", "Chọn vai trò"), *Role.choices],
        error_messages={"required": "Hãy chọn vai trò.", "invalid_choice": "Hãy chọn một vai trò trong danh sách."},
    )
    unit = UnitChoice(
        label="Đơn vị",
        queryset=Unit.objects.none(),
        empty_label="Chọn đơn vị",
        error_messages={"required": "Hãy chọn đơn vị.", "invalid_choice": "Hãy chọn một đơn vị trong danh sách."},
        help_text="Cán bộ hội, đoàn thể: chọn hội hoặc tổ chức chính trị – xã hội; bí thư chi bộ: chọn chi bộ.",
    )
    since = DateField(label="Từ ngày", error_messages={"required": "Hãy nhập ngày bắt đầu phân công."})

    def __init__(self, *args: object, units: QuerySet[Unit], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units

    def given(self) -> Given:
        """The post as the actions take it."""
        cleaned = self.cleaned_data
        return Given(Role(cleaned["role"]), cleaned["unit"], cleaned["since"])


class NewAccountForm(PostForm):
    """A new account with its first post."""

    full_name = forms.CharField(
        label="Họ và tên",
        max_length=User._meta.get_field("full_name").max_length,
        error_messages={"required": "Hãy nhập họ và tên."},
    )
    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=30,
        error_messages={"required": "Hãy nhập tên đăng nhập."},
        help_text="Chữ thường không dấu, chữ số, dấu chấm, gạch nối; ví dụ nguyen.khanh.",
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )
    field_order = ["full_name", "username", "role", "unit", "since"]

    def clean_full_name(self) -> str:
        """The name in one spelling, with letters."""
        name = tidy(self.cleaned_data["full_name"])
        if not any(char.isalpha() for char in name):
            raise forms.ValidationError("Hãy nhập họ và tên bằng chữ.")
        return name

    def clean_username(self) -> str:
        """The user name as it is typed at sign-in and stands in addresses."""
        name = self.cleaned_data["username"].strip()
        if not USERNAME.fullmatch(name):
            raise forms.ValidationError(
                "Tên đăng nhập gồm 3 đến 30 ký tự, bắt đầu bằng chữ: chữ thường không dấu, chữ số, dấu chấm, gạch nối."
            )
        if name in TAKEN_BY_ADDRESSES:
            raise forms.ValidationError(f"Tên “{name}” không dùng được; hãy chọn tên khác.")
        return name


class EndPostForm(DeedForm):
    """The first day on which a post is no longer held."""

    since = DateField(
        label="Thôi từ ngày",
        error_messages={"required": "Hãy nhập ngày thôi phân công."},
        help_text="Từ ngày này người đó không còn quyền theo phân công; ghi hôm nay thì thôi ngay.",
    )
