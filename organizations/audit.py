"""Reads of the audit: who changed what when, from the events of all apps at once, within an auditor's reach; and readings.

One query: each event table gives its newest rows with what they held and what the row held before, and the newest of all
are kept. A page begins after the last row of the one before (keyset): events are only ever added.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.apps import apps
from django.db.models import Case, CharField, F, Func, JSONField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, JSONObject, NullIf
from django.utils.timezone import get_current_timezone
from pghistory.models import Event

from organizations.access import Reach
from organizations.enums import Deed
from organizations.models import Post, Reading, Unit, User
from organizations.settled import Settled, settled
from organizations.traces import Trace

PAGE_SIZE = 50
OWN_COLUMNS = ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj", "pgh_context")
NEWEST_FIRST = ("-event_at", "-event_rank", "-event_number")


@dataclass(frozen=True)
class After:
    """The last row of a page: when, of which table (its place in ``traced``), its number; the next page begins after it."""

    at: datetime
    rank: int
    number: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.rank}~{self.number}"

    @classmethod
    def read(cls, text: str) -> "After":
        """Read what ``str`` wrote; ValueError on anything else."""
        at, rank, number = text.split("~")
        if (moment := datetime.fromisoformat(at)).tzinfo is None:
            raise ValueError(text)
        return cls(moment, int(rank), int(number))


@dataclass(frozen=True)
class Asked:
    """What is looked for: one person's changes, those of one day, those after a page; each may be left open."""

    person: User | None = None
    day: date | None = None
    after: After | None = None


def traced() -> dict[str, tuple[type[Event], Trace]]:
    """Return label → event table and trace of every model that its app names."""
    tables = {}
    for model in apps.get_models():
        if not issubclass(model, Event) or model._meta.proxy or not model._meta.managed:
            continue
        tracked = model.pgh_tracked_model._meta
        trace = getattr(tracked.app_config, "traces", {}).get(tracked.model_name)
        if trace:
            tables[tracked.label_lower] = (model, trace)
    return tables


def changes(own: Reach, asked: Asked) -> list[dict]:
    """Return the newest changes in reach, one more than a page holds where there are more."""
    reached = settled(places(own))
    each = [_branch(rank, told, reached, asked) for rank, told in enumerate(traced().items())]
    first, *others = [branch.order_by(*NEWEST_FIRST)[: PAGE_SIZE + 1] for branch in each]
    return list(first.union(*others, all=True).order_by(*NEWEST_FIRST)[: PAGE_SIZE + 1])


def after(row: dict) -> After:
    """Return the place behind a row of ``changes``."""
    return After(row["event_at"], row["event_rank"], row["event_number"])


def readings(own: Reach, asked: Asked) -> QuerySet[Reading]:
    """Return who read or exported what, newest first: readings by people with a post in reach."""
    people = Post.objects.filter(unit__in=places(own)).values("user")
    found = Reading.objects.filter(user__in=people).select_related("user").order_by("-pk")
    if asked.person:
        found = found.filter(user=asked.person)
    return found.filter(_within(asked.day, "at")) if asked.day else found


def people(own: Reach) -> QuerySet[User]:
    """Return the people who hold or held a post in reach: those whose changes one may ask for."""
    held = Post.objects.filter(unit__in=places(own)).values("user")
    return User.objects.filter(pk__in=held).order_by("full_name", "username")


def places(own: Reach) -> QuerySet[Unit]:
    """Return the party units and the organisations whose changes an auditor sees."""
    party, outside = own.units(Deed.SEE_AUDIT), own.organisations(Deed.SEE_AUDIT)
    return Unit.objects.filter(Q(pk__in=settled(party)) | Q(pk__in=settled(outside)))


def columns(model: type[Event], hidden: tuple[str, ...] = ()) -> list[str]:
    """Return what an event table holds of its rows, but for ``hidden``; sensitive columns are not among them."""
    left_out = (*OWN_COLUMNS, *hidden, "id")
    return [field.attname for field in model._meta.concrete_fields if field.name not in left_out]


def _branch(rank: int, told: tuple[str, tuple[type[Event], Trace]], reached: Settled, asked: Asked) -> QuerySet:
    """The events of one table, in the columns that all tables share."""
    kind, (model, trace) = told
    data = _data(model, trace, reached)
    earlier = model.objects.filter(pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id")).order_by("-pgh_id")
    rows = _asked_for(model.objects.filter(_in_reach(model, trace, reached)), rank, asked)
    return rows.values(
        event_kind=Value(kind, CharField()),
        event_rank=Value(rank),
        event_number=F("pgh_id"),
        event_at=F("pgh_created_at"),
        event_label=F("pgh_label"),
        event_act=F("pgh_context"),
        event_said=_said(model, trace, reached),
        event_subject=_subject(trace),
        event_now=data,
        event_before=Subquery(earlier.values(data=data)[:1]),
    )


def _in_reach(model: type[Event], trace: Trace, reached: Settled) -> Q:
    shown = ~_of_rows(model, trace.unless) if trace.unless else Q()
    if not trace.places:
        return shown
    lies = _wholly(trace, reached)
    if further := trace.partly:
        lies |= Q(**{f"{further.place}__in": reached}) & further.when
    return _of_rows(model, lies) & shown


def _wholly(trace: Trace, reached: Settled) -> Q:
    lies = Q()
    for place in trace.places:
        lies |= Q(**{f"{place}__in": reached})
    return lies


def _of_rows(model: type[Event], lies: Q) -> Q:
    return Q(pgh_obj__in=model.pgh_tracked_model._base_manager.filter(lies).values("pk"))


def _data(model: type[Event], trace: Trace, reached: Settled) -> Combinable:
    """What a row held, as far as the auditor may know it."""
    every = JSONObject(**{name: F(name) for name in columns(model, trace.hidden)})
    if not (trace.partly and trace.partly.hidden):
        return every
    fewer = JSONObject(**{name: F(name) for name in columns(model, (*trace.hidden, *trace.partly.hidden))})
    return Case(When(_of_rows(model, _wholly(trace, reached)), then=every), default=fewer)


def _said(model: type[Event], trace: Trace, reached: Settled) -> Combinable:
    """Who did which deed and why; the words of the reason only to whom no column is hidden."""
    said = F("pgh_context__metadata")
    if not (trace.partly and trace.partly.hidden):
        return said
    unexplained = Func(said, Value("reason"), template="(%(expressions)s)", arg_joiner=" - ", output_field=JSONField())
    return Case(When(_of_rows(model, _wholly(trace, reached)), then=said), default=unexplained)


def _asked_for(rows: QuerySet, rank: int, asked: Asked) -> QuerySet:
    if asked.person:
        rows = rows.filter(pgh_context__metadata__user=asked.person.pk)
    if asked.day:
        rows = rows.filter(_within(asked.day, "pgh_created_at"))
    return rows.filter(_after(rank, asked.after)) if asked.after else rows


def _after(rank: int, last: After) -> Q:
    """What comes after ``last`` in the order of time, table, number, each descending."""
    earlier, same = Q(pgh_created_at__lt=last.at), Q(pgh_created_at=last.at)
    if rank == last.rank:
        return earlier | (same & Q(pgh_id__lt=last.number))
    return earlier | same if rank < last.rank else earlier


def _within(day: date, column: str) -> Q:
    start = datetime.combine(day, time.min, tzinfo=get_current_timezone())
    return Q(**{f"{column}__gte": start, f"{column}__lt": start + timedelta(days=1)})


def _subject(trace: Trace) -> Func:
    """The texts that name a row, those that are there, with a point between."""
    parts = [NullIf(Cast(F(f"pgh_obj__{path}"), CharField()), Value("")) for path in trace.subject]
    return Func(Value(" · "), *parts, function="concat_ws", output_field=CharField())
