"""The act of moving: which moves are open and why others are not, the check, and the move itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import DateField, F, Q, Value, prefetch_related_objects
from django.db.models.functions import Greatest, Now

from candidates import actions, acts, guards, instead, moves, owners, seats, terms, undoing
from candidates.enums import MAIN_LINE, PERSONAL_PAPERS, ActKind, Stage, Way
from candidates.guards import Case, CriteriaStand, Step
from candidates.levels import Line
from candidates.models import Act, Batch, Dossier, Paper, Person, StageEntry
from candidates.moves import Move
from candidates.rules.verdict import Answer, Verdict
from organizations import locking, turns
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.models import Unit, User


@dataclass(frozen=True)
class Option:
    """A stage one might go to: the move where the table has one, every reason that stands against it now, and what the
    criteria say of it today.

    ``is_owned`` says that the person owns the move: its form opens, and says what another day or a vote would change.
    """

    to: Stage
    move: Move | None
    against: tuple[str, ...]
    verdicts: tuple[Verdict, ...] = ()
    is_owned: bool = False

    @property
    def goes_forward(self) -> bool:
        """Say whether it is a step forward on the main line, open or not."""
        return self.to in MAIN_LINE and (self.move is None or self.move.way == Way.STEP)

    @property
    def label(self) -> str:
        """What a button or a heading calls it: the deed where there is one, else the stage."""
        return self.move.verb if self.move else self.to.label

    @property
    def is_open(self) -> bool:
        """Say whether the person may make this move now."""
        return self.move is not None and not self.against


def possible_moves(dossier: Dossier, own: Reach, today: date, known: Line | None = None) -> list[Option]:
    """Return every stage that lies ahead with the move there or the reasons against it, then the other ways."""
    entry = next(entry for entry in dossier.steps if entry.until is None)
    line = known or Line(dossier, today)
    ahead = [stage for stage in line.stages() if _lies_ahead(entry.stage, stage)]
    other = [move.to for move in moves.from_stage(Stage(entry.stage)) if move in moves.SIDE and line.passes(move.to)]
    prefetch_related_objects([dossier], "holds", "transfers", "ballots")
    return [_option(dossier, entry, to, own, today, line) for to in [*ahead, *other]]


def check_move(dossier: Dossier, to: Stage, step: Step, *, own: Reach, today: date) -> Move:
    """Return the legal move; raises NotAllowed for the wrong role and Refused with all reasons that stand against it."""
    return _checked(dossier, to, step, own, today).move


def deed_of(own: Reach, move: Move, unit: Unit) -> Deed:
    """Return the deed by which a person may make a move: the owner's, else that of whoever enters it for the owner."""
    return moves.SUBSTITUTES[move.deed] if instead.needs_basis(seats.at(own, move), unit, move.deed) else move.deed


def owns(own: Reach, move: Move, unit: Unit) -> bool:
    """Say whether a person makes a move at a unit: as its owner, or entering it for the owner."""
    return seats.at(own, move).covers(deed_of(own, move, unit), unit)


def check_owner(own: Reach, move: Move, unit: Unit, basis: str) -> None:
    """Raise NotAllowed for the wrong role, Refused when somebody enters a step for its owner without naming the paper."""
    seat = seats.at(own, move)
    check_may(seat, deed_of(own, move, unit), unit)
    instead.check_basis(seat, unit, basis, move.deed)


def move(
    dossier: Dossier,
    to: Stage,
    step: Step,
    *,
    own: Reach,
    today: date,
    version: int,
    batch: Batch | None = None,
) -> StageEntry:
    """Make a move inside ``acting``: one new entry, its paper, its due date; Conflict when somebody was faster.

    ``batch`` names what it was made together with.
    """
    actions.check_version(dossier, version)
    Person.objects.select_for_update().get(pk=dossier.person_id)
    _wait_for_number(dossier, to, step)
    case = _checked(dossier, to, step, own, today)
    return make(dossier, case.move, step, version, case.verdicts, batch)


def make(
    dossier: Dossier,
    legal: Move,
    step: Step,
    version: int,
    verdicts: Sequence[Verdict] = (),
    batch: Batch | None = None,
) -> StageEntry:
    """Write a move that was checked, inside ``acting``: the new entry with what the criteria said, its paper, its due date."""
    by = current().by
    locking.check_open(dossier.unit, entered_on(legal, step, dossier))
    _claim(dossier, legal.to, version)
    act = acts.begin(dossier, ActKind.STEP, legal.verb, step.on, deed=legal.deed, batch=batch)
    entry = _turn_page(dossier, legal, step, by, verdicts, act)
    if legal.paper:
        paper_of(entry, legal, step).save()
    return entry


def record_receipt(dossier: Dossier, on: date, *, own: Reach, today: date, version: int, basis: str = "") -> None:
    """Record when the cell received the decision, inside ``acting``; sets the due day of the ceremony where it counts from it.

    Refused unless the dossier waits for its ceremony, the day is known to be right, and none was recorded before.
    """
    current()
    check_owner(own, moves.find(Stage.DECIDED, Stage.ADMITTED), dossier.unit, basis)
    actions.check_version(dossier, version)
    entry = open_entry(dossier)
    if against := guards.against_receipt(entry, on, today):
        raise Refused(*against)
    instead.note(basis)
    _claim(dossier, Stage(dossier.stage), version)
    Paper.objects.filter(pk=entry.brought.pk).update(received_on=on)
    signed, made = entry.brought.issued_on, moves.find(Stage.SUBMITTED, Stage.DECIDED)
    if entry.due_on is None and (due := terms.due_after(made, signed, on)):
        StageEntry.objects.filter(pk=entry.pk).update(**terms.kept(due, terms.counts_from(made, signed)))


def take_back(dossier: Dossier, reason: str, *, own: Reach, today: date, version: int, basis: str = "") -> StageEntry:
    """Correct the last step inside ``acting``: the entry and its paper stay on record but count no more; the one before stands.

    Only whoever owns the step may, only while nothing was built on it, and only with a reason; the first step stays.
    """
    current()
    actions.check_version(dossier, version)
    entry = open_entry(dossier)
    if against := guards.against_correction(entry, reason, today):
        raise Refused(*against)
    act = acts.last(dossier)
    if act is not None:
        undoing.undo(act, reason, own=own, today=today, version=version, basis=basis)
        return open_entry(dossier)
    check_owner(own, moves.made(entry.from_stage, entry.stage), dossier.unit, basis)
    instead.note(basis)
    undoing.take_back_entry(dossier, entry, reason)
    return open_entry(dossier)


def open_entry(dossier: Dossier) -> StageEntry:
    """Return the entry in force of a dossier."""
    return dossier.entries.get(until__isnull=True)


def entered_on(legal: Move, step: Step, dossier: Dossier) -> date:
    """Return the day on which the new stage begins: recognition counts from the end of probation, however late it is."""
    if legal.to != Stage.OFFICIAL:
        return step.on
    admitted = dossier.entries.filter(stage=Stage.ADMITTED, way=Way.STEP).order_by("-position").first()
    return terms.official_from(admitted) or step.on


def paper_of(entry: StageEntry, legal: Move, step: Step) -> Paper:
    """Return the paper that a move brings, not yet saved, with its expiry and the rule of it where its kind has one.

    Of a paper in the person's own hand only the day and the keeper are kept.
    """
    expiry = terms.expiry(legal.paper, step.on)
    issued = {} if legal.paper in PERSONAL_PAPERS else {"number": step.number, "issuer": step.issuer}
    return Paper(
        dossier=entry.dossier,
        entry=entry,
        kind=legal.paper,
        **issued,
        issued_on=step.on,
        kept_at=step.kept_at,
        received_on=step.received_on,
        expires_on=expiry.on if expiry else None,
        expires_rule=expiry.rule if expiry else None,
    )


def _checked(dossier: Dossier, to: Stage, step: Step, own: Reach, today: date) -> Case:
    """The case of a move against which nothing stands, with what the criteria said of it."""
    move = moves.find(Stage(dossier.stage), to)
    if move is None:
        raise Refused(_no_way(Stage(dossier.stage), to, Line(dossier, today)))
    check_owner(own, move, dossier.unit, step.basis)
    if step.override:
        check_may(own, Deed.OVERRIDE, dossier.unit)
    case = Case(dossier, open_entry(dossier), move, step, today)
    if against := guards.reasons(case):
        raise CriteriaStand(*against, rules=guards.unconfirmed(case.verdicts))
    return case


def _option(dossier: Dossier, entry: StageEntry, to: Stage, own: Reach, today: date, line: Line) -> Option:
    legal = moves.find(Stage(entry.stage), to)
    if legal is None:
        return Option(to, None, (_no_way(Stage(entry.stage), to, line),))
    if to != Stage.DECIDED and legal.way == Way.STEP and (sentence := line.against(Stage(entry.stage), to)):
        return Option(to, None, (sentence,))
    case = Case(dossier, entry, legal, Step(on=today), today, line)
    if only_read := list(guards.looked_at_from_before(case)):
        return Option(to, legal, tuple(only_read))
    against, is_owned = guards.reasons(case, guards.BEFOREHAND), owns(own, legal, dossier.unit)
    if not is_owned:
        against = [f"Bước này do {owners.WORDS[legal.deed]} ghi.", *against]
    return Option(to, legal, tuple(against), tuple(case.verdicts), is_owned)


def _lies_ahead(stage: str, other: Stage) -> bool:
    return stage in MAIN_LINE and other in MAIN_LINE and MAIN_LINE.index(other) > MAIN_LINE.index(Stage(stage))


def _no_way(stage: Stage, to: Stage, line: Line) -> str:
    if not _lies_ahead(stage, to):
        return f"Từ bước “{stage.label}” không có bước nào sang “{to.label}”."
    return line.against(stage, to) or f"Từ bước “{stage.label}” không có bước nào sang “{to.label}”."


def _wait_for_number(dossier: Dossier, to: Stage, step: Step) -> None:
    """Let two steps with the same number of a paper come one after the other, as ``filing`` does: the second sees the first."""
    found = moves.find(Stage(dossier.stage), to)
    if found and found.needs_number and step.number:
        turns.take("paper", found.paper, step.number.casefold(), step.issuer.casefold(), step.on.year)


def _claim(dossier: Dossier, to: Stage, version: int) -> None:
    """Write the new stage only where the old one and its version still stand; the row lock orders two clicks."""
    unchanged = Dossier.objects.filter(pk=dossier.pk, stage=dossier.stage, version=version)
    if not unchanged.update(stage=to, version=F("version") + 1, updated_at=Now()):
        raise actions.faster(dossier)


def _turn_page(
    dossier: Dossier, legal: Move, step: Step, by: User | None, verdicts: Sequence[Verdict], act: Act
) -> StageEntry:
    before = open_entry(dossier)
    begins = entered_on(legal, step, dossier)
    _close(before, begins)
    return StageEntry.objects.create(
        dossier=dossier,
        position=StageEntry.ever.filter(dossier=dossier).count() + 1,
        from_stage=before.stage,
        stage=legal.to,
        way=legal.way,
        act=act,
        on=begins,
        unit=dossier.unit,
        by=by,
        exit_reason=step.exit_reason,
        note=step.note,
        basis=step.basis,
        override=step.override if any(verdict.answer == Answer.NOT_MET for verdict in verdicts) else "",
        verdicts=[verdict.plain() for verdict in verdicts],
        **_terms(dossier, legal, step, begins, before),
    )


def _close(before: StageEntry, begins: date) -> None:
    """End the entry before; recognition reaches back to before what came since, which then ends on its own day."""
    reached = StageEntry.objects.filter(Q(until__isnull=True) | Q(until__gt=begins), dossier=before.dossier_id)
    reached.update(until=Greatest("on", Value(begins, DateField())))


def _terms(dossier: Dossier, legal: Move, step: Step, begins: date, before: StageEntry) -> dict:
    """What the new entry keeps of terms: those that begin with it, or those that run on from an earlier one."""
    if legal.goes_on:
        return terms.carried(before)
    if legal.way != Way.STEP:
        former = dossier.entries.filter(stage=legal.to).order_by("-position").first()
        return terms.carried(former) if former else {}
    due, over = terms.due_after(legal, begins, step.received_on), terms.probation_over(legal.to, begins)
    ends = {"ends_on": over.on if over else None, "ends_rule": over.rule if over else None}
    return ends | terms.kept(due, terms.counts_from(legal, begins))
