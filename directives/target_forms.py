"""Forms about the targets of party units: they only clean input; what may be done is decided by ``targeting``."""

from decimal import Decimal

from django import forms
from django.db.models import QuerySet

from directives.enums import (
    ORGANISATION_MEASURES,
    PARTS,
    BaseKind,
    Comparison,
    Measure,
    NumberKind,
    PeriodKind,
    Rounding,
)
from directives.forms import MOST_PEOPLE, NO_CHOICE, WHOLE, AmountField, year_field
from directives.models import Directive, Target
from directives.targeting import Said
from organizations.inputs import DateField, DeedForm, UnitChoice
from organizations.models import Clause, Unit

MEASURES = [(each.value, each.label) for each in Measure if each not in ORGANISATION_MEASURES]
BASES = [("", "Không (số tuyệt đối)")] + [
    (each.value, each.label) for each in BaseKind if each != BaseKind.ORGANISATION_MEMBERS
]
PARTS_OF_YEAR = [("", "mỗi kỳ trong năm")] + [(str(number), f"thứ {number}") for number in (1, 2, 3, 4)]
_AMOUNT = {
    "invalid": "Hãy nhập một số, ví dụ 150 hoặc 3,5.",
    "min_value": "Mức giao phải lớn hơn 0.",
    "max_value": "Mức giao quá lớn; hãy kiểm tra lại.",
    "max_decimal_places": "Mức giao có nhiều nhất hai chữ số sau dấu phẩy.",
}


def _amount(label: str, help_text: str = "") -> AmountField:
    return AmountField(
        label=label,
        required=False,
        help_text=help_text,
        min_value=Decimal("0.01"),
        max_value=Decimal(MOST_PEOPLE),
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "count"}),
        error_messages=_AMOUNT,
    )


def _text(label: str, length: int, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=length, required=False, help_text=help_text)


class TargetForm(DeedForm):
    """A target as the clause has it: a number, a share of a base, a range, or an aspiration without a number."""

    clause = forms.ModelChoiceField(
        Clause.objects.none(),
        label="Theo điểm",
        empty_label="Chọn điểm",
        error_messages={"required": "Hãy chọn điểm của văn bản."},
    )
    unit = UnitChoice(
        queryset=Unit.objects.none(),
        label="Giao cho",
        empty_label="Chọn đơn vị",
        error_messages={"required": "Hãy chọn đơn vị được giao."},
    )
    measure = forms.ChoiceField(label="Chỉ số", choices=MEASURES)
    number_kind = forms.ChoiceField(label="Cách giao", choices=NumberKind.choices)
    comparison = forms.ChoiceField(label="So với mức giao", choices=Comparison.choices, initial=Comparison.AT_LEAST)
    number = _amount("Mức giao", "Số người hoặc tỷ lệ %, ví dụ 150 hoặc 3.")
    number_max = _amount("đến", "Chỉ ghi khi văn bản giao một khoảng, ví dụ 01–02: từ 01 là đạt.")
    base = forms.ChoiceField(label="Tỷ lệ tính trên", choices=BASES, required=False)
    base_on = DateField(label="Nhiệm kỳ lấy gốc bắt đầu ngày", required=False)
    rounding = forms.ChoiceField(label="Làm tròn", choices=Rounding.choices, initial=Rounding.UP)
    period = forms.ChoiceField(label="Kỳ", choices=PeriodKind.choices)
    part = forms.TypedChoiceField(
        label="Nửa năm, quý", choices=PARTS_OF_YEAR, coerce=int, empty_value=None, required=False
    )
    first_year = year_field("Từ năm")
    last_year = year_field("Đến năm")
    term_first = DateField(label="Nhiệm kỳ từ ngày", required=False)
    term_last = DateField(label="Nhiệm kỳ đến hết ngày", required=False)
    each_year = _amount("Bình quân mỗi năm", "Chỉ ghi khi văn bản nêu mức của từng năm trong nhiệm kỳ.")
    part_of = forms.ModelChoiceField(
        Target.objects.none(), label="Là “trong đó” của", required=False, empty_label="Không, là chỉ tiêu riêng"
    )
    letter_words = _text("Lời của văn bản", 200, "Chép nguyên văn, ví dụ “tương đương khoảng 150 đảng viên/năm”.")
    origin = _text("Văn bản đề ra chỉ tiêu, nếu văn bản này chỉ nhắc lại", 200)
    reading = _text("Cách hiểu, vận dụng", 400, "Ghi khi văn bản để ngỏ điều gì.")
    outside_reason = _text("Lý do giao cho đơn vị ngoài nơi nhận", 400, "Chỉ ghi khi hệ thống hỏi.")

    def __init__(
        self, *args: object, directive: Directive, units: QuerySet[Unit], but: int | None = None, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].queryset = directive.document.clauses.all()
        self.fields["clause"].label_from_instance = lambda clause: clause.label
        self.fields["unit"].queryset = units
        self.fields["part_of"].queryset = directive.targets.exclude(measure__in=ORGANISATION_MEASURES).exclude(pk=but)
        self.fields["part_of"].label_from_instance = lambda target: target.get_measure_display()
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.error_messages |= {"invalid_choice": NO_CHOICE}

    def clean(self) -> dict:
        """A number of people is whole, a percentage at most 100, a range goes up; a period has its years or its days."""
        given = super().clean()
        self._check_number(given.get("number_kind"))
        if given.get("period") == PeriodKind.TERM:
            self._check_order("term_first", "term_last", required=("term_first", "term_last"))
        elif given.get("period"):
            self._check_order("first_year", "last_year", required=("first_year",))
            self._check_part(given)
        return given

    def said(self) -> Said:
        """What was read, as the action takes it."""
        return Said(**{name: self.cleaned_data[name] for name in Said.__dataclass_fields__})

    def _check_number(self, kind: str | None) -> None:
        given = self.cleaned_data
        if kind == NumberKind.NONE:
            return
        if given.get("number") is None and "number" not in self.errors:
            self.add_error(
                "number", "Hãy nhập mức giao; nếu văn bản không giao số thì chọn “không giao số (phấn đấu)”."
            )
        for name in ("number", "number_max", "each_year"):
            self._check_amount(name, kind, given.get(name))
        if given.get("number") and given.get("number_max") and given["number_max"] <= given["number"]:
            self.add_error("number_max", "Mức trên của khoảng phải lớn hơn mức dưới.")

    def _check_amount(self, name: str, kind: str | None, number: Decimal | None) -> None:
        if number is None:
            return
        if kind == NumberKind.PERCENT and name != "each_year" and number > WHOLE:
            self.add_error(name, "Tỷ lệ không thể quá 100 %.")
        if kind == NumberKind.ABSOLUTE and number != number.to_integral_value():
            self.add_error(name, "Số người là số nguyên; nếu là tỷ lệ thì chọn cách giao theo %.")

    def _check_part(self, given: dict) -> None:
        most = PARTS.get(given["period"])
        if most and (given.get("part") or 0) > most:
            self.add_error("part", f"Một năm chỉ có {most} kỳ như vậy; hãy chọn lại.")

    def _check_order(self, first: str, last: str, required: tuple[str, ...]) -> None:
        given = self.cleaned_data
        for name in required:
            if given.get(name) is None and name not in self.errors:
                self.add_error(name, f"Hãy nhập “{self.fields[name].label}”.")
        if given.get(first) and given.get(last) and given[last] < given[first]:
            self.add_error(last, f"“{self.fields[last].label}” phải không trước “{self.fields[first].label}”.")


class CorrectTargetForm(TargetForm):
    """The same, with the reason of the correction."""

    reason = forms.CharField(
        label="Lý do đính chính", max_length=400, error_messages={"required": "Hãy ghi lý do đính chính chỉ tiêu."}
    )


class BasisForm(DeedForm):
    """By what paper a target is confirmed; there need not be one."""

    reason = _text("Căn cứ xác nhận", 400, "Văn bản đối chiếu, nếu có.")


class ReasonForm(DeedForm):
    """Why a target is withdrawn."""

    reason = forms.CharField(
        label="Lý do rút", max_length=400, error_messages={"required": "Hãy ghi lý do rút chỉ tiêu."}
    )


def as_typed(target: Target) -> dict:
    """Return what a form shows of a target that stands."""
    names = set(Said.__dataclass_fields__) - {"clause", "unit", "part_of", "term_first", "term_last"}
    keys = {"clause": target.clause_id, "unit": target.unit_id, "part_of": target.part_of_id}
    last = target.term_stop and target.term_stop.fromordinal(target.term_stop.toordinal() - 1)
    numbers = {name: _plain(getattr(target, name)) for name in ("number", "number_max", "each_year")}
    stored = {name: getattr(target, name) for name in names}
    return stored | keys | numbers | {"term_first": target.term_start, "term_last": last}


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}".replace(".", ",")
