"""One dossier judged on one day by every criterion that can be asked of it, by one regime or by several side by side."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from candidates import assessment, policy
from candidates.assessment import Seen
from candidates.enums import CriterionCode, Stage
from candidates.models import Dossier, Regime
from candidates.rules.criteria import CRITERIA, Moment
from candidates.rules.parameters import Values
from candidates.rules.verdict import Verdict

# From which stage on the criteria of a moment can be asked at all.
_SINCE = {
    Moment.PROPOSAL: None,
    Moment.DECISION: Stage.PROPOSED,
    Moment.RECOGNITION: Stage.ADMITTED,
    # Of the others nobody thinks of striking them off: it would only be a vote that is not recorded.
    Moment.STRIKING_OFF: Stage.STRUCK_OFF,
}


NAMES: dict[str, str] = {criterion.code: criterion.name for criterion in CRITERIA} | dict(CriterionCode.choices)


@dataclass(frozen=True)
class Asked:
    """What one criterion says, and at which moment it is asked."""

    moment: Moment
    verdict: Verdict


@dataclass(frozen=True)
class Row:
    """One criterion under each of the regimes compared; None where a regime says nothing of it."""

    rule: str
    regimes: tuple[Regime, ...]
    cells: tuple[Verdict | None, ...]

    @property
    def under(self) -> list[tuple[Regime, Verdict | None]]:
        """Each regime with what it says."""
        return list(zip(self.regimes, self.cells, strict=True))

    @property
    def name(self) -> str:
        """The criterion as people call it."""
        return NAMES.get(self.rule, self.rule)

    @property
    def differs(self) -> bool:
        """Say whether the regimes do not all give the same answer in the same words."""
        return len({(cell.answer, cell.sentence) if cell else None for cell in self.cells}) > 1


def all_asked(dossier: Dossier, on: date, values: Values | None = None) -> list[Asked]:
    """Judge by the criteria of the proposal and of every later moment that the dossier had reached on a day.

    By ``values`` where given, else each moment by the regime in force on its day.
    """
    return _asked(Seen(dossier, on), values)


def side_by_side(dossier: Dossier, on: date, regimes: Sequence[Regime]) -> list[Row]:
    """Judge by several regimes as if each were in force on the day; one row per criterion, in the order of the table."""
    seen = Seen(dossier, on)
    columns = [dict(_keyed(_asked(seen, policy.of_regime(regime.code, on)))) for regime in regimes]
    keys = sorted({key for column in columns for key in column}, key=_in_order)
    return [Row(key[1], tuple(regimes), tuple(column.get(key) for column in columns)) for key in keys]


def _asked(seen: Seen, values: Values | None) -> list[Asked]:
    return [
        Asked(moment, verdict)
        for moment, since in _SINCE.items()
        if since is None or _reached(seen.dossier, since, seen.on)
        for verdict in assessment.by(seen, moment, values)
    ]


Key = tuple[Moment, str, int]


def _keyed(found: list[Asked]) -> Iterator[tuple[Key, Verdict]]:
    """Each verdict under its moment, its rule, and which of several of that rule it is (local criteria of several letters)."""
    seen: Counter = Counter()
    for each in found:
        seen[each.verdict.rule] += 1
        yield (each.moment, each.verdict.rule, seen[each.verdict.rule]), each.verdict


def _in_order(key: Key) -> tuple[int, int, str, int]:
    """In the order of the table of criteria, the local ones after those of their moment."""
    moment, rule, place = key
    codes = [criterion.code for criterion in CRITERIA]
    return list(Moment).index(moment), codes.index(rule) if rule in codes else len(codes), rule, place


def _reached(dossier: Dossier, stage: Stage, on: date) -> bool:
    return any(entry.stage == stage and entry.on <= on for entry in dossier.steps)
