"""The sentences of the report on associations, in administrative Vietnamese, with their counted figures as tokens."""

from dataclasses import dataclass
from decimal import Decimal

from candidates import statistics
from candidates.enums import Group, Stage, Tie
from directives.models import OwnReading
from organizations.formats import date_vn, number_vn, percent_vn, percentage
from reports.asked import Asked
from reports.associations.idle import Introducing, by_sources
from reports.associations.lines import Association
from reports.associations.offices import Declared, Sources
from reports.associations.year import Year
from reports.counted import figures
from reports.document import Figure, Paragraph
from reports.paper_words import compared
from reports.unit_tables import narrowed

NAMED = 6


@dataclass(frozen=True)
class Told:
    """Everything that the text tells of."""

    year: Year
    known: Declared
    found: Introducing
    reading: OwnReading | None

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
        return by_sources(self.known, self.found)[Sources.LEFT] if self.parts_sources else list(self.found.idle)

    @property
    def to_urge_words(self) -> str:
        """How many they are, and what they are."""
        return (
            f"{number_vn(len(self.to_urge))} hội{' còn nguồn' if self.parts_sources else ''} chưa giới thiệu được người"
        )


def opening(told: Told) -> tuple[Paragraph, ...]:
    """The key sentences: who was introduced, who was admitted, who introduced nobody."""
    return (_introduced(told), _admitted(told), _idle(told))


def organisation(told: Told) -> tuple[Paragraph, ...]:
    """What the standing offices have, and where a cell could be founded."""
    members = told.year.lines.whole.members
    own = [each for each in members if told.known.has_own_cell(each)]
    could = [each for each in members if told.known.enough(each) and not told.known.has_own_cell(each)]
    words = (
        f"Có {number_vn(len(members))} hội được theo dõi; {number_vn(len(own))} cơ quan thường trực hội có chi bộ riêng"
    )
    more = f"; {number_vn(len(could))} nơi đủ đảng viên chính thức nhưng chưa có chi bộ riêng" if could else ""
    silent = [each for each in members if told.known.silent(each)]
    told_not = f" Chưa báo số liệu: {some_names([each.name for each in silent])}." if silent else ""
    return (Paragraph(f"{words}{more}.{told_not}"),)


def results(told: Told) -> tuple[Paragraph, ...]:
    """The sources at the end and what was done for them; who they are that were admitted."""
    end, held = told.year.sources(told.year.on), told.year.admitted()
    of_sources = {group.value: narrowed(end, group) for group in (Group.HELPED, Group.TASKED, Group.CERTIFIED)}
    of_admitted = {
        group.value: narrowed(held, group) for group in (Group.WOMEN, Group.MINORITY, Group.RELIGIOUS, Group.YOUNG)
    }
    return (
        Paragraph(
            "Nguồn cuối kỳ có {end} hội viên, trong đó {helped} người có đảng viên giúp đỡ, {tasked} người được giao nhiệm vụ, "
            "{certified} người có giấy chứng nhận lớp bồi dưỡng nhận thức về Đảng còn giá trị.",
            figures({"end": end, **of_sources}),
        ),
        Paragraph(
            "Trong số hội viên được kết nạp có {women} nữ, {minority} người dân tộc thiểu số, {religious} người theo tôn giáo, "
            "{young} người từ 18 đến 30 tuổi; {staff} người là cán bộ cơ quan thường trực hội.",
            figures({"staff": told.year.admitted(tie=Tie.STAFF), **of_admitted}),
        ),
    )


def _introduced(told: Told) -> Paragraph:
    year = told.year
    asked = {"now": year.introduced()} | ({"before": year.introduced(year.before)} if year.nominations_known else {})
    counted = figures(asked)
    words = (
        f"Từ ngày {date_vn(year.period.start)} đến ngày {date_vn(year.on)}, các hội quần chúng đã giới thiệu {{now}} quần chúng "
        f"ưu tú là hội viên cho cấp ủy xem xét{_against(year, counted)}{_ratio(told)}."
    )
    return Paragraph(words, counted)


def _against(year: Year, counted: dict[str, Figure]) -> str:
    """Rise or fall against last year; nothing is compared where last year is not known."""
    if not year.nominations_known:
        return f" (chưa có số liệu cùng kỳ năm {year.on.year - 1})"
    return compared(counted["now"].value, counted["before"].value, year.on.year - 1)


def _ratio(told: Told) -> str:
    """How many of the associations that still have sources introduced somebody: Ban Tổ chức's own reading, if in use."""
    if not told.parts_sources:
        return ""
    left = [each for each in told.year.lines.whole.members if _had_sources(told, each)]
    active = [each for each in told.found.active if each in left]
    return f"; {number_vn(len(active))} trên {number_vn(len(left))} hội còn nguồn có giới thiệu"


def _had_sources(told: Told, association: Association) -> bool:
    """It declared some, or, silent about them, introduced somebody all the same."""
    state = told.known.sources(association)
    return state == Sources.LEFT or (state == Sources.UNKNOWN and association in told.found.active)


def _admitted(told: Told) -> Paragraph:
    year = told.year
    held, whole = year.admitted(), statistics.admitted((year.version.unit,), year.period, year.on)
    counted = figures(
        {
            "held": held,
            "nominated": year.admitted(tie=Tie.NOMINATED),
            "whole": whole,
            "official": year.flow(Stage.OFFICIAL),
            "struck": year.flow(Stage.STRUCK_OFF),
        }
    )
    share: Decimal | None = percentage(counted["held"].value, counted["whole"].value)
    among = (
        f", chiếm {percent_vn(share)} số đảng viên mới của toàn đảng bộ ({{whole}} người)" if share is not None else ""
    )
    words = (
        f"Đã kết nạp {{held}} hội viên vào Đảng{among}; trong đó {{nominated}} người do hội giới thiệu; công nhận chính thức "
        "{official} người, xóa tên {struck} đảng viên dự bị là hội viên."
    )
    return Paragraph(words, counted)


def _idle(told: Told) -> Paragraph:
    """Who introduced nobody; parted by sources only while that reading of ours is in use."""
    if not told.parts_sources:
        return Paragraph(f"{number_vn(len(told.found.idle))} hội chưa giới thiệu được ai trong năm.")
    idle = {state: number_vn(len(found)) for state, found in by_sources(told.known, told.found).items()}
    return Paragraph(
        f"{idle[Sources.LEFT]} hội còn nguồn chưa giới thiệu được ai trong năm; {idle[Sources.NONE]} hội không còn nguồn; "
        f"{idle[Sources.UNKNOWN]} hội chưa giới thiệu và chưa báo nguồn."
    )


def some_names(names: list[str]) -> str:
    """The first few names, and how many more there are."""
    shown = ", ".join(names[:NAMED])
    return f"{shown} và {len(names) - NAMED} hội khác" if len(names) > NAMED else shown
