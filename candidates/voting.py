"""Writes votes: recorded by whoever owns them, measured by the rule of their day, and taken back with a reason.

All run inside ``acting``. A vote of the cell is the cell's own (or entered for it, against a paper), a vote of a committee the
board's. Nothing recorded is rewritten: a mistaken vote is marked void and recorded anew.
"""

from datetime import date

from candidates import instead, moves, policy
from candidates.enums import MAY_BE_DELEGATED, BallotBody, BallotOutcome, BallotSubject
from candidates.models import Ballot, Dossier, Person, StageEntry
from candidates.recording import check_day
from candidates.rules.ballots import Measured, impossible, measure
from candidates.rules.facts import Tally
from candidates.votes_kept import place_of
from organizations.access import Reach, check_may
from organizations.acting import acting, current
from organizations.enums import Deed, UnitKind
from organizations.errors import Refused
from organizations.formats import date_vn, tidy
from organizations.models import Unit, UnitAncestry, UnitVersion

# At which level of the Party an officer speaks for a body: at its own level, or above it.
_LEVELS = {
    BallotBody.GRASSROOTS_COMMITTEE: {UnitKind.GRASSROOTS, UnitKind.UPPER, UnitKind.PROVINCE},
    BallotBody.GRASSROOTS_STANDING: {UnitKind.GRASSROOTS, UnitKind.UPPER, UnitKind.PROVINCE},
    BallotBody.UPPER_STANDING: {UnitKind.UPPER, UnitKind.PROVINCE},
    BallotBody.PROVINCE_BUREAU: {UnitKind.PROVINCE},
}
BELOW = (BallotOutcome.FAILED, BallotOutcome.REPORT_UP)


def deed_of(own: Reach, body: str, unit: Unit, subject: str = "") -> Deed:
    """Return the deed by which a person records a vote of a body: the owner's, else that of whoever enters it for the owner."""
    owner = _owner(body, subject)
    return moves.SUBSTITUTES[owner] if instead.needs_basis(own, unit, owner) else owner


def bodies(own: Reach, unit: Unit) -> list[BallotBody]:
    """Return the bodies whose votes about people of a unit a person may record."""
    of_cell = [BallotBody.CELL] if own.covers(deed_of(own, BallotBody.CELL, unit), unit) else []
    return [*of_cell, *committees(own, unit)]


def committees(own: Reach, unit: Unit) -> list[BallotBody]:
    """Return the bodies of committees over a unit whose votes a person may record: of the own level or below it."""
    if not own.covers(Deed.MOVE_AS_BOARD, unit):
        return []
    kinds = _levels(own, unit)
    return [body for body, levels in _LEVELS.items() if levels & kinds]


def may_record(own: Reach, unit: Unit) -> bool:
    """Say whether a person records any vote about people of a unit; which bodies those are is left to ``bodies``."""
    return any(own.covers(deed_of(own, body, unit), unit) for body in BallotBody)


def below_share(given: dict) -> str:
    """Return the sentence of a vote that does not reach its share on its day; empty for any other."""
    measured = _measured(_tally(given))
    return _cited(measured) if measured.outcome in BELOW else ""


def record(dossier: Dossier, given: dict, *, own: Reach, today: date, basis: str = "") -> Ballot:
    """Record a vote with what it amounts to by the rule of its day; ``given`` holds the values of the row.

    Refused for a tally that cannot be, for a day that cannot be, for a meeting recorded before, and for a vote that fails on
    the day of the step that it should have carried.
    """
    _hold(dossier, given["body"], own, basis, given["subject"])
    tally = _tally(given)
    check_day("Ngày họp biểu quyết", tally.on, today)
    if wrong := [*impossible(tally), *_too_early(dossier, tally)]:
        raise Refused(*wrong)
    _check_new(dossier, tally)
    measured = _measured(tally)
    _check_carried(dossier, tally, measured)
    said = {"denominator": measured.denominator, "outcome": measured.outcome, "verdict": measured.verdict.plain()}
    made = Ballot(**given, **said, basis=tidy(basis))
    dossier.ballots.add(made, bulk=False)
    return made


def take_back(dossier: Dossier, ballot: Ballot, reason: str, *, own: Reach, basis: str = "") -> None:
    """Mark a mistaken vote as void; it stays on record and counts no more, the reason stays in the audit trail."""
    _hold(dossier, ballot.body, own, basis, ballot.subject)
    if not reason.strip():
        raise Refused("Cần ghi lý do đính chính.")
    act, entered = current(), f" (nhập thay theo giấy tờ: {tidy(basis)})" if basis.strip() else ""
    with acting(act.by, act.deed, tidy(reason) + entered):
        if not Ballot.ever.filter(pk=ballot.pk, void=False).update(void=True):
            raise Refused("Dòng này đã được đính chính trước đó; hãy tải lại trang.")


def _owner(body: str, subject: str) -> Deed:
    """Whose deed a vote is; a grassroots committee that only endorses records its own."""
    if subject == BallotSubject.ENDORSEMENT:
        return Deed.MOVE_AS_COMMITTEE
    return Deed.MOVE_AS_CELL if body == BallotBody.CELL else Deed.MOVE_AS_BOARD


def _hold(dossier: Dossier, body: str, own: Reach, basis: str, subject: str) -> None:
    """Check the deed, and let what is recorded about one person come one after the other."""
    current()
    check_may(own, deed_of(own, body, dossier.unit, subject), dossier.unit)
    instead.check_basis(own, dossier.unit, basis, _owner(body, subject))
    if subject == BallotSubject.ENDORSEMENT:
        _check_endorsing(body)
    elif body != BallotBody.CELL and body not in committees(own, dossier.unit):
        raise Refused(
            f"“{BallotBody(body).label}” không thuộc cấp mà đồng chí phụ trách đối với chi bộ này nên đồng chí không ghi, không "
            "đính chính được biểu quyết của tập thể đó. Hãy chọn đúng tập thể, hoặc đề nghị cán bộ ban tổ chức của cấp đó ghi."
        )
    Person.objects.select_for_update().get(pk=dossier.person_id)


def _check_endorsing(body: str) -> None:
    if body not in MAY_BE_DELEGATED:
        raise Refused("Chỉ đảng ủy cơ sở biểu quyết đề nghị kết nạp; hãy chọn lại nội dung hoặc tập thể biểu quyết.")


def _levels(own: Reach, unit: Unit) -> set[str]:
    """The levels at which the person is an officer over a unit."""
    roots = own.roots(Deed.MOVE_AS_BOARD)
    over = UnitAncestry.objects.on(own.on).filter(unit=unit, ancestor__in=roots).values("ancestor")
    return set(UnitVersion.objects.on(own.on).filter(unit__in=over).values_list("kind", flat=True))


def _tally(given: dict) -> Tally:
    counts = ("members", "present", "in_favour", "against", "blank", "away", "exempt_absent")
    return Tally(given["body"], given["subject"], given["held_on"], *(given[name] or 0 for name in counts))


def _measured(tally: Tally) -> Measured:
    return measure(tally, policy.in_force(tally.on))


def _too_early(dossier: Dossier, tally: Tally) -> list[str]:
    """The reasons why a vote cannot have been held on its day: the stage before it was not reached by then."""
    since = place_of(tally.subject, tally.body).since
    entry = dossier.entries.filter(stage=since).first()
    subject = BallotSubject(tally.subject).label
    if entry is None:
        return [f"Hồ sơ chưa có bước “{since.label}” nên chưa biểu quyết “{subject}” được; hãy ghi bước đó trước."]
    if tally.on < entry.on:
        words = f"Ngày họp {date_vn(tally.on)} trước bước “{since.label}” ngày {date_vn(entry.on)}"
        return [f"{words}; biểu quyết “{subject}” không thể trước bước đó. Hãy kiểm tra lại ngày."]
    return []


def _check_new(dossier: Dossier, tally: Tally) -> None:
    same = {"subject": tally.subject, "body": tally.body, "held_on": tally.on}
    if found := dossier.ballots.filter(**same).first():
        raise Refused(
            f"{found.get_body_display()} họp ngày {date_vn(found.held_on)} đã được ghi: {found.in_favour}/{found.denominator} "
            "tán thành. Nếu dòng đó ghi nhầm, hãy đính chính dòng đó trước rồi ghi lại."
        )


def _check_carried(dossier: Dossier, tally: Tally, measured: Measured) -> None:
    """A vote that fails cannot have carried the step that the dossier made on its day."""
    step = dossier.entries.filter(stage=place_of(tally.subject, tally.body).carries).select_related("paper").first()
    if measured.outcome in BELOW and step and _made_on(step) == tally.on:
        raise Refused(
            _cited(measured),
            f"Hồ sơ đã có bước “{step.get_stage_display()}” ngày {date_vn(tally.on)}, dựa trên biểu quyết này. Hãy kiểm tra lại "
            "số phiếu; nếu đúng là không đủ tỷ lệ thì đính chính bước đó trước.",
        )


def _made_on(step: StageEntry) -> date:
    """The day of the paper of a step; recognition begins on another day than its decision."""
    paper = getattr(step, "paper", None)
    return paper.issued_on if paper else step.on


def _cited(measured: Measured) -> str:
    source = measured.verdict.source
    return f"{measured.verdict.sentence} (Theo {source.words}.)" if source else measured.verdict.sentence
