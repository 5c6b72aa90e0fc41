"""Where the dossiers of a unit are stuck, in words, each number with the address of its list; beside it what units reported."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from candidates import holds, lists
from candidates import stuck as counted
from candidates.enums import HoldKind, ReturnCode
from candidates.lacking import Lack
from candidates.statistics import DueState
from candidates.stuck import Stuck
from organizations import declared, tree
from organizations.access import Reach
from organizations.enums import STUCK_FIGURES, Deed
from organizations.models import Unit

_HELD, _LATE, _LACKS, _TOLD = "Hồ sơ dừng bên bước", "Hạn của bước", "Giấy tờ, điều kiện còn thiếu", "Đơn vị tự báo"
_STANDINGS = dict(holds.STANDINGS)
_LACK_WORDS = {Lack.CERTIFICATE: "Giấy chứng nhận lớp nhận thức: chưa có hoặc đã hết giá trị"}
_LATE_WORDS = {DueState.OVERDUE: "Quá hạn", DueState.CHECK: "Cần kiểm tra hạn"}


@dataclass(frozen=True)
class Reason:
    """One reason: its group, its words, how many; the list behind the number, empty where there is none to open."""

    group: str
    words: str
    people: int
    href: str = ""


def reasons(unit: Unit, own: Reach, on: date) -> list[Reason]:
    """Return why dossiers of ``unit`` stand still as at a day, then what units themselves reported; both are never summed."""
    found = counted.of_unit(unit, own, on)
    return [*_held(found, own), *_late(found), *_lacks(found, unit), *_told(unit, on)]


def _held(found: Stuck, own: Reach) -> Iterator[Reason]:
    """Side tracks; that a conclusion is awaited is a number alone but for those who may see what it is about."""
    address = _list(found)
    for (standing, code), people in sorted(found.held.items()):
        hides = standing == holds.CONCLUSION and not own.covers(Deed.SEE_SENSITIVE, found.cell.units[0])
        words = f"Trả về: {ReturnCode(code).label.lower()}" if code else _STANDINGS[standing]
        asked = {"tinh_trang": standing} | ({"ly_do_tra": code} if standing == HoldKind.RETURNED else {})
        yield Reason(_HELD, words, people, "" if hides else f"{address}&{urlencode(asked)}")


def _late(found: Stuck) -> Iterator[Reason]:
    for (state, stage), people in found.late.items():
        cell = replace(found.cell, stages=(stage,), due=state)
        yield Reason(_LATE, f"{_LATE_WORDS[state]}: {stage.label}", people, f"{_page()}?{lists.query(cell)}")


def _lacks(found: Stuck, unit: Unit) -> Iterator[Reason]:
    for lack, people in found.lacks.items():
        asked = urlencode({"don_vi": unit.code, "thieu": lack.value, "tai_ngay": found.cell.on.isoformat()})
        yield Reason(_LACKS, _LACK_WORDS.get(lack, lack.label), people, f"{reverse('candidates:lacking')}?{asked}")


def _told(unit: Unit, on: date) -> Iterator[Reason]:
    """What the newest reviews of the unit or of the grassroots organisations under it tell, of the half-year before on."""
    bodies = [body.unit_id for body in tree.grassroots(unit, on)] or [unit.pk]
    said = declared.reviews_by_unit(bodies, declared.half_year_before(on), on)
    for kind in STUCK_FIGURES:
        values = [each.values[kind] for each in said.values() if kind in each.values]
        if values:
            yield Reason(_TOLD, f"{kind.label} ({len(values)} đơn vị báo)", sum(values))


def _list(found: Stuck) -> str:
    return f"{_page()}?{lists.query(found.cell)}"


def _page() -> str:
    return reverse("candidates:list")
