"""What the criteria said when the steps of a story were recorded: frozen with the steps, as the product freezes them."""

from candidates import assessment
from candidates.enums import Stage
from candidates.models import Dossier, StageEntry
from candidates.rules.verdict import Verdict

JUDGED = (Stage.PROPOSED, Stage.OFFICIAL)


def freeze() -> None:
    """Judge every proposal and every recognition of the story by its own day, and store what was found."""
    found = Dossier.objects.filter(entries__stage__in=JUDGED).distinct().select_related("person", "unit")
    judged = []
    for dossier in found.prefetch_related("entries", "papers", "person__ratings", "person__commendations"):
        for entry in (entry for entry in dossier.steps if entry.stage in JUDGED):
            entry.verdicts = [verdict.plain() for verdict in _verdicts(dossier, entry)]
            judged.append(entry)
    StageEntry.objects.bulk_update(judged, ["verdicts"], batch_size=500)


def _verdicts(dossier: Dossier, entry: StageEntry) -> list[Verdict]:
    judge = assessment.before_proposal if entry.stage == Stage.PROPOSED else assessment.before_recognition
    return judge(dossier, entry.on)
