"""A letter's text becomes proposals: fields of the head, cited documents, targets, criteria, duties, and what stayed unread.

Rules and grammar of our own over the standard library; nothing is proposed without the sentence it comes from, and what
the text does not say stays None. A person confirms, corrects or drops each proposal.
"""

from dataclasses import replace
from datetime import date

from . import (
    citations,
    criteria,
    dates,
    duties,
    heads,
    issuers,
    outline,
    quantities,
    receivers,
    tables,
    targets,
    unread,
    zones,
)
from .deadlines import When
from .letter import Addressee, Cited, Duty, Field, Letter, Quota, Said, Span
from .patterns import loose
from .source import Source, normalised

_MEETING = loose(
    rf"(?:họp|phiên họp|hội nghị|cuộc họp)[^.;\n]{{0,60}}?ngày ({dates.DAY})|"
    rf"ngày ({dates.DAY})[^.;\n]{{0,80}}?(?:họp|hội nghị|làm việc)"
)
_YEAR_OF_SUBJECT = loose(r"năm (20\d\d)")

__all__ = ["Addressee", "Cited", "Duty", "Field", "Letter", "Quota", "Said", "Span", "read"]


def read(raw: str) -> Letter:
    """Read a letter's text. A text that nothing shows to be a letter gives no proposals, only what may be worth reading."""
    source = Source(normalised(raw))
    parts = zones.split(source)
    signer, title = receivers.signature(source, parts)
    head = heads.read(source, parts)
    addressed = receivers.addressees(source, parts)
    lines = outline.lines(source, parts.body)
    letter = Letter(
        text=source.text,
        kind=head.kind,
        number=head.number,
        issued_on=head.issued_on,
        issued_span=head.issued_span,
        place=head.place,
        issuer=issuers.read(source, parts, head.subject, title.value if title else ""),
        subject=head.subject,
        addressees=addressed,
        signer=signer,
        signer_title=title,
        meeting_on=_meeting(source, parts),
        cites=(),
        targets=(),
        criteria=(),
        duties=(),
        not_understood=(),
    )
    is_letter = bool(head.number or head.kind or parts.greeting or title)
    return _with_body(source, letter, parts, lines, head.year) if is_letter else _no_letter(source, letter, lines)


def _with_body(
    source: Source, letter: Letter, parts: zones.Zones, lines: list[outline.Line], year: int | None
) -> Letter:
    subject = source.low[letter.subject.span.start : letter.subject.span.stop] if letter.subject else ""
    year = year or _year_of(subject)
    cited = citations.read(source, _stretches(letter, parts), letter.number.value if letter.number else None)
    asked = targets.read(source, lines, year, subject)
    asked += _without_known_total(tables.read(source, lines, subject, year), asked)
    said = criteria.read(source, lines)
    told = [
        each
        for each in duties.read(source, lines, When(letter.issued_on, year))
        if not (_only_criterion(each, said) or _only_number(each, asked) or _only_aim(source, each))
    ]
    understood = [each.span for group in (cited, asked, said, told) for each in group]
    return (
        replace(
            letter,
            cites=cited,
            targets=tuple(asked),
            criteria=tuple(said),
            duties=tuple(told),
            not_understood=tuple(
                unread.read(source, lines, [each.span for group in (asked, said, told) for each in group])
            ),
        )
        if understood or lines
        else letter
    )


def _no_letter(source: Source, letter: Letter, lines: list[outline.Line]) -> Letter:
    """Nothing is proposed from a text without number, kind, addressees and signature."""
    return replace(
        letter, issuer=None, place=None, issued_on=None, issued_span=None, subject=None, meeting_on=None, addressees=(),
        not_understood=tuple(unread.read(source, lines, [])),
    )  # fmt: skip


def _stretches(letter: Letter, parts: zones.Zones) -> list[Span]:
    """Where citations stand: the subject and the body."""
    return [*([letter.subject.span] if letter.subject else []), *parts.body]


def _year_of(subject: str) -> int | None:
    found = _YEAR_OF_SUBJECT.search(subject)
    return int(found[1]) if found else None


def _without_known_total(rows: list[Quota], asked: list[Quota]) -> list[Quota]:
    """A table's total that a sentence already gives is the same target."""
    known = {(each.value, each.unit) for each in asked}
    return [row for row in rows if not (row.is_total and (row.value, row.unit) in known)]


def _only_criterion(duty: Duty, said: list[Said]) -> bool:
    """A sentence about what people must be is no duty of a body, unless it names a day."""
    return duty.due_on is None and any(each.span == duty.span for each in said)


def _only_number(duty: Duty, asked: list[Quota]) -> bool:
    """A sentence that asks for a number is a target, and no duty besides."""
    return any(each.span == duty.span for each in asked) and duties.asks_number(duty)


def _only_aim(source: Source, duty: Duty) -> bool:
    """A number that nobody is told to reach is an aim; where it is no target it is for a person to read."""
    if duty.actor or duty.due_on or not duties.asks_number(duty):
        return False
    return any(each.unit for each in quantities.find(source.low, duty.span.start, duty.span.stop))


def _meeting(source: Source, parts: zones.Zones) -> date | None:
    for row in parts.body[:6]:
        if found := _MEETING.search(source.low, row.start, row.stop):
            return dates.read(found[1] or found[2])
    return None
