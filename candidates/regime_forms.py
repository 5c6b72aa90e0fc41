"""Forms of the rules: what is asked of the pages, and each change of a value, a regime, its day of effect, a local criterion."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from candidates import regimes
from candidates.citing import Cited
from candidates.enums import (
    CHOICES,
    OF_CHARTER,
    SCHOOLINGS,
    SHARES,
    Confidence,
    ParameterCode,
    RegimeKind,
    Schooling,
)
from candidates.models import Parameter, Regime
from candidates.regulating import NewRegime, Value
from organizations.enums import DocumentKind
from organizations.inputs import AskingForm, DateField, DeedForm

LONGEST_NUMBER = 1200
UNTOLD = "Chưa rõ: chưa tra được trong văn bản"
NO_SHARE = "Tỷ lệ viết như 2/3 (từ hai phần ba trở lên) hoặc >1/2 (trên một nửa), không quá 1."
NO_NUMBER = f"Hãy nhập một số nguyên từ 1 đến {LONGEST_NUMBER}; để trống nếu chưa tra được trong văn bản."
NO_CODE = "Ký hiệu gồm chữ in hoa không dấu, chữ số, dấu chấm, gạch nối, ví dụ QD208."
_SHARE = re.compile(r"^\s*(>?)\s*(\d{1,2})\s*/\s*(\d{1,2})\s*$")
_KINDS = (DocumentKind.REGULATION, DocumentKind.GUIDANCE, DocumentKind.CHARTER, DocumentKind.CONCLUSION)


class DayForm(AskingForm):
    """The day of which a page tells what is in force."""

    ngay = DateField(label="Ngày", required=False)


class RegimeChoice(forms.ModelChoiceField):
    """A regime, chosen by the number of its document."""

    def label_from_instance(self, regime: Regime) -> str:
        """The number of the document and the year from which it holds."""
        return f"{regime.document.number or regime.code} ({regime.valid_from.year})"


class PairForm(AskingForm):
    """Two regimes, and whether only what differs is shown."""

    a = RegimeChoice(Regime.objects.none(), to_field_name="code", label="Quy định thứ nhất")
    b = RegimeChoice(Regime.objects.none(), to_field_name="code", label="Quy định thứ hai")
    khac = forms.BooleanField(label="Chỉ hiện chỗ khác nhau", required=False)

    def __init__(self, data: object, *, among: QuerySet[Regime]) -> None:
        super().__init__(data)
        for name in ("a", "b"):
            self.fields[name].queryset, self.fields[name].empty_label = among, None
            missing = "Hãy chọn một quy định trong danh sách."
            self.fields[name].error_messages |= {"required": missing, "invalid_choice": missing}


class ShareField(forms.CharField):
    """A share of a vote: 2/3 is "at least", >1/2 is "more than"."""

    def clean(self, value: object) -> str:
        """The share as it is stored; empty where the text does not say."""
        text = super().clean(value)
        if not text:
            return ""
        found = _SHARE.match(text)
        if not found or not 0 < int(found[2]) <= int(found[3]):
            raise ValidationError(NO_SHARE)
        return f"{found[1]}{int(found[2])}/{int(found[3])}"


class NumberField(forms.IntegerField):
    """A whole number of years, months, days, people or times."""

    def __init__(self, **kwargs: object) -> None:
        said = dict.fromkeys(("invalid", "min_value", "max_value"), NO_NUMBER)
        box = forms.TextInput(attrs={"inputmode": "numeric", "class": "tiny"})
        super().__init__(min_value=1, max_value=LONGEST_NUMBER, error_messages=said, widget=box, **kwargs)

    def clean(self, value: object) -> str:
        """The number as it is stored; empty where the text does not say."""
        number = super().clean(value)
        return "" if number is None else str(number)


def value_field(code: str, label: str) -> forms.Field:
    """Return the field in which the value of ``code`` is typed or chosen."""
    unit = regimes.unit_of(code)
    if code in SHARES:
        box = forms.TextInput(attrs={"class": "tiny"})
        return ShareField(label=label, required=False, widget=box, help_text="Ví dụ 2/3, hoặc >1/2.")
    if code not in SCHOOLINGS and code not in CHOICES:
        return NumberField(label=f"{label} ({unit})" if unit else label, required=False)
    listed = [(str(value), words) for value, words in (Schooling if code in SCHOOLINGS else CHOICES[code]).choices]
    wrong = {"invalid_choice": "Không có giá trị này trong danh sách; hãy chọn lại."}
    return forms.ChoiceField(label=label, choices=[("", UNTOLD), *listed], required=False, error_messages=wrong)


class SureForm(DeedForm):
    """A change that is first shown, then made: ``sure`` comes from the button under the preview alone."""

    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    @property
    def is_sure(self) -> bool:
        """Say whether the person saw the preview and wants it."""
        return bool(self.cleaned_data.get("sure"))


class CitingForm(SureForm):
    """A change that cites a document by kind, number, issuer and day of issue."""

    kind = forms.ChoiceField(label="Loại văn bản", choices=[(kind.value, kind.label) for kind in _KINDS])
    number = forms.CharField(
        label="Số, ký hiệu",
        max_length=60,
        error_messages={"required": "Hãy nhập số, ký hiệu của văn bản."},
        help_text="Ví dụ: 208-QĐ/TW; Điều lệ thì để trống. Cùng số nhưng khác nơi ban hành hoặc khác ngày là văn bản khác.",
    )
    issuer = forms.CharField(
        label="Cơ quan ban hành", max_length=200, error_messages={"required": "Hãy nhập cơ quan ban hành."}
    )
    issued_on = DateField(label="Ngày ban hành", error_messages={"required": "Hãy nhập ngày ban hành."})

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].error_messages = {"required": "Hãy chọn loại văn bản.", "invalid_choice": "Hãy chọn lại."}
        self.fields["issued_on"].widget.attrs["class"] = "short"
        # The Charter alone has no number.
        self.fields["number"].required = self["kind"].value() != DocumentKind.CHARTER

    @property
    def cited(self) -> Cited:
        """The document that was typed."""
        cleaned = self.cleaned_data
        return Cited(DocumentKind(cleaned["kind"]), cleaned["number"], cleaned["issuer"], cleaned["issued_on"])


def _reason(example: str) -> forms.CharField:
    return forms.CharField(
        label="Lý do đính chính",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Hãy ghi lý do đính chính."},
        help_text=f"Ví dụ: {example}. Lý do và nội dung cũ được giữ lại.",
    )


def _basis() -> forms.CharField:
    return forms.CharField(
        label="Xác nhận theo",
        max_length=200,
        required=False,
        help_text="Ví dụ: bản chính Quy định số 208-QĐ/TW lưu tại Văn phòng Tỉnh ủy.",
    )


class BasisForm(DeedForm):
    """The paper by which a reading is confirmed, without a preview."""

    basis = _basis()


class ConfirmForm(SureForm):
    """The paper by which a value is confirmed."""

    basis = _basis()


class CorrectForm(CitingForm):
    """Another value for the one that is stored, with its source, and why."""

    clause = forms.CharField(label="Điểm, khoản", max_length=60, required=False)
    confidence = forms.ChoiceField(label="Độ chắc của nguồn", choices=Confidence.choices)
    reason = _reason("đã có bản chính, giá trị ghi trước đây lấy từ nguồn thứ cấp")
    field_order = ["value", "kind", "number", "issuer", "issued_on", "clause", "confidence", "reason"]

    def __init__(self, *args: object, row: Parameter, **kwargs: object) -> None:
        document = row.document
        known = {name: getattr(document, name) for name in ("kind", "number", "issuer", "issued_on")}
        known |= {"value": row.value, "clause": row.clause, "confidence": row.confidence}
        super().__init__(*args, initial=known, **kwargs)
        self.fields["value"] = value_field(row.code, "Giá trị đúng")
        self.order_fields(self.field_order)
        self._code = ParameterCode(row.code)

    @property
    def said(self) -> Value:
        """The value that was typed."""
        cleaned = self.cleaned_data
        return Value(self._code, cleaned["value"], cleaned["clause"], Confidence(cleaned["confidence"]))


class BorderForm(SureForm):
    """The right day of effect of a regime, and why."""

    valid_from = DateField(label="Có hiệu lực từ ngày", error_messages={"required": "Hãy nhập ngày có hiệu lực."})
    reason = _reason("ngày đang ghi là ngày ký; Điều 2 của văn bản ghi ngày có hiệu lực khác")


class NewRegimeForm(CitingForm):
    """A regime from a day on: its document, then each value with its clause; ``like`` gives what stands there at first."""

    code = forms.RegexField(
        r"^[A-Z][A-Z0-9.-]{1,19}$",
        label="Ký hiệu trong hệ thống",
        error_messages={"required": "Hãy đặt ký hiệu, ví dụ QD208.", "invalid": NO_CODE},
        help_text="Ví dụ: QD208.",
    )
    valid_from = DateField(label="Có hiệu lực từ ngày", error_messages={"required": "Hãy nhập ngày có hiệu lực."})

    def __init__(self, *args: object, like: list[Parameter], **kwargs: object) -> None:
        super().__init__(*args, initial={"kind": DocumentKind.REGULATION}, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in _KINDS if kind != DocumentKind.CHARTER]
        self.fields["valid_from"].widget.attrs["class"] = "short"
        self._like = {row.code: row for row in like}
        for code in self.codes():
            before = self._like.get(code)
            self.fields[f"value_{code}"] = value_field(code, regimes.name_of(code))
            self.fields[f"clause_{code}"] = forms.CharField(label="Điểm, khoản", max_length=60, required=False)
            self.initial[f"value_{code}"] = before.value if before else ""
            self.initial[f"clause_{code}"] = before.clause if before else ""

    @staticmethod
    def codes() -> list[ParameterCode]:
        """The values that the rules for applying the Charter set."""
        return [code for code in ParameterCode if code not in OF_CHARTER]

    @property
    def groups(self) -> list[tuple[str, list[tuple]]]:
        """The fields group by group: name of the value, its field, that of its clause, what stood there before."""
        own = set(self.codes())
        return [
            (name, [self._fields_of(code) for code in held if code in own])
            for name, held in regimes.GROUPS.items()
            if own.intersection(held)
        ]

    @property
    def about(self) -> list:
        """The fields about the regime itself."""
        return [self[name] for name in ("code", "kind", "number", "issuer", "issued_on", "valid_from")]

    @property
    def new(self) -> NewRegime:
        """What was typed; a value taken over as it stood is a conclusion, one that was typed was seen in the document."""
        cleaned = self.cleaned_data
        values = tuple(self._value(code, cleaned[f"value_{code}"], cleaned[f"clause_{code}"]) for code in self.codes())
        return NewRegime(cleaned["code"], self.cited, cleaned["valid_from"], values)

    def _fields_of(self, code: ParameterCode) -> tuple:
        before = self._like.get(code)
        return (regimes.name_of(code), self[f"value_{code}"], self[f"clause_{code}"], before)

    def _value(self, code: ParameterCode, value: str, clause: str) -> Value:
        before = self._like.get(code)
        taken_over = before is not None and before.value == value
        sure = Confidence.INFERRED if taken_over else Confidence.PRIMARY
        return Value(code, value, clause, sure if value else Confidence.UNKNOWN)


def of_kind(kind: RegimeKind) -> QuerySet[Regime]:
    """Return the regimes of a kind, the newest first, to choose from."""
    return Regime.objects.filter(kind=kind).order_by("-valid_from")
