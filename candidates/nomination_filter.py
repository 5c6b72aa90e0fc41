"""The filter of the list of nominations: it rebuilds the counted cell from the address, and narrows it by a name."""

from datetime import date
from functools import cached_property

from django import forms
from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from candidates import nominations
from candidates.enums import ReturnReason
from candidates.filters import UNKNOWN, OneSelect
from candidates.models import Nomination
from candidates.nominated import NOBODY, STOCKS, Nominated, Outcome
from organizations import clock, tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.formats import date_vn, plain
from organizations.inputs import AskingForm, DateField
from organizations.periods import Period, inclusive


class NominatedFilter(AskingForm):
    """Parameters of the list, in the words of its address (all optional, unknown ones are refused)."""

    tim = forms.CharField(label="Tên người được giới thiệu", required=False)
    to_chuc = forms.MultipleChoiceField(label="Tổ chức giới thiệu", required=False, widget=OneSelect)
    ket_qua = forms.ChoiceField(label="Kết quả", required=False, choices=[("", "Tất cả"), *Outcome.choices])
    ly_do = forms.ChoiceField(label="Lý do trả lại", required=False, choices=[("", "Tất cả"), *ReturnReason.choices])
    tu = DateField(label="Từ ngày", required=False)
    den = DateField(label="Đến ngày", required=False)
    tai_ngay = DateField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: dict, *, own: Reach, today: date) -> None:
        super().__init__(data)
        self.own, self.today = own, today
        name = Coalesce(tree.name_on(today, "pk"), tree.last_name("pk"))
        self.organisations = {each.code: each for each in nominations.organisations_ever(own).annotate(name=name)}
        shown = [("", "Tất cả được xem"), *((code, each.name) for code, each in self.organisations.items())]
        self.fields["to_chuc"].choices = [*shown, (NOBODY, NOBODY)]
        self.fields["to_chuc"].widget.choices = shown
        if not own.grants(Deed.SEE_DOSSIERS):
            del self.fields["ly_do"]
        for field in self.fields.values():
            field.error_messages |= {"invalid_choice": UNKNOWN}

    @cached_property
    def cell(self) -> Nominated:
        """The cell that the parameters ask for; without any, every nomination up to today by organisations one sees."""
        asked = self.cleaned_data
        codes = asked["to_chuc"] or list(self.organisations)
        return Nominated(
            organisations=tuple(self.organisations[code] for code in codes if code != NOBODY),
            on=asked["tai_ngay"] or self.today,
            period=self._period(),
            outcome=Outcome(asked["ket_qua"]) if asked["ket_qua"] else None,
            reason=asked.get("ly_do", ""),
        )

    @property
    def rows(self) -> QuerySet[Nomination]:
        """The nominations of the cell that the viewer sees, narrowed by name, the latest first."""
        found = nominations.listed(self.cell, self.own)
        if words := self.cleaned_data["tim"]:
            found = found.filter(person__search_key__contains=plain(words))
        return found.order_by("-nominated_on", "-pk")

    def clean(self) -> dict:
        """No day ahead, no period for what is told at the end of a day, no reason but of a return."""
        asked = super().clean()
        on = asked.get("tai_ngay") or self.today
        last = asked.get("den") or on
        if on > clock.real_today():
            self.add_error("tai_ngay", f"Ngày {date_vn(on)} chưa đến.")
        if last > on:
            self.add_error("den", f"Đến ngày {date_vn(last)} sau ngày đang xem ({date_vn(on)}).")
        if asked.get("tu") and asked["tu"] > last:
            self.add_error("tu", "Từ ngày phải không sau đến ngày.")
        self._check_together(asked)
        return asked

    def _check_together(self, asked: dict) -> None:
        outcome = asked.get("ket_qua")
        if outcome in STOCKS and (asked.get("tu") or asked.get("den")):
            label = Outcome(outcome).label
            self.add_error("ket_qua", f"“{label}” tính vào cuối ngày đang xem; hãy bỏ “từ ngày”, “đến ngày”.")
        if asked.get("ly_do") and outcome != Outcome.RETURNED:
            self.add_error("ly_do", "Lý do chỉ lọc được cùng kết quả “Đã trả lại”.")

    def _period(self) -> Period | None:
        asked = self.cleaned_data
        on = asked["tai_ngay"] or self.today
        if not (asked["tu"] or asked["den"]):
            return None
        last = asked["den"] or on
        return inclusive(asked["tu"] or date(last.year, 1, 1), last)
