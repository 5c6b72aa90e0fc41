"""Who was nominated by organisations outside the Party: the one place that counts nominations.

A cell says what is counted. ``nominations`` returns the nominations behind it, ``people`` the persons, each once: a number is
``people(cell).count()``, and the list behind it shows ``nominations(cell)``. In a table with a row per association,
*cộng lượt* is the sum of the rows, *số người* the count of all organisations at once, *trừ trùng* their difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, TextChoices, Value

from candidates.enums import BEFORE_DECISION, Answer, ReturnReason, Stage, Way
from candidates.models import Nomination, Person, StageEntry
from organizations.formats import date_vn
from organizations.models import Unit
from organizations.periods import EARLIEST, Period

NAMED = 2
# In an address "of no organisation" has a word of its own: an address that names none shows all that the viewer sees.
NOBODY = "khong-to-chuc-nao"


class Outcome(TextChoices):
    """What became of a nomination; all but STOCKS are flows: they happened within a period, or at any time up to the day."""

    INTRODUCED = "introduced", "Đã giới thiệu"
    WAITING = "waiting", "Chưa trả lời"
    CONSIDERED = "considered", "Đang xem xét, kể cả chưa trả lời"
    DECIDED = "decided", "Đã có quyết định kết nạp"
    ADMITTED = "admitted", "Đã kết nạp"
    RETURNED = "returned", "Đã trả lại"
    REMOVED = "removed", "Đã đưa ra khỏi danh sách"


STOCKS = frozenset({Outcome.WAITING, Outcome.CONSIDERED})


@dataclass(frozen=True)
class Nominated:
    """What is counted: nominations made by exactly these ``organisations`` (none means nobody), looked at from ``on``.

    ``outcome`` narrows them; without it every nomination made counts, as with INTRODUCED. ``period`` is that of the outcome:
    of the nomination (none or INTRODUCED), of the answer (RETURNED), of the step (DECIDED, ADMITTED, REMOVED). A stock is told
    at the end of ``on`` and takes no period. ``reason`` (a ReturnReason) narrows RETURNED.
    """

    organisations: tuple[Unit, ...]
    on: date
    period: Period | None = None
    outcome: Outcome | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        if self.period and self.outcome in STOCKS:
            raise ValueError(f"{self.outcome} is told at the end of a day and takes no period.")
        if self.reason and self.outcome != Outcome.RETURNED:
            raise ValueError("Only what was returned has a reason.")


def nominations(cell: Nominated) -> QuerySet[Nomination]:
    """Return the nominations behind a cell, the earliest first."""
    return Nomination.objects.filter(_condition(cell), organisation__in=cell.organisations)


def people(cell: Nominated) -> QuerySet[Person]:
    """Return the persons that a cell counts, each once; their number is ``.count()``."""
    return Person.objects.filter(pk__in=nominations(cell).values("person"))


def count(cell: Nominated) -> int:
    """Return how many people a cell counts."""
    return people(cell).count()


def turns(cell: Nominated) -> int:
    """Return how many nominations (lượt) stand behind a cell."""
    return nominations(cell).count()


def counts(cells: Sequence[Nominated]) -> list[int]:
    """Return how many people each of ``cells`` counts, in one query for any number of cells."""
    return count_each([nominations(cell) for cell in cells])


def count_each(found: Sequence[QuerySet[Nomination]]) -> list[int]:
    """Count the persons of each query of nominations, all in one query."""
    if not found:
        return []
    distinct = Count("person", distinct=True)
    singly = [each.order_by().values(place=Value(place)).annotate(n=distinct) for place, each in enumerate(found)]
    counted = {row["place"]: row["n"] for row in singly[0].union(*singly[1:], all=True)}
    return [counted.get(place, 0) for place in range(len(found))]


def by_reason(cell: Nominated) -> dict[ReturnReason, int]:
    """Count the people of a cell of RETURNED by coded reason, in one query; absent means 0."""
    rows = nominations(cell).order_by().values("return_reason").annotate(people=Count("person", distinct=True))
    return {ReturnReason(row["return_reason"]): row["people"] for row in rows}


def last_by_organisation(organisations: Sequence[Unit], on: date) -> dict[int, date]:
    """Return by id the last day up to ``on`` on which each organisation nominated somebody; absent means never."""
    made = nominations(Nominated(tuple(organisations), on)).order_by().values("organisation")
    return {row["organisation"]: row["last"] for row in made.annotate(last=Max("nominated_on"))}


def ever(cell: Nominated) -> Nominated:
    """Return the flow of ``cell`` from the beginning of time: where it counts nobody, a count of 0 means nothing."""
    return replace(cell, period=Period(EARLIEST, cell.period.stop))


def query(cell: Nominated) -> str:
    """Return the query string under which the list of nominations shows exactly those behind ``cell``."""
    codes = [organisation.code for organisation in cell.organisations] or [NOBODY]
    return urlencode([*pairs_of(cell), *(("to_chuc", code) for code in codes)])


def pairs_of(cell: Nominated) -> list[tuple[str, str]]:
    """The parameters of a cell but for its organisations: an address without any shows all that the viewer sees."""
    pairs = [("tai_ngay", cell.on.isoformat())]
    pairs += [("ket_qua", cell.outcome.value)] if cell.outcome else []
    pairs += [("ly_do", cell.reason)] if cell.reason else []
    if cell.period:
        pairs += [("tu", cell.period.start.isoformat()), ("den", cell.period.last_day.isoformat())]
    return pairs


def in_words(cell: Nominated) -> str:
    """Say what a cell counts; organisations by their annotated ``name``, else their code, many by their number."""
    outcome = Outcome(cell.outcome or Outcome.INTRODUCED).label
    if cell.period:
        when = f"từ {date_vn(cell.period.start)} đến {date_vn(cell.period.last_day)}"
    else:
        when = f"{'cuối' if cell.outcome in STOCKS else 'đến hết'} ngày {date_vn(cell.on)}"
    reason = f", lý do “{ReturnReason(cell.reason).label}”" if cell.reason else ""
    return f"{outcome} {when}{reason}; {_named(cell.organisations)}"


def _named(named: tuple[Unit, ...]) -> str:
    if len(named) > NAMED:
        return f"{len(named)} hội, đoàn thể"
    return " và ".join(getattr(each, "name", None) or each.code for each in named) or "không tổ chức nào"


def _condition(cell: Nominated) -> Q:
    waits = Q(nominated_on__lte=cell.on) & (Q(answered_on__isnull=True) | Q(answered_on__gt=cell.on))
    if cell.outcome in (None, Outcome.INTRODUCED):
        return _when("nominated_on", cell)
    if cell.outcome == Outcome.WAITING:
        return waits
    if cell.outcome == Outcome.RETURNED:
        reason = Q(return_reason=cell.reason) if cell.reason else Q()
        return Q(answer=Answer.RETURNED) & _when("answered_on", cell) & reason
    taken_up = Q(answer=Answer.ACCEPTED, answered_on__lte=cell.on)
    entries = StageEntry.objects.filter(dossier=OuterRef("dossier"))
    if cell.outcome == Outcome.CONSIDERED:
        return waits | (taken_up & Q(Exists(entries.standing(cell.on).filter(stage__in=BEFORE_DECISION))))
    stepped = entries.filter(_when("on", cell), stage=Stage(cell.outcome.value), way=Way.STEP)
    return taken_up & Q(Exists(stepped))


def _when(day: str, cell: Nominated) -> Q:
    if cell.period is None:
        return Q(**{f"{day}__lte": cell.on})
    return Q(**{f"{day}__gte": cell.period.start, f"{day}__lt": cell.period.stop})
