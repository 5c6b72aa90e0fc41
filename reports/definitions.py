"""The catalogue of reports: one format in which each is described."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from organizations.access import Reach
from organizations.models import Unit
from reports import progress_report
from reports.document import Report


class Build(Protocol):
    """What builds a report: raises Refused with a sentence where it cannot be built."""

    def __call__(self, unit: Unit, on: date, *, with_names: bool, own: Reach | None) -> Report:
        """Return the report of ``unit`` as at the end of ``on``; ``own`` limits the names, None is the installation itself."""


@dataclass(frozen=True)
class Definition:
    """A report of the catalogue: its code in addresses and commands, its name, what it answers."""

    code: str
    name: str
    answers: str
    build: Build


CATALOGUE: dict[str, Definition] = {
    definition.code: definition
    for definition in (
        Definition(
            "tien-do",
            "Báo cáo tiến độ kết nạp đảng viên",
            "Kết quả so với chỉ tiêu và cùng kỳ, từng tổ chức cơ sở đảng, đơn vị chưa kết nạp (259-CV/ĐUK).",
            progress_report.build,
        ),
    )
}


def find(code: str) -> Definition | None:
    """Return a report of the catalogue by its code; None where there is none."""
    return CATALOGUE.get(code)
