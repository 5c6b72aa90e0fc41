"""The form of saved parameters: a name, the rule of the period, with whom they are shared."""

from datetime import date

from django import forms

from organizations.access import Reach
from organizations.inputs import DeedForm, UnitChoice
from organizations.models import Unit
from organizations.periods import Period, inclusive
from reports import period_rules, saved
from reports.asked import period_words
from reports.layout import Span
from reports.models import PeriodRule, SavedReport
from reports.saving import Named

NO_CHOICE = "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."


class SaveForm(DeedForm):
    """How the parameters of a report are saved."""

    name = forms.CharField(
        label="Tên",
        max_length=120,
        help_text="Ví dụ: Tiến độ 6 tháng gửi Thường trực.",
        error_messages={"required": "Hãy đặt tên để nhận ra khi dùng lại."},
    )
    rule = forms.ChoiceField(
        label="Lần sau lập cho kỳ nào",
        help_text="Trong ngoặc là kỳ tính theo ngày đang xem; lần sau kỳ tự chuyển theo cách đã chọn.",
        error_messages={"required": "Hãy chọn kỳ.", "invalid_choice": NO_CHOICE},
    )
    shared = UnitChoice(
        label="Dùng chung với",
        queryset=Unit.objects.none(),
        to_field_name="code",
        required=False,
        empty_label="Chỉ mình tôi",
        help_text="Người có quyền lập báo cáo tại tổ chức đó cũng thấy; chỉ đồng chí sửa, bỏ được.",
        error_messages={"invalid_choice": "Không dùng chung với tổ chức này được; hãy chọn lại."},
    )

    def __init__(
        self,
        *args: object,
        own: Reach,
        today: date,
        span: Span,
        fixed: Period | None,
        term: Period | None,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rule"].choices = list(_rules(span, today, fixed, term))
        self.fields["shared"].queryset = saved.shares(own, today)

    @property
    def told(self) -> Named:
        """What a valid form says, as the action takes it."""
        given = self.cleaned_data
        return Named(given["name"], PeriodRule(given["rule"]), given["shared"])


def initial(found: SavedReport) -> dict:
    """Return what the form of a saved report begins with."""
    return {"name": found.name, "rule": found.rule, "shared": found.shared.code if found.shared else ""}


def days(found: SavedReport) -> Period | None:
    """Return the days that a saved report keeps; None where they follow a rule."""
    return inclusive(found.first_day, found.last_day) if found.first_day else None


def _rules(span: Span, today: date, fixed: Period | None, term: Period | None):
    for rule in period_rules.known(span):
        period = fixed if rule == PeriodRule.FIXED else period_rules.of(rule, today, term)
        if period:
            yield rule.value, f"{rule.label} ({period_words(period)})"
