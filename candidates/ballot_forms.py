"""Forms of the votes on a dossier: one that records a vote, one that takes it back."""

from django import forms

from candidates import tally_form
from candidates.enums import BallotBody, BallotSubject
from candidates.record_forms import TakeBackForm
from candidates.step_forms import by_paper
from organizations.inputs import DateField, DeedForm

NO_SUBJECT = "Hãy chọn nội dung biểu quyết."
# A grassroots committee that only endorses votes at its own meeting, whose results are recorded together.
ASKED = [(each.value, each.label) for each in BallotSubject if each != BallotSubject.ENDORSEMENT]
ABOUT = "Biểu quyết riêng từng người; mỗi cuộc họp ghi một lần cho mỗi nội dung."


class RecordBallotForm(DeedForm):
    """A vote of one of ``bodies``; who enters it for the cell (``instead``) names the paper."""

    subject = forms.ChoiceField(
        label="Nội dung",
        choices=[("", "Chọn"), *ASKED],
        help_text=ABOUT,
        error_messages=dict.fromkeys(("required", "invalid_choice"), NO_SUBJECT),
    )
    held_on = DateField(label="Ngày họp biểu quyết", error_messages={"required": "Hãy nhập ngày họp."})

    def __init__(self, *args: object, bodies: list[BallotBody], instead: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        of_cell, of_committee = BallotBody.CELL in bodies, bodies != [BallotBody.CELL]
        self._only = bodies[0] if len(bodies) == 1 else ""
        if not self._only:
            self.fields["body"] = tally_form.body(bodies, required=True)
        self.fields |= tally_form.counts(of_cell=of_cell, of_committee=of_committee, needed=True)
        self.fields["how"] = tally_form.how()
        self.fields["number"] = forms.CharField(label="Số biên bản", max_length=60, required=False)
        if instead:
            self.fields["basis"] = by_paper(required=not of_committee)
        self.order_fields(["subject", "body", "held_on"])

    def clean(self) -> dict:
        """Refuse numbers that cannot be."""
        cleaned = super().clean()
        for sentence in tally_form.cannot_be(cleaned, self.body):
            self.add_error(None, sentence)
        return cleaned

    def groups(self) -> list[list[forms.BoundField]]:
        """The fields as they stand on the page."""
        return tally_form.grouped(self.visible_fields())

    @property
    def body(self) -> str:
        """The body that voted, once the form was cleaned; empty where none was chosen."""
        return self._only or self.cleaned_data.get("body", "")

    @property
    def given(self) -> dict:
        """What was said of the vote, as the action takes it."""
        said = {name: self.cleaned_data[name] for name in ("subject", "held_on", "number")}
        return said | {"body": self.body, "form": self.cleaned_data["how"]} | tally_form.numbers(self.cleaned_data)


class TakeBallotBackForm(TakeBackForm):
    """Why a vote is taken back; who does it for the cell names the paper."""

    def __init__(self, *args: object, instead: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = (
            "Ví dụ: ghi nhầm số phiếu, ghi nhầm ngày. Dòng này thôi được tính; lý do và nội dung cũ được giữ trong nhật ký thay "
            "đổi. Sau đó hãy ghi lại dòng đúng."
        )
        if instead:
            self.fields["basis"] = by_paper()
