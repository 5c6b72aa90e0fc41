"""Writes about organisations outside the Party: a new one, another name or place, who follows it, its end."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from organizations import succession, tree
from organizations.access import Reach, check_may, check_may_for
from organizations.acting import current
from organizations.enums import ORGANISATION_KINDS, PARTY_KINDS, AssociationKind, Deed, Level, UnitKind
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import Oversight, StandingOffice, Unit, UnitAncestry, UnitVersion

FOLLOWER_KINDS = PARTY_KINDS - {UnitKind.CELL}
# There is no district any more from this day on.
NO_DISTRICTS = date(2025, 7, 1)
KEPT = ("name", "kind", "level", "parent", "association_kind")
CARRIED = ("committee", "sign", "place", "sector")


@dataclass(frozen=True)
class Described:
    """What an organisation is from a day on; ``parent`` is the organisation above it, if any.

    ``association_kind`` is empty where nobody knows it, and of whatever is no association.
    """

    since: date
    name: str
    kind: UnitKind
    level: Level
    parent: Unit | None
    association_kind: AssociationKind | str = ""


def add(code: str, said: Described, follower: Unit | None, *, own: Reach, today: date) -> Unit:
    """Record a new organisation and who follows it, inside ``acting``; without ``follower`` whoever follows its parent does."""
    current()
    _check_described(None, said, own, today)
    if follower is None and said.parent is None:
        raise Refused("Hãy chọn cấp ủy theo dõi, hoặc tổ chức cấp trên đã có cấp ủy theo dõi.")
    if follower:
        _check_follower(follower, said.since, own)
    unit, made = Unit.objects.get_or_create(code=code)
    if not made:
        raise Refused(f"Mã “{code}” đã được một tổ chức khác dùng; hãy chọn mã khác.")
    UnitVersion.objects.create(unit=unit, valid_from=said.since, **_values(said))
    if follower:
        Oversight.objects.create(organisation=unit, unit=follower, valid_from=said.since)
    _grow()
    return unit


def change(organisation: Unit, said: Described, *, own: Reach, today: date, seen: int) -> None:
    """Give an organisation another name, kind, level or parent from a day on, inside ``acting``; what was so before stays."""
    current()
    check_may_for(own, Deed.KEEP_ORGANISATIONS, organisation)
    succession.lock(organisation)
    check_exists(organisation, said.since, today)
    _check_described(organisation, said, own, today)
    succession.succeed(UnitVersion.objects.filter(unit=organisation), said.since, _full(organisation, said), seen=seen)
    _grow()


def follow(organisation: Unit, follower: Unit, since: date, *, own: Reach, today: date, seen: int) -> None:
    """Let another party unit follow an organisation from a day on, inside ``acting``."""
    current()
    check_may_for(own, Deed.KEEP_ORGANISATIONS, organisation)
    succession.lock(organisation)
    check_exists(organisation, since, today)
    _check_follower(follower, since, own)
    values = {"organisation": organisation, "unit": follower}
    succession.succeed(Oversight.objects.filter(organisation=organisation), since, values, seen=seen)


def end(organisation: Unit, on: date, *, own: Reach, today: date, seen: int) -> None:
    """End an organisation, inside ``acting``: it, who follows it and its office were there until the day before ``on``."""
    current()
    check_may_for(own, Deed.KEEP_ORGANISATIONS, organisation)
    succession.lock(organisation)
    check_exists(organisation, on, today)
    succession.check_seen(succession.newest(organisation.versions.all()), seen)
    _check_alone(organisation, on)
    succession.end(organisation.versions.all(), on)
    succession.end(Oversight.objects.filter(organisation=organisation), on)
    succession.end(StandingOffice.objects.filter(organisation=organisation), on)
    _grow()


def check_exists(organisation: Unit, on: date, today: date) -> None:
    """Raise Refused when a day has not come, or the organisation did not exist on it."""
    if on > today:
        raise Refused(f"Ngày {date_vn(on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if tree.version(organisation, on) is None:
        raise Refused(f"Tổ chức này không tồn tại vào ngày {date_vn(on)}.")


def _check_described(organisation: Unit | None, said: Described, own: Reach, today: date) -> None:
    if said.since > today:
        raise Refused(f"Ngày {date_vn(said.since)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if said.kind not in ORGANISATION_KINDS:
        raise Refused("Chỉ ghi ở đây hội quần chúng và tổ chức chính trị – xã hội.")
    if said.association_kind and said.kind != UnitKind.ASSOCIATION:
        raise Refused("Loại hội chỉ ghi cho hội quần chúng; hãy bỏ trống ô “Loại hội”.")
    if said.level == Level.DISTRICT and said.since >= NO_DISTRICTS:
        raise Refused(f"Từ ngày {date_vn(NO_DISTRICTS)} không còn cấp huyện; hãy chọn cấp khác.")
    if said.parent:
        _check_parent(organisation, said.parent, said.since, own)


def _check_parent(organisation: Unit | None, parent: Unit, since: date, own: Reach) -> None:
    check_may_for(own, Deed.KEEP_ORGANISATIONS, parent)
    above = tree.version(parent, since)
    if above is None or above.kind not in ORGANISATION_KINDS:
        raise Refused(
            f"Tổ chức cấp trên không tồn tại vào ngày {date_vn(since)}; hãy chọn ngày khác hoặc tổ chức khác."
        )
    below = UnitAncestry.objects.filter(ancestor=organisation, unit=parent).exclude(valid_until__lte=since)
    if organisation and below.exists():
        raise Refused(f"“{above.name}” là chính tổ chức này hoặc trực thuộc nó; hãy chọn tổ chức cấp trên khác.")


def _check_follower(follower: Unit, since: date, own: Reach) -> None:
    check_may(own, Deed.KEEP_ORGANISATIONS, follower)
    version = tree.version(follower, since)
    if version is None:
        raise Refused(f"Tổ chức đảng được chọn không tồn tại vào ngày {date_vn(since)}.")
    if version.kind not in FOLLOWER_KINDS:
        raise Refused(f"“{version.name}” không phải cấp ủy theo dõi hội, đoàn thể; hãy chọn cấp ủy từ cơ sở trở lên.")


def _check_alone(organisation: Unit, on: date) -> None:
    """Nothing may stay under an organisation that has ended."""
    under = UnitVersion.objects.filter(parent=organisation).exclude(valid_until__lte=on).order_by("unit__code")
    if names := list(under.values_list("name", flat=True)[:5]):
        raise Refused(f"Còn tổ chức trực thuộc ({', '.join(names)}); hãy kết thúc hoặc chuyển các tổ chức đó trước.")


def _values(said: Described) -> dict:
    return {name: getattr(said, name) for name in KEPT}


def _full(organisation: Unit, said: Described) -> dict:
    """What the newest version says besides, and what is said now."""
    last = succession.newest(organisation.versions.all())
    return {"unit": organisation, **{name: getattr(last, name) for name in CARRIED}} | _values(said)


def _grow() -> None:
    """Derive the closure table anew, one at a time: two at once would write it twice."""
    with connection.cursor() as cursor:
        cursor.execute(f'LOCK TABLE "{UnitAncestry._meta.db_table}" IN SHARE ROW EXCLUSIVE MODE')
    tree.rebuild()
