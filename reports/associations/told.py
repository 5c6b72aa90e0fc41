"""What every part of the report on associations tells of, read once."""

from collections.abc import Mapping
from dataclasses import dataclass

from directives import readings, register
from directives.enums import ReadingCode
from directives.models import OwnReading
from organizations import explained
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import Explanation
from reports.asked import Asked
from reports.associations import idle, offices
from reports.associations.idle import Introducing, by_sources
from reports.associations.lines import Association, lines
from reports.associations.offices import Declared, Sources
from reports.associations.year import Year, is_silent, year


@dataclass(frozen=True)
class Told:
    """Everything that the parts tell of; ``why`` is what associations that introduced nobody said of it, by their id."""

    year: Year
    known: Declared
    found: Introducing
    reading: OwnReading | None
    why: Mapping[int, Explanation]

    @property
    def asked(self) -> Asked:
        """The parameters of the report."""
        return self.year.asked

    @property
    def parts_sources(self) -> bool:
        """Say whether the text parts associations by whether they have sources left."""
        return self.reading is not None and self.reading.in_use

    @property
    def to_urge(self) -> list[Association]:
        """The associations that could have introduced somebody and did not; without the reading all that did not."""
        return self.idle(Sources.LEFT) if self.parts_sources else list(self.found.idle)

    def idle(self, state: Sources) -> list[Association]:
        """Return the associations that introduced nobody and whose sources are so."""
        return by_sources(self.known, self.found)[state]

    @property
    def had_sources(self) -> list[Association]:
        """The associations that declared sources or, silent about them, introduced somebody all the same."""
        return [
            each
            for each in self.year.lines.whole.members
            if self.known.sources(each) == Sources.LEFT
            or (self.known.sources(each) == Sources.UNKNOWN and each in self.found.active)
        ]

    @property
    def could(self) -> list[Association]:
        """The associations whose office has official members enough for a cell, and has none of its own."""
        members = self.year.lines.whole.members
        return [each for each in members if self.known.enough(each) and not self.known.has_own_cell(each)]


def told(asked: Asked) -> Told:
    """Read what the parts share; raises Refused where no association is followed, or nothing was recorded."""
    made = _year(asked)
    known_ones = register.of_known(OwnReading.objects.all(), asked.own)
    reading = readings.in_use(ReadingCode.STILL_HAS_SOURCES, asked.unit, asked.on, known_ones)
    found = idle.introducing(made)
    why = explained.newest([each.unit.pk for each in found.idle], made.period.start, made.on)
    return Told(made, offices.declared_on(made), found, reading, why)


def _year(asked: Asked) -> Year:
    found = lines(asked.version, asked.on)
    if not found.whole.members:
        raise Refused(
            f"Đến ngày {date_vn(asked.on)} {asked.version.name} và các đơn vị trực thuộc chưa theo dõi hội quần chúng nào."
        )
    made = year(asked, found)
    if is_silent(made):
        raise Refused(
            f"Đến ngày {date_vn(asked.on)} hệ thống chưa có số liệu nào về người vào Đảng và giới thiệu của hội."
        )
    return made
