"""The years that a local letter wants rated well before somebody is proposed (52-CV/BTCĐU, point 2)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from candidates.rules.binding import binds
from candidates.rules.facts import Facts, Rated
from candidates.rules.sources import Source
from candidates.rules.verdict import Answer, Verdict, day_vn

RULE = "rated_years"
AGENCY, ORGANISATION = "agency", "organisation"
RATERS = {AGENCY: "cơ quan, đơn vị", ORGANISATION: "tổ chức chính trị – xã hội"}


@dataclass(frozen=True)
class YearsCriterion:
    """So many calendar years in a row, each rated ``least`` or better, one of them ``top`` and commended.

    ``occupations`` are bound and nobody else, or everybody where none is named; ``grades`` names each grade; ``anchor`` names
    the day by which it is judged.
    """

    occupations: frozenset[str]
    years: int
    least: int
    top: int
    grades: Mapping[int, str]
    anchor: str
    source: Source


def rated_years(facts: Facts, criterion: YearsCriterion) -> Verdict | None:
    """Judge the completed years before the day of consideration; None for somebody whom the criterion does not bind.

    The text can be read in two ways: the excellent year itself is commended, or one year is excellent and some year is
    commended. Where the two differ the answer stays open. Excellent is what the agency called so.
    """
    bound = binds(criterion.occupations, facts.occupation)
    if bound is False:
        return None
    if open_question := _cannot_tell(facts, bound=bound):
        return Verdict(RULE, Answer.UNKNOWN, open_question, criterion.source)
    years = years_before(facts.considered_on, criterion.years)
    short = [*_missing(facts, years), *_too_low(facts, criterion, years)]
    answer, words = (Answer.NOT_MET, "; ".join(short) + ".") if short else _by_both_readings(facts, criterion, years)
    sentence = f"Xét {span(years)}, tính đến {criterion.anchor} ({day_vn(facts.considered_on)}): {words}"
    return Verdict(RULE, answer, sentence, criterion.source)


def years_before(day: date, count: int) -> tuple[int, ...]:
    """Return the last ``count`` calendar years that were over before ``day``'s own year began."""
    return tuple(range(day.year - count, day.year))


def organisation_years(facts: Facts, years: Iterable[int]) -> tuple[int, ...]:
    """Return those of ``years`` for which a socio-political organisation rates the person, too.

    Where the membership is known: the years at whose end it held. Where only ratings by an organisation are: all of them.
    """
    if facts.in_organisation:
        return tuple(year for year in years if any(_holds(span, date(year, 12, 31)) for span in facts.in_organisation))
    rated = any(each.rater == ORGANISATION and each.year in years for each in facts.ratings)
    return tuple(years) if rated else ()


def span(years: tuple[int, ...]) -> str:
    """Name years in a row: năm 2018, các năm 2016–2018."""
    return f"năm {years[0]}" if len(years) == 1 else f"các năm {years[0]}–{years[-1]}"


def listed(years: Iterable[int]) -> str:
    """Name single years: năm 2017, các năm 2016, 2018."""
    names = [str(year) for year in sorted(years)]
    return f"năm {names[0]}" if len(names) == 1 else f"các năm {', '.join(names)}"


def _cannot_tell(facts: Facts, *, bound: bool | None) -> str:
    if bound is None:
        return "Chưa kết luận được: chưa biết nghề nghiệp nên chưa rõ có phải được xếp loại hay không; hãy bổ sung nghề nghiệp."
    return "" if facts.considered_on else "Chưa đủ căn cứ: chưa có ngày để xét."


def _asked(facts: Facts, years: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Who must have rated which years."""
    yield AGENCY, years
    yield ORGANISATION, organisation_years(facts, years)


def _missing(facts: Facts, years: tuple[int, ...]) -> Iterator[str]:
    for rater, wanted in _asked(facts, years):
        if gaps := set(wanted) - {each.year for each in facts.ratings if each.rater == rater}:
            yield f"chưa có xếp loại của {RATERS[rater]} {listed(gaps)}"


def _too_low(facts: Facts, criterion: YearsCriterion, years: tuple[int, ...]) -> Iterator[str]:
    for rater, wanted in _asked(facts, years):
        for each in _of(facts, rater, wanted):
            if each.grade < criterion.least:
                yield f"năm {each.year} {RATERS[rater]} xếp “{each.words}”, dưới mức “{criterion.grades[criterion.least]}”"


def _by_both_readings(facts: Facts, criterion: YearsCriterion, years: tuple[int, ...]) -> tuple[Answer, str]:
    """The answer where every year is good enough: both readings agree, or they are told."""
    top = criterion.grades[criterion.top]
    excellent = {each.year for each in _of(facts, AGENCY, years) if each.grade >= criterion.top}
    commended = facts.commended.intersection(years)
    if not excellent:
        return Answer.NOT_MET, f"không năm nào được xếp “{top}”."
    if not commended:
        return (
            Answer.NOT_MET,
            f"{listed(excellent)} “{top}” nhưng không năm nào được khen thưởng, đạt danh hiệu thi đua.",
        )
    if both := excellent & commended:
        least = criterion.grades[criterion.least]
        return Answer.MET, f"năm nào cũng đạt “{least}” trở lên, {listed(both)} “{top}” và được khen thưởng."
    return Answer.UNKNOWN, _told(len(years), listed(excellent), listed(commended))


def _told(count: int, excellent: str, commended: str) -> str:
    return (
        f"chưa kết luận. Hiểu theo cách 1 (năm xuất sắc phải được khen): chưa đạt, {excellent} xuất sắc nhưng không được "
        f"khen; theo cách 2 (có một năm xuất sắc và được khen trong {count} năm): đạt, được khen {commended}. "
        "Cần cấp ban hành xác nhận cách hiểu."
    )


def _of(facts: Facts, rater: str, years: tuple[int, ...]) -> list[Rated]:
    return sorted(
        (each for each in facts.ratings if each.rater == rater and each.year in years), key=lambda each: each.year
    )


def _holds(period: tuple[date, date | None], day: date) -> bool:
    start, stop = period
    return start <= day and (stop is None or stop > day)
