"""The form of a cell's review of its list: one row for each person, one day and one number for all."""

from collections.abc import Sequence

from django import forms

from candidates.enums import ExitReason, Reviewed, Stage
from candidates.list_reviewing import Outdated, RowSaid, Said
from candidates.models import StageEntry
from candidates.step_forms import by_paper
from organizations.errors import DomainError
from organizations.inputs import DateField, DeedForm

WORDS = {"helper": 120, "task": 400, "remark": 400, "note": 400}
LABELS = {
    "helper": "Phân công đảng viên giúp đỡ mới",
    "task": "Giao nhiệm vụ",
    "remark": "Nhận xét của đảng viên giúp đỡ",
    "note": "Ghi chú",
}
SHORT = {Reviewed.KEEP: "Giữ nguyên", Reviewed.ADD: "Công nhận cảm tình", Reviewed.DROP: "Đưa ra"}


class ReviewForm(DeedForm):
    """What the cell says of each person on its list."""

    held_on = DateField(label="Ngày họp chi bộ", error_messages={"required": "Hãy nhập ngày họp chi bộ."})
    number = forms.CharField(label="Số biên bản, nghị quyết", max_length=60, required=False)
    basis = by_paper()

    def __init__(self, *args: object, people: Sequence[StageEntry], instead: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.people = list(people)
        if not instead:
            del self.fields["basis"]
        for entry in self.people:
            self.fields |= _row_fields(entry)

    def clean(self) -> dict:
        """Whoever leaves the list has a coded reason."""
        cleaned = super().clean()
        for entry in self.people:
            key = entry.dossier_id
            if cleaned.get(f"said_{key}") == Reviewed.DROP and not cleaned.get(f"reason_{key}"):
                self.add_error(f"reason_{key}", "Hãy chọn lý do đưa ra khỏi danh sách.")
        return cleaned

    def add_refusal(self, error: DomainError) -> None:
        """After changes by others were shown, sending again is a new decision about the dossiers as they stand now."""
        super().add_refusal(error)
        if isinstance(error, Outdated):
            self.data = self.data.copy()
            for key, version in error.versions.items():
                self.data[f"version_{key}"] = version

    def said(self) -> Said:
        """What was said, as the action takes it."""
        given = self.cleaned_data
        rows = tuple(self._row(entry.dossier_id, given) for entry in self.people)
        return Said(given["held_on"], given["number"], rows, given.get("basis", ""))

    def rows(self) -> list[dict]:
        """Each person with the fields of their row."""
        return [
            {"entry": entry, "person": entry.dossier.person}
            | {name: self[f"{name}_{entry.dossier_id}"] for name in ("said", "reason", *WORDS)}
            | {"opens": self._has_more(entry.dossier_id)}
            for entry in self.people
        ]

    def heads(self) -> list[forms.BoundField]:
        """The fields of the meeting itself."""
        return [self[name] for name in ("held_on", "number", "basis") if name in self.fields]

    def _row(self, key: int, given: dict) -> RowSaid:
        drops = given[f"said_{key}"] == Reviewed.DROP
        reason = given[f"reason_{key}"] if drops else ""
        words = {name: given[f"{name}_{key}"] for name in WORDS}
        return RowSaid(key, given[f"version_{key}"] or 0, Reviewed(given[f"said_{key}"]), reason=reason, **words)

    def _has_more(self, key: int) -> bool:
        names = [f"{name}_{key}" for name in ("reason", *WORDS)]
        return any(self[name].value() or name in self.errors for name in names)


def _row_fields(entry: StageEntry) -> dict[str, forms.Field]:
    key, name = entry.dossier_id, entry.dossier.person.full_name
    choices = [
        (each.value, words) for each, words in SHORT.items() if each != Reviewed.ADD or entry.stage == Stage.SOURCE
    ]
    missing = dict.fromkeys(("required", "invalid_choice"), f"{name}: hãy chọn kết quả rà soát.")
    found: dict[str, forms.Field] = {
        f"said_{key}": forms.ChoiceField(
            label=name, choices=choices, widget=forms.RadioSelect, initial=Reviewed.KEEP, error_messages=missing
        ),
        f"reason_{key}": forms.ChoiceField(
            label="Lý do đưa ra khỏi danh sách", choices=[("", "Chọn lý do"), *ExitReason.choices], required=False
        ),
        f"version_{key}": forms.IntegerField(
            required=False, widget=forms.HiddenInput, initial=entry.dossier.version, label=name
        ),
    }
    for short, length in WORDS.items():
        box = forms.Textarea(attrs={"rows": 2}) if length > WORDS["helper"] else None
        found[f"{short}_{key}"] = forms.CharField(label=LABELS[short], max_length=length, required=False, widget=box)
    return found
