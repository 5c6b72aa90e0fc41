"""What an organisation confirmed, as a paper that it keeps: numbers, what it said, adjustments, the codes of the dossiers."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from organizations import tree
from organizations.enums import UnitKind
from organizations.formats import date_vn, number_vn
from organizations.models import UnitVersion
from reports.asked import period_words
from reports.document import Letterhead, Signature
from reports.models import AskedUnit, Confirmation, FiguresRuling
from reports.paper_words import place_of
from reports.rounds import figures

HEADS = ("TT", "Chỉ số", "Số người", "Ý kiến")
LISTED = ("Chỉ số", "Mã hồ sơ")
ADJUSTED = ("Số đã chốt đến", "Thay đổi", "Lý do")


@dataclass(frozen=True)
class Table:
    """A table of the paper: its title, its heads, its rows."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ConfirmationPaper:
    """The paper, ready to be printed; alike for alike data."""

    letterhead: Letterhead
    addressee: str
    opening: str
    figures: Table
    adjustments: Table
    lists: Table
    closing: tuple[str, ...]
    signature: Signature
    as_at: date

    @property
    def title(self) -> str:
        """What the file is called inside."""
        return f"{self.letterhead.kind.capitalize()} {self.letterhead.subject}"


def build(confirmed: Confirmation, place: AskedUnit, on: date, seen: Collection[str]) -> ConfirmationPaper:
    """Return a confirmation as paper, with what the superior had said of it by a day.

    Of the dossiers it counted, those with a code among ``seen`` (whoever prints sees them) are told by it, the others by
    their number, as on the page of the list.
    """
    day = place.round.as_at
    version = tree.version(place.unit, day) or UnitVersion(unit=place.unit, name=place.unit.code)
    above = tree.version(place.round.unit, day)
    asked_by = (above.committee or above.name) if above else place.round.unit.code
    rows = list(confirmed.figures.all())
    adjustments = list(confirmed.adjustments.select_related("of__place__round"))
    listed = tuple((row.label, _codes(row.members, seen)) for row in rows if row.members)
    return ConfirmationPaper(
        letterhead=_letterhead(version, asked_by, confirmed, place),
        addressee=asked_by,
        opening=_opening(version, place),
        figures=Table("", HEADS, tuple(_row(order, row) for order, row in enumerate(rows, 1))),
        adjustments=Table("Điều chỉnh số đã chốt các kỳ trước", ADJUSTED, tuple(_adjusted(row) for row in adjustments)),
        lists=Table("Danh sách sau mỗi số, theo mã hồ sơ", LISTED, listed),
        closing=tuple(_closing(confirmed, on)),
        signature=_signature(version),
        as_at=confirmed.on,
    )


def _codes(members: list[str], seen: Collection[str]) -> str:
    told = [code for code in members if code in seen]
    beyond = len(members) - len(told)
    rest = [f"{'và ' if told else ''}{number_vn(beyond)} hồ sơ nay ở ngoài phạm vi được xem"] if beyond else []
    return ", ".join(told) + (" " if told and rest else "") + "".join(rest)


def _letterhead(version: UnitVersion, above: str, confirmed: Confirmation, place: AskedUnit) -> Letterhead:
    again = f" (lần {number_vn(confirmed.number)})" if confirmed.number > 1 else ""
    return Letterhead(
        superior=above.upper(),
        issuer=(version.committee or version.name).upper(),
        sign="",
        place=place_of(version, confirmed.on) if version.pk else "",
        kind="XÁC NHẬN",
        subject=f"số liệu kết nạp đảng viên {period_words(figures.period(place.round))}{again}",
        issued_on=confirmed.on,
    )


def _opening(version: UnitVersion, place: AskedUnit) -> str:
    return (
        f"{version.name} đã kiểm tra và xác nhận số liệu {period_words(figures.period(place.round))}, đếm từ hồ sơ đến hết "
        f"ngày {date_vn(place.round.as_at)}, như sau:"
    )


def _row(order: int, row) -> tuple[str, ...]:
    return str(order), row.label, number_vn(row.value), row.comment


def _adjusted(row) -> tuple[str, ...]:
    return date_vn(row.of.place.round.as_at), str(row), row.reason


def _closing(confirmed: Confirmation, on: date):
    if confirmed.comment:
        yield f"Ý kiến của tổ chức: {confirmed.comment}"
    basis = f", thay cho tổ chức theo {confirmed.basis}" if confirmed.basis else ""
    yield f"Ghi trên hệ thống ngày {date_vn(confirmed.on)} bởi {confirmed.by or 'hệ thống'}{basis}."
    rulings = list(confirmed.rulings.filter(on__lte=on).select_related("by").order_by("pk"))
    yield from (_ruled(each) for each in rulings)
    if not rulings:
        yield f"Đến ngày {date_vn(on)} cấp trên chưa chấp nhận, chưa trả lại."


def _ruled(each: FiguresRuling) -> str:
    words = f": {each.words}" if each.words else ""
    due = f" (hạn mới {date_vn(each.due_on)})" if each.due_on else ""
    return f"Cấp trên {each.get_kind_display().lower()} ngày {date_vn(each.on)}{words}{due}."


def _signature(version: UnitVersion) -> Signature:
    body = "ĐẢNG ỦY" if version.kind == UnitKind.GRASSROOTS else "CHI BỘ"
    return Signature(f"T/M {body}", "BÍ THƯ", ("Như trên", "Lưu hồ sơ"))
