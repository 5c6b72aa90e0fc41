"""The letter that asks late units again: its head, what it says of each duty with causes before names, who signs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from directives import reminders
from directives.models import Reminder
from directives.reminders import Group, Item, Named
from organizations import tree
from organizations.enums import CELL_KINDS, GRASSROOTS_KINDS, ORGANISATION_KINDS, UnitKind
from organizations.formats import date_vn, number_vn
from organizations.models import Document, UnitVersion
from reports.document import Letterhead, Signature
from reports.paper_words import place_of

BLANK = "\N{NO-BREAK SPACE}" * 6
# The number of a document is not broken at its dash.
UNBROKEN = "\N{NON-BREAKING HYPHEN}"
A_DAY = "ngày ……/……/…………"
# So many units stand after "Kính gửi"; more are addressed as those of the list.
ADDRESSED = 8
SUBJECT = "đôn đốc thực hiện {}"


@dataclass(frozen=True)
class Line:
    """A paragraph of the letter; a name or a cause stands one step in."""

    words: str
    is_name: bool = False
    is_head: bool = False


@dataclass(frozen=True)
class ReminderPaper:
    """The letter, ready to be printed; alike for alike data."""

    letterhead: Letterhead
    number: str
    addressees: tuple[str, ...]
    body: tuple[Line, ...]
    signature: Signature
    as_at: date

    @property
    def title(self) -> str:
        """What the file is called inside."""
        return f"Công văn {self.letterhead.subject}"


def build(reminder: Reminder) -> ReminderPaper:
    """Return the letter as it was drafted; number and day stay blank until the registry gave them."""
    items = reminders.items(reminder)
    version = tree.version(reminder.unit, reminder.on)
    document = reminder.directive.document
    return ReminderPaper(
        letterhead=_letterhead(version, reminder, document),
        number=f"Số {reminder.number}" if reminder.number else f"Số {BLANK}-CV/{version.sign or 'ĐU'}",
        addressees=_addressees(items),
        body=tuple(_body(reminder, items, document)),
        signature=_signature(version),
        as_at=reminder.on,
    )


def _letterhead(version: UnitVersion, reminder: Reminder, document: Document) -> Letterhead:
    above = tree.version(version.parent, reminder.on) if version.parent else None
    return Letterhead(
        superior=above.name.upper() if above else "",
        issuer=(version.committee or version.name).upper(),
        sign="",
        place=place_of(version, reminder.on),
        kind="",
        subject=SUBJECT.format(_cited(document).replace("-", UNBROKEN)),
        issued_on=reminder.issued_on,
    )


def _cited(document: Document) -> str:
    number = f" số {document.number}" if document.number else ""
    day = f" ngày {date_vn(document.issued_on)}" if document.issued_on else ""
    return f"{document.get_kind_display()}{number}{day}"


def _addressees(items: tuple[Item, ...]) -> tuple[str, ...]:
    """A letter speaks to committees, not to the organisations that they lead."""
    units = [each for item in items for group in item.groups for each in group.units]
    names = tuple(dict.fromkeys(_committee(each) for each in units))
    if len(names) <= ADDRESSED:
        return names
    outside = {each.kind in ORGANISATION_KINDS for each in units}
    who = {(False,): "cấp ủy", (True,): "hội, đoàn thể"}.get(tuple(outside), "cấp ủy, hội, đoàn thể")
    return (f"Các {who} có tên trong công văn này",)


def _committee(unit: Named) -> str:
    """Who answers for a unit: its đảng ủy, the chi ủy of a cell, the ban chấp hành of an organisation."""
    if unit.kind in ORGANISATION_KINDS:
        return f"Ban Chấp hành {unit.name}"
    if unit.kind in CELL_KINDS and unit.committee in ("", unit.name):
        return f"Chi ủy {unit.name}"
    return unit.committee or unit.name


def _body(reminder: Reminder, items: tuple[Item, ...], document: Document) -> Iterator[Line]:
    units = len({each.name for item in items for group in item.groups for each in group.units})
    yield Line(
        f"Thực hiện {_cited(document)} của {document.issuer} “{document.subject}”, các đơn vị được giao nhiệm vụ và phải trả "
        f"lời đúng hạn. Tính đến hết ngày {date_vn(reminder.on)}, theo kết quả đã ghi nhận còn {number_vn(units)} đơn vị chưa "
        "thực hiện xong, cụ thể như sau:"
    )
    for place, item in enumerate(items, start=1):
        yield from _of_duty(place, item)
    by = f"trước ngày {date_vn(reminder.reply_by)}" if reminder.reply_by else f"trước {A_DAY}"
    yield Line(
        f"Đề nghị các đơn vị thực hiện và trả lời {by}; nếu có khó khăn, vướng mắc thì nêu rõ nguyên nhân và đề xuất hướng "
        "giải quyết. Đơn vị đã trả lời sau ngày nêu trên thì không phải trả lời lại."
    )


def _of_duty(place: int, item: Item) -> Iterator[Line]:
    duty, asked = item.asked.obligation, f" ({item.asked.words})" if item.asked.words else ""
    yield Line(f"{place}. {duty.words}{asked} – {duty.clause.label}: {number_vn(item.count)} đơn vị", is_head=True)
    for group in item.groups:
        yield Line(f"{_capital(group.cause.value)} ({number_vn(len(group.units))} đơn vị):")
        yield from (Line(words, is_name=True) for words in _names(group))


def _names(group: Group) -> Iterator[str]:
    for each in group.units:
        again = f"; đã được đôn đốc {number_vn(each.before)} lần" if each.before else ""
        yield f"- {each.name} (hạn {date_vn(each.due_on)}{again})"


def _signature(version: UnitVersion) -> Signature:
    """A committee signs as a body; the recipients are those who are asked, and the file."""
    body = "BAN THƯỜNG VỤ"
    if version.kind in GRASSROOTS_KINDS:
        body = "CHI BỘ" if version.kind == UnitKind.GRASSROOTS_CELL else "ĐẢNG ỦY"
    return Signature(f"T/M {body}", BLANK, ("Như trên", "Lưu hồ sơ"))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
