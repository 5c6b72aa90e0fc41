"""Writes about units: the members that a grassroots organisation declares as at a day."""

from dataclasses import dataclass
from datetime import date

from organizations import recording
from organizations.access import Reach, check_may
from organizations.enums import GRASSROOTS_KINDS, Deed, FigureKind
from organizations.models import Unit

NOT_GRASSROOTS = "không phải tổ chức cơ sở đảng; số đảng viên ghi ở từng tổ chức cơ sở đảng."


@dataclass(frozen=True)
class Members:
    """What is declared: the day, official and probationary members, and the paper that says so."""

    on: date
    official: int
    probationary: int
    source: str


def declare_members(unit: Unit, said: Members, *, own: Reach, today: date) -> None:
    """Record the members of a grassroots organisation, inside ``acting``; figures of the same day go out of force."""
    check_may(own, Deed.DECLARE_FIGURES, unit)
    recording.check_declares(unit, said.on, GRASSROOTS_KINDS, NOT_GRASSROOTS, today)
    values = {FigureKind.OFFICIAL_MEMBERS: said.official, FigureKind.PROBATIONARY_MEMBERS: said.probationary}
    recording.record(unit, said.on, values, source=said.source)
