"""Dossiers by heart: what a walk through the product wrote once is laid again for the next person who goes the same way.

Most tests begin with a dossier at some stage, and each step there asks every guard. The walk is made once for each way, unit
line and set of facts; then its rows, audit events included, are copied with new keys, another name and the time of now. What
the rules may see of a walk is part of the mark under which it is known: where a test changed a rule, its dossiers walk.
"""

import json
import os
import uuid
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, cached_property

from django.db import connection, models
from django.db.models.functions import Coalesce
from pghistory.models import Context

from candidates import actions
from candidates.models import Act, DayCorrection, Dossier, LocalCriterion, Paper, PaperForm, Parameter, Person, Regime
from candidates.models import StageEntry as Entry
from organizations.models import Clause, Document, PeriodLock, Unit

# What a walk writes; and what it reads beside its own rows, its unit and that unit's figures.
WRITTEN = (Person, Dossier, Act, Entry, Paper)
RULES = (Regime, Parameter, PaperForm, LocalCriterion, DayCorrection, PeriodLock)
CITED = (Document, Clause)

_LINE = """
SELECT md5(concat(
  (SELECT string_agg(concat_ws('|', a.depth, a.valid_from, a.valid_until, v.kind, v.valid_from, v.valid_until), ','
     ORDER BY a.depth, a.valid_from, v.valid_from)
   FROM organizations_unitancestry a JOIN organizations_unitversion v ON v.unit_id = a.ancestor_id WHERE a.unit_id = %s),
  ';',
  (SELECT string_agg(concat_ws('|', kind, "on", said_on, value), ',' ORDER BY kind, "on", said_on, value)
   FROM organizations_figure WHERE unit_id = %s)))
"""
_ADD = "INSERT INTO {table} ({columns}) SELECT {columns} FROM jsonb_populate_recordset(NULL::{table}, %s);"
_IGNORE = "SELECT set_config('pgtrigger.ignore', %s, true);"


@dataclass(frozen=True)
class Table:
    """A table that a walk writes, and which of its columns hold keys of such tables, of the unit, and times."""

    model: type[models.Model]

    @cached_property
    def name(self) -> str:
        return self.model._meta.db_table

    @cached_property
    def key(self) -> str:
        return self.model._meta.pk.column

    @cached_property
    def columns(self) -> str:
        return ", ".join(f'"{field.column}"' for field in self._fields)

    @cached_property
    def times(self) -> list[str]:
        return [field.column for field in self._fields if isinstance(field, models.DateTimeField)]

    @cached_property
    def keys(self) -> dict[str, type[models.Model]]:
        """Column → the model whose key it holds, where a walk writes such rows or it is the unit."""
        held = {field.column: field.related_model for field in self._fields if field.related_model}
        tracked = getattr(self.model, "pgh_tracked_model", None)
        held |= {self.key: self.model} | ({"id": tracked} if tracked else {})
        return {column: model for column, model in held.items() if model in {*WRITTEN, *EVENTS, Context, Unit}}

    @property
    def _fields(self) -> list[models.Field]:
        return [field for field in self.model._meta.concrete_fields if not field.generated]


EVENTS = tuple(model.pgh_event_model for model in WRITTEN)
TABLES = tuple(Table(model) for model in (*WRITTEN, *EVENTS, Context))


@dataclass(frozen=True)
class Walked:
    """The rows of a walk by table, the unit it was made in, and when it was made."""

    rows: dict[Table, list[dict]]
    unit: int
    at: datetime

    @property
    def dossier(self) -> int:
        return self.rows[TABLES[1]][0]["id"]

    @property
    def begun(self) -> date:
        """The first day on which a step can follow."""
        (last,) = (row for row in self.rows[TABLES[3]] if row["until"] is None)
        return date.fromisoformat(last["ends_on"] or last["on"])


# BY_HEART=off lets every dossier of every test walk: slow, and the proof that nothing hides behind what is laid.
_IS_OFF = os.environ.get("BY_HEART") == "off"
# What the rules said when nothing was changed yet; where each way of this process led.
_untouched: list[str] = []
_known: dict[Hashable, Walked | None] = {}


def begin() -> None:
    """Remember the rules as they stand: only under these are ways known."""
    _untouched[:] = [_rules()]


class Way:
    """The way of one person, step by step: as long as it is known nothing is written, then what is known is laid at once."""

    def __init__(self, beginning: Hashable, unit: Unit, full_name: str) -> None:
        self._unit, self._name = unit, full_name
        self._is_usual = not _IS_OFF and [_rules()] == _untouched
        self._steps: tuple = (beginning, _asked(_LINE, unit.pk, unit.pk)) if self._is_usual else ()
        self._at: Walked | None = None
        self._made: Dossier | None = None

    def go(self, step: tuple, walk: Callable[[Dossier | None], Dossier]) -> None:
        """Make a step: ``walk`` is called with the dossier so far where nobody went this way before."""
        self._steps = (*self._steps, step)
        if self._made is None and self._is_usual and (known := _known.get(self._steps)):
            self._at = known
        else:
            self._made = self._walked(walk)

    @property
    def made(self) -> Dossier:
        """The dossier as it stands now."""
        if self._made is None:
            self._made = Dossier.objects.get(pk=_lay(self._at, self._unit, self._name))
        return self._made

    @property
    def begun(self) -> date:
        """The first day on which a step can follow the last one."""
        if self._made is not None:
            return self._made.entries.annotate(day=Coalesce("ends_on", "on")).get(until__isnull=True).day
        return self._at.begun

    def _walked(self, walk: Callable[[Dossier | None], Dossier]) -> Dossier:
        before = self.made if self._at or self._made else None
        made, more = _watched(walk, before) if self._is_usual else (walk(before), set())
        if self._is_usual and not more:
            found = Walked(_read(made), self._unit.pk, _asked("SELECT clock_timestamp()"))
            _known[self._steps] = found if _is_plain(found, self._name) else None
        return made


def _watched(walk: Callable[[Dossier | None], Dossier], before: Dossier | None) -> tuple[Dossier, set[str]]:
    """Walk, and tell which tables were written beside those that are known."""
    touched = _touched()
    made = walk(before)
    return made, {name for name, *_ in _touched() - touched} - {table.name for table in TABLES}


def _rules() -> str:
    """A mark of every rule a walk may see: each change of one leaves an event."""
    return _asked(_rules_query())


@cache
def _rules_query() -> str:
    """Counts and newest keys of the rules' events, and the events of the documents that are there when this is first asked."""
    parts = [f"(SELECT concat(count(*), '/', max(pgh_id)) FROM {_events(model)})" for model in RULES]
    for model in CITED:
        newest = _asked(f"SELECT coalesce(max(id), 0) FROM {model._meta.db_table}")
        parts.append(f"(SELECT count(*) FROM {_events(model)} WHERE pgh_obj_id <= {newest})")
    return f"SELECT concat_ws(' ', {', '.join(parts)})"


def _events(model: type[models.Model]) -> str:
    return model.pgh_event_model._meta.db_table


def _touched() -> set[tuple]:
    """Every table with how often it was written in this transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_xact_user_tables")
        return set(cursor.fetchall())


def _asked(query: str, *values: object) -> object:
    with connection.cursor() as cursor:
        cursor.execute(query, values or None)
        return cursor.fetchone()[0]


def _read(made: Dossier) -> dict[Table, list[dict]]:
    """The rows of a walk as the database has them, each table in the order of its keys."""
    with connection.cursor() as cursor:
        cursor.execute(_rows_query(), {"person": made.person_id, "dossier": made.pk})
        return {table: json.loads(rows or "[]") for table, rows in zip(TABLES, cursor.fetchone(), strict=True)}


@cache
def _rows_query() -> str:
    each = (
        f'(SELECT jsonb_agg(to_jsonb(t) ORDER BY t."{table.key}") FROM {table.name} t WHERE {_whose(table.model)})'
        for table in TABLES
    )
    return f"SELECT {', '.join(each)}"


def _whose(model: type[models.Model]) -> str:
    """The condition by which the rows of a walk are found."""
    if model in EVENTS:
        tracked = model.pgh_tracked_model
        return f"t.pgh_obj_id IN (SELECT t.id FROM {tracked._meta.db_table} t WHERE {_whose(tracked)})"
    if model is Context:
        of_events = (f"SELECT t.pgh_context_id FROM {event._meta.db_table} t WHERE {_whose(event)}" for event in EVENTS)
        return f"t.id IN ({' UNION '.join(of_events)})"
    return {Person: "t.id = %(person)s", Dossier: "t.id = %(dossier)s"}.get(model, "t.dossier_id = %(dossier)s")


def _is_plain(walked: Walked, full_name: str) -> bool:
    """Say whether the person's name stands with the person alone, and every row lies in the unit of the walk."""
    units = {row["unit_id"] for rows in walked.rows.values() for row in rows if "unit_id" in row}
    others = [rows for table, rows in walked.rows.items() if table.model not in (Person, EVENTS[0])]
    return units == {walked.unit} and full_name not in json.dumps(others, ensure_ascii=False)


def _lay(walked: Walked, unit: Unit, full_name: str) -> int:
    """Write the rows of a walk anew and return the key of the dossier."""
    keys, now = _fresh(walked)
    keys[Unit] = {walked.unit: unit.pk}
    said = actions.person_values({"full_name": full_name})
    numbers = {f"{walked.dossier}/TN": f"{keys[Dossier][walked.dossier]}/TN"}
    laid = {
        table: [_anew(table, row, keys, now - walked.at, said, numbers) for row in rows]
        for table, rows in walked.rows.items()
    }
    with connection.cursor() as cursor:
        cursor.execute(_script(), [_triggers(), *(json.dumps(laid[table]) for table in TABLES), "{}"])
    return keys[Dossier][walked.dossier]


def _anew(table: Table, row: dict, keys: dict, later: timedelta, said: dict, numbers: dict) -> dict:
    fresh = row | {column: keys[model].get(row[column]) for column, model in table.keys.items()}
    fresh |= {name: (datetime.fromisoformat(row[name]) + later).isoformat() for name in table.times if row[name]}
    if table.model in (Person, EVENTS[0]):
        fresh |= said
    return fresh | ({"number": numbers.get(row["number"], row["number"])} if "number" in row else {})


def _fresh(walked: Walked) -> tuple[dict, datetime]:
    """A new key for each row, in the same order, and the time of now."""
    counted = [(table, len(rows)) for table, rows in walked.rows.items() if table.model is not Context]
    with connection.cursor() as cursor:
        cursor.execute(_keys_query(), [number for _, number in counted])
        now, *found = cursor.fetchone()
    keys = {
        table.model: dict(zip((row[table.key] for row in walked.rows[table]), new, strict=True))
        for (table, _), new in zip(counted, found, strict=True)
    }
    return keys | {Context: {row["id"]: str(uuid.uuid4()) for row in walked.rows[TABLES[-1]]}}, now


@cache
def _keys_query() -> str:
    each = (
        f"ARRAY(SELECT nextval(pg_get_serial_sequence('{table.name}', '{table.key}')) FROM generate_series(1, %s))"
        for table in TABLES
        if table.model is not Context
    )
    return f"SELECT clock_timestamp(), {', '.join(each)}"


@cache
def _script() -> str:
    """Lay all tables without the triggers that would write the events, which are laid, too."""
    return _IGNORE + "".join(_ADD.format(table=table.name, columns=table.columns) for table in TABLES) + _IGNORE


@cache
def _triggers() -> str:
    names = (
        "SELECT array_agg(tgname)::text FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text = ANY(%s)"
    )
    return _asked(names, [Table(model).name for model in WRITTEN])
