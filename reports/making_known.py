"""The part on leading and making known: which documents were to be made known, and how many units said that they did."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from directives import obligations, register
from directives.enums import Bound, ObligationKind
from directives.models import Obligation
from directives.obligations import Round
from organizations import tree
from organizations.models import Unit
from reports import duty_lists, phrases
from reports.asked import Asked
from reports.document import Figure, Paragraph
from reports.unit_lists import UnitList

NOTHING = "Chưa có văn bản nào được giao phổ biến, quán triệt trong hệ thống."


@dataclass(frozen=True)
class Known:
    """What was to be made known by ``units``, in the words of documents set to ``over`` or to a unit above it."""

    asked: Asked
    over: Unit
    units: QuerySet[Unit]

    @property
    def rounds(self) -> list[Round]:
        """The first round of every duty to make a document known, of documents that one may know of."""
        above = obligations.set_to(tree.ancestors(self.over, self.asked.on))
        found = Obligation.objects.filter(above, kind=ObligationKind.MAKE_KNOWN, from_on__lte=self.asked.on)
        begun = register.of_known(found, self.asked.own).select_related("subject", "directive", "unit")
        duties = begun.prefetch_related("bindings").order_by("from_on", "pk")
        return [each for duty in duties for each in obligations.rounds(duty, self.asked.on)[:1]]


def of_party(asked: Asked, organisations: tuple[Unit, ...]) -> Known:
    """Return what the units under a party unit, and organisations that they follow, were to make known."""
    here = tree.descendants([asked.unit], asked.on).values("pk")
    units = Unit.objects.filter(Q(pk__in=here) | Q(pk__in=[each.pk for each in organisations]))
    return Known(asked, asked.unit, units)


def sentences(known: Known) -> tuple[Paragraph, ...]:
    """One sentence for each document: of each kind of units how many made it known; one that says so where none was asked."""
    asked = known.rounds
    counted = zip(asked, obligations.tally(asked, known.asked.on, known.units), strict=True)
    by_document: dict[str, list[tuple[Obligation, dict[str, Figure]]]] = {}
    for each, tally in counted:
        if tally.total:
            figures = duty_lists.figures(each, tally, known.units, known.asked)
            by_document.setdefault(_key(each.obligation), []).append((each.obligation, figures))
    return tuple(map(_sentence, by_document.values())) or (Paragraph(NOTHING),)


def lists(known: Known) -> Iterator[UnitList]:
    """Yield the lists of units behind those sentences."""
    for each in known.rounds:
        yield from duty_lists.of(each, known.units)


def _key(duty: Obligation) -> str:
    """What keeps documents apart: those that print alike are one, but for those with a degree of secrecy."""
    return str(duty.subject_id) if duty.subject.is_secret else duty.subject.citation


def _sentence(its: list[tuple[Obligation, dict[str, Figure]]]) -> Paragraph:
    words, figures = [], {}
    for place, (duty, counted) in enumerate(its, start=1):
        words.append(f"{{done{place}}} trên {{bound{place}}} {_whom(duty)}")
        figures |= {f"done{place}": counted["done"], f"bound{place}": counted["bound"]}
    subject = its[0][0].subject
    what = "một văn bản có độ mật" if subject.is_secret else subject.citation
    return Paragraph(f"Phổ biến, quán triệt {what}: {', '.join(words)} đã báo thực hiện.", figures)


def _whom(duty: Obligation) -> str:
    return "đơn vị" if duty.bound == Bound.ITSELF else phrases.inside(duty.get_bound_display()).removeprefix("các ")
