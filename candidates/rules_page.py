"""docs/rules.md as text, generated from the criteria and the known values so that it can never tell anything else."""

from collections.abc import Callable
from inspect import cleandoc

from candidates.enums import CriterionCode, ParameterCode
from candidates.known_values import CHARTER, GUIDED, REGIMES, VALUES, KnownRegime, read
from candidates.moves import TABLE
from candidates.policy import value_words
from candidates.rules import local, papers, ratings
from candidates.rules.criteria import CRITERIA, Criterion

_HEAD = """# Rules

Generated from `candidates/rules/`, `candidates/known_values.py` and `candidates/moves.py` by `manage.py document_rules`; a test
fails when this page is stale. It tells what every installation knows from the start. What a board confirmed or corrected since
then stands in its own database (Quy định, `/quy-dinh/`).

Every criterion answers met, not met or cannot tell yet. A value that no text at hand tells makes it cannot tell yet ("chưa đủ căn
cứ"); a value that nobody confirmed is marked wherever it is used, and a deadline from it is "cần kiểm tra", never "quá hạn".
Confidence: P the text was seen, S a secondary source, S- a weak one, INF inferred, N looked for and not found (domain.md §0).

## Criteria

| criterion | Vietnamese | asked at | values it needs | stands under | what it says |
|---|---|---|---|---|---|
{criteria}

Local criteria stand over the subtree of a unit and bind the occupations that they name, or everybody:

| criterion | Vietnamese | what it says |
|---|---|---|
{local}

## Values per regime

"–" is a value that no text at hand tells.

| value | {codes} |
|---|{rule}
{values}

## Where each value stands

{places}

## Clocks

| step | clock that it starts |
|---|---|
{clocks}
"""


def text() -> str:
    """Return the whole page."""
    return _HEAD.format(
        criteria="\n".join(_criterion_row(each) for each in CRITERIA),
        local="\n".join(f"| `{code.value}` | {code.label} | {_meaning(_LOCAL[code])} |" for code in CriterionCode),
        codes=" | ".join(known.code for known in REGIMES),
        rule="---|" * len(REGIMES),
        values="\n".join([*(_value_row(code) for code in VALUES), *(_charter_row(code) for code in CHARTER)]),
        places="\n\n".join([*(_place_table(place) for place in range(len(REGIMES))), _charter_table()]),
        clocks="\n".join(f"| {move.verb} | {move.clock.label} |" for move in TABLE.values() if move.clock),
    )


_LOCAL: dict[CriterionCode, Callable] = {
    CriterionCode.RATED_YEARS: ratings.rated_years,
    CriterionCode.PAPER_MONTHS: papers.within_months,
    CriterionCode.SYMPATHISER_MONTHS: local.sympathiser_months,
    CriterionCode.STATED: local.stated,
}


def _criterion_row(each: Criterion) -> str:
    values = ", ".join(f"`{code}`" for code in each.parameters) or "–"
    cells = (f"`{each.code}`", each.name, each.moment.value, values, _stands_under(each), _meaning(each.judge))
    return f"| {' | '.join(cells)} |"


def _stands_under(each: Criterion) -> str:
    """The regimes that tell every value which the criterion needs, and those that tell some of them."""
    needed = [ParameterCode(code) for code in each.parameters if ParameterCode(code) in VALUES]
    told = {known.code: [bool(VALUES[code][place + 1]) for code in needed] for place, known in enumerate(REGIMES)}
    whole = [code for code, known in told.items() if all(known)]
    part = [code for code, known in told.items() if any(known) and not all(known)]
    words = ["all" if len(whole) == len(REGIMES) else ", ".join(whole), f"in part {', '.join(part)}" if part else ""]
    return "; ".join(filter(None, words)) or "none"


def _meaning(judge: Callable) -> str:
    """The first thought of a rule's docstring."""
    return " ".join(cleandoc(judge.__doc__).split("\n\n")[0].split())


def _value_row(code: ParameterCode) -> str:
    cells = (value_words(code, read(cell)[0]) or "–" for cell in VALUES[code][1:])
    return f"| {code.label} (`{code.value}`) | {' | '.join(cells)} |"


def _charter_row(code: ParameterCode) -> str:
    value = value_words(code, read(CHARTER[code][1])[0])
    return f"| {code.label} (`{code.value}`) | {' | '.join([value] * len(REGIMES))} |"


def _place_table(place: int) -> str:
    known = REGIMES[place]
    until = f" to {known.stop} (exclusive)" if known.stop else " on"
    rows = "\n".join(_place_row(known, code, VALUES[code][place + 1]) for code in VALUES)
    head = "| value | says | document, clause | confidence | stands |\n|---|---|---|---|---|"
    return f"### {known.code}: {known.number}-QĐ/TW, from {known.start}{until}\n\n{head}\n{rows}"


def _place_row(known: KnownRegime, code: ParameterCode, cell: str) -> str:
    document, clause = _cited(known, code)
    return _row(code, cell, f"{document}, {clause}" if clause else document)


def _charter_table() -> str:
    head = "| value | says | document, clause | confidence | stands |\n|---|---|---|---|---|"
    rows = "\n".join(_row(code, cell, f"Điều lệ Đảng, {clause}") for code, (clause, cell) in CHARTER.items())
    return f"### DL11: the Charter, from 2011-01-19 on\n\n{head}\n{rows}"


def _row(code: ParameterCode, cell: str, place: str) -> str:
    value, confidence = read(cell)
    stands = "yes, unconfirmed" if value else "no"
    return f"| {code.label} | {value_words(code, value) or '–'} | {place} | {confidence.value} | {stands} |"


def _cited(known: KnownRegime, code: ParameterCode) -> tuple[str, str]:
    if known.code in GUIDED.get(code, {}):
        (number, signed_on, _), clause = GUIDED[code][known.code]
        return f"{number} ({signed_on.year})", clause
    return f"{known.number}-QĐ/TW", VALUES[code][0]
