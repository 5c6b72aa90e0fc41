"""What changed in confirmed figures afterwards: who is counted now and was not, or the reverse; by whom, when and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from candidates.models import StageEntry
from reports.models import Confirmation, ConfirmedFigure, LateReason
from reports.rounds import figures
from reports.rounds.figures import BY_KEY

# Of which confirmation (its key), in which figure, which dossier → came in (1), went out (-1).
Differences = Mapping[tuple[int, str, str], int]


@dataclass(frozen=True)
class Move:
    """A dossier came into a figure or went out of it."""

    key: str
    label: str
    is_in: bool

    @property
    def words(self) -> str:
        """The move as a line says it."""
        return f"{'+1' if self.is_in else '−1'} {self.label}"


@dataclass(frozen=True)
class Explained:
    """Who did it when by the audit trail, and the reason: that of the organisation, else the one given when it was recorded."""

    by: str = ""
    at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True)
class LateChange:
    """What became of one dossier in figures confirmed before."""

    of: Confirmation
    code: str
    moves: tuple[Move, ...]
    told: Explained


def trail_end() -> int:
    """Return the number of the newest row in the audit trail of steps; 0 where there is none."""
    newest = StageEntry.pgh_event_model.objects.order_by("-pgh_id").values_list("pgh_id", flat=True)
    return newest.first() or 0


def since(confirmed: Sequence[Confirmation]) -> list[LateChange]:
    """Return what changed since each of ``confirmed``; they know their place, its round and unit."""
    return grouped(confirmed, differences(confirmed))


def differences(confirmed: Sequence[Confirmation]) -> Differences:
    """Return who is counted now and was not, and the reverse, in two queries for any number of confirmations."""
    if not confirmed:
        return {}
    rounds = {each.place.round_id: each.place.round for each in confirmed}
    now = figures.members(list(rounds.values()), {each.place.unit_id for each in confirmed})
    then = _confirmed(confirmed)
    found: dict[tuple[int, str, str], int] = {}
    for each in confirmed:
        for key, members in then[each.pk].items():
            there = now[each.place.round_id, each.place.unit_id].get(key, members)
            found |= {(each.pk, key, code): 1 for code in there - members}
            found |= {(each.pk, key, code): -1 for code in members - there}
    return found


def grouped(confirmed: Sequence[Confirmation], found: Differences) -> list[LateChange]:
    """Return differences by dossier, explained; the oldest confirmation first."""
    moves: dict[tuple[int, str], list[Move]] = defaultdict(list)
    for (of, key, code), sign in sorted(found.items(), key=_in_order):
        moves[of, code].append(Move(key, BY_KEY[key].label if key in BY_KEY else key, sign > 0))
    by_key = {each.pk: each for each in confirmed}
    told = _explained(by_key, moves)
    return [LateChange(by_key[of], code, tuple(each), told[of, code]) for (of, code), each in moves.items()]


def _in_order(row: tuple[tuple[int, str, str], int]) -> tuple[int, str, int]:
    """By confirmation and dossier, then as the figures stand in their table."""
    (of, key, code), _ = row
    return of, code, list(BY_KEY).index(key) if key in BY_KEY else len(BY_KEY)


def _confirmed(confirmed: Sequence[Confirmation]) -> dict[int, dict[str, frozenset[str]]]:
    found: dict[int, dict[str, frozenset[str]]] = {each.pk: {} for each in confirmed}
    rows = ConfirmedFigure.objects.filter(confirmation__in=list(found))
    for of, key, members in rows.values_list("confirmation", "key", "members"):
        found[of][key] = frozenset(members)
    return found


def _explained(
    confirmed: Mapping[int, Confirmation], keys: Iterable[tuple[int, str]]
) -> dict[tuple[int, str], Explained]:
    wanted = list(keys)
    if not wanted:
        return {}
    given = {
        (row.of_id, row.code): row.words
        for row in LateReason.objects.filter(of__in={of for of, _ in wanted}).order_by("pk")
    }
    trail = _trail({code for _, code in wanted}, min(confirmed[of].trail_from for of, _ in wanted))
    return {(of, code): _told(confirmed[of], trail[code], given.get((of, code), "")) for of, code in wanted}


def _trail(codes: set[str], since: int) -> dict[str, list[dict]]:
    """What was recorded about the stages of dossiers after a row of the audit trail, the oldest first."""
    events = StageEntry.pgh_event_model.objects.filter(dossier__code__in=codes, pgh_id__gt=since)
    found: dict[str, list[dict]] = defaultdict(list)
    columns = ("pgh_id", "dossier__code", "on", "pgh_created_at", "pgh_context__metadata", "cancel_reason")
    for row in events.order_by("pgh_id").values(*columns):
        found[row["dossier__code"]].append(row)
    return found


def _told(of: Confirmation, trail: list[dict], given: str) -> Explained:
    """The last record within the locked days, one with a reason before one without."""
    inside = [row for row in trail if row["pgh_id"] > of.trail_from and row["on"] <= of.place.round.as_at]
    if not inside:
        return Explained(reason=given)
    row = max(inside, key=lambda each: (bool(_reason(each)), each["pgh_id"]))
    by = (row["pgh_context__metadata"] or {}).get("name", "")
    return Explained(by, row["pgh_created_at"], given or _reason(row))


def _reason(row: dict) -> str:
    return row["cancel_reason"] or (row["pgh_context__metadata"] or {}).get("reason", "")
