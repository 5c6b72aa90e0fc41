"""Checks of stored targets, shares, clauses and replies; each yields what is wrong, one sentence a finding."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, F, OuterRef, Q

from candidates import scan_files
from directives import attaching, obligations, register_checks, share_checks
from directives.enums import ORGANISATION_MEASURES, Repeats, RulingKind
from directives.models import (
    Allocation,
    Citation,
    Escalation,
    Fulfilment,
    Obligation,
    OwnReading,
    Reminded,
    ReplyFile,
    Ruling,
    Target,
)
from organizations.enums import ORGANISATION_KINDS
from organizations.errors import Refused
from organizations.models import Unit, UnitAncestry, UnitVersion

_OF_CLAUSES = (Target, Obligation, OwnReading, Citation)


def shares() -> Iterator[str]:
    """A share is given to a unit that lies under the target's unit in that year."""
    for year in Allocation.objects.values_list("year", flat=True).distinct():
        first, last = date(year, 1, 1), date(year, 12, 31)
        in_year = Q(valid_from__lte=last) & (Q(valid_until__isnull=True) | Q(valid_until__gt=first))
        under = UnitAncestry.objects.filter(in_year, ancestor=OuterRef("target__unit"), unit=OuterRef("unit"))
        for share in Allocation.objects.filter(year=year).exclude(Exists(under)).select_related("unit", "target__unit"):
            yield f"Chỉ tiêu năm {year} giao cho {share.unit}, là đơn vị không thuộc {share.target.unit} trong năm đó."


def clauses() -> Iterator[str]:
    """What a directive asks for, reads or cites hangs on a clause of its own document."""
    for model in _OF_CLAUSES:
        strange = model.objects.filter(clause__isnull=False).exclude(clause__document=F("directive__document"))
        for row in strange.select_related("directive__document", "clause__document"):
            yield f"{model._meta.verbose_name.capitalize()} của {row.directive} dẫn một điểm của {row.clause.document.short}."


def measures() -> Iterator[str]:
    """A measure of organisations is asked of an organisation, every other one of a party unit."""
    outside = UnitVersion.objects.filter(unit=OuterRef("unit"), kind__in=ORGANISATION_KINDS)
    of_organisations = Target.objects.filter(measure__in=ORGANISATION_MEASURES).exclude(Exists(outside))
    of_units = Target.objects.exclude(measure__in=ORGANISATION_MEASURES).filter(Exists(outside))
    for target in of_organisations.union(of_units):
        yield f"Chỉ tiêu “{target.get_measure_display()}” đặt cho {target.unit}, là đơn vị không đếm được chỉ số này."


def receipts() -> Iterator[str]:
    """A duty is done not before it began, and for a year if and only if it repeats."""
    told = Fulfilment.objects.select_related("obligation__directive__document", "unit")
    once = Q(obligation__yearly=False, obligation__repeats=Repeats.ONCE)
    for said in told.filter(Q(once, year__gte=0) | Q(~once, year=None)):
        yield f"{said.unit}: kết quả của nhiệm vụ trong {said.obligation.directive} ghi năm không đúng với kỳ của nhiệm vụ."
    for said in told.filter(on__lt=F("obligation__from_on")):
        yield f"{said.unit} báo thực hiện {said.obligation.directive} ngày {said.on}, trước khi nhiệm vụ bắt đầu."


def bound() -> Iterator[str]:
    """A duty is done by a unit that it bound on that day."""
    days = Fulfilment.objects.order_by("obligation_id", "on").distinct("obligation_id", "on")
    for day in days.select_related("obligation__directive__document"):
        units = obligations.bound_units(day.obligation, day.on)
        said = Fulfilment.objects.filter(obligation=day.obligation, on=day.on)
        for unit in Unit.objects.filter(fulfilments__in=said).exclude(pk__in=units):
            yield f"{unit} báo thực hiện {day.obligation.directive} ngày {day.on}, khi nhiệm vụ không giao cho đơn vị."


def repeated() -> Iterator[str]:
    """A reply, a ruling or a letter names the part of the year that its duty has, and no other."""
    for model in (Fulfilment, Ruling, Reminded, Escalation):
        for row in model.objects.select_related("obligation__directive__document", "unit"):
            parts = 12 // row.obligation.months if row.obligation.months else 1
            if (row.part is None) != (parts == 1) or (row.part or 1) not in range(1, parts + 1):
                name = model._meta.verbose_name
                yield f"{row.unit}: {name} của {row.obligation.directive} ghi kỳ không đúng với nhiệm vụ."


def rulings() -> Iterator[str]:
    """A word of the superior speaks of a reply of the same unit and round; a reply is returned if and only if one says so."""
    spoken = Ruling.objects.filter(fulfilment__isnull=False).select_related("obligation__directive__document", "unit")
    same = {name: F(f"fulfilment__{name}") for name in ("obligation", "unit")}
    for row in spoken.exclude(**same):
        yield f"{row.unit}: ý kiến của cấp trên về {row.obligation.directive} nói về trả lời của nơi khác."
    returned = Ruling.objects.filter(fulfilment=OuterRef("pk"), kind=RulingKind.RETURNED)
    told = Fulfilment.ever.filter(void=False).select_related("obligation__directive__document", "unit")
    for said in told.filter(Q(Exists(returned), returned_on=None) | Q(~Exists(returned), returned_on__isnull=False)):
        yield f"{said.unit}: trả lời {said.obligation.directive} ghi trả lại không khớp với ý kiến của cấp trên."


def reply_files() -> Iterator[str]:
    """The file of each reply lies there as it was stored."""
    for file in ReplyFile.objects.select_related("fulfilment__unit").iterator():
        try:
            attaching.content(file)
        except Refused:
            yield f"{file.fulfilment.unit}: tệp số {file.pk} của trả lời không còn, hoặc đã bị thay đổi trên máy chủ."


def reply_files_known() -> Iterator[str]:
    """Each file there belongs to a reply."""
    known = set(ReplyFile.objects.values_list("stored_as", flat=True))
    for name in scan_files.names(attaching.root()):
        if name not in known:
            yield f"Tệp {name} trong thư mục trả lời không thuộc trả lời nào đang dùng."


OF_REPLIES = (repeated, rulings, reply_files, reply_files_known)
CHECKS = (shares, clauses, measures, receipts, bound, *register_checks.CHECKS, *share_checks.CHECKS, *OF_REPLIES)
