"""Writes what a meeting decided: row by row in one transaction, and undone as a whole; all inside ``acting``.

A row against which something stands is left out with the words why, the others go on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import repeat

from django.db import transaction

from candidates import actions, acts, agenda, meetings, moves, numbering, stages, undoing, voting
from candidates.enums import UNSETTLED, ActKind, AgendaResult, BatchKind, MeetingBody, MeetingState, Stage
from candidates.guards import Step
from candidates.models import Act, AgendaItem, Ballot, Batch, Dossier, Meeting
from candidates.recording import check_day
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import DomainError, PeriodLocked, Refused

# All that is told of a dossier that lies in another committee's hands by now.
ELSEWHERE = "Hồ sơ nay thuộc chi bộ ngoài tổ chức đảng họp; hãy đưa ra khỏi chương trình."
NOT_CONSIDERED = "Cuộc họp chưa xét hồ sơ này."


@dataclass(frozen=True)
class RowSaid:
    """What is said of one dossier of the agenda: considered or not, its own tally and number, the version looked at again."""

    considered: bool = True
    tally: dict | None = None
    number: str = ""
    looked_at: int | None = None


@dataclass(frozen=True)
class Said:
    """What is said of the results of a meeting: its day and minutes, the tally of all that agree, how papers are numbered.

    ``signed_on`` is the day of the papers where it is another one; a ``pattern`` without a place for the number is one number
    for all.
    """

    held_on: date
    minutes: str = ""
    signed_on: date | None = None
    issuer: str = ""
    how: str = ""
    tally: dict | None = None
    pattern: str = ""
    first: str = ""
    skipped: frozenset[int] = frozenset()
    basis: str = ""
    rows: dict[int, RowSaid] = field(default_factory=dict)

    def row(self, item: AgendaItem) -> RowSaid:
        """What was said of one dossier."""
        return self.rows.get(item.pk, RowSaid())

    def numbers(self) -> Iterator[str]:
        """The numbers of papers in order, without those that a row has of its own."""
        if numbering.PLACE not in self.pattern or not self.first:
            return repeat(self.pattern)
        own = {row.number for row in self.rows.values()}
        return (number for number in numbering.in_order(self.pattern, self.first, self.skipped) if number not in own)


@dataclass(frozen=True)
class Outcome:
    """What recording did, or would do, with one dossier; ``changed`` says who had changed it since it was marked."""

    item: AgendaItem
    result: AgendaResult
    words: str = ""
    number: str = ""
    vote: str = ""
    changed: str = ""
    version: int = 0
    act_id: int | None = None

    @property
    def is_elsewhere(self) -> bool:
        """Say whether the dossier lies outside the committee that meets: nothing is told of it, not even whose it is."""
        return self.words == ELSEWHERE


def record(meeting: Meeting, said: Said, *, own: Reach, today: date, version: int) -> list[Outcome]:
    """Record the results of a meeting; Refused where not one dossier could be recorded, with the reasons of all."""
    current()
    check_may(own, Deed.HOLD_MEETING, meeting.unit)
    check_day("Ngày họp", said.held_on, today)
    meetings.check_day_free(meeting, said.held_on)
    meetings.claim(meeting, version, state=MeetingState.HELD, held_on=said.held_on, number=said.minutes)
    meeting.held_on, meeting.number = said.held_on, said.minutes
    batch = acts.begin_batch(BatchKind.MEETING, meeting.unit, said.held_on, agenda.title(meeting))
    numbers, found = said.numbers(), []
    number = next(numbers)
    for item in _in_turn(meeting):
        outcome = _settle(item, said, number, batch, own, today)
        number = next(numbers) if outcome.number == number != "" else number
        found.append(outcome)
    _keep(found, said)
    if all(each.result == AgendaResult.SKIPPED for each in found):
        raise Refused("Chưa ghi được hồ sơ nào.", *(f"{_name(each)}: {each.words}" for each in found))
    return found


def undo(meeting: Meeting, reason: str, *, own: Reach, today: date, version: int, basis: str = "") -> int:
    """Take back the newest results of a meeting, all or nothing; return how many dossiers."""
    current()
    check_may(own, Deed.HOLD_MEETING, meeting.unit)
    batch = agenda.last_batch(meeting)
    if batch is None:
        raise Refused("Cuộc họp chưa có kết quả nào để hủy, hoặc kết quả đã được hủy; hãy tải lại trang.")
    meetings.claim(meeting, version)
    undone = undoing.undo_batch(batch, reason, own=own, today=today, basis=basis)
    if not meeting.items.filter(act__isnull=False).exists():
        Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.PLANNED)
    return undone


def _in_turn(meeting: Meeting) -> list[AgendaItem]:
    """The dossiers that the meeting may still record, held so that nobody changes them between the look and the writing."""
    items = list(meeting.items.filter(result__in=UNSETTLED).select_related("dossier__person"))
    if not items:
        raise Refused("Chương trình họp không còn hồ sơ nào chờ ghi kết quả.")
    actions.hold(item.dossier_id for item in items)
    return sorted(items, key=lambda item: (item.dossier.person.name_key, item.pk))


def _settle(item: AgendaItem, said: Said, number: str, batch: Batch, own: Reach, today: date) -> Outcome:
    """Record one dossier; whatever stands against it leaves it out, with the words."""
    dossier = Dossier.objects.select_related("person", "unit").get(pk=item.dossier_id)
    if dossier.unit_id not in agenda.below(item.meeting, own.on):
        return Outcome(item, AgendaResult.SKIPPED, ELSEWHERE, version=dossier.version)
    row, changed = said.row(item), agenda.changed(item, dossier)
    left_out = Outcome(item, AgendaResult.SKIPPED, NOT_CONSIDERED, changed=changed, version=dossier.version)
    if not row.considered:
        return left_out
    if changed and row.looked_at != dossier.version:
        return replace(left_out, words=changed)
    try:
        with transaction.atomic():
            made = _recorded(item, dossier, said, row.number or number, batch, own, today)
    except PeriodLocked:
        # Of the whole meeting: its form asks for the reason once.
        raise
    except DomainError as error:
        return replace(left_out, words=" ".join(error.sentences))
    return replace(made, changed=changed, version=dossier.version)


def _recorded(
    item: AgendaItem, dossier: Dossier, said: Said, number: str, batch: Batch, own: Reach, today: date
) -> Outcome:
    """Record the vote, and make the step where it carries it."""
    _check_place(item, dossier)
    said = said if _entered_for(item, dossier, own) else replace(said, basis="")
    vote, is_new = _voted(item, dossier, said, own, today)
    sentence = vote.verdict.get("sentence", "") if vote else ""
    if vote and vote.outcome in voting.BELOW:
        act = _vote_alone(item, dossier, said, batch, own)
        made = Outcome(item, AgendaResult.NOT_PASSED, sentence, vote=sentence, act_id=act.pk)
    else:
        number = number if moves.find(Stage(item.stage), Stage(item.to)).paper else ""
        step = Step(on=said.signed_on or said.held_on, number=number, issuer=said.issuer, basis=said.basis)
        entry = stages.move(dossier, Stage(item.to), step, own=own, today=today, version=dossier.version, batch=batch)
        made = Outcome(item, AgendaResult.APPLIED, number=number, vote=sentence, act_id=entry.act_id)
    if is_new:
        Ballot.objects.filter(pk=vote.pk).update(act=made.act_id)
    return made


def _check_place(item: AgendaItem, dossier: Dossier) -> None:
    if dossier.stage != item.stage:
        raise Refused(
            f"Hồ sơ không còn ở bước “{item.get_stage_display()}” như khi đưa vào chương trình; hiện ở bước "
            f"“{dossier.get_stage_display()}”."
        )


def _voted(item: AgendaItem, dossier: Dossier, said: Said, own: Reach, today: date) -> tuple[Ballot | None, bool]:
    """The vote on a dossier, and whether it was recorded now: one that was recorded before for this meeting stands."""
    subject, tally = agenda.SUBJECTS.get(Stage(item.to)), said.row(item).tally or said.tally
    if subject is None or item.meeting.body == MeetingBody.SECTION_COMMITTEE:
        return None, False
    about = {"subject": subject, "body": item.meeting.body, "held_on": said.held_on}
    if before := dossier.ballots.filter(**about).first():
        return before, False
    if tally is None:
        return None, False
    given = about | {"form": said.how, "number": said.minutes} | tally
    return voting.record(dossier, given, own=own, today=today, basis=said.basis), True


def _vote_alone(item: AgendaItem, dossier: Dossier, said: Said, batch: Batch, own: Reach) -> Act:
    """Write that a vote alone was recorded, which carried no step."""
    move = moves.find(Stage(dossier.stage), Stage(item.to))
    stages.check_owner(own, move, dossier.unit, said.basis)
    actions.touch(dossier, dossier.version)
    words = f"Biểu quyết không đủ tỷ lệ: {move.event}"
    return acts.begin(dossier, ActKind.VOTE, words, said.held_on, deed=move.deed, batch=batch)


def _entered_for(item: AgendaItem, dossier: Dossier, own: Reach) -> bool:
    move = moves.find(Stage(dossier.stage), Stage(item.to))
    return stages.deed_of(own, move, dossier.unit) != move.deed


def _keep(found: list[Outcome], said: Said) -> None:
    for each in found:
        row = said.row(each.item)
        AgendaItem.objects.filter(pk=each.item.pk).update(
            result=each.result,
            words=each.words,
            number=each.number or row.number,
            tally=row.tally,
            act=each.act_id,
        )


def _name(outcome: Outcome) -> str:
    return "Một hồ sơ đã chuyển đi" if outcome.is_elsewhere else outcome.item.dossier.person.full_name
