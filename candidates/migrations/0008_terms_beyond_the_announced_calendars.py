"""Terms that were stored before the product asked whether a year's calendar is official: those beyond 2026 were not."""

from datetime import date

from django.db import migrations

LAST_ANNOUNCED = date(2026, 12, 31)


def mark(apps, schema_editor):
    """Mark them, so that nobody is called late by a day that was counted without the year's announcement."""
    apps.get_model("candidates", "StageEntry").objects.filter(due_on__gt=LAST_ANNOUNCED).update(due_provisional=True)


class Migration(migrations.Migration):
    dependencies = [("candidates", "0007_rules_with_a_source")]
    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
