"""Forms of declared figures: those of organisations, and the review of sources of grassroots organisations."""

from collections.abc import Iterable
from dataclasses import replace

from django import forms

from organizations.declaring import Figures, Why
from organizations.enums import ORGANISATION_FIGURES, REVIEW_FIGURES, FigureKind, IdleReason
from organizations.formats import tidy
from organizations.inputs import DateField, DeedForm, PeopleField
from organizations.reviewing import QUARTERS, Reported

NO_DAY = {"required": "Hãy nhập ngày."}
_WHY = ("reason", "words", "remedy")


class FiguresForm(DeedForm):
    """Figures of some kinds as at a day; each field bears the name of its kind, what is left empty was not told."""

    kinds: tuple[FigureKind, ...] = ORGANISATION_FIGURES
    required: frozenset[FigureKind] = frozenset()

    on = DateField(label="Số liệu tại ngày", error_messages=NO_DAY)
    source = forms.CharField(
        label="Nguồn số liệu", max_length=200, required=False, help_text="Ví dụ: báo cáo số, ngày."
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].widget.attrs["class"] = "short"
        for kind in self.kinds:
            self.fields[kind.value] = PeopleField(label=kind.label, required=kind in self.required)

    def fields_of(self, kinds: Iterable[FigureKind]) -> list[forms.BoundField]:
        """The fields of some kinds, as a page shows them."""
        return [self[kind.value] for kind in kinds]

    @property
    def figure_fields(self) -> list[forms.BoundField]:
        """The fields of all kinds in their order."""
        return self.fields_of(self.kinds)

    def values(self) -> dict[FigureKind, int]:
        """The figures that were told."""
        given = {kind: self.cleaned_data[kind.value] for kind in self.kinds}
        return {kind: value for kind, value in given.items() if value is not None}

    def said(self) -> Figures:
        """What was said, as the action takes it."""
        return Figures(self.cleaned_data["on"], self.values(), self.cleaned_data["source"])


class OrganisationFiguresForm(FiguresForm):
    """Figures of an organisation, and why it introduced nobody with what it will do; both may be told alone."""

    reason = forms.ChoiceField(
        label="Nguyên nhân chưa giới thiệu được người",
        choices=[("", "Không ghi"), *IdleReason.choices],
        required=False,
        help_text="Ghi khi trong năm hội, đoàn thể chưa giới thiệu được ai.",
    )
    words = forms.CharField(label="Nói rõ nguyên nhân", max_length=200, required=False)
    remedy = forms.CharField(label="Biện pháp sẽ làm", max_length=300, required=False)

    @property
    def why_fields(self) -> list[forms.BoundField]:
        """The fields about the reason."""
        return [self[name] for name in _WHY]

    def clean_words(self) -> str:
        """In one spelling."""
        return tidy(self.cleaned_data["words"])

    def clean_remedy(self) -> str:
        """In one spelling."""
        return tidy(self.cleaned_data["remedy"])

    def clean(self) -> dict:
        """Words explain a reason that is named; of another reason they are what it is."""
        cleaned = super().clean()
        reason, words = cleaned.get("reason"), cleaned.get("words")
        if words and not reason:
            self.add_error("reason", "Đã nói rõ nguyên nhân: hãy chọn nguyên nhân trong danh sách.")
        if reason == IdleReason.OTHER and not words:
            self.add_error("words", f"Đã chọn “{IdleReason.OTHER.label}”: hãy nói rõ nguyên nhân.")
        return cleaned

    def said(self) -> Figures:
        """What was said, as the action takes it."""
        given = {name: self.cleaned_data[name] for name in _WHY}
        why = Why(**given) if any(given.values()) else None
        return replace(super().said(), why=why, withdraws=why is None and self._showed_why())

    def _showed_why(self) -> bool:
        """Say whether the form was opened with a reason for this very day: only what one saw is taken back by emptying it."""
        return self.initial.get("on") == self.cleaned_data["on"] and any(self.initial.get(name) for name in _WHY)


class ReviewForm(FiguresForm):
    """A review of sources, and the expected admissions of each quarter that is left of its year."""

    kinds = REVIEW_FIGURES
    required = frozenset({FigureKind.NON_PARTY})

    said_on = DateField(label="Ngày báo", error_messages=NO_DAY)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["said_on"].widget.attrs["class"] = "short"
        for number, numeral in QUARTERS.items():
            self.fields[f"quarter_{number}"] = PeopleField(label=f"Quý {numeral}", required=False)

    @property
    def quarter_fields(self) -> list[forms.BoundField]:
        """The four quarters."""
        return [self[f"quarter_{number}"] for number in QUARTERS]

    def said(self) -> Reported:
        """What was said, as the action takes it."""
        cleaned = self.cleaned_data
        given = {number: cleaned[f"quarter_{number}"] for number in QUARTERS}
        expected = {number: value for number, value in given.items() if value is not None}
        return Reported(cleaned["on"], cleaned["said_on"], self.values(), expected, cleaned["source"])
