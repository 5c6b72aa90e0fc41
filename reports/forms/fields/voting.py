"""Fields of the vote that a form tells: the tally as recorded, the share by the number that counted, what it amounts to."""

from collections.abc import Callable

from candidates.enums import BallotBody, BallotOutcome, BallotSubject
from candidates.models import Ballot
from candidates.rules.ballots import percent
from reports.forms import places
from reports.forms.fields.field import A_DAY, SHORT, Field, day_words
from reports.forms.fields.units import committee_name
from reports.forms.subject import Subject

LABEL = "Kết quả biểu quyết"
_WISHES = {
    BallotSubject.ADMISSION: "kết nạp đảng viên",
    BallotSubject.RECOGNITION: "công nhận đảng viên chính thức",
    BallotSubject.STRIKING_OFF: "xóa tên đảng viên dự bị",
}


def base(vote: Ballot) -> str:
    """The number that a share is measured against, and whom it leaves out."""
    if vote.body != BallotBody.CELL:
        return f"tổng số {vote.denominator} ủy viên"
    if vote.denominator == vote.members:
        return f"tổng số {vote.members} đảng viên chính thức"
    parts = ((vote.away, "sinh hoạt tạm thời nơi khác"), (vote.exempt_absent, "được miễn sinh hoạt và vắng mặt"))
    less = ", ".join(f"{number} {words}" for number, words in parts if number)
    return f"{vote.denominator} đảng viên chính thức được tính (tổng số {vote.members}, trừ {less})"


def outcome(vote: Ballot) -> str | None:
    """What the vote amounts to, as a paper says it; None where no value of a rule tells."""
    wish, cell = _WISHES[vote.subject], vote.body == BallotBody.CELL
    return {
        BallotOutcome.PASSED: f"đủ tỷ lệ quy định; {'đề nghị' if cell else 'thông qua việc'} {wish}",
        BallotOutcome.FAILED: f"không đủ tỷ lệ quy định; chi bộ chưa đề nghị {wish}",
        BallotOutcome.REPORT_UP: f"không đủ tỷ lệ quy định; không ra quyết định {wish}, báo cáo kết quả lên cấp trên",
    }.get(vote.outcome)


def _of_vote(read: Callable[[Ballot], str | None]) -> Callable[[Subject], str | None]:
    return lambda found: read(found.vote) if found.vote else None


def _share(name: str) -> Callable[[Ballot], str]:
    return lambda vote: percent(getattr(vote, name), vote.denominator)


def _absent(vote: Ballot) -> str:
    return str(vote.members - vote.present)


def _body(found: Subject) -> str | None:
    """The body that voted, by the name of its committee."""
    if found.vote is None:
        return None
    name = committee_name(found.decider)
    return name if found.vote.body == BallotBody.GRASSROOTS_COMMITTEE else f"Ban Thường vụ {name}"


def _field(name: str, read: Callable[[Ballot], str | None], **more: object) -> Field:
    return Field(name, LABEL, _of_vote(read), places.ballots, **{"required": True, "blank": SHORT} | more)


FIELDS = (
    _field("vote_day", lambda vote: day_words(vote.held_on), blank=A_DAY),
    _field("members", lambda vote: str(vote.members)),
    _field("present", lambda vote: str(vote.present)),
    _field("absent", _absent),
    _field("favour", lambda vote: str(vote.in_favour)),
    _field("favour_share", _share("in_favour"), blank=f"{SHORT} %"),
    _field("against", lambda vote: str(vote.against)),
    _field("against_share", _share("against"), blank=f"{SHORT} %"),
    _field("blank_votes", lambda vote: str(vote.blank)),
    _field("base", base, blank="tổng số người được tính"),
    _field("outcome", outcome, required=False),
    Field("vote_body", LABEL, _body, places.ballots, required=True),
)
