"""What the criteria said when the steps of a story were recorded: frozen with the steps, as the product freezes them."""

from datetime import date
from functools import lru_cache

from candidates import assessment, facts, guards, policy
from candidates.assessment import Seen
from candidates.enums import Stage
from candidates.models import StageEntry


def freeze(since: date = date.min) -> None:
    """Judge every step of the story from a day on that asks criteria by its own day, and store what was found."""
    asked = StageEntry.objects.filter(stage__in=guards.MOMENTS, on__gte=since)
    steps = asked.select_related("dossier__person", "dossier__unit")
    judged = list(steps.prefetch_related(*(f"dossier__{name}" for name in (*facts.NEEDED, "entries"))))
    values = lru_cache(policy.in_force)
    for entry in judged:
        moment, seen = guards.MOMENTS[Stage(entry.stage)], Seen(entry.dossier, entry.on)
        told = values(assessment.judged_on(moment, seen.facts, entry.on))
        entry.verdicts = [verdict.plain() for verdict in assessment.by(seen, moment, told)]
    StageEntry.objects.bulk_update(judged, ["verdicts"], batch_size=500)
