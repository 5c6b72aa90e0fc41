"""The clocks of a dossier as at a day: terms that run, that were kept or missed, papers that expire; in words, with clauses.

Everything is read as it was stored at the move (``terms``); nothing is computed anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from candidates import clock_words, firmness, lateness, terms
from candidates.enums import (
    BEFORE_MEETING,
    EXITS,
    SUBMITTED,
    BallotBody,
    BallotSubject,
    ClockKind,
    ConsentMatter,
    PaperKind,
    Stage,
    Way,
)
from candidates.lateness import Lateness
from candidates.models import Ballot, Consent, Dossier, Paper, Parameter, StageEntry
from candidates.rules.sources import Source
from organizations.formats import date_vn

# What is awaited in each stage.
AWAITED: dict[str, ClockKind] = {
    **dict.fromkeys(SUBMITTED, ClockKind.DECISION),
    Stage.DECIDED: ClockKind.CEREMONY,
    Stage.ADMITTED: ClockKind.REVIEW,
    Stage.REVIEWED: ClockKind.RECOGNITION,
}
DONE = "done"


@dataclass(frozen=True)
class Clock:
    """One clock: what it waits for, its day (None where none is known), its state in words, the rule that set it.

    ``state`` is that of ``lateness``, or "done" for one that ended in time; ``notes`` are further sentences.
    """

    kind: ClockKind
    name: str
    due_on: date | None
    state: str
    words: str
    source: Source | None = None
    rule: str = ""
    extended_to: date | None = None
    is_running: bool = True
    notes: tuple[str, ...] = ()

    @property
    def term(self) -> date | None:
        """The day that counts: the due day, or the later one that was allowed."""
        return self.extended_to or self.due_on

    @property
    def colour(self) -> str:
        """The colour of the badge."""
        return lateness.COLOURS.get(self.state, str(self.state))


def of(dossier: Dossier, on: date) -> list[Clock]:
    """Return every clock of a dossier as at a day, in the order in which they began, those of papers last.

    ``dossier`` as ``queries.in_full`` reads it, with ``papers``, ``consents`` and ``ballots`` fetched along.
    """
    entries = [entry for entry in dossier.steps if entry.on <= on]
    read(entries, dossier.papers.all())
    found = [clock for entry in entries for clock in _of_step(dossier, entry, on)]
    return [*found, *of_papers(entries[-1], dossier.papers.all(), on)] if entries else []


def running(entry: StageEntry, papers: Iterable[Paper], on: date) -> list[Clock]:
    """Return the clocks with a day that run on a day beside the stage in force, ``entry``; asks the database for nothing."""
    found = [_running(entry, on)] if entry.term else []
    if entry.ends_on and on < entry.ends_on:
        found.append(_probation(entry, on))
    return [*found, *of_papers(entry, papers, on)]


def read(entries: Sequence[StageEntry], papers: Iterable[Paper]) -> None:
    """Ask at once whether the values behind many entries and papers are firm."""
    ends, expiries = (each.ends_rule for each in entries), (each.expires_rule for each in papers)
    firmness.read(chain.from_iterable((ends, expiries, *map(lateness.rules, entries))))


def of_papers(entry: StageEntry, papers: Iterable[Paper], on: date) -> list[Clock]:
    """Return the clocks of the papers that the cell meeting will look at, the newest of each kind."""
    # Papers are looked at by the cell meeting: afterwards their expiry matters no more.
    if entry.stage not in BEFORE_MEETING:
        return []
    known = sorted((each for each in papers if each.issued_on <= on), key=lambda each: (each.issued_on, each.pk))
    newest = {each.kind: each for each in known}
    return [_of_paper(each, on) for each in newest.values() if each.expires_on]


def member_since(entries: Iterable[StageEntry]) -> date | None:
    """Return from when the years in the Party of an official member count: the day of the decision on admission.

    None for whoever is no official member.
    """
    days = {entry.stage: entry.on for entry in entries if entry.way == Way.STEP}
    return days.get(Stage.DECIDED) if Stage.OFFICIAL in days else None


def late_ceremony(dossier: Dossier, entry: StageEntry, held_on: date, on: date) -> str:
    """Say what a ceremony on a day after its term needs, and whether it is there on ``on``; empty within the term.

    ``entry`` is the step of the decision (29-QĐ/TW, point 4.1: with the consent of the committee directly above).
    """
    if entry.stage != Stage.DECIDED or entry.term is None or held_on <= entry.term:
        return ""
    return clock_words.consent_words((held_on - entry.term).days, _consent(dossier, held_on, on), held_on)


def _of_step(dossier: Dossier, entry: StageEntry, on: date) -> Iterator[Clock]:
    kind, is_open = AWAITED.get(entry.stage), entry.until is None or entry.until > on
    if entry.ends_on and entry.way == Way.STEP:
        yield _probation(entry, on)
    if kind and is_open:
        yield _explained(dossier, entry, _running(entry, on), on, on) if entry.term else _untold(entry, kind)
    elif entry.term and not _runs_on(dossier, entry):
        yield _past(dossier, entry, on)


def _runs_on(dossier: Dossier, entry: StageEntry) -> bool:
    """Say whether the term of a step that is over runs on in the one that followed."""
    following = next(each for each in dossier.steps if each.position > entry.position)
    return (following.due_on, following.due_rule_id) == (entry.due_on, entry.due_rule_id)


def _running(entry: StageEntry, on: date) -> Clock:
    stand = lateness.of_entry(entry, on)
    return _clock(entry, stand.state, stand.words, is_running=True)


def _past(dossier: Dossier, entry: StageEntry, on: date) -> Clock:
    """A term whose step was made, or whose dossier went another way."""
    following = next(each for each in dossier.steps if each.position > entry.position)
    if following.stage in EXITS:
        return _clock(entry, DONE, f"Hồ sơ kết thúc: {following.get_stage_display().lower()}", is_running=False)
    if following.way == Way.BACK:
        words = f"Làm lại theo chỉ đạo từ ngày {date_vn(following.on)}"
        return _clock(entry, DONE, words, is_running=False)
    done_on = _reviewed(dossier, entry, following, on) if entry.stage == Stage.ADMITTED else _made_on(following)
    if done_on is None:
        return _clock(entry, Lateness.CHECK, _signed(following), is_running=False)
    against = lateness.doubt(entry)
    late = Lateness.CHECK if against else Lateness.LATE
    state = late if done_on > entry.term else DONE
    words = clock_words.past(done_on, entry.term, against)
    return _explained(dossier, entry, _clock(entry, state, words, is_running=False), done_on, on)


def _explained(dossier: Dossier, entry: StageEntry, clock: Clock, held_on: date, on: date) -> Clock:
    """The clock of a ceremony also says what a late one needs."""
    if entry.stage != Stage.DECIDED:
        return clock
    late = late_ceremony(dossier, entry, held_on, on)
    return replace(clock, notes=(*clock.notes, late)) if late else clock


def _clock(entry: StageEntry, state: str, words: str, *, is_running: bool) -> Clock:
    """The clock of the term of an entry."""
    kind = AWAITED[entry.stage]
    told = (clock_words.uncalled(entry.term.year),) if entry.due_provisional and is_running else ()
    extended = (clock_words.extension_words(entry),) if entry.extended_to else ()
    return Clock(
        kind,
        kind.label,
        entry.due_on,
        state,
        words,
        source=_source(entry.due_rule),
        rule=clock_words.rule_words(entry.due_rule, entry.due_from),
        extended_to=entry.extended_to,
        is_running=is_running,
        notes=(*extended, *told),
    )


def _probation(entry: StageEntry, on: date) -> Clock:
    stand = lateness.of_day(entry.ends_on, on)
    is_over = on >= entry.ends_on
    return Clock(
        ClockKind.PROBATION,
        ClockKind.PROBATION.label,
        entry.ends_on,
        DONE if is_over else stand.state,
        "Đã hết thời gian dự bị" if is_over else stand.words,
        source=_source(entry.ends_rule),
        rule=clock_words.rule_words(entry.ends_rule),
        is_running=not is_over,
    )


def _of_paper(paper: Paper, on: date) -> Clock:
    is_certificate = paper.kind == PaperKind.CERTIFICATE
    kind = ClockKind.CERTIFICATE if is_certificate else ClockKind.PAPER
    days, against = (paper.expires_on - on).days, firmness.doubt(paper.expires_rule)
    stand = lateness.of_day(paper.expires_on, on, against)
    gone = Lateness.CHECK if against else Lateness.LATE
    lapsed = f"Cần kiểm tra: hết giá trị theo thời hạn {against}" if against else "Hết giá trị"
    return Clock(
        kind,
        kind.label if is_certificate else f"{paper.get_kind_display()} hết giá trị",
        paper.expires_on,
        stand.state if days > 0 else gone,
        stand.words if days > 0 else lapsed,
        source=_source(paper.expires_rule),
        rule=clock_words.rule_words(paper.expires_rule),
    )


def _untold(entry: StageEntry, kind: ClockKind) -> Clock:
    """A term that could not be stored: the receipt is missing, or no text tells it."""
    is_missing = terms.awaits_receipt(entry) and not entry.brought.received_on
    words = clock_words.NO_RECEIPT if is_missing else clock_words.NO_RULE
    return Clock(kind, kind.label, None, Lateness.CHECK, words)


def _reviewed(dossier: Dossier, admitted: StageEntry, official: StageEntry, on: date) -> date | None:
    """The day on which the cell first voted on recognition after probation, as known on a day.

    Without a vote, the day of the decision tells only where it is in time.
    """
    if official.stage == Stage.REVIEWED:
        return official.on
    over, votes = terms.official_from(admitted), [each for each in dossier.ballots.all() if _is_review(each)]
    if held := [each.held_on for each in votes if over <= each.held_on <= on]:
        return min(held)
    signed = official.paper.issued_on
    return signed if signed <= admitted.term else None


def _made_on(entry: StageEntry) -> date:
    """The day on which a step was made; recognition begins on an earlier day than that of its decision."""
    return entry.paper.issued_on if entry.stage == Stage.OFFICIAL else entry.on


def _is_review(vote: Ballot) -> bool:
    return vote.subject == BallotSubject.RECOGNITION and vote.body == BallotBody.CELL


def _signed(official: StageEntry) -> str:
    return f"Quyết định công nhận ký ngày {date_vn(official.paper.issued_on)}; {clock_words.NO_MEETING}"


def _consent(dossier: Dossier, held_on: date, on: date) -> Consent | None:
    """The last consent to a late ceremony from before it, else the first from after it, as known on a day."""
    late = (each for each in dossier.consents.all() if each.matter == ConsentMatter.LATE_CEREMONY)
    known = sorted((each for each in late if each.issued_on <= on), key=lambda each: (each.issued_on, each.pk))
    before = [each for each in known if each.issued_on <= held_on]
    return before[-1] if before else next(iter(known), None)


def _source(rule: Parameter | None) -> Source | None:
    return firmness.source(rule) if rule else None
