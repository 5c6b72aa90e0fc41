"""What was read of a letter as the form of the register takes it: nothing that was not understood is chosen beforehand."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from directives import proposed_shares, recognised
from directives.enums import Bound, CitationKind
from directives.line_forms import ACT, KNOW
from directives.proposed_shares import Carried
from directives.proposed_targets import LEAVE, TAKE
from directives.reading import Cited, Duty, Letter, Quota, Span
from directives.reading.places import Places
from directives.recognised import Known
from directives.unit_field import label
from organizations.enums import DocumentKind
from organizations.formats import date_vn, number_vn

_LONGEST_WORDS, _LONGEST_SUBJECT = 300, 400
_KINDS = frozenset(DocumentKind.values)
# How the words before a cited document say in what sense it is cited; the last cue before it counts.
_SENSES = (
    (re.compile(r"thay thế|bãi bỏ", re.I), CitationKind.REPLACES),
    (re.compile(r"sửa đổi|bổ sung", re.I), CitationKind.AMENDS),
    (re.compile(r"quán triệt|phổ biến|học tập", re.I), CitationKind.MAKE_KNOWN),
    (re.compile(r"thực hiện|triển khai", re.I), CitationKind.CARRIES_OUT),
    (re.compile(r"căn cứ|theo|xét", re.I), CitationKind.GROUNDS),
)
_PERIODS = {
    "yearly": "hằng năm",
    "half_yearly": "6 tháng một lần",
    "quarterly": "hằng quý",
    "monthly": "hằng tháng",
    "term": "cả nhiệm kỳ",
}


@dataclass(frozen=True)
class Passage:
    """A sentence of the letter with what was found in it; ``found`` in words for the reader, empty for one not understood."""

    span: Span
    sentence: str
    label: str
    found: tuple[str, ...]
    quotas: tuple[Carried, ...] = ()
    duties: tuple[Duty, ...] = ()
    is_criterion: bool = False


def head(letter: Letter, known: Known) -> dict:
    """The head of the form; what the text does not say stays empty, so does a unit that no name or several names fit."""
    issuing = known.issuing(_value(letter.issuer, 200))
    return {
        "issuing_unit": label(issuing) if issuing else "",
        "kind": letter.kind.value if letter.kind and letter.kind.value in _KINDS else "",
        "number": _value(letter.number, 60),
        "issued_on": letter.issued_on,
        "issuer": _value(letter.issuer, 200),
        "subject": _value(letter.subject, _LONGEST_SUBJECT),
        "place": _value(letter.place, 80),
        "signed_as": _value(letter.signer_title, 120),
        "signer": _value(letter.signer, 120),
        "meeting_on": letter.meeting_on,
    }


def addressees(letter: Letter, known: Known) -> list[dict]:
    """A line for each addressee; its unit where its name fits exactly one, or the kind of units under whoever issued it."""
    issuing = known.issuing(_value(letter.issuer, 200))
    return [
        {"take": TAKE, "words": each.words[:_LONGEST_WORDS], "to_act": ACT if each.to_act else KNOW}
        | _units(each.words, known, label(issuing) if issuing else "")
        for each in letter.addressees
    ]


def _units(words: str, known: Known, issuing: str) -> dict:
    if named := known.named(words):
        return {"unit": label(named), "bound": Bound.ITSELF}
    bound = recognised.many(words)
    return {"unit": issuing, "bound": bound} if bound and issuing else {}


def citations(letter: Letter) -> list[dict]:
    """A line for each cited document."""
    return [
        {
            "take": TAKE,
            "kind": _sense(letter, each),
            "other_kind": each.kind if each.kind in _KINDS else "",
            "number": each.number or "",
            "issued_on": each.issued_on,
            "subject": each.name[:_LONGEST_SUBJECT],
            "issuer": _congress(each),
        }
        for each in letter.cites
    ]


def clauses(passages: list[Passage]) -> list[dict]:
    """A line for each sentence that holds something; one that was not understood is left until somebody says otherwise."""
    return [
        {"take": TAKE if each.found else LEAVE, "label": each.label, "summary": each.sentence, "place": place}
        for place, each in enumerate(passages, start=1)
    ]


def passages(letter: Letter) -> list[Passage]:
    """The sentences of the letter that hold something, in their order, each once, under names that differ."""
    told: dict[Span, list[str]] = {each.span: [] for each in letter.not_understood}
    targets = proposed_shares.carried(letter)
    for each in targets:
        told.setdefault(each.quota.span, []).append(f"Chỉ tiêu: {target_words(each)}")
    for said in letter.criteria:
        told.setdefault(said.span, []).append("Tiêu chuẩn đối với người")
    for duty in letter.duties:
        told.setdefault(duty.span, []).append(f"Nhiệm vụ: {duty_words(duty)}")
    quotas, duties = _by_span(targets, lambda each: each.quota.span), _by_span(letter.duties, lambda each: each.span)
    criteria = {each.span for each in letter.criteria}
    places, taken = Places(letter.text), {}
    found = []
    for span in sorted(told, key=lambda each: (each.start, each.stop)):
        name = places.of(span) or "Văn bản"
        taken[name] = taken.get(name, 0) + 1
        label = name if taken[name] == 1 else f"{name[:50]}, ý {taken[name]}"
        words = re.sub(r"[*_]+", "", letter.text[span.start : span.stop])
        held = (tuple(told[span]), tuple(quotas[span]), tuple(duties[span]), span in criteria)
        found.append(Passage(span, " ".join(words.split()), label, *held))
    return found


def _by_span(rows: Iterable, span: Callable[[object], Span]) -> defaultdict[Span, list]:
    found: defaultdict[Span, list] = defaultdict(list)
    for row in rows:
        found[span(row)].append(row)
    return found


def _value(field: object, longest: int) -> str:
    return field.value[:longest] if field else ""


def _sense(letter: Letter, cited: Cited) -> CitationKind:
    before = letter.text[max(0, cited.span.start - 160) : cited.span.start]
    last = {kind: max((found.end() for found in cue.finditer(before)), default=-1) for cue, kind in _SENSES}
    best = max(last, key=last.get)
    return best if last[best] >= 0 else CitationKind.RESTATES


def _congress(cited: Cited) -> str:
    return cited.name[:200] if cited.number is None and cited.issued_on is None else ""


def target_words(carried: Carried) -> str:
    """What a quota says, and how many units its table names."""
    if not carried.rows:
        return _quota_words(carried.quota)
    said = _quota_words(carried.quota) if carried.quota.value is not None else "văn bản không nêu tổng số"
    return f"{said}; bảng giao cho {len(carried.rows)} đơn vị, cột “{carried.column}”"


def _quota_words(quota: Quota) -> str:
    number = f"{_number(quota.value)}–{_number(quota.value_max)}" if quota.value_max else _number(quota.value)
    unit = {"percent": " %", "people": " người", "organisations": " tổ chức"}.get(quota.unit, "")
    said = [
        quota.unit_words,
        {"at_least": "ít nhất", "at_most": "không quá", "about": "khoảng"}.get(quota.comparison, ""),
    ]
    tail = f" ({period_words(quota.period)})" if quota.period else ""
    return f"{': '.join(filter(None, [said[0]]))}{': ' if said[0] else ''}{said[1]} {number}{unit}{tail}".strip()


def period_words(period: str) -> str:
    """A period in words: hằng năm, năm 2021, 6 tháng đầu năm 2021, quý 1 năm 2021, 2020–2025."""
    year, _, part = period.partition("-")
    if period in _PERIODS:
        return _PERIODS[period]
    if part[:1] == "H":
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
    if part[:1] == "Q":
        return f"quý {part[1:]} năm {year}"
    return f"tháng {int(part)} năm {year}" if part else f"năm {year}" if "/" not in year else year.replace("/", "–")


def _number(value: object) -> str:
    return "" if value is None else f"{value.normalize():f}".replace(".", ",") if value % 1 else number_vn(int(value))


def duty_words(duty: Duty) -> str:
    """Who is to act, and by when."""
    said = [duty.actor or "không nêu ai", duty.due_on and f"hạn {date_vn(duty.due_on)}", _PERIODS.get(duty.repeats, "")]
    return ", ".join(filter(None, said))
