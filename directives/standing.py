"""How a unit stands to a target: a word, a colour and a reason; the percentage alone ranks nobody."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from directives.sources import Sources
from organizations.formats import number_vn, percentage


class Mark(StrEnum):
    """The states, from the best known to the least known."""

    REACHED = "reached"
    IN_TIME = "in_time"
    COVERED = "covered"
    BEHIND = "behind"
    NO_SOURCES = "no_sources"
    NOTHING_ENTERED = "nothing_entered"
    NO_GOAL = "no_goal"
    ASPIRATION = "aspiration"
    WITHIN = "within"
    OVER = "over"
    NOBODY = "nobody"


# A unit without sources is not late: there is nobody whom it could admit.
_COLOURS = {
    Mark.REACHED: "done",
    Mark.IN_TIME: "waiting",
    Mark.COVERED: "soon",
    Mark.BEHIND: "late",
    Mark.WITHIN: "done",
    Mark.OVER: "late",
}
_WORDS = {
    Mark.REACHED: "Đã đạt",
    Mark.IN_TIME: "Kịp thời gian",
    Mark.COVERED: "Chậm, hồ sơ đang làm đủ",
    Mark.BEHIND: "Chậm, thiếu {missing}",
    Mark.NO_SOURCES: "Không còn nguồn",
    Mark.NOTHING_ENTERED: "Chưa nhập hồ sơ",
    Mark.NO_GOAL: "Chưa giao chỉ tiêu",
    Mark.ASPIRATION: "Phấn đấu, không giao số",
    Mark.WITHIN: "Trong mức cho phép",
    Mark.OVER: "Vượt mức cho phép",
    Mark.NOBODY: "Chưa có đơn vị thuộc đối tượng",
}


@dataclass(frozen=True)
class Standing:
    """A state with the people still to find; None where the state itself is explained."""

    mark: Mark
    missing: int | None = 0

    @classmethod
    def of(
        cls, goal: int | None, actual: int, missing: int | None, elapsed: Decimal, sources: Sources | None
    ) -> "Standing":
        """Say how a unit stands: what is reached comes first, then whether it has anybody left, then the time gone."""
        if goal is None:
            return cls(Mark.NO_GOAL)
        if actual >= goal:
            return cls(Mark.REACHED)
        if sources in _WITHOUT:
            return cls(_WITHOUT[sources], missing)
        if percentage(actual, goal) >= elapsed:
            return cls(Mark.IN_TIME, missing)
        return cls(Mark.BEHIND if missing else Mark.COVERED, missing)

    @classmethod
    def within(cls, most: int | None, actual: int) -> "Standing":
        """Say how a unit stands to a number that it should not pass; time and sources say nothing of it."""
        if most is None:
            return cls(Mark.NO_GOAL)
        return cls(Mark.WITHIN if actual <= most else Mark.OVER)

    @property
    def colour(self) -> str:
        """The colour of the badge: done, waiting, soon, late, or none."""
        return _COLOURS.get(self.mark, "")

    @property
    def words(self) -> str:
        """The state in words, so that the colour says nothing alone."""
        return _WORDS[self.mark].format(missing="n" if self.missing is None else number_vn(self.missing))


_WITHOUT = {Sources.NONE_LEFT: Mark.NO_SOURCES, Sources.NOTHING_ENTERED: Mark.NOTHING_ENTERED}
