"""The annexe of names: only when chosen, and only people whose dossiers the reader reaches today."""

from candidates import queries, statistics
from candidates.enums import PaperKind, Stage
from candidates.models import Dossier
from candidates.statistics import Cell
from organizations import tree
from organizations.access import Reach
from organizations.formats import date_vn, number_vn
from reports.document import Annexe, Name

HEADS = ("Số quyết định", "Ngày quyết định", "Ngày lễ kết nạp")


def of_cell(cell: Cell, own: Reach | None) -> Annexe:
    """Return the people whom a flow of admissions counts, by name."""
    counted = statistics.people(cell)
    shown = queries.within(counted, own) if own else counted
    named = shown.select_related("person").by_name().annotate(unit_name=tree.name_on(cell.on))
    names = tuple(_name(order, dossier) for order, dossier in enumerate(named.prefetch_related("papers", "entries"), 1))
    first, last = date_vn(cell.period.start), date_vn(cell.period.last_day)
    title = f"DANH SÁCH ĐẢNG VIÊN MỚI KẾT NẠP TỪ {first} ĐẾN {last}"
    return Annexe(title, HEADS, names, _beyond(statistics.count(cell) - len(names)))


def _name(order: int, dossier: Dossier) -> Name:
    person = dossier.person
    decision = next((paper for paper in dossier.papers.all() if paper.kind == PaperKind.ADMISSION), None)
    held = next((entry.on for entry in dossier.entries.all() if entry.stage == Stage.ADMITTED), None)
    birth = date_vn(person.birth_date) if person.birth_date else str(person.birth_year)
    facts = (decision.number if decision else "", date_vn(decision.issued_on if decision else None), date_vn(held))
    return Name(order, person.full_name, birth, dossier.unit_name or "", facts)


def _beyond(people: int) -> str:
    return f"{number_vn(people)} người nay thuộc tổ chức đảng ngoài phạm vi, không nêu tên." if people else ""
