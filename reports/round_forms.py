"""Forms of rounds: which period of which unit, what is asked of whom, confirming, judging, explaining late changes."""

from collections.abc import Iterable, Sequence
from datetime import date

from django import forms
from django.db.models import QuerySet

from organizations.errors import DomainError
from organizations.inputs import AskingForm, DateField, DeedForm, UnitChoice
from organizations.models import Unit, UnitVersion
from organizations.periods import Period, inclusive
from reports.confirming import FiguresMoved, Said
from reports.models import AskedUnit
from reports.models.round import Word
from reports.opening import Opening
from reports.rounds import spans, standing
from reports.rounds.accepting import Waiting
from reports.rounds.figures import FIGURES
from reports.rounds.late import LateChange

NO_CHOICE = "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."
_WORDS = {"widget": forms.Textarea(attrs={"rows": 2}), "max_length": 400}


class SpanForm(AskingForm):
    """For which unit and which period a round is to be opened."""

    don_vi = UnitChoice(
        label="Đơn vị",
        queryset=Unit.objects.none(),
        to_field_name="code",
        empty_label=None,
        error_messages={"invalid_choice": "Không có đơn vị này trong phần đồng chí mở đợt chốt; hãy chọn lại."},
    )
    ky = forms.ChoiceField(label="Kỳ", choices=spans.CHOICES, error_messages={"invalid_choice": NO_CHOICE})
    nam = forms.IntegerField(
        label="Năm",
        min_value=1900,
        max_value=2100,
        error_messages={"invalid": "Hãy nhập năm đủ bốn chữ số, ví dụ 2021."},
    )

    def __init__(self, *args: object, units: QuerySet[Unit], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["don_vi"].queryset = units

    @property
    def period(self) -> Period:
        """The period that a valid form names."""
        return spans.of(self.cleaned_data["ky"], self.cleaned_data["nam"])


class OpenForm(DeedForm):
    """What is asked: the day of the figures, the term, which organisations (all of them at first)."""

    first_day = DateField(label="Từ ngày", error_messages={"required": "Hãy nhập ngày đầu kỳ."})
    last_day = DateField(label="Đến hết ngày", error_messages={"required": "Hãy nhập ngày cuối kỳ."})
    as_at = DateField(
        label="Số liệu tính đến hết ngày",
        help_text="Ngày của các số “đang”: đang trong nguồn, đang dự bị. Thường là ngày cuối kỳ.",
        error_messages={"required": "Hãy nhập ngày tính số liệu."},
    )
    due_on = DateField(label="Hạn xác nhận", error_messages={"required": "Hãy nhập hạn xác nhận."})
    words = forms.CharField(label="Nội dung nhắc thêm", required=False, **_WORDS)
    bodies = forms.MultipleChoiceField(
        label="Tổ chức cơ sở đảng cần xác nhận",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Hãy chọn ít nhất một tổ chức cơ sở đảng cần xác nhận số liệu.",
            "invalid_choice": NO_CHOICE,
        },
    )

    def __init__(self, *args: object, bodies: Sequence[UnitVersion], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bodies"].choices = [(body.unit.code, body.name) for body in bodies]

    def clean(self) -> dict:
        """A period ends after it begins."""
        first, last = self.cleaned_data.get("first_day"), self.cleaned_data.get("last_day")
        if first and last and first > last:
            self.add_error("last_day", "Ngày cuối kỳ trước ngày đầu kỳ; hãy kiểm tra lại hai ngày.")
        return super().clean()

    @property
    def opening(self) -> Opening:
        """What a valid form asks for."""
        given = self.cleaned_data
        return Opening(
            inclusive(given["first_day"], given["last_day"]), given["as_at"], given["due_on"], given["words"]
        )


class ReasonForm(DeedForm):
    """Why a round is taken back."""

    reason = forms.CharField(
        label="Lý do rút đợt chốt", **_WORDS, error_messages={"required": "Hãy ghi lý do rút đợt chốt."}
    )


class ConfirmForm(DeedForm):
    """An organisation confirms what it sees; it may say something of the whole and of each figure."""

    seen = forms.CharField(
        widget=forms.HiddenInput, error_messages={"required": "Biểu mẫu thiếu số liệu đã xem; hãy tải lại trang."}
    )
    comment = forms.CharField(label="Ý kiến chung", required=False, **_WORDS)

    def __init__(self, *args: object, needs_basis: bool, digest: str, **kwargs: object) -> None:
        super().__init__(*args, initial={"seen": digest}, **kwargs)
        if needs_basis:
            self.fields["basis"] = forms.CharField(
                label="Xác nhận thay theo giấy tờ",
                max_length=200,
                help_text="Số, ngày của báo cáo mà tổ chức đã gửi; đồng chí không thuộc tổ chức này.",
                error_messages={"required": "Hãy ghi số, ngày của giấy tờ mà tổ chức đã gửi."},
            )
        for each in FIGURES:
            self.fields[f"y-{each.key}"] = forms.CharField(label=f"Ý kiến về “{each.label}”", required=False, **_WORDS)

    @property
    def single_comments(self) -> list[forms.BoundField]:
        """The fields of what is said of single figures."""
        return [self[f"y-{each.key}"] for each in FIGURES]

    @property
    def has_single_comments(self) -> bool:
        """Say whether something was typed, or is wrong, in one of them."""
        return self.is_bound and any(field.value() or field.errors for field in self.single_comments)

    @property
    def said(self) -> Said:
        """What a valid form says."""
        given = self.cleaned_data
        comments = {each.key: given[f"y-{each.key}"] for each in FIGURES}
        return Said(given["seen"], given["comment"], comments, given.get("basis", ""))

    def add_refusal(self, error: DomainError) -> None:
        """After the new numbers were shown, sending again confirms those."""
        super().add_refusal(error)
        if isinstance(error, FiguresMoved):
            self.data = self.data.copy()
            self.data["seen"] = error.digest


class JudgeForm(DeedForm):
    """The superior's word about a confirmation."""

    kind = forms.ChoiceField(
        label="Ý kiến",
        choices=Word.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn chấp nhận hoặc trả lại.", "invalid_choice": NO_CHOICE},
    )
    words = forms.CharField(label="Nội dung, lý do", required=False, **_WORDS, help_text="Trả lại thì phải ghi lý do.")
    due_on = DateField(label="Hạn mới (khi trả lại)", required=False)


class AcceptForm(DeedForm):
    """Which confirmations are accepted together; at first those of which nothing must be looked at."""

    chosen = forms.MultipleChoiceField(
        label="Tổ chức",
        error_messages={
            "required": "Hãy chọn ít nhất một tổ chức.",
            "invalid_choice": "Có tổ chức vừa xác nhận lại, vừa được cho ý kiến hoặc có số vừa đổi; hãy xem lại rồi chọn.",
        },
    )

    def __init__(self, *args: object, rows: Sequence[Waiting], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {each.key: each for each in rows}
        self.fields["chosen"].choices = [(key, key) for key, each in self.rows.items() if each.may_be_accepted]

    def marked(self, *, nobody: bool) -> set[str]:
        """Return which boxes are ticked when the form is shown."""
        if self.is_bound:
            return set(self.data.getlist("chosen"))
        return set() if nobody else {key for key, each in self.rows.items() if each.is_plain}

    @property
    def picked(self) -> list[tuple[AskedUnit, int]]:
        """The chosen places, each with the version that was seen."""
        return [(self.rows[key].stands.place, self.rows[key].stands.key) for key in self.cleaned_data["chosen"]]


class MarkingForm(AskingForm):
    """Whether the page of what waits begins with nothing ticked."""

    chon = forms.ChoiceField(
        required=False, choices=[("", ""), ("khong", "không chọn")], error_messages={"invalid_choice": NO_CHOICE}
    )


class LateForm(DeedForm):
    """A reason for each dossier that changed confirmed figures; those left empty stay as they are."""

    def __init__(self, *args: object, changes: Sequence[LateChange], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.names = {f"ly-do-{each.of.pk}-{each.code}": (each.of.pk, each.code) for each in changes}
        for (name, (_, code)), each in zip(self.names.items(), changes, strict=True):
            self.fields[name] = forms.CharField(
                label=f"Lý do thay đổi của hồ sơ {code}", required=False, initial=each.told.reason, **_WORDS
            )

    @property
    def reasons(self) -> dict[tuple[int, str], str]:
        """The reasons that a valid form gives or changes."""
        given = self.cleaned_data
        return {key: given[name] for name, key in self.names.items() if given[name] != self[name].initial}

    def rows(self, changes: Iterable[LateChange]) -> list[tuple[LateChange, forms.BoundField]]:
        """Each change with the field of its reason."""
        return [(each, self[f"ly-do-{each.of.pk}-{each.code}"]) for each in changes]


class TableForm(AskingForm):
    """Which organisations of a round are shown."""

    tinh_trang = forms.ChoiceField(
        required=False,
        choices=[
            ("", "Tất cả"),
            (standing.UNCONFIRMED, "Chưa chốt"),
            *((state.value, words) for state, words in standing.WORDS.items()),
        ],
        error_messages={"invalid_choice": NO_CHOICE},
    )


def proposed(span: Period, today: date) -> dict:
    """Return what a new round begins with: figures as at the end of the period, a week to confirm."""
    return {"first_day": span.start, "last_day": span.last_day, "as_at": span.last_day, "due_on": in_a_week(today)}


def in_a_week(today: date) -> date:
    """Return the day by which an answer is proposed."""
    return date.fromordinal(today.toordinal() + 7)
