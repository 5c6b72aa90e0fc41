"""The annexe of names: only when chosen, and only people whose dossiers the reader reaches today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from candidates import holds, lateness, queries, statistics
from candidates.enums import PaperKind, Stage
from candidates.models import Dossier, StageEntry
from candidates.statistics import Cell
from organizations import tree
from organizations.access import Reach
from organizations.formats import date_vn, number_vn
from reports.document import Annexe, Name


@dataclass(frozen=True)
class Standing:
    """A dossier as an annexe sees it: the dossier and the stage in force on the day."""

    dossier: Dossier
    entry: StageEntry | None
    on: date


@dataclass(frozen=True)
class Fact:
    """A column of an annexe: its head, and what it says of each person."""

    head: str
    of: Callable[[Standing], str]


def entered(stage: Stage) -> Callable[[Standing], str]:
    """Say on which day somebody entered a stage, as known on the day of the report."""

    def day(found: Standing) -> str:
        days = (each.on for each in found.dossier.entries.all() if each.stage == stage and each.on <= found.on)
        return date_vn(next(days, None))

    return day


def _decision(found: Standing):
    papers = (each for each in found.dossier.papers.all() if each.kind == PaperKind.ADMISSION)
    return next(papers, None)


def _number(found: Standing) -> str:
    decision = _decision(found)
    return decision.number if decision else ""


def _issued(found: Standing) -> str:
    decision = _decision(found)
    return date_vn(decision.issued_on if decision else None)


def _stage(found: Standing) -> str:
    return found.entry.get_stage_display() if found.entry else ""


def _term(found: Standing) -> str:
    return date_vn(found.entry.term if found.entry else None)


def _late(found: Standing) -> str:
    return lateness.of_entry(found.entry, found.on).words if found.entry else ""


def _held(found: Standing) -> str:
    return found.entry.standing_words if found.entry else ""


HELD = Fact("Ngày lễ kết nạp", entered(Stage.ADMITTED))
ADMISSION = (Fact("Số quyết định", _number), Fact("Ngày quyết định", _issued), HELD)
TERM = (Fact("Đang ở bước", _stage), Fact("Hạn", _term), Fact("Tình trạng hạn", _late), Fact("Đang dừng vì", _held))


def of_cell(cell: Cell, own: Reach | None, title: str, facts: tuple[Fact, ...] = ADMISSION) -> Annexe:
    """Return the people whom a cell counts, by name; ``own`` limits them, None stands for the installation itself."""
    counted = statistics.people(cell)
    shown = queries.within(counted, own) if own else counted
    named = shown.select_related("person").by_name().annotate(unit_name=tree.name_on(cell.on))
    found = list(named.prefetch_related("papers", "entries"))
    standing = _standing(found, cell.on) if facts != ADMISSION else {}
    names = tuple(
        _name(order, Standing(each, standing.get(each.pk), cell.on), facts) for order, each in enumerate(found, 1)
    )
    beyond = _beyond(statistics.count(cell) - len(names))
    return Annexe(title.upper(), tuple(fact.head for fact in facts), names, beyond)


def _standing(found: list[Dossier], on: date) -> dict[int, StageEntry]:
    """The stages in force on the day, by dossier, with how each stands beside it and what its term runs by."""
    entries = holds.annotated(StageEntry.objects.standing(on), on).filter(dossier__in=found)
    read = list(entries.select_related(*lateness.RULES))
    lateness.read(read)
    return {entry.dossier_id: entry for entry in read}


def _name(order: int, found: Standing, facts: tuple[Fact, ...]) -> Name:
    person = found.dossier.person
    birth = date_vn(person.birth_date) if person.birth_date else str(person.birth_year)
    said = tuple(fact.of(found) for fact in facts)
    return Name(order, person.full_name, birth, found.dossier.unit_name or "", said)


def _beyond(people: int) -> str:
    return f"{number_vn(people)} người nay thuộc tổ chức đảng ngoài phạm vi, không nêu tên." if people else ""
