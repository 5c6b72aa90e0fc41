"""Forms of meetings: planning one, marking dossiers for one, recording what it decided, taking that back."""

from collections.abc import Iterator, Sequence
from datetime import date

from django import forms

from candidates import moves, numbering, tally_form
from candidates.agenda import SUBJECTS, Place
from candidates.enums import MAY_BE_DELEGATED, MeetingBody, Stage
from candidates.meeting_results import RowSaid, Said
from candidates.meetings import NotOnAgenda
from candidates.models import AgendaItem, Meeting
from candidates.roster_forms import MOST_LEFT_OUT, numbers_left_out
from candidates.step_forms import by_paper
from organizations.errors import DomainError
from organizations.formats import date_vn
from organizations.inputs import DateField, DeedForm

NO_PLACE = "Hãy chọn tập thể họp."
ROW_COUNTS = {"thuan": "in_favour", "khong": "against", "trang": "blank", "co_mat": "present"}
ROW_LABELS = {
    "thuan": "Tán thành",
    "khong": "Không tán thành",
    "trang": "Phiếu trắng, không hợp lệ",
    "co_mat": "Có mặt",
}
NEW = "moi"


class PlaceForm(DeedForm):
    """Which body meets on which day; where a person holds meetings of one body alone, it is not asked."""

    noi_hop = forms.ChoiceField(
        label="Tập thể họp", error_messages={"required": NO_PLACE, "invalid_choice": NO_PLACE}, required=False
    )
    ngay = DateField(label="Ngày họp", required=False, help_text="Ngày dự kiến; khi ghi kết quả có thể sửa.")
    uy_quyen = forms.BooleanField(label="Đảng ủy cơ sở được ủy quyền quyết định kết nạp", required=False)

    def __init__(self, *args: object, places: Sequence[Place], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._places = {each.key: each for each in places}
        choices = [(each.key, each.label) for each in places]
        self.fields["noi_hop"].choices = choices if len(choices) == 1 else [("", "Chọn"), *choices]
        if not any(each.body in MAY_BE_DELEGATED for each in places):
            del self.fields["uy_quyen"]

    def clean(self) -> dict:
        """A new meeting needs its body and its day; power is delegated to grassroots committees alone."""
        cleaned = super().clean()
        if not self.makes_new:
            return cleaned
        for name, sentence in (("noi_hop", NO_PLACE), ("ngay", "Hãy nhập ngày họp.")):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        if cleaned.get("uy_quyen") and self.place and self.place.body not in MAY_BE_DELEGATED:
            self.add_error("uy_quyen", "Chỉ đảng ủy cơ sở mới được ủy quyền; hãy bỏ dấu này hoặc chọn lại tập thể họp.")
        return cleaned

    @property
    def makes_new(self) -> bool:
        """Say whether a meeting is to be planned."""
        return True

    @property
    def place(self) -> Place | None:
        """The body chosen."""
        return self._places.get(self.cleaned_data.get("noi_hop", ""))


class MarkForm(PlaceForm):
    """Which dossiers go on the agenda of which meeting: one that is planned, or a new one."""

    cuoc_hop = forms.ChoiceField(
        label="Cuộc họp",
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Hãy chọn cuộc họp."),
    )
    field_order = ["cuoc_hop", "noi_hop", "ngay", "uy_quyen"]

    def __init__(self, *args: object, meetings: Sequence[tuple[Meeting, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(meeting.pk), label) for meeting, label in meetings]
        self.fields["cuoc_hop"].choices = [*choices, (NEW, "Cuộc họp mới")]
        self.fields["cuoc_hop"].initial = choices[0][0] if choices else NEW
        self.cannot: frozenset[str] = frozenset()

    def add_refusal(self, error: DomainError) -> None:
        """Remember whom the meeting cannot take: the page leaves them unticked, the others can be sent again at once."""
        super().add_refusal(error)
        if isinstance(error, NotOnAgenda):
            self.cannot = error.codes

    @property
    def makes_new(self) -> bool:
        """Say whether a meeting is to be planned."""
        return self.cleaned_data.get("cuoc_hop") == NEW


class WhyForm(DeedForm):
    """Why something is taken off or called off."""

    reason = forms.CharField(
        label="Lý do", max_length=400, error_messages={"required": "Hãy ghi lý do."}, widget=forms.Textarea({"rows": 2})
    )


class UndoForm(DeedForm):
    """Why what was recorded is taken back; who does it for the owner names the paper."""

    reason = forms.CharField(
        label="Lý do hủy",
        max_length=400,
        error_messages={"required": "Hãy ghi lý do hủy."},
        help_text="Ví dụ: ghi nhầm ngày, ghi nhầm người. Việc đã hủy vẫn còn trong quá trình, có gạch ngang.",
    )
    basis = by_paper()

    def __init__(self, *args: object, instead: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if not instead:
            del self.fields["basis"]


class MeetingResultsForm(DeedForm):
    """What a meeting decided: one tally for all that agree, one for each that differs, and how papers are numbered."""

    ngay = DateField(label="Ngày họp", error_messages={"required": "Hãy nhập ngày họp."})
    bien_ban = forms.CharField(label="Số biên bản", max_length=60, required=False)
    ngay_ky = DateField(label="Ngày ký nghị quyết, quyết định", required=False, help_text="Để trống nếu cùng ngày họp.")
    noi_ban_hanh = forms.CharField(label="Nơi ban hành", max_length=200, required=False)
    mau = forms.CharField(
        label="Số nghị quyết, quyết định",
        max_length=50,
        required=False,
        help_text="Một số cho mọi hồ sơ; mỗi hồ sơ một số thì ghi {n} ở chỗ số thứ tự, ví dụ {n}-QĐ/ĐU.",
    )
    tu_so = forms.RegexField(
        r"^\d{1,6}$",
        label="Số đầu tiên",
        required=False,
        error_messages={"invalid": "Số đầu tiên chỉ gồm chữ số, ví dụ 001."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "tiny"}),
    )
    bo_qua = forms.CharField(label="Số bỏ qua", max_length=MOST_LEFT_OUT, required=False)
    basis = by_paper()

    def __init__(
        self, *args: object, meeting: Meeting, items: Sequence[AgendaItem], instead: bool, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.meeting, self.items = meeting, list(items)
        self.votes = meeting.body != MeetingBody.SECTION_COMMITTEE and any(item.to in SUBJECTS for item in items)
        if not instead:
            del self.fields["basis"]
        if self.votes:
            of_cell = meeting.body == MeetingBody.CELL
            self.fields |= tally_form.counts(of_cell=of_cell, of_committee=not of_cell, needed=False)
            self.fields["how"] = tally_form.how()
        for item in self.items:
            self.fields |= _row_fields(item, votes=self.votes)

    def clean_bo_qua(self) -> frozenset[int]:
        """The numbers to leave out."""
        return numbers_left_out(self.cleaned_data["bo_qua"])

    def clean(self) -> dict:
        """Ask for what is missing of a vote that was begun and of numbers, refuse what cannot be."""
        cleaned = super().clean()
        for name, sentence in (*self._missing_counts(cleaned), *self._missing_numbers(cleaned)):
            self.add_error(name, sentence)
        if self.votes:
            for name, sentence in self._impossible(cleaned):
                self.add_error(name, sentence)
        signed, held = cleaned.get("ngay_ky"), cleaned.get("ngay")
        if signed and held and signed < held:
            self.add_error(
                "ngay_ky", f"Ngày ký {date_vn(signed)} trước ngày họp {date_vn(held)}; hãy kiểm tra lại ngày."
            )
        return cleaned

    def said(self) -> Said:
        """What was said, as the action takes it."""
        given = self.cleaned_data
        return Said(
            held_on=given["ngay"],
            minutes=given["bien_ban"],
            signed_on=given["ngay_ky"],
            issuer=given["noi_ban_hanh"],
            how=given.get("how", ""),
            tally=self._common(given),
            pattern=given["mau"],
            first=given["tu_so"],
            skipped=given["bo_qua"],
            basis=given.get("basis", ""),
            rows={item.pk: self._row(item, given) for item in self.items},
        )

    def first_fields(self) -> list[forms.BoundField]:
        """The fields about the meeting and its papers."""
        return [self[name] for name in ("ngay", "bien_ban", "ngay_ky", "noi_ban_hanh", "mau", "tu_so", "bo_qua")]

    def vote_groups(self) -> list[list[forms.BoundField]]:
        """The fields of the common tally as they stand on the page."""
        return tally_form.grouped(self[name] for name in (*tally_form.COUNTS, "how") if name in self.fields)

    def rows(self) -> list[dict]:
        """Each dossier with the fields of its row."""
        return [
            {
                "item": item,
                "considered": self[f"xet_{item.pk}"],
                "number": self[f"so_{item.pk}"],
                "own": [self[f"{name}_{item.pk}"] for name in ROW_COUNTS] if self.votes else [],
                "typed": self._differs(item),
            }
            for item in self.items
        ]

    def _differs(self, item: AgendaItem) -> bool:
        """Say whether the row has anything of its own that must be seen."""
        names = [f"{name}_{item.pk}" for name in (*ROW_COUNTS, "so") if f"{name}_{item.pk}" in self.fields]
        return any(self[name].value() or name in self.errors for name in names)

    def _common(self, given: dict) -> dict | None:
        begun = self.votes and any(given.get(name) is not None for name in tally_form.NEEDED)
        return tally_form.numbers(given) if begun else None

    def _own(self, item: AgendaItem, given: dict) -> dict | None:
        """The tally of a row where it differs: what was not typed is that of all, and nobody abstained."""
        typed = {field: given.get(f"{name}_{item.pk}") for name, field in ROW_COUNTS.items()}
        if all(number is None for number in typed.values()):
            return None
        known = {field: number for field, number in typed.items() if number is not None}
        return (self._common(given) or {}) | {"against": 0, "blank": 0} | known

    def _row(self, item: AgendaItem, given: dict) -> RowSaid:
        looked_at = given[f"ban_{item.pk}"] if given[f"nhan_{item.pk}"] else None
        tally = self._own(item, given)
        return RowSaid(given[f"xet_{item.pk}"], tally, given[f"so_{item.pk}"], looked_at)

    def _missing_counts(self, cleaned: dict) -> Iterator[tuple[str, str]]:
        if not self.votes:
            return
        begun = self._common(cleaned) is not None or any(self._own(item, cleaned) for item in self.items)
        for name in tally_form.NEEDED if begun else ():
            if name not in self.errors and cleaned.get(name) is None:
                yield name, "Còn thiếu số này; hãy nhập, không có ai thì ghi 0, hoặc để trống mọi số phiếu."

    def _missing_numbers(self, cleaned: dict) -> Iterator[tuple[str, str]]:
        pattern, considered = cleaned.get("mau", ""), [i for i in self.items if cleaned.get(f"xet_{i.pk}")]
        if numbering.PLACE in pattern and not cleaned.get("tu_so") and "tu_so" not in self.errors:
            yield "tu_so", "Hãy nhập số đầu tiên."
        lacking = [item for item in considered if _needs_number(item) and not cleaned.get(f"so_{item.pk}")]
        if lacking and not pattern:
            yield "mau", "Mỗi quyết định cần một số; hãy ghi mẫu số, ví dụ {n}-QĐ/ĐU, và số đầu tiên."
        elif len(lacking) > 1 and numbering.PLACE not in pattern:
            yield "mau", f"Có {len(lacking)} quyết định, mỗi quyết định một số; hãy ghi {{n}} ở chỗ số thứ tự."

    def _impossible(self, cleaned: dict) -> Iterator[tuple[str | None, str]]:
        if any(name in self.errors for name in tally_form.COUNTS):
            return
        for sentence in tally_form.cannot_be(cleaned, self.meeting.body):
            yield None, sentence
        for item in self.items:
            own = self._own(item, cleaned)
            for sentence in tally_form.cannot_be(cleaned | own, self.meeting.body) if own else ():
                yield f"thuan_{item.pk}", sentence


def _row_fields(item: AgendaItem, *, votes: bool) -> dict[str, forms.Field]:
    """The fields of one dossier; what was typed of it at an earlier try stands there again."""
    name, kept = item.dossier.person.full_name, item.tally or {}
    found: dict[str, forms.Field] = {
        f"xet_{item.pk}": forms.BooleanField(label=f"Cuộc họp đã xét {name}", required=False, initial=True),
        f"so_{item.pk}": forms.CharField(label=f"{name}: số văn bản", max_length=60, required=False),
        f"ban_{item.pk}": forms.IntegerField(required=False, widget=forms.HiddenInput),
        f"nhan_{item.pk}": forms.BooleanField(label=f"{name}: đã xem thay đổi này, vẫn ghi", required=False),
    }
    if votes:
        for short, field in ROW_COUNTS.items():
            box = tally_form.VotersField(ROW_LABELS[short], required=False)
            box.initial = kept.get(field)
            found[f"{short}_{item.pk}"] = box
    return found


def _needs_number(item: AgendaItem) -> bool:
    move = moves.find(Stage(item.stage), Stage(item.to))
    return move is not None and move.needs_number


def day_of(meeting: Meeting, today: date) -> date:
    """Return the day with which the form of results begins: that of the plan once it has come."""
    return min(meeting.held_on, today)
