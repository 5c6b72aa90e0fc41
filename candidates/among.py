"""Which people a count is narrowed to: ties to organisations, groups, a class. Each is one condition on stage entries.

A flow asks how it was on the day of each entry, a stock on the day counted.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import Combinable

from candidates import traits
from candidates.enums import (
    SENSITIVE_DIMENSIONS,
    SENSITIVE_GROUPS,
    Area,
    ClassKind,
    ClassTie,
    ExitReason,
    Group,
    HoldKind,
    Occupation,
    PaperKind,
    Sex,
    Stage,
    Standing,
    Tie,
)
from candidates.models import Enrolment, GivenTask, Helper, Hold, Membership, Nomination, Paper, StageEntry
from candidates.traits import Trait
from organizations.enums import Sector, UnitKind
from organizations.models import Unit, UnitVersion
from organizations.models.dated import valid_on
from organizations.periods import Period

NEAR_EXPIRY = timedelta(days=180)
MAJORITY = ("", "Kinh", "kinh")
NO_RELIGION = ("", "Không", "không")
YOUNGEST, OLDEST = 18, 30
_VERSION = "organisation__versions__"


# That the political criterion was in the way is sensitive: it is read among those who no longer meet the criteria.
EXIT_READ_AS: dict[str, tuple[str, ...]] = {
    reason.value: (reason.value,) for reason in ExitReason if reason != ExitReason.POLITICAL
} | {ExitReason.STANDARD.value: (ExitReason.STANDARD.value, ExitReason.POLITICAL.value)}


@dataclass(frozen=True)
class Returned:
    """Who was returned to be mended within a period; ``code`` and ``field`` narrow to what for."""

    period: Period
    code: str = ""
    field: str = ""


@dataclass(frozen=True)
class Began:
    """Who entered a stage within a period: the cohort of a year, looked at later."""

    stage: Stage
    period: Period


@dataclass(frozen=True)
class Among:
    """What narrows a count.

    ``organisations`` with the ``tie`` to any of them, or to ``at_least`` that many; all of ``groups``; the class with the key
    ``training`` and how people are tied to it; those who were issued the certificate of a class within ``graduated``; all of
    ``traits``; those who were ``returned``; those who ``began`` then;
    those taken off the list for ``exit_reason``. Without anything it narrows nothing.
    """

    organisations: tuple[Unit, ...] = ()
    tie: Tie = Tie.MEMBER
    at_least: int = 1
    groups: tuple[Group, ...] = ()
    training: int | None = None
    class_tie: ClassTie = ClassTie.CERTIFIED
    graduated: Period | None = None
    traits: tuple[Trait, ...] = ()
    returned: Returned | None = None
    began: Began | None = None
    exit_reason: str = ""

    @property
    def is_sensitive(self) -> bool:
        """Say whether a list of these people would tell who belongs to an ethnic minority or follows a religion."""
        by_trait = any(trait.dimension in SENSITIVE_DIMENSIONS for trait in self.traits)
        return by_trait or bool(SENSITIVE_GROUPS.intersection(self.groups))

    @property
    def narrows(self) -> bool:
        """Say whether anybody is left out."""
        return bool(
            self.organisations
            or self.groups
            or self.training
            or self.graduated
            or self.traits
            or self.returned
            or self.began
            or self.exit_reason
        )


EVERYBODY = Among()


def condition(among: Among, on: date, *, is_flow: bool) -> Q:
    """Return the condition on stage entries; ``on`` is the day one looks from, and the day of a stock."""
    day = F("on") if is_flow else Value(on)
    found = Q()
    if among.organisations:
        found &= Q(_tied(among, _outer(day)))
    for group in among.groups:
        found &= _GROUPS[group](day)
    for trait in among.traits:
        found &= traits.condition(trait, day)
    return found & _with_a_past(among) & _in_classes(among, on)


def _with_a_past(among: Among) -> Q:
    """How the dossier went: why it was left, when it began, what it was returned for."""
    found = Q()
    if among.exit_reason:
        found &= Q(exit_reason__in=EXIT_READ_AS[among.exit_reason])
    if among.began:
        found &= Q(Exists(_began(among.began)))
    if among.returned:
        found &= Q(Exists(_returned(among.returned)))
    return found


def _in_classes(among: Among, on: date) -> Q:
    found = Q()
    if among.training:
        found &= Q(Exists(_in_class(among, on)))
    if among.graduated:
        found &= Q(Exists(_graduated(among.graduated, on)))
    return found


def _outer(day: Combinable) -> Combinable:
    """The same day, seen from inside a subquery."""
    return OuterRef(day.name) if isinstance(day, F) else day


def _tied(among: Among, day: Combinable) -> Exists:
    if among.tie == Tie.NOMINATED:
        made = Nomination.objects.filter(dossier=OuterRef("dossier"), nominated_on__lte=day)
        return _several(made.filter(organisation__in=among.organisations), "dossier", among)
    belongs = Membership.objects.filter(valid_on(day), person=OuterRef("dossier__person"))
    if among.tie == Tie.STAFF:
        belongs = belongs.filter(standing=Standing.STAFF)
    return _several(belongs.filter(organisation__in=among.organisations), "person", among)


def _several(ties: QuerySet, whose: str, among: Among) -> Exists:
    if among.at_least == 1:
        return Exists(ties)
    counted = ties.order_by().values(whose).annotate(organisations=Count("organisation", distinct=True))
    return Exists(counted.filter(organisations__gte=among.at_least))


def _in_class(among: Among, on: date) -> QuerySet[Enrolment]:
    held = Enrolment.objects.filter(training_class=among.training, dossier=OuterRef("dossier"))
    if among.class_tie == ClassTie.ENROLLED:
        return held.on(on).exclude(training_class__cancelled_on__lte=on)
    certified = held.filter(certificate__issued_on__lte=on, certificate__void=False)
    if among.class_tie == ClassTie.NEAR_EXPIRY:
        return certified.filter(certificate__expires_on__gt=on, certificate__expires_on__lte=on + NEAR_EXPIRY)
    return certified


def _graduated(within: Period, on: date) -> QuerySet[Paper]:
    """The certificates of classes of awareness that were issued within a period, known on the day one looks from."""
    held = Paper.objects.filter(dossier=OuterRef("dossier"), kind=PaperKind.CERTIFICATE, issued_on__lte=on)
    return held.filter(issued_on__gte=within.start, issued_on__lt=within.stop)


def _began(asked: Began) -> QuerySet[StageEntry]:
    return StageEntry.objects.filter(dossier=OuterRef("dossier"), stage=asked.stage).entered(asked.period)


def _returned(asked: Returned) -> QuerySet[Hold]:
    found = Hold.objects.filter(dossier=OuterRef("dossier"), kind=HoldKind.RETURNED)
    found = found.filter(begun_on__gte=asked.period.start, begun_on__lt=asked.period.stop)
    if asked.code:
        found = found.filter(code=asked.code)
    return found.filter(comments__field=asked.field, comments__void=False) if asked.field else found


def _helped(day: Combinable) -> Q:
    return Q(Exists(Helper.objects.filter(valid_on(_outer(day)), dossier=OuterRef("dossier"))))


def _tasked(day: Combinable) -> Q:
    return Q(Exists(GivenTask.objects.filter(dossier=OuterRef("dossier"), given_on__lte=_outer(day))))


def _sent(day: Combinable) -> Q:
    kind, begun = ClassKind.AWARENESS, _outer(day)
    sent = Enrolment.objects.on(begun).filter(dossier=OuterRef("dossier"))
    return Q(Exists(sent.filter(training_class__kind=kind, training_class__starts_on__lte=begun)))


def _certified(day: Combinable) -> Q:
    held = Paper.objects.filter(dossier=OuterRef("dossier"), kind=PaperKind.CERTIFICATE, issued_on__lte=_outer(day))
    return Q(Exists(held.filter(Q(expires_on__isnull=True) | Q(expires_on__gt=_outer(day)))))


def _in_residential_cell(day: Combinable) -> Q:
    """By the cell as it was on the day: a cell of a village or a street quarter."""
    of_quarter = UnitVersion.objects.filter(valid_on(_outer(day)), sector=Sector.RESIDENTIAL)
    return Q(dossier__sector=Sector.RESIDENTIAL) | Q(Exists(of_quarter.filter(unit=OuterRef("unit"))))


def _in_association(day: Combinable) -> Q:
    """By a membership that holds on the day in an organisation that is an association on it."""
    as_association = valid_on(_outer(day), _VERSION) & Q(**{f"{_VERSION}kind": UnitKind.ASSOCIATION})
    belongs = Membership.objects.filter(valid_on(_outer(day)), person=OuterRef("dossier__person"))
    return Q(Exists(belongs.filter(as_association)))


def _nominated(day: Combinable) -> Q:
    return Q(Exists(Nomination.objects.filter(dossier=OuterRef("dossier"), nominated_on__lte=_outer(day))))


_GROUPS: dict[Group, Callable[[Combinable], Q]] = {
    Group.WOMEN: lambda day: Q(dossier__person__sex=Sex.FEMALE),
    Group.MINORITY: lambda day: ~Q(dossier__person__ethnic_group__in=MAJORITY),
    Group.RELIGIOUS: lambda day: ~Q(dossier__person__religion__in=NO_RELIGION),
    Group.YOUNG: lambda day: traits.between(YOUNGEST, OLDEST, day),
    Group.YOUTH_UNION: lambda day: Q(dossier__youth_union=True),
    Group.NON_STATE: lambda day: Q(dossier__sector=Sector.NON_STATE_ENTERPRISE),
    Group.HELPED: _helped,
    Group.TASKED: _tasked,
    Group.SENT: _sent,
    Group.CERTIFIED: _certified,
    Group.STUDENTS: lambda day: Q(dossier__occupation__in=(Occupation.STUDENT, Occupation.PUPIL)),
    Group.WORKERS: lambda day: Q(dossier__occupation=Occupation.WORKER),
    Group.RURAL: lambda day: Q(dossier__area=Area.RURAL),
    Group.RESIDENTIAL: _in_residential_cell,
    Group.FORCES: lambda day: Q(dossier__occupation=Occupation.FORCES) | Q(dossier__militia=True),
    Group.ASSOCIATION: _in_association,
    Group.NOMINATED: _nominated,
    Group.COMPANY_OWNER: lambda day: Q(dossier__company_owner=True),
    Group.POPULATION_BREACH: lambda day: Q(dossier__population_breach=True),
    Group.FOREIGN_SPOUSE: lambda day: Q(dossier__foreign_spouse=True),
    Group.READMITTED: lambda day: Q(dossier__readmission=True),
}
