"""The one format in which every report of the catalogue is described: data that reports/builder.py makes a report of.

A section names its parts. A part is anything that is called with the facts of a report and yields paragraphs, drawings and
tables: the ready ones stand in reports/parts.py, and a part of its own is a plain function.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, Protocol

from candidates.enums import ParameterCode
from candidates.statistics import Cell
from organizations.enums import PARTY_KINDS, UnitKind
from reports.asked import Asked
from reports.document import Chart, Letterhead, Paragraph, Signature, Table
from reports.names import ADMISSION, Fact
from reports.unit_lists import UnitList

Content = Paragraph | Chart | Table


class Facts(Protocol):
    """What the parts of a report share: what is asked, and whatever was read once for all of them."""

    @property
    def asked(self) -> Asked:
        """The parameters."""


# A protocol's method with another parameter type is another type; the facts are those that the definition's ``facts`` returns.
Part = Callable[[Any], Iterable[Content]]


class Span(StrEnum):
    """Which periods a report knows."""

    YEAR = "year"
    ANY = "any"


class Family(StrEnum):
    """Under which head a report stands in the catalogue, in the order of the page."""

    REGULAR = "Báo cáo định kỳ"
    FIGURES = "Biểu thống kê, danh sách"
    FOLLOWING = "Theo dõi, phân tích"
    ORGANISATIONS = "Đoàn thể, hội quần chúng"


class Body(Enum):
    """Who issues a report: the committee of the unit, or its Ban Tổ chức with the committee above it."""

    COMMITTEE = "committee"
    BOARD = "board"


@dataclass(frozen=True)
class Section:
    """A numbered part of the text; its heading may name tokens of what is asked. Without any content it is left out."""

    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Signed:
    """Who signs; without ``authority`` a committee signs as the collective body it is, by the kind of its unit.

    ``recipients`` and ``cosigner`` may name tokens of what is asked.
    """

    title: str
    recipients: tuple[str, ...]
    authority: str | None = None
    cosigner: str = ""


@dataclass(frozen=True)
class Head:
    """The head of a report: what it is called, what it is about (with tokens), who issues it.

    ``form`` is the name of a statistical form, which stands where others have the title of the Party.
    """

    subject: str
    kind: str = "BÁO CÁO"
    body: Body = Body.COMMITTEE
    form: str = ""


@dataclass(frozen=True)
class Definition:
    """A report of the catalogue.

    ``facts`` reads once what all parts share, and raises Refused with a sentence where there can be no report. ``names`` is the
    cell whose people the annexe names, when that is chosen, under ``names_title`` with ``names_facts``; ``listed`` makes the
    names part of the report itself. ``unit_lists`` are the lists behind numbers that count units or classes, ``more_lists``
    those that depend on what is asked. ``values`` are the values by which it counts, told on the control slip while nobody
    confirmed them; ``notes`` are further lines of it.
    ``one_page`` prints it as a picture of one page.
    ``head`` and ``signed`` may be functions of the facts where a body outside the Party issues the report.
    """

    code: str
    name: str
    answers: str
    head: Head | Callable[[Any], Letterhead]
    sections: tuple[Section, ...]
    signed: Signed | Callable[[Any], Signature]
    opening: tuple[Part, ...] = ()
    facts: Callable[[Asked], Any] = lambda asked: asked
    names: Callable[[Any], Cell | None] | None = None
    names_title: str = "Danh sách đảng viên mới kết nạp từ {from} đến {to}"
    names_facts: tuple[Fact, ...] = ADMISSION
    listed: bool = False
    values: tuple[ParameterCode, ...] = (ParameterCode.ADMITTED_BY,)
    notes: Callable[[Any], Iterable[str]] | None = None
    unit_lists: tuple[UnitList, ...] = ()
    more_lists: Callable[[Asked], Iterable[UnitList]] = lambda asked: ()
    kinds: frozenset[UnitKind] = PARTY_KINDS
    span: Span = Span.YEAR
    family: Family = Family.FOLLOWING
    one_page: bool = False

    def lists(self, asked: Asked) -> tuple[UnitList, ...]:
        """Return the lists behind the numbers of this report that count units or classes, for what is asked."""
        return (*self.unit_lists, *self.more_lists(asked))
