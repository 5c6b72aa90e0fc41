"""To which organisations a person belongs: reads for the page of a dossier; writes that begin, end and take back one."""

from datetime import date, timedelta

from django.db.models import DateField, ExpressionWrapper, F, Q, QuerySet

from candidates import actions, nominees
from candidates.models import Dossier, Membership, Person
from organizations import tree
from organizations.access import Reach, check_may
from organizations.acting import acting, current
from organizations.enums import ORGANISATION_KINDS, Deed
from organizations.errors import Refused
from organizations.formats import date_vn, tidy
from organizations.models import Oversight, Unit, UnitVersion

DAY = timedelta(days=1)


def of(person: Person, on: date) -> QuerySet[Membership]:
    """Return the memberships of a person that had begun by a day, each with ``name`` (as on the day) and ``last_day``."""
    begun = Membership.objects.filter(person=person, valid_from__lte=on).select_related("organisation")
    last = ExpressionWrapper(F("valid_until") - DAY, output_field=DateField())
    return begun.annotate(name=tree.name_on(on, "organisation"), last_day=last)


def choices(own: Reach, cell: Unit, on: date) -> QuerySet[Unit]:
    """Return the organisations to choose from, with ``name``: those of the reach, and those followed by a unit above the cell."""
    following = Oversight.objects.on(on).filter(unit__in=tree.ancestors(cell, on)).values("organisation")
    followed = tree.descendants(following, on)
    there = UnitVersion.objects.on(on).filter(kind__in=ORGANISATION_KINDS).values("unit")
    either = Q(pk__in=own.organisations(Deed.SEE_ORGANISATIONS)) | Q(pk__in=followed)
    return Unit.objects.filter(either, pk__in=there).annotate(name=tree.name_on(on, "pk")).order_by("name", "code")


def begin(dossier: Dossier, said: dict, *, own: Reach, today: date, version: int) -> Membership:
    """Record inside ``acting`` that the person of a dossier belongs to an organisation.

    ``said`` has organisation, standing, since, and until: the last day, where the membership has ended.
    """
    current()
    check_may(own, Deed.EDIT_CANDIDATE, dossier.unit)
    since, stop = said["since"], said["until"] + DAY if said["until"] else None
    _check_days(since, said["until"], today)
    if tree.version(said["organisation"], since) is None:
        raise Refused(f"Hội, đoàn thể này không tồn tại vào ngày {date_vn(since)}.")
    known = dossier.person.memberships.filter(organisation=said["organisation"])
    if same := nominees.overlapping(known, since, stop).first():
        raise Refused(f"Đã ghi người này thuộc tổ chức đó {_period(same)}; hai khoảng thời gian không được trùng nhau.")
    actions.touch(dossier, version)
    values = {"standing": said["standing"], "valid_from": since, "valid_until": stop}
    return Membership.objects.create(person=dossier.person, organisation=said["organisation"], **values)


def end(dossier: Dossier, membership: Membership, last: date, *, own: Reach, today: date, version: int) -> None:
    """Record inside ``acting`` the last day on which a person belonged to an organisation."""
    current()
    check_may(own, Deed.EDIT_CANDIDATE, dossier.unit)
    if membership.valid_until:
        raise Refused(f"Đã ghi người này thuộc tổ chức {_period(membership)}; không kết thúc thêm lần nữa.")
    _check_days(membership.valid_from, last, today)
    actions.touch(dossier, version)
    Membership.objects.filter(pk=membership.pk).update(valid_until=last + DAY)


def take_back(dossier: Dossier, membership: Membership, reason: str, *, own: Reach, version: int) -> None:
    """Mark inside ``acting`` a membership recorded by mistake as void; it stays on record and counts no more."""
    act = current()
    check_may(own, Deed.EDIT_CANDIDATE, dossier.unit)
    if not reason.strip():
        raise Refused("Cần ghi lý do đính chính.")
    with acting(act.by, act.deed, tidy(reason)):
        actions.touch(dossier, version)
        if not Membership.objects.filter(pk=membership.pk).update(void=True):
            raise Refused("Dòng này đã được đính chính trước đó; hãy tải lại trang.")


def _check_days(since: date, last: date | None, today: date) -> None:
    for day in filter(None, (since, last)):
        if day > today:
            raise Refused(f"Ngày {date_vn(day)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if last and last < since:
        raise Refused(f"Đến hết ngày {date_vn(last)} trước ngày bắt đầu {date_vn(since)}.")


def _period(membership: Membership) -> str:
    last = f" đến hết ngày {date_vn(membership.valid_until - DAY)}" if membership.valid_until else " đến nay"
    return f"từ ngày {date_vn(membership.valid_from)}{last}"
