"""What a quota of a read letter is as a target of ours; chosen beforehand only where nothing is left open."""

from decimal import Decimal

from directives.enums import ORGANISATION_MEASURES, BaseKind, Comparison, Measure, NumberKind, PeriodKind
from directives.reading import Letter, Quota, periods

TAKE, LEAVE = "1", "0"
_BASES = {
    "start_of_year": BaseKind.MEMBERS_YEAR_START,
    "end_of_last_year": BaseKind.MEMBERS_LAST_YEAR_END,
    "start_of_term": BaseKind.MEMBERS_TERM_START,
}
_BASES_OF_MEASURES = {
    Measure.UNITS_ADMITTING: BaseKind.UNITS_WITH_SOURCES,
    Measure.MADE_KNOWN: BaseKind.BOUND_UNITS,
}
_MEASURES = frozenset(Measure.values) - ORGANISATION_MEASURES
_REPEATED = {
    "yearly": PeriodKind.YEAR,
    "half_yearly": PeriodKind.HALF,
    "quarterly": PeriodKind.QUARTER,
}
_PARTS = {"H": PeriodKind.HALF, "Q": PeriodKind.QUARTER}
_LONGEST = 200


def row(quota: Quota, letter: Letter, unit: str) -> dict:
    """The line of a quota; ``unit`` is how the form writes the unit for which the letter was read."""
    told = {
        "measure": quota.measure if quota.measure in _MEASURES else "",
        "number_kind": NumberKind.PERCENT if quota.unit == "percent" else NumberKind.ABSOLUTE,
        "number": _written(quota.value),
        "number_max": _written(quota.value_max),
        "comparison": quota.comparison or Comparison.AT_LEAST,
        "base": _base(quota),
        "letter_words": quota.letter_words[:_LONGEST],
        "origin": _origin(quota, letter),
        "unit": "" if quota.unit_words else unit,
        **_period(quota, letter),
    }
    lacks = _lacks(told)
    is_whole = not (quota.unit_words or quota.is_total or lacks)
    return told | {"take": TAKE if is_whole else LEAVE, "lacks": lacks}


def _lacks(told: dict) -> list[str]:
    """What of a target the text leaves open; of each row of a table the unit is, so tables are shared out instead."""
    based = told["number_kind"] != NumberKind.PERCENT or told["base"]
    there = {
        "chỉ số": told["measure"],
        "số": told["number"],
        "cách tính tỷ lệ": based,
        "kỳ": told.get("period") and told.get("first_year"),
    }
    return [name for name, value in there.items() if not value]


def _written(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}".replace(".", ",")


def _base(quota: Quota) -> str:
    if quota.unit != "percent":
        return ""
    return _BASES_OF_MEASURES.get(quota.measure) or _BASES.get(quota.base, "")


def _period(quota: Quota, letter: Letter) -> dict:
    """The period in the form's terms; of a term the days are not known from its years."""
    said = quota.period or ""
    if said in _REPEATED:
        year = letter.issued_on.year if letter.issued_on else None
        return {"period": _REPEATED[said], "first_year": year, "last_year": _last_year(quota)}
    if said.isdecimal():
        return {"period": PeriodKind.YEAR, "first_year": int(said), "last_year": int(said)}
    year, _, part = said.partition("-")
    if part[:1] in _PARTS:
        return {"period": _PARTS[part[0]], "part": int(part[1:]), "first_year": int(year), "last_year": int(year)}
    return {"period": PeriodKind.TERM} if "/" in said or said == "term" else {}


def _last_year(quota: Quota) -> int | None:
    """The last year of the term that the sentence names."""
    low = quota.sentence.lower().replace("–", "-").replace("—", "-")
    terms = [cue.period for cue in periods.cues(low, 0, len(low), None) if "/" in cue.period]
    return int(terms[0].partition("/")[2]) if terms else None


def _origin(quota: Quota, letter: Letter) -> str:
    """The congress whose target the sentence restates."""
    restated = [each for each in letter.cites if each.number is None and each.sentence == quota.sentence]
    return restated[0].name[:_LONGEST] if restated else ""
