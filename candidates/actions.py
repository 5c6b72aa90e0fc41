"""Writes about people: adding somebody to the sources, correcting what is known of them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F
from django.db.models.functions import Now

from candidates import instead
from candidates.enums import Stage
from candidates.models import Dossier, Person, StageEntry
from organizations import locking
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import CELL_KINDS, Deed
from organizations.errors import Conflict, Refused
from organizations.formats import date_vn, name_key, tidy
from organizations.models import Unit, UnitVersion


class MaybeTheSame(Refused):
    """Somebody with the same name and year of birth is followed already; a person decides whether it is another one."""


PERSON_FIELDS = ("full_name", "sex", "birth_year", "birth_date", "ethnic_group", "religion")
DOSSIER_FIELDS = (
    "youth_union",
    "company_owner",
    "population_breach",
    "foreign_spouse",
    "readmission",
    "sector",
    "occupation",
    "schooling",
    "diploma",
    "qualification",
    "academic_title",
    "area",
    "militia",
)


def add_candidate(unit: Unit, facts: dict, *, on: date, own: Reach, today: date, basis: str = "") -> Dossier:
    """Open a dossier at nguồn in a cell, inside ``acting``; ``facts`` are values of PERSON_FIELDS and DOSSIER_FIELDS."""
    current()
    person = Person.objects.create(**person_values(facts))
    return open_dossier(person, unit, facts, on=on, own=own, today=today, basis=basis)


def open_dossier(
    person: Person, unit: Unit, facts: dict, *, on: date, own: Reach, today: date, basis: str = ""
) -> Dossier:
    """Open a dossier at nguồn for somebody who is known already, inside ``acting``; ``facts`` are values of DOSSIER_FIELDS."""
    by = current().by
    check_may(own, Deed.ADD_CANDIDATE, unit)
    instead.check_basis(own, unit, basis)
    check_cell(unit, on)
    if on > today:
        raise Refused(f"Ngày đưa vào nguồn {date_vn(on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    _check_none_open(person, own)
    locking.check_open(unit, on)
    dossier = Dossier.objects.create(person=person, unit=unit, **_only(facts, DOSSIER_FIELDS))
    first = {"position": 1, "stage": Stage.SOURCE, "on": on}
    StageEntry.objects.create(dossier=dossier, unit=unit, by=by, basis=basis, **first)
    return dossier


def edit_candidate(dossier: Dossier, facts: dict, *, own: Reach, version: int) -> None:
    """Write what is known of a person, inside ``acting``; Conflict when the dossier changed since it was read."""
    current()
    check_may(own, Deed.EDIT_CANDIDATE, dossier.unit)
    touch(dossier, version, **_only(facts, DOSSIER_FIELDS))
    Person.objects.filter(pk=dossier.person_id).update(**person_values(facts), version=F("version") + 1)


def check_version(dossier: Dossier, version: int) -> None:
    """Raise Conflict when the dossier is no longer the one that the person had before them."""
    if not Dossier.objects.filter(pk=dossier.pk, version=version).exists():
        raise faster(dossier)


def hold(keys: Iterable[int]) -> None:
    """Let what is done about several dossiers at once wait its turn: the people first, as whoever does one of them holds them."""
    dossiers = Dossier.objects.filter(pk__in=list(keys))
    people = Person.objects.select_for_update().filter(pk__in=dossiers.values("person"))
    list(people.order_by("pk").values_list("pk"))
    list(dossiers.select_for_update().order_by("pk").values_list("pk"))


def touch(dossier: Dossier, version: int, **values: object) -> None:
    """Write ``values`` and count the change, also one of what belongs to the dossier; Conflict when somebody was faster."""
    unchanged = Dossier.objects.filter(pk=dossier.pk, version=version)
    if not unchanged.update(**values, version=F("version") + 1, updated_at=Now()):
        raise faster(dossier)


def faster(dossier: Dossier) -> Conflict:
    """Return the refusal that names who changed the dossier last, as its audit trail has it, and where it stands now."""
    now = Dossier.objects.get(pk=dossier.pk)
    context = now.events.order_by("-pgh_id").values_list("pgh_context__metadata", flat=True).first() or {}
    return Conflict(
        f"Hồ sơ đã được {context.get('name', 'người khác')} thay đổi trong lúc đồng chí nhập: hiện ở bước "
        f"“{now.get_stage_display()}”. Hãy xem lại hồ sơ; nếu vẫn cần thì gửi lại.",
        now.version,
    )


def check_new(own: Reach, full_name: str, birth_year: int) -> None:
    """Raise MaybeTheSame when the reach holds an open dossier of somebody with this name and year of birth."""
    alike = Dossier.objects.in_units(own.units(Deed.SEE_DOSSIERS)).open()
    same = alike.filter(person__name_key=name_key(full_name), person__birth_year=birth_year).first()
    if same:
        raise MaybeTheSame(
            f"Đã có hồ sơ {same.code} của {tidy(full_name)}, sinh năm {birth_year}, ở bước “{same.get_stage_display()}”. "
            "Nếu đúng là một người thì mở hồ sơ đó; nếu là người khác thì đánh dấu “Đây là người khác” rồi gửi lại."
        )


def _check_none_open(person: Person, own: Reach) -> None:
    """Raise Refused while another dossier of the person is open: named within the reach, else only that there is one."""
    there = Dossier.objects.filter(person=person).open().first()
    if there is None:
        return
    if not own.covers(Deed.SEE_DOSSIERS, there.unit):
        raise Refused(
            "Người này đang có một hồ sơ chưa kết thúc ở tổ chức đảng ngoài phạm vi của đồng chí nên chưa lập hồ sơ mới được; "
            "hãy hỏi Ban Tổ chức của cấp ủy cấp trên."
        )
    entry = there.entries.get(until__isnull=True)
    raise Refused(
        f"Người này đang có hồ sơ {there.code} chưa kết thúc, ở bước “{there.get_stage_display()}” từ ngày "
        f"{date_vn(entry.on)}; hãy tiếp tục hồ sơ đó."
    )


def check_cell(unit: Unit, on: date) -> None:
    """Raise Refused when ``unit`` is no cell on a day."""
    version = UnitVersion.objects.on(on).filter(unit=unit).first()
    if version is None:
        raise Refused(f"Chi bộ này không tồn tại vào ngày {date_vn(on)}.")
    if version.kind not in CELL_KINDS:
        raise Refused(f"“{version.name}” không phải là chi bộ; người trong nguồn do chi bộ theo dõi.")


def person_values(facts: dict) -> dict:
    """Return the stored values of a person: the name tidied, with its sort key."""
    values = _only(facts, PERSON_FIELDS)
    name = tidy(values["full_name"])
    return values | {"full_name": name, "name_key": name_key(name)}


def _only(facts: dict, names: tuple[str, ...]) -> dict:
    return {name: facts[name] for name in names if name in facts}
