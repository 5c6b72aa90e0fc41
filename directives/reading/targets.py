"""Sentences that ask for a number: of people, of organisations, or a percentage."""

from dataclasses import replace

from . import measures, moods, periods, quantities
from .blocks import parts
from .letter import Quota, Span
from .outline import Line
from .patterns import loose
from .quantities import Quantity
from .source import Source

_GLOSS = loose(r"tương đương|tương ứng|\btức\b")
_OF_A_PLAN = loose(r"\s*(?:số )?(?:chỉ tiêu|kế hoạch|nghị quyết|yêu cầu|dự toán|nhiệm vụ)")
# "hoàn thành ít nhất 80%, đến cuối năm đạt 100% chỉ tiêu": both are of the plan.
_OF_A_SHARED_PLAN = loose(r"[^;.]{0,60}?\d\s*%\s*(?:số )?(?:chỉ tiêu|kế hoạch)")
_FULFILLED = loose(r"(?:hoàn thành|thực hiện|đạt)(?: (?:được|tối thiểu|ít nhất|trên|từ))*\s*$")
# "25% số doanh nghiệp có từ 50 lao động": which bodies are meant, not what they are to have.
_DESCRIBED = loose(r"%[^;,]{0,40}(?:doanh nghiệp|đơn vị|chi bộ|đảng bộ|tổ chức|thôn|trường) có (?:từ|trên|dưới|hơn) $")
_HAVING = loose(
    r"(?:chi bộ|đảng bộ|doanh nghiệp|đơn vị|tổ chức|cơ quan|\bnơi\b|thôn|\bhội\b|"
    r"trường)[^,;:]{0,40}?\s(?:có|còn) (?:đủ |từ |trên |dưới |hơn |ít nhất )*$"
)
# A number of bodies that only says whom one speaks to, or how many people fit in a class.
_ADDRESSED = loose(r"(?:yêu cầu|đề nghị|giao|tại|của|cho|đối với|chỉ đạo)\s*$")
_PER_CLASS = loose(r"(?:mỗi|một) (?:lớp|đợt|khóa)[^,;.]{0,20}$")
_WANTING = loose(r"\bmỗi\b|phấn đấu|bảo đảm|đảm bảo|\bphải\b|chỉ tiêu|ít nhất|tối thiểu|\d\s*%")
_COLON = loose(r"^\s*(?P<name>[^:;]{3,120}?)\s*:\s*$")
_EACH = loose(
    r"(?:mỗi|từng) (?:chi bộ|đảng bộ|chi,\s*đảng bộ|đơn vị|tổ chức [^\s]+\s*[^\s]*\s*đảng|cấp ủy|hội|"
    r"đoàn thể)[^,;\d]{0,40}"
)
_ORGANISATIONS = loose(r"tổ chức đảng|số chi bộ")
_CONTEXT = 110


def read(source: Source, lines: list[Line], year: int | None, subject: str) -> list[Quota]:
    """Find the numbers that the sentences of the body ask for."""
    return [
        quota for line in lines for sentence in line.sentences for quota in of(source, line, sentence, year, subject)
    ]


def of(source: Source, line: Line, sentence: Span, year: int | None, subject: str) -> list[Quota]:
    """The numbers that one sentence asks for, each once; the letter's own "about how many" stands with its percentage."""
    found: list[Quota] = []
    for part in parts(source, sentence):
        for quantity in _quantities(source, part, sentence):
            if found and _is_gloss(source, part, quantity):
                said = source.words(quantity.start, _words_end(source, quantity, part))
                found[-1] = replace(found[-1], letter_words=", ".join(filter(None, [found[-1].letter_words, said])))
            elif _asked(source, line, sentence, part, quantity, subject):
                found.append(_quota(source, line, sentence, part, quantity, year, subject))
    return found


def _quantities(source: Source, part: Span, sentence: Span) -> list[Quantity]:
    found = quantities.find(source.low, part.start, part.stop)
    named = [each for each in found if each.unit]
    if named or not found:
        return named
    before = source.low[max(sentence.start, part.start) : found[-1].start]
    rest = source.low[found[-1].stop : part.stop].strip(" .;,/-*")
    if _COLON.match(before) and not rest:
        unit = "organisations" if _ORGANISATIONS.search(before) else "people"
        return [replace(found[-1], unit=unit)]
    return []


def _is_gloss(source: Source, part: Span, quantity: Quantity) -> bool:
    """Whether a number only tells another one in other words: "(tương đương khoảng 150 đảng viên)"."""
    before = source.low[part.start : quantity.figure]
    opened = before.rfind("(")
    in_brackets = opened > before.rfind(")")
    inside = before[opened:] if in_brackets else before[-40:]
    return bool(_GLOSS.search(inside)) or (in_brackets and "trong đó" not in inside)


def _words_end(source: Source, quantity: Quantity, part: Span) -> int:
    end = loose(r"[^,;.()]{0,60}").match(source.low, quantity.stop, part.stop)
    return end.end() if end else quantity.stop


def _asked(source: Source, line: Line, sentence: Span, part: Span, quantity: Quantity, subject: str) -> bool:
    low, over = source.low, line.over_words(source)
    if quantity.unit == "percent" and _OF_A_PLAN.match(low, quantity.stop):
        return False
    before = low[max(part.start, quantity.start - 70) : quantity.start]
    if quantity.unit == "percent" and _OF_A_SHARED_PLAN.match(low, quantity.stop) and _FULFILLED.search(before):
        return False
    if _DESCRIBED.search(low, part.start, quantity.figure):
        return False
    if (quantity.unit == "organisations" and _ADDRESSED.search(before)) or _PER_CLASS.search(before):
        return False
    if (
        quantity.unit != "percent"
        and _HAVING.search(low[max(part.start, quantity.figure - 70) : quantity.figure])
        and not _WANTING.search(low[part.start : quantity.figure])
    ):
        return False
    begun = part.start if _is_other_clause(low, sentence, part) else sentence.start
    # "Chi bộ A: 3 đảng viên" in a letter about quotas is one.
    listed = [subject] if _COLON.match(low[part.start : quantity.start]) else []
    mood = moods.is_goal(low, begun, quantity.figure, part.stop, [*over, *listed])
    # Where no word asks and none tells a result, "at least" and "at most" ask.
    if mood is False or (mood is None and quantity.comparison not in ("at_least", "at_most")):
        return False
    return any(map(measures.TOPIC.search, [low[sentence.start : sentence.stop], *over, subject]))


def _is_other_clause(low: str, sentence: Span, part: Span) -> bool:
    """A clause after "but" or with a cue of its own is judged by itself."""
    return part.start > sentence.start and (
        low.startswith(("tuy nhiên", "nhưng", "song"), part.start) or moods.says_past(low[part.start : part.stop])
    )


def _quota(
    source: Source, line: Line, sentence: Span, part: Span, quantity: Quantity, year: int | None, subject: str
) -> Quota:
    low = source.low
    near = low[max(part.start, quantity.start - _CONTEXT) : _clause_end(low, quantity.stop, part.stop)]
    wide = "\n".join([low[sentence.start : sentence.stop], *line.over_words(source)])
    return Quota(
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        comparison=quantity.comparison,
        base=_base(low, part, quantity),
        period=_period(source, line, sentence, part, quantity, year, subject),
        measure=measures.measure(near, wide),
        unit_words=_unit_words(source, part, quantity),
        letter_words="",
        is_total=False,
        sentence=source.text[sentence.start : sentence.stop],
        span=sentence,
    )


def _base(low: str, part: Span, quantity: Quantity) -> str | None:
    if quantity.unit != "percent":
        return "none"
    return measures.base(low[quantity.start : part.stop]) or measures.base(low[part.start : quantity.start])


def _period(
    source: Source, line: Line, sentence: Span, part: Span, quantity: Quantity, year: int | None, subject: str
) -> str | None:
    """The period of the part, else of the sentence, else of what stands over it."""
    stretches = ((part.start, part.stop), (sentence.start, sentence.stop))
    found = (periods.nearest(source.low, start, stop, quantity.figure, year) for start, stop in stretches)
    said = next((period for period in found if period), None)
    around = [found for words in [*line.over_words(source), subject] if (found := periods.of_heading(words, year))]
    if said == "term":
        return next((found for found in around if "/" in found), said)
    return said or next(iter(around), None)


def _unit_words(source: Source, part: Span, quantity: Quantity) -> str:
    """Of which unit the number is asked, where the words before it say so."""
    before = Span(part.start, quantity.start)
    if each := _EACH.search(source.low, before.start, before.stop):
        return source.words(*each.span())
    colon = _COLON.match(source.low[before.start : before.stop])
    if colon and not measures.TOPIC.search(colon["name"]):
        at = before.start + colon.start("name")
        return source.words(at, at + len(colon["name"]))
    return ""


def _clause_end(low: str, start: int, stop: int) -> int:
    end = low.find(",", start, stop)
    return min(stop, start + 60) if end < 0 else min(end, start + 60)
