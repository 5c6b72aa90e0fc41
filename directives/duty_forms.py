"""Forms of duties: recording one from a clause, correcting, ending it; a conclusion on a report with its first duty."""

from datetime import date

from django import forms
from django.db.models import QuerySet

from directives.enums import Bound, ObligationKind, Repeats
from directives.obliging import Wanted
from organizations.enums import DocumentKind
from organizations.inputs import DateField, DeedForm, UnitChoice
from organizations.models import Clause, Document, Unit

_WORDS = forms.Textarea(attrs={"rows": 3})
_LINES = forms.Textarea(attrs={"rows": 2})
_CHOSEN = "Hãy chọn trong danh sách."


class UnitChoices(forms.ModelMultipleChoiceField):
    """Several units of a reach, by the name that the queryset annotates."""

    def label_from_instance(self, unit: Unit) -> str:
        """The unit's name on the day, else its code."""
        return unit.name or unit.code


class DutyForm(DeedForm):
    """What a duty asks of whom, from when, by when, how often."""

    kind = forms.ChoiceField(label="Loại nhiệm vụ", choices=ObligationKind.choices)
    words = forms.CharField(
        label="Nội dung phải làm",
        max_length=400,
        widget=_WORDS,
        error_messages={"required": "Hãy ghi nội dung phải làm, theo lời văn bản."},
    )
    actor = forms.CharField(
        label="Ai làm, theo lời văn bản",
        max_length=300,
        required=False,
        help_text="Ví dụ: Các cấp ủy cơ sở phối hợp với Ban Tổ chức.",
    )
    under = UnitChoice(
        label="Trong phạm vi đơn vị",
        queryset=Unit.objects.none(),
        to_field_name="code",
        empty_label=None,
        error_messages={"invalid_choice": _CHOSEN},
    )
    bound = forms.MultipleChoiceField(
        label="Đối tượng thực hiện",
        choices=Bound.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _CHOSEN},
    )
    units = UnitChoices(
        label="Và từng đơn vị được giao đích danh",
        queryset=Unit.objects.none(),
        to_field_name="code",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _CHOSEN},
    )
    from_on = DateField(label="Từ ngày", error_messages={"required": "Hãy nhập ngày bắt đầu của nhiệm vụ."})
    due_on = DateField(
        label="Hạn",
        required=False,
        help_text="Để trống khi văn bản không ghi hạn: không đơn vị nào bị tính là chậm. Nhiệm vụ lặp lại: hạn của kỳ đầu.",
    )
    repeats = forms.ChoiceField(label="Lặp lại", choices=Repeats.choices, initial=Repeats.ONCE)
    subject = forms.ModelChoiceField(
        Document.objects.none(),
        label="Văn bản cần phổ biến",
        required=False,
        empty_label="(chính văn bản này)",
        error_messages={"invalid_choice": _CHOSEN},
        help_text="Chỉ dùng cho loại “Phổ biến, quán triệt văn bản”.",
    )
    needs_accepting = forms.BooleanField(
        label="Trả lời phải được cấp trên chấp nhận",
        required=False,
        help_text="Đánh dấu với báo cáo, kế hoạch; không cần với việc phổ biến.",
    )

    def __init__(
        self,
        *args: object,
        under: QuerySet[Unit],
        units: QuerySet[Unit],
        subjects: QuerySet[Document],
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["under"].queryset, self.fields["units"].queryset = under, units
        self.fields["subject"].queryset = subjects
        self.fields["subject"].label_from_instance = lambda document: document.citation

    def clean(self) -> dict:
        """Somebody is bound: a kind of unit, or units by name."""
        given = super().clean()
        if not given.get("bound") and not given.get("units") and not {"bound", "units"} & set(self.errors):
            self.add_error("bound", "Hãy chọn ít nhất một loại đơn vị, hoặc từng đơn vị ở dưới.")
        return given

    def wanted(self, clause: Clause | None = None) -> Wanted:
        """What was asked for, as the action takes it."""
        given = self.cleaned_data
        kinds = tuple((given["under"], Bound(each)) for each in given["bound"])
        named = tuple((unit, Bound.ITSELF) for unit in given["units"])
        plain = ("words", "actor", "from_on", "due_on", "subject", "needs_accepting")
        return Wanted(
            clause=clause or given.get("clause"),
            kind=ObligationKind(given["kind"]),
            repeats=Repeats(given["repeats"]),
            bound=tuple(dict.fromkeys(kinds + named)),
            **{name: given[name] for name in plain},
        )


class NewDutyForm(DutyForm):
    """A duty from a clause of a document."""

    clause = forms.ModelChoiceField(
        Clause.objects.none(),
        label="Theo điểm",
        empty_label=None,
        error_messages={"required": "Hãy chọn điểm của văn bản.", "invalid_choice": _CHOSEN},
    )
    field_order = ["clause"]

    def __init__(self, *args: object, clauses: QuerySet[Clause], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].queryset = clauses
        self.fields["clause"].label_from_instance = lambda clause: f"{clause.label}: {clause.summary[:90]}"


class DutyCorrectionForm(NewDutyForm):
    """What a duty says is put right, with the reason."""

    reason = forms.CharField(
        label="Lý do sửa", max_length=400, widget=_LINES, error_messages={"required": "Hãy ghi lý do sửa nhiệm vụ."}
    )


class EndDutyForm(DeedForm):
    """From which day a duty is no longer asked, and why."""

    until = DateField(
        label="Không còn giao từ ngày", error_messages={"required": "Hãy nhập ngày nhiệm vụ thôi được giao."}
    )
    reason = forms.CharField(
        label="Lý do, văn bản cho thôi",
        max_length=400,
        widget=_LINES,
        error_messages={"required": "Hãy ghi lý do, ví dụ số và ngày văn bản thay thế."},
    )


class WhyForm(DeedForm):
    """Why something is taken back."""

    reason = forms.CharField(
        label="Lý do", max_length=400, widget=_LINES, error_messages={"required": "Hãy ghi lý do."}
    )


class ConclusionForm(DutyForm):
    """What a standing committee said of a report, and the first duty that follows."""

    unit = UnitChoice(
        label="Thường trực, Ban Thường vụ của",
        queryset=Unit.objects.none(),
        to_field_name="code",
        empty_label=None,
        error_messages={"invalid_choice": _CHOSEN},
    )
    issuer = forms.CharField(
        label="Ai cho kết luận, ý kiến",
        max_length=200,
        error_messages={"required": "Hãy ghi cơ quan hoặc đồng chí cho ý kiến, ví dụ: Thường trực Đảng ủy Khối."},
    )
    document_kind = forms.ChoiceField(
        label="Hình thức",
        choices=[(DocumentKind.CONCLUSION, "Kết luận"), (DocumentKind.NOTICE, "Thông báo, ý kiến chỉ đạo")],
    )
    said_on = DateField(label="Ngày cho ý kiến", error_messages={"required": "Hãy nhập ngày cho kết luận, ý kiến."})
    number = forms.CharField(
        label="Số, ký hiệu",
        max_length=60,
        required=False,
        help_text="Để trống khi ý kiến ghi trên báo cáo, không có số.",
    )
    conclusion = forms.CharField(
        label="Nội dung kết luận, ý kiến",
        max_length=2000,
        widget=_WORDS,
        error_messages={"required": "Hãy ghi nội dung kết luận, ý kiến."},
    )
    field_order = ["unit", "issuer", "document_kind", "said_on", "number", "conclusion"]

    def __init__(self, *args: object, issuing: QuerySet[Unit], report_on: date, **kwargs: object) -> None:
        super().__init__(*args, subjects=Document.objects.none(), **kwargs)
        self.fields["unit"].queryset = issuing
        self.report_on = report_on
        self.fields["kind"].choices = [
            (kind, label) for kind, label in ObligationKind.choices if kind != ObligationKind.MAKE_KNOWN
        ]
        self.initial.setdefault("kind", ObligationKind.OTHER)
        del self.fields["subject"]

    def clean(self) -> dict:
        """A conclusion makes nothing known by itself."""
        return super().clean() | {"subject": None}
