"""Checks of versions of shares and of parts and periods of targets; each yields what is wrong, one sentence a finding."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef

from directives import target_periods
from directives.models import Allocation, Distribution, Target
from organizations.models import UnitVersion
from organizations.models.dated import valid_on


def versions() -> Iterator[str]:
    """The shares of a version are of its target and turn, and begin with it."""
    rows = Allocation.objects.exclude(distribution=None).select_related("unit", "distribution__target__unit")
    same = {name: F(f"distribution__{name}") for name in ("target", "year", "document", "valid_from")}
    for share in rows.exclude(**same).order_by("pk"):
        yield f"Chỉ tiêu giao cho {share.unit} không khớp với lần giao thứ {share.distribution.number} của chỉ tiêu đó."


def overlapping_versions() -> Iterator[str]:
    """Of two versions the one with the higher number counts from the later day."""
    key = {name: OuterRef(name) for name in ("target", "unit", "year")}
    later = Distribution.objects.filter(**key, number__gt=OuterRef("number"), valid_from__lte=OuterRef("valid_from"))
    for found in Distribution.objects.filter(Exists(later)).select_related("unit", "target").order_by("pk"):
        yield f"{found.unit}: lần giao thứ {found.number} năm {found.year} có hiệu lực sau lần giao tiếp theo."


def shared_after_the_end() -> Iterator[str]:
    """A share is given to a unit that still existed on the day from which it counts."""
    standing = UnitVersion.objects.filter(valid_on(OuterRef("valid_from")), unit=OuterRef("unit"))
    dated = Allocation.objects.exclude(valid_from=None).exclude(Exists(standing))
    for share in dated.select_related("unit").order_by("pk"):
        yield f"Chỉ tiêu năm {share.year} giao cho {share.unit} từ ngày {share.valid_from}, khi đơn vị không còn."


def parts() -> Iterator[str]:
    """A "trong đó" stands under a target of the same document and unit."""
    strange = Target.objects.exclude(part_of=None).exclude(part_of__directive=F("directive"), part_of__unit=F("unit"))
    for part in strange.select_related("directive__document", "unit"):
        yield f"Chỉ tiêu “trong đó” của {part.directive} giao cho {part.unit} đứng dưới một chỉ tiêu không cùng văn bản, đơn vị."


def target_periods_of_documents() -> Iterator[str]:
    """No target was over before its document was issued."""
    for target in Target.objects.select_related("directive__document", "unit"):
        day, last = target.directive.document.issued_on, target_periods.first_and_last(target)[1]
        if day and last and last < day:
            yield f"Chỉ tiêu của {target.directive} cho {target.unit} kết thúc ngày {last}, trước ngày văn bản {day}."


CHECKS = (versions, overlapping_versions, shared_after_the_end, parts, target_periods_of_documents)
