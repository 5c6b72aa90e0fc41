"""docs/stages.md as text, generated from the tables of moves and side tracks so that it can never tell anything else."""

from collections.abc import Iterable

from candidates import guards
from candidates.enums import EXITS, MAIN_LINE, Stage, Way
from candidates.moves import BY_SUPERIOR, MAIN, SIDE, TABLE, Move
from candidates.tracks import TRACKS, Track
from organizations.access import DEEDS
from organizations.enums import Deed

_HEAD = """# Stages, moves and side tracks

Generated from `candidates/moves.py` and `candidates/tracks.py` by `manage.py document_stages`; a test fails when this page is
stale. A move changes the stage; a side track lets a dossier wait beside it (`docs/adr/0019`). Every row is written under an
`Act`, so that it can be undone while nothing was built on it (`candidates/undoing.py`).

## Stages

| stage | Vietnamese | on the main line |
|---|---|---|
{stages}

## The way

```mermaid
stateDiagram-v2
{arrows}
```

A box of two stages stands for every stage between them; `∥` in a note is a side track, `redo` goes back to any earlier stage
from `preparing` on, by order.

## Moves and side tracks

`↺` goes back by order; `∥` is a side track: it begins by the first owner named and ends by the second. What stands against a
step: {guards}. A transfer is sent with the letter of its stage (rows to `moved_out`) and received by whoever adds candidates
in the other cell; until then `under_way` stands against everything.

| from | to | on the button | owner (roles with the deed) | guards of its own | paper | clock started | audit event |
|---|---|---|---|---|---|---|---|
{moves}
{tracks}
"""
# Guards that ask for something of one move alone.
_OWN_GUARDS = {
    Stage.REMOVED: "coded reason",
    Stage.ANNULLED: "reason in words",
    Stage.PROPOSED: "criteria of the proposal, 2/3 of the cell",
    Stage.DECIDED: "criteria of the decision, vote of the committee",
    Stage.REVIEWED: "criteria of recognition, not before probation ends",
    Stage.OFFICIAL: "criteria of recognition",
    Stage.STRUCK_OFF: "criteria of striking off",
}


def text() -> str:
    """Return the whole page."""
    return _HEAD.format(
        stages="\n".join(_stage_row(stage) for stage in Stage),
        arrows="\n".join(f"    {arrow}" for arrow in [*_main_arrows(), *_side_arrows(), *_notes()]),
        guards=", ".join(f"`{each.__name__}`" for each in guards.GUARDS),
        moves="\n".join(_move_rows(TABLE.values())),
        tracks="\n".join(_track_row(track) for track in TRACKS.values()),
    )


def _stage_row(stage: Stage) -> str:
    return f"| `{stage.value}` | {stage.label} | {'yes' if stage in MAIN_LINE else 'no'} |"


def _main_arrows() -> list[str]:
    return [f"{move.start.value} --> {move.to.value}: {move.verb}" for move in (*MAIN, *BY_SUPERIOR.values())]


def _side_arrows() -> list[str]:
    """One arrow for all moves to a way out, and one for all that go back to a stage."""
    found = [f'state "{", ".join(sorted(_labels(starts)))}" as to_{to.value}' for to, starts in _ways_out()]
    found += [f"to_{to.value} --> {to.value}: {_verb(to)}" for to, _ in _ways_out()]
    back = {move.start for move in SIDE if move.way == Way.BACK}
    return [*found, *(f"{stage.value} --> redo: theo chỉ đạo" for stage in MAIN_LINE if stage in back)]


def _ways_out() -> list[tuple[Stage, list[Stage]]]:
    return [(to, [move.start for move in SIDE if move.to == to]) for to in EXITS]


def _labels(starts: Iterable[Stage]) -> list[str]:
    """Runs of the main line in short: source … submitted."""
    order = sorted(starts, key=MAIN_LINE.index)
    return [f"{order[0].value} … {order[-1].value}"] if len(order) > 2 else [each.value for each in order]


def _verb(to: Stage) -> str:
    return next(move.verb for move in SIDE if move.to == to)


def _notes() -> list[str]:
    """Each side track as a note at the first stage at which it may begin."""
    return [
        f"note right of {track.stages[0].value} : ∥ {track.verb} ({_labels(track.stages)[0]})"
        for track in TRACKS.values()
    ]


def _owner(deed: Deed) -> str:
    owners = ", ".join(role.label for role, deeds in DEEDS.items() if deed in deeds)
    return f"{deed.label} ({owners})"


def _move_rows(moves: Iterable[Move]) -> list[str]:
    """One row for all moves that differ by nothing but the stage they start from."""
    starts: dict[str, list[str]] = {}
    for move in moves:
        starts.setdefault(_rest_of(move), []).append(f"`{move.start.value}`")
    return [f"| {', '.join(found)} | {rest} |" for rest, found in starts.items()]


def _rest_of(move: Move) -> str:
    number = ", number needed" if move.needs_number else ""
    cells = (
        f"{'↺ ' if move.way == Way.BACK else ''}`{move.to.value}`",
        move.verb,
        _owner(move.deed),
        _OWN_GUARDS.get(move.to, "–") if move.way == Way.STEP else "–",
        f"{move.paper.label}{number}" if move.paper else "–",
        move.clock.label if move.clock else ("that of the step before runs on" if move.goes_on else "–"),
        f"`step`: {move.verb}",
    )
    return " | ".join(cells)


def _track_row(track: Track) -> str:
    outcomes = " / ".join(each.label for each in track.outcomes)
    papers = " / ".join(each.label for each in (*track.papers, *track.end_papers)) or "–"
    cells = (
        ", ".join(f"`{stage.value}`" for stage in track.stages),
        f"∥ `{track.kind.value}` → {outcomes}",
        f"{track.verb} / {track.end_verb}",
        f"{'; '.join(map(_owner, track.begins))} → {'; '.join(map(_owner, track.ends))}. Waits for: {track.waits.label}",
        "one open of a kind" + (", number needed" if track.needs_number else ""),
        papers,
        "the clocks of the stage run on",
        f"`hold`: {track.verb}; `release`: {track.end_verb}",
    )
    return f"| {' | '.join(cells)} |"
