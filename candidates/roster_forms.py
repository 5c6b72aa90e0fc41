"""Forms of rosters: who is chosen, how each person attended and ended, and the numbers of certificates."""

from collections.abc import Iterable

from django import forms

from candidates import numbering
from candidates.certificates import Series
from candidates.class_forms import MOST_SESSIONS, UNKNOWN, whole, words
from candidates.enrolling import Outcome
from candidates.enums import Result
from candidates.models import Enrolment
from organizations.inputs import DateField, DeedForm

BIGGEST = 2**63 - 1
MOST_LEFT_OUT = 400
NO_PEOPLE = "Danh sách gửi lên không đọc được; hãy tải lại trang rồi chọn lại."
WITH_PLACE = "Mẫu số phải có một chỗ {n} để điền số thứ tự, ví dụ {n}/CN-TTCT."


class PeopleField(forms.Field):
    """Dossiers ticked in a list, by their keys; who may be chosen is decided by the action."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: list[str] | None) -> list[int]:
        """The keys, each once, in the order sent."""
        if not all(part.isdecimal() and int(part) <= BIGGEST for part in value or ()):
            raise forms.ValidationError(NO_PEOPLE)
        return list(dict.fromkeys(int(part) for part in value or ()))


class ChoosingForm(DeedForm):
    """Who is put on the roster."""

    nguoi = PeopleField(label="Người được chọn", required=False)
    ngay = DateField(
        label="Ghi vào danh sách từ ngày", error_messages={"required": "Hãy nhập ngày ghi vào danh sách học viên."}
    )


class WithdrawalForm(DeedForm):
    """Since when somebody is off the roster."""

    on = DateField(label="Rút từ ngày", error_messages={"required": "Hãy nhập ngày rút khỏi danh sách."})


class ResultsForm(DeedForm):
    """One row per student: sessions attended, and the result."""

    def __init__(self, *args: object, students: Iterable[Enrolment], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.students = list(students)
        for row in self.students:
            name = row.dossier.person.full_name
            self.fields[f"co_mat_{row.pk}"] = _attended(name, row)
            self.fields[f"ket_qua_{row.pk}"] = _result(name, row)

    @property
    def rows(self) -> list[dict]:
        """Each student with the two fields of their row."""
        return [
            {"student": row, "attended": self[f"co_mat_{row.pk}"], "result": self[f"ket_qua_{row.pk}"]}
            for row in self.students
        ]

    def said(self) -> dict[int, Outcome]:
        """What was said of each student."""
        given = self.cleaned_data
        return {row.pk: Outcome(given[f"co_mat_{row.pk}"], Result(given[f"ket_qua_{row.pk}"])) for row in self.students}


class SeriesForm(forms.Form):
    """How certificates are numbered: asked for in the address, so that the preview can be seen again."""

    mau = words("Mẫu số", 50, "{n} là chỗ của số thứ tự.", "Hãy nhập mẫu số.")
    tu_so = forms.RegexField(
        r"^\d{1,6}$",
        label="Số đầu tiên",
        help_text="Ghi đủ số 0 ở đầu nếu cần, ví dụ 001.",
        error_messages={"required": "Hãy nhập số đầu tiên.", "invalid": "Số đầu tiên chỉ gồm chữ số, ví dụ 001."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "tiny"}),
    )
    bo_qua = words("Số bỏ qua", MOST_LEFT_OUT, "Số hỏng, số đã dùng; ví dụ: 012, 015-017.")
    ngay = DateField(label="Ngày cấp", error_messages={"required": "Hãy nhập ngày cấp."})
    noi_cap = words("Nơi cấp", 200)

    def clean_mau(self) -> str:
        """The pattern has one place for the number."""
        pattern = self.cleaned_data["mau"]
        if pattern.count(numbering.PLACE) != 1:
            raise forms.ValidationError(WITH_PLACE)
        return pattern

    def clean_bo_qua(self) -> frozenset[int]:
        """The numbers to leave out."""
        return numbers_left_out(self.cleaned_data["bo_qua"])

    def series(self) -> Series:
        """What was said, as the action takes it."""
        given = self.cleaned_data
        return Series(given["mau"], given["tu_so"], given["bo_qua"], given["ngay"], given["noi_cap"])


class CertifyForm(SeriesForm, DeedForm):
    """The same, seen and confirmed: its fields stand hidden beside the preview."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name in SeriesForm.base_fields:
            self.fields[name].widget = forms.HiddenInput()


def numbers_left_out(text: str) -> frozenset[int]:
    """Read the numbers to leave out; ValidationError with a sentence for what is no number."""
    try:
        return numbering.left_out(text)
    except ValueError as error:
        raise forms.ValidationError(str(error)) from error


def _attended(name: str, row: Enrolment) -> forms.IntegerField:
    field = whole(f"{name}, số buổi có mặt", MOST_SESSIONS)
    field.initial = row.attended
    return field


def _result(name: str, row: Enrolment) -> forms.ChoiceField:
    told = {"required": "Hãy chọn kết quả.", "invalid_choice": UNKNOWN}
    return forms.ChoiceField(label=f"{name}, kết quả", choices=Result.choices, initial=row.result, error_messages=told)
