"""Forms of side tracks: what begins and ends them, what a returned dossier must mend; and of a new case after an old one."""

from collections.abc import Iterator

from django import forms
from django.db.models import QuerySet

from candidates import holds
from candidates.enums import HoldKind, HoldOutcome, ReturnCode, Stage
from candidates.holding import Beginning, Ending
from candidates.record_forms import MANY_WORDS, line_of_words, one_of_these
from candidates.step_forms import ForCellForm
from candidates.tracks import Track
from organizations.inputs import DateField, DeedForm, UnitChoice
from organizations.models import Unit

# As many comments as one page asks for at once; more are added one by one.
ROWS = range(1, 5)
NO_DAY = {"required": "Hãy nhập ngày."}


def _on() -> DateField:
    return DateField(label="Ngày", error_messages=dict(NO_DAY))


class HoldForm(ForCellForm):
    """What begins a side track; the fields follow from the table of tracks."""

    on = _on()
    code = one_of_these("Trả về vì", ReturnCode.choices, "Hãy chọn hồ sơ được trả vì việc gì.")
    reason = line_of_words("Lý do", 400, "Hãy ghi lý do.", widget=MANY_WORDS)
    number = line_of_words("Số văn bản", 60)
    issuer = line_of_words("Nơi ban hành", 200)
    expected_on = DateField(label="Dự kiến tiếp tục từ ngày", required=False)
    field_order = ["on", "code", "reason", "number", "issuer", "expected_on", "basis"]

    def __init__(self, *args: object, track: Track, stage: Stage, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.track, self._comments = track, track.kind == HoldKind.RETURNED
        self.fields["on"].label = track.day
        self._drop({"code": not self._comments, "expected_on": not track.expects, **self._without_paper()})
        if track.needs_number:
            self.fields["number"].required = True
            self.fields["number"].error_messages["required"] = "Hãy nhập số văn bản."
        if self._comments:
            self._ask_for_comments(stage)

    def clean(self) -> dict:
        """A comment names the thing it is about, and says what is wrong with it."""
        cleaned = super().clean()
        for number in ROWS if self._comments else ():
            field, words = cleaned.get(f"field_{number}"), cleaned.get(f"words_{number}")
            if words and not field:
                self.add_error(f"field_{number}", "Hãy chọn mục của nhận xét này.")
            if field and not words:
                self.add_error(f"words_{number}", "Hãy ghi nhận xét về mục này.")
        return cleaned

    def beginning(self) -> Beginning:
        """What was said, as ``holding`` takes it."""
        cleaned = self.cleaned_data
        known = {name: cleaned[name] for name in Beginning.__dataclass_fields__ if name in cleaned}
        return Beginning(**known, comments=tuple(self._said()))

    def plain_fields(self) -> list[forms.BoundField]:
        """The fields but for the comments."""
        return [each for each in self.visible_fields() if not each.name.startswith(("field_", "words_"))]

    def comment_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The pairs of fields of the comments; none where nothing is commented on."""
        return [(self[f"field_{number}"], self[f"words_{number}"]) for number in (ROWS if self._comments else ())]

    def _without_paper(self) -> dict[str, bool]:
        no_paper = not (self.track.papers or self.track.needs_number)
        return {"number": no_paper, "issuer": no_paper}

    def _drop(self, unneeded: dict[str, bool]) -> None:
        for name in (name for name, drop in unneeded.items() if drop):
            del self.fields[name]

    def _ask_for_comments(self, stage: Stage) -> None:
        choices = [("", "Chọn mục"), *holds.field_choices(stage)]
        for number in ROWS:
            self.fields[f"field_{number}"] = forms.ChoiceField(label=f"Mục {number}", choices=choices, required=False)
            words = forms.CharField(label="Nhận xét", max_length=400, required=False, widget=MANY_WORDS)
            self.fields[f"words_{number}"] = words

    def _said(self) -> Iterator[tuple[str, str]]:
        for number in ROWS if self._comments else ():
            if words := self.cleaned_data.get(f"words_{number}"):
                yield self.cleaned_data[f"field_{number}"], words


class EndForm(ForCellForm):
    """What ends a side track."""

    on = _on()
    outcome = one_of_these("Kết quả", HoldOutcome.choices, "Hãy chọn kết quả.")
    number = line_of_words("Số văn bản", 60)
    note = line_of_words("Ghi chú", 400, widget=MANY_WORDS)
    field_order = ["on", "outcome", "number", "note", "basis"]

    def __init__(self, *args: object, track: Track, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.track = track
        self.fields["on"].label = track.end_day
        self.fields["outcome"].choices = [("", "Chọn"), *((each.value, each.label) for each in track.outcomes)]
        if len(track.outcomes) == 1:
            del self.fields["outcome"]
        if track.ends_with_number:
            self.fields["number"].required = True
            self.fields["number"].error_messages["required"] = "Hãy nhập số văn bản."

    def ending(self) -> Ending:
        """What was said, as ``holding`` takes it; the only outcome there is goes without saying."""
        cleaned = self.cleaned_data
        known = {name: cleaned[name] for name in Ending.__dataclass_fields__ if name in cleaned}
        return Ending(**{"outcome": self.track.outcomes[0].value} | known)


class CommentForm(DeedForm):
    """One more thing that a returned dossier must mend."""

    field = one_of_these("Mục", [], "Hãy chọn mục.")
    words = line_of_words("Nhận xét", 400, "Hãy ghi nhận xét.", widget=MANY_WORDS)
    on = _on()

    def __init__(self, *args: object, stage: Stage, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = [("", "Chọn mục"), *holds.field_choices(stage)]


class FixForm(ForCellForm):
    """How one thing was mended."""

    words = line_of_words("Đã sửa thế nào", 400, "Hãy ghi đã sửa thế nào.", widget=MANY_WORDS)
    on = _on()
    field_order = ["words", "on", "basis"]


class CloseForm(DeedForm):
    """The day on which something was accepted as mended."""

    on = _on()


class ReopenForm(ForCellForm):
    """Where and since when somebody is followed again."""

    unit = UnitChoice(
        label="Chi bộ theo dõi",
        queryset=Unit.objects.none(),
        empty_label="Chọn chi bộ",
        error_messages={"required": "Hãy chọn chi bộ.", "invalid_choice": "Hãy chọn một chi bộ trong danh sách."},
    )
    on = DateField(label="Ngày đưa vào nguồn", error_messages={"required": "Hãy nhập ngày đưa vào nguồn."})
    field_order = ["unit", "on", "basis"]

    def __init__(self, *args: object, cells: QuerySet[Unit], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = cells
