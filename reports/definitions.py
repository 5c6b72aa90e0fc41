"""The catalogue of reports: one format in which each is described."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db.models import QuerySet

from organizations import tree
from organizations.access import Reach
from organizations.enums import PARTY_KINDS, Deed, UnitKind
from organizations.models import Unit, UnitVersion
from reports.associations import report as associations
from reports.document import Report
from reports.evidence import report as evidence
from reports.organisation import report as organisation
from reports.progress import report as progress

SOCIO_POLITICAL = frozenset({UnitKind.SOCIO_POLITICAL})


class Build(Protocol):
    """What builds a report: raises Refused with a sentence where it cannot be built."""

    def __call__(self, unit: Unit, on: date, *, with_names: bool, own: Reach | None) -> Report:
        """Return the report of ``unit`` as at the end of ``on``; ``own`` limits the names, None is the installation itself."""


@dataclass(frozen=True)
class Definition:
    """A report of the catalogue: its code in addresses and commands, its name, what it answers, of which kinds of unit it is."""

    code: str
    name: str
    answers: str
    build: Build
    kinds: frozenset[UnitKind] = PARTY_KINDS

    def units(self, own: Reach, on: date) -> QuerySet[Unit]:
        """Return the units of whom a person may print this report, named as on a day, by code."""
        reached = own.units if self.kinds <= PARTY_KINDS else own.organisations
        kept = UnitVersion.objects.on(on).filter(kind__in=self.kinds).values("unit")
        found = reached(Deed.PRINT_REPORT).filter(pk__in=kept)
        return found.annotate(name=tree.name_on(on, "pk")).order_by("code")


CATALOGUE: dict[str, Definition] = {
    definition.code: definition
    for definition in (
        Definition(
            "tien-do",
            "Báo cáo tiến độ kết nạp đảng viên",
            "Kết quả so với chỉ tiêu và cùng kỳ, nguồn, lớp, đoàn thể, đơn vị chưa kết nạp (259-CV/ĐUK).",
            progress.build,
        ),
        Definition(
            associations.CODE,
            "Báo cáo năm về phát triển đảng viên trong các hội quần chúng",
            "Tổ chức hội, nguồn, giới thiệu, kết nạp, hội chưa giới thiệu (2246-CV/TU, điểm 4).",
            associations.build,
        ),
        Definition(
            organisation.CODE,
            "Báo cáo năm của tổ chức chính trị – xã hội",
            "Chỉ tiêu năm và nhiệm kỳ, kết nạp so với đoàn viên, hội viên, doanh nghiệp ngoài khu vực Nhà nước, tập huấn.",
            organisation.build,
            SOCIO_POLITICAL,
        ),
        Definition(
            evidence.CODE,
            "Phiếu minh chứng thực hiện chỉ tiêu trong năm",
            "Một đơn vị, một năm: chỉ tiêu, kết quả, nguồn, chỗ vướng, lớp, nhiệm vụ, văn bản đã phổ biến; không xếp hạng.",
            evidence.build,
        ),
    )
}


def find(code: str) -> Definition | None:
    """Return a report of the catalogue by its code; None where there is none."""
    return CATALOGUE.get(code)


def printable(own: Reach, on: date) -> list[Definition]:
    """Return the reports of which a person may print at least one."""
    return [definition for definition in CATALOGUE.values() if definition.units(own, on).exists()]
