"""A cell as the address of its list, and in words: the one way from a number to the people behind it."""

from urllib.parse import urlencode

from candidates.among import Among, Returned
from candidates.enums import OPEN, ExitReason, ReturnCode, Stage
from candidates.statistics import Cell, DueState, Reading
from organizations.formats import date_vn
from organizations.models import Unit

READING_WORDS = {Reading.THEN: "theo đơn vị khi đó", Reading.NOW: "theo đơn vị hiện nay"}

NAMED = 2
DUE_WORDS = {
    DueState.OVERDUE: "quá hạn bước tiếp theo",
    DueState.SOON: "sắp đến hạn bước tiếp theo",
    DueState.CHECK: "đã qua một hạn chưa ai xác nhận",
}


def query(cell: Cell) -> str:
    """Return the query string under which the list of dossiers shows exactly the people of ``cell``."""
    pairs = [("tai_ngay", cell.on.isoformat())]
    pairs += [("don_vi", unit.code) for unit in cell.units]
    pairs += [("vao_buoc" if cell.period else "buoc", stage.value) for stage in cell.stages]
    pairs += [("tu_buoc", stage.value) for stage in cell.from_stages]
    if cell.period:
        pairs += [("tu", cell.period.start.isoformat()), ("den", cell.period.last_day.isoformat())]
    if cell.reading != Reading.THEN:
        pairs.append(("cach_tinh", cell.reading.value))
    if cell.due:
        pairs.append(("han", cell.due.value))
    return urlencode(pairs + _among_pairs(cell.among))


def _among_pairs(among: Among) -> list[tuple[str, str]]:
    pairs = [("to_chuc", organisation.code) for organisation in among.organisations]
    pairs += [("quan_he", among.tie.value)] if among.organisations else []
    pairs += [("it_nhat", str(among.at_least))] if among.at_least > 1 else []
    pairs += [("nhom", group.value) for group in among.groups]
    if among.training:
        pairs += [("lop", str(among.training)), ("o_lop", among.class_tie.value)]
    pairs += [("dac_diem", trait.text) for trait in among.traits]
    pairs += [("ly_do_ra", among.exit_reason)] if among.exit_reason else []
    if among.began:
        days = (among.began.period.start, among.began.period.last_day)
        pairs.append(("khoa_buoc", among.began.stage.value))
        pairs += [(name, day.isoformat()) for name, day in zip(("khoa_tu", "khoa_den"), days, strict=True)]
    if among.returned:
        days = (among.returned.period.start, among.returned.period.last_day)
        pairs += [(name, day.isoformat()) for name, day in zip(("tra_tu", "tra_den"), days, strict=True)]
        what = (("tra_vi", among.returned.code), ("tra_muc", among.returned.field))
        pairs += [(name, value) for name, value in what if value]
    if among.graduated:
        days = (among.graduated.start, among.graduated.last_day)
        pairs += [(name, day.isoformat()) for name, day in zip(("gcn_tu", "gcn_den"), days, strict=True)]
    return pairs


def in_words(cell: Cell) -> str:
    """Say what a cell counts."""
    reading = f"{READING_WORDS[cell.reading]}{_among_words(cell.among)}"
    if cell.period:
        first, last = date_vn(cell.period.start), date_vn(cell.period.last_day)
        return f"Vào bước {_stages(cell.stages)} từ {first} đến {last}, {reading}"
    due = f"{DUE_WORDS[cell.due]}, " if cell.due else ""
    standing = "đang theo dõi" if cell.stages == OPEN else f"đang ở bước {_stages(cell.stages)}"
    words = f"{due}{standing} cuối ngày {date_vn(cell.on)}, {reading}"
    return f"{words[0].upper()}{words[1:]}"


def _among_words(among: Among) -> str:
    """Say to whom a count is narrowed; a few organisations by their names (annotated) or codes, many by their number."""
    words = [group.label for group in among.groups]
    if among.organisations:
        several = f"từ {among.at_least} tổ chức trở lên trong " if among.at_least > 1 else ""
        words.append(f"{among.tie.label} {several}{_named(among.organisations)}")
    if among.training:
        words.append(among.class_tie.label)
    if among.graduated:
        first, last = date_vn(among.graduated.start), date_vn(among.graduated.last_day)
        words.append(f"được cấp giấy chứng nhận lớp nhận thức từ {first} đến {last}")
    words += [trait.words for trait in among.traits]
    words += [f"lý do: {ExitReason(among.exit_reason).label.lower()}"] if among.exit_reason else []
    if among.began:
        first, last = date_vn(among.began.period.start), date_vn(among.began.period.last_day)
        words.append(f"vào bước “{among.began.stage.label}” từ {first} đến {last}")
    if among.returned:
        words.append(_returned_words(among.returned))
    return "".join(f"; {word}" for word in words)


def _returned_words(returned: Returned) -> str:
    first, last = date_vn(returned.period.start), date_vn(returned.period.last_day)
    why = f" vì “{ReturnCode(returned.code).label.lower()}”" if returned.code else ""
    what = f", mục “{returned.field}”" if returned.field else ""
    return f"bị trả về bổ sung từ {first} đến {last}{why}{what}"


def _named(organisations: tuple[Unit, ...]) -> str:
    if len(organisations) > NAMED:
        return f"{len(organisations)} hội, đoàn thể"
    return " hoặc ".join(getattr(each, "name", None) or each.code for each in organisations)


def _stages(stages: tuple[Stage, ...]) -> str:
    return ", ".join(f"“{stage.label}”" for stage in stages)
