"""Forms of the steps of a dossier: a move, its receipt, its correction; and the paper of whoever enters for the cell."""

from django import forms

from candidates.enums import ExitReason, Stage
from candidates.guards import Step
from candidates.moves import Move
from organizations.enums import Deed
from organizations.inputs import DateField, DeedForm

NO_BASIS = "Nhập thay chi bộ: hãy ghi số, ngày của giấy tờ làm căn cứ."


def by_paper(*, required: bool = True) -> forms.CharField:
    """Return the field for the paper by which somebody enters a deed of the cell for it."""
    return forms.CharField(
        label="Nhập thay theo giấy tờ",
        max_length=200,
        required=required,
        error_messages={"required": NO_BASIS},
        help_text="Ví dụ: biên bản họp chi bộ số 05-BB/CB ngày 12/5/2021.",
    )


class ForCellForm(DeedForm):
    """A deed of the cell; whoever enters it for the cell (``instead``) names the paper by which they do."""

    basis = by_paper()
    field_order = ["how", "on", "received_on", "reason", "basis"]

    def __init__(self, *args: object, instead: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if not instead:
            del self.fields["basis"]


class ReceiptForm(ForCellForm):
    """The day on which the cell received the decision."""

    received_on = DateField(label="Ngày chi bộ nhận quyết định", error_messages={"required": "Hãy nhập ngày nhận."})


class CorrectionForm(ForCellForm):
    """Why the last step is taken back."""

    reason = forms.CharField(
        label="Lý do đính chính",
        max_length=400,
        error_messages={"required": "Hãy ghi lý do đính chính."},
        help_text="Ví dụ: ghi nhầm ngày, ghi nhầm người. Bước ghi nhầm vẫn còn trong quá trình, có gạch ngang.",
    )


class StepForm(DeedForm):
    """What a person says of a move; the fields follow from the table of moves."""

    on = DateField(error_messages={"required": "Hãy nhập ngày."})
    number = forms.CharField(label="Số", max_length=60, required=False)
    issuer = forms.CharField(label="Nơi ban hành", max_length=200, required=False)
    received_on = DateField(
        label="Ngày chi bộ nhận quyết định", required=False, help_text="Hạn tổ chức lễ kết nạp có thể tính từ ngày này."
    )
    kept_at = forms.CharField(label="Nơi giữ bản gốc", max_length=200, required=False)
    exit_reason = forms.ChoiceField(
        label="Lý do", choices=[("", "Chọn lý do"), *ExitReason.choices], error_messages={"required": "Hãy chọn lý do."}
    )
    note = forms.CharField(label="Ghi chú", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    basis = by_paper()

    def __init__(self, *args: object, move: Move, deed: Deed, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = move.day
        unneeded = {"basis": deed == move.deed}
        unneeded |= {"received_on": not move.received, "exit_reason": move.to != Stage.REMOVED}
        unneeded |= dict.fromkeys(("number", "issuer", "kept_at"), move.paper is None)
        for name in (name for name, drop in unneeded.items() if drop):
            del self.fields[name]
        if move.needs_number:
            self.fields["number"].required = True
            self.fields["number"].error_messages["required"] = f"Hãy nhập số của “{move.paper.label}”."

    def step(self) -> Step:
        """What was said, as the guards take it."""
        cleaned = self.cleaned_data
        return Step(**{name: cleaned[name] for name in Step.__dataclass_fields__ if name in cleaned})
