"""Forms of candidates: they only clean input; what may be done is decided by the actions."""

from datetime import date
from unicodedata import category

from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models import QuerySet

from candidates import instead
from candidates.actions import DOSSIER_FIELDS
from candidates.enums import (
    AcademicTitle,
    Area,
    Occupation,
    Qualification,
    Schooling,
    Sex,
)
from candidates.step_forms import NO_BASIS, by_paper
from organizations.access import Reach
from organizations.enums import Deed, Sector
from organizations.formats import date_vn, tidy
from organizations.inputs import DateField, DeedForm, UnitChoice
from organizations.models import Unit

UNKNOWN_YET = [("", "Chưa rõ")]
YES_NO = [("", "Chưa rõ"), ("true", "Có"), ("false", "Không")]
OLDEST, NAME_LENGTH = 1900, 120
# Nobody is found as a source as a child: not a rule, but a year of birth that can only be a slip.
YOUNGEST = 14
SIGNS = " '’.-"


def known_or_not(label: str) -> forms.TypedChoiceField:
    """Return a field for a fact that may be unknown: None, True or False."""
    read = {"true": True, "false": False}.get
    return forms.TypedChoiceField(label=label, choices=YES_NO, coerce=read, empty_value=None, required=False)


def one_of(label: str, choices: list, *, number: bool = False) -> forms.TypedChoiceField:
    """Return a field for a closed list that may be unknown; numbered lists give None where it is, others ""."""
    kind, empty = (int, None) if number else (str, "")
    options = UNKNOWN_YET + list(choices)
    return forms.TypedChoiceField(label=label, choices=options, coerce=kind, empty_value=empty, required=False)


def _belongs_in_a_name(char: str) -> bool:
    """Letters, marks that have no composed letter (as in names of the Ê-đê), and a few signs."""
    return char.isalpha() or category(char).startswith("M") or char in SIGNS


class CandidateForm(DeedForm):
    """What is known of a person; only the name and the year of birth are needed to begin with."""

    full_name = forms.CharField(
        label="Họ và tên",
        error_messages={"required": "Hãy nhập họ và tên."},
        validators=[MaxLengthValidator(NAME_LENGTH, "Họ và tên dài quá %(limit_value)d chữ; hãy kiểm tra lại.")],
    )
    birth_year = forms.IntegerField(
        label="Năm sinh",
        min_value=OLDEST,
        error_messages={
            "required": "Hãy nhập năm sinh.",
            "invalid": "Năm sinh gồm bốn chữ số, ví dụ 1995.",
            "min_value": "Năm sinh gồm bốn chữ số, từ 1900 trở đi.",
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "tiny"}),
    )
    birth_date = DateField(label="Ngày sinh", required=False, help_text="Cần để tính đúng tuổi khi chi bộ xét.")
    sex = one_of("Giới tính", Sex.choices)
    ethnic_group = forms.CharField(label="Dân tộc", max_length=40, required=False)
    religion = forms.CharField(
        label="Tôn giáo", max_length=40, required=False, help_text="Không theo tôn giáo nào thì ghi “Không”."
    )
    occupation = one_of("Nghề nghiệp", Occupation.choices)
    sector = one_of("Nơi làm việc thuộc loại hình", Sector.choices)
    schooling = one_of("Giáo dục phổ thông", Schooling.choices, number=True)
    diploma = known_or_not("Có bằng tốt nghiệp bậc học đó")
    qualification = one_of("Chuyên môn nghiệp vụ", Qualification.choices, number=True)
    academic_title = one_of("Chức danh khoa học", AcademicTitle.choices)
    youth_union = known_or_not("Đoàn viên Đoàn TNCS Hồ Chí Minh")
    company_owner = known_or_not("Chủ doanh nghiệp tư nhân")
    population_breach = known_or_not("Vi phạm chính sách dân số – KHHGĐ")
    foreign_spouse = known_or_not("Có quan hệ hôn nhân với người nước ngoài")
    readmission = forms.BooleanField(label="Kết nạp lại", required=False)
    area = one_of("Khu vực cư trú", Area.choices)
    militia = known_or_not("Dân quân tự vệ")

    def __init__(self, *args: object, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_full_name(self) -> str:
        """The name as it is kept: letters, and the few signs that names of ethnic groups and foreigners have."""
        name = tidy(self.cleaned_data["full_name"])
        if odd := sorted({char for char in name if not _belongs_in_a_name(char)}):
            raise forms.ValidationError(f"Họ và tên chỉ gồm chữ; hãy bỏ {' '.join(odd)}.")
        if not any(char.isalpha() for char in name):
            raise forms.ValidationError("Hãy nhập họ và tên bằng chữ.")
        return name

    def clean(self) -> dict:
        """The year and the day of birth agree, and neither lies ahead."""
        cleaned = super().clean()
        year, day = cleaned.get("birth_year"), cleaned.get("birth_date")
        if day and day > self.today:
            self.add_error("birth_date", f"Ngày sinh {date_vn(day)} chưa đến.")
        if year and year > self.today.year:
            self.add_error("birth_year", f"Năm sinh gồm bốn chữ số, không sau năm đang xem ({self.today.year}).")
        if year and 0 <= self.today.year - year < YOUNGEST:
            age = self.today.year - year
            self.add_error("birth_year", f"Người sinh năm {year} mới khoảng {age} tuổi; hãy kiểm tra lại năm sinh.")
        if year and day and day.year != year:
            self.add_error("birth_date", f"Ngày sinh thuộc năm {day.year}, không khớp với năm sinh {year}.")
        return cleaned


class NewCandidateForm(CandidateForm):
    """A person who enters the sources of a cell."""

    unit = UnitChoice(
        label="Chi bộ theo dõi",
        queryset=Unit.objects.none(),
        empty_label="Chọn chi bộ",
        error_messages={
            "required": "Hãy chọn chi bộ theo dõi.",
            "invalid_choice": "Hãy chọn một chi bộ trong danh sách.",
        },
    )
    not_the_same = forms.BooleanField(
        label="Đây là người khác, vẫn thêm", required=False, help_text="Đánh dấu khi chỉ trùng tên và năm sinh."
    )
    on = DateField(label="Ngày đưa vào nguồn", error_messages={"required": "Hãy nhập ngày đưa vào nguồn."})
    basis = by_paper(required=False)

    OPTIONAL = ("sex", "ethnic_group", "religion", *DOSSIER_FIELDS)
    field_order = ["full_name", "birth_year", "birth_date", "sex", "unit", "on", "basis"]

    def __init__(self, *args: object, cells: QuerySet[Unit], own: Reach, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset, self.own = cells, own
        if not own.grants(Deed.ENTER_FOR_CELL):
            del self.fields["basis"]

    def clean(self) -> dict:
        """The paper stands with a cell for which the person only enters, and with no other."""
        cleaned = super().clean()
        needed = "unit" in cleaned and instead.needs_basis(self.own, cleaned["unit"])
        cleaned["basis"] = cleaned.get("basis", "") if needed else ""
        if needed and not cleaned["basis"]:
            self.add_error("basis", NO_BASIS)
        return cleaned

    @property
    def errs_below(self) -> bool:
        """Say whether an error hides among the fields that one may leave for later."""
        return any(name in self.errors for name in self.OPTIONAL)
