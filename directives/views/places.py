"""Loading what an address names through the reach: a duty of a document, a unit that it binds, the round asked for."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from directives import fulfilling, keepers, obligations, register
from directives.forms import RoundForm
from directives.models import Fulfilment, Obligation
from directives.rounds import Round
from organizations import clock, tree
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.gate import NothingHere
from organizations.models import Unit


@dataclass(frozen=True)
class Place:
    """A unit before a round of a duty, and the reply of it that stands."""

    asked: Round
    unit: Unit
    said: Fulfilment | None

    @property
    def args(self) -> list:
        """The arguments of every page about it."""
        return [self.asked.obligation.directive_id, self.asked.obligation.pk, self.unit.code]

    @property
    def address(self) -> str:
        """The page of the unit's own receipt, with the round of a repeating duty."""
        return reverse("directives:receipt", args=self.args) + self.asked.query

    @property
    def reply(self) -> str:
        """The page on which the reply is read and judged."""
        return reverse("directives:reply", args=self.args) + self.asked.query


def duty(request: HttpRequest, pk: int, number: int) -> Obligation:
    """Return a duty of a document that the person may know of, with everything its pages name; 404 where there is none."""
    known = Obligation.objects.filter(directive__in=register.seen(request.reach))
    return get_object_or_404(keepers.loaded(known), pk=number, directive=pk)


def place(request: HttpRequest, pk: int, number: int, code: str, deed: Deed) -> Place:
    """Return a unit that one reaches by ``deed`` before a duty; one of somebody else, or not bound, is not found."""
    found, on = duty(request, pk, number), clock.today(request)
    mine = obligations.within(request.reach, deed)
    bound = obligations.bound_units(found, on).filter(pk__in=mine.values("pk")).annotate(name=tree.name_on(on, "pk"))
    unit = get_object_or_404(bound, code=code)
    chosen = RoundForm(request.GET, asked=obligations.rounds(found, on))
    asked = chosen.round if chosen.is_valid() else None
    if asked is None:
        raise NothingHere(f"Tại ngày {date_vn(on)} nhiệm vụ này chưa bắt đầu. Hãy chọn ngày xem muộn hơn.")
    return Place(asked, unit, fulfilling.standing(asked, unit))


def name(unit: Unit, on: date) -> str:
    """Return the name of a unit on a day, else its code."""
    version = tree.version(unit, on)
    return version.name if version else unit.code
