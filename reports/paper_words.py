"""Words that all reports share: the letterhead of a unit, and what "admitted" is counted by."""

from datetime import date

from candidates import policy, regimes
from candidates.enums import ParameterCode, Stage
from candidates.rules.parameters import Parameter
from candidates.statistics import Reading
from organizations import tree
from organizations.formats import date_vn, number_vn, percent_vn, percentage
from organizations.models import UnitVersion
from reports.asked import Asked
from reports.document import Letterhead

BASIS = {Stage.ADMITTED: "ngày lễ kết nạp", Stage.DECIDED: "ngày quyết định kết nạp"}
BOARD = "BAN TỔ CHỨC"
_READING = {Reading.THEN: "đơn vị tại thời điểm đó", Reading.NOW: "đơn vị hiện nay"}


def letterhead(version: UnitVersion, on: date, *, subject: str, board: bool = False) -> Letterhead:
    """Return the head of a report that a committee issues, or its Ban Tổ chức with the committee as the superior body."""
    issuer = (version.committee or version.name).upper()
    above = tree.version(version.parent, on) if version.parent else None
    return Letterhead(
        superior=issuer if board else (above.name.upper() if above else ""),
        issuer=BOARD if board else issuer,
        sign=f"BC/BTC{version.sign}" if board else f"BC/{version.sign}",
        place=place_of(version, on),
        kind="BÁO CÁO",
        subject=subject,
    )


def counted_words(asked: Asked) -> str:
    """Return the line under a table: what counts as admitted, as at which day, which reading of units."""
    basis = BASIS[asked.admitted]
    return f"Kết nạp tính theo {basis}; số liệu đến hết ngày {date_vn(asked.on)}; tính theo {_READING[asked.reading]}."


def compared(now: int, before: int, year: int) -> str:
    """Say how a number stands to that of the same period of ``year``, whose figure is the token ``{before}``."""
    last = f"cùng kỳ năm {year} ({{before}} người)"
    if now == before:
        return f", bằng {last}"
    share = f", bằng {percent_vn(percentage(now, before))}" if before else ""
    return f", {'tăng' if now > before else 'giảm'} {number_vn(abs(now - before))} người{share} so với {last}"


def unconfirmed(on: date, *codes: ParameterCode) -> list[str]:
    """Return a note for each value in force on a day by which a report counts and which nobody confirmed, with its clause."""
    values = policy.in_force(on)
    return [
        _note(code, values.get(code), on) for code in codes if code not in values or not values[code].source.confirmed
    ]


def _note(code: ParameterCode, found: Parameter | None, on: date) -> str:
    if found is None:
        return f"{regimes.name_of(code)}: chưa đủ căn cứ, không có quy định tại ngày {date_vn(on)} trong hệ thống."
    return f"{regimes.name_of(code)}: {regimes.said(code, found.value)}, theo {found.source.words}."


def place_of(version: UnitVersion, on: date) -> str:
    """Return the seat of a body, else of the nearest one above that has one."""
    return version.place or next((step.place for step in reversed(tree.path(version.unit, on)) if step.place), "")
