"""What a story invents of the papers that no step brings: who was proposed, submitted, recognised had them; others lack some.

Days lie between the steps, keepers are the offices of the story; the person's own papers have no number.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from candidates import catalogue, moves, terms
from candidates.enums import PERSONAL_PAPERS, WAY, Direction, PaperCondition, PaperKind, Stage
from candidates.models import Handover, Paper, PaperForm
from organizations.enums import UnitKind
from organizations.models import Unit, UnitAncestry, UnitVersion, User
from reports.demo.dossiers import Followed
from reports.demo.lives import working_day

# Papers that steps bring, and those that ``vetting`` tells of.
OF_STEPS = frozenset(move.paper for move in moves.TABLE.values() if move.paper)
VETTED = frozenset({PaperKind.OPINION_WORKPLACE, PaperKind.OPINION_RESIDENCE, PaperKind.INTRODUCTION})
# The share of those still on the way to a step who have each of its papers already.
READY = 0.6
ISSUED_BY = {
    PaperKind.OPINIONS_SUMMARY: "Chi ủy",
    PaperKind.PROBATION_SUMMARY: "Chi ủy",
    PaperKind.HELPER_REMARKS: "Đảng viên giúp đỡ",
    PaperKind.NEW_MEMBER_CERTIFICATE: "Trung tâm chính trị",
    PaperKind.COMMITTEE_RESOLUTION: "Đảng ủy cơ sở",
    PaperKind.COMMITTEE_RECOGNITION: "Đảng ủy cơ sở",
}
RECOGNISED = (Stage.REVIEWED, Stage.OFFICIAL)
BEFORE, AFTER = timedelta(days=25), timedelta(days=10)


def lay(random: Random, followed: Iterable[Followed], kept_at: str, elsewhere: Collection[PaperKind] = VETTED) -> None:
    """Record the papers of everybody whose dossier was begun, but for those that the story has ``elsewhere``."""
    begun = [each for each in followed if each.life.day(Stage.PREPARING)]
    until = max(each.life.steps[-1][1] for each in begun)
    under = _under_committees({each.dossier.unit_id for each in begun}, until)
    known, expiry = lru_cache(catalogue.in_force), lru_cache(terms.expiry)
    there = set(Paper.objects.filter(dossier__in=[each.dossier for each in begun]).values_list("dossier_id", "kind"))
    told = OF_STEPS | frozenset(elsewhere)
    rows = [
        row
        for each in begun
        for form in _asked(known(each.life.steps[-1][1]), each.dossier.unit_id in under)
        if form.kind not in told and (each.dossier.pk, form.kind) not in there
        for row in _papers(random, each, form, until)
    ]
    Paper.objects.bulk_create(_kept(row, expiry, kept_at) for row in rows)


def hand_over(random: Random, followed: Sequence[Followed], book: Unit, until: date, by: User, most: int = 40) -> None:
    """Fill the book of ``book`` with the dossiers that the cells proposed last, some of them returned since."""
    proposed = [each for each in followed if _day(each, Stage.PROPOSED, until)]
    newest = sorted(proposed, key=lambda each: each.life.day(Stage.PROPOSED))[-most:]
    lines = sorted(
        (line for each in newest for line in _lines(random, each, until)), key=lambda line: (line[1], line[0].pk)
    )
    numbers: dict[int, int] = {}
    rows = []
    for dossier, on, direction, counterpart in lines:
        numbers[on.year] = numbers.get(on.year, 0) + 1
        kinds = [PaperKind.APPLICATION, PaperKind.BIOGRAPHY, PaperKind.OPINIONS_SUMMARY, PaperKind.CELL_RESOLUTION]
        words = {"counterpart": counterpart, "signed_by": "Nguyễn Thị Giao", "kinds": kinds, "count": 9, "by": by}
        place = {"unit": book, "year": on.year, "number": numbers[on.year]}
        rows.append(Handover(dossier=dossier, on=on, direction=direction, **place, **words))
    Handover.objects.bulk_create(rows)


def _asked(known: list[PaperForm], under_committee: bool) -> list[PaperForm]:
    wanted = {PaperCondition.ALWAYS} | ({PaperCondition.COMMITTEE} if under_committee else set())
    return [row for row in known if row.needed_for and not row.stands_for and row.condition in wanted]


def _papers(random: Random, each: Followed, form: PaperForm, until: date) -> Iterator[Paper]:
    """The copies of a form, dated before the step that needed it; for a step ahead they are there for some."""
    start = _begun(each, form)
    if made := _step_made(each, Stage(form.needed_for)):
        on = max(start, working_day(made - timedelta(days=random.randint(3, BEFORE.days))))
    elif _is_next(each, form) and random.random() < READY:
        on = working_day(start + timedelta(days=random.randint(5, BEFORE.days)))
    else:
        return
    if start <= on <= until:
        yield from (Paper(dossier=each.dossier, kind=form.kind, issued_on=on) for _ in range(form.copies))


def _begun(each: Followed, form: PaperForm) -> date:
    """The day before which a paper cannot be: of what follows the cell's review that of the review."""
    if form.needed_for == Stage.OFFICIAL and each.life.day(Stage.REVIEWED):
        return each.life.day(Stage.REVIEWED)
    return each.life.day(Stage.ADMITTED if form.needed_for in RECOGNISED else Stage.PREPARING)


def _kept(paper: Paper, expiry, kept_at: str) -> Paper:
    """The paper with its issuer, its keeper, and when it counts no more."""
    over = expiry(paper.kind, paper.issued_on)
    paper.issuer = "" if paper.kind in PERSONAL_PAPERS else ISSUED_BY.get(paper.kind, "")
    paper.kept_at = kept_at
    paper.expires_on, paper.expires_rule = (over.on, over.rule) if over else (None, None)
    return paper


def _step_made(each: Followed, needed_for: Stage) -> date | None:
    """The day of the first step at or after the one that needs a paper."""
    made = (on for stage, on in each.life.steps if stage in WAY and WAY.index(stage) >= WAY.index(needed_for))
    return next(made, None)


def _is_next(each: Followed, form: PaperForm) -> bool:
    """Say whether somebody is on the way to the step: proposal once the dossier was begun, recognition after the ceremony."""
    ahead = {Stage.PREPARING: (Stage.PROPOSED,), Stage.ADMITTED: RECOGNISED}
    return form.needed_for in ahead.get(each.life.steps[-1][0], ())


def _lines(random: Random, each: Followed, until: date) -> Iterator[tuple]:
    """The dossier received some days after the proposal, and given back where a decision was made since."""
    received = working_day(each.life.day(Stage.PROPOSED) + AFTER)
    if received > until:
        return
    yield each.dossier, received, Direction.RECEIVED, "Chi bộ đề nghị"
    decided = _day(each, Stage.DECIDED, until)
    if decided and decided > received and random.random() < READY:
        given = working_day(decided + AFTER)
        if received < given <= until:
            yield each.dossier, given, Direction.GIVEN, "Văn phòng cấp ủy cơ sở"


def _day(each: Followed, stage: Stage, until: date) -> date | None:
    on = each.life.day(stage)
    return on if on and on <= until else None


def _under_committees(units: set[int], on: date) -> set[int]:
    """The cells that stand under a grassroots committee on a day."""
    over = UnitVersion.objects.on(on).filter(kind=UnitKind.GRASSROOTS).values("unit")
    lines = UnitAncestry.objects.on(on).filter(ancestor__in=over, unit__in=units, depth__gt=0)
    return set(lines.values_list("unit_id", flat=True))
