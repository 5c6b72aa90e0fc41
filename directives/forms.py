"""Forms about directives: they only clean input; what may be done is decided by the actions."""

import re
from decimal import Decimal

from django import forms
from django.db.models import QuerySet

from directives import attaching
from directives.actions import OwnTarget
from directives.enums import ORGANISATION_MEASURES, Measure, NumberKind, PeriodKind
from directives.fulfilling import Told
from directives.obligations import DONE, EXEMPT, LATE, LEFT
from directives.reply_forms import ReplyFileField, sent
from directives.rounds import Round
from organizations.inputs import AskingForm, DateField, DeedForm
from organizations.models import Clause

NO_CHOICE = "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."
YEARS = {"min_value": 1990, "max_value": 2100}
OWN_PERIODS = [(each.value, each.label) for each in (PeriodKind.YEAR, PeriodKind.TERM)]
_THOUSANDS = re.compile(r"^\d{1,3}(\.\d{3})+(,\d+)?$")
MOST_PEOPLE, WHOLE = 1_000_000, Decimal(100)


class RoundForm(AskingForm):
    """Which round of a repeating duty, and whether those that have done it, those that have not, are late or were let off."""

    nam = forms.TypedChoiceField(label="Năm", coerce=int, required=False, empty_value=None)
    ky = forms.TypedChoiceField(label="Kỳ", coerce=int, required=False, empty_value=None)
    loc = forms.ChoiceField(
        label="Đơn vị",
        choices=[
            ("", "Tất cả"),
            (DONE, "Đã trả lời"),
            (LEFT, "Chưa trả lời"),
            (LATE, "Quá hạn"),
            (EXEMPT, "Được miễn"),
        ],
        required=False,
    )

    def __init__(self, *args: object, asked: list[Round], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        self.fields["nam"].choices = [(each.year, each.year) for each in asked if each.year]
        self.fields["ky"].choices = [(each.part, each.part) for each in asked if each.part]
        for field in self.fields.values():
            field.error_messages |= {"invalid_choice": NO_CHOICE}

    @property
    def round(self) -> Round | None:
        """The round asked for, else the newest; None before the duty begins."""
        year, part = self.cleaned_data.get("nam"), self.cleaned_data.get("ky")
        found = (each for each in self.asked if year in (None, each.year) and part in (None, each.part))
        return next(found, None)

    @property
    def shows(self) -> str:
        """Which units one asks for; "" for all."""
        return self.cleaned_data["loc"]


def _number(label: str, *, words: str, **limits: int) -> forms.IntegerField:
    box = forms.TextInput(attrs={"inputmode": "numeric", "class": "count"})
    told = {"invalid": words, "min_value": words, "max_value": words}
    return forms.IntegerField(label=label, required=False, error_messages=told, widget=box, **limits)


def year_field(label: str) -> forms.IntegerField:
    """A year of four digits, which may be left empty."""
    return _number(label, words="Năm gồm bốn chữ số, ví dụ 2015.", **YEARS)


class ReceiptForm(DeedForm):
    """A unit says that it has done a duty."""

    on = DateField(label="Ngày thực hiện", error_messages={"required": "Hãy nhập ngày đơn vị đã thực hiện."})
    words = forms.CharField(
        label="Kết quả, số văn bản",
        max_length=400,
        required=False,
        help_text="Ví dụ: phổ biến tại buổi sinh hoạt chi bộ tháng 7, biên bản số 07-BB/CB.",
    )
    people = _number(
        "Số người dự", words="Hãy nhập một số nguyên từ 0 trở lên, ví dụ 18.", min_value=0, max_value=MOST_PEOPLE
    )
    report = forms.ChoiceField(
        label="Trả lời bằng báo cáo của hệ thống",
        required=False,
        error_messages={"invalid_choice": NO_CHOICE},
        help_text="Báo cáo không chép lại số liệu: mở ra là báo cáo của đơn vị tính đến ngày ghi dưới đây.",
    )
    report_on = DateField(label="Số liệu báo cáo đến hết ngày", required=False)
    file = ReplyFileField()

    def __init__(self, *args: object, reports: list[tuple[str, str]] = (), **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if sentence := attaching.off():
            self.fields["file"].disabled, self.fields["file"].help_text = True, sentence
        self.fields["report"].choices = [("", "không gửi báo cáo"), *reports]
        if not reports:
            del self.fields["report"], self.fields["report_on"]

    def told(self) -> Told:
        """What was said, as the action takes it."""
        given = self.cleaned_data
        report = {"report": given.get("report", ""), "report_on": given.get("report_on")}
        return Told(given["on"], given["words"], given["people"], **report, file=sent(given["file"]))


class CorrectionForm(ReceiptForm):
    """What was said of a duty is corrected or taken back, with the reason."""

    withdrawn = forms.BooleanField(
        label="Ghi nhầm: đơn vị chưa thực hiện",
        required=False,
        help_text="Đánh dấu khi rút lại kết quả; dòng đã ghi vẫn còn trong lịch sử.",
    )
    reason = forms.CharField(
        label="Lý do sửa", max_length=400, error_messages={"required": "Hãy ghi lý do sửa kết quả đã báo."}
    )

    def told(self) -> Told | None:
        """What stands instead; None where the unit has not done it after all."""
        return None if self.cleaned_data["withdrawn"] else super().told()


class SwitchForm(DeedForm):
    """Why one of our own readings is switched on or off."""

    reason = forms.CharField(
        label="Lý do", max_length=400, error_messages={"required": "Hãy ghi lý do bật hoặc tắt cách hiểu này."}
    )


class AmountField(forms.DecimalField):
    """A number written the Vietnamese way: 1.240 is one thousand two hundred and forty, 0,5 a half."""

    def to_python(self, value: object) -> Decimal | None:
        """Read points between thousands and a decimal comma."""
        text = str(value if value is not None else "").strip()
        if _THOUSANDS.match(text):
            text = text.replace(".", "")
        return super().to_python(text.replace(",", "."))


class OrganisationTargetForm(DeedForm):
    """A target that an organisation sets itself, by the year or for its own term."""

    clause = forms.ModelChoiceField(
        Clause.objects.none(), label="Theo điểm", error_messages={"required": "Hãy chọn điểm của văn bản."}
    )
    measure = forms.ChoiceField(
        label="Chỉ số", choices=[(each.value, each.label) for each in Measure if each in ORGANISATION_MEASURES]
    )
    number_kind = forms.ChoiceField(
        label="Cách đặt", choices=[(NumberKind.ABSOLUTE, "số người"), (NumberKind.PERCENT, "% số đoàn viên, hội viên")]
    )
    number = AmountField(
        label="Mức phấn đấu",
        min_value=Decimal("0.01"),
        max_value=Decimal(MOST_PEOPLE),
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "count"}),
        error_messages={
            "required": "Hãy nhập mức phấn đấu.",
            "invalid": "Hãy nhập một số, ví dụ 30 hoặc 0,5.",
            "min_value": "Mức phấn đấu phải lớn hơn 0.",
            "max_value": "Mức phấn đấu quá lớn; hãy kiểm tra lại.",
            "max_decimal_places": "Mức phấn đấu có nhiều nhất hai chữ số sau dấu phẩy.",
        },
    )
    period = forms.ChoiceField(label="Kỳ", choices=OWN_PERIODS)
    first_year = year_field("Từ năm")
    last_year = year_field("Đến năm")
    term_first = DateField(label="Nhiệm kỳ từ ngày", required=False)
    term_last = DateField(label="Nhiệm kỳ đến hết ngày", required=False)
    origin = forms.CharField(
        label="Kế hoạch, nghị quyết của tổ chức đặt ra chỉ tiêu",
        max_length=200,
        required=False,
        help_text="Số, ngày và tên văn bản của tổ chức.",
    )

    def __init__(self, *args: object, clauses: QuerySet[Clause], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].queryset = clauses
        self.fields["clause"].label_from_instance = lambda clause: clause.label
        for name in ("measure", "number_kind", "period", "clause"):
            self.fields[name].error_messages |= {"invalid_choice": NO_CHOICE}

    def clean(self) -> dict:
        """A number of people is whole, a percentage at most 100; a term has its days, a yearly target its first year."""
        given = super().clean()
        self._check_number(given.get("number_kind"), given.get("number"))
        if given.get("period") == PeriodKind.TERM:
            self._check_order("term_first", "term_last", required=("term_first", "term_last"))
        elif given.get("period"):
            self._check_order("first_year", "last_year", required=("first_year",))
        return given

    def said(self) -> OwnTarget:
        """What was set, as the action takes it."""
        given = self.cleaned_data
        return OwnTarget(**{name: given[name] for name in OwnTarget.__dataclass_fields__})

    def _check_number(self, kind: str | None, number: Decimal | None) -> None:
        if number is None:
            return
        if kind == NumberKind.PERCENT and number > WHOLE:
            self.add_error("number", "Tỷ lệ không thể quá 100 %.")
        if kind == NumberKind.ABSOLUTE and number != number.to_integral_value():
            self.add_error("number", "Số người là số nguyên; nếu là tỷ lệ thì chọn cách đặt theo %.")

    def _check_order(self, first: str, last: str, required: tuple[str, ...]) -> None:
        given = self.cleaned_data
        for name in required:
            if given.get(name) is None and name not in self.errors:
                self.add_error(name, f"Hãy nhập “{self.fields[name].label}”.")
        if given.get(first) and given.get(last) and given[last] < given[first]:
            self.add_error(last, f"“{self.fields[last].label}” phải không trước “{self.fields[first].label}”.")
