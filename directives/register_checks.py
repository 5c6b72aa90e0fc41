"""Checks of the register: relations that cannot be, the same document twice, receipts nobody could give, files and their rows."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator

from django.conf import settings
from django.db.models import F

from candidates import scan_files
from directives import identities, obligations
from directives.enums import CHANGING_KINDS
from directives.models import Addressee, Citation, Delivery, Directive, LetterFile, ReadLetter
from organizations.enums import Secrecy
from organizations.models import Unit


def relations() -> Iterator[str]:
    """A document stands in no relation to itself, and is replaced or amended by none that is older."""
    told = Citation.objects.select_related("directive__document", "document")
    for row in told.filter(document=F("directive__document")):
        yield f"{row.directive} ghi quan hệ “{row.get_kind_display()}” với chính nó."
    older = told.filter(kind__in=CHANGING_KINDS, directive__document__issued_on__lt=F("document__issued_on"))
    for row in older:
        yield f"{row.directive} ghi “{row.get_kind_display()}” {row.document.short}, là văn bản ban hành sau nó."


def twice() -> Iterator[str]:
    """No document is registered twice, however its number and its issuer are written."""
    found = defaultdict(list)
    for directive in Directive.objects.select_related("document").order_by("pk"):
        found[identities.of(directive.document).key].append(directive)
    for same in found.values():
        if len(same) > 1:
            yield f"{same[0].document.citation} vào sổ {len(same)} lần."


def deliveries() -> Iterator[str]:
    """A document is received not before it was issued, and by a unit to which it was sent on that day."""
    rows = Delivery.objects.select_related("directive__document", "unit")
    for row in rows.filter(on__lt=F("directive__document__issued_on")):
        yield f"{row.unit} ghi nhận {row.directive} ngày {row.on}, trước ngày ban hành."
    for day in Delivery.objects.order_by("directive_id", "on").distinct("directive_id", "on"):
        received = Unit.objects.filter(deliveries__in=rows.filter(directive=day.directive_id, on=day.on))
        for unit in received.exclude(pk__in=_addressed(day)):
            yield f"{unit} ghi nhận {day.directive} ngày {day.on}, là văn bản không gửi đến đơn vị."


def files() -> Iterator[str]:
    """Each file lies there as it was stored, each that lies there has its row; what is secret has none."""
    rows = LetterFile.objects.select_related("directive__document")
    for row in rows:
        content = scan_files.read(row.stored_as, settings.LETTERS_ROOT)
        if content is None:
            yield f"Tệp “{row}” của {row.directive} không có trên máy chủ."
        elif hashlib.sha256(content).hexdigest() != row.sha256:
            yield f"Tệp “{row}” của {row.directive} đã bị thay đổi."
    drafts = ReadLetter.objects.exclude(stored_as="").values_list("stored_as", flat=True)
    known = set(rows.values_list("stored_as", flat=True)) | set(drafts)
    for name in scan_files.names(settings.LETTERS_ROOT):
        if name not in known:
            yield f"Tệp {name} trong thư mục văn bản không thuộc văn bản nào."
    for row in rows.exclude(directive__document__secrecy=Secrecy.NORMAL):
        yield f"{row.directive} có độ mật nhưng có tệp “{row}”."


def _addressed(day: Delivery) -> set[int]:
    named = Addressee.objects.filter(directive=day.directive_id, unit__isnull=False)
    return {key for each in named for key in obligations.meant_units(each, day.on).values_list("pk", flat=True)}


CHECKS = (relations, twice, deliveries, files)
