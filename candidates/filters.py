"""The filters of the list of dossiers: they build the cell that is counted, and narrow its people further."""

from datetime import date
from functools import cached_property

import django_filters
from django import forms
from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from candidates import classes, holds, queries, search, traits
from candidates.among import EXIT_READ_AS, Among, Began, Returned
from candidates.enums import OPEN, ClassTie, Group, ReturnCode, Sex, Stage, Tie
from candidates.models import StageEntry
from candidates.models.stage import TERM
from candidates.statistics import Cell, DueState, Reading
from candidates.traits import Trait
from organizations import clock, tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.inputs import DateField, UnitChoice
from organizations.models import Unit
from organizations.periods import Period, inclusive

DUE_LABELS = (
    (DueState.OVERDUE, "Quá hạn"),
    (DueState.SOON, "Sắp đến hạn"),
    (DueState.CHECK, "Cần kiểm tra hạn"),
)
ORDERS = {
    "ten": ("dossier__person__name_key", "pk"),
    "ngay": ("-on", "dossier__person__name_key", "pk"),
    "han": (TERM.asc(nulls_last=True), "dossier__person__name_key", "pk"),
}
ORDER_LABELS = (("ten", "Tên"), ("ngay", "Bước mới nhất trước"), ("han", "Hạn gần nhất trước"))
BIGGEST = 2**63 - 1
UNKNOWN = "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."
GRADUATED = (("gcn_tu", "Được cấp giấy chứng nhận từ ngày"), ("gcn_den", "đến ngày"))
RETURNED = (("tra_tu", "Bị trả từ ngày"), ("tra_den", "đến ngày"))
BEGAN = (("khoa_tu", "Bắt đầu từ ngày"), ("khoa_den", "đến ngày"))
# Parts of the cell that chips and numbers set; the form only carries them on.
KEPT = (
    "buoc",
    "tu_buoc",
    "cach_tinh",
    "tai_ngay",
    "to_chuc",
    "quan_he",
    "it_nhat",
    "nhom",
    "lop",
    "o_lop",
    "gcn_tu",
    "gcn_den",
    "dac_diem",
    "ly_do_ra",
    "tra_tu",
    "tra_den",
    "tra_vi",
    "tra_muc",
    "khoa_buoc",
    "khoa_tu",
    "khoa_den",
)


class OneSelect(forms.Select):
    """Shows one choice at a time, and reads as many as the address holds."""

    def value_from_datadict(self, data, files, name: str) -> list[str]:
        """Every value that is not empty."""
        return [value for value in data.getlist(name) if value]


class TraitsField(forms.Field):
    """Values of the dimensions of Biểu 2-BTCTW, as addresses have them."""

    widget = OneSelect
    hidden_widget = forms.MultipleHiddenInput

    def to_python(self, value: list[str]) -> list[Trait]:
        """Read them; one that there is not is told."""
        try:
            return [traits.parse(text) for text in value or ()]
        except ValueError as error:
            raise forms.ValidationError(UNKNOWN, params={"value": ", ".join(value)}) from error


class UnitChoices(forms.ModelMultipleChoiceField):
    """Units of a reach, named as on a day."""

    widget = OneSelect
    label_from_instance = UnitChoice.label_from_instance


class DossierFilter(django_filters.FilterSet):
    """Parameters of the list, in the words of its address (all optional, unknown ones are refused)."""

    tim = django_filters.CharFilter(label="Tên hoặc mã hồ sơ")
    buoc = django_filters.MultipleChoiceFilter(label="Đang ở bước", choices=Stage.choices)
    vao_buoc = django_filters.MultipleChoiceFilter(
        label="Đã vào bước", choices=[("", "Không lọc theo kỳ"), *Stage.choices], widget=OneSelect
    )
    tu_buoc = django_filters.MultipleChoiceFilter(label="Từ bước", choices=Stage.choices)
    cach_tinh = django_filters.ChoiceFilter(choices=[(item.value, item.value) for item in Reading])
    quan_he = django_filters.ChoiceFilter(choices=Tie.choices)
    nhom = django_filters.MultipleChoiceFilter(label="Nhóm", choices=Group.choices)
    o_lop = django_filters.ChoiceFilter(choices=ClassTie.choices)
    han = django_filters.ChoiceFilter(label="Hạn", choices=DUE_LABELS, empty_label="Tất cả")
    tinh_trang = django_filters.ChoiceFilter(label="Tình trạng", choices=holds.STANDINGS, empty_label="Tất cả")
    ly_do_tra = django_filters.ChoiceFilter(label="Trả về vì", choices=ReturnCode.choices, empty_label="Tất cả")
    gioi = django_filters.ChoiceFilter(label="Giới tính", choices=Sex.choices, empty_label="Tất cả")
    xep = django_filters.ChoiceFilter(label="Xếp theo", choices=ORDER_LABELS, empty_label="Mặc định")

    class Meta:
        model = StageEntry
        fields: list[str] = []

    def __init__(self, data, *, own: Reach, today: date) -> None:
        self.own, self.today = own, today
        super().__init__(data, queryset=StageEntry.objects.none())
        units = UnitChoices(self._units(), to_field_name="code", required=False, label="Đơn vị")
        units.choices = [("", "Tất cả đơn vị được xem"), *units.choices]
        self.form.fields["don_vi"] = units
        self.form.fields["it_nhat"] = forms.IntegerField(required=False, min_value=1, max_value=9)
        self.form.fields["lop"] = forms.IntegerField(required=False, min_value=1, max_value=BIGGEST)
        self.form.fields["to_chuc"] = UnitChoices(self._organisations(), to_field_name="code", required=False)
        self.form.fields["dac_diem"] = TraitsField(required=False)
        exits = [("", ""), *((reason, reason) for reason in EXIT_READ_AS)]
        self.form.fields["ly_do_ra"] = forms.ChoiceField(choices=exits, required=False)
        self.form.fields["tra_vi"] = forms.ChoiceField(choices=[("", ""), *ReturnCode.choices], required=False)
        self.form.fields["khoa_buoc"] = forms.ChoiceField(choices=[("", ""), *Stage.choices], required=False)
        self.form.fields["tra_muc"] = forms.CharField(max_length=60, required=False)
        for name, label in (
            ("tu", "Từ ngày"),
            ("den", "Đến ngày"),
            ("tai_ngay", "Tại ngày"),
            *GRADUATED,
            *RETURNED,
            *BEGAN,
        ):
            self.form.fields[name] = DateField(label=label, required=False)
        for name in KEPT:
            self.form.fields[name].widget = self.form.fields[name].hidden_widget()
        for field in self.form.fields.values():
            field.error_messages |= {"invalid_choice": UNKNOWN, "invalid_pk_value": UNKNOWN}
        self.form.clean = self._clean

    @cached_property
    def cell(self) -> Cell:
        """The cell that the parameters ask for; without any, everybody still on the way as at today."""
        asked = self.form.cleaned_data
        entered = asked["vao_buoc"]
        return Cell(
            units=tuple(asked["don_vi"]) or tuple(self.own.roots(Deed.SEE_DOSSIERS)),
            stages=tuple(Stage(stage) for stage in entered or asked["buoc"] or OPEN),
            on=asked["tai_ngay"] or self.today,
            period=self._period() if entered else None,
            reading=Reading(asked["cach_tinh"] or Reading.THEN),
            from_stages=tuple(Stage(stage) for stage in asked["tu_buoc"]),
            due=DueState(asked["han"]) if asked["han"] else None,
            among=self._among(),
        )

    @property
    def is_sensitive(self) -> bool:
        """Say whether the list would tell who belongs to an ethnic minority or follows a religion."""
        return self.cell.among.is_sensitive

    @property
    def may_mark(self) -> bool:
        """Say whether the person puts dossiers on agendas of meetings, from this list."""
        return self.own.grants(Deed.HOLD_MEETING)

    @property
    def narrows(self) -> bool:
        """Say whether the list shows fewer than the cell counts, because a name, a sex or a standing was asked for."""
        return any(self.form.cleaned_data[name] for name in ("tim", "gioi", "tinh_trang", "ly_do_tra"))

    @property
    def rows(self) -> QuerySet[StageEntry]:
        """One row per person of the cell, narrowed by name and sex, in the order asked for."""
        asked = self.form.cleaned_data
        order = ORDERS[asked["xep"] or ("han" if asked["han"] else "ten")]
        return self.narrowed(self.cell).order_by(*(("rank",) if asked["tim"] else ()), *order)

    def narrowed(self, cell: Cell) -> QuerySet[StageEntry]:
        """One row per person of ``cell`` within the reach, narrowed by name and sex, in no order."""
        asked = self.form.cleaned_data
        found = queries.listed(cell, self.own)
        if asked["tinh_trang"]:
            found = holds.standing_so(found, asked["tinh_trang"], cell.on)
        if asked["ly_do_tra"]:
            found = holds.returned_for(found, asked["ly_do_tra"], cell.on)
        if asked["gioi"]:
            found = found.filter(dossier__person__sex=asked["gioi"])
        return search.matching(found, asked["tim"]) if asked["tim"] else found

    def _units(self) -> QuerySet[Unit]:
        return queries.units_to_choose(self.own, self.today, self.data.getlist("don_vi"))

    def _organisations(self) -> QuerySet[Unit]:
        every = self.own.organisations_ever(Deed.SEE_ORGANISATIONS)
        return every.annotate(name=Coalesce(tree.name_on(self.today, "pk"), tree.last_name("pk")))

    def _among(self) -> Among:
        asked = self.form.cleaned_data
        return Among(
            organisations=tuple(asked["to_chuc"]),
            tie=Tie(asked["quan_he"] or Tie.MEMBER),
            at_least=asked["it_nhat"] or 1,
            groups=tuple(Group(group) for group in asked["nhom"]),
            training=asked["lop"],
            class_tie=ClassTie(asked["o_lop"] or ClassTie.CERTIFIED),
            graduated=inclusive(asked["gcn_tu"], asked["gcn_den"]) if asked["gcn_tu"] else None,
            traits=tuple(asked["dac_diem"]),
            exit_reason=asked["ly_do_ra"],
            returned=self._returned(),
            began=self._began(),
        )

    def _began(self) -> Began | None:
        asked = self.form.cleaned_data
        if not asked["khoa_tu"]:
            return None
        return Began(Stage(asked["khoa_buoc"] or Stage.SOURCE), inclusive(asked["khoa_tu"], asked["khoa_den"]))

    def _returned(self) -> Returned | None:
        asked = self.form.cleaned_data
        if not asked["tra_tu"]:
            return None
        return Returned(inclusive(asked["tra_tu"], asked["tra_den"]), asked["tra_vi"], asked["tra_muc"])

    def _period(self) -> Period:
        asked = self.form.cleaned_data
        return inclusive(asked["tu"] or date(asked["den"].year, 1, 1), asked["den"])

    def _clean(self) -> dict:
        form, asked = self.form, self.form.cleaned_data
        for name in sorted(set(self.data) - set(form.fields) - {"trang"}):
            form.add_error(None, f"Không có bộ lọc “{name}”; hãy bỏ tham số này khỏi địa chỉ.")
        if (lesson := asked.get("lop")) and not classes.visible(self.own).filter(pk=lesson).exists():
            form.add_error("lop", UNKNOWN % {"value": lesson})
        on = asked.get("tai_ngay") or self.today
        asked["den"] = asked.get("den") or on
        if on > clock.real_today():
            form.add_error("tai_ngay", f"Ngày {date_vn(on)} chưa đến.")
        if asked["den"] > on:
            form.add_error("den", f"Đến ngày {date_vn(asked['den'])} sau ngày đang xem ({date_vn(on)}).")
        for (first, words), (last, _) in (GRADUATED, RETURNED, BEGAN):
            start, end = asked.get(first), asked.get(last)
            if bool(start) != bool(end) or (start and start > end):
                form.add_error(first, f"“{words}” cần cả ngày đầu và ngày cuối, ngày đầu không sau ngày cuối.")
        if asked.get("tu") and asked["tu"] > asked["den"]:
            form.add_error("tu", "Từ ngày phải không sau đến ngày.")
        return asked
