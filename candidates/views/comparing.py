"""One dossier under several regimes side by side."""

from datetime import date

from django import forms
from django.db.models import Case, Count, Q, When
from django.http import HttpRequest, HttpResponse, QueryDict
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
        """A page holds two or three columns."""
        asked = list(self.cleaned_data["che_do"])
        if len(asked) > MOST:
            raise forms.ValidationError(f"Chỉ đặt cạnh nhau nhiều nhất {MOST} quy định; hãy bỏ bớt.")
        if len(asked) < 2:
            raise forms.ValidationError("Hãy chọn ít nhất hai quy định để đối chiếu.")
        return sorted(asked, key=lambda regime: regime.valid_from)

    def day(self, today: date) -> date:
        """The day asked for, else the day one looks from."""
        return self.cleaned_data.get("ngay") or today


@gate(Deed.SEE_DOSSIERS)
def compare(request: HttpRequest, code: str) -> HttpResponse:
    """Judge a dossier by up to three regimes as if each were in force; what is asked wrongly is said (400)."""
    found, today = get_object_or_404(queries.dossiers(request.reach), code=code), clock.today(request)
    form = ComparisonForm(request.GET or _first_choice(today))
    context = {"dossier": found, "form": form}
    if not form.is_valid():
        return render(request, "candidates/comparison.html", context, status=400)
    regimes, on = form.cleaned_data["che_do"], form.day(today)
    rows = comparing.side_by_side(found, on, regimes)
    context |= {"regimes": regimes, "on": on, "rows": rows, "different": sum(row.differs for row in rows)}
    return render(request, "candidates/comparison.html", context)


def _first_choice(today: date) -> QueryDict:
    """The regime in force on a day beside the newest others of which a text at hand tells most values."""
    told = Count("parameters", filter=Q(parameters__void=False) & ~Q(parameters__value=""))
    known = Regime.objects.filter(kind=RegimeKind.APPLYING).annotate(told=told).filter(told__gt=MOST)
    in_force = Q(valid_from__lte=today) & (Q(valid_until__isnull=True) | Q(valid_until__gt=today))
    codes = [regime.code for regime in known.order_by(Case(When(in_force, then=0), default=1), "-valid_from")[:MOST]]
    asked = QueryDict(mutable=True)
    asked.update({"ngay": date_vn(today)})
    asked.setlist("che_do", codes)
    return asked
