"""docs/stages.md as text, generated from the table of moves so that it can never tell anything else."""

from candidates.enums import MAIN_LINE, Stage
from candidates.moves import TABLE, Move
from organizations.access import DEEDS

_HEAD = """# Stages and moves

Generated from `candidates/moves.py` by `manage.py document_stages`; a test fails when this page is stale.

| stage | Vietnamese | on the main line |
|---|---|---|
{stages}

```mermaid
stateDiagram-v2
{arrows}
```

| from | to | the step, as the button says it | owner (roles with the deed) | paper | number needed | clock started |
|---|---|---|---|---|---|---|
{moves}
"""


def text() -> str:
    """Return the whole page."""
    return _HEAD.format(
        stages="\n".join(_stage_row(stage) for stage in Stage),
        arrows="\n".join(f"    {move.start.value} --> {move.to.value}: {move.verb}" for move in TABLE.values()),
        moves="\n".join(_move_row(move) for move in TABLE.values()),
    )


def _stage_row(stage: Stage) -> str:
    return f"| `{stage.value}` | {stage.label} | {'yes' if stage in MAIN_LINE else 'no'} |"


def _move_row(move: Move) -> str:
    owners = ", ".join(role.label for role, deeds in DEEDS.items() if move.deed in deeds)
    cells = (
        f"`{move.start.value}`",
        f"`{move.to.value}`",
        move.verb,
        f"{move.deed.label} ({owners})",
        move.paper.label if move.paper else "–",
        "yes" if move.needs_number else "no",
        move.clock.label if move.clock else "–",
    )
    return f"| {' | '.join(cells)} |"
