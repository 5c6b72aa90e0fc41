"""The one table of legal moves: from, to, who owns the step, the paper it records, the clock it starts."""

from dataclasses import dataclass

from candidates.enums import BEFORE_DECISION, PaperKind, ParameterCode, Stage
from organizations.enums import Deed


@dataclass(frozen=True)
class Move:
    """One legal move.

    ``deed`` names the owner; ``verb`` stands on the button, ``event`` in sentences ("Đang chờ …", "Đã ghi: …"); ``day`` labels
    the real-world day of the move. ``paper`` is the paper that it records, ``needs_number`` whether its number is needed,
    ``received`` whether it may be received later; ``clock`` is the parameter that sets when the next step is due.
    """

    start: Stage
    to: Stage
    deed: Deed
    verb: str
    event: str
    day: str
    paper: PaperKind | None = None
    needs_number: bool = False
    received: bool = False
    clock: ParameterCode | None = None


# Whoever may enter a step for its owner, against a paper.
SUBSTITUTES: dict[Deed, Deed] = {Deed.MOVE_AS_CELL: Deed.ENTER_FOR_CELL}
CELL, BOARD = Deed.MOVE_AS_CELL, Deed.MOVE_AS_BOARD

MAIN = (
    Move(
        Stage.SOURCE,
        Stage.SYMPATHISER,
        CELL,
        "Công nhận cảm tình Đảng",
        "chi bộ công nhận cảm tình Đảng",
        "Ngày chi bộ họp công nhận",
        paper=PaperKind.CELL_LIST,
    ),
    Move(
        Stage.SYMPATHISER,
        Stage.TRAINED,
        CELL,
        "Ghi giấy chứng nhận lớp nhận thức",
        "học xong lớp bồi dưỡng nhận thức về Đảng",
        "Ngày cấp giấy chứng nhận",
        paper=PaperKind.CERTIFICATE,
        needs_number=True,
    ),
    Move(
        Stage.TRAINED,
        Stage.PREPARING,
        CELL,
        "Bắt đầu lập hồ sơ",
        "bắt đầu lập hồ sơ kết nạp",
        "Ngày làm đơn xin vào Đảng",
        paper=PaperKind.APPLICATION,
    ),
    Move(
        Stage.PREPARING,
        Stage.PROPOSED,
        CELL,
        "Chi bộ đề nghị kết nạp",
        "chi bộ đề nghị kết nạp",
        "Ngày chi bộ họp xét",
        paper=PaperKind.CELL_RESOLUTION,
        clock=ParameterCode.DECISION_DAYS,
    ),
    Move(
        Stage.PROPOSED,
        Stage.DECIDED,
        BOARD,
        "Ghi quyết định kết nạp",
        "cấp ủy có thẩm quyền quyết định kết nạp",
        "Ngày ký quyết định",
        paper=PaperKind.ADMISSION,
        needs_number=True,
        received=True,
        clock=ParameterCode.CEREMONY_DAYS,
    ),
    Move(
        Stage.DECIDED,
        Stage.ADMITTED,
        CELL,
        "Ghi lễ kết nạp",
        "tổ chức lễ kết nạp, bắt đầu thời gian dự bị",
        "Ngày tổ chức lễ kết nạp",
        paper=PaperKind.CEREMONY,
        clock=ParameterCode.RECOGNITION_DAYS,
    ),
    Move(
        Stage.ADMITTED,
        Stage.OFFICIAL,
        BOARD,
        "Ghi quyết định công nhận chính thức",
        "được công nhận đảng viên chính thức",
        "Ngày ký quyết định công nhận",
        paper=PaperKind.RECOGNITION,
        needs_number=True,
    ),
)
REMOVALS = tuple(
    Move(stage, Stage.REMOVED, CELL, "Đưa ra khỏi danh sách", "đưa ra khỏi danh sách", "Ngày chi bộ thống nhất đưa ra")
    for stage in BEFORE_DECISION
)
# A probationary member who is not recognised; admitted they stay counted (reports-outline.md, situation 12).
STRIKING_OFF = Move(
    Stage.ADMITTED,
    Stage.STRUCK_OFF,
    BOARD,
    "Ghi quyết định xóa tên",
    "bị xóa tên trong danh sách đảng viên dự bị",
    "Ngày ký quyết định xóa tên",
    paper=PaperKind.STRIKING_OFF,
    needs_number=True,
)
TABLE: dict[tuple[Stage, Stage], Move] = {(move.start, move.to): move for move in (*MAIN, *REMOVALS, STRIKING_OFF)}


def from_stage(stage: Stage) -> list[Move]:
    """Return the moves that may follow ``stage``, the main line first."""
    return [move for move in TABLE.values() if move.start == stage]


def find(stage: Stage, to: Stage) -> Move | None:
    """Return the legal move between two stages; None where there is none."""
    return TABLE.get((stage, to))
