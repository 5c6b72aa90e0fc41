"""Tables 2 and 3: sources and training; nominations and admissions. Every figure opens the list of the people it counted."""

from dataclasses import replace
from datetime import timedelta

from candidates import nominated
from candidates.enums import Group, ReturnReason, Stage, Tie
from reports import tie_tables
from reports.associations.year import Year
from reports.document import Column, Shape, Table
from reports.paper_words import counted_words
from reports.tie_tables import AnyColumn, NominatedColumn, PeopleColumn, ShareColumn
from reports.unit_tables import narrowed

SAME_PERIOD = "Cùng kỳ"
START = "Người trong nguồn, đang xem xét ngày cuối năm trước."
END = "Người trong nguồn, đang xem xét, chưa có quyết định."
GROUPS = (
    (Group.WOMEN, "Nữ"),
    (Group.MINORITY, "Dân tộc thiểu số"),
    (Group.RELIGIOUS, "Theo tôn giáo"),
    (Group.YOUNG, "18–30 tuổi"),
)
TURNS_WORDS = "Người thuộc nhiều hội tính ở mỗi hội (cộng lượt); số người mỗi người tính một lần."


def sources(year: Year) -> Table:
    """Table 2: sources at the start, added, taken off, at the end; what was done for those at the end."""
    start, end = year.sources(year.period.start - timedelta(days=1)), year.sources(year.on)
    head = "Trong nguồn cuối kỳ"
    done = (
        (Group.HELPED, "Có đảng viên giúp đỡ"),
        (Group.TASKED, "Được giao nhiệm vụ"),
        (Group.SENT, "Đã cử học lớp"),
        (Group.CERTIFIED, "Có giấy chứng nhận"),
    )
    columns = [
        *([PeopleColumn(Column("start", "Nguồn đầu kỳ", meaning=START), start)] if year.people_known else []),
        PeopleColumn(Column("added", "Thêm vào nguồn trong kỳ"), year.flow(Stage.SOURCE)),
        PeopleColumn(Column("removed", "Đưa ra khỏi nguồn trong kỳ"), year.lost()),
        PeopleColumn(Column("decided", "Có quyết định kết nạp trong kỳ"), year.flow(Stage.DECIDED)),
        PeopleColumn(Column("end", "Nguồn cuối kỳ", meaning=END), end),
        *(PeopleColumn(Column(group.value, label, group=head), narrowed(end, group)) for group, label in done),
    ]
    return _table("Nguồn và công tác bồi dưỡng", columns, year)


def admissions(year: Year) -> Table:
    """Table 3: introduced by associations; their members decided, admitted, of which groups, made official, struck off."""
    columns = [*_introduced(year), *_admitted(year), *_afterwards(year)]
    return _table("Giới thiệu, kết nạp", columns, year)


def _introduced(year: Year) -> list[AnyColumn]:
    head = "Hội giới thiệu"
    return [
        NominatedColumn(Column("introduced", "Đã giới thiệu", group=head), year.introduced()),
        *_last_year(NominatedColumn(Column("introduced_before", SAME_PERIOD, group=head), year.introduced(year.before)),
                    "introduced", head, known=year.nominations_known),
        NominatedColumn(Column("considered", "Đang xem xét", group=head), year.under_consideration()),
        NominatedColumn(Column("returned", "Trả lại", group=head), year.returned()),
        *_returned_for(year),
    ]  # fmt: skip


def _returned_for(year: Year) -> list[AnyColumn]:
    """A column for each coded reason for which somebody was returned in the period, in the order of the codes."""
    returned = year.returned()
    found = nominated.by_reason(returned)
    return [
        NominatedColumn(
            Column(f"returned_{reason.value}", reason.label, group="Trả lại vì"), replace(returned, reason=reason.value)
        )
        for reason in ReturnReason
        if found.get(reason)
    ]


def _admitted(year: Year) -> list[AnyColumn]:
    head, held = "Hội viên được kết nạp", year.admitted()
    return [
        PeopleColumn(Column("decided", "Có quyết định", group=head), year.flow(Stage.DECIDED)),
        PeopleColumn(Column("held", "Đã tổ chức lễ" if Stage.ADMITTED in held.stages else "Kết nạp", group=head), held),
        PeopleColumn(Column("nominated", "Do hội giới thiệu", group=head), year.admitted(tie=Tie.NOMINATED)),
        PeopleColumn(Column("staff", "Cán bộ cơ quan thường trực", group=head), year.admitted(tie=Tie.STAFF)),
        *_last_year(PeopleColumn(Column("held_before", SAME_PERIOD, group=head), year.admitted(year.before)),
                    "held", head, known=year.people_known),
    ]  # fmt: skip


def _afterwards(year: Year) -> list[AnyColumn]:
    head, held = "Trong số đã kết nạp", year.admitted()
    return [
        *(PeopleColumn(Column(group.value, label, group=head), narrowed(held, group)) for group, label in GROUPS),
        PeopleColumn(Column("official", "Công nhận chính thức"), year.flow(Stage.OFFICIAL)),
        PeopleColumn(Column("struck_off", "Xóa tên dự bị"), year.flow(Stage.STRUCK_OFF)),
    ]


def _last_year(before: AnyColumn, part: str, head: str, *, known: bool) -> list[AnyColumn]:
    """The same period and its percentage; left out where nothing is known of last year, never shown as 0."""
    if not known:
        return []
    share = Column(f"{part}_percent", "% cùng kỳ", Shape.PERCENT, head)
    return [before, ShareColumn(share, part, before.column.key)]


def _table(title: str, columns: list[AnyColumn], year: Year) -> Table:
    silent = (
        ""
        if year.people_known and year.nominations_known
        else f" Chưa có số liệu đầu kỳ, cùng kỳ năm {year.on.year - 1}."
    )
    return Table(
        number=0,
        title=title,
        row_head="Hội",
        columns=tie_tables.heads(columns),
        rows=tie_tables.rows(year.lines.items, year.lines.whole, columns),
        counted=f"{counted_words(year.asked)} {TURNS_WORDS}{silent}",
        wide=True,
    )
