"""Forms of classes: what a plan, an opening, an ending says; who issues certificates; the filters of the list."""

import re
from datetime import date

from django import forms
from django.db.models import QuerySet

from candidates.classes import month_vn
from candidates.enums import ClassKind, ClassState
from candidates.training import Opening, Plan
from organizations.inputs import DateField, DeedForm, UnitChoice
from organizations.models import Unit

_MONTH = re.compile(r"^(\d{1,2})[-/. ](\d{4})$")
MOST_PEOPLE, MOST_SESSIONS = 10_000, 200
UNKNOWN = "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."


class MonthField(forms.Field):
    """A month written the Vietnamese way (5/2021), kept as its first day."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "short"})

    def to_python(self, value: str | date | None) -> date | None:
        """Return the first day of the month, or None when the field was left empty."""
        if isinstance(value, date) or not value:
            return value or None
        found = _MONTH.match(str(value).strip())
        if not found or not (1 <= int(found[1]) <= 12 and 1900 <= int(found[2]) <= 2100):
            raise forms.ValidationError(f"“{value}” không phải là một tháng; hãy nhập tháng/năm, ví dụ 5/2021.")
        return date(int(found[2]), int(found[1]), 1)

    def prepare_value(self, value: str | date | None) -> str | None:
        """Show a month as it is typed; show what was typed when it is no month."""
        return month_vn(value) if isinstance(value, date) else value


def words(label: str, length: int = 200, help_text: str = "", wanted: str = "") -> forms.CharField:
    """Return a field for words; ``wanted`` is the sentence where it must not be empty."""
    told = {"max_length": f"{label} dài quá {length} chữ; hãy viết gọn lại."}
    told |= {"required": wanted} if wanted else {}
    return forms.CharField(
        label=label, max_length=length, help_text=help_text, required=bool(wanted), error_messages=told
    )


def whole(label: str, most: int, help_text: str = "") -> forms.IntegerField:
    """Return a field for a number that may be unknown."""
    told = {"invalid": "Hãy nhập một số nguyên, ví dụ 45.", "min_value": "Số này không thể âm."}
    told |= {"max_value": f"Số này lớn quá {most}; hãy kiểm tra lại."}
    box = forms.TextInput(attrs={"inputmode": "numeric", "class": "count"})
    return forms.IntegerField(
        label=label, min_value=0, max_value=most, required=False, help_text=help_text, error_messages=told, widget=box
    )


def unit_of(label: str, wanted: str = "") -> UnitChoice:
    """Return a field for a unit of a reach, given later; ``wanted`` is the sentence where one must be chosen."""
    told = {"required": wanted, "invalid_choice": "Hãy chọn một mục trong danh sách."}
    empty = "Chọn tổ chức" if wanted else "Không có"
    nobody = Unit.objects.none()
    return UnitChoice(label=label, queryset=nobody, empty_label=empty, required=bool(wanted), error_messages=told)


class PlanForm(DeedForm):
    """A class in the plan."""

    kind = forms.ChoiceField(label="Loại lớp", choices=ClassKind.choices, widget=forms.RadioSelect)
    name = words("Tên lớp", 200, "Ví dụ: Lớp bồi dưỡng nhận thức về Đảng khóa I năm 2021.", "Hãy nhập tên lớp.")
    unit = unit_of("Mở cho người thuộc tổ chức đảng", "Hãy chọn tổ chức đảng.")
    planned_for = MonthField(
        label="Tháng theo kế hoạch",
        help_text="Tháng/năm, ví dụ 5/2021.",
        error_messages={"required": "Hãy nhập tháng theo kế hoạch."},
    )
    plan = words("Văn bản kế hoạch", 200, "Số, ngày, nơi ban hành; chưa có thì để trống.")
    places = whole("Số học viên dự kiến", MOST_PEOPLE)
    organisation = unit_of("Đoàn thể, đơn vị đứng ra tổ chức hội nghị")

    def __init__(self, *args: object, units: QuerySet[Unit], organisations: QuerySet[Unit], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units
        self.fields["organisation"].queryset = organisations
        self.fields["organisation"].help_text = "Chỉ ghi cho hội nghị tập huấn."
        self.fields["kind"].error_messages |= {"required": "Hãy chọn loại lớp.", "invalid_choice": UNKNOWN}

    def said(self) -> Plan:
        """What the plan says, as the action takes it."""
        given = self.cleaned_data
        return Plan(**{name: given[name] for name in Plan.__dataclass_fields__})


class OpeningForm(DeedForm):
    """How a class began."""

    opening_number = words("Số quyết định mở lớp", 60, "Chưa rõ thì để trống.")
    opening_on = DateField(label="Ngày quyết định mở lớp", required=False)
    starts_on = DateField(
        label="Ngày khai giảng", error_messages={"required": "Hãy nhập ngày khai giảng, ngày tổ chức."}
    )
    place = words("Địa điểm")
    sessions = whole("Số buổi học", MOST_SESSIONS, "Số buổi có mặt của học viên không vượt quá số này.")

    def __init__(self, *args: object, kind: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if kind == ClassKind.SEMINAR:
            del self.fields["sessions"]
            self.fields["starts_on"].label = "Ngày tổ chức hội nghị"

    def said(self) -> Opening:
        """What was said of the opening, as the action takes it."""
        given = self.cleaned_data
        return Opening(**{name: given[name] for name in Opening.__dataclass_fields__ if name in given})


class EndingForm(DeedForm):
    """When a class ended; a seminar also says how many attended."""

    ends_on = DateField(label="Ngày bế giảng", error_messages={"required": "Hãy nhập ngày bế giảng, ngày kết thúc."})
    participants = whole("Số người dự hội nghị", MOST_PEOPLE, "Chưa rõ thì để trống.")

    def __init__(self, *args: object, kind: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if kind == ClassKind.SEMINAR:
            self.fields["ends_on"].label = "Ngày kết thúc hội nghị"
        else:
            del self.fields["participants"]


class CancelForm(DeedForm):
    """Why a planned class is not held, and since when that is known."""

    reason = words("Lý do không mở lớp", 200, "Lớp vẫn còn trong danh sách, ghi “Không mở”.", "Hãy ghi lý do.")
    on = DateField(label="Không mở từ ngày", error_messages={"required": "Hãy nhập ngày quyết định không mở lớp."})


class IssuerForm(DeedForm):
    """Who issues certificates from a day."""

    unit = unit_of("Cấp cho người thuộc tổ chức đảng", "Hãy chọn tổ chức đảng.")
    since = DateField(label="Từ ngày", error_messages={"required": "Hãy nhập ngày."})
    name = words(
        "Nơi cấp giấy chứng nhận", 200, "Để trống nếu từ ngày này không còn nơi cấp nào; nơi cấp trước kết thúc."
    )
    source = words("Căn cứ", 200, "Số, ngày văn bản giao việc cấp giấy chứng nhận; chưa rõ thì để trống.")

    def __init__(self, *args: object, units: QuerySet[Unit], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units


class ClassFilter(forms.Form):
    """Parameters of the list of classes, in the words of its address; unknown ones are refused."""

    loai = forms.ChoiceField(label="Loại lớp", choices=[("", "Tất cả"), *ClassKind.choices], required=False)
    nam = forms.IntegerField(
        label="Năm",
        min_value=1900,
        max_value=2100,
        required=False,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Năm gồm bốn chữ số, ví dụ 2021."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "tiny"}),
    )
    tinh_trang = forms.ChoiceField(label="Tình trạng", choices=[("", "Tất cả"), *ClassState.choices], required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages |= {"invalid_choice": UNKNOWN}

    def clean(self) -> dict:
        """Only these parameters, and the number of the page."""
        for name in sorted(set(self.data) - set(self.fields) - {"trang"}):
            self.add_error(None, f"Không có bộ lọc “{name}”; hãy bỏ tham số này khỏi địa chỉ.")
        return super().clean()

    def narrow(self, found: QuerySet) -> QuerySet:
        """Narrow classes annotated with their state and year to what was asked for."""
        asked = self.cleaned_data
        wanted = {"kind": asked["loai"], "year": asked["nam"], "standing": asked["tinh_trang"]}
        return found.filter(**{name: value for name, value in wanted.items() if value})
