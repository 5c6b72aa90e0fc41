"""Forms about organisations outside the Party: the filter of their list, what they are, who follows them, their office."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.db.models import QuerySet

from organizations import tree
from organizations.access import Reach
from organizations.enums import (
    CELL_KINDS,
    ORGANISATION_KINDS,
    AssociationKind,
    Deed,
    Level,
    OfficeBody,
    OfficeCell,
    UnitKind,
)
from organizations.formats import tidy
from organizations.inputs import DateField, DeedForm, UnitChoice
from organizations.keeping import FOLLOWER_KINDS, Described
from organizations.models import Unit, UnitVersion
from organizations.offices import Arranged

KINDS = [(kind.value, kind.label) for kind in UnitKind if kind in ORGANISATION_KINDS]
UNKNOWN = "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."
NOT_LISTED = {"invalid_choice": "Hãy chọn một tổ chức trong danh sách."}


def units_of_kinds(own: Reach, kinds: Iterable[UnitKind], on: date) -> QuerySet[Unit]:
    """Return the party units of a reach that are of some kinds on a day, named, for a field to choose from."""
    there = UnitVersion.objects.on(on).filter(kind__in=kinds).values("unit")
    reached = own.units(Deed.KEEP_ORGANISATIONS).filter(pk__in=there)
    return reached.annotate(name=tree.name_on(on, "pk")).order_by("code")


def _since(label: str) -> DateField:
    field = DateField(label=label, error_messages={"required": "Hãy nhập ngày."})
    field.widget.attrs["class"] = "short"
    return field


class OrganisationFilter(forms.Form):
    """Parameters of the list, in the words of its address; all optional, unknown ones are refused."""

    tim = forms.CharField(label="Tên hoặc mã", max_length=120, required=False)
    loai = forms.ChoiceField(label="Loại", choices=[("", "Tất cả"), *KINDS], required=False)
    loai_hoi = forms.ChoiceField(label="Loại hội", choices=[("", "Tất cả"), *AssociationKind.choices], required=False)
    cap = forms.ChoiceField(label="Cấp", choices=[("", "Tất cả"), *Level.choices], required=False)
    theo_doi = UnitChoice(
        Unit.objects.none(), label="Cấp ủy theo dõi", to_field_name="code", required=False, empty_label="Tất cả"
    )

    def __init__(self, data, *, followers: QuerySet[Unit]) -> None:
        super().__init__(data)
        self.fields["theo_doi"].queryset = followers
        for name in ("loai", "loai_hoi", "cap", "theo_doi"):
            self.fields[name].error_messages["invalid_choice"] = UNKNOWN

    def clean(self) -> dict:
        """Refuse what is no parameter of this list."""
        for name in sorted(set(self.data) - set(self.fields) - {"trang"}):
            self.add_error(None, f"Không có bộ lọc “{name}”; hãy bỏ tham số này khỏi địa chỉ.")
        return super().clean()

    @property
    def is_set(self) -> bool:
        """Say whether the list is narrowed."""
        return any(self.cleaned_data.values()) if self.is_valid() else True


class DescribedForm(DeedForm):
    """What an organisation is from a day on."""

    since = _since("Từ ngày")
    name = forms.CharField(label="Tên", max_length=200, error_messages={"required": "Hãy nhập tên."})
    kind = forms.ChoiceField(label="Loại", choices=KINDS, widget=forms.RadioSelect)
    association_kind = forms.ChoiceField(
        label="Loại hội",
        choices=[("", "Chưa ghi"), *AssociationKind.choices],
        required=False,
        help_text="Chỉ ghi cho hội quần chúng.",
    )
    level = forms.ChoiceField(
        label="Cấp", choices=[("", "Chọn cấp"), *Level.choices], error_messages={"required": "Hãy chọn cấp."}
    )
    parent = UnitChoice(
        Unit.objects.none(),
        label="Tổ chức cấp trên",
        required=False,
        empty_label="Không có",
        error_messages=NOT_LISTED,
        help_text="Khi là chi hội, tổ chức cơ sở của một hội, đoàn thể đã có trong danh sách.",
    )

    def __init__(self, *args: object, own: Reach, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].error_messages["required"] = "Hãy chọn loại."
        reached = own.organisations(Deed.KEEP_ORGANISATIONS).annotate(name=tree.name_on(today, "pk"))
        self.fields["parent"].queryset = reached.order_by("code")

    def clean_name(self) -> str:
        """The name in one spelling."""
        return tidy(self.cleaned_data["name"])

    def said(self) -> Described:
        """What was said, as the action takes it."""
        cleaned = self.cleaned_data
        kind, level = UnitKind(cleaned["kind"]), Level(cleaned["level"])
        which = cleaned["association_kind"]
        return Described(cleaned["since"], cleaned["name"], kind, level, cleaned["parent"], which)


class NewOrganisationForm(DescribedForm):
    """A new organisation, and who follows it."""

    code = forms.RegexField(
        r"^[\w.-]+$",
        label="Mã",
        max_length=30,
        error_messages={"required": "Hãy nhập mã.", "invalid": "Mã chỉ gồm chữ, số, dấu chấm và gạch ngang."},
        help_text="Ví dụ: H.05. Mã không đổi khi hội đổi tên.",
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    follower = UnitChoice(
        Unit.objects.none(),
        label="Cấp ủy theo dõi",
        required=False,
        empty_label="Như tổ chức cấp trên",
        error_messages=NOT_LISTED,
        help_text="Để “Như tổ chức cấp trên” khi cấp ủy theo dõi tổ chức cấp trên theo dõi luôn tổ chức này.",
    )

    field_order = ["code", "name", "kind", "association_kind", "level", "parent", "follower", "since"]

    def __init__(self, *args: object, own: Reach, today: date, **kwargs: object) -> None:
        super().__init__(*args, own=own, today=today, **kwargs)
        self.fields["follower"].queryset = units_of_kinds(own, FOLLOWER_KINDS, today)

    def clean_code(self) -> str:
        """Codes are written in capitals."""
        return self.cleaned_data["code"].upper()


class FollowForm(DeedForm):
    """Who follows an organisation from a day on."""

    follower = UnitChoice(
        Unit.objects.none(),
        label="Cấp ủy theo dõi",
        empty_label="Chọn cấp ủy",
        error_messages=NOT_LISTED | {"required": "Hãy chọn cấp ủy theo dõi."},
    )
    since = _since("Từ ngày")

    def __init__(self, *args: object, own: Reach, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["follower"].queryset = units_of_kinds(own, FOLLOWER_KINDS, today)


class EndForm(DeedForm):
    """The day from which an organisation exists no more."""

    on = _since("Không còn từ ngày")


class OfficeForm(DeedForm):
    """What the standing office has from a day on."""

    since = _since("Từ ngày")
    arrangement = forms.ChoiceField(
        label="Chi bộ của cơ quan thường trực",
        choices=OfficeCell.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn một trong ba."},
    )
    cell = UnitChoice(
        Unit.objects.none(),
        label="Chi bộ nào",
        required=False,
        empty_label="Không có chi bộ",
        error_messages=NOT_LISTED,
        help_text="Chọn khi có chi bộ riêng hoặc sinh hoạt ghép; “Chưa có” thì để “Không có chi bộ”.",
    )
    bodies = forms.MultipleChoiceField(
        label="Tổ chức đoàn thể tại cơ quan thường trực",
        choices=OfficeBody.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    source = forms.CharField(label="Nguồn", max_length=200, required=False, help_text="Ví dụ: báo cáo số, ngày.")

    def __init__(self, *args: object, own: Reach, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cell"].queryset = units_of_kinds(own, CELL_KINDS, today)

    def said(self) -> Arranged:
        """What was said, as the action takes it."""
        cleaned = self.cleaned_data
        bodies = tuple(OfficeBody(body) for body in cleaned["bodies"])
        return Arranged(
            cleaned["since"], OfficeCell(cleaned["arrangement"]), cleaned["cell"], bodies, cleaned["source"]
        )
