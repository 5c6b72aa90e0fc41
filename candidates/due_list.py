"""Every clock that runs in a unit and below as at a day: what ``manage.py due`` prints."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from candidates import clocks, statistics
from candidates.clocks import Clock
from candidates.enums import OPEN
from candidates.models import Paper, StageEntry
from candidates.queries import RULES
from candidates.statistics import Cell
from organizations.models import Unit


@dataclass(frozen=True)
class Running:
    """A clock of a dossier, with the stage in force on the day one looks from."""

    entry: StageEntry
    clock: Clock

    def plain(self) -> dict:
        """The row as plain values; days as ISO dates."""
        entry, clock = self.entry, self.clock
        return {
            "dossier": entry.dossier.code,
            "unit": entry.unit.code,
            "stage": entry.stage,
            "clock": clock.kind.value,
            "name": clock.name,
            "due_on": clock.due_on.isoformat(),
            "extended_to": clock.extended_to.isoformat() if clock.extended_to else None,
            "state": str(clock.state),
            "words": ". ".join((clock.words, *clock.notes)),
            "document": clock.source.document if clock.source else None,
            "clause": clock.source.clause if clock.source else None,
            "confirmed": clock.source is not None and clock.source.confirmed,
        }


def running(unit: Unit, on: date) -> list[Running]:
    """Return the running clocks of all open dossiers in ``unit`` and below, units and stages as at ``on``, the earliest first."""
    entries = _open(unit, on)
    clocks.read(entries, (paper for entry in entries for paper in entry.dossier.papers.all()))
    found = [Running(entry, clock) for entry in entries for clock in _clocks(entry, on)]
    return sorted(found, key=lambda each: (each.clock.term, each.entry.dossier.code, each.clock.kind))


def _open(unit: Unit, on: date) -> list[StageEntry]:
    papers = Paper.objects.filter(expires_on__isnull=False).select_related("expires_rule__document")
    standing = statistics.entries(Cell((unit,), OPEN, on)).select_related("dossier", "unit", *RULES)
    return list(standing.prefetch_related(Prefetch("dossier__papers", papers)))


def _clocks(entry: StageEntry, on: date) -> list[Clock]:
    return clocks.running(entry, entry.dossier.papers.all(), on)
