"""One dossier under several regimes side by side."""

from datetime import date

from django import forms
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from candidates import comparing, queries
from candidates.enums import RegimeKind
from candidates.models import Regime
from organizations import clock
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.gate import gate
from organizations.inputs import AskingForm, DateField

MOST = 3


class RegimesField(forms.ModelMultipleChoiceField):
    """Regimes to tick, named by their document and their first day."""

    def label_from_instance(self, regime: Regime) -> str:
        """Such as: 24-QĐ/TW (từ 30/7/2021)."""
        return f"{regime.document.short} (từ {date_vn(regime.valid_from)})"


class ComparisonForm(AskingForm):
    """The day of the meeting or the decision, and the regimes to compare."""

    ngay = DateField(label="Xét như tại ngày", required=False)
    che_do = RegimesField(
        Regime.objects.filter(kind=RegimeKind.APPLYING).select_related("document").order_by("-valid_from"),
        to_field_name="code",
        label="Theo các quy định",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Không có quy định “%(value)s” trong hệ thống; hãy chọn trong danh sách."},
    )

    def clean_che_do(self) -> list[Regime]:
        """A page holds three columns; without any that of the day and the newest ones, as far as something is known of them."""
        asked = list(self.cleaned_data["che_do"] or self._first_choice())
        if len(asked) > MOST:
            raise forms.ValidationError(f"Chỉ đặt cạnh nhau nhiều nhất {MOST} quy định; hãy bỏ bớt.")
        return sorted(asked, key=lambda regime: regime.valid_from)

    def _first_choice(self) -> list[Regime]:
        """The newest regimes of which a text at hand tells most values."""
        told = Count("parameters", filter=Q(parameters__void=False) & ~Q(parameters__value=""))
        found = self.fields["che_do"].queryset.annotate(told=told)
        return list(found.filter(told__gt=MOST)[:MOST])

    def day(self, today: date) -> date:
        """The day asked for, else the day one looks from."""
        return self.cleaned_data.get("ngay") or today


@gate(Deed.SEE_DOSSIERS)
def compare(request: HttpRequest, code: str) -> HttpResponse:
    """Judge a dossier by up to three regimes as if each were in force; what is asked wrongly is said (400)."""
    found, today = get_object_or_404(queries.dossiers(request.reach), code=code), clock.today(request)
    form = ComparisonForm(request.GET)
    context = {"dossier": found, "form": form}
    if not form.is_valid():
        return render(request, "candidates/comparison.html", context, status=400)
    regimes, on = form.cleaned_data["che_do"], form.day(today)
    rows = comparing.side_by_side(found, on, regimes)
    context |= {"regimes": regimes, "on": on, "rows": rows, "different": sum(row.differs for row in rows)}
    return render(request, "candidates/comparison.html", context)
