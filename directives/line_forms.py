"""The lines of the form of a document: addressees, clauses, relations. A line left empty is no line."""

from django import forms

from directives.enums import Bound, CitationKind
from directives.identities import Identity
from directives.letters import AddresseeLine, CitationLine, ClauseLine
from directives.unit_field import UnitField, Units
from organizations.enums import DocumentKind
from organizations.inputs import DateField

ACT, KNOW = "1", "0"
NO_CHOICE = "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."
_SHORT = {"class": "short"}


class LineForm(forms.Form):
    """One line; ``row`` is the key of the stored line that it says anew, ``told`` are the fields that make it one."""

    row = forms.IntegerField(required=False, widget=forms.HiddenInput)
    told: tuple[str, ...] = ()

    def __init__(self, *args: object, units: Units | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "unit" in self.fields:
            self.fields["unit"].units = units
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.error_messages["invalid_choice"] = NO_CHOICE

    @property
    def is_blank(self) -> bool:
        """Say whether nothing was typed: such a line is left out, or taken back where it stood."""
        return not any(self.cleaned_data.get(name) for name in self.told) and not self.errors


class AddresseeForm(LineForm):
    """Whom a document speaks to."""

    words = forms.CharField(label="Nơi nhận, như văn bản ghi", max_length=300, required=False)
    to_act = forms.ChoiceField(
        label="Để làm gì", choices=[(ACT, "Để thực hiện"), (KNOW, "Để biết, báo cáo, lưu")], initial=ACT, required=False
    )
    unit = UnitField(label="Đơn vị, hoặc đơn vị cấp trên", required=False)
    bound = forms.ChoiceField(label="Những đơn vị nào", choices=Bound.choices, initial=Bound.ITSELF, required=False)
    told = ("words", "unit")

    def clean(self) -> dict:
        """Words are those of the letter; units under another one need that one."""
        given = super().clean()
        if given.get("unit") and not given.get("words") and "words" not in self.errors:
            self.add_error("words", "Hãy ghi nơi nhận như văn bản ghi.")
        under = given.get("bound") not in ("", None, Bound.ITSELF)
        if given.get("words") and under and not given.get("unit") and "unit" not in self.errors:
            self.add_error("unit", "Hãy ghi các đơn vị này trực thuộc đơn vị nào, hoặc chọn “Chính đơn vị”.")
        return given

    def line(self) -> AddresseeLine:
        """The line as the action takes it."""
        given = self.cleaned_data
        to_act = given["to_act"] != KNOW
        return AddresseeLine(given["words"], to_act, given["unit"], given["bound"] or Bound.ITSELF, given["row"])


class ClauseForm(LineForm):
    """A clause, in our own words."""

    label = forms.CharField(label="Điểm, khoản", max_length=60, required=False, widget=forms.TextInput(attrs=_SHORT))
    summary = forms.CharField(
        label="Nội dung, bằng lời tóm tắt", max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    place = forms.IntegerField(
        label="Thứ tự",
        required=False,
        min_value=1,
        max_value=999,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "tiny"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Thứ tự là một số từ 1 trở lên."),
    )
    told = ("label", "summary")

    def clean(self) -> dict:
        """A clause has its name and its words."""
        given = super().clean()
        for name, sentence in (("label", "Hãy ghi tên điểm, khoản."), ("summary", "Hãy tóm tắt nội dung của điểm.")):
            other = given.get("summary" if name == "label" else "label")
            if other and not given.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return given

    def line(self) -> ClauseLine:
        """The line as the action takes it."""
        given = self.cleaned_data
        return ClauseLine(given["label"], given["summary"], given["row"])


class CitationForm(LineForm):
    """A relation to another document, named by what one knows of it."""

    kind = forms.ChoiceField(
        label="Quan hệ", choices=CitationKind.choices, initial=CitationKind.GROUNDS, required=False
    )
    other_kind = forms.ChoiceField(
        label="Loại văn bản", choices=[("", "chưa rõ"), *DocumentKind.choices], required=False
    )
    number = forms.CharField(
        label="Số, ký hiệu",
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"list": "so-van-ban", "autocomplete": "off"}),
    )
    issued_on = DateField(label="Ngày ban hành", required=False)
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=200, required=False)
    subject = forms.CharField(label="Trích yếu, nếu chưa có trong hệ thống", max_length=400, required=False)
    clause = forms.CharField(label="Tại điểm, khoản", max_length=60, required=False)
    told = ("number", "issued_on", "issuer", "subject")

    def clean(self) -> dict:
        """The words of a subject alone do not name a document."""
        given = super().clean()
        if given.get("subject") and not any(given.get(name) for name in ("number", "issued_on", "issuer")):
            self.add_error("number", "Hãy ghi số, ngày hoặc cơ quan ban hành của văn bản này.")
        return given

    def line(self) -> CitationLine:
        """The line as the action takes it."""
        given = self.cleaned_data
        other = Identity(given["other_kind"], given["number"], given["issuer"], given["issued_on"])
        kind = CitationKind(given["kind"] or CitationKind.GROUNDS)
        return CitationLine(kind, other, given["subject"], given["clause"])
