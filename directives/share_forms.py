"""Forms of sharing out: which grid is asked for; what was typed in it, pasted, uploaded, and the document that issues it."""

from collections.abc import Iterable, Sequence
from datetime import date

from django import forms
from django.db.models import QuerySet

from candidates import member_files
from candidates.citing import Cited
from directives import share_grid, share_text
from directives.enums import ORGANISATION_MEASURES
from directives.models import Directive, Target
from directives.share_basis import ROWS_WORDS, WAY_WORDS, Asked, Rows, Typed, Way
from directives.share_text import Pasted
from directives.sharing import Issue
from organizations.enums import DocumentKind
from organizations.errors import Refused
from organizations.formats import tidy
from organizations.inputs import AskingForm, DateField, DeedForm, UnitChoice
from organizations.models import Unit, UnitVersion

LONGEST_CELL, LONGEST_PASTE = 20, 60_000
MANY = 8
# What an issuing document is: kinds by which committees give quotas.
KINDS = (DocumentKind.DECISION, DocumentKind.PLAN, DocumentKind.RESOLUTION, DocumentKind.LETTER, DocumentKind.NOTICE)


class GridForm(AskingForm):
    """Whose grid, of which further targets, over which rows, for which turn (a day of it)."""

    don_vi = UnitChoice(
        Unit.objects.none(), to_field_name="code", label="Đơn vị phân bổ", required=False, empty_label="Chọn sẵn"
    )
    theo = forms.ChoiceField(
        label="Các dòng", choices=[(each.value, ROWS_WORDS[each]) for each in Rows], required=False
    )
    ky = DateField(label="Kỳ có ngày", required=False)
    cung = forms.ModelMultipleChoiceField(
        Target.objects.none(), label="Cùng phân bổ", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: object, units: Iterable[Unit], target: Target, known: QuerySet[Directive], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        others = (
            Target.objects.filter(unit=target.unit, directive__in=known.values("pk"))
            .exclude(pk=target.pk)
            .exclude(measure__in=ORGANISATION_MEASURES)
        )
        self.fields["don_vi"].queryset = units
        self.fields["cung"].queryset = others.order_by("pk")
        self.fields["cung"].label_from_instance = lambda each: f"{each.get_measure_display()} ({each.directive})"
        self.fields["ky"].widget.attrs["class"] = "short"
        self.target = target

    def asked(self, sharer: Unit, on: date) -> Asked:
        """The grid asked for; targets that are over or not begun in the turn are left to the eye of whoever types."""
        given = self.cleaned_data
        others = list(given["cung"].select_related("directive__document", "unit")[: MANY - 1])
        rows = Rows(given["theo"] or Rows.CHILDREN)
        return Asked(sharer, (self.target, *others), rows, given["ky"] or on, on)


class ShareForm(DeedForm):
    """What was typed in the cells, and what was pasted or sent as a file; ``issuing`` asks for the document too."""

    way = forms.ChoiceField(label="Đề xuất", choices=[(each.value, WAY_WORDS[each]) for each in Way], required=False)
    column = forms.TypedChoiceField(
        label="Điền vào cột", choices=[("", "Mọi cột")], coerce=int, empty_value=None, required=False
    )
    pasted = forms.CharField(
        label="Dán từ Excel",
        required=False,
        max_length=LONGEST_PASTE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mỗi dòng một đơn vị: mã hoặc tên, rồi số (cách nhau bằng phím Tab như khi chép từ bảng tính).",
    )
    file = forms.FileField(
        label="Hoặc tệp Excel",
        required=False,
        help_text="Tệp .xlsx hoặc .csv, có dòng đầu như bảng tải xuống; tối đa 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
    )
    kind = forms.ChoiceField(label="Loại văn bản", choices=[(each.value, each.label) for each in KINDS], required=False)
    number = forms.CharField(label="Số, ký hiệu", max_length=60, required=False)
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=200, required=False)
    issued_on = DateField(label="Ngày ban hành", required=False)
    subject = forms.CharField(label="Trích yếu", max_length=400, required=False)
    valid_from = DateField(
        label="Có hiệu lực từ ngày",
        required=False,
        help_text="Lần đầu: từ đầu kỳ. Lần điều chỉnh: từ ngày số mới bắt đầu được tính.",
    )
    reason = forms.CharField(
        label="Lý do",
        max_length=400,
        required=False,
        help_text="Cần ghi khi tổng không khớp, hoặc khi điều chỉnh chỉ tiêu đã giao.",
    )

    def __init__(self, *args: object, targets: Iterable[Target], issuing: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.issuing = issuing
        self.fields["column"].choices += [(target.pk, target.get_measure_display()) for target in targets]
        for name in ("issued_on", "valid_from"):
            self.fields[name].widget.attrs["class"] = "short"

    def clean(self) -> dict:
        """The document that issues the shares: all but its number must be said."""
        given = super().clean()
        for name in ("issuer", "issued_on", "subject", "valid_from") if self.issuing else ():
            if not given.get(name) and name not in self.errors:
                self.add_error(name, f"Hãy nhập “{self.fields[name].label}” của văn bản giao chỉ tiêu.")
        return given

    def issue(self) -> Issue:
        """The document, as the action takes it."""
        given = self.cleaned_data
        kind = DocumentKind(given["kind"] or DocumentKind.DECISION)
        cited = Cited(kind, given["number"], given["issuer"], given["issued_on"], given["subject"])
        return Issue(cited, given["valid_from"], given["reason"])

    def table(self, asked: Asked, bodies: Sequence[UnitVersion]) -> Pasted:
        """Read what was pasted or uploaded; Refused where the file is not what its name says, or nothing came."""
        given = self.cleaned_data
        sent = given["file"]
        text = member_files.as_text(sent.name, sent.read()) if sent else given["pasted"]
        if not tidy(text):
            raise Refused("Chưa có gì để đọc: hãy dán bảng hoặc chọn tệp.")
        return share_text.read_lines(text, share_grid.names(bodies), share_grid.heads(asked))


def typed_in(data: dict, asked: Asked, bodies: Sequence[UnitVersion]) -> Typed:
    """Return what stands in the cells of a sent grid, as it was typed."""
    return {
        target.pk: {
            body.unit_id: text
            for body in bodies
            if (text := tidy(data.get(share_grid.box_name(target.pk, body.unit_id), ""))[:LONGEST_CELL])
        }
        for target in asked.targets
    }
