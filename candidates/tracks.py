"""The one table of side tracks: why a dossier waits beside its stage, who lets it wait and go on, whose turn it is meanwhile.

It stands beside the table of moves: a track changes no stage, and no number that is counted.
"""

from dataclasses import dataclass

from candidates.enums import BEFORE_DECISION, PROBATION, SUBMITTED, HoldKind, HoldOutcome, PaperKind, Stage
from candidates.moves import BOARD, CELL, COMMITTEE
from organizations.enums import Deed

RETURN = Deed.RETURN_DOSSIER


@dataclass(frozen=True)
class Track:
    """One side track.

    ``begins`` and ``ends`` are the deeds of those who may, the owner first; ``waits`` is the deed of whoever's turn it is while
    the track lasts, ``awaited`` what that is. ``verb`` and ``end_verb`` stand on buttons, ``event`` and ``end_event`` in the
    audit and in sentences. ``papers`` are those that begin it, by its stage (``paper``), ``end_papers`` those that end it;
    ``needs_number`` and ``ends_with_number`` say whether nothing happens without their number. ``is_sensitive``: what it is
    about is told only to those with Deed.SEE_SENSITIVE. ``expects`` says that a day may be named on which it should go on.
    """

    kind: HoldKind
    stages: tuple[Stage, ...]
    begins: tuple[Deed, ...]
    ends: tuple[Deed, ...]
    waits: Deed
    verb: str
    event: str
    day: str
    awaited: str
    end_verb: str
    end_event: str
    end_day: str
    outcomes: tuple[HoldOutcome, ...]
    papers: tuple[PaperKind, ...] = ()
    end_papers: tuple[PaperKind, ...] = ()
    needs_number: bool = False
    ends_with_number: bool = False
    is_sensitive: bool = False
    expects: bool = False

    def paper(self, stage: Stage) -> PaperKind | None:
        """Return the paper that begins the track at a stage."""
        return _of(self.papers, stage)

    def end_paper(self, stage: Stage) -> PaperKind | None:
        """Return the paper that ends the track at a stage."""
        return _of(self.end_papers, stage)


def _of(papers: tuple[PaperKind, ...], stage: Stage) -> PaperKind | None:
    """Of two papers the first is about admission, the second about recognition."""
    return (papers[-1] if stage == Stage.OFFICIAL else papers[0]) if papers else None


TRACKS: dict[HoldKind, Track] = {
    HoldKind.RETURNED: Track(
        HoldKind.RETURNED,
        (*SUBMITTED, Stage.REVIEWED),
        (RETURN,),
        (RETURN, CELL),
        CELL,
        "Trả hồ sơ để bổ sung",
        "trả hồ sơ để bổ sung",
        "Ngày trả hồ sơ",
        "chi bộ bổ sung theo nhận xét, nộp lại",
        "Nhận lại hồ sơ đã bổ sung",
        "hồ sơ đã bổ sung xong",
        "Ngày nộp lại",
        (HoldOutcome.COMPLETED,),
        papers=(PaperKind.RETURN_LETTER,),
    ),
    HoldKind.PAUSED: Track(
        HoldKind.PAUSED,
        BEFORE_DECISION,
        (CELL,),
        (CELL,),
        CELL,
        "Tạm dừng",
        "tạm dừng theo dõi",
        "Tạm dừng từ ngày",
        "chi bộ tiếp tục theo dõi",
        "Tiếp tục theo dõi",
        "tiếp tục theo dõi",
        "Tiếp tục từ ngày",
        (HoldOutcome.RESUMED,),
        expects=True,
    ),
    HoldKind.POLITICAL: Track(
        HoldKind.POLITICAL,
        (*BEFORE_DECISION, Stage.DECIDED),
        (BOARD,),
        (BOARD,),
        BOARD,
        "Xin kết luận của cấp có thẩm quyền",
        "xin kết luận của cấp có thẩm quyền",
        "Ngày văn bản xin kết luận",
        "cấp có thẩm quyền kết luận",
        "Ghi kết luận",
        "cấp có thẩm quyền đã kết luận",
        "Ngày kết luận",
        (HoldOutcome.QUALIFIED, HoldOutcome.NOT_QUALIFIED),
        needs_number=True,
        ends_with_number=True,
        is_sensitive=True,
    ),
    HoldKind.REPORTED_UP: Track(
        HoldKind.REPORTED_UP,
        (*SUBMITTED, *PROBATION),
        (BOARD, COMMITTEE, CELL),
        (BOARD,),
        BOARD,
        "Báo cáo cấp trên về biểu quyết",
        "báo cáo cấp trên về kết quả biểu quyết",
        "Ngày báo cáo",
        "cấp trên xem xét, cho ý kiến",
        "Ghi ý kiến của cấp trên",
        "cấp trên đã cho ý kiến về kết quả biểu quyết",
        "Ngày văn bản của cấp trên",
        (HoldOutcome.VOTE_AGAIN, HoldOutcome.SUPERIOR_DECIDES),
        papers=(PaperKind.REPORT_UP,),
        needs_number=True,
        ends_with_number=True,
    ),
    HoldKind.REMEDY: Track(
        HoldKind.REMEDY,
        (Stage.DECIDED, *PROBATION, Stage.OFFICIAL),
        (BOARD,),
        (BOARD,),
        CELL,
        "Chỉ đạo làm lại, khắc phục thủ tục",
        "chỉ đạo làm lại, khắc phục thủ tục",
        "Ngày văn bản chỉ đạo",
        "chi bộ, cấp ủy làm lại phần thủ tục sai; sau đó cấp có thẩm quyền ra quyết định công nhận",
        "Ghi quyết định công nhận sau khắc phục",
        "thủ tục đã khắc phục, có quyết định công nhận",
        "Ngày ký quyết định",
        (HoldOutcome.REMEDIED,),
        papers=(PaperKind.REDO_ORDER, PaperKind.REDO_RECOGNITION),
        end_papers=(PaperKind.REMEDY_ADMISSION, PaperKind.REMEDY_RECOGNITION),
        needs_number=True,
        ends_with_number=True,
    ),
}


def at(stage: Stage) -> list[Track]:
    """Return the side tracks that may begin at a stage."""
    return [track for track in TRACKS.values() if stage in track.stages]
