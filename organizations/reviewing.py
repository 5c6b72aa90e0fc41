"""Writes of the review of sources that grassroots organisations report (259-CV/ĐUK, point 1), and of what they expect."""

from dataclasses import dataclass
from datetime import date

from organizations import recording
from organizations.access import Reach, check_may
from organizations.enums import GRASSROOTS_KINDS, REVIEW_FIGURES, STUCK_FIGURES, Deed, FigureKind
from organizations.errors import Refused
from organizations.formats import date_vn, number_vn
from organizations.models import Unit
from organizations.periods import quarter_last_day

NOT_GRASSROOTS = "không phải tổ chức cơ sở đảng; rà soát nguồn do từng tổ chức cơ sở đảng báo."
QUARTERS = {1: "I", 2: "II", 3: "III", 4: "IV"}


@dataclass(frozen=True)
class Reported:
    """A review: as at which day, reported on which, its figures, expected admissions per quarter (1 to 4) of that year.

    What is left out stays as it was reported before.
    """

    on: date
    said_on: date
    values: dict[FigureKind, int]
    expected: dict[int, int]
    source: str


def report_review(unit: Unit, said: Reported, *, own: Reach, today: date) -> None:
    """Record the review of a grassroots organisation, inside ``acting``; what it reported for the same day is replaced."""
    check_may(own, Deed.REPORT_REVIEW, unit)
    recording.check_declares(unit, said.on, GRASSROOTS_KINDS, NOT_GRASSROOTS, today)
    recording.check_come(said.said_on, today)
    values = recording.standing(unit, said.on, REVIEW_FIGURES) | said.values
    if against := [*_days(said), *contradictions(values)]:
        raise Refused(*against)
    words = {"source": said.source, "said_on": said.said_on}
    recording.record(unit, said.on, said.values, **words)
    for quarter, value in said.expected.items():
        recording.record(unit, quarter_last_day(said.on.year, quarter), {FigureKind.EXPECTED: value}, **words)


def contradictions(values: dict[FigureKind, int]) -> list[str]:
    """Return a sentence for each way in which figures of one review cannot be true together."""
    people = values.get(FigureKind.NON_PARTY)
    if people is None:
        return ["Chưa có số quần chúng hiện có; hãy nhập số này trước."]
    parts = {
        "Số đoàn viên thanh niên": values.get(FigureKind.UNION_MEMBERS, 0),
        "Cộng số đủ điều kiện và số còn vướng": sum(
            values.get(kind, 0) for kind in (FigureKind.QUALIFIED, *STUCK_FIGURES)
        ),
    }
    return [
        f"{what} ({number_vn(part)}) nhiều hơn số quần chúng hiện có ({number_vn(people)}); hãy xem lại các số này."
        for what, part in parts.items()
        if part > people
    ]


def _days(said: Reported) -> list[str]:
    found = []
    if said.said_on < said.on:
        found.append(
            f"Ngày báo {date_vn(said.said_on)} trước ngày của số liệu {date_vn(said.on)}; hãy xem lại hai ngày này."
        )
    over = [QUARTERS[each] for each in said.expected if quarter_last_day(said.on.year, each) <= said.on]
    if over:
        found.append(
            f"Đến ngày {date_vn(said.on)} đã hết quý {', '.join(over)}; chỉ ghi dự kiến cho các quý còn lại của năm."
        )
    return found
