"""Groups of papers, under which condition the catalogue asks for one, and the two ways a dossier goes in the hand-over book."""

from django.db.models import TextChoices

from .pipeline import PaperKind, Stage

# Written by the person's own hand, with family history in them: of these only presence, date and keeper are recorded.
PERSONAL_PAPERS = frozenset({PaperKind.APPLICATION, PaperKind.BIOGRAPHY, PaperKind.SELF_REVIEW})
# One paper about several people: its number stands in several dossiers.
SHARED_PAPERS = frozenset({PaperKind.CELL_LIST, PaperKind.CELL_MINUTES, PaperKind.SUBMISSION, PaperKind.REPORT_UP})
# Papers of a step that may be made again later: learnt anew, applied anew.
RENEWED_PAPERS = frozenset({PaperKind.CERTIFICATE, PaperKind.APPLICATION})
# The stages in the order of the procedure, whichever of them a dossier passes.
WAY = tuple(Stage)[: list(Stage).index(Stage.OFFICIAL) + 1]
# Steps at which papers are asked for.
ASK_PAPERS = frozenset(WAY[WAY.index(Stage.PROPOSED) :])


class PaperCondition(TextChoices):
    """Of which dossiers the catalogue asks for a paper."""

    ALWAYS = "always", "Mọi hồ sơ"
    YOUTH_UNION = "youth_union", "Đoàn viên Đoàn TNCS Hồ Chí Minh"
    TRADE_UNION = "trade_union", "Đoàn viên công đoàn, nơi không có tổ chức Đoàn"
    SECTION = "section", "Chi bộ thuộc đảng bộ bộ phận"
    COMMITTEE = "committee", "Chi bộ trực thuộc đảng ủy cơ sở"
    AS_IT_HAPPENS = "event", "Khi có việc"


class Direction(TextChoices):
    """Which way a dossier went over the counter of the unit that keeps the book."""

    RECEIVED = "in", "Nhận"
    GIVEN = "out", "Giao, trả"
