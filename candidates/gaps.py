"""What the local criteria still want of dossiers, as conditions on stage entries: rated years, a commendation.

Entries are annotated with ``anchor``, the day by which they are judged. A year is named by how far it lies back: 1 is the
last full year before the anchor. The conditions say what ``rules.ratings`` says, for many dossiers at once.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import ExtractYear

from candidates.enums import SUBMITTED, Rater, Stage, Way
from candidates.models import Commendation, LocalCriterion, Membership, Rating, StageEntry
from organizations.enums import UnitKind
from organizations.models import UnitAncestry, UnitVersion
from organizations.models.dated import valid_on

NOTHING = Q(pk__in=[])
_ANCHOR, _PERSON = OuterRef("anchor"), OuterRef("dossier__person")


def anchor(on: date) -> Case:
    """The day by which an entry is judged: that of the proposal once there was one, else the day one looks from."""
    proposed = StageEntry.objects.filter(
        dossier=OuterRef("dossier"), stage=Stage.PROPOSED, on__lte=on, way=Way.STEP
    ).order_by("-position")
    return Case(
        When(stage__in=SUBMITTED, then=Subquery(proposed.values("on")[:1])),
        default=Value(on),
    )


def unrated(criteria: Iterable[LocalCriterion]) -> Iterator[tuple[Rater, int, Q]]:
    """Yield rater, year back, and the condition "this year lacks the grade of this rater", for every year asked."""
    for back in range(1, max((each.years for each in criteria), default=0) + 1):
        asking = [each for each in criteria if each.years >= back]
        yield Rater.AGENCY, back, any_of(map(_bound, asking)) & ~Q(Exists(_graded(Rater.AGENCY, back)))
        by_body = any_of(_bound(each) & _rated_by_a_body(each, back) for each in asking)
        yield Rater.ORGANISATION, back, by_body & ~Q(Exists(_graded(Rater.ORGANISATION, back)))


def uncommended(criteria: Iterable[LocalCriterion]) -> Q:
    """The condition "bound, and not commended in any of the years"."""
    return any_of(_bound(each) & ~Q(Exists(_within(Commendation.objects, each))) for each in criteria)


def any_of(conditions: Iterable[Q]) -> Q:
    """At least one of ``conditions``; of none, nobody."""
    return reduce(or_, conditions, NOTHING)


def _bound(found: LocalCriterion) -> Q:
    """The criterion was in force on the anchor day over the unit, and names the occupation, or none at all."""
    below = UnitAncestry.objects.filter(valid_on(_ANCHOR), ancestor=found.unit_id, unit=OuterRef("dossier__unit"))
    in_force = Q(anchor__gte=found.valid_from)
    if found.valid_until:
        in_force &= Q(anchor__lt=found.valid_until)
    named = Q(dossier__occupation__in=found.occupations) if found.occupations else Q()
    return in_force & named & Q(Exists(below))


def _rated_by_a_body(found: LocalCriterion, back: int) -> Q:
    """A member of a socio-political organisation at the end of the year; where no membership is known, anybody it rated."""
    bodies = UnitVersion.objects.filter(kind=UnitKind.SOCIO_POLITICAL).values("unit")
    belongs = Membership.objects.filter(person=_PERSON, organisation__in=bodies, valid_from__lte=_ANCHOR)
    year = _year(back)
    lasting = Q(valid_until__isnull=True) | Q(valid_until__year__gt=year)
    rated = _within(Rating.objects.filter(rater=Rater.ORGANISATION), found)
    return Q(Exists(belongs.filter(lasting, valid_from__year__lte=year))) | (~Q(Exists(belongs)) & Q(Exists(rated)))


def _graded(rater: Rater, back: int) -> QuerySet[Rating]:
    return _known(Rating.objects.filter(rater=rater, year=_year(back)))


def _within(rows: QuerySet, found: LocalCriterion) -> QuerySet:
    return _known(rows.filter(year__gte=_year(found.years), year__lt=_year(0)))


def _known(rows: QuerySet) -> QuerySet:
    return rows.filter(Q(issued_on__isnull=True) | Q(issued_on__lte=_ANCHOR), person=_PERSON)


def _year(back: int) -> ExtractYear:
    return ExtractYear(_ANCHOR) - back
