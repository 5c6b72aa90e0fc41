"""All checks of stored data: those of the apps below, and the one that only counting can make."""

import hashlib
from collections.abc import Iterator
from datetime import date

from candidates import checks as candidates_checks
from candidates import statistics
from candidates.enums import Stage
from candidates.models import StageEntry
from candidates.statistics import Cell
from directives import checks as directives_checks
from organizations import checks as organizations_checks
from organizations.enums import GRASSROOTS_KINDS
from organizations.formats import date_vn
from organizations.models import Unit, UnitVersion
from organizations.periods import year
from reports import frozen
from reports.models import FrozenReport, IssuedReport


def counts() -> Iterator[str]:
    """The parts add up: each year the whole admitted as many as its grassroots organisations did."""
    tops = tuple(Unit.objects.filter(versions__parent__isnull=True).distinct())
    bodies = set(UnitVersion.objects.filter(kind__in=GRASSROOTS_KINDS).values_list("unit", flat=True))
    for first in StageEntry.objects.filter(stage=Stage.ADMITTED).dates("on", "year"):
        admitted = Cell(tops, (Stage.ADMITTED,), date(first.year, 12, 31), year(first.year))
        whole, parts = statistics.count(admitted), sum(statistics.by_unit(admitted, bodies).values())
        if whole != parts:
            yield f"Năm {first.year} kết nạp {whole} người, cộng các tổ chức cơ sở đảng được {parts}."


def issued_files() -> Iterator[str]:
    """What was frozen and issued is what its hashes say."""
    for each in IssuedReport.objects.select_related("frozen").iterator(chunk_size=20):
        if hashlib.sha256(bytes(each.pdf)).hexdigest() != each.sha256:
            yield f"Bản in lưu của {each.citation} không khớp dấu kiểm tệp."
    for each in FrozenReport.objects.prefetch_related("lists").iterator(chunk_size=20):
        lists = ((kept.address, kept.members) for kept in each.lists.all())
        if frozen.sealed(each.content, lists) != each.seal:
            yield f"Nội dung chốt của {each}, trình ký ngày {date_vn(each.frozen_on)}, không khớp dấu kiểm số liệu."


CHECKS = (
    *organizations_checks.CHECKS,
    *candidates_checks.CHECKS,
    *directives_checks.CHECKS,
    counts,
    issued_files,
)


def findings() -> Iterator[str]:
    """Run every check; yields each finding."""
    for check in CHECKS:
        yield from check()
