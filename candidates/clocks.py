"""The clocks of a dossier as at a day: terms that run, that were kept or missed, papers that expire; in words, with clauses.

Everything is read as it was stored at the move (``terms``); nothing is computed anew.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from candidates import clock_words, lateness, terms
from candidates.enums import BEFORE_DECISION, BallotBody, BallotSubject, ClockKind, ConsentMatter, PaperKind, Stage
from candidates.lateness import Lateness
from candidates.models import Consent, Dossier, Paper, Parameter, StageEntry
from candidates.rules.sources import Source
from organizations.formats import date_vn

# What is awaited in each stage.
AWAITED: dict[str, ClockKind] = {
    Stage.PROPOSED: ClockKind.DECISION,
    Stage.DECIDED: ClockKind.CEREMONY,
    Stage.ADMITTED: ClockKind.REVIEW,
}
# Papers are looked at by the cell meeting: afterwards their expiry matters no more.
_BEFORE_MEETING = tuple(stage for stage in BEFORE_DECISION if stage != Stage.PROPOSED)
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
    found = [clock for entry in entries for clock in _of_step(dossier, entry, on)]
    return [*found, *of_papers(entries[-1], dossier.papers.all(), on)] if entries else []


def running(entry: StageEntry, papers: Iterable[Paper], on: date) -> list[Clock]:
    """Return the clocks with a day that run on a day beside the stage in force, ``entry``; asks the database for nothing."""
    found = [_running(entry, on)] if entry.term else []
    if entry.ends_on and on < entry.ends_on:
        found.append(_probation(entry, on))
    return [*found, *of_papers(entry, papers, on)]


def of_papers(entry: StageEntry, papers: Iterable[Paper], on: date) -> list[Clock]:
    """Return the clocks of the papers that the cell meeting will look at, the newest of each kind."""
    if entry.stage not in _BEFORE_MEETING:
        return []
    known = sorted((each for each in papers if each.issued_on <= on), key=lambda each: (each.issued_on, each.pk))
    newest = {each.kind: each for each in known}
    return [_of_paper(each, on) for each in newest.values() if each.expires_on]


def member_since(entries: Iterable[StageEntry]) -> date | None:
    """Return from when the years in the Party of an official member count: the day of the decision on admission.

    None for whoever is no official member.
    """
    days = {entry.stage: entry.on for entry in entries}
    return days.get(Stage.DECIDED) if Stage.OFFICIAL in days else None


def late_ceremony(dossier: Dossier, entry: StageEntry, held_on: date) -> str:
    """Say what a ceremony on a day after its term needs, and whether it is there; empty within the term.

    ``entry`` is the step of the decision (29-QĐ/TW, point 4.1: with the consent of the committee directly above).
    """
    if entry.stage != Stage.DECIDED or entry.term is None or held_on <= entry.term:
        return ""
    return clock_words.consent_words((held_on - entry.term).days, _consent(dossier))


def _of_step(dossier: Dossier, entry: StageEntry, on: date) -> Iterator[Clock]:
    kind, is_open = AWAITED.get(entry.stage), entry.until is None or entry.until > on
    if entry.ends_on:
        yield _probation(entry, on)
    if kind and is_open:
        yield _explained(dossier, entry, _running(entry, on), on) if entry.term else _untold(entry, kind)
    elif entry.term:
        yield _past(dossier, entry)


def _running(entry: StageEntry, on: date) -> Clock:
    stand = lateness.of_entry(entry, on)
    return _clock(entry, stand.state, stand.words, is_running=True)


def _past(dossier: Dossier, entry: StageEntry) -> Clock:
    """A term whose step was made, or whose dossier went another way."""
    following = next(each for each in dossier.steps if each.position > entry.position)
    if following.stage in (Stage.REMOVED, Stage.STRUCK_OFF):
        return _clock(entry, DONE, f"Hồ sơ kết thúc: {following.get_stage_display().lower()}", is_running=False)
    done_on = _reviewed(dossier, following) if entry.stage == Stage.ADMITTED else following.on
    if done_on is None:
        return _clock(entry, Lateness.CHECK, _signed(following), is_running=False)
    is_firm = lateness.rests_on_confirmed(entry) and entry.calendar_told
    late = Lateness.LATE if is_firm else Lateness.CHECK
    state = late if done_on > entry.term else DONE
    words = clock_words.past(done_on, entry.term, is_firm=is_firm)
    return _explained(dossier, entry, _clock(entry, state, words, is_running=False), done_on)


def _explained(dossier: Dossier, entry: StageEntry, clock: Clock, held_on: date) -> Clock:
    """The clock of a ceremony also says from which day it counts, and what a late one needs."""
    if entry.stage != Stage.DECIDED:
        return clock
    start = clock_words.RECEIPT if terms.counts_from_receipt(entry.on) else clock_words.ISSUE
    late = late_ceremony(dossier, entry, held_on)
    notes = (*clock.notes, late) if late else clock.notes
    return replace(clock, rule=clock_words.rule_words(entry.due_rule, start), notes=notes)


def _clock(entry: StageEntry, state: str, words: str, *, is_running: bool) -> Clock:
    """The clock of the term of an entry."""
    kind = AWAITED[entry.stage]
    told = () if entry.calendar_told or not is_running else (clock_words.uncalled(entry.term.year),)
    extended = (clock_words.extension_words(entry),) if entry.extended_to else ()
    return Clock(
        kind,
        kind.label,
        entry.due_on,
        state,
        words,
        source=_source(entry.due_rule),
        rule=clock_words.rule_words(entry.due_rule),
        extended_to=entry.extended_to,
        is_running=is_running,
        notes=(*extended, *told),
    )


def _probation(entry: StageEntry, on: date) -> Clock:
    stand = lateness.of_day(entry.ends_on, on, is_firm=True)
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
    days, is_firm = (paper.expires_on - on).days, lateness.is_firm(paper.expires_rule)
    stand = lateness.of_day(paper.expires_on, on, is_firm=is_firm)
    gone = Lateness.LATE if is_firm else Lateness.CHECK
    lapsed = "Hết giá trị" if is_firm else "Cần kiểm tra: hết giá trị theo thời hạn chưa xác nhận"
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
    awaits_receipt = entry.stage == Stage.DECIDED and terms.counts_from_receipt(entry.on)
    words = clock_words.NO_RECEIPT if awaits_receipt and not entry.paper.received_on else clock_words.NO_RULE
    return Clock(kind, kind.label, None, Lateness.CHECK, words)


def _reviewed(dossier: Dossier, official: StageEntry) -> date | None:
    """The day on which the cell voted on recognition; without it, the day of the decision tells only where it is in time."""
    votes = [each.held_on for each in dossier.ballots.all() if _is_review(each.subject, each.body)]
    if votes:
        return max(votes)
    before = next(each for each in dossier.steps if each.position == official.position - 1)
    signed = official.paper.issued_on
    return signed if signed <= before.term else None


def _is_review(subject: str, body: str) -> bool:
    return subject == BallotSubject.RECOGNITION and body == BallotBody.CELL


def _signed(official: StageEntry) -> str:
    return f"Quyết định công nhận ký ngày {date_vn(official.paper.issued_on)}; {clock_words.NO_MEETING}"


def _consent(dossier: Dossier) -> Consent | None:
    found = [each for each in dossier.consents.all() if each.matter == ConsentMatter.LATE_CEREMONY]
    return found[-1] if found else None


def _source(rule: Parameter | None) -> Source | None:
    return Source(rule.document.short, rule.clause, lateness.is_firm(rule)) if rule else None
