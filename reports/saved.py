"""Reports whose parameters somebody saved: which one sees, and what each asks for on a day."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.urls import reverse

from candidates.statistics import Reading
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed
from organizations.models import Unit, User
from organizations.periods import Period, inclusive, year_to_date
from reports import definitions, period_rules
from reports.asked import period_words
from reports.layout import Definition
from reports.models import PeriodRule, SavedReport
from reports.progress import told


@dataclass(frozen=True)
class Shown:
    """A saved report as the catalogue shows it: what it is, its period on the day one looks from, whose it is."""

    saved: SavedReport
    definition: Definition
    period: str
    own: bool


def visible(own: Reach, user: User) -> QuerySet[SavedReport]:
    """Return what a person saved, and what others share with a unit of a post of theirs; of units in reach alone."""
    theirs = Q(by=user) | Q(shared__in=own.roots(Deed.PRINT_REPORT))
    reached = Q(unit__in=own.units(Deed.PRINT_REPORT)) | Q(unit__in=own.organisations(Deed.PRINT_REPORT))
    return SavedReport.objects.filter(theirs & reached).select_related("by", "shared", "unit")


def shown(own: Reach, user: User, today: date) -> list[Shown]:
    """Return the saved reports of the catalogue, one's own first; a report or a unit that is there no more is left out."""
    named = visible(own, user).annotate(unit_name=tree.name_on(today), unit_kind=tree.kind_on(today))
    known = [(each, definitions.find(each.code)) for each in named]
    found = [
        Shown(each, definition, words(each, today), each.by_id == user.pk)
        for each, definition in known
        if definition and each.unit_kind in definition.kinds
    ]
    return sorted(found, key=lambda each: not each.own)


def words(saved: SavedReport, today: date) -> str:
    """Return the period of a saved report on a day in words; that of a term is found when it is opened."""
    if saved.rule == PeriodRule.TERM:
        return PeriodRule.TERM.label.lower()
    return period_words(_period(saved, today))


def address(saved: SavedReport, own: Reach, today: date) -> str:
    """Return the address of a saved report with its period of a day; without a term it is the year up to the day."""
    found = _period(saved, today, _term(saved, own, today)) or year_to_date(today)
    last = found.last_day
    asked = {"don_vi": saved.unit.code, "den_ngay": last.isoformat()}
    asked |= {"tu_ngay": found.start.isoformat()} if found != year_to_date(last) else {}
    asked |= {"tai_ngay": saved.as_at.isoformat()} if saved.as_at and saved.as_at != last else {}
    asked |= {"cach_tinh": saved.reading} if saved.reading != Reading.THEN else {}
    asked |= {"ten": "on"} if saved.named and own.grants(Deed.PRINT_NAMES) else {}
    return f"{reverse('reports:report', args=[saved.code])}?{urlencode(asked)}"


def has_period(saved: SavedReport, own: Reach, today: date) -> bool:
    """Say whether its rule gives a period on a day: a term may have ended, or be told in no document that one knows."""
    return _period(saved, today, _term(saved, own, today)) is not None


def shares(own: Reach, today: date) -> QuerySet[Unit]:
    """Return the units with whose people a person may share: those of the posts by which they print reports."""
    keys = [root.pk for root in own.roots(Deed.PRINT_REPORT)]
    return Unit.objects.filter(pk__in=keys).annotate(name=tree.name_on(today, "pk")).order_by("code")


def _term(saved: SavedReport, own: Reach, today: date) -> Period | None:
    return told.term(saved.unit, today, own) if saved.rule == PeriodRule.TERM else None


def _period(saved: SavedReport, today: date, term: Period | None = None) -> Period | None:
    if saved.rule == PeriodRule.FIXED:
        return inclusive(saved.first_day, saved.last_day)
    return period_rules.of(PeriodRule(saved.rule), today, term)
