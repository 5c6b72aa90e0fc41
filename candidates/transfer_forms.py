"""Forms of transfers: where a dossier goes with which letter, its reception, and its refusal."""

from django import forms
from django.db.models import QuerySet

from candidates.cell_field import CellField, cell_label
from candidates.record_forms import MANY_WORDS, line_of_words
from candidates.step_forms import ForCellForm
from candidates.transfers import Sending
from organizations.inputs import DateField
from organizations.models import UnitVersion


class TransferForm(ForCellForm):
    """Where a dossier goes: to a cell that is followed here, or to a place that is not."""

    to = CellField(
        label="Chuyển đến chi bộ",
        required=False,
        help_text="Nhập tên hoặc một phần tên, có dấu hay không dấu đều được. Để trống nếu chuyển ra ngoài.",
    )
    place = line_of_words(
        "Hoặc chuyển ra ngoài, đến", 200, help_text="Nơi hệ thống này không theo dõi, ví dụ đảng ủy của tỉnh khác."
    )
    on = DateField(label="Ngày giới thiệu", error_messages={"required": "Hãy nhập ngày giới thiệu."})
    with_letter = forms.BooleanField(
        label="Có giấy chứng nhận đang được giúp đỡ kèm theo", required=False, initial=True
    )
    number = line_of_words("Số văn bản", 60)
    reason = line_of_words("Lý do chuyển", 400, widget=MANY_WORDS)
    field_order = ["to", "place", "on", "with_letter", "number", "reason", "basis"]

    def __init__(self, *args: object, cells: QuerySet[UnitVersion], needs_letter: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].offer(cells)
        if needs_letter:
            del self.fields["with_letter"]
            self.fields["number"].required = True
            self.fields["number"].error_messages["required"] = "Hãy nhập số văn bản giới thiệu."

    def clean(self) -> dict:
        """One place, not two and not none."""
        cleaned = super().clean()
        if "to" not in self.errors and bool(cleaned.get("to")) == bool(cleaned.get("place")):
            both = cleaned.get("to") is not None
            sentence = "Chỉ ghi một nơi đến." if both else "Hãy ghi chi bộ nơi đến, hoặc nơi đến ở ngoài."
            self.add_error("place" if both else "to", sentence)
        return cleaned

    def sending(self) -> Sending:
        """What was said, as ``transfers`` takes it."""
        cleaned = self.cleaned_data
        return Sending(**{name: cleaned[name] for name in Sending.__dataclass_fields__ if name in cleaned})

    @property
    def suggestions(self) -> list[str]:
        """The cells that the datalist offers."""
        return [cell_label(each) for each in self.fields["to"].suggested]


class ReceiveForm(ForCellForm):
    """When a dossier was received."""

    on = DateField(label="Ngày tiếp nhận", error_messages={"required": "Hãy nhập ngày tiếp nhận."})
    field_order = ["on", "basis"]


class RefuseForm(ForCellForm):
    """Why and when a dossier was not received."""

    reason = line_of_words("Lý do không tiếp nhận", 400, "Hãy ghi lý do không tiếp nhận.", widget=MANY_WORDS)
    on = DateField(label="Ngày trả lời", error_messages={"required": "Hãy nhập ngày trả lời."})
    field_order = ["reason", "on", "basis"]
