"""Fields of recorded papers and steps: numbers with their days, and the days that follow from them."""

from candidates.enums import PaperKind, Stage
from candidates.models import Paper, Transfer
from candidates.records import RecordKind
from organizations import tree
from reports.forms import places
from reports.forms.fields.field import A_DAY, LONG, NUMBERED, Field, day_words
from reports.forms.places import Place
from reports.forms.subject import Subject, paper_of

OPINION = places.record(RecordKind.OPINION)
# A grassroots cell proposes by itself: its own resolution is what goes up.
_PROPOSALS = (PaperKind.COMMITTEE_RESOLUTION, PaperKind.CELL_RESOLUTION)
_RECOGNITIONS = (PaperKind.COMMITTEE_RECOGNITION, PaperKind.CELL_RECOGNITION)


def numbered(paper: Paper | None) -> str | None:
    """The number and the day of a paper; a paper without a number leaves room for it."""
    return f"{paper.number or '……'} {day_words(paper.issued_on)}" if paper else None


def _proposal(found: Subject) -> Paper | None:
    """The newest resolution that goes up: of the grassroots committee where there is one, else of the cell."""
    kinds = _PROPOSALS if found.committee else _PROPOSALS[1:]
    return paper_of(found, *kinds)


def _recognition_proposal(found: Subject) -> Paper | None:
    return paper_of(found, *_RECOGNITIONS)


def _of_paper(name: str, label: str, place: Place, *kinds: PaperKind, required: bool = True) -> Field:
    return Field(name, label, lambda found: numbered(paper_of(found, *kinds)), place, required, blank=NUMBERED)


def _held(stage: Stage):
    def read(found: Subject) -> str | None:
        entry = found.entry(stage)
        return day_words(entry.on) if entry else None

    return read


def _official_from(found: Subject) -> str | None:
    """The end of probation, as it was stored with the ceremony: recognition never moves it."""
    entry = found.entry(Stage.ADMITTED)
    return day_words(entry.ends_on) if entry else None


def _opinion(kind: PaperKind):
    """Who gave an opinion, and when."""

    def read(found: Subject) -> str | None:
        paper = found.papers.get(kind)
        return f"{paper.issuer or LONG}, {day_words(paper.issued_on)}" if paper else None

    return read


def _transfer(found: Subject) -> Transfer | None:
    """The newest transfer that was recorded by the day."""
    return next((each for each in reversed(found.dossier.transfers.all()) if each.sent_on <= found.on), None)


def _moved_to(found: Subject) -> str | None:
    """Where somebody goes: the unit as it is named then, or the place outside in words."""
    moved = _transfer(found)
    if moved is None or not moved.to_unit_id:
        return moved.place if moved else None
    version = tree.version(moved.to_unit, moved.sent_on)
    return version.name if version else None


def _moved_for(found: Subject) -> str | None:
    moved = _transfer(found)
    return (moved.reason or None) if moved else None


FIELDS = (
    Field("moved_to", "Nơi chuyển đến", _moved_to),
    Field("moved_for", "Lý do chuyển", _moved_for),
    _of_paper(
        "cell_resolution",
        "Nghị quyết chi bộ đề nghị kết nạp",
        places.step(Stage.PROPOSED),
        PaperKind.CELL_RESOLUTION,
    ),
    Field(
        "proposal",
        "Nghị quyết đề nghị kết nạp",
        lambda found: numbered(_proposal(found)),
        places.step(Stage.PROPOSED),
        required=True,
        blank=NUMBERED,
    ),
    _of_paper("admission", "Quyết định kết nạp", places.step(Stage.DECIDED), PaperKind.ADMISSION),
    _of_paper(
        "cell_recognition",
        "Nghị quyết chi bộ đề nghị công nhận chính thức",
        places.step(Stage.REVIEWED),
        PaperKind.CELL_RECOGNITION,
    ),
    Field(
        "recognition_proposal",
        "Nghị quyết đề nghị công nhận chính thức",
        lambda found: numbered(_recognition_proposal(found)),
        places.step(Stage.REVIEWED),
        required=True,
        blank=NUMBERED,
    ),
    _of_paper("recognition", "Quyết định công nhận chính thức", places.step(Stage.OFFICIAL), PaperKind.RECOGNITION),
    _of_paper(
        "certificate",
        "Giấy chứng nhận lớp nhận thức về Đảng",
        places.step(Stage.TRAINED),
        PaperKind.CERTIFICATE,
        required=False,
    ),
    Field(
        "ceremony_day",
        "Ngày lễ kết nạp",
        _held(Stage.ADMITTED),
        places.step(Stage.ADMITTED),
        required=True,
        blank=A_DAY,
    ),
    Field(
        "sympathiser_day",
        "Ngày công nhận cảm tình Đảng",
        _held(Stage.SYMPATHISER),
        places.step(Stage.SYMPATHISER),
        blank=A_DAY,
    ),
    Field(
        "official_from",
        "Ngày hết thời gian dự bị",
        _official_from,
        places.step(Stage.ADMITTED),
        required=True,
        blank=A_DAY,
    ),
    Field("opinion_workplace", "Ý kiến nơi công tác, đoàn thể", _opinion(PaperKind.OPINION_WORKPLACE), OPINION),
    Field("opinion_residence", "Ý kiến nơi cư trú", _opinion(PaperKind.OPINION_RESIDENCE), OPINION),
)
