"""The part on leading and making known: which documents were to be made known, and how many units said that they did."""

from django.db.models import Q
from django.urls import reverse

from directives import obligations, register
from directives.enums import ObligationKind
from directives.models import Obligation
from directives.obligations import Tally
from organizations import tree
from organizations.access import Reach
from organizations.formats import number_vn
from organizations.models import Unit
from reports.associations.year import Year
from reports.document import Figure, Paragraph


def sentences(year: Year, own: Reach | None) -> tuple[Paragraph, ...]:
    """One sentence for each document to be made known, with the list of who did it; one that says so where there is none."""
    asked = [each for duty in _duties(year, own) for each in obligations.rounds(duty, year.on)[:1]]
    if not asked:
        return (Paragraph("Chưa có văn bản nào được giao phổ biến, quán triệt trong hệ thống."),)
    here = tree.descendants([year.version.unit], year.on).values("pk")
    units = Unit.objects.filter(Q(pk__in=here) | Q(pk__in=[each.pk for each in year.lines.whole.organisations]))
    counted = zip(asked, obligations.tally(asked, year.on, units), strict=True)
    return tuple(_sentence(each.obligation, tally, year) for each, tally in counted if tally.total)


def _duties(year: Year, own: Reach | None) -> list[Obligation]:
    """The duties to make a document known that bind units of the report by its day, of documents that one may know of."""
    above = obligations.set_to(tree.ancestors(year.version.unit, year.on))
    found = Obligation.objects.filter(above, kind=ObligationKind.MAKE_KNOWN, from_on__lte=year.on)
    begun = register.of_known(found, own)
    return list(
        begun.select_related("subject", "directive", "unit").prefetch_related("bindings").order_by("from_on", "pk")
    )


def _sentence(duty: Obligation, tally: Tally, year: Year) -> Paragraph:
    """The list of the duty holds all whom it binds: it stands behind the number only where the report is of the same unit."""
    address = (
        reverse("directives:obligation", args=[duty.directive_id, duty.pk]) if duty.unit == year.version.unit else ""
    )
    who = duty.get_bound_display().lower()
    bound = f"{number_vn(tally.total)} đơn vị ({who})"
    what = "một văn bản có độ mật" if duty.subject.is_secret else duty.subject.citation
    words = f"Phổ biến, quán triệt {what}: {{done}} trên {bound} đã báo thực hiện."
    return Paragraph(words, {"done": Figure(tally.done, href=address)})
