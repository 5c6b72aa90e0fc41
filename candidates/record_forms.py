"""Forms of the records around a dossier, of their corrections, and of the list of what is lacking."""

from datetime import date

from django import forms
from django.db.models import QuerySet

from candidates.enums import LOOSE_PAPERS, CommendationKind, Grade, IntroducerKind, PaperKind, Rater
from candidates.lacking import Lack
from candidates.models import Dossier
from organizations.formats import date_vn
from organizations.inputs import AskingForm, DateField, DeedForm, UnitChoice
from organizations.models import Unit

YEARS = (1950, 2100)
NO_YEAR = "Năm gồm bốn chữ số, ví dụ 2018."
OFFICIAL_SINCE = "Đảng viên chính thức từ ngày"
REMARK_HELP = "Ghi ngắn việc theo dõi, giúp đỡ; không ghi lý lịch gia đình."
MANY_WORDS = forms.Textarea(attrs={"rows": 2})


def one_of_these(label: str, choices: list, missing: str, kind: type = str, **more: str) -> forms.TypedChoiceField:
    """A closed list of which one must be chosen."""
    said = {"required": missing, "invalid_choice": missing}
    options = [("", "Chọn"), *choices]
    return forms.TypedChoiceField(label=label, choices=options, coerce=kind, error_messages=said, **more)


def line_of_words(label: str, length: int, missing: str = "", **more: object) -> forms.CharField:
    """A line of words; needed where there is a sentence for its absence."""
    return forms.CharField(
        label=label, max_length=length, required=bool(missing), error_messages={"required": missing}, **more
    )


def _year() -> forms.IntegerField:
    low, high = YEARS
    said = dict.fromkeys(("invalid", "min_value", "max_value"), NO_YEAR) | {"required": "Hãy nhập năm."}
    boxed = forms.TextInput(attrs={"inputmode": "numeric", "class": "tiny"})
    return forms.IntegerField(label="Năm", min_value=low, max_value=high, error_messages=said, widget=boxed)


class RecordForm(DeedForm):
    """One record; ``given`` holds the values of the row, without what only this form needs.

    ``about`` is the dossier, ``on`` the day one looks from, for forms whose choices hang on them.
    """

    OWN = ("form_token", "version", "reason")

    def __init__(self, *args: object, about: Dossier | None = None, on: date | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.about, self.on = about, on

    @property
    def given(self) -> dict:
        """What was said of the row itself."""
        return {name: value for name, value in self.cleaned_data.items() if name not in self.OWN}


class RatingForm(RecordForm):
    """The grade of a year."""

    year = _year()
    rater = one_of_these("Nơi đánh giá", Rater.choices, "Hãy chọn nơi đánh giá.")
    grade = one_of_these("Xếp loại", Grade.choices[::-1], "Hãy chọn mức xếp loại.", int)
    number = line_of_words("Số văn bản", 60)
    issued_on = DateField(label="Ngày ban hành", required=False)
    issuer = line_of_words("Nơi ban hành", 200)


class CommendationForm(RecordForm):
    """A commendation or an emulation title of a year."""

    year = _year()
    kind = one_of_these("Hình thức", CommendationKind.choices, "Hãy chọn hình thức.")
    number = line_of_words("Số quyết định", 60)
    issued_on = DateField(label="Ngày ban hành", required=False)
    issuer = line_of_words("Nơi ban hành", 200)


class OpinionForm(RecordForm):
    """An opinion of the workplace or of the residence."""

    kind = one_of_these("Loại ý kiến", [(kind.value, kind.label) for kind in LOOSE_PAPERS], "Hãy chọn loại ý kiến.")
    issuer = line_of_words(
        "Nơi cho ý kiến", 200, "Hãy ghi nơi cho ý kiến.", help_text="Ví dụ: Chi ủy khu phố 3, phường Hồng Hà."
    )
    issued_on = DateField(label="Ngày ban hành", error_messages={"required": "Hãy nhập ngày ghi trên văn bản."})
    number = line_of_words("Số", 60)
    kept_at = line_of_words("Nơi giữ bản gốc", 200)

    def clean_kind(self) -> PaperKind:
        """The kind as the actions take it."""
        return PaperKind(self.cleaned_data["kind"])


class IntroducerForm(RecordForm):
    """A member, or a committee of the youth union or the trade union, that introduces by the Charter."""

    kind = one_of_these("Người, tổ chức giới thiệu", IntroducerKind.choices, "Hãy chọn người hoặc tổ chức giới thiệu.")
    name = line_of_words("Họ tên đảng viên, tên tổ chức", 200, "Hãy nhập họ tên đảng viên hoặc tên tổ chức.")
    on = DateField(label="Ngày giới thiệu", error_messages={"required": "Hãy nhập ngày giới thiệu."})
    together_since = DateField(
        label="Cùng công tác, cư trú từ ngày", required=False, help_text="Chỉ ghi cho đảng viên giới thiệu."
    )
    official_since = DateField(label=OFFICIAL_SINCE, required=False, help_text="Chỉ ghi cho đảng viên giới thiệu.")
    waiver = line_of_words(
        "Không tính thời gian cùng công tác vì",
        200,
        help_text="Khi người vào Đảng chuyển đơn vị trong lúc đang được giúp đỡ: ghi số, ngày giấy chứng nhận người vào Đảng "
        "đang trong thời gian được giúp đỡ (mẫu 53).",
    )
    number = line_of_words("Số nghị quyết", 60, help_text="Ghi khi tổ chức giới thiệu.")


class HelperForm(RecordForm):
    """Who helps a candidate, from which day on."""

    name = line_of_words("Họ tên đảng viên giúp đỡ", 120, "Hãy nhập họ tên đảng viên giúp đỡ.")
    valid_from = DateField(
        label="Giúp đỡ từ ngày",
        error_messages={"required": "Hãy nhập ngày phân công."},
        help_text="Ai đang giúp đỡ thì thôi giúp đỡ từ ngày này.",
    )
    official_since = DateField(
        label=OFFICIAL_SINCE, required=False, help_text="Người giúp đỡ phải là đảng viên chính thức."
    )
    resolution = line_of_words("Nghị quyết phân công", 120, help_text="Ví dụ: Nghị quyết số 12-NQ/CB ngày 05/3/2021.")


class TaskForm(RecordForm):
    """A task given to a candidate."""

    words = line_of_words("Nhiệm vụ", 400, "Hãy ghi nhiệm vụ được giao.", widget=MANY_WORDS)
    given_on = DateField(label="Ngày giao", error_messages={"required": "Hãy nhập ngày giao."})


class RemarkForm(RecordForm):
    """What the helper remarks on a day."""

    helper = line_of_words("Đảng viên giúp đỡ nhận xét", 120, "Hãy nhập họ tên đảng viên giúp đỡ.")
    on = DateField(label="Ngày nhận xét", error_messages={"required": "Hãy nhập ngày nhận xét."})
    words = line_of_words("Nhận xét", 400, "Hãy ghi nhận xét.", widget=MANY_WORDS, help_text=REMARK_HELP)

    def __init__(self, *args: object, about: Dossier | None = None, on: date | None = None, **kwargs: object) -> None:
        super().__init__(*args, about=about, on=on, **kwargs)
        if about and on and (helping := about.helpers.on(on).first()):
            self.initial.setdefault("helper", helping.name)


class EndHelpForm(DeedForm):
    """The day from which somebody helps no more."""

    until = DateField(label="Thôi giúp đỡ từ ngày", error_messages={"required": "Hãy nhập ngày thôi giúp đỡ."})


class TakeBackForm(RecordForm):
    """Why a record is taken back."""

    reason = line_of_words(
        "Lý do đính chính",
        400,
        "Hãy ghi lý do đính chính.",
        help_text="Ví dụ: ghi nhầm năm, ghi nhầm người. Dòng này thôi được tính; lý do và nội dung cũ được giữ trong "
        "nhật ký thay đổi. Sau đó hãy ghi lại dòng đúng.",
    )


class LackingForm(AskingForm):
    """What the list of incomplete dossiers is narrowed to."""

    don_vi = UnitChoice(Unit.objects.none(), to_field_name="code", required=False, label="Đơn vị")
    thieu = forms.ChoiceField(choices=[("", "Tất cả"), *Lack.choices], required=False, label="Còn thiếu")
    tai_ngay = DateField(required=False, label="Tính đến ngày", widget=forms.HiddenInput)

    def __init__(self, data: object, *, units: QuerySet[Unit], last: date) -> None:
        super().__init__(data)
        self.last = last
        self.fields["don_vi"].queryset = units
        self.fields["don_vi"].empty_label = "Tất cả đơn vị được xem"
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = "Không có lựa chọn này trong danh sách; hãy chọn lại."

    def clean_tai_ngay(self) -> date | None:
        """A day that has come."""
        asked = self.cleaned_data["tai_ngay"]
        if asked and asked > self.last:
            raise forms.ValidationError(f"Ngày {date_vn(asked)} chưa đến; hãy chọn ngày khác.")
        return asked
