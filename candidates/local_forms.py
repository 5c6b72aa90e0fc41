"""Forms of the criteria of local letters: adding one over a unit, ending one."""

from django import forms
from django.db.models import QuerySet

from candidates.citing import Cited
from candidates.enums import CriterionAnchor, CriterionCode, Grade, Occupation
from candidates.local_criteria import PARTS, Local
from candidates.regime_forms import LONGEST_NUMBER
from organizations.enums import DocumentKind
from organizations.inputs import DateField, DeedForm, UnitChoice
from organizations.models import Unit

_SAID = {
    "years": "Hãy nhập số năm liên tiếp.",
    "least": "Hãy chọn mức thấp nhất mỗi năm.",
    "top": "Hãy chọn mức phải có ít nhất một năm.",
    "months": "Hãy nhập số tháng.",
    "words": "Hãy ghi nội dung tiêu chuẩn.",
}
_WORDS = forms.Textarea(attrs={"rows": 3})


def _needed(label: str, length: int, missing: str, **more: object) -> forms.CharField:
    return forms.CharField(label=label, max_length=length, error_messages={"required": missing}, **more)


def _number(label: str, most: int, **more: object) -> forms.IntegerField:
    said = dict.fromkeys(("invalid", "min_value", "max_value"), f"Hãy nhập một số nguyên từ 1 đến {most}.")
    box = forms.TextInput(attrs={"inputmode": "numeric", "class": "tiny"})
    return forms.IntegerField(
        label=label, min_value=1, max_value=most, required=False, error_messages=said, widget=box, **more
    )


def _grade(label: str) -> forms.TypedChoiceField:
    choices = [("", "Chọn"), *Grade.choices[::-1]]
    return forms.TypedChoiceField(label=label, choices=choices, coerce=int, empty_value=None, required=False)


class LocalForm(DeedForm):
    """A criterion of a letter over a unit; which of the parts are needed follows from its kind."""

    unit = UnitChoice(Unit.objects.none(), to_field_name="code", label="Áp dụng cho tổ chức đảng")
    number = forms.CharField(
        label="Số, ký hiệu văn bản", max_length=60, required=False, help_text="Để trống nếu bản giao không ghi số."
    )
    kind = forms.ChoiceField(label="Loại văn bản", choices=DocumentKind.choices, initial=DocumentKind.LETTER)
    issuer = _needed("Cơ quan ban hành", 200, "Hãy nhập cơ quan ban hành.")
    issued_on = DateField(label="Ngày ban hành", required=False, help_text="Để trống nếu bản giao không ghi ngày.")
    subject = _needed("Trích yếu", 400, "Hãy nhập trích yếu.")
    clause = _needed("Điểm, khoản", 60, "Hãy ghi điểm, khoản đặt ra tiêu chuẩn.")
    summary = _needed("Nội dung điểm đó, tóm tắt", 2000, "Hãy tóm tắt nội dung của điểm, khoản đó.", widget=_WORDS)
    code = forms.ChoiceField(label="Tiêu chuẩn", choices=CriterionCode.choices)
    years = _number("Số năm liên tiếp", 20)
    least = _grade("Mức thấp nhất mỗi năm")
    top = _grade("Mức phải có ít nhất một năm")
    months = _number("Số tháng", LONGEST_NUMBER)
    words = forms.CharField(label="Nội dung tiêu chuẩn", max_length=400, required=False, widget=_WORDS)
    anchor = forms.ChoiceField(label="Mốc tính", choices=CriterionAnchor.choices)
    occupations = forms.MultipleChoiceField(
        label="Nhóm người phải theo",
        choices=Occupation.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không đánh dấu nhóm nào thì mọi người đều phải theo.",
    )
    valid_from = DateField(label="Áp dụng từ ngày", error_messages={"required": "Hãy nhập ngày bắt đầu áp dụng."})
    reading = forms.CharField(
        label="Chỗ văn bản để ngỏ",
        required=False,
        max_length=2000,
        widget=_WORDS,
        help_text="Ghi cách hiểu của mình ở chỗ văn bản chưa nói rõ.",
    )

    def __init__(self, *args: object, units: QuerySet[Unit], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset, self.fields["unit"].empty_label = units, "Chọn"
        for name in ("unit", "kind", "code", "anchor", "least", "top", "occupations"):
            field = self.fields[name]
            field.error_messages["invalid_choice"] = "Không có lựa chọn này trong danh sách; hãy chọn lại."
            field.error_messages["required"] = f"Hãy chọn “{field.label}”."
        for name in ("issued_on", "valid_from"):
            self.fields[name].widget.attrs["class"] = "short"

    @property
    def of_letter(self) -> list:
        """The fields about the letter."""
        return [
            self[name] for name in ("unit", "kind", "number", "issuer", "issued_on", "subject", "clause", "summary")
        ]

    def clean(self) -> dict:
        """Ask for the parts that a criterion of the chosen kind needs."""
        cleaned = super().clean()
        for name in PARTS.get(cleaned.get("code"), ()):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, _SAID[name])
        return cleaned

    @property
    def given(self) -> Local:
        """The criterion that was typed."""
        said = self.cleaned_data
        cited = Cited(DocumentKind(said["kind"]), said["number"], said["issuer"], said["issued_on"], said["subject"])
        return Local(
            code=CriterionCode(said["code"]),
            unit=said["unit"],
            cited=cited,
            clause=said["clause"],
            summary=said["summary"],
            anchor=CriterionAnchor(said["anchor"]),
            valid_from=said["valid_from"],
            occupations=tuple(said["occupations"]),
            parts={name: said[name] for names in PARTS.values() for name in names},
            reading=said["reading"],
        )


class EndForm(DeedForm):
    """From which day a criterion holds no more, and why."""

    until = DateField(label="Thôi áp dụng từ ngày", error_messages={"required": "Hãy nhập ngày thôi áp dụng."})
    reason = _needed(
        "Lý do", 400, "Hãy ghi lý do thôi áp dụng.", help_text="Ví dụ: Công văn số 15-CV/BTCĐU ngày 02/3/2020 thay thế."
    )
