"""Moves of data between versions of the product."""

from datetime import date
from importlib import import_module

from django.apps import apps

from candidates import policy
from candidates.enums import ParameterCode, Stage
from candidates.models import StageEntry
from tests import people


def test_stored_terms_beyond_the_announced_calendars_are_marked_as_provisional(cast):
    rule = policy.row(ParameterCode.DECISION_DAYS, people.TODAY)
    days = {"Lê Văn Một": date(2026, 12, 31), "Lê Văn Hai": date(2027, 1, 4)}
    for name, day in days.items():
        made = people.dossier(cast, Stage.PROPOSED, full_name=name)
        made.entries.filter(stage=Stage.PROPOSED).update(due_on=day, due_rule=rule, due_provisional=False)
    import_module("candidates.migrations.0008_terms_beyond_the_announced_calendars").mark(apps, None)
    marked = StageEntry.objects.filter(due_provisional=True)
    assert [entry.due_on for entry in marked] == [date(2027, 1, 4)]
