"""What units said of a duty: one line for each, and what became of it since: corrected, returned, accepted, let off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from directives import replies
from directives.models import Fulfilment, Ruling
from directives.obligations import Round, State
from directives.replies import Standing
from organizations.models import Unit


@dataclass(frozen=True)
class Line:
    """One bound unit, how it stands to the round, and the state of that on the day."""

    unit: Unit
    name: str
    standing: Standing
    state: State

    @property
    def said(self) -> Fulfilment | None:
        """The reply that stands."""
        return self.standing.said

    @property
    def reviewed_on(self) -> date | None:
        """The day of a review that the unit reported in figures."""
        return self.standing.reviewed_on

    @property
    def after_due(self) -> bool:
        """Say whether it replied after the term."""
        return self.standing.after_due

    @property
    def on(self) -> date | None:
        """The day on which the unit did it; None where it has not."""
        return self.standing.on


@dataclass(frozen=True)
class Corrected:
    """Something that a unit said by mistake: what it was, and who took it back, when and why."""

    said: Fulfilment
    at: datetime
    by: str
    reason: str


def lines(asked: Round, on: date, units: Sequence[Unit]) -> list[Line]:
    """Return what each of ``units`` (annotated with its ``name``) said of a round, in three queries for any number."""
    found = replies.standings([asked], on, [unit.pk for unit in units])
    return [
        Line(unit, unit.name or unit.code, standing, standing.state(on))
        for unit in units
        for standing in [found[asked, unit.pk]]
    ]


def corrected(asked: Round, unit: Unit) -> list[Corrected]:
    """Return what a unit said of a round and took back, the newest first."""
    past = Fulfilment.ever.filter(**asked.key, unit=unit, void=True)
    return [_corrected(said) for said in past.select_related("by").order_by("-pk")]


def ruled(asked: Round, unit: Unit, on: date) -> list[Ruling]:
    """Return what the superior said of a unit's round by a day, with the reply it spoke of, the newest first."""
    found = Ruling.objects.filter(**asked.key, unit=unit, on__lte=on)
    return list(found.select_related("by", "fulfilment").order_by("-on", "-pk"))


def _corrected(said: Fulfilment) -> Corrected:
    taken_back = said.events.filter(void=True).order_by("pgh_id").values_list("pgh_created_at", "pgh_context__metadata")
    at, context = taken_back.first()
    return Corrected(said, at, (context or {}).get("name", ""), (context or {}).get("reason", ""))
