"""Form pieces that all apps use: Vietnamese dates, the one-time token, the version that two people must not overwrite."""

import re
import uuid
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from organizations.errors import Conflict, DomainError, PeriodLocked
from organizations.formats import date_vn, tidy
from organizations.models import Unit

NO_TOKEN = "Biểu mẫu thiếu mã gửi một lần. Hãy tải lại trang rồi gửi lại."
_DAY_FIRST = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$|^(\d{2})(\d{2})(\d{4})$")
# No day of the procedure lies outside; arithmetic on days stays inside the calendar.
_YEARS = range(1900, 2101)
MOST_PEOPLE = 1_000_000
LONGEST_REASON = 400
_THOUSANDS = re.compile(r"^\s*\d{1,3}(\.\d{3})+\s*$")
_PEOPLE = {
    "required": "Hãy nhập số người; không có ai thì ghi 0.",
    "invalid": "Hãy nhập một số nguyên, ví dụ 57.",
    "min_value": "Số người không thể âm.",
    "max_value": "Số người quá lớn; hãy kiểm tra lại.",
}
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")


def parse_date(text: str) -> date:
    """Read 31/5/2021, 31-05-2021, 31.5.2021, 31052021 or 2021-05-31 (1900 to 2100); ValueError on anything else."""
    if found := _ISO.match(text):
        return _within(date(*(int(part) for part in found.groups())))
    if found := _DAY_FIRST.match(text):
        day, month, year = (int(part) for part in found.groups() if part)
        return _within(date(year, month, day))
    raise ValueError(text)


def _within(day: date) -> date:
    if day.year not in _YEARS:
        raise ValueError(day)
    return day


class DateField(forms.Field):
    """A day written the Vietnamese way; the day comes before the month whatever the browser's language."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "placeholder": "ngày/tháng/năm"})

    def to_python(self, value: str | date | None) -> date | None:
        """Return the day, or None when the field was left empty."""
        if isinstance(value, date) or not value:
            return value or None
        try:
            return parse_date(str(value).strip())
        except ValueError as error:
            raise ValidationError(
                f"“{value}” không phải là một ngày có trong lịch. Hãy nhập ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 31/5/2021 "
                "hoặc 31052021."
            ) from error

    def prepare_value(self, value: str | date | None) -> str | None:
        """Show a day as it is typed, also one that an address writes the other way; show what was typed when it is no day."""
        if isinstance(value, str) and _ISO.match(value.strip()):
            try:
                return date_vn(parse_date(value.strip()))
            except ValueError:
                return value
        return date_vn(value) if isinstance(value, date) else value


class PeopleField(forms.IntegerField):
    """A number of people, written 1250 or 1.250."""

    def __init__(self, **kwargs: object) -> None:
        box = forms.TextInput(attrs={"inputmode": "numeric", "class": "count"})
        bounds = {"min_value": 0, "max_value": MOST_PEOPLE}
        super().__init__(widget=box, error_messages=dict(_PEOPLE), **bounds, **kwargs)

    def to_python(self, value: object) -> int | None:
        """Read a whole number, with or without points between thousands."""
        return super().to_python(value.strip().replace(".", "") if _THOUSANDS.match(str(value)) else value)


class UnitChoice(forms.ModelChoiceField):
    """A unit of a reach; the queryset annotates ``name`` with the unit's name on the day one looks from."""

    def label_from_instance(self, unit: Unit) -> str:
        """The unit's name on the day, else its code."""
        return unit.name or unit.code


class AskingForm(forms.Form):
    """What an address asks a page for: a parameter that no field reads is refused, but for the number of the page."""

    def clean(self) -> dict:
        """Refuse what this page cannot be asked."""
        for name in sorted(set(self.data) - set(self.fields) - {"trang"}):
            self.add_error(None, f"Không có bộ lọc “{name}”; hãy bỏ tham số này khỏi địa chỉ.")
        return super().clean()


class DeedForm(forms.Form):
    """A form that does one deed: it carries a one-time token and the version of what it changes."""

    form_token = forms.UUIDField(
        label="Biểu mẫu", widget=forms.HiddenInput, error_messages={"required": NO_TOKEN, "invalid": NO_TOKEN}
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: object, version: int | None = None, **kwargs: object) -> None:
        initial = {"form_token": uuid.uuid4(), "version": version} | (kwargs.pop("initial", None) or {})
        super().__init__(*args, initial=initial, **kwargs)
        self.is_locked = False

    @property
    def late_reason(self) -> str:
        """Why something is recorded in a period whose figures were accepted; any form asks for it once that is so."""
        return tidy(self.data.get("late_reason", ""))[:LONGEST_REASON]

    @property
    def asks_late_reason(self) -> bool:
        """Say whether the form shows the field for that reason."""
        return self.is_locked or bool(self.late_reason)

    def add_refusal(self, error: DomainError) -> None:
        """Show each reason of a refused deed at the top of the form; what was typed stays.

        After a conflict was shown, sending again is a new decision: the form takes the version of today.
        """
        self.is_locked = isinstance(error, PeriodLocked)
        for sentence in error.sentences:
            self.add_error(None, sentence)
        if isinstance(error, Conflict):
            self.data = self.data.copy()
            self.data["version"] = error.version
