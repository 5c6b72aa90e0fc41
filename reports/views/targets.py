"""One target in one unit: how far it is met, at what pace, in which units, and where dossiers are stuck."""

from dataclasses import replace

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from candidates.lists import READING_WORDS
from candidates.statistics import Reading
from directives import forecast_words, forecasts, progress, register, scorecard, stuck
from directives import scorecard_words as words
from directives.enums import ORGANISATION_MEASURES, UNIT_MEASURES
from directives.models import Target
from directives.progress import Progress
from directives.views.asked_unit import asked_unit
from organizations import clock
from organizations.enums import Deed
from organizations.gate import gate
from organizations.inputs import AskingForm
from organizations.periods import year_to_date
from reports import overview

PAGE = "reports/target/index.html"


class TargetForm(AskingForm):
    """In which unit a target is looked at, and by which reading of units."""

    don_vi = forms.CharField(required=False, max_length=30, widget=forms.HiddenInput)
    cach_tinh = forms.ChoiceField(
        label="Cách tính đơn vị",
        required=False,
        choices=[(key.value, label.capitalize()) for key, label in READING_WORDS.items()],
        error_messages={"invalid_choice": "“%(value)s” không phải là lựa chọn hợp lệ; hãy chọn lại."},
    )


@gate(Deed.SEE_STATISTICS)
def target(request: HttpRequest, pk: int) -> HttpResponse:
    """One target in a unit of the reach; 404 where it is not asked of that unit. One of units has its own page."""
    found, form = _target(request, pk), TargetForm(request.GET)
    if found.measure in UNIT_MEASURES:
        asked = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(f"{reverse('directives:target_units', args=[pk])}{asked}")
    if not form.is_valid():
        return render(request, PAGE, {"form": form, "target": found}, status=400)
    on, reading = clock.today(request), Reading(form.cleaned_data["cach_tinh"] or Reading.THEN)
    unit = asked_unit(request, found)
    card = scorecard.build(unit, on, reading=reading, only=found)
    item = progress.of_target(found, unit, on, reading)
    context = {
        "form": form,
        "target": found,
        "item": item,
        "card": card,
        "standing": (card.total or card.rows[0]).cells[0].standing,
        "bar": overview.quota_bar(item),
        "months": _months(item),
        "reasons": stuck.reasons(unit, request.reach, on),
        "counted": words.counted(card),
        "not_ranked": words.NOT_RANKED,
        "meanings": words.MEANINGS,
        "states": words.states(),
        "prints": request.reach.covers(Deed.PRINT_REPORT, unit),
    }
    return render(request, PAGE, context | _opened(request, card) | _forecast(item))


def _forecast(item: Progress) -> dict:
    """The forecast, told by what the dossiers were as units stood then, whichever reading is chosen."""
    found = forecasts.of_progress(item)
    return {
        "forecast": found,
        "likely": forecast_words.likely(found),
        "rests_on": forecast_words.rests_on(found),
        "drawing": forecast_words.draw(found),
    }


def _target(request: HttpRequest, pk: int) -> Target:
    """A target of a document that the person may know of."""
    asked = Target.objects.exclude(measure__in=ORGANISATION_MEASURES)
    asked = asked.filter(directive__in=register.seen(request.reach))
    return get_object_or_404(asked.select_related("directive__document", "clause__document", "unit"), pk=pk)


def _months(item: Progress):
    """The pace of the year that one looks at, whatever the period of the target; none where the measure is no flow."""
    held = item.actual.cell
    return overview.admitted_by_month(replace(held, period=year_to_date(item.on))) if held.period else None


def _opened(request: HttpRequest, card: scorecard.Scorecard) -> dict:
    """Which of the units shown open for this person."""
    shown = [step.unit_id for step in card.path] + [row.unit.pk for row in card.rows]
    reached = set(request.reach.units(Deed.SEE_STATISTICS).filter(pk__in=shown).values_list("pk", flat=True))
    return {
        "above": [(step, step.unit_id in reached) for step in card.path[:-1]],
        "rows": [(row, row.unit.pk in reached) for row in card.rows],
        "total": card.total,
    }
