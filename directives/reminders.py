"""Reads of letters that ask late units again: those of a document, and what one says, by duty and by cause."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, QuerySet, Subquery

from directives.models import Directive, Obligation, Reminded, Reminder
from directives.overdue import Cause
from directives.rounds import Round
from organizations import tree
from organizations.models import UnitVersion


@dataclass(frozen=True)
class Named:
    """A unit of a letter as it was then: its name, its committee's, its kind; the term that was over.

    ``before`` is how often it had been asked again.
    """

    name: str
    committee: str
    kind: str
    due_on: date
    before: int


@dataclass(frozen=True)
class Group:
    """The units of one duty (and round) that a letter asks again for one cause."""

    cause: Cause
    units: tuple[Named, ...]


@dataclass(frozen=True)
class Item:
    """A round of a duty with everybody whom a letter asks for it, causes before names."""

    asked: Round
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many units are asked."""
        return sum(len(group.units) for group in self.groups)


def of(directive: Directive) -> QuerySet[Reminder]:
    """Return the letters of a document, the newest first, with how many units each asks."""
    found = Reminder.objects.filter(directive=directive).annotate(units=Count("lines__unit", distinct=True))
    return found.select_related("by", "unit")


def items(reminder: Reminder) -> tuple[Item, ...]:
    """Return what a letter asks for: as it was known when it was drafted, never read anew."""
    rows = reminder.lines.select_related(
        "obligation__clause", "obligation__directive__document", "obligation__directive__issuing_unit", "unit"
    )
    found: dict[Round, list[Reminded]] = {}
    then = UnitVersion.objects.on(reminder.on).filter(unit=OuterRef("unit"))
    rows = rows.annotate(committee=Subquery(then.values("committee")[:1]), kind=Subquery(then.values("kind")[:1]))
    for row in rows.annotate(name=tree.name_on(reminder.on)).order_by("obligation", "-year", "-part", "unit__code"):
        found.setdefault(Round(row.obligation, row.year, row.part), []).append(row)
    return tuple(Item(asked, _groups(lines)) for asked, lines in found.items())


def duties(found: tuple[Item, ...]) -> list[Obligation]:
    """Return the duties of a letter, each once."""
    return list(dict.fromkeys(item.asked.obligation for item in found))


def _groups(lines: list[Reminded]) -> tuple[Group, ...]:
    parted = {cause: [each for each in lines if _cause(each) == cause] for cause in Cause}
    return tuple(Group(cause, tuple(_named(each) for each in rows)) for cause, rows in parted.items() if rows)


def _named(row: Reminded) -> Named:
    return Named(row.name or row.unit.code, row.committee or "", row.kind or "", row.due_on, row.before)


def _cause(row: Reminded) -> Cause:
    if row.was_returned:
        return Cause.RETURNED
    return Cause.AGAIN if row.before else Cause.FIRST
