"""Writes of organisations outside the Party about themselves: members, those in the Party, the staff of the standing office."""

from dataclasses import asdict, dataclass
from datetime import date

from organizations import recording
from organizations.access import Reach, check_may_for
from organizations.enums import ORGANISATION_FIGURES, ORGANISATION_KINDS, Deed, FigureKind, IdleReason
from organizations.errors import Refused
from organizations.formats import number_vn
from organizations.models import Unit

NOT_ORGANISATION = "không phải hội, đoàn thể; số hội viên, đoàn viên ghi ở từng hội, đoàn thể."


@dataclass(frozen=True)
class Why:
    """Why an organisation introduced nobody: a coded reason, more words, and what will be done; one of the first and last."""

    reason: IdleReason | str
    words: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class Figures:
    """What an organisation declares as at a day; a kind that is left out stays as it was declared for that day before.

    ``why`` is why it introduced nobody, None where it does not say; ``withdraws`` takes back what it said for that day.
    """

    on: date
    values: dict[FigureKind, int]
    source: str
    why: Why | None = None
    withdraws: bool = False


def declare_organisation(organisation: Unit, said: Figures, *, own: Reach, today: date) -> None:
    """Record the figures of an organisation, inside ``acting``; figures of the same day go out of force."""
    check_may_for(own, Deed.DECLARE_ORGANISATION, organisation)
    recording.check_declares(organisation, said.on, ORGANISATION_KINDS, NOT_ORGANISATION, today)
    if not (said.values or said.why or said.withdraws):
        raise Refused("Chưa có số nào; hãy nhập ít nhất một số, hoặc nguyên nhân chưa giới thiệu được người.")
    if against := contradictions(recording.standing(organisation, said.on, ORGANISATION_FIGURES) | said.values):
        raise Refused(*against)
    recording.record(organisation, said.on, said.values, source=said.source)
    if said.why:
        recording.explain(organisation, said.on, asdict(said.why) | {"source": said.source})
    elif said.withdraws:
        recording.withdraw_explanation(organisation, said.on)


def contradictions(values: dict[FigureKind, int]) -> list[str]:
    """Return a sentence for each way in which figures of one day cannot be true together."""
    members, inside = values.get(FigureKind.ORGANISATION_MEMBERS), values.get(FigureKind.ALREADY_IN_PARTY)
    left = values.get(FigureKind.NOT_YET_OF_AGE)
    if members is None:
        return []
    if inside is not None and inside > members:
        return [_more("Số hội viên, đoàn viên là đảng viên", inside, members)]
    if left is not None and left > members:
        return [_more("Số chưa là đảng viên, 18–60 tuổi", left, members)]
    if inside is not None and left is not None and inside + left > members:
        return [_more("Cộng số là đảng viên và số chưa là đảng viên, 18–60 tuổi", inside + left, members)]
    return []


def doubts(values: dict[FigureKind, int]) -> list[str]:
    """Return a sentence for each thing that may be true but is worth a second look."""
    staff, official = values.get(FigureKind.OFFICE_STAFF), values.get(FigureKind.OFFICE_OFFICIAL)
    if staff is None or official is None or official <= staff:
        return []
    return [
        f"Cơ quan thường trực có {number_vn(official)} đảng viên chính thức nhưng chỉ {number_vn(staff)} cán bộ; hãy kiểm tra "
        "lại, nếu nhầm thì ghi lại cho cùng ngày."
    ]


def _more(what: str, part: int, whole: int) -> str:
    return f"{what} ({number_vn(part)}) nhiều hơn tổng số hội viên, đoàn viên ({number_vn(whole)}); hãy xem lại các số này."
