"""What the fields of a form look at: one dossier as known on a day, its organisations, and the row that is printed."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Model, Prefetch, QuerySet

from candidates import queries
from candidates.enums import BallotBody, IntroducerKind, PaperKind, Stage, Verification
from candidates.levels import Levels
from candidates.models import BackgroundCheck, Ballot, Dossier, Paper, StageEntry
from candidates.vetted import is_open
from organizations import tree
from organizations.access import Reach
from organizations.enums import GRASSROOTS_KINDS, UnitKind
from organizations.models import Unit, UnitVersion
from reports.forms.parts import Form, Issuer, RowOf

# The kinds of committee that decide, by the body that voted; before a vote it is the one above the grassroots organisation.
_LEVELS = {
    BallotBody.GRASSROOTS_COMMITTEE: GRASSROOTS_KINDS,
    BallotBody.GRASSROOTS_STANDING: GRASSROOTS_KINDS,
    BallotBody.UPPER_STANDING: frozenset({UnitKind.UPPER}),
    BallotBody.PROVINCE_BUREAU: frozenset({UnitKind.PROVINCE}),
}
_SENT = (Verification.ASKED, Verification.ANSWERED)


def dossiers(own: Reach) -> QuerySet[Dossier]:
    """Return the dossiers of a reach with everything that a form may tell, one query for each kind of row."""
    papers = Prefetch("papers", Paper.objects.select_related("entry__unit"))
    known = ("introducers", "helpers", "ballots", "checks__chasings", "entries", "holds__comments", "transfers")
    return queries.dossiers(own).prefetch_related(papers, *known)


@dataclass(frozen=True)
class Subject:
    """A dossier as at ``on``, seen by somebody who may see what is sensitive or not, for one form and one row of it."""

    dossier: Dossier
    on: date
    form: Form | None
    sees_sensitive: bool = False
    chosen: int | None = None
    paths: dict[tuple[int, date], list[UnitVersion]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def papers(self) -> dict[str, Paper]:
        """The newest known paper of each kind."""
        return {each.kind: each for each in self.dossier.papers.all() if each.issued_on <= self.on}

    @cached_property
    def recorded(self) -> Paper | None:
        """The recorded paper that this form is: its number and day stand on the print."""
        return self.papers.get(self.form.paper) if self.form.paper else None

    @cached_property
    def day(self) -> date:
        """The day by which organisations are named: that of the recorded paper, else the day one looks from."""
        return self.recorded.issued_on if self.recorded else self.on

    @cached_property
    def line(self) -> list[UnitVersion]:
        """The organisations from the province down to the cell, as they were on ``day``."""
        entry = self.recorded.entry if self.recorded else None
        unit = entry.unit if entry else self.dossier.unit
        return self._path(unit, self.day) or self._path(self.dossier.unit, self.on)

    @property
    def cell(self) -> UnitVersion:
        """The cell."""
        return self.line[-1]

    @cached_property
    def section(self) -> UnitVersion | None:
        """The sectional organisation between the cell and the grassroots one."""
        return self._nearest({UnitKind.SECTION})

    @cached_property
    def grassroots(self) -> UnitVersion | None:
        """The grassroots organisation: a committee, or the cell itself."""
        return self._nearest(GRASSROOTS_KINDS)

    @property
    def committee(self) -> UnitVersion | None:
        """The grassroots organisation with a committee over the cell; None for a grassroots cell."""
        found = self.grassroots
        return found if found and found.kind == UnitKind.GRASSROOTS else None

    @cached_property
    def upper(self) -> UnitVersion | None:
        """The organisation directly above the grassroots one."""
        found = self.grassroots
        return self.line[self.line.index(found) - 1] if found and self.line.index(found) else None

    @cached_property
    def decider(self) -> UnitVersion | None:
        """The organisation whose committee decides: by the body that voted, else the one above the grassroots organisation."""
        found = self._nearest(_LEVELS[self.deciding_body]) if self.deciding_body else None
        return found or self.upper

    @cached_property
    def deciding_body(self) -> BallotBody | None:
        """The body of a committee that voted last; None before any vote."""
        voted = [
            each for each in self.dossier.ballots.all() if each.body != BallotBody.CELL and each.held_on <= self.on
        ]
        return BallotBody(max(voted, key=lambda each: (each.held_on, each.pk)).body) if voted else None

    @property
    def issuing(self) -> UnitVersion | None:
        """The organisation that issues the form; None for a member or an organisation outside the Party."""
        return {
            Issuer.CELL: self.cell,
            Issuer.SECTION: self.section,
            Issuer.COMMITTEE: self.grassroots,
            Issuer.DECIDER: self.decider,
        }.get(self.form.issuer)

    @cached_property
    def vote(self) -> Ballot | None:
        """The newest vote that the form tells: by its subject and bodies, known on the day."""
        asked = self.form.vote
        every = self.dossier.ballots.all() if asked else ()
        found = [each for each in every if each.subject == asked.subject and each.body in asked.bodies]
        known = [each for each in found if each.held_on <= self.on]
        return max(known, key=lambda each: (each.held_on, each.pk)) if known else None

    @cached_property
    def rows(self) -> list[Model]:
        """The rows that the form can be printed for, the newest first; [] for a form of the dossier itself."""
        return _ROWS[self.form.row](self) if self.form.row else []

    @cached_property
    def row(self) -> Model | None:
        """The chosen row, else the first."""
        return next((each for each in self.rows if each.pk == self.chosen), self.rows[0] if self.rows else None)

    def entry(self, stage: Stage) -> StageEntry | None:
        """The step into a stage, as known on the day."""
        return next((each for each in self.dossier.entries.all() if each.stage == stage and each.on <= self.on), None)

    def _path(self, unit: Unit, day: date) -> list[UnitVersion]:
        """The line of a unit, asked for once by all who share ``paths``."""
        if (unit.pk, day) not in self.paths:
            self.paths[unit.pk, day] = tree.path(unit, day)
        return self.paths[unit.pk, day]

    def _nearest(self, kinds: frozenset | set) -> UnitVersion | None:
        return next((each for each in reversed(self.line) if each.kind in kinds), None)


def _introducers(kind: IntroducerKind):
    def find(found: Subject) -> list[Model]:
        every = found.dossier.introducers.all()
        return [each for each in every if each.kind == kind and each.on <= found.on]

    return find


def _helpers(found: Subject) -> list[Model]:
    return [each for each in found.dossier.helpers.all() if each.valid_from <= found.on][::-1]


def _checks(found: Subject) -> list[BackgroundCheck]:
    """Those that were sent, the unanswered ones first."""
    sent = [each for each in found.dossier.checks.all() if each.state in _SENT and each.asked_on <= found.on]
    return sorted(sent, key=lambda each: (not is_open(each, found.on), each.asked_on, each.pk))


def _visits(found: Subject) -> list[BackgroundCheck]:
    return [each for each in _checks(found) if each.sent_member]


_ROWS = {
    RowOf.MEMBER: _introducers(IntroducerKind.MEMBER),
    RowOf.YOUTH_UNION: _introducers(IntroducerKind.YOUTH_UNION),
    RowOf.TRADE_UNION: _introducers(IntroducerKind.TRADE_UNION),
    RowOf.HELPER: _helpers,
    RowOf.CHECK: _checks,
    RowOf.VISIT: _visits,
}


def means_something(form: Form, dossier: Dossier, over: Levels) -> bool:
    """Say whether a form can be of any use for a dossier, by who stands above its cell and what is known of the person."""
    if form.issuer == Issuer.YOUTH_UNION and dossier.youth_union is False:
        return False
    return getattr(over, form.where) if form.where else True


def paper_of(found: Subject, *kinds: PaperKind) -> Paper | None:
    """Return the first of some papers that is known."""
    return next((found.papers[kind] for kind in kinds if kind in found.papers), None)
