"""The values of each regime as the texts at hand have them, without a database; and a value to judge by in a test."""

from candidates.known_values import CHARTER, GUIDED, REGIMES, VALUES, read
from candidates.rules.parameters import Parameter
from candidates.rules.sources import Source

SOURCE = Source("24-QĐ/TW", "điểm 1.1.1", confirmed=False)
CONFIRMED = Source("24-QĐ/TW", "điểm 1.1.1", confirmed=True)


def only(source: Source = SOURCE, **told: str) -> dict[str, Parameter]:
    """Values written age_from="18"; "" says that no text at hand tells it."""
    return {code: Parameter(code, value, source) for code, value in told.items()}


def of(code: str) -> dict[str, Parameter]:
    """Everything that a regime and the Charter beside it set, in the documents and clauses of the reference table."""
    place = next(place for place, regime in enumerate(REGIMES) if regime.code == code)
    document = f"{REGIMES[place].number}-QĐ/TW"
    cells = {name: (clause, cells[place]) for name, (clause, *cells) in VALUES.items()} | CHARTER
    return {str(name): _parameter(code, name, document, *cell) for name, cell in cells.items()}


def _parameter(regime: str, name: str, document: str, clause: str, cell: str) -> Parameter:
    if regime in GUIDED.get(name, {}):
        (document, *_), clause = GUIDED[name][regime]
    elif name in CHARTER:
        document = "Điều lệ Đảng"
    return Parameter(str(name), read(cell)[0], Source(document, clause, confirmed=False))
