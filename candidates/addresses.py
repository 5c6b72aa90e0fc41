"""From the address of a list back to what it lists: the inverse of ``lists.query`` and ``nominated.query``.

For whoever must name the people behind a number without opening the page: the address of a stored report, a check. Units are
handed in by their codes, read once for many addresses. A parameter that is not known raises UnknownList.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qsl

from django.db.models import QuerySet

from candidates import holds, lacking, lists, queries, statistics, traits
from candidates.among import Among, Began, Returned
from candidates.enums import OPEN, ClassTie, Group, ReturnCode, Stage, Tie
from candidates.lacking import Lack
from candidates.models import Dossier, StageEntry
from candidates.nominated import NOBODY, Nominated, Outcome
from candidates.statistics import Cell, DueState, Reading
from organizations.access import Reach
from organizations.models import Unit
from organizations.periods import Period, inclusive

UNIT_NAMES = ("don_vi", "to_chuc")
_ONCE = ("tai_ngay", "tu", "den", "cach_tinh", "han", "quan_he", "it_nhat", "lop", "o_lop", "gcn_tu", "gcn_den")
_MANY = (*UNIT_NAMES, "buoc", "vao_buoc", "tu_buoc", "nhom", "dac_diem")
_NARROWED = ("ly_do_ra", "tra_tu", "tra_den", "tra_vi", "tra_muc", "khoa_buoc", "khoa_tu", "khoa_den")
_BESIDE = ("tinh_trang", "ly_do_tra")


class UnknownList(ValueError):
    """An address whose list cannot be told from its words."""


class Asked:
    """The parameters of an address; what is not among ``known`` names no list that this module can tell."""

    def __init__(self, query: str, known: tuple[str, ...]) -> None:
        self.pairs = parse_qsl(query)
        if unknown := sorted({name for name, _ in self.pairs} - set(known)):
            raise UnknownList(", ".join(unknown))

    def every(self, name: str) -> list[str]:
        """All values of a parameter."""
        return [value for key, value in self.pairs if key == name]

    def one(self, name: str) -> str:
        """The value of a parameter; empty where the address has none."""
        return next(iter(self.every(name)), "")

    def day(self, name: str) -> date | None:
        """A day of the address."""
        return date.fromisoformat(self.one(name)) if self.one(name) else None

    def period(self, first: str, last: str) -> Period | None:
        """A period of the address, both days named; from the beginning of time where the first one is."""
        start, stop = self.day(first), self.day(last)
        return inclusive(start, stop) if start and stop else None


def codes(query: str) -> set[str]:
    """Return the codes of the units and organisations that an address names."""
    return {value for name, value in parse_qsl(query) if name in UNIT_NAMES and value != NOBODY}


@dataclass(frozen=True)
class DossierList:
    """People of a cell, narrowed by how they stand beside their stage, or by what their dossiers lack."""

    cell: Cell
    standing: str = ""
    return_code: str = ""
    lack: Lack | None = None

    @property
    def narrows(self) -> bool:
        """Say whether the list shows fewer than its cell counts."""
        return bool(self.standing or self.lack)

    @property
    def is_sensitive(self) -> bool:
        """Say whether the list tells who belongs to a sensitive group, or about whom a conclusion is awaited."""
        return self.cell.among.is_sensitive or self.standing == holds.CONCLUSION

    def people(self, own: Reach) -> QuerySet[Dossier]:
        """The dossiers of the list; those of a narrowed one within ``own``, as its page shows them."""
        if self.lack:
            rows = lacking.only(lacking.listed(self.cell, own), self.lack)
            return Dossier.objects.filter(pk__in=rows.values("dossier"))
        found = statistics.people(self.cell)
        if not self.standing:
            return found
        entries = StageEntry.objects.standing(self.cell.on).filter(dossier__in=found)
        entries = holds.standing_so(entries, self.standing, self.cell.on)
        if self.return_code:
            entries = holds.returned_for(entries, self.return_code, self.cell.on)
        return queries.within(Dossier.objects.filter(pk__in=entries.values("dossier")), own)

    @property
    def words(self) -> str:
        """What is listed."""
        narrowed = [dict(holds.STANDINGS).get(self.standing, "")]
        narrowed += [ReturnCode(self.return_code).label.lower()] if self.return_code else []
        narrowed += [f"còn thiếu: {self.lack.label}"] if self.lack else []
        return "; ".join([lists.in_words(self.cell), *filter(None, narrowed)])


def dossiers(query: str, units: Mapping[str, Unit]) -> DossierList:
    """Return what an address of the list of dossiers lists."""
    asked = Asked(query, (*_ONCE, *_MANY, *_NARROWED, *_BESIDE))
    entered = asked.every("vao_buoc")
    found = Cell(
        units=_units(asked, "don_vi", units),
        stages=tuple(Stage(each) for each in entered or asked.every("buoc")) or OPEN,
        on=asked.day("tai_ngay"),
        period=asked.period("tu", "den") if entered else None,
        reading=Reading(asked.one("cach_tinh") or Reading.THEN),
        from_stages=tuple(Stage(each) for each in asked.every("tu_buoc")),
        due=DueState(asked.one("han")) if asked.one("han") else None,
        among=_among(asked, units),
    )
    if found.on is None:
        raise UnknownList("tai_ngay")
    return DossierList(found, asked.one("tinh_trang"), asked.one("ly_do_tra"))


def lacking_dossiers(query: str, units: Mapping[str, Unit], on: date) -> DossierList:
    """Return what an address of the list of dossiers that lack something lists, on its day or ``on``."""
    asked = Asked(query, ("don_vi", "thieu", "tai_ngay"))
    cell = Cell(_units(asked, "don_vi", units), lacking.STAGES, asked.day("tai_ngay") or on)
    return DossierList(cell, lack=Lack(asked.one("thieu")))


def nominations(query: str, units: Mapping[str, Unit]) -> Nominated:
    """Return what an address of the list of nominations lists."""
    asked = Asked(query, ("to_chuc", "ket_qua", "ly_do", "tu", "den", "tai_ngay"))
    on = asked.day("tai_ngay")
    if on is None:
        raise UnknownList("tai_ngay")
    outcome = Outcome(asked.one("ket_qua")) if asked.one("ket_qua") else None
    return Nominated(_units(asked, "to_chuc", units), on, asked.period("tu", "den"), outcome, reason=asked.one("ly_do"))


def _among(asked: Asked, units: Mapping[str, Unit]) -> Among:
    found = Among(
        organisations=_units(asked, "to_chuc", units),
        tie=Tie(asked.one("quan_he") or Tie.MEMBER),
        at_least=int(asked.one("it_nhat") or 1),
        groups=tuple(Group(each) for each in asked.every("nhom")),
        graduated=asked.period("gcn_tu", "gcn_den"),
        traits=tuple(traits.parse(each) for each in asked.every("dac_diem")),
        exit_reason=asked.one("ly_do_ra"),
        returned=_returned(asked),
        began=_began(asked),
    )
    if not asked.one("lop"):
        return found
    return replace(found, training=int(asked.one("lop")), class_tie=ClassTie(asked.one("o_lop") or ClassTie.CERTIFIED))


def _returned(asked: Asked) -> Returned | None:
    period = asked.period("tra_tu", "tra_den")
    return Returned(period, asked.one("tra_vi"), asked.one("tra_muc")) if period else None


def _began(asked: Asked) -> Began | None:
    period = asked.period("khoa_tu", "khoa_den")
    return Began(Stage(asked.one("khoa_buoc") or Stage.SOURCE), period) if period else None


def _units(asked: Asked, name: str, units: Mapping[str, Unit]) -> tuple[Unit, ...]:
    return tuple(units[code] for code in asked.every(name) if code != NOBODY)
