"""Whom organisations nominate: to which cells they may, who was named before, and when two turn out to be one person."""

from collections.abc import Iterable
from datetime import date

from django.contrib.postgres.fields import RangeBoundary
from django.db.models import Exists, OuterRef, QuerySet

from candidates.models import Membership, Nomination, Person
from organizations import tree
from organizations.enums import CELL_KINDS
from organizations.errors import Refused
from organizations.formats import date_vn, name_key
from organizations.models import Oversight, Unit, UnitAncestry, UnitVersion
from organizations.models.dated import DateRange, period_of


def cells(organisations: Iterable[Unit], on: date) -> QuerySet[UnitVersion]:
    """Return the cells to which organisations may nominate: all under the top party unit above whoever follows them.

    Each with ``above``, the name of the unit directly over it.
    """
    found = UnitVersion.objects.on(on).filter(kind__in=CELL_KINDS)
    within = tree.descendants(_tops(_followers(organisations, on), on), on)
    return (
        found.filter(unit__in=within)
        .annotate(above=tree.name_on(on, "parent"))
        .select_related("unit")
        .order_by("unit__code")
    )


def alike(organisation: Unit, full_name: str, birth_year: int) -> Nomination | None:
    """Return the last nomination by an organisation of somebody with this name and year of birth; None where there is none."""
    made = Nomination.objects.filter(organisation=organisation).select_related("person", "dossier")
    same = made.filter(person__name_key=name_key(full_name), person__birth_year=birth_year)
    return same.order_by("-nominated_on", "-pk").first()


def hold(person: int) -> None:
    """Hold a person inside ``acting``: who does something with the same person at the same moment waits, and sees it done."""
    Person.objects.select_for_update(no_key=True).get(pk=person)


def join(person: Person, organisation: Unit, since: date, today: date) -> None:
    """Record inside ``acting`` that a person has belonged to an organisation from a day on; what is known already stays."""
    if since > today:
        raise Refused(f"Ngày vào hội, đoàn thể {date_vn(since)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if tree.version(organisation, since) is None:
        raise Refused(f"Hội, đoàn thể này không tồn tại vào ngày {date_vn(since)}.")
    hold(person.pk)
    known = person.memberships.filter(organisation=organisation)
    if not overlapping(known, since).exists():
        Membership.objects.create(person=person, organisation=organisation, valid_from=since)


def overlapping(found: QuerySet[Membership], start: object, stop: object = None) -> QuerySet[Membership]:
    """Narrow memberships to those that hold on some day of a half-open period; without ``stop`` it goes on."""
    return found.annotate(held=period_of()).filter(held__overlap=DateRange(start, stop, RangeBoundary()))


def merge(row: Nomination, person: int) -> None:
    """Let what belongs to the nominated person belong to ``person``, who turned out to be the same; the nomination itself apart.

    A membership that the other person has already stays where it is: nothing is deleted.
    """
    if person == row.person_id:
        return
    _check_not_named_twice(row, person)
    _hand_over(row.person_id, person, Membership.objects.all(), Nomination.objects.exclude(pk=row.pk))


def part(row: Nomination) -> int:
    """Undo ``merge`` for a nomination whose answer is taken back; return the person whom the organisation had named."""
    named = row.events.filter(answered_on__isnull=True).order_by("-pgh_id").values_list("person", flat=True).first()
    if named and named != row.person_id:
        theirs = {"events__person": named}
        memberships = Membership.objects.filter(pk__in=Membership.objects.filter(**theirs).values("pk"))
        others = Nomination.objects.filter(pk__in=Nomination.objects.filter(**theirs).values("pk")).exclude(pk=row.pk)
        _hand_over(row.person_id, named, memberships, others)
    return named or row.person_id


def _followers(organisations: Iterable[Unit], on: date) -> list[int]:
    """The party units that follow organisations or one above them; few, so they are read at once and keep later queries flat."""
    above = UnitAncestry.objects.on(on).filter(unit__in=organisations).values_list("ancestor", flat=True)
    return list(Oversight.objects.on(on).filter(organisation__in=list(above)).values_list("unit", flat=True).distinct())


def _tops(units: list[int], on: date) -> list[int]:
    above = UnitAncestry.objects.on(on).filter(unit__in=units).values_list("ancestor", flat=True)
    roots = UnitVersion.objects.on(on).filter(parent__isnull=True, unit__in=list(above.distinct()))
    return list(roots.values_list("unit", flat=True))


def _hand_over(giver: int, taker: int, memberships: QuerySet[Membership], nominations: QuerySet[Nomination]) -> None:
    has = Membership.objects.filter(person=taker, organisation=OuterRef("organisation"))
    clash = overlapping(has, OuterRef("valid_from"), OuterRef("valid_until"))
    memberships.filter(person=giver).exclude(Exists(clash)).update(person=taker)
    named = {name: OuterRef(name) for name in ("organisation", "cell", "nominated_on")}
    twice = Nomination.objects.filter(person=taker, **named)
    nominations.filter(person=giver, dossier__isnull=True).exclude(Exists(twice)).update(person=taker)


def _check_not_named_twice(row: Nomination, person: int) -> None:
    same = {name: getattr(row, name) for name in ("organisation_id", "cell_id", "nominated_on")}
    if Nomination.objects.filter(person=person, **same).exclude(pk=row.pk).exists():
        raise Refused(
            "Tổ chức đã giới thiệu chính người này cho chi bộ trong cùng ngày; hãy trả lại lần giới thiệu trùng, lý do khác."
        )
