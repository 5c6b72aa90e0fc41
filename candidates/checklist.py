"""Which papers a dossier needs for which step, which of them are there as at a day, and what lacks: "thiếu 3/9".

What is recorded elsewhere and IS the paper counts as it: a member who introduces is a 3-KNĐ, the youth union's or the trade
union's committee that does so a 4-KNĐ, 4A-KNĐ. Without a catalogue in force on the day nothing is asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from candidates import catalogue, moves
from candidates.enums import MAIN_LINE, WAY, IntroducerKind, PaperCondition, PaperKind, Stage
from candidates.models import Dossier, Introducer, Paper, PaperForm, StageEntry
from organizations.enums import UnitKind
from organizations.formats import date_vn
from organizations.models import UnitVersion
from organizations.models.dated import valid_on

INTRODUCED_BY = {
    IntroducerKind.MEMBER: PaperKind.INTRODUCTION,
    IntroducerKind.YOUTH_UNION: PaperKind.YOUTH_RESOLUTION,
    IntroducerKind.TRADE_UNION: PaperKind.UNION_RESOLUTION,
}
# Before a dossier is made ready nobody expects its papers.
FIRST_ASKED = Stage.PREPARING


@dataclass(frozen=True)
class Held:
    """A paper that is there: what was recorded of it. ``paper`` is None where another record is the paper."""

    kind: PaperKind
    on: date
    number: str = ""
    issuer: str = ""
    expires_on: date | None = None
    kept_at: str = ""
    paper: Paper | None = None

    def counts(self, day: date) -> bool:
        """Say whether it was there on a day and had not run out."""
        return self.on <= day and not self.has_run_out(day)

    def has_run_out(self, day: date) -> bool:
        """Say whether it counts no more on a day."""
        return self.expires_on is not None and self.expires_on <= day


@dataclass(frozen=True)
class Item:
    """One paper that a step needs: the row of the catalogue, the step in this dossier's line, and what is there of it."""

    form: PaperForm
    step: Stage
    held: tuple[Held, ...]
    others: tuple[PaperForm, ...] = ()

    def there(self, day: date) -> int:
        """How many of its copies count on a day; of papers that stand in for it one at most."""
        own = sum(each.counts(day) for each in self.held if each.kind == self.form.kind)
        return own + any(each.counts(day) for each in self.held if each.kind != self.form.kind)

    def is_there(self, day: date) -> bool:
        """Say whether enough of it counts on a day."""
        return self.there(day) >= self.form.copies

    def words(self, day: date) -> str:
        """Say how it stands on a day: whole, half, run out (with the day), or not there at all."""
        if self.is_there(day):
            return "có"
        if there := self.there(day):
            return f"mới có {there}/{self.form.copies}"
        if old := self.run_out(day):
            return f"hết hạn từ {date_vn(old.expires_on)}"
        return "thiếu"

    def run_out(self, day: date) -> Held | None:
        """The newest paper of it that has run out by a day."""
        old = [each for each in self.held if each.on <= day and each.has_run_out(day)]
        return max(old, key=lambda each: each.on, default=None)

    def later(self, day: date) -> Held | None:
        """The first paper of it that is dated after a day."""
        return min((each for each in self.held if each.on > day), key=lambda each: each.on, default=None)


@dataclass(frozen=True)
class Group:
    """The papers that one step needs."""

    step: Stage
    items: tuple[Item, ...]
    day: date

    @property
    def lacking(self) -> list[Item]:
        """Those that are not there."""
        return [item for item in self.items if not item.is_there(self.day)]

    @property
    def words(self) -> str:
        """How many lack of how many: thiếu 3/9; empty where none does."""
        return f"thiếu {len(self.lacking)}/{len(self.items)}" if self.lacking else ""


@dataclass(frozen=True)
class Checklist:
    """All papers that the steps of a dossier need, as at a day."""

    stage: Stage
    items: tuple[Item, ...]
    day: date
    has_catalogue: bool

    @cached_property
    def groups(self) -> list[Group]:
        """The papers by the step that needs them, in the order of the procedure."""
        steps = sorted({item.step for item in self.items}, key=WAY.index)
        return [Group(step, tuple(item for item in self.items if item.step == step), self.day) for step in steps]

    @property
    def is_early(self) -> bool:
        """Say whether the dossier is not being made ready yet."""
        return self.stage in WAY and WAY.index(self.stage) < WAY.index(FIRST_ASKED)

    @property
    def next(self) -> Group | None:
        """The papers of the next step that needs any; None before the dossier is made ready and after its end."""
        if self.stage not in WAY or self.is_early:
            return None
        return next((group for group in self.groups if WAY.index(group.step) > WAY.index(self.stage)), None)

    def between(self, start: Stage, to: Stage) -> list[Item]:
        """The papers that a step from ``start`` to ``to`` needs; one that a step left out on the way would bring is not asked."""
        if start not in WAY or to not in WAY:
            return []
        passed = [stage for stage in WAY if WAY.index(start) < WAY.index(stage) <= WAY.index(to)]
        brought = {move.paper for move in moves.TABLE.values() if move.to in passed and move.paper}
        return [item for item in self.items if item.step in passed and item.form.kind not in brought]


def as_at(dossier: Dossier, on: date) -> Checklist:
    """Return the checklist of one dossier for the stage in which it stood on a day."""
    standing = [entry.stage for entry in dossier.steps if entry.on <= on and (entry.until is None or on < entry.until)]
    return replace(of(dossier, on), stage=Stage(standing[-1]) if standing else Stage.SOURCE)


def of(dossier: Dossier, on: date) -> Checklist:
    """Return the checklist of one dossier as at a day, for the stage in which it stands."""
    papers = [_of_paper(each) for each in dossier.papers.all()]
    introducers = [_of_introducer(each) for each in dossier.introducers.all()]
    above = frozenset(_above(on).filter(unit__below__unit=dossier.unit_id).values_list("kind", flat=True))
    return _checklist(Stage(dossier.stage), _once(papers, introducers), above, catalogue.in_force(on), on)


def with_papers(found: QuerySet[StageEntry], on: date) -> QuerySet[StageEntry]:
    """Annotate the rows of a list with what ``of_rows`` needs: papers, introducers, the committees above the cell."""
    papers = Paper.objects.filter(dossier=OuterRef("dossier"))
    introducers = Introducer.objects.filter(dossier=OuterRef("dossier"))
    above = _above(on).filter(unit__below__unit=OuterRef("dossier__unit"))
    return found.annotate(
        its_papers=ArraySubquery(papers.values(row=JSONObject(kind="kind", on="issued_on", until="expires_on"))),
        its_introducers=ArraySubquery(introducers.values(row=JSONObject(kind="kind", on="on"))),
        above_it=ArraySubquery(above.values("kind")),
    )


def of_rows(entries: Iterable[StageEntry], on: date) -> dict[int, Group | None]:
    """Return what the next step of each row (``with_papers``) needs, in the stage of the row, by the key of its dossier."""
    known = catalogue.in_force(on)
    return {entry.dossier_id: _of_row(entry, known, on).next for entry in entries}


def _of_row(entry: StageEntry, known: list[PaperForm], on: date) -> Checklist:
    papers = [Held(PaperKind(row["kind"]), _day(row["on"]), expires_on=_day(row["until"])) for row in entry.its_papers]
    of_kind = [Held(INTRODUCED_BY[IntroducerKind(row["kind"])], _day(row["on"])) for row in entry.its_introducers]
    return _checklist(Stage(entry.stage), _once(papers, of_kind), frozenset(entry.above_it), known, on)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _checklist(stage: Stage, held: list[Held], above: frozenset[str], known: list[PaperForm], on: date) -> Checklist:
    line = _line(above)
    asked = [row for row in known if row.needed_for and not row.stands_for and _concerns(row, above)]
    items = [Item(row, _step(row, line), *_of_form(row, known, held)) for row in asked]
    return Checklist(stage, tuple(items), on, bool(known))


def _of_form(
    row: PaperForm, known: list[PaperForm], held: list[Held]
) -> tuple[tuple[Held, ...], tuple[PaperForm, ...]]:
    """What is there of a paper, and what may stand for one copy of it."""
    others = tuple(each for each in known if each.stands_for == row.kind)
    kinds = {row.kind, *(each.kind for each in others)}
    return tuple(each for each in held if each.kind in kinds), others


def _once(papers: list[Held], introducers: list[Held]) -> list[Held]:
    """Every paper, and introducers as far as no paper of their kind is recorded for them."""
    more = {kind: _more(kind, papers, introducers) for kind in INTRODUCED_BY.values()}
    kept = [each for kind, many in more.items() for each in [one for one in introducers if one.kind == kind][:many]]
    return sorted([*papers, *kept], key=lambda each: each.on)


def _more(kind: PaperKind, papers: list[Held], introducers: list[Held]) -> int:
    """How many introducers are not recorded as a paper, too."""
    return max(0, sum(each.kind == kind for each in introducers) - sum(each.kind == kind for each in papers))


def _of_paper(found: Paper) -> Held:
    kind = PaperKind(found.kind)
    return Held(kind, found.issued_on, found.number, found.issuer, found.expires_on, found.kept_at, found)


def _of_introducer(found: Introducer) -> Held:
    return Held(INTRODUCED_BY[IntroducerKind(found.kind)], found.on, found.number, found.name)


def _concerns(row: PaperForm, above: frozenset[str]) -> bool:
    """Say whether the catalogue asks a paper of a dossier whose cell has ``above`` it."""
    asked = {PaperCondition.SECTION: UnitKind.SECTION, PaperCondition.COMMITTEE: UnitKind.GRASSROOTS}
    return row.condition == PaperCondition.ALWAYS or asked.get(row.condition) in above


def _line(above: frozenset[str]) -> list[Stage]:
    """The stages that a dossier passes, by the committees above its cell."""
    passes = {Stage.APPRAISED: UnitKind.SECTION in above, Stage.ENDORSED: UnitKind.GRASSROOTS in above}
    return [stage for stage in MAIN_LINE if passes.get(stage, True)]


def _step(row: PaperForm, line: list[Stage]) -> Stage:
    """The step of a line that needs a paper: the one that the catalogue names, or the next where the line leaves it out."""
    return next(stage for stage in line if WAY.index(stage) >= WAY.index(Stage(row.needed_for)))


def _above(on: date) -> QuerySet[UnitVersion]:
    """The committees that may stand above a cell on a day; to be narrowed to one cell by ``unit__below__unit``."""
    return UnitVersion.objects.on(on).filter(
        valid_on(on, "unit__below__"),
        kind__in=(UnitKind.SECTION, UnitKind.GRASSROOTS),
        unit__below__depth__gt=0,
    )
