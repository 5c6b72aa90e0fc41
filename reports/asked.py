"""What a report is asked about: the unit, the days, the reading of units; and the words of it that texts and heads use."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from candidates import statistics
from candidates.enums import Stage
from candidates.statistics import Cell, Reading
from organizations.access import Reach
from organizations.enums import Role
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import Post, Unit, UnitVersion
from organizations.periods import Period, year, year_to_date


@dataclass(frozen=True)
class Asked:
    """The parameters of a report, none of them optional.

    ``on`` is the day one looks from and the day of every stock; ``period`` that of every flow. ``version`` is what the unit was
    on ``on``. ``own`` limits names and documents to a person's reach, None is the installation itself.
    ``report`` is the code of the report.
    """

    unit: Unit
    version: UnitVersion
    on: date
    period: Period
    reading: Reading = Reading.THEN
    own: Reach | None = None
    report: str = ""

    @property
    def asked(self) -> "Asked":
        """Itself, so that a report without facts of its own is made from this alone."""
        return self

    @property
    def reach(self) -> Reach:
        """The reach of who asks; that of the installation itself is everything under the unit."""
        return self.own or Reach((Post(role=Role.BOARD_OFFICER, unit=self.unit, valid_from=self.on),), self.on)

    @property
    def before(self) -> Period:
        """The same period of last year."""
        return self.period.a_year_earlier()

    @property
    def is_year(self) -> bool:
        """Say whether the period is the year of ``on`` up to that day."""
        return self.period == year_to_date(self.on)

    def a_year_earlier(self) -> "Asked":
        """The same, asked for the same period of last year as at its last day."""
        return replace(self, on=self.before.last_day, period=self.before)

    @property
    def query(self) -> str:
        """The parameters as the address of the report has them."""
        last = self.period.last_day
        pairs = {"don_vi": self.unit.code, "den_ngay": last.isoformat()}
        if self.period != year_to_date(last):
            pairs["tu_ngay"] = self.period.start.isoformat()
        if self.on != last:
            pairs["tai_ngay"] = self.on.isoformat()
        if self.reading != Reading.THEN:
            pairs["cach_tinh"] = self.reading.value
        return urlencode(pairs)

    @cached_property
    def admitted(self) -> Stage:
        """The stage whose beginning counts as "admitted" on the day of the report."""
        return statistics.admitted_stage(self.on)

    @cached_property
    def last_year_known(self) -> bool:
        """Say whether any step was recorded up to the end of the same period: without it a 0 there means nothing.

        A period longer than a year would overlap its own last year: it is compared with nothing.
        """
        if self.before.stop > self.period.start:
            return False
        steps = Cell((self.unit,), tuple(Stage), self.on, self.before, self.reading)
        return statistics.entries(statistics.ever(steps)).exists()

    @property
    def words(self) -> Mapping[str, str]:
        """The words that headings and sentences may name as ``{token}``."""
        return {
            "unit": self.version.name,
            "committee": self.version.committee or self.version.name,
            "on": date_vn(self.on),
            "from": date_vn(self.period.start),
            "to": date_vn(self.period.last_day),
            "year": str(self.period.last_day.year),
            "last_year": str(self.period.last_day.year - 1),
            "next_year": str(self.period.last_day.year + 1),
            "period": period_words(self.period),
        }


def period_words(period: Period) -> str:
    """Name a period: a whole year, a half, a quarter, a month, a year to date, else its days."""
    first, last = period.start, period.last_day
    if period == year(first.year):
        return f"năm {first.year}"
    if first.year == last.year and (first.month, first.day) == (1, 1):
        named = {(6, 30): "6 tháng đầu năm", (3, 31): "quý I năm", (9, 30): "9 tháng đầu năm"}.get(
            (last.month, last.day)
        )
        return f"{named} {last.year}" if named else f"năm {last.year} (đến ngày {date_vn(last)})"
    if first.day == 1 and period.stop.day == 1:
        quarter = _quarter(period)
        if quarter:
            return f"{quarter} {first.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"tháng {first.month} năm {first.year}"
    return f"từ ngày {date_vn(first)} đến ngày {date_vn(last)}"


def _quarter(period: Period) -> str:
    first, last = period.start, period.last_day
    named = {(4, 6): "quý II năm", (7, 9): "quý III năm", (10, 12): "quý IV năm", (7, 12): "6 tháng cuối năm"}
    return named.get((first.month, last.month), "") if first.year == last.year else ""


def filled(words: str, asked: Asked) -> str:
    """Return words with the tokens of ``asked`` in their places; tokens of figures stay as they stand."""
    for token, said in asked.words.items():
        words = words.replace(f"{{{token}}}", said.translate(_NO_BRACES))
    return words


# Braces name figures in a paragraph; a name that holds some must not.
_NO_BRACES = {ord("{"): "(", ord("}"): ")"}


def nowhere(unit: Unit, on: date) -> Refused:
    """Return the sentence for a unit that did not exist on a day."""
    return Refused(f"Tổ chức đảng mang mã {unit.code} không tồn tại vào ngày {date_vn(on)}.")
