"""Writes about people: adding somebody to the sources, correcting what is known of them."""

from datetime import date

from django.db.models import F
from django.db.models.functions import Now

from candidates.enums import Stage
from candidates.models import Dossier, Person, StageEntry
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import CELL_KINDS, Deed
from organizations.errors import Conflict, Refused
from organizations.formats import date_vn, name_key, tidy
from organizations.models import Unit, UnitVersion

PERSON_FIELDS = ("full_name", "sex", "birth_year", "birth_date", "ethnic_group", "religion")
DOSSIER_FIELDS = (
    "youth_union",
    "company_owner",
    "population_breach",
    "foreign_spouse",
    "readmission",
    "occupation",
    "schooling",
    "qualification",
    "academic_title",
)


def add_candidate(unit: Unit, facts: dict, *, on: date, own: Reach, today: date) -> Dossier:
    """Open a dossier at nguồn in a cell, inside ``acting``; ``facts`` are values of PERSON_FIELDS and DOSSIER_FIELDS."""
    check_may(own, Deed.ADD_CANDIDATE, unit)
    _check_cell(unit, on)
    if on > today:
        raise Refused(f"Ngày đưa vào nguồn {date_vn(on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    person = Person.objects.create(**person_values(facts))
    dossier = Dossier.objects.create(person=person, unit=unit, **_only(facts, DOSSIER_FIELDS))
    StageEntry.objects.create(dossier=dossier, position=1, stage=Stage.SOURCE, on=on, unit=unit, by=current().by)
    return dossier


def edit_candidate(dossier: Dossier, facts: dict, *, own: Reach, version: int) -> None:
    """Write what is known of a person, inside ``acting``; Conflict when the dossier changed since it was read."""
    check_may(own, Deed.EDIT_CANDIDATE, dossier.unit)
    unchanged = Dossier.objects.filter(pk=dossier.pk, version=version)
    marks = {"version": F("version") + 1, "updated_at": Now()}
    if not unchanged.update(**_only(facts, DOSSIER_FIELDS), **marks):
        raise Conflict(
            "Hồ sơ đã được người khác sửa trong lúc đồng chí nhập. Hãy xem lại hồ sơ rồi sửa tiếp nếu vẫn cần."
        )
    Person.objects.filter(pk=dossier.person_id).update(**person_values(facts), version=F("version") + 1)


def person_values(facts: dict) -> dict:
    """Return the stored values of a person: the name tidied, with its sort key."""
    values = _only(facts, PERSON_FIELDS)
    name = tidy(values["full_name"])
    return values | {"full_name": name, "name_key": name_key(name)}


def _check_cell(unit: Unit, on: date) -> None:
    version = UnitVersion.objects.on(on).filter(unit=unit).first()
    if version is None:
        raise Refused(f"Chi bộ này không tồn tại vào ngày {date_vn(on)}.")
    if version.kind not in CELL_KINDS:
        raise Refused(f"“{version.name}” không phải là chi bộ; người trong nguồn do chi bộ theo dõi.")


def _only(facts: dict, names: tuple[str, ...]) -> dict:
    return {name: facts[name] for name in names if name in facts}
