"""Forms of nominations and memberships: they only clean input; what may be done is decided by the actions."""

from datetime import date

from django import forms
from django.db.models import QuerySet

from candidates import instead
from candidates.answering import linkable
from candidates.cell_field import CellField, cell_label
from candidates.enums import Answer, ReturnReason, Standing
from candidates.forms import CandidateForm
from candidates.models import Dossier, Nomination
from candidates.nominating import Letter, NamedBefore, Whom
from candidates.step_forms import ForCellForm
from organizations import tree
from organizations.access import Reach
from organizations.errors import DomainError
from organizations.inputs import DateField, DeedForm, UnitChoice
from organizations.models import Unit, UnitVersion

NEW, RETURN = "new", "return"


class NominationForm(CandidateForm):
    """Whom an organisation names to which cell; of the person only what an organisation knows."""

    organisation = UnitChoice(
        label="Tổ chức giới thiệu",
        queryset=Unit.objects.none(),
        empty_label="Chọn hội, đoàn thể",
        error_messages={
            "required": "Hãy chọn tổ chức giới thiệu.",
            "invalid_choice": "Hãy chọn một tổ chức trong danh sách.",
        },
    )
    cell = CellField(
        label="Giới thiệu cho chi bộ",
        error_messages={"required": "Hãy nhập chi bộ nhận giới thiệu."},
        help_text="Nhập tên hoặc một phần tên chi bộ, có dấu hay không dấu đều được.",
    )
    found_at = forms.CharField(
        label="Nơi phát hiện",
        max_length=200,
        required=False,
        help_text="Ví dụ: phong trào, cuộc vận động, nơi làm việc.",
    )
    on = DateField(label="Ngày giới thiệu", error_messages={"required": "Hãy nhập ngày giới thiệu."})
    number = forms.CharField(label="Số văn bản giới thiệu", max_length=60, required=False)
    answer_by = DateField(
        label="Đề nghị trả lời trước ngày", required=False, help_text="Ghi khi văn bản giới thiệu có nêu ngày."
    )
    member_since = DateField(
        label="Hội viên, đoàn viên từ ngày",
        required=False,
        help_text="Chưa rõ thì để trống: tính là hội viên, đoàn viên từ ngày giới thiệu.",
    )
    whom = forms.ChoiceField(label="Đây là ai?", choices=Whom, required=False, widget=forms.RadioSelect)
    ethnic_group = religion = occupation = schooling = qualification = academic_title = None
    youth_union = company_owner = population_breach = foreign_spouse = readmission = area = militia = None

    asks_whom = False

    def __init__(self, *args: object, organisations: QuerySet[Unit], cells: QuerySet[UnitVersion], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        self.fields["cell"].offer(cells)

    @property
    def suggestions(self) -> list[str]:
        """The cells that the datalist offers."""
        return [cell_label(each) for each in self.fields["cell"].suggested]

    def add_refusal(self, error: DomainError) -> None:
        """Show why, and ask who it is where the organisation named somebody alike before."""
        super().add_refusal(error)
        if isinstance(error, NamedBefore):
            self.asks_whom = True
            self.fields["whom"].choices = [each for each in Whom.choices if error.is_over or each[0] != Whom.AGAIN]

    def letter(self) -> Letter:
        """What was said, as the action takes it."""
        return Letter(**{name: self.cleaned_data[name] for name in Letter.__dataclass_fields__})


class AnswerForm(ForCellForm):
    """What the cell answers: a new dossier, one of those that fit, or the nomination returned with a coded reason."""

    how = forms.ChoiceField(
        label="Trả lời", widget=forms.RadioSelect, error_messages={"required": "Hãy chọn câu trả lời của chi bộ."}
    )
    on = DateField(label="Ngày trả lời", error_messages={"required": "Hãy nhập ngày trả lời."})
    return_reason = forms.ChoiceField(
        label="Lý do (khi trả lại)", required=False, choices=[("", "Chọn lý do khi trả lại"), *ReturnReason.choices]
    )
    return_note = forms.CharField(
        label="Ghi chú khi trả lại", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: object, nomination: Nomination, own: Reach, today: date, **kwargs: object) -> None:
        super().__init__(*args, instead=instead.needs_basis(own, nomination.cell), **kwargs)
        found = linkable(nomination, own).annotate(unit_name=tree.name_on(today))
        self.dossiers = {each.code: each for each in found}
        own_open = any(each.person_id == nomination.person_id for each in self.dossiers.values())
        only_link = own_open and nomination.answer == Answer.WAITING  # an answer sent twice is still read, and told
        options = [] if only_link else [(NEW, "Đưa vào nguồn, lập hồ sơ mới")]
        options += [(code, _link_label(each)) for code, each in self.dossiers.items()]
        self.fields["how"].choices = [*options, (RETURN, "Chưa xem xét, trả lại tổ chức giới thiệu")]

    @property
    def dossier(self) -> Dossier | None:
        """The dossier to which the nomination is tied; None for a new one."""
        return self.dossiers.get(self.cleaned_data["how"])

    @property
    def returns(self) -> bool:
        """Say whether the nomination is returned."""
        return self.cleaned_data["how"] == RETURN

    def clean(self) -> dict:
        """A reason stands with a return, and with nothing else."""
        cleaned = super().clean()
        how, reason = cleaned.get("how"), cleaned.get("return_reason")
        if how == RETURN and not reason:
            self.add_error("return_reason", "Hãy chọn lý do trả lại.")
        if how and how != RETURN and (reason or cleaned.get("return_note")):
            self.add_error("how", "Lý do, ghi chú chỉ ghi khi trả lại; hãy chọn “trả lại”, hoặc bỏ lý do và ghi chú.")
        return cleaned


def _link_label(found: Dossier) -> str:
    person = f"{found.person.full_name}, sinh năm {found.person.birth_year}"
    return (
        f"Đã có hồ sơ {found.code}: {person}, {found.unit_name}, bước “{found.get_stage_display()}”; gắn với hồ sơ này"
    )


class TakeBackForm(DeedForm):
    """Why an answer is taken back."""

    reason = forms.CharField(
        label="Lý do đính chính",
        max_length=400,
        error_messages={"required": "Hãy ghi lý do đính chính."},
        help_text="Ví dụ: ghi nhầm người, ghi nhầm câu trả lời của chi bộ.",
    )


class MembershipForm(DeedForm):
    """To which organisation a person belongs, how, since when and, where it has ended, until when."""

    organisation = UnitChoice(
        label="Hội, đoàn thể",
        queryset=Unit.objects.none(),
        empty_label="Chọn hội, đoàn thể",
        error_messages={
            "required": "Hãy chọn hội, đoàn thể.",
            "invalid_choice": "Hãy chọn một hội, đoàn thể trong danh sách.",
        },
    )
    standing = forms.ChoiceField(label="Tư cách", choices=Standing, initial=Standing.MEMBER)
    since = DateField(label="Từ ngày", error_messages={"required": "Hãy nhập ngày bắt đầu."})
    until = DateField(label="Đến hết ngày", required=False, help_text="Còn tham gia thì để trống.")

    def __init__(self, *args: object, organisations: QuerySet[Unit], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations


class EndForm(DeedForm):
    """The last day of a membership."""

    last = DateField(label="Tham gia đến hết ngày", error_messages={"required": "Hãy nhập ngày cuối cùng tham gia."})
