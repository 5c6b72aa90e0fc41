"""Which committees stand between a cell and the one that decides, as at a day; so which stages its dossiers pass."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, QuerySet

from candidates import holds, moves, votes_kept
from candidates.enums import MAIN_LINE, BallotBody, BallotOutcome, BallotSubject, Stage
from candidates.models import Dossier, StageEntry
from candidates.moves import Move
from organizations.enums import UnitKind
from organizations.models import UnitAncestry, UnitVersion

_BELOW = (BallotOutcome.FAILED, BallotOutcome.REPORT_UP)
_OF_GRASSROOTS = (BallotBody.GRASSROOTS_COMMITTEE, BallotBody.GRASSROOTS_STANDING)


@dataclass(frozen=True)
class Levels:
    """What stands above a cell: a sectional committee, a grassroots committee (a grassroots cell has neither)."""

    section: bool
    committee: bool


class Line:
    """The main line of one dossier as at a day; asks for its unit's levels and its votes once, and only when needed."""

    def __init__(self, dossier: Dossier, on: date, levels: Levels | None = None) -> None:
        self._dossier, self._on, self._levels = dossier, on, levels

    @cached_property
    def levels(self) -> Levels:
        """What stands above the cell on the day."""
        return self._levels or of_unit(self._dossier.unit_id, self._on)

    @cached_property
    def decided_at_grassroots(self) -> bool:
        """Say whether the grassroots committee itself voted to admit: a delegated one decides, and submits nothing."""
        voted = (each for each in votes_kept.counting(self._dossier) if each.subject == BallotSubject.ADMISSION)
        return any(each.body in _OF_GRASSROOTS and each.outcome not in _BELOW for each in voted)

    @cached_property
    def superior_decides(self) -> bool:
        """Say whether the superior left the recognition to the committee that decides, against the votes of the cell."""
        return holds.superior_decides(self._dossier, self._on)

    def passes(self, stage: Stage) -> bool:
        """Say whether dossiers of this cell pass a stage of the main line."""
        if stage == Stage.APPRAISED:
            return self.levels.section
        return self.levels.committee if stage == Stage.ENDORSED else True

    def stages(self) -> tuple[Stage, ...]:
        """Return the stages of the main line that dossiers of this cell pass, in order."""
        return tuple(stage for stage in MAIN_LINE if self.passes(stage))

    def next_move(self, stage: Stage) -> Move | None:
        """Return the step forward that a dossier of this cell takes from a stage; None at the end."""
        if stage not in MAIN_LINE:
            return None
        return next(
            (move for move in moves.onward(stage) if self.passes(move.to) and not self._between(stage, move.to)), None
        )

    def against(self, start: Stage, to: Stage) -> str:
        """Return the sentence that speaks against a step for this cell, by who stands above it; empty where none does."""
        if nowhere := self.against_place(start, to):
            return nowhere
        between = self._between(start, to)
        if not between or (to == Stage.DECIDED and self.decided_at_grassroots):
            return ""
        if (start, to) in moves.BY_SUPERIOR and self.superior_decides:
            return ""
        names = ", ".join(f"“{stage.label}”" for stage in between)
        return f"Chưa đến bước “{to.label}”: còn phải qua {names}.{_DELEGATED if to == Stage.DECIDED else ''}"

    def against_place(self, start: Stage, to: Stage) -> str:
        """Return the sentence that speaks against a move to a stage that dossiers of this cell never pass."""
        if to not in MAIN_LINE or self.passes(to):
            return ""
        return f"Chi bộ này không có cấp nào ở bước “{to.label}”; từ bước “{start.label}” hãy chọn bước khác."

    def _between(self, start: Stage, to: Stage) -> list[Stage]:
        if start not in MAIN_LINE or to not in MAIN_LINE:
            return []
        passed = MAIN_LINE[MAIN_LINE.index(start) + 1 : MAIN_LINE.index(to)]
        return [stage for stage in passed if self.passes(stage)]


_DELEGATED = (
    " Nếu đảng ủy cơ sở được ủy quyền quyết định kết nạp thì ghi kết quả biểu quyết của đảng ủy cơ sở cùng quyết định."
)


def of_unit(unit_id: int, on: date) -> Levels:
    """Return what stands above a cell on a day."""
    over = UnitAncestry.objects.on(on).filter(unit=unit_id).values("ancestor")
    rows = UnitVersion.objects.on(on).filter(unit__in=over).values_list("unit_id", "kind")
    kinds = {kind for unit, kind in rows if unit != unit_id}
    return Levels(UnitKind.SECTION in kinds, UnitKind.GRASSROOTS in kinds)


def annotated(entries: QuerySet[StageEntry], on: date) -> QuerySet[StageEntry]:
    """Let each entry know what stands above the cell of its dossier on a day: ``under_section``, ``under_committee``."""
    return entries.annotate(
        under_section=Exists(_over(UnitKind.SECTION, on)), under_committee=Exists(_over(UnitKind.GRASSROOTS, on))
    )


def line_of(entry: StageEntry, on: date) -> Line:
    """Return the main line of the dossier of an entry that ``annotated`` read; asks for nothing more."""
    return Line(entry.dossier, on, Levels(entry.under_section, entry.under_committee))


def _over(kind: UnitKind, on: date) -> QuerySet[UnitAncestry]:
    """The units of a kind above the cell of a row's dossier."""
    of_kind = UnitVersion.objects.on(on).filter(kind=kind).values("unit")
    return UnitAncestry.objects.on(on).filter(unit=OuterRef("dossier__unit"), ancestor__in=of_kind)
