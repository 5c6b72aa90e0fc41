"""Forms of declared figures: those of organisations, and the review of sources of grassroots organisations."""

from collections.abc import Iterable

from django import forms

from organizations.declaring import Figures
from organizations.enums import ORGANISATION_FIGURES, REVIEW_FIGURES, FigureKind
from organizations.inputs import DateField, DeedForm, PeopleField
from organizations.reviewing import QUARTERS, Reported

NO_DAY = {"required": "Hãy nhập ngày."}


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
