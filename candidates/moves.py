"""The one table of legal moves: from, to, who owns the step, the paper it records, the clock it starts."""

from dataclasses import dataclass

from candidates.enums import BEFORE_DECISION, MAIN_LINE, PROBATION, PaperKind, ParameterCode, Stage, Way
from candidates.enums import SUBMITTED as UNDER_REVIEW
from organizations.enums import Deed


@dataclass(frozen=True)
class Move:
    """One legal move.

    ``deed`` names the owner; ``verb`` stands on the button, ``event`` in sentences ("Đang chờ …", "Đã ghi: …"); ``day`` labels
    the real-world day of the move. ``paper`` is the paper that it records, ``needs_number`` whether its number is needed,
    ``received`` whether it may be received later; ``clock`` is the parameter that sets when the next step is due, ``goes_on``
    says that the term of the step before runs on. ``way`` is Way.BACK for going back by order.
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
    goes_on: bool = False
    way: Way = Way.STEP

    @property
    def is_exit(self) -> bool:
        """Say whether the move leaves the main line."""
        return self.to not in MAIN_LINE


# Whoever may enter a step for its owner, against a paper.
SUBSTITUTES: dict[Deed, Deed] = {
    Deed.MOVE_AS_CELL: Deed.ENTER_FOR_CELL,
    Deed.MOVE_AS_COMMITTEE: Deed.ENTER_FOR_COMMITTEE,
}
CELL, COMMITTEE, BOARD = Deed.MOVE_AS_CELL, Deed.MOVE_AS_COMMITTEE, Deed.MOVE_AS_BOARD

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
        Stage.VERIFYING,
        CELL,
        "Bắt đầu thẩm tra lý lịch",
        "thẩm tra, xác minh lý lịch",
        "Ngày gửi hồ sơ đi thẩm tra",
    ),
    Move(
        Stage.VERIFYING,
        Stage.CONSULTING,
        CELL,
        "Thẩm tra xong, lấy ý kiến",
        "lấy ý kiến nhận xét của đoàn thể và chi ủy nơi cư trú",
        "Ngày bắt đầu lấy ý kiến",
    ),
    Move(
        Stage.CONSULTING,
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
        Stage.APPRAISED,
        COMMITTEE,
        "Ghi báo cáo thẩm định",
        "đảng ủy bộ phận thẩm định",
        "Ngày báo cáo thẩm định",
        paper=PaperKind.SECTION_REPORT,
        goes_on=True,
    ),
    *(
        Move(
            start,
            Stage.ENDORSED,
            COMMITTEE,
            "Đảng ủy cơ sở đề nghị kết nạp",
            "đảng ủy cơ sở xét, đề nghị kết nạp",
            "Ngày đảng ủy cơ sở họp",
            paper=PaperKind.COMMITTEE_RESOLUTION,
            goes_on=True,
        )
        for start in (Stage.PROPOSED, Stage.APPRAISED)
    ),
    *(
        Move(
            start,
            Stage.SUBMITTED,
            owner,
            "Trình cấp có thẩm quyền",
            "trình cấp ủy có thẩm quyền",
            "Ngày công văn, tờ trình",
            paper=PaperKind.SUBMISSION,
            goes_on=True,
        )
        for start, owner in ((Stage.PROPOSED, CELL), (Stage.ENDORSED, COMMITTEE))
    ),
    *(
        Move(
            start,
            Stage.DECIDED,
            BOARD,
            "Ghi quyết định kết nạp",
            "cấp ủy có thẩm quyền quyết định kết nạp",
            "Ngày ký quyết định",
            paper=PaperKind.ADMISSION,
            needs_number=True,
            received=True,
            clock=ParameterCode.CEREMONY_DAYS,
        )
        for start in (Stage.SUBMITTED, Stage.PROPOSED, Stage.APPRAISED)
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
        Stage.REVIEWED,
        CELL,
        "Chi bộ đề nghị công nhận chính thức",
        "chi bộ xét, đề nghị công nhận đảng viên chính thức",
        "Ngày chi bộ họp xét",
        paper=PaperKind.CELL_RECOGNITION,
        clock=ParameterCode.OFFICIAL_DECISION_DAYS,
    ),
    Move(
        Stage.REVIEWED,
        Stage.OFFICIAL,
        BOARD,
        "Ghi quyết định công nhận chính thức",
        "cấp ủy có thẩm quyền công nhận đảng viên chính thức",
        "Ngày ký quyết định công nhận",
        paper=PaperKind.RECOGNITION,
        needs_number=True,
    ),
)
REMOVALS = tuple(
    Move(stage, Stage.REMOVED, CELL, "Đưa ra khỏi danh sách", "đưa ra khỏi danh sách", "Ngày chi bộ thống nhất đưa ra")
    for stage in BEFORE_DECISION
)
# Whoever has applied may take the application back until the decision.
WITHDRAWALS = tuple(
    Move(
        stage,
        Stage.WITHDRAWN,
        CELL,
        "Ghi rút đơn",
        "rút đơn xin vào Đảng",
        "Ngày viết đơn xin rút",
        paper=PaperKind.WITHDRAWAL,
    )
    for stage in BEFORE_DECISION[BEFORE_DECISION.index(Stage.PREPARING) :]
)
# A probationary member who is not recognised; admitted they stay counted (reports-outline.md, situation 12).
STRIKING_OFF = tuple(
    Move(
        stage,
        Stage.STRUCK_OFF,
        BOARD,
        "Ghi quyết định xóa tên",
        "bị xóa tên trong danh sách đảng viên dự bị",
        "Ngày ký quyết định xóa tên",
        paper=PaperKind.STRIKING_OFF,
        needs_number=True,
    )
    for stage in PROBATION
)
# The letter that goes along when a dossier leaves for a place that is not followed here, by its stage (CV 1361, no. 53, 92–95).
LETTERS: dict[Stage, PaperKind] = {
    **dict.fromkeys(BEFORE_DECISION, PaperKind.HELPED),
    **dict.fromkeys((Stage.PROPOSED, Stage.APPRAISED), PaperKind.LETTER_CELL),
    **dict.fromkeys((Stage.ENDORSED, Stage.SUBMITTED), PaperKind.LETTER_COMMITTEE),
    Stage.DECIDED: PaperKind.LETTER_DECIDED,
    **dict.fromkeys(PROBATION, PaperKind.LETTER_MEMBER),
}
MOVED_OUT = tuple(
    Move(
        stage,
        Stage.MOVED_OUT,
        CELL,
        "Giới thiệu chuyển ra ngoài",
        "chuyển ra ngoài nơi hệ thống theo dõi",
        "Ngày giấy giới thiệu",
        paper=letter,
    )
    for stage, letter in LETTERS.items()
)
# A wrong decision is annulled by the committee that is competent today (12-HD/BTCTW 2022, item 3; CV 1361, no. 11–13).
ANNULMENTS = tuple(
    Move(
        stage,
        Stage.ANNULLED,
        BOARD,
        "Ghi hủy quyết định kết nạp",
        "bị hủy quyết định kết nạp",
        "Ngày ký quyết định hủy",
        paper=PaperKind.ANNULMENT,
        needs_number=True,
    )
    for stage in (Stage.DECIDED, *PROBATION, Stage.OFFICIAL)
)
# A faulty step is made again by order (CV 1361, no. 98, 99): back to the stage from which the faulty step was made.
REDOING = tuple(
    Move(
        start,
        to,
        BOARD,
        f"Làm lại từ bước “{to.label}”",
        "làm lại thủ tục theo chỉ đạo",
        "Ngày văn bản chỉ đạo",
        paper=PaperKind.REDO_ORDER,
        needs_number=True,
        way=Way.BACK,
    )
    for start in UNDER_REVIEW
    for to in MAIN_LINE[MAIN_LINE.index(Stage.PREPARING) : MAIN_LINE.index(start)]
    if to != Stage.APPRAISED
)
PROBATION_AGAIN = tuple(
    Move(start, Stage.ADMITTED, BOARD, verb, event, day, paper=paper, needs_number=True, way=Way.BACK)
    for start, verb, event, day, paper in (
        (
            Stage.REVIEWED,
            "Làm lại thủ tục công nhận",
            "làm lại thủ tục công nhận theo chỉ đạo",
            "Ngày văn bản chỉ đạo",
            PaperKind.REDO_RECOGNITION,
        ),
        (
            Stage.OFFICIAL,
            "Ghi hủy quyết định công nhận chính thức",
            "bị hủy quyết định công nhận chính thức",
            "Ngày ký quyết định hủy",
            PaperKind.ANNULMENT_RECOGNITION,
        ),
    )
)
SIDE = (*REMOVALS, *WITHDRAWALS, *MOVED_OUT, *STRIKING_OFF, *ANNULMENTS, *REDOING, *PROBATION_AGAIN)
# After three votes in vain the committee decides on recognition without the cell's proposal (24-QĐ/TW, point 5.2), once the
# superior has said so (``levels.Line.superior_decides``); older histories hold the same step as the only one there was.
BY_SUPERIOR = {
    (Stage.ADMITTED, Stage.OFFICIAL): Move(
        Stage.ADMITTED,
        Stage.OFFICIAL,
        BOARD,
        "Ghi quyết định công nhận chính thức",
        "được công nhận đảng viên chính thức",
        "Ngày ký quyết định công nhận",
        paper=PaperKind.RECOGNITION,
        needs_number=True,
    )
}
# Steps that were legal once and stand in histories: read and corrected, never made again.
FORMER = (
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
)
TABLE: dict[tuple[Stage, Stage], Move] = {(move.start, move.to): move for move in (*MAIN, *SIDE)} | BY_SUPERIOR


def from_stage(stage: Stage) -> list[Move]:
    """Return the moves that may follow ``stage``, the main line first."""
    return [move for move in TABLE.values() if move.start == stage]


def find(stage: Stage, to: Stage) -> Move | None:
    """Return the legal move between two stages; None where there is none."""
    return TABLE.get((stage, to))


def made(stage: str, to: str) -> Move | None:
    """Return the move that led from a stage to another one in a history, also one that is legal no more; None for the first."""
    return TABLE.get((stage, to)) or next((move for move in FORMER if (move.start, move.to) == (stage, to)), None)


def onward(stage: Stage) -> list[Move]:
    """Return the steps forward on the main line from ``stage``; which one a dossier takes depends on its unit (``levels``)."""
    return [move for move in MAIN if move.start == stage]
