"""What units said of a duty: one line for each, and what was corrected since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from directives import obligations
from directives.models import Fulfilment
from directives.obligations import Round, State
from organizations.models import Unit


@dataclass(frozen=True)
class Line:
    """One bound unit and what it said; ``reviewed_on`` is the day of a review that it reported in figures."""

    unit: Unit
    name: str
    said: Fulfilment | None
    reviewed_on: date | None
    state: State
    after_due: bool

    @property
    def on(self) -> date | None:
        """The day on which the unit did it; None where it has not."""
        return self.said.on if self.said else self.reviewed_on


@dataclass(frozen=True)
class Corrected:
    """Something that a unit said by mistake: what it was, and who took it back, when and why."""

    said: Fulfilment
    at: datetime
    by: str
    reason: str


def lines(asked: Round, on: date, units: Sequence[Unit]) -> list[Line]:
    """Return what each of ``units`` (annotated with its ``name``) said of a round, in two queries for any number."""
    said = Fulfilment.objects.filter(obligation=asked.obligation, year=asked.year, unit__in=units, on__lte=on)
    by_unit = {each.unit_id: each for each in said.select_related("by")}
    reviewed = _reviewed(asked, on, units) if obligations.by_review(asked) else {}
    return [_line(asked, on, unit, by_unit.get(unit.pk), reviewed.get(unit.pk)) for unit in units]


def corrected(asked: Round, unit: Unit) -> list[Corrected]:
    """Return what a unit said of a round and took back, the newest first."""
    past = Fulfilment.ever.filter(obligation=asked.obligation, unit=unit, year=asked.year, void=True)
    return [_corrected(said) for said in past.select_related("by").order_by("-pk")]


def _reviewed(asked: Round, on: date, units: Sequence[Unit]) -> dict[int, date]:
    return dict(obligations.reviews(asked, on).filter(unit__in=units).values_list("unit", "first"))


def _corrected(said: Fulfilment) -> Corrected:
    taken_back = said.events.filter(void=True).order_by("pgh_id").values_list("pgh_created_at", "pgh_context__metadata")
    at, context = taken_back.first()
    return Corrected(said, at, (context or {}).get("name", ""), (context or {}).get("reason", ""))


def _line(asked: Round, on: date, unit: Unit, said: Fulfilment | None, reviewed_on: date | None) -> Line:
    day = said.on if said else reviewed_on
    after_due = bool(day and asked.due_on and day > asked.due_on)
    return Line(
        unit,
        unit.name or unit.code,
        said,
        reviewed_on,
        obligations.state_of(asked, on, done=day is not None),
        after_due,
    )
