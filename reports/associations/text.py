"""The sentences of the report on associations, in administrative Vietnamese, with their counted figures as tokens."""

from candidates import statistics
from candidates.enums import Group, Stage, Tie
from organizations.formats import date_vn
from reports import phrases
from reports.asked import NO_BRACES
from reports.associations import lists
from reports.associations.offices import Sources
from reports.associations.told import Told
from reports.associations.year import Year
from reports.counted import figures
from reports.document import Figure, Paragraph
from reports.phrases import Phrase
from reports.unit_tables import narrowed

NAMED = 6


def to_urge(told: Told) -> Phrase:
    """How many associations are to be urged, and what they are."""
    which = f"hội{' còn nguồn' if told.parts_sources else ''}"
    urged = lists.URGED.of(len(told.to_urge), told.asked)
    return phrases.some(
        "urged",
        urged,
        f"{{urged}} {which} chưa giới thiệu được người",
        f"không có {which} mà chưa giới thiệu được người",
    )


def opening(told: Told) -> tuple[Paragraph, ...]:
    """The key sentences: who was introduced, who was admitted, who introduced nobody."""
    return (_introduced(told), _admitted(told), _idle(told))


def organisation(told: Told) -> tuple[Paragraph, ...]:
    """What the standing offices have, and where a cell could be founded."""
    members = told.year.lines.whole.members
    own, could = lists.with_own_cell(told), told.could
    words = "Có {members} hội được theo dõi; {own} cơ quan thường trực hội có chi bộ riêng"
    more = "; {could} nơi đủ đảng viên chính thức nhưng chưa có chi bộ riêng" if could else ""
    counted = {lists.MEMBERS: members, lists.OWN_CELL: own} | ({lists.COULD: could} if could else {})
    tokens = ("members", "own", "could")
    found = {token: each.of(len(its), told.asked) for token, (each, its) in zip(tokens, counted.items(), strict=False)}
    silent = [each for each in members if told.known.silent(each)]
    told_not = f" Chưa báo số liệu: {some_names([each.name for each in silent])}." if silent else ""
    return (Paragraph(f"{words}{more}.{told_not.translate(NO_BRACES)}", found),)


def results(told: Told) -> tuple[Paragraph, ...]:
    """The sources at the end and what was done for them; who they are that were admitted."""
    return (_sources(told), _who_was_admitted(told))


# The words of each number, and what is said of nobody.
_OF_SOURCES = {
    Group.HELPED: ("{helped} người có đảng viên giúp đỡ", "chưa ai có đảng viên giúp đỡ"),
    Group.TASKED: ("{tasked} người được giao nhiệm vụ", "chưa ai được giao nhiệm vụ"),
    Group.CERTIFIED: (
        "{certified} người có giấy chứng nhận lớp bồi dưỡng nhận thức về Đảng còn giá trị",
        "chưa ai có giấy chứng nhận lớp bồi dưỡng nhận thức về Đảng còn giá trị",
    ),
}
_OF_ADMITTED = {
    Group.WOMEN: ("có {women} nữ", "không có nữ"),
    Group.MINORITY: ("{minority} người dân tộc thiểu số", "không có người dân tộc thiểu số"),
    Group.RELIGIOUS: ("{religious} người theo tôn giáo", "không có người theo tôn giáo"),
    Group.YOUNG: ("{young} người từ 18 đến 30 tuổi", "không có người từ 18 đến 30 tuổi"),
}
_STAFF = ("{staff} người là cán bộ cơ quan thường trực hội", "không có cán bộ cơ quan thường trực hội")


def _sources(told: Told) -> Paragraph:
    end = told.year.sources(told.year.on)
    counted = figures({"end": end} | {group.value: narrowed(end, group) for group in _OF_SOURCES})
    if not counted["end"].value:
        return Paragraph("Cuối kỳ không có hội viên trong nguồn.")
    among = phrases.together(
        *(phrases.some(group.value, counted[group.value], *words) for group, words in _OF_SOURCES.items()), joint=", "
    )
    return Paragraph(
        f"Nguồn cuối kỳ có {{end}} hội viên, trong đó {among.words}.", {"end": counted["end"]} | among.figures
    )


def _who_was_admitted(told: Told) -> Paragraph:
    held = told.year.admitted()
    cells = {"held": held, "staff": told.year.admitted(tie=Tie.STAFF)}
    counted = figures(cells | {group.value: narrowed(held, group) for group in _OF_ADMITTED})
    if not counted["held"].value:
        return Paragraph("Trong kỳ chưa có hội viên được kết nạp.")
    among = phrases.together(
        *(phrases.some(group.value, counted[group.value], *words) for group, words in _OF_ADMITTED.items()), joint=", "
    )
    said = phrases.together(among, phrases.some("staff", counted["staff"], *_STAFF))
    return Paragraph(f"Trong số hội viên được kết nạp {said.words}.", said.figures)


def _introduced(told: Told) -> Paragraph:
    year = told.year
    asked = {"now": year.introduced()} | ({"before": year.introduced(year.before)} if year.nominations_known else {})
    counted = figures(asked)
    against, ratio = _against(year, counted), _ratio(told)
    words = (
        f"Từ ngày {date_vn(year.period.start)} đến ngày {date_vn(year.on)}, các hội quần chúng đã giới thiệu {{now}} quần chúng "
        f"ưu tú là hội viên cho cấp ủy xem xét{against.words}{ratio.words}."
    )
    return Paragraph(words, counted | against.figures | ratio.figures)


def _against(year: Year, counted: dict[str, Figure]) -> Phrase:
    """Rise or fall against last year; nothing is compared where last year is not known."""
    last = f"năm {year.on.year - 1}"
    if not year.nominations_known:
        return Phrase(f" ({phrases.NO_LAST_YEAR} {last})")
    phrase = phrases.against(counted["now"], counted["before"], last=last)
    return Phrase(f", {phrase.words}", phrase.figures)


def _ratio(told: Told) -> Phrase:
    """How many of the associations that still have sources introduced somebody: Ban Tổ chức's own reading, if in use."""
    if not told.parts_sources:
        return Phrase("")
    active, left = lists.active_with_sources(told), told.had_sources
    words = "; {active} trên {with_sources} hội còn nguồn có giới thiệu"
    found = {
        "active": lists.ACTIVE_WITH_SOURCES.of(len(active), told.asked),
        "with_sources": lists.WITH_SOURCES.of(len(left), told.asked),
    }
    return Phrase(words, found)


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
    of = "số đảng viên mới của toàn đảng bộ ({whole} người)"
    share = phrases.share(counted["held"], counted["whole"], of=of)
    among = f", {share.words}" if share.words else ""
    official, struck = counted.pop("official"), counted.pop("struck")
    after = (
        phrases.some("official", official, "công nhận chính thức {official} người", "chưa công nhận chính thức ai"),
        phrases.some("struck", struck, "xóa tên {struck} đảng viên dự bị là hội viên", "không xóa tên ai"),
    )
    words = (
        f"Đã kết nạp {{held}} hội viên vào Đảng{among}; trong đó {{nominated}} người do hội giới thiệu; "
        f"{', '.join(each.words for each in after)}."
    )
    return Paragraph(
        words, counted | share.figures | {token: each for said in after for token, each in said.figures.items()}
    )


def _idle(told: Told) -> Paragraph:
    """Who introduced nobody; parted by sources only while that reading of ours is in use."""
    if not told.parts_sources:
        count = len(told.found.idle)
        return Paragraph("{idle} hội chưa giới thiệu được ai trong năm.", {"idle": lists.IDLE.of(count, told.asked)})
    idle = {state: each.of(len(told.idle(state)), told.asked) for state, each in lists.BY_SOURCES.items()}
    return Paragraph(
        "{idle} hội còn nguồn chưa giới thiệu được ai trong năm; {none} hội không còn nguồn; {unknown} hội chưa giới thiệu và "
        "chưa báo nguồn.",
        {"idle": idle[Sources.LEFT], "none": idle[Sources.NONE], "unknown": idle[Sources.UNKNOWN]},
    )


def some_names(names: list[str]) -> str:
    """The first few names, and how many more there are."""
    shown = ", ".join(names[:NAMED])
    return f"{shown} và {len(names) - NAMED} hội khác" if len(names) > NAMED else shown
