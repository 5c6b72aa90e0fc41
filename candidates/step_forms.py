"""Forms of the steps of a dossier: a move, its receipt, its correction; and the paper of whoever enters for the cell."""

from collections.abc import Iterator, Sequence
from datetime import date

from django import forms

from candidates import tally_form
from candidates.enums import ASK_PAPERS, PERSONAL_PAPERS, BallotBody, ExitReason, Stage
from candidates.guards import MOMENTS, CriteriaStand, Step
from candidates.moves import Move
from candidates.votes import Carrying
from organizations.enums import Deed
from organizations.errors import DomainError
from organizations.formats import date_vn
from organizations.inputs import DateField, DeedForm

REAL_DAY = "Ngày việc diễn ra thật, không phải ngày nhập vào đây. Ô này được điền sẵn; khác thì sửa."
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


class StepForm(DeedForm):
    """What a person says of a move; the fields follow from the table of moves.

    ``carrying`` is the vote that carries the step: its numbers may be typed along, all of them or none; ``committees`` are those
    whose vote the person records. ``alone`` says that only the vote is to be recorded; ``may_override`` that the person may go
    on against a criterion that nobody confirmed.
    """

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
    override = forms.CharField(
        label="Lý do vẫn ghi",
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Chỉ ghi khi tiêu chuẩn chưa được xác nhận nói “chưa đạt”, hoặc còn thiếu giấy tờ, mà vẫn phải ghi bước này. "
        "Lý do và tên đồng chí được lưu cùng bước.",
    )

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: object,
        move: Move,
        deed: Deed,
        carrying: Carrying | None = None,
        committees: Sequence[BallotBody] = (),
        alone: bool = False,
        may_override: bool = False,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.carrying, self._alone, self.is_below_share = carrying, alone, False
        self.fields["on"].label = move.day
        self.fields["on"].help_text = REAL_DAY
        self.is_judged = move.to in MOMENTS or move.to in ASK_PAPERS
        goes_on = may_override and self.is_judged
        self._drop_unneeded(move, {"basis": deed == move.deed, "override": not goes_on, "seen": not goes_on})
        if move.needs_number:
            self.fields["number"].required = not alone
            self.fields["number"].error_messages["required"] = f"Hãy nhập số của “{move.paper.label}”."
        self._ask_for_vote(committees)

    def add_refusal(self, error: DomainError) -> None:
        """Remember which criteria stand on the page now: a reason to go on passes by these and no others."""
        super().add_refusal(error)
        if isinstance(error, CriteriaStand) and "seen" in self.fields:
            self.data = self.data.copy()
            self.data["seen"] = ",".join(sorted(error.rules))

    def clean(self) -> dict:
        """Ask for what is missing of a vote that was begun, and refuse numbers that cannot be."""
        cleaned = super().clean()
        if self.asks_for_vote and self._typed():
            for name, sentence in self._missing(cleaned):
                self.add_error(name, sentence)
            for sentence in tally_form.cannot_be(cleaned, self._body):
                self.add_error(None, sentence)
        if self._alone and not self._typed():
            self.add_error(None, "Chưa nhập kết quả biểu quyết nào để ghi.")
        return cleaned

    def step(self) -> Step:
        """What was said, as the guards take it."""
        cleaned = self.cleaned_data
        return Step(**{name: cleaned[name] for name in Step.__dataclass_fields__ if name in cleaned})

    @property
    def needs_somebody_else(self) -> bool:
        """Say whether only somebody else may go on against a criterion that nobody confirmed."""
        return self.is_judged and "override" not in self.fields

    @property
    def asks_for_vote(self) -> bool:
        """Say whether the numbers of a vote may be typed along."""
        return "members" in self.fields

    @property
    def vote(self) -> dict | None:
        """What was said of the vote, as ``voting`` takes it; None where nothing was or not all of it could be read."""
        if not self.asks_for_vote or not self._typed() or self.errors.keys() - {"number"}:
            return None
        cleaned = self.cleaned_data
        said = {"subject": self.carrying.subject, "body": self._body, "form": cleaned["how"]}
        return said | {"held_on": cleaned.get("voted_on") or cleaned["on"]} | tally_form.numbers(cleaned)

    def refuse_below_share(self, sentence: str) -> None:
        """Tell that the vote does not carry the step; the page then offers to record the vote alone, without a number."""
        self.is_below_share = True
        self.errors.pop("number", None)
        self.add_error(None, sentence)

    def step_fields(self) -> list[forms.BoundField]:
        """The fields of the step itself, but for the reason to go on."""
        others = (*tally_form.NAMES, "override")
        return [field for field in self.visible_fields() if field.name not in others]

    def vote_groups(self) -> list[list[forms.BoundField]]:
        """The fields of the vote as they stand on the page."""
        return tally_form.grouped(field for field in self.visible_fields() if field.name in tally_form.NAMES)

    def last_fields(self) -> list[forms.BoundField]:
        """The reason to go on, where the person may."""
        return [field for field in self.visible_fields() if field.name == "override"]

    @property
    def _body(self) -> str:
        return BallotBody.CELL.value if self.carrying.of_cell else self.cleaned_data.get("body", "")

    def _drop_unneeded(self, move: Move, unneeded: dict[str, bool]) -> None:
        """Leave out the fields that the move does not need."""
        unneeded |= {"received_on": not move.received, "exit_reason": move.to != Stage.REMOVED}
        unneeded |= dict.fromkeys(("number", "issuer"), move.paper is None or move.paper in PERSONAL_PAPERS)
        unneeded["kept_at"] = move.paper is None
        for name in (name for name, drop in unneeded.items() if drop):
            del self.fields[name]

    def _ask_for_vote(self, committees: Sequence[BallotBody]) -> None:
        """Add the fields of the vote where the step asks for it and none is recorded for its day."""
        if self.carrying is None or not self.carrying.asked or not (self.carrying.of_cell or committees):
            return
        if self._is_voted() and not self._typed():
            return
        self.fields |= tally_form.step_fields([] if self.carrying.of_cell else list(committees))
        if self._alone and self.data.get("voted_on"):
            self.fields["on"].required = False

    def _is_voted(self) -> bool:
        """Say whether a vote is recorded for the day of the step; while that is not typed yet, any of a committee counts."""
        day = self._day()
        return self.carrying.covers(day) if day else bool(self.carrying.recorded) and not self.carrying.of_cell

    def _day(self) -> date | None:
        try:
            return self.fields["on"].clean(self["on"].value())
        except forms.ValidationError:
            return None

    def _typed(self) -> bool:
        return any(self.data.get(name, "").strip() for name in tally_form.NAMES)

    def _missing(self, cleaned: dict) -> Iterator[tuple[str, str]]:
        for name in tally_form.NEEDED:
            if name not in self.errors and cleaned.get(name) is None:
                yield name, tally_form.NO_NUMBER
        if "body" in self.fields and not cleaned.get("body") and "body" not in self.errors:
            yield "body", tally_form.NO_BODY
        voted_on, on = cleaned.get("voted_on"), cleaned.get("on")
        if voted_on and on and voted_on > on:
            yield (
                "voted_on",
                f"Ngày họp {date_vn(voted_on)} sau ngày ký quyết định {date_vn(on)}; hãy kiểm tra lại ngày.",
            )
