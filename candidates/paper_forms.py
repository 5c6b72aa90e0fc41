"""Forms of the papers of a dossier, of the hand-over book and of the catalogue."""

from collections.abc import Sequence

from django import forms
from django.db.models import QuerySet

from candidates.enums import PERSONAL_PAPERS, WAY, Confidence, Direction, PaperCondition, PaperKind
from candidates.handing_over import Line
from candidates.models import Handover, Paper, PaperForm
from candidates.record_forms import line_of_words, one_of_these
from organizations.formats import date_vn
from organizations.inputs import AskingForm, DateField, DeedForm, UnitChoice
from organizations.models import Unit

NO_DAY = "Hãy nhập ngày ghi trên giấy tờ."
ISSUER = {
    PaperKind.INTRODUCTION: "Đảng viên giới thiệu",
    PaperKind.HELPER_REMARKS: "Đảng viên giúp đỡ",
    PaperKind.OPINION_WORKPLACE: "Nơi cho ý kiến",
    PaperKind.OPINION_RESIDENCE: "Nơi cho ý kiến",
}
UNKNOWN = "Không có lựa chọn này trong danh sách; hãy chọn lại."


class FilingForm(DeedForm):
    """One paper of a kind; of one in the person's own hand only the day and the keeper are asked."""

    number = line_of_words("Số", 60)
    issued_on = DateField(
        label="Ngày ghi trên giấy tờ",
        error_messages={"required": NO_DAY},
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    issuer = line_of_words("Nơi ban hành", 200)
    kept_at = line_of_words("Nơi giữ bản gốc", 200)

    def __init__(self, *args: object, kind: PaperKind, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issued_on"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}
        self.fields["issuer"].label = ISSUER.get(kind, "Nơi ban hành")
        if kind in PERSONAL_PAPERS:
            del self.fields["number"], self.fields["issuer"]

    @property
    def given(self) -> dict:
        """What was said of the paper."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("form_token", "version")}


class PaperChoices(forms.ModelMultipleChoiceField):
    """Papers, each by its kind, number and day."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, paper: Paper) -> str:
        """What the paper is."""
        kept = f", bản gốc: {paper.kept_at}" if paper.kept_at else ""
        return f"{paper}{kept}"


class CheckingForm(DeedForm):
    """Which of the papers that nobody checked yet the person looked at."""

    papers = PaperChoices(
        Paper.objects.none(),
        label="Giấy tờ đã xem bản gốc, đúng như đã ghi",
        error_messages={"required": "Hãy đánh dấu ít nhất một giấy tờ đã kiểm tra.", "invalid_choice": UNKNOWN},
    )

    def __init__(self, *args: object, papers: QuerySet[Paper], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["papers"].queryset = papers


class HandoverForm(DeedForm):
    """One line of the book; which book is asked only of whoever keeps several."""

    unit = UnitChoice(
        Unit.objects.none(),
        label="Sổ của",
        error_messages={"required": "Hãy chọn sổ giao nhận.", "invalid_choice": UNKNOWN},
        empty_label=None,
    )
    direction = one_of_these("Nhận hay giao", Direction.choices, "Hãy chọn nhận hay giao hồ sơ.")
    on = DateField(label="Ngày giao nhận", error_messages={"required": "Hãy nhập ngày giao nhận."})
    counterpart = line_of_words(
        "Nhận từ, giao cho", 200, "Hãy ghi nơi giao hoặc nơi nhận.", help_text="Ví dụ: Chi bộ Văn phòng."
    )
    signed_by = line_of_words("Người giao, người nhận ký sổ", 120, "Hãy ghi họ tên người ký giao nhận.")
    kinds = forms.MultipleChoiceField(
        label="Giấy tờ giao nhận",
        choices=PaperKind.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": UNKNOWN},
    )
    count = forms.IntegerField(
        label="Tổng số giấy tờ",
        min_value=1,
        max_value=500,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "tiny"}),
        help_text="Để trống thì tính bằng số loại giấy tờ đã đánh dấu.",
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Hãy nhập một số từ 1 đến 500."),
    )
    note = line_of_words("Ghi chú", 400)

    def __init__(
        self, *args: object, units: Sequence[Unit], kinds: Sequence[str], names: dict[str, str], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self._units = list(units)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])
        self.fields["unit"].choices = [(unit.pk, unit.name or unit.code) for unit in units]
        if len(self._units) == 1:
            self.fields["unit"].widget = forms.HiddenInput()
            self.initial["unit"] = self._units[0].pk
        self.fields["kinds"].choices = [(kind, names[kind]) for kind in kinds]

    def clean(self) -> dict:
        """Nothing is handed over empty: some papers, or their number."""
        cleaned = super().clean()
        if not cleaned.get("kinds") and not cleaned.get("count") and "count" not in self.errors:
            self.add_error("kinds", "Hãy đánh dấu giấy tờ giao nhận, hoặc ghi tổng số giấy tờ.")
        if cleaned.get("count") and cleaned["count"] < len(cleaned.get("kinds") or []):
            self.add_error("count", f"Tổng số ít hơn {len(cleaned['kinds'])} loại giấy tờ đã đánh dấu.")
        return cleaned

    def line(self) -> Line:
        """What was said, as the act takes it."""
        given = self.cleaned_data
        names = ("unit", "on", "counterpart", "signed_by", "count", "note")
        kinds = tuple(PaperKind(kind) for kind in given["kinds"])
        return Line(**{name: given[name] for name in names}, direction=Direction(given["direction"]), kinds=kinds)


class BookForm(AskingForm):
    """What the book is asked: whose, between which days, which way, only what is held now."""

    don_vi = UnitChoice(Unit.objects.none(), to_field_name="code", required=False, label="Sổ của")
    tu = DateField(label="Từ ngày", required=False)
    den = DateField(label="Đến hết ngày", required=False)
    chieu = forms.ChoiceField(choices=[("", "Cả hai"), *Direction.choices], required=False, label="Nhận hay giao")
    dang_giu = forms.BooleanField(label="Chỉ hồ sơ đang giữ", required=False)

    def __init__(self, data: object, *, units: QuerySet[Unit]) -> None:
        super().__init__(data)
        self.fields["don_vi"].queryset = units
        self.fields["don_vi"].empty_label = "Mọi sổ được xem"
        for name in ("don_vi", "chieu"):
            self.fields[name].error_messages["invalid_choice"] = UNKNOWN

    def clean(self) -> dict:
        """A period has days."""
        cleaned = super().clean()
        first, last = cleaned.get("tu"), cleaned.get("den")
        if first and last and last < first:
            self.add_error("den", f"Ngày {date_vn(last)} trước ngày bắt đầu {date_vn(first)}; hãy kiểm tra lại.")
        return cleaned

    def narrow(self, found: QuerySet[Handover]) -> QuerySet[Handover]:
        """The lines that were asked for, but for "held now"."""
        asked = self.cleaned_data
        wanted = {"unit": asked["don_vi"], "on__gte": asked["tu"], "on__lte": asked["den"], "direction": asked["chieu"]}
        return found.filter(**{name: value for name, value in wanted.items() if value})


class ConfirmRowForm(DeedForm):
    """By which paper a row of the catalogue is confirmed."""

    basis = line_of_words("Xác nhận theo", 200, help_text="Ví dụ: bản gốc Hướng dẫn tại Ban Tổ chức Tỉnh ủy.")


class CorrectRowForm(DeedForm):
    """Another row in the place of a wrong one."""

    code = line_of_words("Ký hiệu mẫu", 20, help_text="Ví dụ: 3-KNĐ.")
    catalogue_number = line_of_words("Số trong danh mục hồ sơ", 10)
    name = line_of_words("Tên giấy tờ", 300, "Hãy nhập tên giấy tờ.")
    issued_by = line_of_words("Nơi lập, ban hành", 200, "Hãy ghi nơi lập, ban hành.")
    needed_for = forms.ChoiceField(
        label="Bước cần",
        choices=[("", "Không bước nào"), *((stage.value, stage.label) for stage in WAY)],
        required=False,
        error_messages={"invalid_choice": UNKNOWN},
    )
    condition = one_of_these("Áp dụng cho", PaperCondition.choices, "Hãy chọn trường hợp áp dụng.")
    copies = forms.IntegerField(
        label="Số bản",
        min_value=1,
        max_value=9,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "tiny"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), "Hãy nhập số bản, từ 1 đến 9."),
    )
    confidence = one_of_these("Độ chắc của nguồn", Confidence.choices, "Hãy chọn độ chắc của nguồn.")
    reason = line_of_words("Lý do đính chính", 400, "Hãy ghi lý do đính chính.")

    def __init__(self, *args: object, row: PaperForm, **kwargs: object) -> None:
        names = [name for name in self.base_fields if hasattr(row, name) and name != "reason"]
        super().__init__(*args, initial={name: getattr(row, name) for name in names}, version=row.pk, **kwargs)

    @property
    def said(self) -> dict:
        """The values of the row."""
        return {
            name: value for name, value in self.cleaned_data.items() if name not in ("form_token", "version", "reason")
        }
